// Answers by choosing: one option, several, or true or false.

import { word } from "../../core/content.js";
import { shuffled } from "../../core/round/grading.js";
import { button } from "../controls.js";
import { el, rendered, sign } from "../elements.js";
import { confirmButton, hint, NAMED } from "./parts.js";

/** @import { AnswerInput, ChoiceQuestion, SeveralQuestion } from "../../core/types.js" */

const LETTERS = ["letter.1", "letter.2", "letter.3", "letter.4", "letter.5", "letter.6"];

/**
 * @param {ChoiceQuestion} question
 * @param {string} seed
 * @param {(answer: number) => unknown} give
 * @returns {AnswerInput}
 */
export function choiceInput({ id, options }, seed, give) {
  const shown = shuffled(options.length, seed);
  const buttons = shown.map((index, place) =>
    button(
      "option",
      [letter(place), el("span", voiceOf(id, index), rendered(options[index].text))],
      () => give(index),
    ),
  );
  return {
    node: el("div.options", NAMED, buttons),
  };
}

/**
 * @param {SeveralQuestion} question
 * @param {string} seed
 * @param {(answer: number[]) => unknown} give
 * @returns {AnswerInput}
 */
export function severalInput({ id, options }, seed, give) {
  const shown = shuffled(options.length, seed);
  /** @type {Set<number>} */
  const ticked = new Set();
  const done = confirmButton(() => give([...ticked].sort()));
  const buttons = shown.map((index) => {
    const option = button(
      "option",
      [el("span.box", sign("tick")), el("span", voiceOf(id, index), rendered(options[index].text))],
      () => {
        if (!ticked.delete(index)) ticked.add(index);
        option.setAttribute("aria-checked", String(ticked.has(index)));
        done.disabled = ticked.size === 0;
      },
      { role: "checkbox", "aria-checked": "false" },
    );
    return option;
  });
  return {
    node: el("div", hint("hint.several"), el("div.options", NAMED, buttons)),
    done,
  };
}

/**
 * @param {(answer: boolean) => unknown} give
 * @returns {AnswerInput}
 */
export function trueFalseInput(give) {
  const sides = [true, false];
  const buttons = sides.map((side) =>
    button("option.half", [rendered(word(side ? "true" : "false"))], () => give(side)),
  );
  return {
    node: el("div.options.halves", NAMED, buttons),
  };
}

/**
 * Return the mark by which a recording of an option is found.
 *
 * @param {string} question
 * @param {number} index
 */
function voiceOf(question, index) {
  return { "data-voice": `${question}.option-${index + 1}` };
}

/** @param {number} place */
function letter(place) {
  return el("span.box.letter", { "aria-hidden": "true" }, rendered(word(LETTERS[place])));
}
