// People of this device: an animal and a colour stand for a name. Twelve animals in six colours
// are 72 people on a shared tablet.

import { content, word } from "./content.js";

export const COLOURS = ["gold", "teal", "leaf", "violet", "lotus", "indigo"];

/**
 * Return the id of a person. The first colour leaves no trace in it, so that people of older
 * pages, who had no colour, stay who they are.
 *
 * @param {string} animal
 * @param {string} colour
 */
export function personId(animal, colour) {
  return colour === COLOURS[0] ? animal : `${animal}.${colour}`;
}

/**
 * Return animal and colour of a person.
 *
 * @param {string} id
 */
export function personOf(id) {
  const [animal, colour = COLOURS[0]] = id.split(".");
  return { animal, colour };
}

/**
 * Return true if this page has a picture and a name for the person.
 *
 * @param {unknown} id
 * @returns {id is string}
 */
export function isPerson(id) {
  if (typeof id !== "string") return false;
  const { animal, colour } = personOf(id);
  return content.animals.includes(animal) && COLOURS.includes(colour);
}

/**
 * Return the name of a person: the animal, and its colour when there may be two.
 *
 * @param {string} id
 */
export function personName(id) {
  const { animal, colour } = personOf(id);
  const name = word(`animal.${animal}`);
  return colour === COLOURS[0] ? name : name + word(`colour.${colour}`);
}

/**
 * Return the colours in which nobody has this animal yet.
 *
 * @param {string} animal
 * @param {Iterable<string>} people ids of all on this device
 */
export function freeColours(animal, people) {
  const taken = new Set(people);
  return COLOURS.filter((colour) => !taken.has(personId(animal, colour)));
}
