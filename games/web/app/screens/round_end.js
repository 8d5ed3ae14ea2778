// The close of a round: what is solid, what is growing, one thing to do this week.

import { bar, button, note, paragraph } from "../components/controls.js";
import { el, icon, present, thai } from "../components/elements.js";
import { sources } from "../components/sources.js";
import { moduleOr, questions, word } from "../core/content.js";
import { go } from "../core/router.js";

/** @import { AskedQuestion, Round, Text } from "../core/types.js" */

const SHOWN = 4;

/**
 * @param {Round} round
 * @param {{ again: () => unknown, close: () => unknown }} acts begin another round; put this one away
 */
export function endOfRound(round, { again, close }) {
  const asked = present(Object.keys(round.first).map((id) => questions.get(id)));
  const solid = asked.filter((question) => round.first[question.id] === "good");
  const growing = asked.filter((question) => round.first[question.id] !== "good");
  const still = objectivesOf(growing);
  const known = objectivesOf(solid).filter((can) => !still.includes(can));
  return el(
    "div.screen.ending",
    {},
    bar(word("close.title"), { back: close }),
    note("right", "glowing-star", paragraph(word("close.thanks", { n: asked.length }))),
    el(
      "div.columns",
      {},
      list("close.solid", "check-mark-button", solid.length, known),
      list("close.growing", "seedling", growing.length, still),
    ),
    deed(growing.length ? growing : asked),
    el(
      "div.actions",
      {},
      button("plain", [thai(word("close.home"))], close),
      button("primary", [thai(word("close.again"))], again),
    ),
  );
}

/**
 * Return what these questions were about, in the words of their objectives.
 *
 * @param {AskedQuestion[]} asked
 */
function objectivesOf(asked) {
  return [...new Set(asked.map((q) => moduleOr(q.module).objectives[q.objective]))];
}

/**
 * @param {string} title
 * @param {string} picture
 * @param {number} n
 * @param {Text[]} objectives
 */
function list(title, picture, n, objectives) {
  if (!n) return null;
  const shown = objectives.slice(0, SHOWN).map((can) => el("li", {}, thai(can)));
  return el(
    "section.list",
    {},
    el("h2", {}, icon(picture), thai(word(title, { n }))),
    shown.length ? el("ul", {}, shown) : null,
  );
}

/**
 * Return the one thing to do this week, from the lesson of the module that needs it most.
 *
 * @param {AskedQuestion[]} asked
 */
function deed(asked) {
  /** @type {Map<string, number>} */
  const counts = new Map();
  for (const { module } of asked) counts.set(module, (counts.get(module) ?? 0) + 1);
  const [id] = [...counts].sort((a, b) => b[1] - a[1])[0];
  const module = moduleOr(id);
  const step = module.lesson.steps.findLast((each) => each.kind === "act");
  if (!step) return null;
  return el(
    "section.deed",
    { "data-colour": module.colour },
    el("h2", {}, icon("pushpin"), thai(word("close.deed"))),
    el("p.about", {}, icon(module.icon), thai(module.title)),
    paragraph(step.say),
    button("plain", [thai(word("sheet"))], () => go("sheet", module.id)),
    sources(step.facts),
  );
}
