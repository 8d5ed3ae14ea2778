// Reading aloud: the button, the help when nothing is heard, reading by itself.

import { word } from "../core/content.js";
import { session } from "../core/session.js";
import { hush, read } from "../core/speech.js";
import { button, paragraph } from "./controls.js";
import { dialog } from "./dialog.js";
import { el, icon, rendered } from "./elements.js";

/**
 * Return a button that reads the elements aloud, or stops.
 *
 * @param {() => HTMLElement[]} elements what there is to read at the time
 */
export function listenButton(elements) {
  const listen = button(
    "listen",
    [icon("speaker-high-volume"), el("span", rendered(word("listen")))],
    () => (listen.getAttribute("aria-pressed") === "true" ? stop() : start()),
    { "aria-pressed": "false" },
  );
  const stop = () => {
    listen.setAttribute("aria-pressed", "false");
    hush();
  };
  const start = () => {
    listen.setAttribute("aria-pressed", "true");
    read(elements(), {
      onEnd: () => listen.setAttribute("aria-pressed", "false"),
      onSilent: () => {
        listen.setAttribute("aria-pressed", "false");
        listeningHelp();
      },
    });
  };
  return listen;
}

/**
 * Read the elements if the person wants all read without asking.
 *
 * @param {HTMLElement[]} elements
 */
export function readBySelf(elements) {
  if (session.store.settings.autoread === true) read(elements);
}

/** Open what to do when nothing is heard. */
export function listeningHelp() {
  const sample = el("p.sample", rendered(word("listen.sample")));
  dialog(word("listen.help"), [
    el(
      "ol",
      ["listen.help.loud", "listen.help.android", "listen.help.apple", "listen.help.again"].map(
        (key) => el("li", rendered(word(key))),
      ),
    ),
    paragraph(word("listen.help.meanwhile")),
    sample,
    listenSample(sample),
  ]);
}

/** @param {HTMLElement} sample */
function listenSample(sample) {
  return button("plain", [icon("speaker-high-volume"), rendered(word("listen.try"))], () =>
    read([sample]),
  );
}
