// An answer by tapping what belongs together.

import { el, rendered } from "../elements.js";
import { changedOrder, confirmButton, hint, numberedOption } from "./parts.js";

/** @import { AnswerInput, MatchQuestion } from "../../core/types.js" */
/** @typedef {"left" | "right"} Side */

/**
 * @param {MatchQuestion} question
 * @param {string} seed
 * @param {(answer: number[]) => unknown} give
 * @returns {AnswerInput}
 */
export function matchInput({ id, pairs }, seed, give) {
  const order = changedOrder(pairs.length, seed);
  /** For each left side the index of its partner; -1 without one. */
  const partner = pairs.map(() => -1);
  /** @type {{ side: Side, index: number } | null} */
  let held = null;
  const lefts = pairs.map((pair, i) =>
    numberedOption(rendered(pair.left), `${id}.left-${i + 1}`, () => tap("left", i)),
  );
  const rights = order.map((index) =>
    numberedOption(rendered(pairs[index].right), `${id}.right-${index + 1}`, () =>
      tap("right", index),
    ),
  );
  const done = confirmButton(() => give([...partner]));

  /** @type {(side: Side, index: number) => void} */
  const tap = (side, index) => {
    if (held && held.side !== side) {
      const [left, right] = side === "left" ? [index, held.index] : [held.index, index];
      release("right", right);
      partner[left] = right;
      held = null;
    } else if (held?.index === index) {
      held = null;
    } else {
      held = { side, index };
      release(side, index);
    }
    draw();
  };

  /** @type {(side: Side, index: number) => void} */
  const release = (side, index) => {
    const left = side === "left" ? index : partner.indexOf(index);
    if (left >= 0) partner[left] = -1;
  };

  const draw = () => {
    /** @type {(row: ReturnType<typeof numberedOption>, left: number, isHeld: boolean) => void} */
    const show = ({ option, badge }, left, isHeld) => {
      badge.textContent = left >= 0 ? String(left + 1) : "";
      option.classList.toggle("held", isHeld);
      option.setAttribute("aria-pressed", String(left >= 0 || isHeld));
    };
    for (const [i, row] of lefts.entries()) {
      show(row, partner[i] < 0 ? -1 : i, held?.side === "left" && held.index === i);
    }
    for (const [i, row] of rights.entries()) {
      const index = order[i];
      show(row, partner.indexOf(index), held?.side === "right" && held.index === index);
    }
    done.disabled = partner.includes(-1);
  };

  const rightSide = el(
    "div.options",
    rights.map(({ option }) => option),
  );
  const leftSide = el(
    "div.options",
    lefts.map(({ option }) => option),
  );
  return {
    node: el("div", hint("hint.match"), el("div.pairs", leftSide, rightSide)),
    done,
  };
}
