// The close of a round: what is solid, what is growing, one thing to do this week.

import { modules, questions, word } from "./content.js";
import { el, icon, thai } from "./dom.js";
import { bar, button, note, paragraph, sources } from "./parts.js";
import { go } from "./router.js";

const SHOWN = 4;

/** The screen; `again` begins another round, `close` puts this one away. */
export function ending(round, { again, close }) {
  const asked = Object.keys(round.first).map((id) => questions.get(id)).filter(Boolean);
  const solid = asked.filter((question) => round.first[question.id] === "good");
  const growing = asked.filter((question) => round.first[question.id] !== "good");
  const act = deed(growing.length ? growing : asked);
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
    act,
    el(
      "div.actions",
      {},
      button("plain", [thai(word("close.home"))], close),
      button("primary", [thai(word("close.again"))], again),
    ),
  );
}

/** What these questions were about, in the words of their objectives. */
function objectivesOf(asked) {
  return [...new Set(asked.map((q) => modules.get(q.module).objectives[q.objective]))];
}

function list(title, picture, n, objectives) {
  if (!n) return null;
  return el(
    "section.list",
    {},
    el("h2", {}, icon(picture), thai(word(title, { n }))),
    objectives.length ? el("ul", {}, objectives.slice(0, SHOWN).map((can) => el("li", {}, thai(can)))) : null,
  );
}

/** The one thing to do this week, from the lesson of the module that needs it most. */
function deed(asked) {
  const counts = new Map();
  for (const { module } of asked) counts.set(module, (counts.get(module) ?? 0) + 1);
  const [id] = [...counts].sort((a, b) => b[1] - a[1])[0];
  const module = modules.get(id);
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

