// Grades an answer and says why. Indexes are those of the content, whatever the order shown.

/** @import { Answer, Judgement, MatchQuestion, NumberQuestion, Option, OrderQuestion, Question, TrueFalseQuestion } from "../types.js" */

/**
 * Return whether the answer is right, and the reasons against what was mistaken.
 *
 * @param {Question} question
 * @param {Answer} given
 * @returns {Judgement}
 */
export function judge(question, given) {
  const judged = byKind(question, given);
  return judged.right ? { right: true, why: [] } : judged;
}

/**
 * @param {Question} question
 * @param {any} given
 * @returns {Judgement}
 */
function byKind(question, given) {
  switch (question.kind) {
    case "choice":
      return choice(question.options, given);
    case "several":
      return several(question.options, given);
    case "true_false":
      return trueFalse(question, given);
    case "order":
      return order(question, given);
    case "match":
      return match(question, given);
    case "number":
      return number(question, given);
  }
}

/**
 * @param {Option[]} options
 * @param {number} given
 * @returns {Judgement}
 */
function choice(options, given) {
  const chosen = options[given];
  return {
    right: Boolean(chosen.right),
    why: chosen.why ? [{ text: chosen.why, voice: `why-${given + 1}` }] : [],
  };
}

/**
 * @param {Option[]} options
 * @param {number[]} given
 * @returns {Judgement}
 */
function several(options, given) {
  const isRight = options.every((option, i) => given.includes(i) === Boolean(option.right));
  const why = options.flatMap(({ right, text, why: reason }, i) =>
    given.includes(i) && !right && reason
      ? [{ about: text, text: reason, voice: `why-${i + 1}` }]
      : [],
  );
  return { right: isRight, why };
}

/**
 * @param {TrueFalseQuestion} question
 * @param {boolean} given
 * @returns {Judgement}
 */
function trueFalse({ answer = false, why }, given) {
  return { right: given === answer, why: [{ text: why, voice: "why" }] };
}

/**
 * @param {OrderQuestion} question
 * @param {number[]} given
 * @returns {Judgement}
 */
function order({ why }, given) {
  return {
    right: given.every((step, place) => step === place),
    why: [{ text: why, voice: "why" }],
  };
}

/**
 * Two needs may share one office, so the words decide, not the place in the list.
 *
 * @param {MatchQuestion} question
 * @param {number[]} given
 * @returns {Judgement}
 */
function match({ pairs, why }, given) {
  const right = given.every((j, i) => pairs[j].right === pairs[i].right);
  return { right, why: [{ text: why, voice: "why" }] };
}

/**
 * @param {NumberQuestion} question
 * @param {number} given
 * @returns {Judgement}
 */
function number({ answer, tolerance = 0, mistakes = [], why }, given) {
  const known = mistakes.findIndex((mistake) => mistake.amount.value === given);
  const reason =
    known < 0
      ? { text: why, voice: "why" }
      : { text: mistakes[known].why, voice: `mistake-${known + 1}` };
  return { right: Math.abs(given - answer.value) <= tolerance, why: [reason] };
}

/**
 * Return the numbers below `count`, shuffled; the same for the same seed, so that a reload shows
 * the same.
 *
 * @param {number} count
 * @param {string} seed
 */
export function shuffled(count, seed) {
  let state = 2166136261;
  for (const sign of seed) state = Math.imul(state ^ (sign.codePointAt(0) ?? 0), 16777619);
  const order = Array.from({ length: count }, (_, i) => i);
  for (let i = count - 1; i > 0; i -= 1) {
    state = Math.imul(state ^ (state >>> 15), 2246822519) + 0x9e3779b9;
    const j = ((state ^ (state >>> 13)) >>> 0) % (i + 1);
    [order[i], order[j]] = [order[j], order[i]];
  }
  return order;
}
