// A module's ten-minute lesson as pages: by button, by key, by a stroke of the thumb.

import { bar, button, note, paragraph } from "../components/controls.js";
import { el, icon, rendered, sign } from "../components/elements.js";
import { amount } from "../components/figures.js";
import { hardWords } from "../components/hard_words.js";
import { listenButton, readBySelf } from "../components/listening.js";
import { questionView } from "../components/question.js";
import { sources } from "../components/sources.js";
import { content, moduleOr, questions, word } from "../core/content.js";
import { picturesIn } from "../core/pictures.js";
import { beginRound, keepProfile, recordAnswer } from "../core/round/current_round.js";
import { go, onLeave, replace } from "../core/router.js";
import { person } from "../core/session.js";
import { hush } from "../core/speech.js";
import { plain } from "../core/text.js";

/** @import { LessonStep, Module, Question } from "../core/types.js" */

const ICONS = {
  story: "open-book",
  explain: "light-bulb",
  ask: "speech-balloon",
  check: "check-mark-button",
  act: "star",
};

// A stroke counts when it is this long and goes sideways.
const STROKE = 60;

const FIGURES = 3;

// A figure counts something, in few words: "300 บาทต่อวัน", "15 to 65 years"; no date, no telephone.
const FIGURE =
  /^\d[\d,. ]*(?:(?:ถึง|หรือ|to|or|–) ?[\d,.]+ ?)?(?:(?:บาท|ปี|วัน|เดือน|ครั้ง|ชั่วโมง|เปอร์เซ็นต์).{0,12}|(?:baht|years?|days?|months?|times?|visits?|hours?|%).{0,16})$/;

/**
 * @param {string | undefined} id of the module
 * @param {string | undefined} written number of the page; where the person was without one
 */
export function lessonScreen(id, written) {
  const module = moduleOr(id);
  const { steps } = module.lesson;
  const wanted = written ?? String(person().profile.pages[module.id] ?? 1);
  const page = Math.min(Math.max(1, Number.parseInt(wanted, 10) || 1), steps.length);
  keepPage(module, page);
  /** @param {number} by */
  const turn = (by) => {
    const next = page + by;
    if (next >= 1 && next <= steps.length) replace("lesson", module.id, next);
  };
  turnByKey(turn);

  const step = steps[page - 1];
  const question = questions.get(step.question ?? "");
  const { node, toRead } = question
    ? trial(question)
    : telling(step, `${module.id}.lesson-${page}`);
  const isLast = page === steps.length;
  const screen = el(
    "div.screen.lesson",
    { "data-colour": module.colour },
    bar(word("lesson.title", { module: module.short }), { right: [listenButton(toRead)] }),
    el("p.where", rendered(word("lesson.page", { page, pages: steps.length })), track(page, steps)),
    el(
      "article.page",
      el("h2", { tabindex: -1 }, icon(ICONS[step.kind]), rendered(step.title)),
      node,
    ),
    el(
      "div.actions",
      button("plain", [sign("back"), rendered(word("previous"))], () => turn(-1), {
        disabled: page === 1,
      }),
      isLast
        ? button("primary", [rendered(word("lesson.practise"))], () => practise(module))
        : button("primary", [rendered(word("next")), sign("next")], () => turn(1)),
    ),
  );
  turnByStroke(screen, turn);
  queueMicrotask(() => readBySelf(toRead()));
  return screen;
}

/**
 * Keep the place, so that the lesson opens again where it was left.
 *
 * @param {Module} module
 * @param {number} page
 */
function keepPage(module, page) {
  const { pages } = person().profile;
  if (pages[module.id] !== page) keepProfile({ pages: { ...pages, [module.id]: page } });
}

/** @param {Module} module */
async function practise(module) {
  await keepProfile({ pages: { ...person().profile.pages, [module.id]: 1 } });
  await beginRound("questions", [module.id]);
  go("round");
}

/**
 * @param {number} page
 * @param {LessonStep[]} steps
 */
function track(page, steps) {
  const fill = el("span");
  fill.style.width = `${(100 * page) / steps.length}%`;
  return el("span.track", { "aria-hidden": "true" }, fill);
}

/**
 * Return a page that tells something: pictures of the situation, the words, the figures in it.
 *
 * @param {LessonStep} step
 * @param {string} voice id of its recording
 */
function telling(step, voice) {
  const say = paragraph(step.say);
  say.classList.add("say");
  say.dataset.voice = voice;
  const pictures = picturesIn(`${plain(step.title)} ${plain(step.say)}`);
  const node = el(
    "div.telling",
    pictures.length ? el("div.pictures", { "aria-hidden": "true" }, pictures.map(icon)) : null,
    say,
    figures(step),
    el("div.tools", hardWords([step.say])),
    sources(step.facts),
  );
  return { node, toRead: () => [say] };
}

/**
 * Return the figures of a page, large; null when it has none.
 *
 * @param {LessonStep} step
 */
function figures(step) {
  const facts = step.facts
    .map((id) => content.facts[id])
    .filter((fact) => fact && FIGURE.test(plain(fact.text)))
    .slice(0, FIGURES);
  if (!facts.length) return null;
  return el(
    "div.numbers",
    facts.map((fact) =>
      el("div.figure", el("p.amount", ...amount(fact.text)), el("p.caption", rendered(fact.label))),
    ),
  );
}

/**
 * Return a page that asks something. The answer counts like one of a round.
 *
 * @param {Question} question
 */
function trial(question) {
  const before = person().memories.get(question.id);
  const seed = `${question.id}/${before?.seen ?? 0}`;
  const { node, action, toRead } = questionView(question, seed, async (result) => {
    await recordAnswer(question, result, () => person().round);
    return { actions: [] };
  });
  const section = el(
    "section.trial",
    { "aria-label": plain(word("lesson.try")) },
    note("calm", "seedling", paragraph(word("lesson.counts"))),
    node,
    action,
  );
  return { node: section, toRead };
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
