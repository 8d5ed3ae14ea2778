// Windows above the page.

import { el, thai } from "./elements.js";

/** @import { Child, Text } from "../core/types.js" */
/** @typedef {{ label: Text, kind?: "plain" | "primary", act?: () => unknown }} Choice */

/**
 * Open a window above the page with words and answers; it closes with any of them and with Esc,
 * and with the screen below it unless it `stays` until it is read.
 *
 * @param {Text} title
 * @param {Child[]} body
 * @param {Choice[]} choices
 */
export function dialog(title, body, choices, { stays = false } = {}) {
  const heading = el("h2", { id: "dialog-title" }, thai(title));
  const box = el("dialog", { "aria-labelledby": "dialog-title" }, heading, ...body);
  box.classList.toggle("stays", stays);
  const buttons = choices.map(({ label, kind = "plain", act = () => {} }) => {
    const onclick = () => {
      box.close();
      act();
    };
    return el(`button.${kind}`, { type: "button", onclick }, thai(label));
  });
  box.append(el("div.actions", {}, buttons));
  box.addEventListener("close", () => box.remove());
  document.body.append(box);
  box.showModal();
}
