// One life without a browser: luck, the choice of protection, events, the life without it.

import assert from "node:assert/strict";
import { test } from "node:test";

const core = new URL("../../../games/web/app/core/", import.meta.url);
const load = (name) => import(new URL(`${name}.js`, core).href);

const { below } = await load("life/luck");
const { affordable, ageOf, choices, closeChapter, drawEvent, live, newLife, withoutProtection } =
  await load("life/one_life");

const amounts = {
  ...{ start_money: 3000, first_age: 22, last_age: 60, work_days: 360, debt_grows: 40 },
  ...{ debt_most: 9000, weary: 2, early_hearts: 1, trip: 200, treatment_most: 3000 },
  ...{ years_hearts: 1, fund_night: 100, fund_nights: 10, pension_months: 240, piece: 200 },
  first_month: 7,
};
const option = (scheme, more) => ({ scheme, youngest: 0, excludes: [], ...more });
const options = {
  "cover.one": option("cover", { monthly: 100, contributory: true, youngest: 15, oldest: 30 }),
  "cover.two": option("cover", { monthly: 2000, contributory: true }),
  "saving.small": option("saving", { yearly: 600, saves: true, excludes: ["cover.two"] }),
};
const event = (icon) => ({
  hospital_days: 3,
  treatment: 8000,
  helps: ["stay"],
  cards: ["stay"],
  icon,
});
const stay = {
  ...{ scheme: "cover", options: ["cover.one"], shape: "per_unit", unit: "hospital_day" },
  ...{ each: { "cover.one": 300 }, facts: { "cover.one": ["a.fact"] } },
  test: { months: 3, window: 4 },
};
const tables = {
  ...{ chapters: 3, amounts, options, benefits: { stay }, old_age: [], matches: {} },
  listed: { occupations: ["work"], options: Object.keys(options) },
  occupations: {
    work: { income: 72000, swing: 0, first_swing: 0, living: 66000, events: ["a", "b", "c"] },
  },
  situations: { a: event("fish"), b: event("fish"), c: event("owl") },
};
const begun = newLife(tables, "work", 7);
const decision = { hold: ["cover.one"], situation: "a", month: 8, picks: ["stay"] };

test("luck is that of the board game", () => {
  assert.equal(below(1000, 40, 2, 1, 0), 625);
  assert.equal(below(1000, 4131694845, 13, 3, -1), 305);
});

test("ages are spread evenly on the way to old age", () => {
  const ages = [1, 2, 3].map((chapter) => ageOf(tables, { ...begun, chapter }));
  assert.deepEqual(ages, [22, 35, 48]);
});

test("law, age and purse refuse, each with its reason", () => {
  const refusals = (life, chosen) => choices(tables, life, chosen).map((choice) => choice.refusal);
  assert.deepEqual(refusals(begun, []), ["", "money", ""]);
  assert.deepEqual(refusals(begun, ["saving.small"]), ["", "excluded", ""]);
  assert.deepEqual(refusals({ ...begun, chapter: 3, money: 0 }, []), ["age", "money", "money"]);
});

test("of what is wanted the dearest part that can be paid is held", () => {
  const wanted = ["cover.one", "saving.small"];
  assert.deepEqual(affordable(tables, begun, wanted), wanted);
  assert.deepEqual(affordable(tables, { ...begun, money: 1500 }, wanted), ["cover.one"]);
  assert.deepEqual(affordable(tables, { ...begun, money: 0 }, wanted), []);
});

test("no event comes twice, nor one like it", () => {
  for (let seed = 0; seed < 50; seed += 1) {
    assert.equal(drawEvent(tables, { ...begun, seed }, ["a"]).situation, "c");
    const { month } = drawEvent(tables, { ...begun, seed }, []);
    assert.ok(month >= 7 && month <= 12);
  }
});

test("a right that is held and asked for pays for each day", () => {
  const { chapters, life } = live(tables, begun, [decision]);
  const [{ revealed }] = chapters;
  assert.deepEqual(revealed.paid, [["stay", 900]]);
  assert.deepEqual([revealed.waived, revealed.cost, revealed.hearts_lost], [5000, 3600, 0]);
  assert.equal(life.received, 900);
});

test("without protection the same luck pays nothing and costs a heart", () => {
  const bare = live(tables, begun, withoutProtection(tables, [decision]));
  const [{ revealed, protected: held }] = bare.chapters;
  assert.deepEqual([held.hold, revealed.paid, revealed.trips], [[], [], 0]);
  assert.equal(revealed.not_joined, 900);
  assert.equal(revealed.hearts_lost, 1);
});

test("what nobody lends is gone without", () => {
  const { life, closed } = closeChapter(tables, { ...begun, money: -3000, debt: 8000 });
  assert.deepEqual([closed.lent, closed.without, life.money, life.debt], [1000, 2000, 0, 9000]);
  assert.equal(life.hearts, 2);
});
