// Who practises: an animal instead of a name, or just once.

import { content, word } from "./content.js";
import { el, icon, plain, thai } from "./dom.js";
import { bar, button, note, paragraph } from "./parts.js";
import { go, replace } from "./router.js";
import { practiseAs, state } from "./state.js";
import { ONCE } from "./store.js";

export function who() {
  const known = [...state.store.people.keys()].filter((animal) => animal !== ONCE);
  const free = content.animals.filter((animal) => !known.includes(animal));
  const pick = async (animal) => {
    await practiseAs(animal);
    replace("home");
  };
  const animals = (names) =>
    el(
      "div.animals",
      {},
      names.map((animal) => button("animal", [icon(animal), thai(word(`animal.${animal}`))], () => pick(animal))),
    );
  return el(
    "div.screen",
    {},
    bar(word("who.title"), { back: null }),
    paragraph(word("who.why")),
    ...troubles(),
    known.length ? el("section", { "aria-label": plain(word("who.known")) }, el("h2", {}, thai(word("who.known"))), animals(known)) : null,
    free.length
      ? el("section", {}, el("h2", {}, thai(word(known.length ? "who.new" : "who.pick"))), animals(free))
      : null,
    el(
      "div.actions",
      {},
      button("plain", [thai(word("who.once"))], () => pick(ONCE)),
      button("plain", [thai(word("who.move"))], () => go("move")),
    ),
  );
}

/** What to know about the memory of this device, when something is amiss. */
export function troubles() {
  const { trouble, damaged } = state.store;
  const found = [];
  if (trouble) found.push(note("think", "warning", paragraph(word(`trouble.${trouble}`))));
  if (damaged) found.push(note("calm", "warning", paragraph(word("trouble.damaged", { n: damaged }))));
  return found;
}
