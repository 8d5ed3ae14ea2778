// A round on the screen: question after question, then the close.

import { asking } from "./asking.js";
import { today } from "./calendar.js";
import { bank, content, modules, questions, word } from "./content.js";
import { el, icon, sign, thai } from "./dom.js";
import { ending } from "./ending.js";
import { button, note, paragraph, unseen } from "./parts.js";
import { go, onLeave, replace } from "./router.js";
import { answer, begin, choose, withoutNew } from "./rounds.js";
import { grade, learn } from "./schedule.js";
import { hush } from "./speech.js";
import { isRemembered, person, state } from "./state.js";

const rules = content.schedule.round;

// A disk that is slow to confirm must not hold up the feedback for longer than this.
const PATIENCE = 60;

/** Modules that rounds are about: those chosen here before and still in the file, else all. */
export function chosenModules() {
  const wanted = state.store.settings.modules;
  const known = Array.isArray(wanted) ? wanted.filter((id) => modules.has(id)) : [];
  return known.length ? known : [...modules.keys()];
}

/** Questions left in a round. */
export function remaining(round) {
  return new Set(round.queue.filter((id) => questions.has(id))).size;
}

/** Begins a round of ten questions ("questions") or five minutes ("minutes"). */
export async function beginRound(mode, about = chosenModules()) {
  const asked = bank.filter((question) => about.includes(question.module));
  const atMost = mode === "questions" ? rules.questions : rules.at_most;
  const queue = choose(asked, person().memories, today(), atMost);
  await keepRound({ ...begin(queue), mode, spent: 0 });
  go("round");
}

export function playing() {
  const round = person().round;
  const known = round && { ...round, queue: round.queue.filter((id) => questions.has(id)) };
  if (!known) return leave();
  if (!known.queue.length) return Object.keys(known.first).length ? close(known) : leave();
  onLeave(hush);
  return screen(known);
}

function close(round) {
  return ending(round, {
    again: () => beginRound(round.mode ?? "questions"),
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

function screen(round) {
  const question = questions.get(round.queue[0]);
  const module = modules.get(question.module);
  const before = person().memories.get(question.id) ?? null;
  const again = question.id in round.first;

  const answered = async ({ right, seconds, signs }) => {
    const given = grade(right, seconds, signs);
    const memory = learn(before, given, today());
    const after = answer({ ...round, spent: (round.spent ?? 0) + seconds }, given);
    const overtime = after.mode === "minutes" && after.spent >= rules.minutes * 60;
    const next = overtime ? withoutNew(after) : after;
    await keepAnswer(question.id, memory, next);
    const returns = next.queue.includes(question.id);
    return {
      tell: returns ? [note("calm", "left-arrow-curving-right", paragraph(word("returns")))] : [],
      buttons: [
        button("primary", [thai(word(next.queue.length ? "go-on" : "to-close"))], () => replace("round")),
      ],
    };
  };

  const { node, action } = asking(question, `${question.id}/${before?.seen ?? 0}`, answered);
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

/** How far the round is: questions answered for good, of all; or minutes left. */
function progress(round) {
  const done = Object.keys(round.first).filter((id) => !round.queue.includes(id)).length;
  if (round.mode === "minutes") {
    const left = Math.max(0, Math.ceil(rules.minutes - (round.spent ?? 0) / 60));
    return meter(word("round.minutes", { left }), done, rules.questions);
  }
  const all = done + remaining(round);
  return meter(word("round.number", { n: Math.min(done + 1, all), all }), done, all);
}

function meter(words, done, all) {
  const fill = el("span");
  fill.style.width = `${Math.min(100, (100 * done) / all)}%`;
  return el("span.progress", {}, el("span", {}, thai(words)), el("span.track", { "aria-hidden": "true" }, fill));
}

/** Keeps the answer before its feedback is seen, so that nothing seen is lost. */
async function keepAnswer(id, memory, round) {
  if (!isRemembered()) {
    person().memories.set(id, memory);
    person().round = round;
    return;
  }
  const kept = state.store.keepAnswer(state.animal, id, memory, round);
  await Promise.race([kept, new Promise((resolve) => setTimeout(resolve, PATIENCE))]);
}

async function keepRound(round) {
  if (isRemembered()) await state.store.keepRound(state.animal, round);
  else person().round = round;
}
