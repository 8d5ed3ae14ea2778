// Tells whole entries of the storage from damaged ones.

/** @import { Deed, Profile } from "../types.js" */

const GRADES = ["again", "hard", "good"];

/**
 * Return true if it is a whole memory, as `learn` makes it.
 *
 * @param {any} memory
 */
export function isMemory(memory) {
  const numbers = ["stability", "difficulty", "last", "due", "seen", "missed"];
  return (
    isTable(memory) &&
    numbers.every((name) => Number.isFinite(memory[name])) &&
    memory.stability > 0 &&
    memory.stability < 1e6 &&
    memory.difficulty >= 1 &&
    memory.difficulty <= 10 &&
    isDay(memory.last) &&
    isDay(memory.due)
  );
}

/**
 * Return true if it is a whole round, or null, which stands for none.
 *
 * @param {any} round
 */
export function isRound(round) {
  if (round === null) return true;
  return (
    isTable(round) &&
    Array.isArray(round.queue) &&
    round.queue.every(isText) &&
    isTable(round.first) &&
    Object.values(round.first).every((grade) => GRADES.includes(grade)) &&
    isTable(round.returned) &&
    Object.values(round.returned).every(Number.isInteger) &&
    [undefined, "questions", "minutes"].includes(round.mode) &&
    (round.spent === undefined || (Number.isFinite(round.spent) && round.spent >= 0))
  );
}

/**
 * Return the whole parts of what was kept of a person; nothing known for the rest.
 *
 * @param {any} entry
 * @returns {Profile}
 */
export function profileOf(entry) {
  const kept = isTable(entry) ? entry : {};
  const days = Array.isArray(kept.days) ? kept.days.filter(isDay) : [];
  const pages = isTable(kept.pages) ? Object.entries(kept.pages) : [];
  return {
    days: [...new Set(days)].sort((a, b) => a - b),
    deed: deedOf(kept.deed),
    pace: Number.isFinite(kept.pace) && kept.pace > 0 && kept.pace < 60 ? kept.pace : null,
    pages: Object.fromEntries(pages.filter(([, page]) => Number.isInteger(page) && page > 0)),
  };
}

/**
 * @param {any} deed
 * @returns {Deed | null}
 */
function deedOf(deed) {
  if (!isTable(deed) || !isText(deed.module) || !isDay(deed.chosen)) return null;
  return { module: deed.module, chosen: deed.chosen, done: isDay(deed.done) ? deed.done : null };
}

// Days from 1970 to about 2240: others come from damage, not from a clock.
const LAST_DAY = 100_000;

/**
 * @param {any} day
 * @returns {boolean}
 */
function isDay(day) {
  return Number.isInteger(day) && day >= 0 && day < LAST_DAY;
}

/**
 * @param {any} value
 * @returns {boolean}
 */
function isText(value) {
  return typeof value === "string";
}

/**
 * @param {any} value
 * @returns {boolean}
 */
function isTable(value) {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}
