// One life: the cards uncovered one by one: in law, held, paid, and how much.

import { word } from "../../core/content.js";
import { helps, isMissed } from "../../core/life/one_life_rights.js";
import { plain } from "../../core/text.js";
import { el, icon, rendered, sign } from "../elements.js";
import { signed, told } from "./parts.js";

/** @import { LifeTables, Revealed, Verdict } from "../../core/life/life_types.js" */
/** @import { Text } from "../../core/types.js" */

/** @type {Record<string, string>} */
const TIMES = {
  hospital_day: "life.why.days",
  rest_day: "life.why.days",
  visit: "life.why.visits",
  child_month: "life.why.months",
};

/**
 * Return the verdicts that each tap uncovers: every card asked for by itself, then together those
 * that apply and were not asked for.
 *
 * @param {Revealed} revealed
 */
export function uncovered({ verdicts }) {
  const asked = verdicts.filter(({ picked }) => picked).map((verdict) => [verdict]);
  const others = verdicts.filter(({ picked, applies }) => applies && !picked);
  return others.length ? [...asked, others] : asked;
}

/**
 * Return a card with its verdict.
 *
 * @param {LifeTables} tables
 * @param {Revealed} revealed
 * @param {Verdict} verdict
 */
export function verdictCard(tables, revealed, verdict) {
  const { short, icon: picture } = tables.benefits[verdict.benefit];
  const comes = isPaid(verdict);
  const why = whyWords(tables, revealed, verdict);
  const tone = comes ? "was-right" : verdict.trip ? "was-wrong" : "was-neither";
  return el(
    `li.opened.${tone}`,
    icon(picture),
    el(
      "div",
      el(
        "p.title",
        rendered(short),
        " ",
        verdict.picked ? el("span.asked", rendered(word("life.asked"))) : null,
        el("b.amount", amountOf(verdict)),
      ),
      el("p.stamps", stamps(verdict, comes)),
      why ? el("p.why", rendered(why)) : null,
    ),
  );
}

/**
 * Return a verdict in one sentence, for who hears it.
 *
 * @param {LifeTables} tables
 * @param {Revealed} revealed
 * @param {Verdict} verdict
 */
export function verdictWords(tables, revealed, verdict) {
  const words = stampWords(verdict, isPaid(verdict)).map(([, text]) => text);
  return [
    tables.benefits[verdict.benefit].title,
    verdict.picked ? word("life.asked") : "",
    ...words,
    whyWords(tables, revealed, verdict),
    amountOf(verdict),
  ]
    .map(plain)
    .join(" ");
}

/** @param {Verdict} verdict */
function isPaid(verdict) {
  return (verdict.picked && verdict.held && helps(verdict)) || verdict.outcome === "automatic";
}

/** @param {Verdict} verdict */
function amountOf(verdict) {
  const { baht, trip, outcome } = verdict;
  if (isPaid(verdict) && outcome === "pays") return signed(baht);
  return trip ? signed(-trip) : "";
}

/**
 * @param {Verdict} verdict
 * @param {boolean} comes
 * @returns {[boolean, string][]}
 */
function stampWords({ applies, held, picked }, comes) {
  if (!applies) return [[false, word("life.no-law")]];
  const isOpen = !picked && held;
  return [
    [true, word("life.law")],
    [held, word(held ? "life.held" : "life.not-held")],
    [comes, word(comes ? "life.pays" : isOpen ? "life.not-asked" : "life.pays-not")],
  ];
}

/**
 * @param {Verdict} verdict
 * @param {boolean} comes
 */
function stamps(verdict, comes) {
  return stampWords(verdict, comes).map(([isGood, text]) =>
    el(`span.stamp.${isGood ? "yes" : "no"}`, sign(isGood ? "tick" : "close"), rendered(text)),
  );
}

/**
 * @param {LifeTables} tables
 * @param {Revealed} revealed
 * @param {Verdict} verdict
 * @returns {Text}
 */
function whyWords(tables, revealed, verdict) {
  const { benefit, outcome, baht, each, times, trip, have, need } = verdict;
  const row = tables.benefits[benefit];
  if (isPaid(verdict)) {
    if (trip) return told("life.why.unit", { baht: trip });
    if (outcome === "pays") {
      const key = TIMES[row.unit ?? ""];
      return key && times ? told(key, { each, times }) : word("life.why.pays");
    }
    if (outcome === "covers" && !baht) return word("life.why.covered");
    return told(`life.why.${outcome}`, { baht });
  }
  if (!verdict.applies) {
    return tables.situations[revealed.situation].tempting[benefit] ?? row.when;
  }
  if (isMissed(verdict)) {
    return baht ? told("life.why.missed", { baht }) : "";
  }
  if (outcome === "wrong_option") {
    const option = tables.options[verdict.option];
    return word("life.why.wrong_option", { option: plain(option?.title ?? "") });
  }
  return told(`life.why.${outcome}`, { have, need });
}
