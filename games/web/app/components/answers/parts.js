// Parts that the kinds of answers share.

import { word } from "../../core/content.js";
import { shuffled } from "../../core/round/grading.js";
import { button } from "../controls.js";
import { el, rendered } from "../elements.js";

/** @import { Child } from "../../core/types.js" */

/** What belongs together is told by the question, which question.js puts above it. */
export const NAMED = { role: "group", "aria-labelledby": "ask" };

/**
 * Return the button that gives an answer put together.
 *
 * @param {() => unknown} act
 */
export function confirmButton(act, { ready = false } = {}) {
  return button("primary", [rendered(word("answer"))], act, { disabled: !ready });
}

/** @param {string} key of its words */
export function hint(key) {
  return el("p.hint", rendered(word(key)));
}

/**
 * Return a button with a place for a number before its words.
 *
 * @param {Child} words
 * @param {string} voice id of its recording
 * @param {() => unknown} act
 */
export function numberedOption(words, voice, act) {
  const badge = el("span.box.number");
  const option = button("option", [badge, el("span", { "data-voice": voice }, words)], act, {
    "aria-pressed": "false",
  });
  return { option, badge };
}

/**
 * Return the numbers below `count` shuffled, and never in the right order: that would be given
 * away.
 *
 * @param {number} count
 * @param {string} seed
 */
export function changedOrder(count, seed) {
  const order = shuffled(count, seed);
  return order.every((each, i) => each === i) ? [...order.slice(1), order[0]] : order;
}
