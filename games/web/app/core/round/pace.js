// A person's own pace of reading, so that who reads slowly is not marked down for it.

// An answer moves the usual pace by this part of the difference.
const WEIGHT = 0.2;

/** A reader may take so many times their usual pace before an answer counts as hesitant. */
const ROOM = 2.5;

/**
 * Return the usual seconds for a sign after an answer.
 *
 * @param {number | null} pace before it
 * @param {number} seconds
 * @param {number} signs length of what there was to read
 */
export function paceAfter(pace, seconds, signs) {
  const own = seconds / Math.max(1, signs);
  return pace === null ? own : pace + WEIGHT * (own - pace);
}

/**
 * Return the seconds for a sign that a reader is allowed: those of the shared rules at least.
 *
 * @param {number | null} pace
 * @param {number} shared
 */
export function allowedPace(pace, shared) {
  return Math.max(shared, ROOM * (pace ?? 0));
}
