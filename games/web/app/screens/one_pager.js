// A module's one-pager for a small screen: the same blocks as on paper, one below the other.

import { askButton, bar, button, paragraph } from "../components/controls.js";
import { el, icon, rendered } from "../components/elements.js";
import { amount } from "../components/figures.js";
import { hardWords } from "../components/hard_words.js";
import { sources } from "../components/sources.js";
import { yearShown } from "../core/calendar.js";
import { content, moduleOr, word } from "../core/content.js";
import { go } from "../core/router.js";

/** @import { AskBlock, Block, Child, NumbersBlock, Text } from "../core/types.js" */

/**
 * @param {string | undefined} id of the module
 * @param {string | undefined} place the block to scroll to
 */
export function onePagerScreen(id, place) {
  const module = moduleOr(id);
  const blocks = module.one_pager.map((block, i) =>
    el(
      "section.block",
      { "data-kind": block.kind, id: `block-${i}`, tabindex: -1 },
      el("h2", block.kind === "watch" ? icon("warning") : null, rendered(block.title)),
      blockBody(block),
    ),
  );
  const facts = [...new Set(module.one_pager.flatMap((block) => block.facts))];
  const aim = blocks[Number(place ?? Number.NaN)];
  if (aim) queueMicrotask(() => requestAnimationFrame(() => aim.scrollIntoView()));
  return el(
    "div.screen.sheet",
    { "data-colour": module.colour },
    bar(module.title),
    el("p.tagline", icon(module.icon), rendered(module.tagline)),
    el("div.blocks", blocks),
    hardWords(module.one_pager.flatMap((block) => ("items" in block ? (block.items ?? []) : []))),
    sources(facts),
    el(
      "div.actions",
      button("primary", [rendered(word("lesson"))], () => go("lesson", module.id)),
    ),
  );
}

/**
 * @param {Block} block
 * @returns {Child}
 */
function blockBody(block) {
  switch (block.kind) {
    case "who":
    case "note":
    case "watch":
      return el("ul", items(block.items));
    case "steps":
      return el("ol", items(block.items));
    case "papers":
      return el("ul.papers", items([...(block.papers ?? []), ...(block.items ?? [])]));
    case "numbers":
      return numbers(block);
    case "benefits":
      return table(block.columns, block.rows);
    case "table":
      // The column of the heads has a title of its own, which cards do not show.
      return table(
        block.columns.slice(block.columns.length - block.rows[0].cells.length),
        block.rows,
      );
    case "ask":
      return helplines(block);
  }
}

/** @param {Text[]} texts */
function items(texts) {
  return texts.map((text) => el("li", rendered(text)));
}

/** @param {NumbersBlock} block */
function numbers(block) {
  const figures = block.numbers.map(({ title, text, caption }) =>
    el(
      "div.figure",
      el("p.name", rendered(title)),
      el("p.amount", ...amount(text)),
      caption ? el("p.caption", rendered(caption)) : null,
    ),
  );
  return el("div.numbers", figures);
}

/**
 * Return each row as a small card, because a table does not fit a thumb's width.
 *
 * @param {Text[]} columns
 * @param {{ head: Text, cells: Text[] }[]} rows
 */
function table(columns, rows) {
  const cards = rows.map(({ head, cells }) =>
    el(
      "div.row",
      el("h3", rendered(head)),
      el(
        "dl",
        cells.map((cell, i) => el("div", el("dt", rendered(columns[i])), el("dd", rendered(cell)))),
      ),
    ),
  );
  return el("div.rows", cards);
}

/** @param {AskBlock} block */
function helplines(block) {
  const lines = block.helplines.map((id) => {
    const line = content.helplines[id];
    return el(
      "div.helpline",
      el("h3", rendered(line.title)),
      paragraph(line.for_what),
      line.hours ? paragraph(line.hours) : null,
      line.seen
        ? el("p.seen", rendered(word("number-seen", { year: yearShown(line.seen) })))
        : null,
      askButton(id),
    );
  });
  return el("div.helplines", lines);
}
