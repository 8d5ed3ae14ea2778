// Judging a life event: which rights apply in law, which a person has, what each pays.
// The same rules as games/rules/phases/judging.py; tests/web/test_one_life.py holds them together.

/** @import { BenefitRow, Holding, Judgement, Life, LifeTables, Result, SituationRow, Verdict } from "./life_types.js" */

const NOMINATION = "nomination";

/** Reasons for which a right would have paid had one joined. */
const NOT_JOINED = ["not_held", "wrong_option", "contributions", "not_registered"];

/**
 * Return whether a verdict is of a right that pays, covers or mends.
 *
 * @param {Verdict} verdict
 */
export function helps({ outcome }) {
  return outcome === "pays" || outcome === "covers" || outcome === "mends";
}

/**
 * Return whether it would have helped, was held, and was not asked for.
 *
 * @param {Verdict} verdict
 */
export function isMissed(verdict) {
  return verdict.applies && verdict.held && !verdict.picked && helps(verdict);
}

/**
 * Return the facts behind what the option pays, an accident's own test among them.
 *
 * @param {BenefitRow} row
 * @param {string} option
 */
export function restsOn(row, option, isAccident = false) {
  const facts = isAccident && row.accident_test ? (row.accident_facts ?? {}) : row.facts;
  return facts[option] ?? facts[""] ?? [];
}

/**
 * Return the option of a scheme that is held.
 *
 * @param {LifeTables} tables
 * @param {string[]} hold
 * @param {string | undefined} scheme
 */
export function heldOf(tables, hold, scheme) {
  return hold.find((name) => tables.options[name].scheme === scheme);
}

/**
 * Return whether the person has the right in that month of the year. A month counts as paid only
 * when it lies before the event. The person's age counts in their own events only: another's stands
 * in the story.
 *
 * @param {LifeTables} tables
 * @param {BenefitRow} row
 * @param {Life} life
 * @param {SituationRow} situation
 * @param {number} age
 * @param {number} month
 * @returns {Holding}
 */
function holding(tables, row, life, situation, age, month) {
  const carrying = row.options ?? [];
  let option = carrying[0] ?? "";
  let [have, need, window] = [0, 0, 0];
  /** @param {Result | null} outcome */
  const found = (outcome) => ({ outcome, option, have, need, window });
  if (row.ended) return found("ended");
  if (!row.automatic) {
    const held = heldOf(tables, life.hold, row.scheme);
    if (held === undefined) return found("not_held");
    if (!carrying.includes(held)) return found("wrong_option");
    option = held;
    const test = situation.accident && row.accident_test ? row.accident_test : row.test;
    const { contributory, scheme } = tables.options[held];
    if (test && contributory) {
      need = test.months;
      window = test.window;
      const thisYear = Math.max(0, month - 1);
      if (window) have = Math.min(window, thisYear + (life.before[scheme] ?? 0));
      else have = thisYear + monthsOf(tables, life, scheme);
      if (have < need) return found("contributions");
    }
  }
  const isOfAge = age >= (row.youngest ?? 0) && age <= (row.oldest ?? Infinity);
  if (situation.own && !isOfAge) return found("age");
  if (row.registered && !life.hold.includes(row.registered)) return found("not_registered");
  if (row.named && !life.hold.includes(NOMINATION)) return found("not_named");
  return found(null);
}

/**
 * @param {LifeTables} tables
 * @param {Life} life
 * @param {string} scheme
 */
function monthsOf(tables, life, scheme) {
  const own = Object.entries(life.months).filter(([id]) => tables.options[id].scheme === scheme);
  return own.reduce((sum, [, months]) => sum + months, 0);
}

/**
 * Return the verdict on every card on the table. Yearly limits that several rights share are used
 * up in the order of the situation's rights, those asked for and held first.
 *
 * @param {LifeTables} tables
 * @param {Life} life
 * @param {SituationRow} situation
 * @param {number} age
 * @param {number} month
 * @param {string[]} picks
 * @returns {Judgement}
 */
