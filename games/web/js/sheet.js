// A module's one-pager for a small screen: the same blocks as on paper, one below the other.

import { content, modules, word } from "./content.js";
import { el, icon, thai } from "./dom.js";
import { askButton, bar, button, hardWords, paragraph, sources } from "./parts.js";
import { go } from "./router.js";

export function sheet(id, place) {
  const module = modules.get(id) ?? content.modules[0];
  const blocks = module.one_pager.map((block, i) =>
    el(
      "section.block",
      { "data-kind": block.kind, id: `block-${i}`, tabindex: -1 },
      el("h2", {}, block.kind === "watch" ? icon("warning") : null, thai(block.title)),
      ...BLOCKS[block.kind](block),
    ),
  );
  const facts = [...new Set(module.one_pager.flatMap((block) => block.facts))];
  if (place !== undefined && blocks[place]) {
    queueMicrotask(() => requestAnimationFrame(() => blocks[place].scrollIntoView()));
  }
  return el(
    "div.screen.sheet",
    { "data-colour": module.colour },
    bar(module.title),
    el("p.tagline", {}, icon(module.icon), thai(module.tagline)),
    el("div.blocks", {}, blocks),
    hardWords(module.one_pager.flatMap((block) => block.items ?? [])),
    sources(facts),
    el("div.actions", {}, button("primary", [thai(word("lesson"))], () => go("lesson", module.id))),
  );
}

const BLOCKS = {
  who: bullets,
  note: bullets,
  watch: bullets,
  steps: ({ items }) => [el("ol", {}, items.map((item) => el("li", {}, thai(item))))],

  numbers: ({ numbers }) => [
    el(
      "div.numbers",
      {},
      numbers.map(({ title, text, caption }) =>
        el(
          "div.figure",
          {},
          el("p.name", {}, thai(title)),
          el("p.amount", {}, ...amount(text)),
          caption ? el("p.caption", {}, thai(caption)) : null,
        ),
      ),
    ),
  ],

  benefits: table,
  table: ({ columns, rows }) => table({ columns: columns.slice(columns.length - rows[0].cells.length), rows }),

  papers: ({ papers = [], items = [] }) => [
    el("ul.papers", {}, [...papers, ...items].map((paper) => el("li", {}, thai(paper)))),
  ],

  ask: ({ helplines }) => [
    el(
      "div.helplines",
      {},
      helplines.map((id) => {
        const line = content.helplines[id];
        return el(
          "div.helpline",
          {},
          el("h3", {}, thai(line.title)),
          paragraph(line.for_what),
          line.hours ? paragraph(line.hours) : null,
          line.seen ? el("p.seen", {}, thai(word("number-seen", { year: line.seen }))) : null,
          askButton(id),
        );
      }),
    ),
  ],
};

function bullets({ items }) {
  return [el("ul", {}, items.map((item) => el("li", {}, thai(item))))];
}

/** Each row as a small card, because a table does not fit a thumb's width. */
function table({ columns, rows }) {
  return [
    el(
      "div.rows",
      {},
      rows.map(({ head, cells }) =>
        el(
          "div.row",
          {},
          el("h3", {}, thai(head)),
          el(
            "dl",
            {},
            cells.map((cell, i) => el("div", {}, el("dt", {}, thai(columns[i])), el("dd", {}, thai(cell)))),
          ),
        ),
      ),
    ),
  ];
}

/** The figure as the hero, its unit beside it. */
function amount(text) {
  const [figure, unit] = /^([\d,.–-]+\*?)\u200b? \u200b?(.*)$/s.exec(text)?.slice(1) ?? [text, ""];
  return [el("b", {}, thai(figure)), unit ? el("span", {}, " ", thai(unit)) : null].filter(Boolean);
}
