// What the page knows while it is open: the store, who practises, and the settings.

import { today } from "./calendar.js";
import { content } from "./content.js";
import { ONCE } from "./store.js";

export const SIZES = [100, 125, 150, 200];

export const state = {
  store: null,
  animal: null,
};

/** Memories and round of the one who practises now. */
export function person() {
  return state.store.person(state.animal ?? ONCE);
}

/** Whether answers of this person are written down. */
export function isRemembered() {
  return state.animal !== null && state.animal !== ONCE;
}

export async function practiseAs(animal) {
  state.animal = animal;
  if (animal === ONCE) state.store.people.delete(ONCE);
  else await state.store.begin(animal);
  if (animal !== ONCE) await state.store.setting("animal", animal);
}

/** Lets the settings be seen: type size and contrast. */
export function applySettings() {
  const { size = 100, contrast = false } = state.store.settings;
  const root = document.documentElement;
  root.dataset.size = SIZES.includes(size) ? size : 100;
  root.toggleAttribute("data-contrast", contrast === true);
}

/** Facts among these that are past their review day by the clock of the device. */
export function overdue(ids, day = today()) {
  return ids.filter((id) => content.facts[id] && content.facts[id].review_by < isoDay(day));
}

function isoDay(day) {
  return new Date(day * 86_400_000).toISOString().slice(0, 10);
}
