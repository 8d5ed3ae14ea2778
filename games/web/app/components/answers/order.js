// An answer by tapping steps in their order.

import { el, rendered } from "../elements.js";
import { changedOrder, confirmButton, hint, NAMED, numberedOption } from "./parts.js";

/** @import { AnswerInput, OrderQuestion } from "../../core/types.js" */

/**
 * @param {OrderQuestion} question
 * @param {string} seed
 * @param {(answer: number[]) => unknown} give
 * @returns {AnswerInput}
 */
export function orderInput({ id, steps }, seed, give) {
  const shown = changedOrder(steps.length, seed);
  /** @type {number[]} */
  const tapped = [];
  const done = confirmButton(() => give([...tapped]));
  const rows = shown.map((step) =>
    numberedOption(rendered(steps[step]), `${id}.step-${step + 1}`, () => tap(step)),
  );
  /** @param {number} step */
  const tap = (step) => {
    const place = tapped.indexOf(step);
    if (place < 0) tapped.push(step);
    else tapped.length = place;
    for (const [i, { option, badge }] of rows.entries()) {
      const at = tapped.indexOf(shown[i]);
      badge.textContent = at < 0 ? "" : String(at + 1);
      option.setAttribute("aria-pressed", String(at >= 0));
    }
    done.disabled = tapped.length < steps.length;
  };
  const list = el(
    "div.options",
    NAMED,
    rows.map(({ option }) => option),
  );
  return {
    node: el("div", hint("hint.order"), list),
    done,
  };
}
