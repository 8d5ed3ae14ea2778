// Making elements. Texts come with a zero-width space wherever a line may begin: the page
// breaks Thai there and nowhere else, because browsers split names (บัตร|ทอง).

const BREAK = "\u200b";
const SVG = "http://www.w3.org/2000/svg";

// A stretch of more letters than this may be wider than a phone at the largest type.
const LONG = 9;

/**
 * An element. The name may carry classes: el("button.big").
 * Attributes beginning with "on" are listeners; null and false leave an attribute out.
 */
export function el(name, attributes = {}, ...children) {
  const [tag, ...classes] = name.split(".");
  const element = document.createElement(tag);
  if (classes.length) element.className = classes.join(" ");
  for (const [key, value] of Object.entries(attributes)) {
    if (value === null || value === undefined || value === false) continue;
    if (key.startsWith("on")) element.addEventListener(key.slice(2), value);
    else element.setAttribute(key, value === true ? "" : value);
  }
  element.append(...children.flat().filter((child) => child !== null && child !== undefined));
  return element;
}

/** A picture from the file's own set; it always stands beside words, so it is not read out. */
export function icon(name) {
  const svg = document.createElementNS(SVG, "svg");
  svg.setAttribute("class", "icon");
  svg.setAttribute("aria-hidden", "true");
  const use = document.createElementNS(SVG, "use");
  use.setAttribute("href", `#i-${name}`);
  svg.append(use);
  return svg;
}

const SIGNS = {
  back: "M15 4 L7 12 L15 20",
  next: "M9 4 L17 12 L9 20",
  close: "M5 5 L19 19 M19 5 L5 19",
  tick: "M4 13 L10 19 L20 6",
  minus: "M4 12 H20",
  plus: "M4 12 H20 M12 4 V20",
};

/** A plain drawn sign. */
export function sign(name) {
  const svg = document.createElementNS(SVG, "svg");
  svg.setAttribute("class", "sign");
  svg.setAttribute("viewBox", "0 0 24 24");
  svg.setAttribute("aria-hidden", "true");
  const path = document.createElementNS(SVG, "path");
  path.setAttribute("d", SIGNS[name]);
  svg.append(path);
  return svg;
}

/** A text as a span; prose, which has paragraphs of its own, as these. */
export function thai(text) {
  if (typeof text === "string") return el("span", {}, stretches(text));
  const fragment = document.createDocumentFragment();
  copyMarks(new DOMParser().parseFromString(text.html, "text/html").body, fragment);
  return fragment;
}

const MARKS = new Set(["P", "STRONG", "EM", "UL", "OL", "LI", "BR"]);

function copyMarks(from, to) {
  for (const node of from.childNodes) {
    if (node.nodeType === Node.TEXT_NODE) to.append(...stretches(node.data.replace(/\s+/g, " ")));
    else if (MARKS.has(node.nodeName)) {
      const copy = document.createElement(node.nodeName);
      copyMarks(node, copy);
      to.append(copy);
    }
  }
}

/**
 * The words with zero-width spaces left in, so that screen readers get one text; a stretch that
 * the browser would break inside is held together by a span.
 */
function stretches(text) {
  const nodes = [];
  text.split(BREAK).forEach((stretch, i) => {
    const core = stretch.trimEnd();
    const space = stretch.slice(core.length);
    if (i) nodes.push(BREAK);
    if (hasManyLetters(core)) nodes.push(el("span.long", {}, core), space);
    else if (mayBreakInside(core)) nodes.push(el("span.whole", {}, core), space);
    else nodes.push(stretch);
  });
  return nodes.reduce((joined, node) => {
    const last = joined.length - 1;
    if (typeof node === "string" && typeof joined[last] === "string") joined[last] += node;
    else joined.push(node);
    return joined;
  }, []);
}

// Browsers break lines of Thai by the same dictionary as words.
const segmenter = "Segmenter" in Intl ? new Intl.Segmenter("th", { granularity: "word" }) : null;

const inside = new Map();

function mayBreakInside(stretch) {
  if (!inside.has(stretch)) {
    const isPlain = /^(?:[\u0e00-\u0e7f]*|[A-Za-z0-9]*)$/.test(stretch);
    inside.set(stretch, !isPlain || !segmenter || [...segmenter.segment(stretch)].length > 1);
  }
  return inside.get(stretch);
}

function hasManyLetters(stretch) {
  return stretch.replace(/[\u0e31\u0e34-\u0e3a\u0e47-\u0e4e\s]/g, "").length > LONG;
}

/** The words of a text without marks and break points: to be read aloud or searched. */
export function plain(text) {
  const words = typeof text === "string" ? text : text.html.replace(/<[^>]+>/g, " ");
  return words.replaceAll(BREAK, "").replaceAll("&amp;", "&").replaceAll("&lt;", "<");
}

/** Tells a screen reader, wherever its reader is. */
export function announce(text) {
  document.getElementById("live").textContent = plain(text);
}

/**
 * A window above the page with words and answers; it closes with any of them and with Esc, and
 * with the screen below it unless it `stays` until it is read.
 */
export function dialog(title, body, buttons, { stays = false } = {}) {
  const heading = el("h2", { id: "dialog-title" }, thai(title));
  const name = stays ? "dialog.stays" : "dialog";
  const box = el(name, { "aria-labelledby": "dialog-title" }, heading, ...body);
  const actions = buttons.map(({ label, kind = "plain", act = () => {} }) =>
    el(`button.${kind}`, { type: "button", onclick: () => (box.close(), act()) }, thai(label)),
  );
  box.append(el("div.actions", {}, actions));
  box.addEventListener("close", () => box.remove());
  document.body.append(box);
  box.showModal();
}