export function judge(tables, life, situation, age, month, picks) {
  const { trip } = tables.amounts;
  const full = situation.treatment ?? 0;
  /** @type {Record<string, number>} */
  const used = {};
  /** @type {Map<string, Verdict>} */
  const judged = new Map();
  /** @type {[string, Holding][]} */
  const rights = [];
  /** @type {[string, Holding][]} */
  const others = [];
  /** @type {Judgement} */
  const sum = {
    verdicts: [],
    covered: 0,
    hearts: 0,
    pays: [],
    register: [],
    missed: 0,
    not_joined: 0,
    trips: 0,
  };
  /** @type {(name: string, held: Holding, picked: boolean, lost: number) => Verdict} */
  const weighed = (name, held, picked, lost) => {
    const left = full - sum.covered;
    const weighed = weigh(name, tables.benefits[name], held, situation, full, month, left, used);
    return {
      benefit: name,
      picked,
      applies: true,
      held: held.outcome === null,
      ...weighed,
      outcome: held.outcome ?? weighed.outcome,
      option: held.option,
      have: held.have,
      need: held.need,
      window: held.window,
      facts: restsOn(tables.benefits[name], held.option, situation.accident),
      trip: lost,
    };
  };
  for (const name of situation.helps) {
    const row = tables.benefits[name];
    const held = holding(tables, row, life, situation, age, month);
    rights.push([name, held]);
    if (held.outcome !== null || !picks.includes(name)) {
      others.push([name, held]);
      continue;
    }
    const verdict = weighed(name, held, true, 0);
    if (row.shape === "per_unit" && verdict.times) {
      const group = row.group ?? name;
      used[group] = (used[group] ?? 0) + verdict.times;
    }
    if (row.shape === "covers" || row.shape === "access") {
      sum.covered += verdict.baht;
      sum.hearts += row.hearts ?? 0;
      // The unit is chosen on the way, which costs a day.
      const unit = row.scheme ?? "";
      if (tables.options[unit] && ![...life.hold, ...sum.register].includes(unit)) {
        sum.register.push(unit);
        verdict.trip = trip;
      }
    } else if (row.shape !== "match" && verdict.baht) {
      sum.pays.push([name, verdict.baht]);
    }
    judged.set(name, verdict);
  }
  for (const [name, held] of others) {
    const picked = picks.includes(name);
    judged.set(name, weighed(name, held, picked, picked ? trip : 0));
  }
  // A card tells what it alone would pay; the sums count every cost and every day once.
  const received = sum.covered + sum.pays.reduce((baht, [, paid]) => baht + paid, 0);
  const had = rights.filter(([, held]) => held.outcome === null);
  const notJoined = others.filter(([, held]) => NOT_JOINED.includes(held.outcome ?? ""));
  const most = worth(tables, had, situation, month);
  sum.missed = most - received;
  sum.not_joined = worth(tables, [...had, ...notJoined], situation, month) - most;
  for (const name of situation.cards) {
    const picked = picks.includes(name);
    const verdict = judged.get(name) ?? notInLaw(name, picked, picked ? trip : 0);
    sum.trips += verdict.trip;
    sum.verdicts.push(verdict);
  }
  return sum;
}

/**
 * Return the baht that asking for all of these rights brings, in their order.
 *
 * @param {LifeTables} tables
 * @param {[string, Holding][]} rights
 * @param {SituationRow} situation
 * @param {number} month
 */
function worth(tables, rights, situation, month) {
  const full = situation.treatment ?? 0;
  let left = full;
  /** @type {Record<string, number>} */
  const used = {};
  let total = 0;
  for (const [name, held] of rights) {
    const row = tables.benefits[name];
    const weighed = weigh(name, row, held, situation, full, month, left, used);
    total += weighed.baht;
    if (row.shape === "covers" || row.shape === "access") {
      left -= weighed.baht;
    } else if (row.shape === "per_unit") {
      const group = row.group ?? name;
      used[group] = (used[group] ?? 0) + weighed.times;
    }
  }
  return total;
}

/**
 * @param {string} benefit
 * @param {boolean} picked
 * @param {number} trip
 * @returns {Verdict}
 */
function notInLaw(benefit, picked, trip) {
  const nothing = { each: 0, times: 0, baht: 0, most: 0, have: 0, need: 0, window: 0 };
  return {
    ...nothing,
    benefit,
    picked,
    applies: false,
    held: false,
    outcome: "not_in_law",
    option: "",
    facts: [],
    trip,
  };
}

/**
 * Return what a right that applies comes to when it is asked for and held.
 *
 * @param {string} name
 * @param {BenefitRow} row
 * @param {Holding} held
 * @param {SituationRow} situation
 * @param {number} full cost of the treatment before anything was covered
 * @param {number} month
 * @param {number} treatment what of it is still to be paid
 * @param {Record<string, number>} used units of limited rights already used
 * @returns {{ outcome: Result, each: number, times: number, baht: number, most: number }}
 */
function weigh(name, row, held, situation, full, month, treatment, used) {
  const key = held.option in row.facts ? held.option : "";
  const each = row.each?.[key] ?? 0;
  switch (row.shape) {
    case "per_unit": {
      const wanted = units(row, situation);
      const limit = row.most?.[key] ?? Infinity;
      const left = Math.max(0, limit - (used[row.group ?? name] ?? 0));
      const isEnough = wanted >= Math.max(1, row.fewest ?? 0);
      const times = isEnough ? Math.min(wanted, left) : 0;
      const most = isEnough && times < wanted ? limit : 0;
      const outcome = times ? "pays" : isEnough ? "limit" : "nothing";
      return { outcome, each, times, baht: each * times, most };
    }
    case "lump_sum":
      return { outcome: "pays", each, times: 1, baht: each, most: 0 };
    case "monthly":
    case "monthly_by_age": {
      const times = Math.min(12 - month, row.for_months ?? 12);
      return { outcome: "pays", each, times, baht: each * times, most: 0 };
    }
    case "covers": {
      const baht = Math.min(treatment, row.covers_most ?? Infinity);
      return { outcome: baht || full ? "covers" : "nothing", each, times: 0, baht, most: 0 };
    }
    case "access": {
      const baht = Math.min(treatment, situation.avoidable ?? 0);
      return { outcome: "mends", each, times: 0, baht, most: 0 };
    }
    default:
      return { outcome: "automatic", each: 0, times: 0, baht: 0, most: 0 };
  }
}

/**
 * Return how many units of the story the right counts.
 *
 * @param {BenefitRow} row
 * @param {SituationRow} situation
 */
function units(row, situation) {
  switch (row.unit) {
    case "hospital_day":
      return situation.hospital_days ?? 0;
    case "rest_day":
      return situation.rest_days ?? 0;
    case "visit":
      return situation.visits ?? 0;
    case "child_month": {
      const children = Math.min(situation.children ?? 0, row.children ?? Infinity);
      return children * (situation.months ?? 0);
    }
    default:
      return 0;
  }
}
