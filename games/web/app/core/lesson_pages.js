// Which page of a lesson is about a question.

/** @import { Module, Question } from "./types.js" */

/**
 * Return the number of the page that tells most of what the question rests on, from 1; null when
 * none does.
 *
 * @param {Module} module
 * @param {Question} question
 */
export function pageAbout(module, question) {
  const facts = new Set(question.facts);
  const shared = module.lesson.steps.map((step) =>
    step.kind === "explain" ? step.facts.filter((fact) => facts.has(fact)).length : 0,
  );
  const most = Math.max(...shared);
  return most > 0 ? shared.indexOf(most) + 1 : null;
}
