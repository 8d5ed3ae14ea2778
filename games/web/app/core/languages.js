// Languages of the page: which the file carries, which is shown, how it writes dates.

import { content, openContent } from "./content.js";

/** @typedef {{ id: string, name: string, dir: string }} PageLanguage the name as its readers call it */

// Of a language that is written in several ways, the one that our texts follow.
const LOCALES = /** @type {Record<string, string>} */ ({ th: "th-TH", en: "en-GB" });

const SOURCE = "th";

/** @returns {HTMLElement[]} */
function packed() {
  return [.../** @type {NodeListOf<HTMLElement>} */ (document.querySelectorAll("script[lang]"))];
}

/**
 * Return the languages that the file carries, as the build ordered them.
 *
 * @returns {PageLanguage[]}
 */
export function languages() {
  return packed().map(({ lang, title, dir }) => ({ id: lang, name: title, dir }));
}

/**
 * Return the language to begin in: the one chosen here before, else the first of the device's that
 * the file carries, else Thai.
 *
 * @param {string[]} carried
 * @param {unknown} chosen
 * @param {readonly string[]} wanted the device's, as browsers write them: "en-US"
 */
export function languageToBegin(carried, chosen, wanted) {
  for (const each of [String(chosen), ...wanted].map((one) => one.toLowerCase())) {
    const found = carried.find((id) => each === id || each.startsWith(`${id}-`));
    if (found) return found;
  }
  return carried.includes(SOURCE) ? SOURCE : carried[0];
}

/**
 * Show the page in that language from now on.
 *
 * @param {string} id one that the file carries
 */
export async function useLanguage(id) {
  const chosen = packed().find(({ lang }) => lang === id);
  if (!chosen) throw new Error(`the page has no language "${id}"`);
  await openContent(chosen);
  Object.assign(document.documentElement, { lang: id, dir: chosen.dir });
}

/** Return the language of the page as browsers know it, with its country. */
export function locale() {
  return LOCALES[content.language] ?? content.language;
}
