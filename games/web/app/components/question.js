// A question on the screen, from being seen to its feedback. Rounds and lessons both use it.

import { word } from "../core/content.js";
import { judge } from "../core/grading.js";
import { announce } from "../core/live_region.js";
import { plain } from "../core/text.js";
import { answerInput } from "./answers/input.js";
import { askButton, note, paragraph, readAloud } from "./controls.js";
import { el, icon, present, thai } from "./elements.js";
import { hardWords } from "./hard_words.js";
import { sources } from "./sources.js";

/** @import { Answer, Judgement, Question, Text } from "../core/types.js" */
/** @typedef {{ right: boolean, seconds: number, signs: number }} Result */
/** @typedef {{ tell?: HTMLElement[], buttons: HTMLElement[] }} FollowUp what to tell beside the explanation, and which buttons lead on */

/**
 * Return what is shown of the question, and what stands at the bottom, in reach.
 *
 * @param {Question} question
 * @param {string} seed decides the order shown
 * @param {(result: Result) => Promise<FollowUp>} answered may take its time to keep the answer
 */
export function questionView(question, seed, answered) {
  const started = stopwatch();
  const action = el("div.actions");
  const feedback = el("section.feedback", { hidden: true, "aria-labelledby": "feedback-title" });
  let isGiven = false;

  /** @param {Answer} answer */
  const give = async (answer) => {
    if (isGiven) return;
    isGiven = true;
    const { right, why } = judge(question, answer);
    const { tell = [], buttons } = await answered({
      right,
      seconds: started(),
      signs: signsOf(question),
    });
    input.mark(answer);
    input.done?.remove();
    feedback.replaceChildren(...explained(question, right, why), ...tell);
    feedback.hidden = false;
    node.classList.add("answered");
    action.replaceChildren(...present([askButton(question.helpline), ...buttons]));
    announce(word(right ? "right" : "wrong"));
    /** @type {HTMLElement} */ (feedback.querySelector("h2")).focus({ preventScroll: true });
    feedback.scrollIntoView({ block: "nearest", behavior: calm() ? "auto" : "smooth" });
  };

  const input = answerInput(question, seed, give);
  if (input.done) action.append(input.done);
  const tools = [readAloud(() => toRead(question)), hardWords([question.ask], question.telling)];
  const node = el(
    "div.question",
    {},
    el(
      "div.ask",
      {},
      el("h2", { id: "ask", tabindex: -1 }, thai(question.ask)),
      el("div.tools", {}, tools),
    ),
    el("div.reply", {}, input.node, feedback),
  );
  return { node, action };
}

/**
 * @param {Question} question
 * @param {boolean} right
 * @param {Judgement["why"]} why
 */
function explained(question, right, why) {
  const title = el(
    "h2",
    { id: "feedback-title", tabindex: -1 },
    icon(right ? "check-mark-button" : "light-bulb"),
    thai(word(right ? "right" : "wrong")),
  );
  const reasons = why.map(({ about, text }) =>
    note("think", "thinking-face", about ? el("p.about", {}, thai(about)) : null, paragraph(text)),
  );
  const read = [...why.map(({ text }) => text), question.explain];
  return present([
    title,
    ...reasons,
    el("div.explain", {}, paragraph(question.explain)),
    el("div.tools", {}, [readAloud(() => read), hardWords(read)]),
    sources(question.facts),
  ]);
}

/**
 * @param {Question} question
 * @returns {Text[]}
 */
function toRead(question) {
  return [question.ask, ...choicesOf(question)];
}

/**
 * @param {Question} question
 * @returns {Text[]}
 */
function choicesOf(question) {
  switch (question.kind) {
    case "choice":
    case "several":
      return question.options.map((option) => option.text);
    case "order":
      return question.steps;
    case "match":
      return question.pairs.flatMap((pair) => [pair.left, pair.right]);
    default:
      return [];
  }
}

/**
 * Return how much there was to read.
 *
 * @param {Question} question
 */
function signsOf(question) {
  return toRead(question).reduce((sum, text) => sum + plain(text).length, 0);
}

/** Return a function of the seconds for which the page was seen since: a telephone laid aside does not count as thinking. */
function stopwatch() {
  let seen = 0;
  let since = performance.now();
  const look = () => {
    if (document.hidden) seen += performance.now() - since;
    since = performance.now();
  };
  document.addEventListener("visibilitychange", look);
  return () => {
    document.removeEventListener("visibilitychange", look);
    return (seen + performance.now() - since) / 1000;
  };
}

function calm() {
  return matchMedia("(prefers-reduced-motion: reduce)").matches;
}
