// Search without a network. Thai has no spaces, so what is typed is cut into words of the
// index itself; what is not found there is compared with words that are nearly the same.

import { content } from "./content.js";
import { hasNoSpaces } from "./text.js";

/** @import { FoundKind } from "./types.js" */

/**
 * What there is to search in, made ready once a language.
 *
 * @typedef {object} Index
 * @property {string[]} vocabulary
 * @property {Set<string>} empty words of asking (เท่าไร, how), not of what is asked about
 * @property {number} average weight of an entry
 * @property {number} longest word, in letters
 */

/** @type {WeakMap<object, Index>} */
const made = new WeakMap();

/** @returns {Index} */
function index() {
  const { lengths, words } = content.search;
  const known = made.get(content.search);
  if (known) return known;
  const vocabulary = Object.keys(words);
  const empty = new Set(content.spelling.asking.map(spelled));
  const average = lengths.reduce((a, b) => a + b, 0) / (lengths.length || 1);
  const longest = Math.max(...[...vocabulary, ...empty].map((word) => word.length));
  const ready = { vocabulary, empty, average, longest };
  made.set(content.search, ready);
  return ready;
}

const ALMOST = 0.5;
const INSIDE = 0.6;
const WORTH_SHOWING = 0.3;

const LIKING = { fact: 1.2, sheet: 1, term: 0.9 };

// Who asks "how much" wants the figure first.
const FIGURE = 1.4;

// Letters of scripts without spaces between words; Latin ones; numbers. As search_index.py has it.
const WORDS =
  /[\u0e00-\u0eff\u1000-\u109f\u1780-\u17ff\ua9e0-\ua9ff\uaa60-\uaa7f.]+|[a-z]+|[0-9][0-9,.]*/g;

/**
 * Return [kind, place] of what fits best, best first.
 *
 * @param {string} typed
 * @returns {[FoundKind, string][]}
 */
export function search(typed, atMost = 12) {
  /** @type {Map<number, number>} */
  const scores = new Map();
  const { found, lengths, words } = content.search;
  const { average } = index();
  const asked = typed.toLowerCase();
  const wantsFigure = content.spelling.how_much.some((words) => asked.includes(words));
  for (const [term, weight] of terms(typed)) {
    const places = words[term];
    const rarity = Math.log(1 + found.length / (places.length / 2));
    for (let i = 0; i < places.length; i += 2) {
      const [thing, count] = [places[i], places[i + 1]];
      const share = count / (count + 0.8 + 0.8 * (lengths[thing] / average));
      const [kind, place] = found[thing];
      const isFigure = kind === "fact" && /^\d/.test(content.facts[place].text);
      const liking = LIKING[kind] * (wantsFigure && isFigure ? FIGURE : 1);
      scores.set(thing, (scores.get(thing) ?? 0) + liking * weight * rarity * share);
    }
  }
  const ranked = [...scores].sort((a, b) => b[1] - a[1] || a[0] - b[0]);
  const best = ranked[0]?.[1] ?? 0;
  return ranked
    .filter(([, score]) => score >= best * WORTH_SHOWING)
    .slice(0, atMost)
    .map(([thing]) => found[thing]);
}

/**
 * Return the word in its forgiving spelling, as games/web/export/search_index.py spells the index.
 *
 * @param {string} word
 */
function spelled(word) {
  const { drop, same } = content.spelling;
  return [...word.toLowerCase()]
    .filter((letter) => !drop.includes(letter))
    .map((letter) => same[letter] ?? letter)
    .join("");
}

/**
 * Return the words of the index that what was typed means, each with a weight.
 *
 * @param {string} typed
 */
function terms(typed) {
  /** @type {Map<string, number>} */
  const weights = new Map();
  /** @type {(term: string, weight: number) => void} */
  const add = (term, weight) => weights.set(term, Math.max(weights.get(term) ?? 0, weight));
  for (const run of typed.toLowerCase().match(WORDS) ?? []) {
    const { known, strange } = cut(spelled(run.replace(/^[.,]+|[.,]+$/g, "")));
    for (const term of known) {
      if (term.length > 1) add(term, 1);
      if (term.length > 2) for (const longer of containing(term)) add(longer, INSIDE);
    }
    for (const piece of strange) for (const term of nearly(piece)) add(term, ALMOST);
  }
  return weights;
}

/**
 * Return the fewest words of the index that cover the run, and what they leave over.
 *
 * @param {string} run
 */
function cut(run) {
  const { words } = content.search;
  const { empty, longest } = index();
  /** @type {{ cost: number, from: number, word: string | null }[]} */
  const best = [{ cost: 0, from: 0, word: null }];
  for (let end = 1; end <= run.length; end += 1) {
    best[end] = { cost: best[end - 1].cost + 3, from: end - 1, word: null };
    for (let from = Math.max(0, end - longest); from < end; from += 1) {
      const word = run.slice(from, end);
      // One letter is a word of the index too (ข), but seldom what was meant.
      const cost = best[from].cost + (word.length > 1 ? 1 : 2.5);
      const stands = Object.hasOwn(words, word) || empty.has(word);
      if (stands && cost < best[end].cost) best[end] = { cost, from, word };
    }
  }
  /** @type {[string[], string[]]} */
  const [known, strange] = [[], []];
  let open = "";
  for (let end = run.length; end > 0; end = best[end].from) {
    const { word, from } = best[end];
    if (word && word.length > 1 && !empty.has(word)) known.push(word);
    if (!word || word.length === 1) open = run.slice(from, end) + open;
    if ((word && word.length > 1) || from === 0) {
      if (open.length > 2) strange.push(open);
      open = "";
    }
  }
  return { known, strange };
}

// Endings of English words: pays, joined, joining, payment.
const ENDING = /^(?:e?s|e?d|ing|ments?)$/;

/**
 * Return longer words that the word is a part of; in Latin letters, those that end differently.
 *
 * @param {string} term
 */
function containing(term) {
  const isPart = hasNoSpaces(term)
    ? (/** @type {string} */ word) => word !== term && word.includes(term)
    : (/** @type {string} */ word) => word.startsWith(term) && ENDING.test(word.slice(term.length));
  return index().vocabulary.filter(isPart);
}

/**
 * Return words at most one slip away, two in a long word, and words that begin the same.
 *
 * @param {string} piece
 */
function nearly(piece) {
  const slips = piece.length > 5 ? 2 : 1;
  return index().vocabulary.filter(
    (word) =>
      word.length > 2 &&
      (word.startsWith(piece) ||
        (Math.abs(word.length - piece.length) <= slips && distance(word, piece, slips) <= slips)),
  );
}

/**
 * Return how many letters differ; anything above `enough` is given as `enough` + 1.
 *
 * @param {string} a
 * @param {string} b
 * @param {number} enough
 */
function distance(a, b, enough) {
  let row = Array.from({ length: b.length + 1 }, (_, j) => j);
  for (let i = 1; i <= a.length; i += 1) {
    const next = [i];
    for (let j = 1; j <= b.length; j += 1) {
      const change = row[j - 1] + (a[i - 1] === b[j - 1] ? 0 : 1);
      next[j] = Math.min(change, row[j] + 1, next[j - 1] + 1);
    }
    if (Math.min(...next) > enough) return enough + 1;
    row = next;
  }
  return row[b.length];
}
