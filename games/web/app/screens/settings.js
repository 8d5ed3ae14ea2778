// Language, type size, contrast, and what this device remembers of the person.

import { bar, button, paragraph } from "../components/controls.js";
import { dialog } from "../components/dialog.js";
import { el, icon, rendered, sign } from "../components/elements.js";
import { languageChoice } from "../components/languages.js";
import { listeningHelp } from "../components/listening.js";
import { personPicture } from "../components/person.js";
import { word } from "../core/content.js";
import { personName } from "../core/people.js";
import { go, replace } from "../core/router.js";
import { applySettings, isRemembered, SIZES, session } from "../core/session.js";
import { clipLanguages } from "../core/speech.js";
import { plain } from "../core/text.js";
import { edition } from "./home.js";

export function settingsScreen() {
  const { size = 100, contrast, autoread } = session.store.settings;
  const sizes = SIZES.map((each) =>
    button("chip", [`${each}%`], () => change("size", each, `[data-size="${each}"]`), {
      "aria-pressed": String(each === size),
      "data-size": each,
    }),
  );
  return el(
    "div.screen.settings",
    bar(word("settings")),
    ...languageSetting(),
    el("h2", rendered(word("settings.size"))),
    el("div.toggles", { role: "group", "aria-label": plain(word("settings.size")) }, sizes),
    paragraph(word("settings.sample")),
    el("h2", rendered(word("settings.seeing"))),
    el("div.toggles", toggle("contrast", contrast === true)),
    el("h2", rendered(word("settings.hearing"))),
    el(
      "div.toggles",
      toggle("autoread", autoread === true),
      button("chip", [icon("speaker-high-volume"), rendered(word("listen.help"))], listeningHelp),
    ),
    voiceChoice(),
    el("h2", rendered(word("settings.person"))),
    el(
      "div.stack",
      button("plain", [rendered(word("home.switch"))], () => go("who")),
      button("plain", [rendered(word("who.move"))], () => go("move")),
      isRemembered() && session.animal !== null ? forgetButton(session.animal) : null,
    ),
    paragraph(word("settings.private")),
    el("footer", paragraph(edition()), paragraph(word("settings.licence"))),
  );
}

function languageSetting() {
  const choice = languageChoice();
  return choice ? [el("h2", rendered(word("settings.language"))), choice] : [];
}

/**
 * @param {"contrast" | "autoread"} name
 * @param {boolean} isOn
 */
function toggle(name, isOn) {
  const label = [el("span.box", sign("tick")), el("span", rendered(word(`settings.${name}`)))];
  return button("chip.toggle", label, () => change(name, !isOn, `[data-name="${name}"]`), {
    role: "checkbox",
    "aria-checked": String(isOn),
    "data-name": name,
  });
}

/** Return the choice among the languages of recorded voices; null when there is none to make. */
function voiceChoice() {
  const languages = clipLanguages();
  if (languages.length < 2) return null;
  const chosen = session.store.settings.voice ?? languages[0];
  const buttons = languages.map((language) =>
    button(
      "chip",
      [rendered(word(`voice.${language}`))],
      () => change("voice", language, `[data-name="${language}"]`),
      { "aria-pressed": String(language === chosen), "data-name": language },
    ),
  );
  return el("div.toggles", { role: "group", "aria-label": plain(word("settings.voice")) }, buttons);
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
  const name = personName(animal);
  const forget = async () => {
    await session.store.forget(animal);
    await session.store.setting("animal", null);
    session.animal = null;
    replace("who");
  };
  return button("plain", [personPicture(animal), rendered(word("forget", { animal: name }))], () =>
    dialog(
      word("forget.sure", { animal: name }),
      [paragraph(word("forget.what"))],
      [{ label: word("forget.no") }, { label: word("forget.yes"), kind: "primary", act: forget }],
    ),
  );
}
