// Parts of all screens of One life: amounts, the state of the person, lists of lines.

import { word } from "../../core/content.js";
import { el, icon, rendered } from "../elements.js";

/** @import { Child, Text } from "../../core/types.js" */

const FULL_HEART = 3;

/**
 * Return a whole number as people write it: 14,300, and −1,200 with a true minus sign.
 *
 * @param {number} value
 */
export function figure(value) {
  return value.toLocaleString("en-US").replace("-", "−");
}

/**
 * Return the same with a plus sign before what is gained.
 *
 * @param {number} value
 */
export function signed(value) {
  return (value > 0 ? "+" : "") + figure(value);
}

/**
 * Return words of the page with amounts in their places.
 *
 * @param {string} key
 * @param {Record<string, number | string>} places
 */
export function told(key, places) {
  const shown = Object.entries(places).map(([name, value]) => [
    name,
    typeof value === "number" ? figure(value) : value,
  ]);
  return word(key, Object.fromEntries(shown));
}

/**
 * Return three hearts, full or empty, with their number for who does not see them.
 *
 * @param {number} count
 */
export function hearts(count) {
  const all = Array.from({ length: FULL_HEART }, (_, place) =>
    el(`span.heart${place < count ? "" : ".gone"}`, { "aria-hidden": "true" }, icon("red-heart")),
  );
  return el("span.hearts", all, el("span.unseen", told("life.hearts", { n: count })));
}

/**
 * Return what a person has: money, debt, hearts.
 *
 * @param {{ money: number, debt: number, hearts: number }} life
 */
export function purse({ money, debt, hearts: count }) {
  return el(
    "p.purse",
    el("span.coins", icon("coin"), rendered(told("life.purse", { baht: money }))),
    debt ? el("span.owed", rendered(told("life.debt", { baht: debt }))) : null,
    hearts(count),
  );
}

/**
 * Return a line of a sum: what, and how much.
 *
 * @param {string} picture
 * @param {Text} what
 * @param {Child} amount
 * @param {string} tone a class: "gain", "loss" or none
 */
export function line(picture, what, amount, tone = "") {
  return el(
    `li${tone ? `.${tone}` : ""}`,
    {},
    icon(picture),
    el("span.what", rendered(what)),
    amount ? el("b", amount) : null,
  );
}
