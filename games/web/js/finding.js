// Looking things up: facts, blocks of the one-pagers and hard words, by what one would ask.

import { content, modules, word } from "./content.js";
import { announce, el, icon, plain, thai } from "./dom.js";
import { bar, button, meaning, paragraph, sources } from "./parts.js";
import { go } from "./router.js";
import { search } from "./searching.js";

let last = "";

export function finding() {
  const results = el("div.results");
  const field = el("input", {
    type: "search", id: "search-field", value: last, autocomplete: "off", enterkeyhint: "search",
    oninput: () => show(),
  });
  const show = () => {
    last = field.value;
    const found = last.trim() ? search(last) : [];
    results.replaceChildren(...found.map(([kind, place]) => RESULTS[kind](place)));
    if (last.trim() && !found.length) results.append(paragraph(word("search.none")));
    announce(last.trim() ? word("search.count", { n: found.length }) : "");
  };
  show();
  return el(
    "div.screen.finding",
    {},
    bar(word("search")),
    el("label", { for: "search-field" }, thai(word("search.label"))),
    field,
    results,
  );
}

const RESULTS = {
  fact(id) {
    const fact = content.facts[id];
    const module = modules.get(fact.module);
    return el(
      "article.result",
      { "data-colour": module?.colour },
      el("h2", {}, module ? icon(module.icon) : null, thai(fact.label)),
      el("p.amount", {}, thai(fact.text)),
      fact.note ? paragraph(fact.note) : null,
      sources([id]),
    );
  },

  sheet(place) {
    const [id, number] = place.split("/");
    const module = modules.get(id);
    const block = module.one_pager[number];
    return el(
      "article.result",
      { "data-colour": module.colour },
      el("h2", {}, icon(module.icon), thai(block.title)),
      block.items ? paragraph(block.items[0]) : null,
      button("plain", [thai(word("search.open-sheet", { module: module.short }))], () => go("sheet", id, number)),
    );
  },

  term(number) {
    const term = content.glossary[number];
    return el(
      "article.result",
      {},
      el("h2", {}, icon("books"), thai(term.term)),
      paragraph(term.means),
    );
  },
};

/** All hard words, in the order of the Thai dictionary. */
export function glossary() {
  const terms = [...content.glossary].sort((a, b) => plain(a.term).localeCompare(plain(b.term), "th"));
  return el(
    "div.screen",
    {},
    bar(word("glossary")),
    el("div.terms", {}, terms.map((term) => button("plain", [thai(term.term)], () => meaning(term)))),
  );
}
