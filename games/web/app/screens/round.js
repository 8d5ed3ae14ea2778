// A round on the screen: question after question, then the close.

import { button, note, paragraph, unseen } from "../components/controls.js";
import { el, icon, sign, thai } from "../components/elements.js";
import { questionView } from "../components/question.js";
import { today } from "../core/calendar.js";
import { content, moduleOr, questions, word } from "../core/content.js";
import { beginRound, keepAnswer, keepRound, remaining } from "../core/current_round.js";
import { answer, withoutNew } from "../core/rounds.js";
import { go, onLeave, replace } from "../core/router.js";
import { grade, learn } from "../core/schedule.js";
import { person } from "../core/session.js";
import { hush } from "../core/speech.js";
import { endOfRound } from "./round_end.js";

/** @import { AskedQuestion, Round } from "../core/types.js" */
/** @import { Result } from "../components/question.js" */

const rules = content.schedule.round;

export function roundScreen() {
  const kept = person().round;
  const round = kept && { ...kept, queue: kept.queue.filter((id) => questions.has(id)) };
  if (!round) return leave();
  const question = questions.get(round.queue[0]);
  if (!question) return Object.keys(round.first).length ? close(round) : leave();
  onLeave(hush);
  return screen(round, question);
}

/** @param {Round} round */
function close(round) {
  return endOfRound(round, {
    again: async () => {
      await beginRound(round.mode ?? "questions");
      go("round");
    },
    close: async () => {
      await keepRound(null);
      go("home");
    },
  });
}

function leave() {
  queueMicrotask(() => replace("home"));
  return el("div");
}

/**
 * @param {Round} round
 * @param {AskedQuestion} question the first of its queue
 */
function screen(round, question) {
  const module = moduleOr(question.module);
  const before = person().memories.get(question.id) ?? null;
  const again = question.id in round.first;

  /** @param {Result} result */
  const answered = async ({ right, seconds, signs }) => {
    const given = grade(right, seconds, signs);
    const memory = learn(before, given, today());
    const next = nextRound(answer(round, given), seconds);
    await keepAnswer(question.id, memory, next);
    const returns = next.queue.includes(question.id);
    const label = thai(word(next.queue.length ? "go-on" : "to-close"));
    return {
      tell: returns ? [note("calm", "left-arrow-curving-right", paragraph(word("returns")))] : [],
      buttons: [button("primary", [label], () => replace("round"))],
    };
  };

  const { node, action } = questionView(question, `${question.id}/${before?.seen ?? 0}`, answered);
  return el(
    "div.screen.round",
    { "data-colour": module.colour },
    el(
      "header.bar",
      {},
      button("round", [sign("close"), unseen(word("pause"))], () => go("home")),
      el("h1.unseen", { tabindex: -1 }, thai(word("round.title"))),
      el("span.about", {}, icon(module.icon), thai(module.short)),
      progress(round),
    ),
    again ? el("p.again", {}, thai(word("again"))) : null,
    node,
    action,
  );
}

/**
 * Return the round after so many more seconds, without new questions when its minutes are over.
 *
 * @param {Round} round
 * @param {number} seconds
 */
function nextRound(round, seconds) {
  const spent = (round.spent ?? 0) + seconds;
  const isOver = round.mode === "minutes" && spent >= rules.minutes * 60;
  return isOver ? withoutNew({ ...round, spent }) : { ...round, spent };
}

/**
 * Return how far the round is: questions answered for good, of all; or minutes left.
 *
 * @param {Round} round
 */
function progress(round) {
  const done = Object.keys(round.first).filter((id) => !round.queue.includes(id)).length;
  if (round.mode === "minutes") {
    const left = Math.max(0, Math.ceil(rules.minutes - (round.spent ?? 0) / 60));
    return meter(word("round.minutes", { left }), done, rules.questions);
  }
  const all = done + remaining(round);
  return meter(word("round.number", { n: Math.min(done + 1, all), all }), done, all);
}

/**
 * @param {string} words
 * @param {number} done
 * @param {number} all
 */
function meter(words, done, all) {
  const fill = el("span");
  fill.style.width = `${Math.min(100, (100 * done) / all)}%`;
  const track = el("span.track", { "aria-hidden": "true" }, fill);
  return el("span.progress", {}, el("span", {}, thai(words)), track);
}
