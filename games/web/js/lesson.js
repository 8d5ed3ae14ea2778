// A module's ten-minute lesson as pages: by button, by key, by a stroke of the thumb.

import { asking } from "./asking.js";
import { content, modules, questions, word } from "./content.js";
import { el, icon, plain, sign, thai } from "./dom.js";
import { bar, button, hardWords, note, paragraph, readAloud, sources } from "./parts.js";
import { beginRound } from "./playing.js";
import { onLeave, replace } from "./router.js";
import { hush } from "./speech.js";

const ICONS = {
  story: "open-book",
  explain: "light-bulb",
  ask: "speech-balloon",
  check: "check-mark-button",
  act: "star",
};

// A stroke counts when it is this long and goes sideways.
const STROKE = 60;

export function lesson(id, written = "1") {
  const module = modules.get(id) ?? content.modules[0];
  const { steps } = module.lesson;
  const page = Math.min(Math.max(1, Number.parseInt(written, 10) || 1), steps.length);
  const step = steps[page - 1];
  const turn = (by) => {
    const next = page + by;
    if (next >= 1 && next <= steps.length) replace("lesson", module.id, next);
  };
  const onkey = (event) => {
    if (event.target.closest("input, textarea, dialog")) return;
    if (event.key === "ArrowRight") turn(1);
    if (event.key === "ArrowLeft") turn(-1);
  };
  window.addEventListener("keydown", onkey);
  onLeave(() => {
    window.removeEventListener("keydown", onkey);
    hush();
  });

  const question = questions.get(step.question);
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
    el("div.tools", {}, [readAloud(() => [step.title, step.say]), hardWords([step.say])].filter(Boolean)),
    sources(step.facts),
  );
  const screen = el(
    "div.screen.lesson",
    {},
    bar(word("lesson.title", { module: module.short })),
    el("p.where", {}, thai(word("lesson.page", { page, pages: steps.length }))),
    body,
    el(
      "div.actions",
      {},
      button("plain", [sign("back"), thai(word("previous"))], () => turn(-1), { disabled: page === 1 }),
      page < steps.length
        ? button("primary", [thai(word("next")), sign("next")], () => turn(1))
        : button("primary", [thai(word("lesson.practise"))], () => beginRound("questions", [module.id])),
    ),
  );
  swipes(screen, turn);
  return screen;
}

/** A question of the lesson to try; it is not written down. */
function trial(question) {
  const { node, action } = asking(question, question.id, async () => ({ buttons: [] }));
  return el("section.trial", { "aria-label": plain(word("lesson.try")) }, node, action);
}

function swipes(element, turn) {
  let from = null;
  element.addEventListener("touchstart", (event) => {
    const slider = event.target.closest("input[type=range]");
    from = event.touches.length === 1 && !slider ? event.touches[0] : null;
  }, { passive: true });
  element.addEventListener("touchend", (event) => {
    if (!from) return;
    const to = event.changedTouches[0];
    const [right, down] = [to.clientX - from.clientX, to.clientY - from.clientY];
    if (Math.abs(right) > STROKE && Math.abs(right) > 2 * Math.abs(down)) turn(right < 0 ? 1 : -1);
  }, { passive: true });
}

