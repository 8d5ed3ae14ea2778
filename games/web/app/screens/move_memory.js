// Taking what was learned to another device, by a code or a file.

import { bar, button, note, paragraph } from "../components/controls.js";
import { dialog } from "../components/dialog.js";
import { el, icon, rendered } from "../components/elements.js";
import { personPicture } from "../components/person.js";
import { canScan, scanQr, showQr } from "../components/qr.js";
import { word } from "../core/content.js";
import { announce } from "../core/live_region.js";
import { BadCode, fromCode, toCode } from "../core/memory/memory_code.js";
import { freeColours, isPerson, personId, personName, personOf } from "../core/people.js";
import { go, replace } from "../core/router.js";
import { isRemembered, person, practiseAs, session } from "../core/session.js";
import { plain } from "../core/text.js";

/** @import { Memories } from "../core/types.js" */
/** @import { Choice } from "../components/dialog.js" */
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
    el("h2", personPicture(animal), rendered(word("move.give"))),
    paragraph(word("move.give.how")),
    shown,
    el(
      "div.actions",
      button("plain", [rendered(word("move.save"))], save),
      button("plain", [icon("mobile-phone"), rendered(word("qr.show"))], () => showQr(shown.value)),
      button("primary", [rendered(word("move.copy"))], copy),
    ),
  );
}

/**
 * Take in memories. Where that person is known already, ask first: they may be someone else's.
 *
 * @param {string} id
 * @param {Memories} memories
 */
function takeIn(id, memories) {
  /** @param {string} as */
  const take = async (as) => {
    await session.store.take(as, memories);
    await practiseAs(as);
    replace("home");
    announce(word("move.taken"));
  };
  const known = session.store.people.get(id);
  if (!known?.memories.size) {
    take(id);
    return;
  }
  const { animal } = personOf(id);
  const [colour] = freeColours(animal, session.store.people.keys());
  const other = personId(animal, colour);
  /** @type {Choice[]} */
  const asOther = colour
    ? [
        {
          label: word("move.other", { animal: personName(other) }),
          picture: personPicture(other),
          act: () => take(other),
        },
      ]
    : [];
  dialog(
    word("move.known", { animal: personName(id) }),
    [paragraph(word("move.known.what", { here: known.memories.size, there: memories.size }))],
    [
      { label: word("move.no") },
      ...asOther,
      { label: word("move.join"), kind: "primary", act: () => take(id) },
    ],
  );
}

/** @param {Tell} tell */
function taking(tell) {
  const field = el("textarea", { rows: 4, id: "taken" });
  /** @param {string} written */
  const take = async (written) => {
    try {
      const { person: id, memories } = await fromCode(written, isPerson);
      takeIn(id, memories);
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
    el("h2", rendered(word("move.take"))),
    el("label", { for: "taken" }, rendered(word("move.take.how"))),
    field,
    canScan()
      ? button("plain", [icon("camera"), rendered(word("qr.scan"))], () =>
          scanQr(take, () => tell("think", "warning", "qr.refused")),
        )
      : null,
    el("label.file.button.plain", { for: "file" }, rendered(word("move.file")), file),
    el(
      "div.actions",
      button("primary", [rendered(word("move.take.go"))], () => take(field.value)),
    ),
  );
}
