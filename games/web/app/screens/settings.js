// Type size, contrast, and what this device remembers of the person.

import { bar, button, paragraph } from "../components/controls.js";
import { dialog } from "../components/dialog.js";
import { el, icon, sign, thai } from "../components/elements.js";
import { word } from "../core/content.js";
import { go, replace } from "../core/router.js";
import { applySettings, isRemembered, SIZES, session } from "../core/session.js";
import { plain } from "../core/text.js";
import { edition } from "./home.js";

export function settingsScreen() {
  const { size = 100, contrast = false } = session.store.settings;
  const sizes = SIZES.map((each) =>
    button("chip", [`${each}%`], () => change("size", each, `[data-size="${each}"]`), {
      "aria-pressed": String(each === size),
      "data-size": each,
    }),
  );
  const high = button(
    "chip.toggle",
    [el("span.box", {}, sign("tick")), el("span", {}, thai(word("settings.contrast")))],
    () => change("contrast", !contrast, ".toggle"),
    { role: "checkbox", "aria-checked": String(contrast) },
  );
  return el(
    "div.screen.settings",
    {},
    bar(word("settings")),
    el("h2", {}, thai(word("settings.size"))),
    el("div.toggles", { role: "group", "aria-label": plain(word("settings.size")) }, sizes),
    paragraph(word("settings.sample")),
    el("h2", {}, thai(word("settings.seeing"))),
    el("div.toggles", {}, high),
    el("h2", {}, thai(word("settings.person"))),
    el(
      "div.stack",
      {},
      button("plain", [thai(word("home.switch"))], () => go("who")),
      button("plain", [thai(word("who.move"))], () => go("move")),
      isRemembered() && session.animal !== null ? forgetButton(session.animal) : null,
    ),
    paragraph(word("settings.private")),
    el("footer", {}, paragraph(edition()), paragraph(word("settings.licence"))),
  );
}

/**
 * Change a setting and draw the screen anew; who came by keyboard stays where they were.
 *
 * @param {string} name
 * @param {unknown} value
 * @param {string} control
 */
function change(name, value, control) {
  session.store.setting(name, value);
  applySettings();
  replace("settings");
  /** @type {HTMLElement | null} */ (document.querySelector(`.settings ${control}`))?.focus();
}

/** @param {string} animal */
function forgetButton(animal) {
  const name = word(`animal.${animal}`);
  const forget = async () => {
    await session.store.forget(animal);
    await session.store.setting("animal", null);
    session.animal = null;
    replace("who");
  };
  return button("plain", [icon(animal), thai(word("forget", { animal: name }))], () =>
    dialog(
      word("forget.sure", { animal: name }),
      [paragraph(word("forget.what"))],
      [{ label: word("forget.no") }, { label: word("forget.yes"), kind: "primary", act: forget }],
    ),
  );
}
