// One life: chapters of a person's life by the rules of the board game, for one. A chapter is a
// payday, the choice of protection, a life event, its close, and the years it stands for. The
// same rules as games/rules; tests/web/test_one_life.py holds them together.

import { below, MONTH, SEASON, VILLAGE } from "./luck.js";
import { heldOf, judge, restsOn } from "./one_life_rights.js";

/** @import { Chapter, Choice, Closed, Decision, Life, LifeTables, OldAge, OldAgeLine, OptionRow, Payday, Plan, Protected, Refusal, Revealed, WholeLife, YearsPassed } from "./life_types.js" */

const FUND = "fund";
const FULL_HEART = 3;
/** Right-cards that may be asked for at once. */
export const MOST_CARDS = 3;

// A life has one household, and its events befall everybody.
const SEAT = 0;
const EVERYBODY = -1;

/**
 * Return a life that begins.
 *
 * @param {LifeTables} tables
 * @param {string} occupation
 * @param {number} seed
 * @returns {Life}
 */
export function newLife(tables, occupation, seed, chapters = tables.chapters) {
  return {
    occupation,
    seed,
    chapters,
    chapter: 1,
    money: tables.amounts.start_money,
    debt: 0,
    hearts: FULL_HEART,
    hold: [],
    before: {},
    months: {},
    saved: 0,
    matched: 0,
    received: 0,
    covered: 0,
    missed: 0,
    not_joined: 0,
  };
}

/**
 * Return the age in this chapter.
 *
 * @param {LifeTables} tables
 * @param {Life} life
 */
export function ageOf({ amounts }, { chapter, chapters }) {
  const step = Math.ceil((amounts.last_age - amounts.first_age) / chapters);
  return amounts.first_age + step * (chapter - 1);
}

/**
 * Return the years that this chapter stands for: to the next one, or to old age.
 *
 * @param {LifeTables} tables
 * @param {Life} life
 */
export function yearsToNext(tables, life) {
  const { first_age, last_age } = tables.amounts;
  const step = Math.ceil((last_age - first_age) / life.chapters);
  return life.chapter === life.chapters ? last_age - ageOf(tables, life) : step;
}

/**
 * Return the life with the year's income.
 *
 * @param {LifeTables} tables
 * @param {Life} life
 * @returns {{ life: Life, payday: Payday }}
 */
export function payday(tables, life) {
  const work = tables.occupations[life.occupation];
  const moved = below(2 * work.swing + 1, life.seed, SEASON, life.chapter, SEAT) - work.swing;
  const swing = life.chapter === 1 ? Math.max(moved, work.first_swing) : moved;
  const income = share(work.income, 100 + swing);
  const weary = share(income * (FULL_HEART - life.hearts), tables.amounts.weary);
  const net = income - weary - work.living;
  const told = { income, swing, weary, living: work.living, net };
  return { life: { ...life, money: life.money + net }, payday: told };
}

/**
 * @param {number} baht
 * @param {number} percent
 */
function share(baht, percent) {
  return Math.floor((baht * percent) / 100);
}

/**
 * Return what the option costs this year, as (each, times).
 *
 * @param {LifeTables} tables
 * @param {string} name
 * @param {Life} life
 * @returns {[number, number]}
 */
function due(tables, name, life) {
  const row = tables.options[name];
  if (row.act) return [row.yearly ?? 0, life.hold.includes(name) ? 0 : 1];
  return row.contributory ? [row.monthly ?? 0, 12] : [row.yearly ?? 0, 1];
}

/**
 * Return what this year costs when these are held.
 *
 * @param {LifeTables} tables
 * @param {string[]} hold
 * @param {Life} life
 */
export function costOf(tables, hold, life) {
  return hold.reduce((sum, name) => {
    const [each, times] = due(tables, name, life);
    return sum + each * times;
  }, 0);
}

/**
 * Return whether the law does not allow the two together.
 *
 * @param {LifeTables} tables
 * @param {string} one
 * @param {string} other
 */
