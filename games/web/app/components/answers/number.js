// An answer by setting a number.

import { word } from "../../core/content.js";
import { plain } from "../../core/text.js";
import { button, unseen } from "../controls.js";
import { el, rendered, sign } from "../elements.js";
import { confirmButton, hint } from "./parts.js";

/** @import { AnswerInput, NumberQuestion } from "../../core/types.js" */

/**
 * @param {NumberQuestion} question
 * @param {(answer: number) => unknown} give
 * @returns {AnswerInput}
 */
export function numberInput({ unit, lowest = 0, highest, step }, give) {
  let value = lowest;
  const shown = el("output.amount");
  const slider = el("input", {
    type: "range",
    min: lowest,
    max: highest,
    step,
    value: lowest,
    "aria-label": plain(word("number")),
  });
  /** @param {number} next */
  const set = (next) => {
    value = Math.min(highest, Math.max(lowest, next));
    slider.value = String(value);
    slider.setAttribute("aria-valuetext", `${value.toLocaleString("en")} ${plain(unit)}`);
    shown.replaceChildren(el("b", value.toLocaleString("en")), " ", rendered(unit));
  };
  /** @type {(name: "minus" | "plus", by: number) => HTMLButtonElement} */
  const stepper = (name, by) =>
    button("stepper", [sign(name), unseen(word(name))], () => set(value + by));
  slider.addEventListener("input", () => set(Number(slider.value)));
  set(lowest);
  const [less, more] = [stepper("minus", -step), stepper("plus", step)];
  const node = el("div.dial", hint("hint.number"), el("div.steppers", less, shown, more), slider);
  return {
    node,
    done: confirmButton(() => give(value), { ready: true }),
  };
}
