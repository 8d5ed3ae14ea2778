// A round: what is asked, in which order, and what comes back; as games/practice/rounds.py.

import { content } from "../content.js";
import { isDue } from "./schedule.js";

/** @import { Grade, Memory, Round } from "../types.js" */
/** @typedef {{ id: string, module: string, level: number }} Asked */

/**
 * Return the ids of a round that begins today.
 *
 * @param {Asked[]} asked in reading order
 * @param {Map<string, Pick<Memory, "due" | "last">>} memories
 * @param {number} today
 * @param {number} atMost
 */
export function choose(asked, memories, today, atMost) {
  /** @type {[number, Asked][][]} */
  const [due, fresh, early] = [[], [], []];
  for (const question of asked) {
    const memory = memories.get(question.id);
    if (!memory) fresh.push([question.level, question]);
    else if (isDue(memory, today)) due.push([Math.min(memory.due, today), question]);
    else early.push([memory.due, question]);
  }
  // Sorting is stable: what is equal keeps its reading order.
  const ordered = [due, fresh, early].flatMap((group) =>
    inTurns(group.sort((a, b) => a[0] - b[0]).map(([, question]) => question)),
  );
  return ordered.slice(0, atMost).map((question) => question.id);
}

/**
 * Return the same questions with the modules taking turns, each in its own order.
 *
 * @param {Asked[]} asked
 */
function inTurns(asked) {
  /** @type {Map<string, Asked[]>} */
  const waiting = new Map();
  for (const question of asked) {
    waiting.set(question.module, [...(waiting.get(question.module) ?? []), question]);
  }
  const groups = [...waiting.values()];
  const longest = Math.max(0, ...groups.map((group) => group.length));
  return Array.from({ length: longest }, (_, turn) =>
    groups.filter((group) => turn < group.length).map((group) => group[turn]),
  ).flat();
}

/**
 * Return a round that asks these questions.
 *
 * @param {string[]} queue
 * @returns {Round}
 */
export function begin(queue) {
  return { queue, first: {}, returned: {} };
}

/**
 * Return the round after the answer to its first question.
 *
 * @param {Round} round
 * @param {Grade} given
 * @returns {Round}
 */
export function answer(round, given) {
  const { gap, returns } = content.schedule.round;
  const [asked, ...rest] = round.queue;
  const first = { ...round.first };
  if (!(asked in first)) first[asked] = given;
  const returned = { ...round.returned };
  if (given === "again" && (returned[asked] ?? 0) < returns) {
    returned[asked] = (returned[asked] ?? 0) + 1;
    rest.splice(Math.min(gap, rest.length), 0, asked);
  }
  return { ...round, queue: rest, first, returned };
}

/**
 * Return the round when its minutes are over: only what was begun is finished.
 *
 * @param {Round} round
 * @returns {Round}
 */
export function withoutNew(round) {
  return { ...round, queue: round.queue.filter((id) => id in round.first) };
}
