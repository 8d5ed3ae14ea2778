// Type size, contrast, and what this device remembers of the person.

import { word } from "./content.js";
import { dialog, el, icon, plain, sign, thai } from "./dom.js";
import { edition } from "./home.js";
import { bar, button, paragraph } from "./parts.js";
import { go, replace } from "./router.js";
import { applySettings, isRemembered, SIZES, state } from "./state.js";

export function settings() {
  const { size = 100, contrast = false } = state.store.settings;
  const sizes = SIZES.map((each) =>
    button("chip", [`${each}%`], () => change("size", each, `[data-size="${each}"]`), {
      "aria-pressed": String(each === size), "data-size": each,
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
      isRemembered() ? forgetButton(state.animal) : null,
    ),
    paragraph(word("settings.private")),
    el("footer", {}, paragraph(edition()), paragraph(word("settings.licence"))),
  );
}

/** Changes a setting and draws the screen anew; who came by keyboard stays where they were. */
function change(name, value, control) {
  state.store.setting(name, value);
  applySettings();
  replace("settings");
  document.querySelector(`.settings ${control}`).focus();
}

function forgetButton(animal) {
  const name = word(`animal.${animal}`);
  const forget = async () => {
    await state.store.forget(animal);
    await state.store.setting("animal", null);
    state.animal = null;
    replace("who");
  };
  return button("plain", [icon(animal), thai(word("forget", { animal: name }))], () =>
    dialog(word("forget.sure", { animal: name }), [paragraph(word("forget.what"))], [
      { label: word("forget.no") },
      { label: word("forget.yes"), kind: "primary", act: forget },
    ]),
  );
}
