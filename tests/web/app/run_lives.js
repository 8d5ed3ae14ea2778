// Lives lived by the page's rules in node: tables and decisions come as JSON, outcomes go as JSON.

import { readFileSync } from "node:fs";

const core = new URL("../../../games/web/app/core/", import.meta.url);
const { live, newLife, withoutProtection } = await import(new URL("life/one_life.js", core).href);

const { tables, lives } = JSON.parse(readFileSync(0, "utf8"));

const byName = (lines) => lines.toSorted(([a], [b]) => (a < b ? -1 : 1));

const verdictOf = (v) => [
  ...[v.benefit, v.picked, v.applies, v.held, v.outcome, v.option, v.each, v.times, v.baht],
  ...[v.most, v.have, v.need, v.window, v.facts, v.trip],
];

const chapterOf = ({ age, payday, protected: held, revealed, closed, years }) => [
  age,
  [payday.income, payday.swing, payday.weary, payday.living, payday.net],
  [held.hold, held.spent, byName(held.lines)],
  revealed.verdicts.map(verdictOf),
  [revealed.day_income, revealed.days, revealed.lost_income, revealed.treatment],
  [revealed.covered, revealed.waived, revealed.other, revealed.cost, revealed.trips],
  [revealed.hearts_lost, revealed.hearts_mended, revealed.missed, revealed.not_joined],
  [revealed.paid, revealed.aside],
  revealed.fund && [revealed.fund.nights, revealed.fund.baht, revealed.fund.hearts],
  [closed.lent, closed.without, closed.money, closed.debt, closed.hearts],
  [years.years, years.age, years.debt],
];

const outcomeOf = ({ chapters, old_age, life }) => ({
  chapters: chapters.map(chapterOf),
  basket: old_age.lines.map((l) => [
    l.benefit,
    l.option,
    l.each,
    l.times,
    l.baht,
    l.monthly,
    l.facts,
  ]),
  end: [old_age.monthly, old_age.pieces, life.money, life.debt, life.hearts, life.hold],
  sums: [life.received, life.covered, life.missed, life.not_joined, life.saved, life.matched],
});

const outcomes = lives.map(({ occupation, seed, decisions }) => {
  const begun = newLife(tables, occupation, seed, decisions.length);
  const bare = withoutProtection(tables, decisions);
  return [live(tables, begun, decisions), live(tables, begun, bare)].map(outcomeOf);
});

console.log(JSON.stringify(outcomes));
