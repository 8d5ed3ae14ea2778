// The one thing to do this week: chosen at the end of a round, ticked, asked about a week later.

/** @import { AskedQuestion, Deed, LessonStep, Module } from "./types.js" */

const WEEK = 7;

/**
 * Return the lesson's step that tells the deed of a module.
 *
 * @param {Module} module
 * @returns {LessonStep | undefined}
 */
export function deedStep(module) {
  return module.lesson.steps.findLast((step) => step.kind === "act");
}

/**
 * Return the module whose deed fits a round best: the one with most of these questions.
 *
 * @param {AskedQuestion[]} asked
 */
export function deedModule(asked) {
  /** @type {Map<string, number>} */
  const counts = new Map();
  for (const { module } of asked) counts.set(module, (counts.get(module) ?? 0) + 1);
  return [...counts].sort((a, b) => b[1] - a[1])[0][0];
}

/**
 * Return how a deed stands: still to do this week, to be asked about, or done; "none" without one
 * or a week after it was done.
 *
 * @param {Deed | null} deed
 * @param {number} today
 * @returns {"none" | "open" | "ask" | "done"}
 */
export function deedState(deed, today) {
  if (!deed) return "none";
  if (deed.done !== null) return today - deed.done < WEEK ? "done" : "none";
  return today - deed.chosen < WEEK ? "open" : "ask";
}
