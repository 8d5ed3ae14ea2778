// What the page knows while it is open: the store, who practises, and the settings.

import { isoDate, today } from "./calendar.js";
import { content } from "./content.js";
import { ONCE, Store } from "./memory/store.js";

export const SIZES = [100, 125, 150, 200];

/** @type {{ store: Store, animal: string | null }} */
export const session = { store: new Store(), animal: null };

/** Return memories and round of the one who practises now. */
export function person() {
  return session.store.person(session.animal ?? ONCE);
}

/** Return true if answers of this person are written down. */
export function isRemembered() {
  return session.animal !== null && session.animal !== ONCE;
}

/**
 * Practise as this animal from now on.
 *
 * @param {string} animal
 */
export async function practiseAs(animal) {
  session.animal = animal;
  if (animal === ONCE) session.store.people.delete(ONCE);
  else await session.store.keepProfile(animal);
  if (animal !== ONCE) await session.store.setting("animal", animal);
}

/** Show the settings: type size and contrast. */
export function applySettings() {
  const { size, contrast } = session.store.settings;
  const root = document.documentElement;
  root.dataset.size = String(SIZES.find((each) => each === size) ?? 100);
  root.toggleAttribute("data-contrast", contrast === true);
}

/**
 * Return those of the facts that are past their review day by the clock of the device.
 *
 * @param {string[]} ids
 */
export function overdue(ids, day = today()) {
  return ids.filter((id) => content.facts[id] && content.facts[id].review_by < isoDate(day));
}
