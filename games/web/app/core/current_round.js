// The round of the one who practises now: beginning it, going on, keeping it on the device.

import { today } from "./calendar.js";
import { bank, content, modules, questions } from "./content.js";
import { begin, choose } from "./rounds.js";
import { isRemembered, person, session } from "./session.js";

/** @import { Memory, Mode, Round } from "./types.js" */

const rules = content.schedule.round;

// A disk that is slow to confirm must not hold up the feedback for longer than this.
const PATIENCE = 60;

/** Return the modules that rounds are about: those chosen here before, else all. */
export function chosenModules() {
  const wanted = session.store.settings.modules;
  const known = Array.isArray(wanted) ? wanted.filter((id) => modules.has(id)) : [];
  return known.length ? known : [...modules.keys()];
}

/**
 * Return how many questions are left in a round.
 *
 * @param {Round} round
 */
export function remaining(round) {
  return new Set(round.queue.filter((id) => questions.has(id))).size;
}

/**
 * Begin a round of ten questions or of five minutes.
 *
 * @param {Mode} mode
 * @param {string[]} about ids of modules
 */
export async function beginRound(mode, about = chosenModules()) {
  const asked = bank.filter((question) => about.includes(question.module));
  const atMost = mode === "questions" ? rules.questions : rules.at_most;
  const queue = choose(asked, person().memories, today(), atMost);
  await keepRound({ ...begin(queue), mode, spent: 0 });
}

/**
 * Keep the answer before its feedback is seen, so that nothing seen is lost.
 *
 * @param {string} question
 * @param {Memory} memory
 * @param {Round} round
 */
export async function keepAnswer(question, memory, round) {
  if (!isRemembered() || session.animal === null) {
    person().memories.set(question, memory);
    person().round = round;
    return;
  }
  const kept = session.store.keepAnswer(session.animal, question, memory, round);
  await Promise.race([kept, new Promise((resolve) => setTimeout(resolve, PATIENCE))]);
}

/**
 * Keep where the round stands; null when it is put away.
 *
 * @param {Round | null} round
 */
export async function keepRound(round) {
  if (isRemembered() && session.animal !== null) {
    await session.store.keepRound(session.animal, round);
  } else person().round = round;
}
