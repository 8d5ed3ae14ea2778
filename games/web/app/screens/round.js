// A round on the screen: question after question, then the close.

import { button, unseen } from "../components/controls.js";
import { el, icon, rendered, sign } from "../components/elements.js";
import { growthStrip } from "../components/growth.js";
import { listenButton, readBySelf } from "../components/listening.js";
import { questionView } from "../components/question.js";
import { today } from "../core/calendar.js";
import { content, moduleOr, questions, word } from "../core/content.js";
import { pageAbout } from "../core/lesson_pages.js";
import { beginRound, keepRound, recordAnswer, remaining } from "../core/round/current_round.js";
import { stageOf } from "../core/round/progress.js";
import { answer, withoutNew } from "../core/round/rounds.js";
import { go, onLeave, replace } from "../core/router.js";
import { person } from "../core/session.js";
import { hush } from "../core/speech.js";
import { endOfRound } from "./round_end.js";

/** @import { AskedQuestion, Memory, Round } from "../core/types.js" */
/** @import { Result } from "../core/round/current_round.js" */

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
  const before = person().memories.get(question.id);
  const again = question.id in round.first;

  /** @param {Result} result */
  const answered = async (result) => {
    const after = await recordAnswer(question, result, (given) =>
      nextRound(answer(round, given), result.seconds),
    );
    const { queue } = after.round ?? { queue: [] };
    const label = rendered(word(queue.length ? "go-on" : "to-close"));
    return {
      growth: growthStrip(stageOf(after.memory), growthWords(before, after.memory, result.right)),
      chips: result.right ? [] : lessonChips(question),
      actions: [
        el("p.returns", icon("calendar"), returnWords(after.memory, queue, question.id)),
        button("primary", [label, sign("next")], () => replace("round")),
      ],
    };
  };

  const seed = `${question.id}/${before?.seen ?? 0}`;
  const { node, action, toRead } = questionView(question, seed, answered);
  queueMicrotask(() => readBySelf(toRead()));
  return el(
    "div.screen.round",
    { "data-colour": module.colour },
    el(
      "header.bar",
      button("round", [sign("close"), unseen(word("pause"))], () => go("home")),
      el("h1.unseen", { tabindex: -1 }, rendered(word("round.title"))),
      el("span.about", icon(module.icon), rendered(module.short)),
      progress(round, again),
      listenButton(toRead),
    ),
    node,
    action,
  );
}

/**
 * Return where a missed question is explained at length.
 *
 * @param {AskedQuestion} question
 */
function lessonChips(question) {
  const module = moduleOr(question.module);
  const page = pageAbout(module, question);
  if (!page) return [];
  const label = [icon("graduation-cap"), rendered(word("read-page"))];
  return [button("chip", label, () => go("lesson", module.id, page))];
}

/**
 * @param {Memory | undefined} before
 * @param {Memory} after
 * @param {boolean} right
 */
function growthWords(before, after, right) {
  if (!right) return word("growth.missed");
  return word(stageOf(after) > stageOf(before) ? "growth.grown" : "growth.watered");
}

/**
 * Return when the question comes again.
 *
 * @param {Memory} memory
 * @param {string[]} queue of the round
 * @param {string} id
 */
function returnWords(memory, queue, id) {
  if (queue.includes(id)) return rendered(word("returns"));
  const days = memory.due - today();
  return rendered(days <= 1 ? word("returns.tomorrow") : word("returns.days", { n: days }));
}

/**
 * Return the round after so many more seconds, without new questions when its minutes are over.
 *
 * @param {Round} round
 * @param {number} seconds
 */
function nextRound(round, seconds) {
  const spent = (round.spent ?? 0) + seconds;
  const isOver = round.mode === "minutes" && spent >= content.schedule.round.minutes * 60;
  return isOver ? withoutNew({ ...round, spent }) : { ...round, spent };
}

/**
 * Return how far the round is: questions answered for good, of all; or minutes left.
 *
 * @param {Round} round
 * @param {boolean} again the question is asked once more in this round
 */
function progress(round, again) {
  const done = Object.keys(round.first).filter((id) => !round.queue.includes(id)).length;
  if (round.mode === "minutes") {
    const { minutes, questions: all } = content.schedule.round;
    const left = Math.max(0, Math.ceil(minutes - (round.spent ?? 0) / 60));
    return meter(word(again ? "again" : "round.minutes", { left }), done, all);
  }
  const all = done + remaining(round);
  const words = again ? word("again") : word("round.number", { n: Math.min(done + 1, all), all });
  return meter(words, done, all);
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
  return el("span.progress", el("span", rendered(words)), track);
}
