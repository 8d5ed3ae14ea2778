/** Shapes of One life. The rows are written by games/web/export/one_life.py. */

import type { Text } from "../types.js";

/** The game's own numbers; see games/rules/model/amounts.py. */
export interface Amounts {
  start_money: number;
  first_age: number;
  last_age: number;
  work_days: number;
  debt_grows: number;
  debt_most: number;
  weary: number;
  early_hearts: number;
  trip: number;
  treatment_most: number;
  years_hearts: number;
  fund_night: number;
  fund_nights: number;
  pension_months: number;
  piece: number;
  first_month: number;
}

export interface OccupationRow {
  income: number;
  swing: number;
  living: number;
  /** The lowest percent by which the first chapter's season moves the income. */
  first_swing: number;
  events: string[];
  title: Text;
  icon: string;
}

export interface OptionRow {
  scheme: string;
  monthly?: number;
  yearly?: number;
  saves?: boolean;
  act?: boolean;
  contributory: boolean;
  fact?: string;
  youngest: number;
  oldest?: number;
  excludes: string[];
  icon: string;
  colour: string;
  title?: Text;
  short?: Text;
}

export interface ContributionTest {
  months: number;
  window: number;
}

export interface BenefitRow {
  scheme?: string;
  automatic?: boolean;
  options?: string[];
  shape:
    | "per_unit"
    | "lump_sum"
    | "monthly"
    | "monthly_by_age"
    | "covers"
    | "match"
    | "access";
  unit?: string;
  each?: Record<string, number>;
  most?: Record<string, number>;
  fewest?: number;
  children?: number;
  group?: string;
  for_months?: number;
  covers_most?: number;
  /** (up to this age, percent, facts) of a match; (from this age, baht, facts) by age. */
  bands?: [number, number, string[]][];
  hearts?: number;
  test?: ContributionTest;
  accident_test?: ContributionTest;
  youngest?: number;
  oldest?: number;
  registered?: string;
  named?: boolean;
  ended?: boolean;
  facts: Record<string, string[]>;
  accident_facts?: Record<string, string[]>;
  title: Text;
  short: Text;
  icon: string;
  when: Text;
}

export interface SituationRow {
  hospital_days?: number;
  rest_days?: number;
  lost_days?: number;
  visits?: number;
  children?: number;
  months?: number;
  treatment?: number;
  avoidable?: number;
  other?: number;
  hearts?: number;
  accident?: boolean;
  own?: boolean;
  keeps?: boolean;
  helps: string[];
  cards: string[];
  title: Text;
  icon: string;
  story: Text;
  remember: Text;
  tempting: Record<string, Text>;
}

export interface LifeTables {
  chapters: number;
  /** Icons of what old-age money buys, the most needed first. */
  basket: string[];
  amounts: Amounts;
  /** Ids in the order to show. */
  listed: { occupations: string[]; options: string[] };
  occupations: Record<string, OccupationRow>;
  options: Record<string, OptionRow>;
  benefits: Record<string, BenefitRow>;
  old_age: string[];
  matches: Record<string, string>;
  situations: Record<string, SituationRow>;
  schemes: Record<string, { title: Text; short: Text }>;
}

/** A life at one moment. Money in baht; below zero it becomes debt when the chapter closes. */
export interface Life {
  occupation: string;
  seed: number;
  chapters: number;
  chapter: number;
  money: number;
  debt: number;
  hearts: number;
  hold: string[];
  /** Months paid without a gap before this year, by scheme. */
  before: Record<string, number>;
  /** Months paid in the whole life, by option. */
  months: Record<string, number>;
  saved: number;
  matched: number;
  received: number;
  covered: number;
  missed: number;
  not_joined: number;
}

/** A lawful set of things held together; `year` is what a year of it costs. */
export interface Plan {
  hold: string[];
  year: number;
}

export type Refusal = "" | "excluded" | "age" | "money";

/** One thing that could be held this year, beside what is chosen. */
export interface Choice {
  option: string;
  each: number;
  times: number;
  cost: number;
  held: boolean;
  refusal: Refusal;
  /** The chosen option that excludes it. */
  beside: string;
}

export type Result =
  | "pays"
  | "covers"
  | "mends"
  | "automatic"
  | "not_in_law"
  | "not_held"
  | "wrong_option"
  | "contributions"
  | "age"
  | "not_registered"
  | "not_named"
  | "ended"
  | "limit"
  | "nothing";

/** A card, judged; see Verdict in games/rules/model/events.py. */
export interface Verdict {
  benefit: string;
  picked: boolean;
  applies: boolean;
  held: boolean;
  outcome: Result;
  option: string;
  each: number;
  times: number;
  baht: number;
  most: number;
  have: number;
  need: number;
  window: number;
  facts: string[];
  trip: number;
}

export interface Holding {
  /** null: the person has the right. */
  outcome: Result | null;
  option: string;
  have: number;
  need: number;
  window: number;
}

export interface Judgement {
  verdicts: Verdict[];
  covered: number;
  hearts: number;
  pays: [string, number][];
  register: string[];
  missed: number;
  not_joined: number;
  trips: number;
}

/** A claim uncovered: what the event cost and what came of the cards. */
export interface Revealed {
  situation: string;
  verdicts: Verdict[];
  day_income: number;
  days: number;
  lost_income: number;
  treatment: number;
  covered: number;
  /** Of what nobody covers, the part beyond what a household has to bear at once. */
  waived: number;
  other: number;
  cost: number;
  hearts_lost: number;
  hearts_mended: number;
  trips: number;
  /** What came to the purse by each right; `aside` is kept by those it is for. */
  paid: [string, number][];
  aside: [string, number][];
  fund: { nights: number; baht: number; hearts: number } | null;
  missed: number;
  not_joined: number;
}

export interface Payday {
  income: number;
  swing: number;
  weary: number;
  living: number;
  net: number;
}

export interface Protected {
  hold: string[];
  spent: number;
  lines: [string, number][];
}

export interface Closed {
  lent: number;
  without: number;
  repaid: number;
  money: number;
  debt: number;
  hearts: number;
}

export interface YearsPassed {
  years: number;
  age: number;
  debt: number;
  hearts: number;
  saved: number;
  matched: number;
}

/** A line of the basket: what comes of it a month. */
export interface OldAgeLine {
  benefit: string;
  option: string;
  each: number;
  times: number;
  baht: number;
  monthly: number;
  facts: string[];
}

export interface OldAge {
  lines: OldAgeLine[];
  monthly: number;
  pieces: number;
}

/** What was decided in a chapter, and what befell. */
export interface Decision {
  hold: string[];
  situation: string;
  month: number;
  picks: string[];
}

export interface Chapter {
  age: number;
  payday: Payday;
  protected: Protected;
  revealed: Revealed;
  closed: Closed;
  years: YearsPassed;
}

export interface WholeLife {
  chapters: Chapter[];
  old_age: OldAge;
  life: Life;
}
