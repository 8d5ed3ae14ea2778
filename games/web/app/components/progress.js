// How far a person has come, in pictures.

import { today } from "../core/calendar.js";
import { bank, word } from "../core/content.js";
import { dueCounts, goalOf, stageCounts } from "../core/round/progress.js";
import { person } from "../core/session.js";
import { paragraph } from "./controls.js";
import { el, rendered } from "./elements.js";
import { growthIcon } from "./growth.js";

/** @import { Stage } from "../core/round/progress.js" */

const MOST_DOTS = 30;

/** Return the way to the next goal, as words and a bar. */
export function goalMeter() {
  const { met, goal } = goalOf(person().memories);
  const fill = el("span.solid");
  fill.style.width = `${(100 * met) / goal}%`;
  return el(
    "div.goal",
    paragraph(word("goal", { met, goal })),
    el("div.meter", { "aria-hidden": "true" }, fill),
  );
}

/** Return the days of practice: a dot for each, which no pause takes away. Null before the first. */
export function dayDots() {
  const { days } = person().profile;
  if (!days.length) return null;
  const dots = Array.from({ length: Math.min(days.length, MOST_DOTS) }, () => el("span.dot"));
  return el(
    "div.days",
    paragraph(word("days", { n: days.length })),
    el("div.dots", { "aria-hidden": "true" }, dots),
  );
}

/** Return how many questions come back today, or else tomorrow. */
export function comingBack() {
  const { due, tomorrow } = dueCounts(person().memories, today());
  if (due) return paragraph(word("home.due", { n: due }));
  return tomorrow ? paragraph(word("home.tomorrow", { n: tomorrow })) : null;
}

/**
 * Return how many questions stand at each stage, as pictures with numbers.
 *
 * @param {string} module
 */
export function stageRow(module) {
  const own = bank.filter((question) => question.module === module);
  const counts = stageCounts(person().memories, own);
  const stages = /** @type {Stage[]} */ ([3, 2, 1, 0]).filter((stage) => counts[stage]);
  return el(
    "p.count",
    stages.map((stage) =>
      el(
        "span.stage",
        growthIcon(stage),
        rendered(word(`stage.${STAGES[stage]}`, { n: counts[stage] })),
      ),
    ),
  );
}

const STAGES = ["seed", "sprout", "plant", "tree"];
