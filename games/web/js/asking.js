// A question on the screen, from being seen to its feedback. Rounds and lessons both use it.

import { word } from "./content.js";
import { announce, el, icon, plain, thai } from "./dom.js";
import { answering } from "./answering.js";
import { judge } from "./judging.js";
import { askButton, hardWords, note, paragraph, readAloud, sources } from "./parts.js";

/**
 * The question as {node, action}: what is shown, and what stands at the bottom, in reach.
 *
 * `answered` gets {right, seconds, signs}, may take its time to keep them, and says what to
 * tell beside the explanation and which buttons lead on: {tell, buttons}.
 */
export function asking(question, seed, answered) {
  const started = stopwatch();
  const action = el("div.actions");
  const feedback = el("section.feedback", { hidden: true, "aria-labelledby": "feedback-title" });
  let given = false;

  const give = async (answer) => {
    if (given) return;
    given = true;
    const { right, why } = judge(question, answer);
    const { tell = [], buttons } = await answered({
      right, seconds: started(), signs: signsOf(question),
    });
    view.mark(answer);
    view.done?.remove();
    feedback.replaceChildren(...explained(question, right, why), ...tell);
    feedback.hidden = false;
    node.classList.add("answered");
    action.replaceChildren(...[askButton(question.helpline), ...buttons].filter(Boolean));
    announce(word(right ? "right" : "wrong"));
    feedback.querySelector("h2").focus({ preventScroll: true });
    feedback.scrollIntoView({ block: "nearest", behavior: calm() ? "auto" : "smooth" });
  };

  const view = answering(question, seed, give);
  if (view.done) action.append(view.done);
  const tools = [readAloud(() => toRead(question)), hardWords([question.ask], question.telling)].filter(Boolean);
  const node = el(
    "div.question",
    {},
    el("div.ask", {}, el("h2", { id: "ask", tabindex: -1 }, thai(question.ask)), el("div.tools", {}, tools)),
    el("div.reply", {}, view.node, feedback),
  );
  return { node, action };
}

function explained(question, right, why) {
  const title = el(
    "h2", { id: "feedback-title", tabindex: -1 },
    icon(right ? "check-mark-button" : "light-bulb"), thai(word(right ? "right" : "wrong")),
  );
  const reasons = why.map(({ about, text }) =>
    note("think", "thinking-face", about ? el("p.about", {}, thai(about)) : null, paragraph(text)),
  );
  const read = [...why.map(({ text }) => text), question.explain];
  return [
    title,
    ...reasons,
    el("div.explain", {}, paragraph(question.explain)),
    el("div.tools", {}, [readAloud(() => read), hardWords(read)].filter(Boolean)),
    sources(question.facts),
  ].filter(Boolean);
}

function toRead(question) {
  return [question.ask, ...choicesOf(question)];
}

function choicesOf({ options = [], steps = [], pairs = [] }) {
  return [...options.map((o) => o.text), ...steps, ...pairs.flatMap((p) => [p.left, p.right])];
}

/** How much there was to read. */
function signsOf(question) {
  return toRead(question).reduce((sum, text) => sum + plain(text).length, 0);
}

/** Seconds for which the page was seen: a telephone laid aside does not count as thinking. */
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
