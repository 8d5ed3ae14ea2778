// Where facts come from.

import { dayOf, thaiDate } from "../core/calendar.js";
import { content, word } from "../core/content.js";
import { overdue } from "../core/session.js";
import { note, paragraph } from "./controls.js";
import { el, thai } from "./elements.js";

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
  const unconfirmed = known.some((id) => content.facts[id].unconfirmed);
  const local = known.some((id) => content.facts[id].local);
  return el(
    "div.sources",
    {},
    ...staleWarning(known),
    unconfirmed ? paragraph(word("unconfirmed")) : null,
    local ? paragraph(word("local")) : null,
    ...lines.slice(0, SHOWN).map(paragraph),
    lines.length > SHOWN
      ? el(
          "details",
          {},
          el("summary", {}, thai(word("more-sources", { n: lines.length - SHOWN }))),
          ...lines.slice(SHOWN).map(paragraph),
        )
      : null,
  );
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
      word("source", { source: short, day: thaiDate(dayOf(checked)) }),
    );
}

/** @param {string[]} facts */
function staleWarning(facts) {
  const old = overdue(facts);
  if (!old.length) return [];
  const day = Math.min(...old.map((id) => dayOf(content.facts[id].review_by)));
  return [note("think", "warning", paragraph(word("stale", { day: thaiDate(day) })))];
}
