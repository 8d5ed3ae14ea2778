/** Shapes that the page works on. The content is written by games/web/export/page_content.py. */

import type { LifeTables } from "./life/life_types.js";

/** Plain text with zero-width spaces where a line may begin, or HTML with the same. */
export type Text = string | { html: string };

export interface Fact {
  module: string;
  label: Text;
  text: string;
  note?: Text;
  sources?: string[];
  checked: string;
  review_by: string;
  unconfirmed?: boolean;
  local?: boolean;
}

export interface Source {
  short: string;
  official: boolean;
}

export interface Helpline {
  title: string;
  phone?: string;
  for_what: Text;
  hours?: Text;
  seen?: number;
  online?: Text[];
}

export interface Term {
  term: string;
  means: Text;
  also?: string[];
}

export interface Option {
  text: Text;
  right?: boolean;
  why?: Text;
}

interface QuestionBase {
  id: string;
  objective: string;
  level: number;
  ask: Text;
  explain: Text;
  facts: string[];
  helpline?: string;
  /** Hard words whose meaning tells the answer. */
  telling?: string[];
}

export interface ChoiceQuestion extends QuestionBase {
  kind: "choice";
  options: Option[];
}
export interface SeveralQuestion extends QuestionBase {
  kind: "several";
  options: Option[];
}
export interface TrueFalseQuestion extends QuestionBase {
  kind: "true_false";
  answer?: boolean;
  why: Text;
}
export interface OrderQuestion extends QuestionBase {
  kind: "order";
  steps: Text[];
  why: Text;
}
export interface MatchQuestion extends QuestionBase {
  kind: "match";
  pairs: { left: Text; right: Text }[];
  why: Text;
}
export interface NumberQuestion extends QuestionBase {
  kind: "number";
  answer: { value: number };
  unit: string;
  lowest?: number;
  highest: number;
  step: number;
  tolerance?: number;
  mistakes?: { amount: { value: number }; why: Text }[];
  why: Text;
}

export type Question =
  | ChoiceQuestion
  | SeveralQuestion
  | TrueFalseQuestion
  | OrderQuestion
  | MatchQuestion
  | NumberQuestion;

/** A question with the id of its module. */
export type AskedQuestion = Question & { module: string };

/**
 * choice: index of the option; several: indexes; true_false: true or false; order: indexes of
 * the steps as tapped; match: for each left side the index of its right side; number: the number.
 */
export type Answer = number | boolean | number[];

export interface Judgement {
  right: boolean;
  /** Reasons against what was mistaken; `about` is the option meant, `voice` as in OutcomeCard. */
  why: { about?: Text; text: Text; voice: string }[];
}

export interface LessonStep {
  kind: "story" | "explain" | "ask" | "check" | "act";
  title: string;
  say: Text;
  question?: string;
  facts: string[];
}

interface BlockBase {
  title: string;
  facts: string[];
}
export interface ListBlock extends BlockBase {
  kind: "who" | "note" | "watch" | "steps";
  items: Text[];
}
export interface NumbersBlock extends BlockBase {
  kind: "numbers";
  numbers: { title: Text; text: string; caption?: Text }[];
}
export interface TableBlock extends BlockBase {
  kind: "benefits" | "table";
  columns: Text[];
  rows: { head: Text; cells: Text[] }[];
}
export interface PapersBlock extends BlockBase {
  kind: "papers";
  papers?: Text[];
  items?: Text[];
}
export interface AskBlock extends BlockBase {
  kind: "ask";
  helplines: string[];
}
export type Block = ListBlock | NumbersBlock | TableBlock | PapersBlock | AskBlock;

export interface Module {
  id: string;
  title: string;
  short: string;
  icon: string;
  colour: string;
  tagline: string;
  objectives: Record<string, Text>;
  lesson: { steps: LessonStep[] };
  one_pager: Block[];
  questions: Question[];
  helplines: string[];
}

