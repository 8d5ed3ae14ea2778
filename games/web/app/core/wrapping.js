// Lines of a text for a drawn picture: broken only where the text allows it.

import { BREAK } from "./text.js";

/**
 * Return the text in lines that are no wider than allowed, where its words are no wider.
 *
 * @param {string} text with break points
 * @param {(words: string) => number} widthOf
 * @param {number} width
 */
export function wrapLines(text, widthOf, width) {
  const lines = [];
  let line = "";
  for (const stretch of text.replace(/\s+/g, " ").split(BREAK)) {
    if (line && widthOf((line + stretch).trimEnd()) > width) {
      lines.push(line.trim());
      line = "";
    }
    line += stretch;
  }
  if (line.trim()) lines.push(line.trim());
  return lines;
}
