// Looking things up: facts, blocks of the one-pagers and hard words, by what one would ask.

import { bar, button, paragraph } from "../components/controls.js";
import { el, icon, rendered } from "../components/elements.js";
import { sources } from "../components/sources.js";
import { content, moduleOr, modules, word } from "../core/content.js";
import { announce } from "../core/live_region.js";
import { go } from "../core/router.js";
import { search } from "../core/search.js";

let last = "";

export function searchScreen() {
  const results = el("div.results");
  const field = el("input", {
    type: "search",
    id: "search-field",
    value: last,
    autocomplete: "off",
    enterkeyhint: "search",
  });
  const show = () => {
    last = field.value;
    const found = last.trim() ? search(last) : [];
    results.replaceChildren(...found.map(([kind, place]) => RESULTS[kind](place)));
    if (last.trim() && !found.length) results.append(paragraph(word("search.none")));
    announce(last.trim() ? word("search.count", { n: found.length }) : "");
  };
  field.addEventListener("input", show);
  show();
  return el(
    "div.screen.finding",
    bar(word("search")),
    el("label", { for: "search-field" }, rendered(word("search.label"))),
    field,
    results,
  );
}

const RESULTS = { fact: factResult, sheet: sheetResult, term: termResult };

/** @param {string} id */
function factResult(id) {
  const fact = content.facts[id];
  const module = modules.get(fact.module);
  return el(
    "article.result",
    { "data-colour": module?.colour },
    el("h2", module ? icon(module.icon) : null, rendered(fact.label)),
    el("p.amount", rendered(fact.text)),
    fact.note ? paragraph(fact.note) : null,
    sources([id]),
  );
}

/** @param {string} place "module/block" */
function sheetResult(place) {
  const [id, number] = place.split("/");
  const module = moduleOr(id);
  const block = module.one_pager[Number(number)];
  const first = "items" in block ? block.items?.[0] : undefined;
  return el(
    "article.result",
    { "data-colour": module.colour },
    el("h2", icon(module.icon), rendered(block.title)),
    first ? paragraph(first) : null,
    button("plain", [rendered(word("search.open-sheet", { module: module.short }))], () =>
      go("sheet", id, number),
    ),
  );
}

/** @param {string} number in the glossary */
function termResult(number) {
  const term = content.glossary[Number(number)];
  return el("article.result", el("h2", icon("books"), rendered(term.term)), paragraph(term.means));
}
