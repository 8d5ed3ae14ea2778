// Screens have addresses behind the #, so that the device's own back button works.

import { word } from "./content.js";
import { announce, plain } from "./dom.js";

let screens = {};
let leaving = () => {};

/** Begins to follow the address. A screen is a function of the parts of its address. */
export function follow(all, otherwise) {
  screens = all;
  window.addEventListener("hashchange", () => show(otherwise));
  show(otherwise);
}

export function go(...address) {
  const hash = `#${address.join("/")}`;
  if (location.hash === hash) window.dispatchEvent(new Event("hashchange"));
  else location.hash = hash;
}

/** Takes the place of the present address, so that back does not return to it. */
export function replace(...address) {
  history.replaceState(null, "", `#${address.join("/")}`);
  window.dispatchEvent(new Event("hashchange"));
}

/** What to do when the screen that is being made is left. */
export function onLeave(act) {
  leaving = act;
}

function show(otherwise) {
  leaving();
  leaving = () => {};
  announce("");
  const [name, ...rest] = location.hash.slice(1).split("/");
  const screen = Object.hasOwn(screens, name) ? screens[name] : screens[otherwise()];
  const page = document.getElementById("page");
  page.replaceChildren(screen(...rest));
  document.querySelector("dialog:not(.stays)")?.close();
  window.scrollTo(0, 0);
  const heading = page.querySelector("h1");
  document.title = heading ? `${plain(heading.textContent)} · ${plain(word("app"))}` : plain(word("title"));
  (heading ?? page).focus({ preventScroll: true });
}