function excludes(tables, one, other) {
  /** @type {(a: string, b: string) => boolean} */
  const rules = (a, b) =>
    tables.options[a].excludes.some((id) => id === b || id === tables.options[b].scheme);
  return rules(one, other) || rules(other, one);
}

/**
 * Return whether age forbids joining; who holds the scheme already may stay.
 *
 * @param {LifeTables} tables
 * @param {OptionRow} row
 * @param {Life} life
 */
function isTooYoungOrOld(tables, row, life) {
  const age = ageOf(tables, life);
  if (age >= row.youngest && age <= (row.oldest ?? Infinity)) return false;
  return heldOf(tables, life.hold, row.scheme) === undefined;
}

/**
 * Return everything that could be held this year, judged beside what is chosen so far.
 *
 * @param {LifeTables} tables
 * @param {Life} life
 * @param {string[]} chosen
 * @returns {Choice[]}
 */
export function choices(tables, life, chosen) {
  return tables.listed.options.map((option) => {
    const row = tables.options[option];
    const others = chosen.filter((name) => tables.options[name].scheme !== row.scheme);
    const beside = others.find((name) => excludes(tables, option, name)) ?? "";
    const [each, times] = due(tables, option, life);
    const cost = each * times;
    const isShort = cost > 0 && costOf(tables, others, life) + cost > Math.max(0, life.money);
    /** @type {Refusal} */
    const refusal = beside
      ? "excluded"
      : isTooYoungOrOld(tables, row, life)
        ? "age"
        : isShort
          ? "money"
          : "";
    return { option, each, times, cost, held: life.hold.includes(option), refusal, beside };
  });
}

/**
 * Return every lawful set: one option a scheme, nothing beside what it excludes.
 *
 * @param {LifeTables} tables
 * @param {string[]} names of which it may consist
 */
function lawfulPlans(tables, names) {
  /** @type {Plan[]} */
  let plans = [{ hold: [], year: 0 }];
  for (const name of names) {
    const { scheme, act, monthly = 0, yearly = 0 } = tables.options[name];
    const year = act ? 0 : 12 * monthly + yearly;
    const fitting = plans.filter(({ hold }) =>
      hold.every((one) => tables.options[one].scheme !== scheme && !excludes(tables, one, name)),
    );
    plans = [
      ...plans,
      ...fitting.map((plan) => ({ hold: [...plan.hold, name].sort(), year: plan.year + year })),
    ];
  }
  return plans;
}

/**
 * Return the dearest part of what is wanted that law, age and purse allow this year. Acts that
 * were done stay done.
 *
 * @param {LifeTables} tables
 * @param {Life} life
 * @param {string[]} wanted
 */
export function affordable(tables, life, wanted) {
  const purse = Math.max(0, life.money);
  const done = life.hold.filter((name) => tables.options[name].act);
  const wish = [...new Set([...wanted, ...done])].sort();
  const fitting = lawfulPlans(tables, wish).filter(
    ({ hold }) =>
      done.every((name) => hold.includes(name)) &&
      !hold.some((name) => isTooYoungOrOld(tables, tables.options[name], life)) &&
      costOf(tables, hold, life) <= purse,
  );
  // All that is wanted comes first; else the dearest.
  fitting.sort(
    (a, b) =>
      Number(b.hold.length === wish.length) - Number(a.hold.length === wish.length) ||
      b.year - a.year ||
      b.hold.length - a.hold.length ||
      compare(a.hold, b.hold),
  );
  return fitting[0]?.hold ?? done;
}

/**
 * @param {string[]} one
 * @param {string[]} other
 */
function compare(one, other) {
  const place = one.findIndex((name, i) => name !== other[i]);
  if (place < 0) return one.length - other.length;
  return one[place] < (other[place] ?? "") ? -1 : 1;
}

