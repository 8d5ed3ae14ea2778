// A module's ten-minute lesson as pages: by button, by key, by a stroke of the thumb.

import { bar, button, note, paragraph, readAloud } from "../components/controls.js";
import { el, icon, sign, thai } from "../components/elements.js";
import { hardWords } from "../components/hard_words.js";
import { questionView } from "../components/question.js";
import { sources } from "../components/sources.js";
import { moduleOr, questions, word } from "../core/content.js";
import { beginRound } from "../core/current_round.js";
import { go, onLeave, replace } from "../core/router.js";
import { hush } from "../core/speech.js";
import { plain } from "../core/text.js";

/** @import { Question } from "../core/types.js" */

const ICONS = {
  story: "open-book",
  explain: "light-bulb",
  ask: "speech-balloon",
  check: "check-mark-button",
  act: "star",
};

// A stroke counts when it is this long and goes sideways.
const STROKE = 60;

/**
 * @param {string | undefined} id of the module
 * @param {string} written number of the page
 */
export function lessonScreen(id, written = "1") {
  const module = moduleOr(id);
  const { steps } = module.lesson;
  const page = Math.min(Math.max(1, Number.parseInt(written, 10) || 1), steps.length);
  const step = steps[page - 1];
  /** @param {number} by */
  const turn = (by) => {
    const next = page + by;
    if (next >= 1 && next <= steps.length) replace("lesson", module.id, next);
  };
  turnByKey(turn);

  const question = questions.get(step.question ?? "");
  const forGroup = step.kind === "ask" || step.kind === "check";
  const body = el(
    "article.page",
    { "data-colour": module.colour },
    el("p.about", {}, icon(module.icon), thai(module.short)),
    el("h2", {}, icon(ICONS[step.kind]), thai(step.title)),
    forGroup && question
      ? note("calm", "busts-in-silhouette", paragraph(word("lesson.group")), paragraph(step.say))
      : paragraph(step.say),
    question ? trial(question) : null,
    el(
      "div.tools",
      {},
      readAloud(() => [step.title, step.say]),
      hardWords([step.say]),
    ),
    sources(step.facts),
  );
  const practise = async () => {
    await beginRound("questions", [module.id]);
    go("round");
  };
  const screen = el(
    "div.screen.lesson",
    {},
    bar(word("lesson.title", { module: module.short })),
    el("p.where", {}, thai(word("lesson.page", { page, pages: steps.length }))),
    body,
    el(
      "div.actions",
      {},
      button("plain", [sign("back"), thai(word("previous"))], () => turn(-1), {
        disabled: page === 1,
      }),
      page < steps.length
        ? button("primary", [thai(word("next")), sign("next")], () => turn(1))
        : button("primary", [thai(word("lesson.practise"))], practise),
    ),
  );
  turnByStroke(screen, turn);
  return screen;
}

/**
 * Return a question of the lesson to try; it is not written down.
 *
 * @param {Question} question
 */
function trial(question) {
  const { node, action } = questionView(question, question.id, async () => ({ buttons: [] }));
  return el("section.trial", { "aria-label": plain(word("lesson.try")) }, node, action);
}

/** @param {(by: number) => void} turn */
function turnByKey(turn) {
  /** @param {KeyboardEvent} event */
  const onkey = (event) => {
    if (event.target instanceof Element && event.target.closest("input, textarea, dialog")) return;
    if (event.key === "ArrowRight") turn(1);
    if (event.key === "ArrowLeft") turn(-1);
  };
  window.addEventListener("keydown", onkey);
  onLeave(() => {
    window.removeEventListener("keydown", onkey);
    hush();
  });
}

/**
 * @param {HTMLElement} element
 * @param {(by: number) => void} turn
 */
function turnByStroke(element, turn) {
  /** @type {Touch | null} */
  let from = null;
  const passive = { passive: true };
  element.addEventListener(
    "touchstart",
    (event) => {
      const isSlider = event.target instanceof Element && event.target.closest("input[type=range]");
      from = event.touches.length === 1 && !isSlider ? event.touches[0] : null;
    },
    passive,
  );
  element.addEventListener(
    "touchend",
    (event) => {
      if (!from) return;
      const to = event.changedTouches[0];
      const [right, down] = [to.clientX - from.clientX, to.clientY - from.clientY];
      const isSideways = Math.abs(right) > STROKE && Math.abs(right) > 2 * Math.abs(down);
      if (isSideways) turn(right < 0 ? 1 : -1);
    },
    passive,
  );
}
