// The round of the one who practises now: beginning it, going on, keeping it on the device.

import { today } from "../calendar.js";
import { bank, content, modules, questions } from "../content.js";
import { isRemembered, person, session } from "../session.js";
import { paceAfter } from "./pace.js";
import { withDay } from "./progress.js";
import { begin, choose } from "./rounds.js";
import { grade, learn } from "./schedule.js";

/** @import { Grade, Mode, Profile, Question, Round } from "../types.js" */
/** @typedef {{ right: boolean, seconds: number, signs: number }} Result of an answer: seconds taken, length of what there was to read */

// A disk that is slow to confirm must not hold up the feedback for longer than this.
const PATIENCE = 60;

/**
 * Return the modules that rounds are about: those chosen here before, else the first one for who
 * has answered nothing yet, else all.
 *
 * @returns {string[]}
 */
export function chosenModules() {
  const wanted = session.store.settings.modules;
  const known = Array.isArray(wanted) ? wanted.filter((id) => modules.has(id)) : [];
  if (known.length) return known;
  const all = [...modules.keys()];
  return person().memories.size ? all : all.slice(0, 1);
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
  const { questions: few, at_most: many } = content.schedule.round;
  const atMost = mode === "questions" ? few : many;
  const queue = choose(asked, person().memories, today(), atMost);
  await keepRound({ ...begin(queue), mode, spent: 0 });
}

/**
 * Keep an answer before its feedback is seen, so that nothing seen is lost. Return the question's
 * memory and the round after it.
 *
 * @param {Question} question
 * @param {Result} result
 * @param {(given: Grade) => Round | null} nextRound
 */
export async function recordAnswer({ id }, { right, seconds, signs }, nextRound) {
  const { memories, profile } = person();
  const given = grade(right, seconds, signs, profile.pace);
  const memory = learn(memories.get(id) ?? null, given, today());
  const round = nextRound(given);
  /** @type {Profile} */
  const changed = {
    ...profile,
    days: withDay(profile.days, today()),
    pace: right ? paceAfter(profile.pace, seconds, signs) : profile.pace,
  };
  if (isRemembered() && session.animal !== null) {
    const kept = session.store.keepAnswer(session.animal, id, memory, round, changed);
    await Promise.race([kept, new Promise((resolve) => setTimeout(resolve, PATIENCE))]);
  } else {
    memories.set(id, memory);
    Object.assign(person(), { round, profile: changed });
  }
  return { memory, round };
}

/**
 * Keep a change of what is known of the person.
 *
 * @param {Partial<Profile>} changed
 */
export async function keepProfile(changed) {
  if (isRemembered() && session.animal !== null) {
    await session.store.keepProfile(session.animal, changed);
  } else Object.assign(person().profile, changed);
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