/**
 * Return the life with this held and paid for.
 *
 * @param {LifeTables} tables
 * @param {Life} life
 * @param {string[]} hold what is `affordable`
 * @returns {{ life: Life, protected: Protected }}
 */
export function protect(tables, life, hold) {
  /** @type {[string, number][]} */
  const lines = [];
  let { saved, matched } = life;
  for (const name of hold) {
    const [each, times] = due(tables, name, life);
    if (each * times) lines.push([name, each * times]);
    const row = tables.options[name];
    if (!row.saves) continue;
    saved += row.yearly ?? 0;
    matched += stateShare(tables, name, ageOf(tables, life));
  }
  const spent = lines.reduce((sum, [, baht]) => sum + baht, 0);
  const schemes = hold.map((name) => tables.options[name].scheme);
  const kept = Object.entries(life.before).filter(([scheme]) => schemes.includes(scheme));
  const before = Object.fromEntries(kept);
  return {
    life: { ...life, money: life.money - spent, hold, before, saved, matched },
    protected: { hold, spent, lines },
  };
}

/**
 * Return what the state adds to a year's saving at that age.
 *
 * @param {LifeTables} tables
 * @param {string} option
 * @param {number} age
 */
export function stateShare(tables, option, age) {
  const { scheme, yearly = 0 } = tables.options[option];
  const match = tables.benefits[tables.matches[scheme] ?? ""];
  if (!match || match.ended) return 0;
  const band = match.bands?.find(([upTo]) => age <= upTo);
  return band ? Math.min(match.each?.[option] ?? 0, share(yearly, band[1])) : 0;
}

/**
 * Return what befalls in this chapter: an event that this life has not met, nor one like it.
 *
 * @param {LifeTables} tables
 * @param {Life} life
 * @param {string[]} met
 */
export function drawEvent(tables, life, met) {
  const { events } = tables.occupations[life.occupation];
  const icons = met.map((name) => tables.situations[name].icon);
  const fresh = events.filter((name) => !icons.includes(tables.situations[name].icon));
  const left = fresh.length ? fresh : events;
  const { first_month } = tables.amounts;
  /** @type {(n: number, purpose: number) => number} */
  const draw = (n, purpose) => below(n, life.seed, purpose, life.chapter, EVERYBODY);
  return {
    situation: left[draw(left.length, VILLAGE)],
    month: first_month + draw(13 - first_month, MONTH),
  };
}

/**
 * Return the life with what the event cost and the rights paid.
 *
 * @param {LifeTables} tables
 * @param {Life} life
 * @param {Pick<Decision, "situation" | "month" | "picks">} decision
 * @returns {{ life: Life, revealed: Revealed }}
 */
export function claim(tables, life, { situation, month, picks }) {
  const { amounts } = tables;
  const row = tables.situations[situation];
  const asked = picks.slice(0, MOST_CARDS);
  const result = judge(tables, life, row, ageOf(tables, life), month, asked);
  const { hospital_days = 0, rest_days = 0, lost_days = 0, other = 0 } = row;
  const day_income = Math.floor(tables.occupations[life.occupation].income / amounts.work_days);
  const days = hospital_days + rest_days + lost_days;
  const treatment = row.treatment ?? 0;
  const unpaid = treatment - result.covered;
  const waived = Math.max(0, unpaid - amounts.treatment_most);
  const cost = days * day_income + unpaid - waived + other;
  // Who is ill and gets nothing for the lost days goes back to work too early.
  const isEarly = hospital_days + rest_days > 0 && !result.pays.length;
  const hurt = (row.hearts ?? 0) + (isEarly ? amounts.early_hearts : 0);
  const hearts_lost = Math.min(life.hearts, hurt);
  const hearts_mended = Math.min(FULL_HEART - (life.hearts - hearts_lost), result.hearts);
  const hold = [...life.hold, ...result.register].sort();
  let hearts = life.hearts - hearts_lost + hearts_mended;
  let fund = null;
  if (hold.includes(FUND) && hospital_days) {
    const nights = Math.min(hospital_days, amounts.fund_nights);
    const mended = Math.min(1, FULL_HEART - hearts);
    fund = { nights, baht: nights * amounts.fund_night, hearts: mended };
    hearts += mended;
  }
  const { paid, aside } = row.keeps
    ? keepAside(result.pays, Math.max(0, cost))
    : { paid: result.pays, aside: [] };
  const got = total(paid);
  return {
    life: {
      ...life,
      money: life.money - cost - result.trips + got + (fund?.baht ?? 0),
      hearts,
      hold,
      received: life.received + got + total(aside),
      covered: life.covered + result.covered,
      missed: life.missed + result.missed,
      not_joined: life.not_joined + result.not_joined,
    },
    revealed: {
      situation,
      verdicts: result.verdicts,
      day_income,
      days,
      lost_income: days * day_income,
      treatment,
      covered: result.covered,
      waived,
      other,
      cost,
      hearts_lost,
      hearts_mended,
      trips: result.trips,
      paid,
      aside,
      fund,
      missed: result.missed,
      not_joined: result.not_joined,
    },
  };
}

