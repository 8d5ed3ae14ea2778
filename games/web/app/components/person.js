// A person as a picture: the animal on a ring of its colour.

import { personOf } from "../core/people.js";
import { el, icon } from "./elements.js";

/**
 * Return the picture of a person.
 *
 * @param {string} id
 */
export function personPicture(id) {
  const { animal, colour } = personOf(id);
  return el("span.person", { "data-colour": colour }, icon(animal));
}
