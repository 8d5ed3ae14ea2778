// A question or a module as something that grows: seed, sprout, plant, tree.

import { el, icon, rendered } from "./elements.js";

/** @import { Stage } from "../core/round/progress.js" */

const PICTURES = ["", "seedling", "herb", "deciduous-tree"];

/**
 * Return the picture of a stage.
 *
 * @param {Stage} stage
 */
export function growthIcon(stage) {
  return stage === 0 ? el("span.seed", { "aria-hidden": "true" }) : icon(PICTURES[stage]);
}

/**
 * Return the four stages in a row with the present one marked, and what was said about it.
 *
 * @param {Stage} stage
 * @param {string} words
 */
export function growthStrip(stage, words) {
  /** @type {Stage[]} */
  const stages = [0, 1, 2, 3];
  const pictures = stages.map((each) =>
    el(`span.stage${each === stage ? ".now" : each < stage ? ".past" : ""}`, growthIcon(each)),
  );
  return el(
    "div.growth",
    el("p", rendered(words)),
    el("div.stages", { "aria-hidden": "true" }, pictures),
  );
}