/** @param {[string, number][]} lines */
function total(lines) {
  return lines.reduce((sum, [, baht]) => sum + baht, 0);
}

/**
 * Leave what rights pay beyond the event's costs to those it is for.
 *
 * @param {[string, number][]} pays
 * @param {number} cost
 */
function keepAside(pays, cost) {
  /** @type {[string, number][]} */
  const paid = [];
  /** @type {[string, number][]} */
  const aside = [];
  let left = cost;
  for (const [benefit, baht] of pays) {
    const now = Math.min(baht, left);
    left -= now;
    if (now) paid.push([benefit, now]);
    if (baht > now) aside.push([benefit, baht - now]);
  }
  return { paid, aside };
}

/**
 * Return the life with its purse and debts settled.
 *
 * @param {LifeTables} tables
 * @param {Life} life
 * @returns {{ life: Life, closed: Closed }}
 */
export function closeChapter({ amounts }, life) {
  let { money, debt, hearts } = life;
  let [lent, without] = [0, 0];
  if (money < 0) {
    lent = Math.max(0, Math.min(-money, amounts.debt_most - debt));
    without = -money - lent;
    debt += lent;
    if (without && hearts) hearts -= 1;
    // What nobody lends is gone without: the purse is empty, not below zero.
    money = 0;
  }
  const repaid = Math.min(debt, money);
  debt -= repaid;
  money -= repaid;
  return {
    life: { ...life, money, debt, hearts },
    closed: { lent, without, repaid, money, debt, hearts },
  };
}

/**
 * Return the life after the years that the chapter stands for; the next chapter is on.
 *
 * @param {LifeTables} tables
 * @param {Life} life
 * @returns {{ life: Life, years: YearsPassed }}
 */
export function passYears(tables, life) {
  const { amounts } = tables;
  const years = yearsToNext(tables, life);
  const age = ageOf(tables, life);
  const before = { ...life.before };
  const months = { ...life.months };
  let { saved, matched, debt, hearts, money } = life;
  for (const name of life.hold) {
    const row = tables.options[name];
    if (row.contributory) {
      before[row.scheme] = (before[row.scheme] ?? 0) + 12 * years;
      months[name] = (months[name] ?? 0) + 12 * years;
    } else if (row.saves) {
      saved += (row.yearly ?? 0) * (years - 1);
      for (let later = 1; later < years; later += 1)
        matched += stateShare(tables, name, age + later);
    }
  }
  if (debt) {
    const grown = debt + share(debt, amounts.debt_grows);
    debt = Math.max(debt, Math.min(grown, amounts.debt_most));
  } else if (hearts < FULL_HEART) {
    hearts += Math.min(amounts.years_hearts, FULL_HEART - hearts);
  }
  const told = { years, age: age + years, debt, hearts, saved, matched };
  if (life.chapter === life.chapters) {
    const repaid = Math.min(debt, Math.max(0, money));
    debt -= repaid;
    money -= repaid;
  }
  const chapter = Math.min(life.chapter + 1, life.chapters);
  return {
    life: { ...life, chapter, before, months, saved, matched, debt, hearts, money },
    years: told,
  };
}

