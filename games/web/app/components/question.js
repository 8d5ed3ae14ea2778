// A question on the screen, from being seen to its feedback. Rounds and lessons both use it.

import { word } from "../core/content.js";
import { announce } from "../core/live_region.js";
import { judge } from "../core/round/grading.js";
import { plain } from "../core/text.js";
import { answerInput } from "./answers/input.js";
import { askButton, paragraph } from "./controls.js";
import { el, icon, rendered } from "./elements.js";
import { hardWords, hardWordsButton } from "./hard_words.js";
import { readBySelf } from "./listening.js";
import { outcomeView } from "./outcome.js";
import { sourcesButton, staleWarning } from "./sources.js";

/** @import { Answer, Judgement, Question, Text } from "../core/types.js" */
/** @import { Result } from "../core/round/current_round.js" */

/**
 * @typedef {object} FollowUp
 * @property {HTMLElement} [growth] how the question has grown by the answer
 * @property {HTMLElement[]} [chips] where to read on
 * @property {HTMLElement[]} actions what stands at the bottom, in reach
 */

// A finger that taps twice must not answer and go on at once.
const GUARD = 250;

/**
 * Return what is shown of the question, what stands at the bottom, in reach, and what there is
 * to read aloud at the time.
 *
 * @param {Question} question
 * @param {string} seed decides the order shown
 * @param {(result: Result) => Promise<FollowUp>} answered may take its time to keep the answer
 */
export function questionView(question, seed, answered) {
  const started = stopwatch();
  const action = el("div.actions");
  const ask = el("h2", { id: "ask", tabindex: -1, "data-voice": `${question.id}.ask` });
  ask.append(rendered(question.ask));
  const reply = el("div.reply");
  let isGiven = false;

  /** @param {Answer} answer */
  const give = async (answer) => {
    if (isGiven) return;
    isGiven = true;
    const judgement = judge(question, answer);
    const { right } = judgement;
    const signs = signsOf(question);
    const followUp = await answered({ right, seconds: started(), signs });
    reply.replaceChildren(feedbackView(question, answer, judgement, followUp));
    node.classList.add("answered");
    action.replaceChildren(...followUp.actions);
    action.inert = true;
    setTimeout(() => {
      action.inert = false;
    }, GUARD);
    announce(word(right ? "right" : "wrong"));
    fitToScreen(node);
    window.scrollTo(0, 0);
    /** @type {HTMLElement} */ (reply.querySelector("#feedback-title")).focus({
      preventScroll: true,
    });
    readBySelf(toRead());
  };

  const input = answerInput(question, seed, give);
  reply.append(input.node);
  if (input.done) action.append(input.done);
  const node = el(
    "div.question",
    el("div.ask", ask, hardWords([question.ask], question.telling)),
    reply,
  );

  const toRead = () =>
    isGiven
      ? [...reply.querySelectorAll(/** @type {"p"} */ ("h2, .outcome p, .explain p, .explain li"))]
      : [ask, ...reply.querySelectorAll(/** @type {"span"} */ (".option > span:last-child"))];
  return { node, action, toRead };
}

/**
 * Return the feedback: the verdict, both answers, why; sources and hard words by a tap.
 *
 * @param {Question} question
 * @param {Answer} given
 * @param {Judgement} judgement
 * @param {FollowUp} followUp
 */
function feedbackView(question, given, { right, why }, { growth, chips = [] }) {
  const title = el(
    "h2.verdict",
    { id: "feedback-title", tabindex: -1 },
    icon(right ? "check-mark-button" : "light-bulb"),
    rendered(word(right ? "right" : "wrong")),
  );
  // Each option that was ticked by mistake carries its own reason.
  const reasons = question.kind === "several" ? [] : why;
  const read = [...why.map(({ text }) => text), question.explain];
  return el(
    "section.feedback",
    { "aria-labelledby": "feedback-title" },
    el("div.head", title, growth),
    outcomeView(question, given, right),
    el(
      "div.explain",
      ...staleWarning(question.facts),
      ...reasons.map((each) => reason(question.id, each)),
      withVoice(paragraph(question.explain), `${question.id}.explain`),
      el(
        "div.chips",
        askButton(question.helpline, "chip"),
        ...chips,
        hardWordsButton(read),
        sourcesButton(question.facts),
      ),
    ),
  );
}

/**
 * @param {string} question
 * @param {Judgement["why"][number]} reason
 */
function reason(question, { text, voice }) {
  const told = withVoice(paragraph(text), `${question}.${voice}`);
  told.classList.add("why");
  return told;
}

/**
 * Return the element, which a recording tells.
 *
 * @param {HTMLElement} element
 * @param {string} id
 */
function withVoice(element, id) {
  element.dataset.voice = id;
  return element;
}

// How the feedback is set, from the largest to the smallest.
const SETTINGS = [["roomy"], [], ["tight"], ["tight", "tighter"]];

/**
 * Set the feedback as large as it needs no scrolling. Who has chosen larger type keeps it.
 *
 * @param {HTMLElement} node
 */
function fitToScreen(node) {
  if (document.documentElement.dataset.size !== "100") return;
  for (const classes of SETTINGS) {
    node.classList.remove(...SETTINGS.flat());
    node.classList.add(...classes);
    if (document.documentElement.scrollHeight <= window.innerHeight) return;
  }
}

/**
 * Return how much there was to read.
 *
 * @param {Question} question
 */
function signsOf(question) {
  const texts = [question.ask, ...choicesOf(question)];
  return texts.reduce((sum, text) => sum + plain(text).length, 0);
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
 * Return a function of the seconds for which the page was seen since: a telephone laid aside
 * does not count as thinking.
 */
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
