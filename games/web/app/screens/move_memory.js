// Taking what was learned to another device, by a code or a file.

import { bar, button, note, paragraph } from "../components/controls.js";
import { el, icon, thai } from "../components/elements.js";
import { content, word } from "../core/content.js";
import { announce } from "../core/live_region.js";
import { BadCode, fromCode, toCode } from "../core/memory_code.js";
import { go, replace } from "../core/router.js";
import { isRemembered, person, practiseAs, session } from "../core/session.js";
import { plain } from "../core/text.js";

/** @typedef {(tone: "right" | "think", picture: string, key: string) => void} Tell */

const FILE = "rusit-practice.txt";

// Some browsers only begin to read a saved file after its link was used.
const KEPT = 60_000;

export function moveScreen() {
  const told = el("div", { role: "status" });
  /** @type {Tell} */
  const tell = (tone, picture, key) =>
    told.replaceChildren(note(tone, picture, paragraph(word(key))));
  return el(
    "div.screen.moving",
    {},
    bar(word("who.move"), { back: () => go(session.animal ? "home" : "who") }),
    told,
    isRemembered() && session.animal !== null ? giving(session.animal, tell) : null,
    taking(tell),
  );
}

/**
 * @param {string} animal
 * @param {Tell} tell
 */
function giving(animal, tell) {
  const shown = el("textarea", {
    readonly: true,
    rows: 4,
    id: "code",
    "aria-label": plain(word("move.code")),
  });
  toCode(animal, person().memories).then((code) => {
    shown.value = code;
  });
  const copy = async () => {
    shown.select();
    try {
      await navigator.clipboard.writeText(shown.value);
    } catch {
      // A file opened from a disk may not use the clipboard; the old way still works there.
      document.execCommand("copy");
    }
    tell("right", "check-mark-button", "move.copied");
  };
  const save = () => {
    const href = URL.createObjectURL(new Blob([shown.value]));
    el("a", { download: FILE, href }).click();
    setTimeout(() => URL.revokeObjectURL(href), KEPT);
  };
  return el(
    "section",
    {},
    el("h2", {}, icon(animal), thai(word("move.give"))),
    paragraph(word("move.give.how")),
    shown,
    el(
      "div.actions",
      {},
      button("plain", [thai(word("move.save"))], save),
      button("primary", [thai(word("move.copy"))], copy),
    ),
  );
}

/** @param {Tell} tell */
function taking(tell) {
  const field = el("textarea", { rows: 4, id: "taken" });
  /** @param {string} written */
  const take = async (written) => {
    try {
      const { animal, memories } = await fromCode(written, content.animals);
      await session.store.take(animal, memories);
      await practiseAs(animal);
      replace("home");
      announce(word("move.taken"));
    } catch (error) {
      if (!(error instanceof BadCode)) throw error;
      tell("think", "warning", `move.${error.reason}`);
    }
  };
  const file = el("input", { type: "file", id: "file", accept: ".txt,text/plain" });
  file.addEventListener("change", async () => {
    const chosen = file.files?.[0];
    if (chosen) await take(await chosen.text());
  });
  return el(
    "section",
    {},
    el("h2", {}, thai(word("move.take"))),
    el("label", { for: "taken" }, thai(word("move.take.how"))),
    field,
    el("label.file.button.plain", { for: "file" }, thai(word("move.file")), file),
    el(
      "div.actions",
      {},
      button("primary", [thai(word("move.take.go"))], () => take(field.value)),
    ),
  );
}
