// Who practises: an animal instead of a name, or just once.

import { bar, button, paragraph } from "../components/controls.js";
import { el, icon, thai } from "../components/elements.js";
import { troubles } from "../components/troubles.js";
import { content, word } from "../core/content.js";
import { go, replace } from "../core/router.js";
import { practiseAs, session } from "../core/session.js";
import { ONCE } from "../core/store.js";
import { plain } from "../core/text.js";

export function peopleScreen() {
  const known = [...session.store.people.keys()].filter((animal) => animal !== ONCE);
  const free = content.animals.filter((animal) => !known.includes(animal));
  return el(
    "div.screen",
    {},
    bar(word("who.title"), { back: null }),
    paragraph(word("who.why")),
    ...troubles(),
    known.length
      ? el(
          "section",
          { "aria-label": plain(word("who.known")) },
          el("h2", {}, thai(word("who.known"))),
          animalButtons(known),
        )
      : null,
    free.length
      ? el(
          "section",
          {},
          el("h2", {}, thai(word(known.length ? "who.new" : "who.pick"))),
          animalButtons(free),
        )
      : null,
    el(
      "div.actions",
      {},
      button("plain", [thai(word("who.once"))], () => pick(ONCE)),
      button("plain", [thai(word("who.move"))], () => go("move")),
    ),
  );
}

/** @param {string[]} animals */
function animalButtons(animals) {
  return el(
    "div.animals",
    {},
    animals.map((animal) =>
      button("animal", [icon(animal), thai(word(`animal.${animal}`))], () => pick(animal)),
    ),
  );
}

/** @param {string} animal */
async function pick(animal) {
  await practiseAs(animal);
  replace("home");
}
