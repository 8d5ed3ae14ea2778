// The choice among the languages that the file carries, each called by its own name.

import { content, word } from "../core/content.js";
import { languages, useLanguage } from "../core/languages.js";
import { replace } from "../core/router.js";
import { session } from "../core/session.js";
import { plain } from "../core/text.js";
import { button } from "./controls.js";
import { el, sign } from "./elements.js";

/** Return the choice; null in a file of one language. */
export function languageChoice() {
  const all = languages();
  if (all.length < 2) return null;
  const buttons = all.map(({ id, name, dir }) =>
    button("chip", [name], () => choose(id), {
      lang: id,
      dir,
      "aria-pressed": String(id === content.language),
    }),
  );
  const group = { role: "group", "aria-label": plain(word("settings.language")) };
  return el("div.languages", group, sign("globe"), ...buttons);
}

/**
 * Show the present screen in that language; who came by keyboard stays where they were.
 *
 * @param {string} id
 */
async function choose(id) {
  if (id === content.language) return;
  session.store.setting("language", id);
  await useLanguage(id);
  replace(...location.hash.slice(1).split("/"));
  /** @type {HTMLElement | null} */ (document.querySelector(`.languages [lang="${id}"]`))?.focus();
}
