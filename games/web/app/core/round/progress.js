// How far a person has come: one definition for every screen.
//
// A question is a seed until it is first answered, then a sprout, a plant, and a tree once it
// will be remembered for weeks.

import { bank, content } from "../content.js";
import { isDue } from "./schedule.js";

/** @import { Memories, Memory } from "../types.js" */

/** @typedef {0 | 1 | 2 | 3} Stage seed, sprout, plant, tree */

/** Stability in days from which a question is a plant. */
const PLANT_DAYS = 7;

/** Goals are so many questions apart. */
const GOAL = 10;

/**
 * Return the stage of a question.
 *
 * @param {Memory | undefined | null} memory
 * @returns {Stage}
 */
export function stageOf(memory) {
  if (!memory) return 0;
  if (memory.stability >= content.schedule.solid_days) return 3;
  return memory.stability >= PLANT_DAYS ? 2 : 1;
}

/**
 * Return how many of the questions stand at each stage.
 *
 * @param {Memories} memories
 * @param {{ id: string }[]} questions
 * @returns {[number, number, number, number]}
 */
export function stageCounts(memories, questions = bank) {
  /** @type {[number, number, number, number]} */
  const counts = [0, 0, 0, 0];
  for (const { id } of questions) counts[stageOf(memories.get(id))] += 1;
  return counts;
}

/**
 * Return the stage of a module: that of most of its questions, a sprout at least once one is met.
 *
 * @param {Memories} memories
 * @param {string} module
 * @returns {Stage}
 */
export function moduleStage(memories, module) {
  const own = bank.filter((question) => question.module === module);
  const [seeds, , plants, trees] = stageCounts(memories, own);
  if (trees * 2 > own.length) return 3;
  if ((plants + trees) * 2 > own.length) return 2;
  return seeds < own.length ? 1 : 0;
}

/**
 * Return true if every question of the module has grown to a plant: its certificate is earned.
 *
 * @param {Memories} memories
 * @param {string} module
 */
export function isCertified(memories, module) {
  const own = bank.filter((question) => question.module === module);
  return own.length > 0 && own.every(({ id }) => stageOf(memories.get(id)) >= 2);
}

/**
 * Return how many questions were met, and the next goal: a multiple of ten, or all there are.
 *
 * @param {Memories} memories
 */
export function goalOf(memories) {
  const met = bank.filter(({ id }) => memories.has(id)).length;
  return { met, goal: Math.min(bank.length, GOAL * (Math.floor(met / GOAL) + 1)) };
}

/**
 * Return how many questions are due today, and how many more tomorrow.
 *
 * @param {Memories} memories
 * @param {number} today
 */
export function dueCounts(memories, today) {
  const known = bank.flatMap(({ id }) => memories.get(id) ?? []);
  const due = known.filter((memory) => isDue(memory, today)).length;
  const tomorrow = known.filter((memory) => isDue(memory, today + 1)).length - due;
  return { due, tomorrow: Math.max(0, tomorrow) };
}

/**
 * Return the days with this one among them.
 *
 * @param {number[]} days
 * @param {number} day
 */
export function withDay(days, day) {
  return days.includes(day) ? days : [...days, day].sort((a, b) => a - b);
}
