// What to show after an answer: what the person answered beside the right answer.

/** @import { Option, Outcome, OutcomeRow, Question } from "../types.js" */

/**
 * Return the outcome of an answer: two cards for a single answer, rows for an answer of parts.
 *
 * @param {Question} question
 * @param {any} given
 * @returns {Outcome}
 */
export function outcomeOf(question, given) {
  switch (question.kind) {
    case "choice": {
      const right = question.options.findIndex((option) => option.right);
      return {
        form: "cards",
        yours: { text: question.options[given].text, voice: `option-${given + 1}` },
        right: { text: question.options[right].text, voice: `option-${right + 1}` },
      };
    }
    case "true_false":
      return {
        form: "cards",
        yours: { word: String(given) },
        right: { word: String(question.answer ?? false) },
      };
    case "number":
      return {
        form: "number",
        yours: grouped(given),
        right: grouped(question.answer.value),
        unit: question.unit,
      };
    case "several":
      return { form: "ticks", rows: tickRows(question.options, given) };
    case "order":
      return {
        form: "order",
        rows: question.steps.map((text, step) => {
          const place = given.indexOf(step);
          return { text, voice: `step-${step + 1}`, right: place === step, yours: place };
        }),
      };
    case "match":
      return {
        form: "match",
        rows: question.pairs.map((pair, left) => {
          const chosen = question.pairs[given[left]];
          const isRight = chosen.right === pair.right;
          return { ...pair, number: left + 1, isRight, yours: chosen.right };
        }),
      };
  }
}

/**
 * Return the options that were right or chosen: right ones first.
 *
 * @param {Option[]} options
 * @param {number[]} given
 * @returns {OutcomeRow[]}
 */
function tickRows(options, given) {
  const rows = options.map(({ text, why, right = false }, i) => {
    return { text, why, right, chosen: given.includes(i), voice: `option-${i + 1}` };
  });
  return [...rows.filter((row) => row.right), ...rows.filter((row) => !row.right && row.chosen)];
}

/** @param {number} amount */
function grouped(amount) {
  return amount.toLocaleString("en");
}
