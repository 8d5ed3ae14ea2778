// Parts that every screen is made of: its head, buttons, notes, paragraphs.

import { content, word } from "../core/content.js";
import { go } from "../core/router.js";
import { plain } from "../core/text.js";
import { dialog } from "./dialog.js";
import { el, icon, rendered, sign } from "./elements.js";

/** @import { Attributes, Child, Helpline, Text } from "../core/types.js" */

/**
 * Return the head of a screen: back, its name, and what may stand at the right.
 *
 * @param {Text} title
 * @param {{ back?: (() => unknown) | null, right?: Child[] }} options
 */
export function bar(title, { back = () => go("home"), right = [] } = {}) {
  return el(
    "header.bar",
    back && button("round", [sign("back"), unseen(word("back"))], back),
    el("h1", { tabindex: -1 }, rendered(title)),
    ...right,
  );
}

/**
 * @param {string} kind its class
 * @param {Child[]} children
 * @param {(event: MouseEvent) => unknown} onclick
 * @param {Attributes} attributes
 */
export function button(kind, children, onclick, attributes = {}) {
  return /** @type {HTMLButtonElement} */ (
    el(`button.${kind}`, { type: "button", onclick, ...attributes }, ...children)
  );
}

/**
 * Return words for screen readers alone.
 *
 * @param {Text} text
 */
export function unseen(text) {
  return el("span.unseen", plain(text));
}

/**
 * Return a message that stays.
 *
 * @param {"calm" | "right" | "think"} tone
 * @param {string} picture
 * @param {Child[]} children
 */
export function note(tone, picture, ...children) {
  return /** @type {HTMLElement} */ (el(`div.note.${tone}`, icon(picture), el("div", ...children)));
}

/** @param {Text} text */
export function paragraph(text) {
  return typeof text === "string" ? el("p", rendered(text)) : el("div.prose", rendered(text));
}

/**
 * Return "ถาม 1506": a link that opens the telephone; a window where there is no number; null
 * without a helpline.
 *
 * @param {string | undefined} id
 * @param {string} kind its class
 */
export function askButton(id, kind = "plain") {
  const line = content.helplines[id ?? ""];
  if (!line) return null;
  const label = [
    icon("telephone-receiver"),
    rendered(word("ask", { whom: line.phone || line.title })),
  ];
  if (!line.phone) return button(kind, label, () => helplineWindow(line));
  return el(`a.button.${kind}`, { href: `tel:${line.phone.replace(/\s/g, "")}` }, ...label);
}

/** @param {Helpline} line */
function helplineWindow(line) {
  const lines = [line.for_what, ...(line.online ?? [])].map(paragraph);
  dialog(line.title, lines, [{ label: word("close") }]);
}
