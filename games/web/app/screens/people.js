// Who practises: an animal and a colour instead of a name, or just once.

import { bar, button, paragraph } from "../components/controls.js";
import { dialog } from "../components/dialog.js";
import { el, icon, rendered } from "../components/elements.js";
import { languageChoice } from "../components/languages.js";
import { personPicture } from "../components/person.js";
import { troubles } from "../components/troubles.js";
import { content, word } from "../core/content.js";
import { ONCE } from "../core/memory/store.js";
import { COLOURS, freeColours, isPerson, personId, personName } from "../core/people.js";
import { go, replace } from "../core/router.js";
import { practiseAs, session } from "../core/session.js";
import { plain } from "../core/text.js";

export function peopleScreen() {
  const known = [...session.store.people.keys()].filter(isPerson);
  const free = content.animals.filter((animal) => freeColours(animal, known).length);
  return el(
    "div.screen",
    languageChoice(),
    bar(word("who.title"), { back: null }),
    paragraph(word("who.why")),
    ...troubles(),
    known.length
      ? el(
          "section",
          { "aria-label": plain(word("who.known")) },
          el("h2", rendered(word("who.known"))),
          el("div.animals.known", known.map(personButton)),
        )
      : null,
    free.length
      ? el(
          "section",
          el("h2", rendered(word(known.length ? "who.new" : "who.pick"))),
          el(
            "div.animals.new",
            free.map((animal) => animalButton(animal, known)),
          ),
        )
      : null,
    el(
      "div.actions",
      button("plain", [rendered(word("who.once"))], () => pick(ONCE)),
      button("plain", [rendered(word("who.move"))], () => go("move")),
    ),
  );
}

/** @param {string} id */
function personButton(id) {
  return button("animal", [personPicture(id), rendered(personName(id))], () => pick(id));
}

/**
 * Return the button that begins as an animal; in which colour is asked when someone has it.
 *
 * @param {string} animal
 * @param {string[]} known
 */
function animalButton(animal, known) {
  const colours = freeColours(animal, known);
  const begin = () =>
    colours.length === COLOURS.length ? pick(personId(animal, COLOURS[0])) : askColour();
  const askColour = () =>
    dialog(
      word("who.colour"),
      [paragraph(word("who.colour.why"))],
      colours.map((colour) => {
        const id = personId(animal, colour);
        return { label: personName(id), picture: personPicture(id), act: () => pick(id) };
      }),
    );
  return button("animal", [icon(animal), rendered(word(`animal.${animal}`))], begin);
}

/** @param {string} id */
async function pick(id) {
  await practiseAs(id);
  replace("home");
}
