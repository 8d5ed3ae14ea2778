// Makes elements. Texts come with a zero-width space wherever a line may begin: the page
// breaks them there and nowhere else, because browsers split names (บัตร|ทอง).

import { BREAK, hasNoSpaces } from "../core/text.js";

/** @import { Attributes, Child, ElementOf, Text } from "../core/types.js" */

const SVG = "http://www.w3.org/2000/svg";

// A stretch of more letters than this may be wider than a phone at the largest type.
const LONG = 9;
const LONG_LATIN = 12;

/**
 * Return a new element. The name may carry classes: el("button.big"). Attributes beginning with
 * "on" are listeners; null and false leave an attribute out.
 *
 * @template {string} Name
 * @param {Name} name
 * @param {[Attributes, ...(Child | Child[])[]] | (Child | Child[])[]} parts children, before them
 *   attributes if it has any
 * @returns {ElementOf<Name>}
 */
export function el(name, ...parts) {
  const [tag, ...classes] = name.split(".");
  const element = document.createElement(tag);
  if (classes.length) element.className = classes.join(" ");
  const attributes = isAttributes(parts[0]) ? parts[0] : {};
  const children = /** @type {(Child | Child[])[]} */ (
    parts[0] === attributes ? parts.slice(1) : parts
  );
  for (const [key, value] of Object.entries(attributes)) {
    if (value === null || value === undefined || value === false) continue;
    if (typeof value === "function")
      element.addEventListener(key.slice(2), /** @type {any} */ (value));
    else element.setAttribute(key, value === true ? "" : String(value));
  }
  element.append(...present(children.flat()));
  return /** @type {ElementOf<Name>} */ (element);
}

/**
 * @param {unknown} part
 * @returns {part is Attributes}
 */
function isAttributes(part) {
  return Object.getPrototypeOf(part ?? "") === Object.prototype;
}

/**
 * Return those that are there.
 *
 * @template T
 * @param {(T | null | undefined)[]} values
 * @returns {T[]}
 */
export function present(values) {
  return values.flatMap((value) => (value === null || value === undefined ? [] : [value]));
}

/**
 * Return a picture from the file's own set; it always stands beside words, so it is not read out.
 *
 * @param {string} name
 */
export function icon(name) {
  const use = document.createElementNS(SVG, "use");
  use.setAttribute("href", `#i-${name}`);
  return drawing("icon", use);
}

const SIGNS = {
  back: "M15 4 L7 12 L15 20",
  next: "M9 4 L17 12 L9 20",
  close: "M5 5 L19 19 M19 5 L5 19",
  tick: "M4 13 L10 19 L20 6",
  minus: "M4 12 H20",
  plus: "M4 12 H20 M12 4 V20",
  globe:
    "M12 3 a9 9 0 1 0 0 18 a9 9 0 1 0 0 -18 M3 12 H21 M12 3 C7 8 7 16 12 21 M12 3 C17 8 17 16 12 21",
};

/**
 * Return a plain drawn sign.
 *
 * @param {keyof typeof SIGNS} name
 */
export function sign(name) {
  const path = document.createElementNS(SVG, "path");
  path.setAttribute("d", SIGNS[name]);
  const svg = drawing("sign", path);
  svg.setAttribute("viewBox", "0 0 24 24");
  return svg;
}

/**
 * @param {string} kind
 * @param {SVGElement} part
 */
function drawing(kind, part) {
  const svg = document.createElementNS(SVG, "svg");
  svg.setAttribute("class", kind);
  svg.setAttribute("aria-hidden", "true");
  svg.append(part);
  return svg;
}

/**
 * Return a text as a span; prose, which has paragraphs of its own, as these.
 *
 * @param {Text} text
 */
export function rendered(text) {
  if (typeof text === "string") return el("span", stretches(text));
  const fragment = document.createDocumentFragment();
  copyMarks(new DOMParser().parseFromString(text.html, "text/html").body, fragment);
  return fragment;
}

const MARKS = new Set(["P", "STRONG", "EM", "UL", "OL", "LI", "BR"]);

/**
 * @param {Node} from
 * @param {Element | DocumentFragment} to
 */
function copyMarks(from, to) {
  for (const node of from.childNodes) {
    if (node instanceof Text) to.append(...stretches(node.data.replace(/\s+/g, " ")));
    else if (MARKS.has(node.nodeName)) {
      const copy = document.createElement(node.nodeName);
      copyMarks(node, copy);
      to.append(copy);
    }
  }
}

/**
 * Return the words with zero-width spaces left in, so that screen readers get one text; a
 * stretch that the browser would break inside is held together by a span.
 *
 * @param {string} text
 */
function stretches(text) {
  /** @type {(string | HTMLElement)[]} */
  const nodes = [];
  /** @param {string} words */
  const add = (words) => {
    const last = nodes.at(-1);
    if (typeof last === "string") nodes[nodes.length - 1] = last + words;
    else nodes.push(words);
  };
  text.split(BREAK).forEach((stretch, i) => {
    const core = stretch.trimEnd();
    if (i) add(BREAK);
    if (hasManyLetters(core)) nodes.push(el("span.long", core));
    else if (mayBreakInside(core)) nodes.push(el("span.whole", core));
    else add(core);
    add(stretch.slice(core.length));
  });
  return nodes.filter((node) => node !== "");
}

// Browsers break lines of scripts without spaces by the same dictionaries as words.
const segmenter = "Segmenter" in Intl ? new Intl.Segmenter("th", { granularity: "word" }) : null;

/** @type {Map<string, boolean>} */
const inside = new Map();

/** @param {string} stretch */
function mayBreakInside(stretch) {
  // Between Latin letters signs may part a line; before and behind a word they do not.
  if (!hasNoSpaces(stretch)) return !/^["'“‘(]*[\p{L}\p{N}]*[.,:;!?"'”’)*]*$/u.test(stretch);
  const known = inside.get(stretch);
  if (known !== undefined) return known;
  const isPlain = /^[\p{L}\p{M}\p{N}]*$/u.test(stretch);
  const breaks = !isPlain || !segmenter || [...segmenter.segment(stretch)].length > 1;
  inside.set(stretch, breaks);
  return breaks;
}

/** @param {string} stretch */
function hasManyLetters(stretch) {
  const letters = stretch.replace(/[\p{M}\s]/gu, "").length;
  return letters > (hasNoSpaces(stretch) ? LONG : LONG_LATIN);
}
