// One life: what an event comes to, and how the chapter closes.

import { word } from "../../core/content.js";
import { note, paragraph } from "../controls.js";
import { el, rendered } from "../elements.js";
import { line, purse, signed, told } from "./parts.js";

/** @import { Closed, Life, LifeTables, Revealed } from "../../core/life/life_types.js" */

/**
 * Return the lines of the sum, the sum, and what remains to be said of it.
 *
 * @param {LifeTables} tables
 * @param {Revealed} revealed
 * @param {Closed} closed
 * @param {Life} life as it stands after the chapter
 */
export function sums(tables, revealed, closed, life) {
  const { days, lost_income, treatment, covered, waived, other, trips, fund } = revealed;
  /** @type {[string, string, number][]} */
  const lines = [
    ["calendar", told("life.sum.lost", { days }), -lost_income],
    ["hospital", word("life.sum.treatment"), -treatment],
    ["stethoscope", word("life.sum.covered"), covered],
    ["receipt", word("life.sum.waived"), waived],
    ["money-with-wings", word("life.sum.other"), -other],
    ["motor-scooter", word("life.sum.trips"), -trips],
    ...revealed.paid.map(([name, baht]) => right(tables, name, baht)),
    ["handshake", word("life.sum.fund", { nights: fund?.nights ?? 0 }), fund?.baht ?? 0],
  ];
  const all = lines.reduce((sum, [, , baht]) => sum + baht, 0);
  const shown = lines.filter(([, , baht]) => baht);
  return el(
    "div.sums",
    el(
      "section.list",
      el(
        "ul.lines",
        shown.map(([picture, what, baht]) =>
          line(picture, what, signed(baht), baht > 0 ? "gain" : "loss"),
        ),
      ),
      el("p.total", rendered(word("life.sum.all")), el("b", signed(all))),
    ),
    el("section.list", aftermath(tables, revealed, closed), purse(life)),
    note("think", "light-bulb", paragraph(tables.situations[revealed.situation].remember)),
  );
}

/**
 * @param {LifeTables} tables
 * @param {string} name
 * @param {number} baht
 * @returns {[string, string, number]}
 */
function right(tables, name, baht) {
  const { icon, title } = tables.benefits[name];
  return [icon, /** @type {string} */ (title), baht];
}

/**
 * Return what else came of it: hearts, rights not asked for or not joined, debts.
 *
 * @param {LifeTables} tables
 * @param {Revealed} revealed
 * @param {Closed} closed
 */
function aftermath(tables, revealed, closed) {
  const situation = tables.situations[revealed.situation];
  const mended = revealed.hearts_mended + (revealed.fund?.hearts ?? 0);
  const isEarly = revealed.hearts_lost > (situation.hearts ?? 0);
  /** @type {[string, string, number][]} */
  const lines = [
    ["broken-heart", "life.sum.hearts-lost", revealed.hearts_lost],
    ["mending-heart", "life.sum.hearts-back", mended],
    ["thinking-face", "life.sum.missed", revealed.missed],
    ["umbrella", "life.sum.not-joined", revealed.not_joined],
    ["receipt", "life.sum.borrowed", closed.lent],
    ["warning", "life.sum.without", closed.without],
    ["coin", "life.sum.repaid", closed.repaid],
  ];
  const shown = lines.filter(([, , amount]) => amount);
  if (!shown.length) return null;
  return el(
    "ul.lines",
    isEarly ? line("person-in-bed", word("life.sum.early"), null) : null,
    shown.map(([picture, key, amount]) =>
      line(picture, told(key, { n: amount, baht: amount }), null),
    ),
  );
}
