// Taking what was learned to another device, by a code or a file.

import { content, word } from "./content.js";
import { announce, el, icon, plain, thai } from "./dom.js";
import { bar, button, note, paragraph } from "./parts.js";
import { go, replace } from "./router.js";
import { isRemembered, person, practiseAs, state } from "./state.js";
import { BadCode, fromCode, toCode } from "./transfer.js";

const FILE = "rusit-practice.txt";

export function moving() {
  const told = el("div", { role: "status" });
  const tell = (tone, picture, key) => told.replaceChildren(note(tone, picture, paragraph(word(key))));
  return el(
    "div.screen.moving",
    {},
    bar(word("who.move"), { back: () => go(state.animal ? "home" : "who") }),
    told,
    isRemembered() ? giving(tell) : null,
    taking(tell),
  );
}

function giving(tell) {
  const shown = el("textarea", { readonly: true, rows: 4, id: "code", "aria-label": plain(word("move.code")) });
  toCode(state.animal, person().memories).then((code) => (shown.value = code));
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
    const link = el("a", { download: FILE, href: URL.createObjectURL(new Blob([shown.value])) });
    link.click();
    // Some browsers only begin to read it after this.
    setTimeout(() => URL.revokeObjectURL(link.href), 60_000);
  };
  return el(
    "section",
    {},
    el("h2", {}, icon(state.animal), thai(word("move.give"))),
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

function taking(tell) {
  const field = el("textarea", { rows: 4, id: "taken" });
  const take = async (written) => {
    try {
      const { animal, memories } = await fromCode(written, content.animals);
      await state.store.take(animal, memories);
      await practiseAs(animal);
      replace("home");
      announce(word("move.taken"));
    } catch (error) {
      if (!(error instanceof BadCode)) throw error;
      tell("think", "warning", `move.${error.reason}`);
    }
  };
  const file = el("input", {
    type: "file", id: "file", accept: ".txt,text/plain",
    onchange: async () => file.files[0] && take(await file.files[0].text()),
  });
  return el(
    "section",
    {},
    el("h2", {}, thai(word("move.take"))),
    el("label", { for: "taken" }, thai(word("move.take.how"))),
    field,
    el("label.file.button.plain", { for: "file" }, thai(word("move.file")), file),
    el("div.actions", {}, button("primary", [thai(word("move.take.go"))], () => take(field.value))),
  );
}
