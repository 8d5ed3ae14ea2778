// Messages for screen readers.

import { plain } from "./text.js";

/**
 * Tell a screen reader a text, wherever its reader is.
 *
 * @param {string} text
 */
export function announce(text) {
  const region = document.getElementById("live");
  if (region) region.textContent = plain(text);
}
