// Hard words that stand in a text, and their meanings.

import { content, word } from "../core/content.js";
import { hasNoSpaces, plain } from "../core/text.js";
import { button, paragraph } from "./controls.js";
import { dialog } from "./dialog.js";
import { el, icon, rendered } from "./elements.js";

/** @import { Term, Text } from "../core/types.js" */

const SHOWN = 4;

/**
 * Return buttons for the hard words that stand in the texts; each opens its meaning. Null when
 * there is none.
 *
 * @param {Text[]} texts
 * @param {string[]} left terms that are left out
 */
export function hardWords(texts, left = []) {
  const here = termsIn(texts, left);
  if (!here.length) return null;
  return el(
    "div.words",
    { role: "group", "aria-label": plain(word("hard-words")) },
    icon("magnifying-glass-tilted-left"),
    ...here.map((term) => button("chip", [rendered(term.term)], () => meaning(term))),
  );
}

/**
 * Return one button that opens the meanings of all hard words in the texts; null when there is
 * none.
 *
 * @param {Text[]} texts
 */
export function hardWordsButton(texts) {
  const here = termsIn(texts, []);
  if (!here.length) return null;
  const told = here.flatMap((term) => [el("h3", rendered(term.term)), paragraph(term.means)]);
  return button("chip", [icon("books"), rendered(word("glossary"))], () =>
    dialog(word("hard-words"), told),
  );
}

/**
 * @param {Text[]} texts
 * @param {string[]} left
 * @returns {Term[]}
 */
function termsIn(texts, left) {
  const read = texts.map(plain).join(" ");
  return (
    content.glossary
      .map((term) => ({ term, names: namesOf(term) }))
      .filter(({ names }) => names.some((name) => standsIn(read, name)) && !left.includes(names[0]))
      // The modules' own names stand everywhere, and their lessons explain them.
      .filter(({ names }) => !content.modules.some(({ short }) => names.includes(plain(short))))
      .sort((a, b) => b.names[0].length - a.names[0].length)
      .slice(0, SHOWN)
      .map(({ term }) => term)
  );
}

/**
 * Return what a term is called: as it is written, without what stands in brackets, otherwise.
 *
 * @param {Term} term
 */
function namesOf({ term, also = [] }) {
  const whole = plain(term);
  const bare = whole.replace(/ *\([^)]*\)/g, "");
  return [whole, ...(bare && bare !== whole ? [bare] : []), ...also];
}

/**
 * Return true if the name stands there; a Latin one only as a word of its own, or of several.
 *
 * @param {string} read
 * @param {string} name
 */
function standsIn(read, name) {
  if (hasNoSpaces(name)) return name.length > 3 && read.includes(name);
  const escaped = name.replace(/[^\w]/g, "\\$&");
  return new RegExp(`(?<![A-Za-z])${escaped}s?(?![A-Za-z])`, "i").test(read);
}

/**
 * Open a word's meaning.
 *
 * @param {Term} term
 */
export function meaning(term) {
  const also = term.also?.length ? [paragraph(word("also", { names: term.also.join(", ") }))] : [];
  dialog(term.term, [paragraph(term.means), ...also]);
}
