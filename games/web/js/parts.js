// Parts that several screens share.

import { dayOf, thaiDate } from "./calendar.js";
import { content, word } from "./content.js";
import { dialog, el, icon, plain, sign, thai } from "./dom.js";
import { go } from "./router.js";
import { canSpeak, speak } from "./speech.js";
import { overdue } from "./state.js";

/** The head of a screen: back, its name, and what may stand at the right. */
export function bar(title, { back = () => go("home"), right = [] } = {}) {
  return el(
    "header.bar",
    {},
    back && button("round", [sign("back"), unseen(word("back"))], back),
    el("h1", { tabindex: -1 }, thai(title)),
    ...right,
  );
}

export function button(kind, children, onclick, attributes = {}) {
  return el(`button.${kind}`, { type: "button", onclick, ...attributes }, ...children);
}

/** Words for screen readers alone. */
export function unseen(text) {
  return el("span.unseen", {}, plain(text));
}

/** A message that stays: `tone` is "calm", "right" or "think". */
export function note(tone, picture, ...children) {
  return el(`div.note.${tone}`, {}, icon(picture), el("div", {}, ...children));
}

export function paragraph(text, kind = "p") {
  return typeof text === "string" ? el(kind, {}, thai(text)) : el("div.prose", {}, thai(text));
}

/** A button that reads the texts aloud; none where the device has no Thai voice. */
export function readAloud(texts) {
  if (!canSpeak()) return null;
  return button("chip", [icon("speaker-high-volume"), thai(word("read-aloud"))], () => speak(texts()));
}

/**
 * Where the facts come from and when that was last compared, official sources first, and a
 * warning when long ago.
 */
export function sources(ids) {
  const known = ids.filter((id) => content.facts[id]);
  if (!known.length) return null;
  const bySource = new Map();
  for (const id of known) {
    const { sources = [], checked } = content.facts[id];
    const source = content.sources[sources[0]];
    if (source && !(bySource.get(source) > checked)) bySource.set(source, checked);
  }
  const lines = [...bySource]
    .sort(([a], [b]) => b.official - a.official)
    .map(([{ short }, checked]) => word("source", { source: short, day: thaiDate(dayOf(checked)) }));
  const unconfirmed = known.some((id) => content.facts[id].unconfirmed);
  const local = known.some((id) => content.facts[id].local);
  return el(
    "div.sources",
    {},
    ...staleWarning(known),
    unconfirmed ? paragraph(word("unconfirmed")) : null,
    local ? paragraph(word("local")) : null,
    ...lines.slice(0, 2).map((line) => paragraph(line)),
    lines.length > 2
      ? el("details", {}, el("summary", {}, thai(word("more-sources", { n: lines.length - 2 }))),
          ...lines.slice(2).map((line) => paragraph(line)))
      : null,
  );
}

function staleWarning(ids) {
  const old = overdue(ids);
  if (!old.length) return [];
  const day = Math.min(...old.map((id) => dayOf(content.facts[id].review_by)));
  return [note("think", "warning", paragraph(word("stale", { day: thaiDate(day) })))];
}

/** "ถาม 1506": a link that opens the telephone; a window where there is no number. */
export function askButton(id, kind = "plain") {
  const line = content.helplines[id];
  if (!line) return null;
  const label = [icon("telephone-receiver"), thai(word("ask", { whom: line.phone || line.title }))];
  if (!line.phone) return button(kind, label, () => helplineWindow(line));
  return el(`a.button.${kind}`, { href: `tel:${line.phone.replace(/\s/g, "")}` }, ...label);
}

function helplineWindow(line) {
  const lines = [line.for_what, ...(line.online ?? [])].map((text) => paragraph(text));
  dialog(line.title, lines, [{ label: word("close") }]);
}

/** Buttons for the hard words that stand in the texts, but for `left` ones; each opens its meaning. */
export function hardWords(texts, left = []) {
  const read = texts.map(plain).join(" ");
  const here = content.glossary
    .map((term) => ({ ...term, names: [plain(term.term), ...(term.also ?? [])] }))
    .filter(({ names }) => names.some((name) => standsIn(read, name)) && !left.includes(names[0]))
    // The modules' own names stand everywhere, and their lessons explain them.
    .filter(({ names }) => !content.modules.some(({ short }) => names.includes(plain(short))))
    .sort((a, b) => plain(b.term).length - plain(a.term).length)
    .slice(0, 4);
  if (!here.length) return null;
  return el(
    "div.words",
    { role: "group", "aria-label": plain(word("hard-words")) },
    icon("magnifying-glass-tilted-left"),
    ...here.map((term) => button("chip", [thai(term.term)], () => meaning(term))),
  );
}

const THAI = /[\u0e00-\u0e7f]/;

/** Whether the name stands there; a short Latin one only as a word of its own. */
function standsIn(read, name) {
  if (THAI.test(name)) return name.length > 3 && read.includes(name);
  return new RegExp(`(?<![A-Za-z])${name.replace(/[^\w]/g, "\\$&")}(?![A-Za-z])`, "i").test(read);
}

/** Opens a word's meaning. */
export function meaning(term) {
  const also = term.also?.length ? [paragraph(word("also", { names: term.also.join(", ") }))] : [];
  dialog(term.term, [paragraph(term.means), ...also], [{ label: word("close"), kind: "primary" }]);
}
