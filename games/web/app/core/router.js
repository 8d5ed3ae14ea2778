// Screens have addresses behind the #, so that the device's own back button works.

import { word } from "./content.js";
import { announce } from "./live_region.js";
import { plain } from "./text.js";

/** @import { Screen } from "./types.js" */

/** @type {Record<string, Screen>} */
let screens = {};
let leaving = () => {};

/**
 * Begin to follow the address.
 *
 * @param {Record<string, Screen>} all by the first part of their address
 * @param {() => string} otherwise the name of the screen for any other address
 */
export function follow(all, otherwise) {
  screens = all;
  window.addEventListener("hashchange", () => show(otherwise));
  show(otherwise);
}

/**
 * Go to an address.
 *
 * @param {(string | number)[]} address
 */
export function go(...address) {
  const hash = `#${address.join("/")}`;
  if (location.hash === hash) window.dispatchEvent(new Event("hashchange"));
  else location.hash = hash;
}

/**
 * Take the place of the present address, so that back does not return to it.
 *
 * @param {(string | number)[]} address
 */
export function replace(...address) {
  const hash = `#${address.join("/")}`;
  // A round asks question after question at one address, and telling the browser so takes it
  // longer than all else.
  if (location.hash !== hash) history.replaceState(null, "", hash);
  window.dispatchEvent(new Event("hashchange"));
}

/**
 * Set what to do when the screen that is being made is left.
 *
 * @param {() => void} act
 */
export function onLeave(act) {
  leaving = act;
}

/** @param {() => string} otherwise */
function show(otherwise) {
  leaving();
  leaving = () => {};
  announce("");
  const [name, ...rest] = location.hash.slice(1).split("/");
  const screen = Object.hasOwn(screens, name) ? screens[name] : screens[otherwise()];
  const page = /** @type {HTMLElement} */ (document.getElementById("page"));
  page.replaceChildren(screen(...rest));
  /** @type {HTMLDialogElement | null} */ (document.querySelector("dialog:not(.stays)"))?.close();
  window.scrollTo(0, 0);
  const heading = page.querySelector("h1");
  document.title = heading
    ? `${plain(heading.textContent)} · ${plain(word("app"))}`
    : plain(word("title"));
  (heading ?? page).focus({ preventScroll: true });
}
