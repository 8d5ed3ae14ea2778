// All hard words, in the order of the language's dictionary.

import { bar, button } from "../components/controls.js";
import { el, rendered } from "../components/elements.js";
import { meaning } from "../components/hard_words.js";
import { content, word } from "../core/content.js";
import { plain } from "../core/text.js";

export function glossaryScreen() {
  const terms = [...content.glossary].sort((a, b) =>
    plain(a.term).localeCompare(plain(b.term), content.language),
  );
  const buttons = terms.map((term) => button("plain", [rendered(term.term)], () => meaning(term)));
  return el("div.screen", bar(word("glossary")), el("div.terms", buttons));
}
