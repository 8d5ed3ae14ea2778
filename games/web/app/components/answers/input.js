// What answers a question: a thing to tap for each of the six kinds.

import { matchInput } from "./match.js";
import { numberInput } from "./number.js";
import { choiceInput, severalInput, trueFalseInput } from "./options.js";
import { orderInput } from "./order.js";

/** @import { Answer, AnswerInput, Question } from "../../core/types.js" */

/**
 * Return the input that answers the question. It calls `give` with the answer.
 *
 * @param {Question} question
 * @param {string} seed decides the order shown
 * @param {(answer: Answer) => unknown} give
 * @returns {AnswerInput}
 */
export function answerInput(question, seed, give) {
  switch (question.kind) {
    case "choice":
      return choiceInput(question, seed, give);
    case "several":
      return severalInput(question, seed, give);
    case "true_false":
      return trueFalseInput(give);
    case "order":
      return orderInput(question, seed, give);
    case "match":
      return matchInput(question, seed, give);
    case "number":
      return numberInput(question, give);
  }
}
