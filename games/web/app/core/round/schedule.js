// When a question returns: FSRS over whole local days, as in games/practice/schedule.py.

import { FSRS, Rating } from "../../../vendor/ts-fsrs.js";
import { content } from "../content.js";
import { allowedPace } from "./pace.js";

/** @import { Grade, Memory } from "../types.js" */

const RATINGS = { again: Rating.Again, hard: Rating.Hard, good: Rating.Good };

/** @type {FSRS | null} */
let algorithm = null;

/** Return what reckons memories; made once, when the content is there. */
function fsrs() {
  const { weights: w, retention, longest_days } = content.schedule;
  algorithm ??= new FSRS({
    w,
    request_retention: retention,
    maximum_interval: longest_days,
    enable_fuzz: false,
  });
  return algorithm;
}

/**
 * Return the grade of an answer.
 *
 * @param {boolean} right
 * @param {number} seconds from the question being seen to the answer
 * @param {number} signs length of what there was to read
 * @param {number | null} pace the reader's usual seconds for a sign
 * @returns {Grade}
 */
export function grade(right, seconds, signs, pace = null) {
  if (!right) return "again";
  const { seconds: pause, seconds_per_sign: shared } = content.schedule.hesitation;
  return seconds > pause + allowedPace(pace, shared) * signs ? "hard" : "good";
}

/**
 * Return the memory after an answer; null stands for a question never asked.
 *
 * @param {Memory | null} memory
 * @param {Grade} given
 * @param {number} today
 * @returns {Memory}
 */
export function learn(memory, given, today) {
  // A last day still to come means that the clock was set back since.
  const elapsed = memory ? Math.max(0, today - memory.last) : 0;
  const before = memory && { stability: memory.stability, difficulty: memory.difficulty };
  const after = fsrs().next_state(before, elapsed, RATINGS[given]);
  return {
    stability: after.stability,
    difficulty: after.difficulty,
    last: today,
    due: today + fsrs().next_interval(after.stability, elapsed),
    seen: (memory?.seen ?? 0) + 1,
    missed: (memory?.missed ?? 0) + (given === "again" ? 1 : 0),
  };
}

/**
 * Return true if it should be asked today. After the clock was set back: yes, and it heals by
 * that.
 *
 * @param {Pick<Memory, "due" | "last">} memory
 * @param {number} today
 */
export function isDue(memory, today) {
  return memory.due <= today || memory.last > today;
}
