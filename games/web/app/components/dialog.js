// Windows above the page.

import { word } from "../core/content.js";
import { el, present, rendered } from "./elements.js";

/** @import { Child, Text } from "../core/types.js" */
/** @typedef {{ label: Text, kind?: "plain" | "primary", picture?: Element, act?: () => unknown }} Choice */

/** @returns {Choice} */
const closing = () => ({ label: word("close"), kind: "primary" });

/**
 * Open a window above the page with words and answers; it closes with any of them, with Esc and
 * with the device's back button, and with the screen below it unless it `stays` until it is read.
 *
 * @param {Text} title
 * @param {Child[]} body
 * @param {Choice[]} choices
 */
export function dialog(title, body, choices = [closing()], { stays = false } = {}) {
  const heading = el("h2", { id: "dialog-title" }, rendered(title));
  const box = el("dialog", { "aria-labelledby": "dialog-title" }, heading, ...body);
  box.classList.toggle("stays", stays);
  /** @type {() => unknown} */
  let chosen = () => {};
  const buttons = choices.map(({ label, kind = "plain", picture, act = () => {} }) => {
    const onclick = () => {
      chosen = act;
      box.close();
    };
    return el(
      `button.${kind}`,
      { type: "button", onclick },
      ...present([picture]),
      rendered(label),
    );
  });
  box.append(el("div.actions", buttons));
  box.addEventListener("close", () => {
    box.remove();
    leaveHistory(() => chosen());
  });
  document.body.append(box);
  if (!stays) enterHistory(box);
  box.showModal();
}

/**
 * Put the window into the history, so that the device's back button closes it alone.
 *
 * @param {HTMLDialogElement} box
 */
function enterHistory(box) {
  history.pushState({ isDialog: true }, "");
  window.addEventListener("popstate", () => box.close(), { once: true });
}

/**
 * Take a closed window out of the history where back did not, then go on.
 *
 * @param {() => unknown} goOn
 */
function leaveHistory(goOn) {
  if (!history.state?.isDialog) {
    goOn();
    return;
  }
  window.addEventListener("popstate", goOn, { once: true });
  history.back();
}