export interface PageContent {
  format: number;
  /** In which its texts are, as in the `lang` of an element. */
  language: string;
  language_name: string;
  edition: string;
  as_of: string;
  words: Record<string, string>;
  animals: string[];
  schedule: {
    retention: number;
    longest_days: number;
    weights: number[];
    hesitation: { seconds: number; seconds_per_sign: number };
    solid_days: number;
    round: { questions: number; minutes: number; at_most: number; gap: number; returns: number };
  };
  spelling: { drop: string; same: Record<string, string>; asking: string[]; how_much: string[] };
  modules: Module[];
  facts: Record<string, Fact>;
  sources: Record<string, Source>;
  helplines: Record<string, Helpline>;
  glossary: Term[];
  search: SearchIndex;
  /** One life; null where the content holds no game for it. */
  life: LifeTables | null;
  /** Addresses of recorded clips, by language and by text id. */
  audio?: Record<string, Record<string, string>>;
}

export type FoundKind = "fact" | "sheet" | "term";

export interface SearchIndex {
  found: [FoundKind, string][];
  lengths: number[];
  words: Record<string, number[]>;
}

/** Wrong; right after long thought; right. */
export type Grade = "again" | "hard" | "good";

/** What is known of one person and one question; days are whole numbers since 1970-01-01. */
export interface Memory {
  /** Days after which recall falls to the chosen retention. */
  stability: number;
  /** From 1 to 10. */
  difficulty: number;
  /** Day of the last answer. */
  last: number;
  /** Day on which it should come again. */
  due: number;
  /** Answers given, and wrong ones among them. */
  seen: number;
  missed: number;
}

export type Memories = Map<string, Memory>;

export type Mode = "questions" | "minutes";

export interface Round {
  /** Ids still to be asked. */
  queue: string[];
  /** Grade of the first answer to each question. */
  first: Record<string, Grade>;
  /** How often each missed question was put back. */
  returned: Record<string, number>;
  mode?: Mode;
  /** Seconds taken so far. */
  spent?: number;
}

/** One thing to do in real life, chosen at the end of a round. Days as in Memory. */
export interface Deed {
  module: string;
  chosen: number;
  done: number | null;
}

/** What is known of a person beside the questions. */
export interface Profile {
  /** Days on which something was answered, each once, in order. */
  days: number[];
  deed: Deed | null;
  /** Usual seconds for a sign that was read; null before the first right answer. */
  pace: number | null;
  /** Page of the lesson last read, by module. */
  pages: Record<string, number>;
}

export interface Person {
  memories: Memories;
  round: Round | null;
  profile: Profile;
}

/** Why nothing lasts on this device. */
export type Trouble = "forbidden" | "full" | "newer" | "slow";

export type Settings = Record<string, unknown>;

/** A function of the parts of an address that gives what is shown. */
export type Screen = (...address: string[]) => HTMLElement;

type TagOf<Name extends string> = Name extends `${infer Tag}.${string}` ? Tag : Name;

/** The element that `el("button.big")` makes. */
export type ElementOf<Name extends string> =
  TagOf<Name> extends keyof HTMLElementTagNameMap
    ? HTMLElementTagNameMap[TagOf<Name>]
    : HTMLElement;

export interface Attributes {
  onclick?: (event: MouseEvent) => unknown;
  oninput?: (event: Event) => unknown;
  onchange?: (event: Event) => unknown;
  [name: string]: unknown;
}

export type Child = Node | string | null | undefined;

/** Something to tap that answers a question. */
export interface AnswerInput {
  node: HTMLElement;
  /** The button that gives the answer, where one tap is not enough. */
  done?: HTMLButtonElement;
}

/** A text with the id of its recording below the question's, or a word of the page. */
export type OutcomeCard = { text: Text; voice: string } | { word: string };

export interface OutcomeRow {
  text: Text;
  voice: string;
  right: boolean;
  chosen: boolean;
  why?: Text;
}

export type Outcome =
  | { form: "cards"; yours: OutcomeCard; right: OutcomeCard }
  | { form: "number"; yours: string; right: string; unit: string }
  | { form: "ticks"; rows: OutcomeRow[] }
  | { form: "order"; rows: { text: Text; voice: string; right: boolean; yours: number }[] }
  | {
      form: "match";
      rows: { left: Text; right: Text; number: number; isRight: boolean; yours: Text }[];
    };
