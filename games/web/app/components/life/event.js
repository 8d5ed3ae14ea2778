// One life: what befell, and the rights to ask for.

import { word } from "../../core/content.js";
import { MOST_CARDS } from "../../core/life/one_life.js";
import { announce } from "../../core/live_region.js";
import { plain } from "../../core/text.js";
import { button } from "../controls.js";
import { el, icon, rendered, sign } from "../elements.js";
import { told } from "./parts.js";

/** @import { LifeTables, SituationRow } from "../../core/life/life_types.js" */

/** What an event brings, with its picture, in the order it is told. */
const HARM = /** @type {const} */ ([
  ["hospital_days", "bed"],
  ["rest_days", "house"],
  ["lost_days", "calendar"],
  ["visits", "stethoscope"],
  ["treatment", "hospital"],
  ["other", "money-with-wings"],
  ["hearts", "broken-heart"],
]);

/**
 * Return what the event costs as pictures with words.
 *
 * @param {SituationRow} situation
 */
export function harmList(situation) {
  const found = HARM.flatMap(([name, picture]) => {
    const n = situation[name];
    return n ? [el("li", icon(picture), rendered(told(`life.harm.${name}`, { n })))] : [];
  });
  return el("ul.harm", found);
}

/**
 * Return the six right-cards to tap, three at most.
 *
 * @param {LifeTables} tables
 * @param {SituationRow} situation
 * @param {(picks: string[]) => unknown} onChange
 */
export function cardChoice(tables, situation, onChange) {
  /** @type {string[]} */
  let picks = [];
  const cards = situation.cards.map((name) => {
    const { icon: picture, short } = tables.benefits[name];
    const card = button(
      "right-card",
      [el("span.box", { "aria-hidden": "true" }, sign("tick")), icon(picture), rendered(short)],
      () => {
        if (picks.includes(name)) picks = picks.filter((other) => other !== name);
        else if (picks.length < MOST_CARDS) picks = [...picks, name];
        else return announce(word("life.pick.full"));
        card.setAttribute("aria-pressed", String(picks.includes(name)));
        announce(word("life.pick.count", { n: picks.length }));
        onChange(picks);
      },
      { "aria-pressed": "false" },
    );
    return card;
  });
  return el("div.right-cards", { role: "group", "aria-label": plain(word("life.pick")) }, cards);
}
