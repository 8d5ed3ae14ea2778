// Figures: a number as the hero, its unit beside it.

import { el, rendered } from "./elements.js";

/** @import { Child } from "../core/types.js" */

/**
 * Return the figure as the hero, its unit beside it.
 *
 * @param {string} text
 * @returns {Child[]}
 */
export function amount(text) {
  const [figure, unit] = /^([\d,.–-]+\*?)\u200b? \u200b?(.*)$/s.exec(text)?.slice(1) ?? [text, ""];
  return [el("b", rendered(figure)), unit ? el("span", " ", rendered(unit)) : null];
}
