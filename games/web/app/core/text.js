// Texts of the content: zero-width spaces stand where a line may begin.

/** @import { Text } from "./types.js" */

export const BREAK = "\u200b";

/** @type {Record<string, string>} */
const SIGNS = { "&amp;": "&", "&lt;": "<", "&gt;": ">" };

/**
 * Return the words of a text without marks and break points: to be read aloud or searched.
 *
 * @param {Text} text
 */
export function plain(text) {
  const words =
    typeof text === "string"
      ? text
      : text.html.replace(/<[^>]+>/g, " ").replace(/&(?:amp|lt|gt);/g, (sign) => SIGNS[sign]);
  return words.replaceAll(BREAK, "");
}

// Thai and Lao, Myanmar, Khmer.
const NO_SPACES = /[\u0e00-\u0eff\u1000-\u109f\u1780-\u17ff\ua9e0-\ua9ff\uaa60-\uaa7f]/;

/**
 * Return true if letters of a script without spaces between words stand there.
 *
 * @param {string} text
 */
export function hasNoSpaces(text) {
  return NO_SPACES.test(text);
}
