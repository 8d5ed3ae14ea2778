// What to know about the memory of this device, when something is amiss.

import { word } from "../core/content.js";
import { session } from "../core/session.js";
import { note, paragraph } from "./controls.js";

/** Return a note for each thing that is amiss. */
export function troubles() {
  const { trouble, damaged } = session.store;
  const found = [];
  if (trouble) found.push(note("think", "warning", paragraph(word(`trouble.${trouble}`))));
  if (damaged) {
    found.push(note("calm", "warning", paragraph(word("trouble.damaged", { n: damaged }))));
  }
  return found;
}