/**
 * Return the basket of old age.
 *
 * @param {LifeTables} tables
 * @param {Life} life
 * @returns {OldAge}
 */
export function oldAge(tables, life) {
  const { amounts, benefits, matches } = tables;
  const isMatch = new Set(Object.keys(matches));
  const lines = tables.old_age
    .filter((name) => !benefits[name].ended && !isMatch.has(benefits[name].scheme ?? ""))
    .flatMap((name) => linesOf(tables, name, life));
  const account = life.saved + life.matched;
  const [scheme] = Object.keys(matches);
  if (account && scheme) {
    lines.push({
      benefit: matches[scheme],
      option: scheme,
      each: account,
      times: 1,
      baht: account,
      monthly: Math.floor(account / amounts.pension_months),
      facts: [],
    });
  }
  const monthly = lines.reduce((sum, line) => sum + line.monthly, 0);
  return { lines, monthly, pieces: Math.floor(monthly / amounts.piece) };
}

/**
 * @param {LifeTables} tables
 * @param {string} benefit
 * @param {Life} life
 * @returns {OldAgeLine[]}
 */
function linesOf(tables, benefit, life) {
  const row = tables.benefits[benefit];
  const { last_age, pension_months } = tables.amounts;
  if (row.shape === "monthly_by_age") {
    const band = row.bands?.filter(([from]) => from <= last_age).at(-1);
    if (!band) return [];
    const [, each, facts] = band;
    return [{ benefit, option: "", each, times: 1, baht: 0, monthly: each, facts }];
  }
  const carrying = row.options?.length ? row.options : [""];
  return carrying.flatMap((option) => {
    const each = row.each?.[option] ?? 0;
    const months = option ? (life.months[option] ?? 0) : 1;
    if (!each || !months || !(option || row.automatic)) return [];
    const line = { benefit, option, each, facts: restsOn(row, option) };
    if (row.shape === "monthly") return [{ ...line, times: 1, baht: 0, monthly: each }];
    const times = row.shape === "per_unit" ? months : 1;
    const baht = each * times;
    return [{ ...line, times, baht, monthly: Math.floor(baht / pension_months) }];
  });
}

/**
 * Return a life lived by these decisions, one for each chapter.
 *
 * @param {LifeTables} tables
 * @param {Life} begun
 * @param {Decision[]} decisions
 * @returns {WholeLife}
 */
export function live(tables, begun, decisions) {
  /** @type {Chapter[]} */
  const chapters = [];
  let life = begun;
  for (const decision of decisions) {
    const age = ageOf(tables, life);
    const paid = payday(tables, life);
    const held = protect(tables, paid.life, affordable(tables, paid.life, decision.hold));
    const claimed = claim(tables, held.life, decision);
    const closed = closeChapter(tables, claimed.life);
    const passed = passYears(tables, closed.life);
    life = passed.life;
    chapters.push({
      age,
      payday: paid.payday,
      protected: held.protected,
      revealed: claimed.revealed,
      closed: closed.closed,
      years: passed.years,
    });
  }
  return { chapters, old_age: oldAge(tables, life), life };
}

/**
 * Return the same decisions without protection: rights that everybody has are asked for, and
 * trips for the others are spared.
 *
 * @param {LifeTables} tables
 * @param {Decision[]} decisions
 */
export function withoutProtection(tables, decisions) {
  return decisions.map((decision) => ({
    ...decision,
    hold: /** @type {string[]} */ ([]),
    picks: decision.picks.filter((name) => tables.benefits[name].automatic),
  }));
}
