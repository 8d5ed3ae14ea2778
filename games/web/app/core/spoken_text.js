// The words of an element as they are said, and where each stands in it.

import { BREAK } from "./text.js";

/** @typedef {{ text: string, places: { node: Text, offset: number }[] }} SpokenText a place for each letter of the text */

const SILENT = ".unseen, [aria-hidden], svg";

/**
 * Return what is said of an element: its visible words without break points.
 *
 * @param {HTMLElement} element
 * @returns {SpokenText}
 */
export function spokenText(element) {
  const walker = document.createTreeWalker(element, NodeFilter.SHOW_TEXT);
  let text = "";
  const places = [];
  while (walker.nextNode()) {
    const node = /** @type {Text} */ (walker.currentNode);
    if (node.parentElement?.closest(SILENT)) continue;
    for (let offset = 0; offset < node.data.length; offset += 1) {
      if (node.data[offset] === BREAK) continue;
      text += node.data[offset];
      places.push({ node, offset });
    }
  }
  return { text, places };
}

/**
 * Return the word that begins at the letter; up to the next break point where the voice does not
 * tell its length.
 *
 * @param {SpokenText} spoken
 * @param {number} start
 * @param {number | undefined} length
 * @returns {Range | null}
 */
export function wordRange({ places }, start, length) {
  const first = places[start];
  if (!first) return null;
  let end = start + Math.max(1, length ?? 0);
  if (!length) while (end < places.length && isNextTo(places[end - 1], places[end])) end += 1;
  const last = places[Math.min(end, places.length) - 1];
  const range = document.createRange();
  range.setStart(first.node, first.offset);
  range.setEnd(last.node, last.offset + 1);
  return range;
}

/** @type {(a: SpokenText["places"][number], b: SpokenText["places"][number]) => boolean} */
function isNextTo(a, b) {
  return a.node === b.node && a.offset + 1 === b.offset;
}
