// Where facts come from.

import { dayOf, longDate } from "../core/calendar.js";
import { content, word } from "../core/content.js";
import { overdue } from "../core/session.js";
import { button, note, paragraph } from "./controls.js";
import { dialog } from "./dialog.js";
import { el, icon, present, rendered } from "./elements.js";

/** @import { Source } from "../core/types.js" */

const SHOWN = 2;

/**
 * Return where the facts come from and when that was last compared, official sources first, and
 * a warning when long ago; null without facts.
 *
 * @param {string[]} ids
 */
export function sources(ids) {
  const known = ids.filter((id) => content.facts[id]);
  if (!known.length) return null;
  const lines = sourceLines(known);
  return el(
    "div.sources",
    ...staleWarning(known),
    ...caveats(known),
    ...lines.slice(0, SHOWN).map(paragraph),
    lines.length > SHOWN
      ? el(
          "details",
          el("summary", rendered(word("more-sources", { n: lines.length - SHOWN }))),
          ...lines.slice(SHOWN).map(paragraph),
        )
      : null,
  );
}

/**
 * Return a button that opens where the facts come from; null without facts. It tells by a sign
 * that something is not confirmed.
 *
 * @param {string[]} ids
 */
export function sourcesButton(ids) {
  const known = ids.filter((id) => content.facts[id]);
  if (!known.length) return null;
  const isSure = !known.some((id) => content.facts[id].unconfirmed);
  const label = word(isSure ? "sources" : "sources.unsure");
  return button("chip.source", [icon(isSure ? "open-book" : "warning"), rendered(label)], () =>
    dialog(word("sources"), [
      el("div.sources", ...caveats(known), ...sourceLines(known).map(paragraph)),
    ]),
  );
}

/**
 * Return what to know about facts that are not sure everywhere.
 *
 * @param {string[]} facts
 */
function caveats(facts) {
  const unconfirmed = facts.some((id) => content.facts[id].unconfirmed);
  const local = facts.some((id) => content.facts[id].local);
  return present([
    unconfirmed ? paragraph(word("unconfirmed")) : null,
    local ? paragraph(word("local")) : null,
  ]);
}

/** @param {string[]} facts */
function sourceLines(facts) {
  /** @type {Map<Source, string>} */
  const checkedBySource = new Map();
  for (const id of facts) {
    const { sources: named = [], checked } = content.facts[id];
    const source = content.sources[named[0]];
    if (!source) continue;
    const before = checkedBySource.get(source);
    if (before === undefined || before <= checked) checkedBySource.set(source, checked);
  }
  return [...checkedBySource]
    .sort(([a], [b]) => Number(b.official) - Number(a.official))
    .map(([{ short }, checked]) =>
      word("source", { source: short, day: longDate(dayOf(checked)) }),
    );
}

/**
 * Return a warning if one of the facts is past its review day, else nothing.
 *
 * @param {string[]} facts
 */
export function staleWarning(facts) {
  const old = overdue(facts);
  if (!old.length) return [];
  const day = Math.min(...old.map((id) => dayOf(content.facts[id].review_by)));
  return [note("think", "warning", paragraph(word("stale", { day: longDate(day) })))];
}
