"""Hostile files beside the modules."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial

from tests.engine.hostile.repeating import filled, numbered

TOGETHER = "keep_together.txt"

# Files beside the modules.
SHARED: dict[str, tuple[str, Callable[[int], str | bytes]]] = {
    "a glossary of a million words": (
        "glossary.yaml",
        partial(numbered, "- {id: t#, term: ก, means: ข, module: tinny}\n"),
    ),
    "spellings of one word": (
        "glossary.yaml",
        lambda n: f"- {{id: t, term: ก, means: ข, also: [{numbered('ก#, ', n)}]}}\n",
    ),
    "words to avoid": (
        "words.yaml",
        partial(numbered, "- {avoid: ก#, use: ข, because: ค}\n"),
    ),
    "letters to avoid": (
        "words.yaml",
        partial(numbered, "- {avoid: ก, use: ข#, because: ค}\n"),
    ),
    "where a word is allowed": (
        "words.yaml",
        lambda n: f"- {{avoid: ก, use: ข, because: ค, allow_in: [{numbered('กข#, ', n)}]}}\n",
    ),
    "killers of regular expressions": (
        "words.yaml",
        partial(filled, '- {avoid: "(ก+)+$", use: ข, because: ค}\n'),
    ),
    "unknown questions over all modules": (
        "forms.yaml",
        lambda n: f"- {{id: f, title: ก, questions: [{numbered('tiny.q.day#, ', n)}]}}\n",
    ),
    "forms": (
        "forms.yaml",
        partial(numbered, "- {id: f#, title: ก, questions: [tiny.q.days]}\n"),
    ),
    "spaces of the board": (
        "board.yaml",
        lambda n: (
            "spaces:\n" + numbered("- {id: s#, title: ก, kind: unit, icon: bed, place: p#}\n", n)
        ),
    ),
    "sources": (
        "sources.yaml",
        partial(numbered, "- {id: s#, title: ก, short: ก, publisher: ก, dated: 2025, kind: law}\n"),
    ),
    "helplines": (
        "helplines.yaml",
        partial(numbered, '- {id: h#, title: ก, for_what: ข, grade: A, phone: "#", source: n#}\n'),
    ),
    "routes to nowhere": (
        "routing.yaml",
        partial(numbered, "- {id: r#, need: ก, place: p#, bring: [x#]}\n"),
    ),
    "rows to compare": (
        "comparison.yaml",
        lambda n: (
            "title: ก\nintro: ก\ncolumns:\n"
            "  - {id: a, title: ก, icon: bed, colour: teal, scheme: tiny-scheme}\n"
            "  - {id: b, title: ก, icon: bed, colour: teal, scheme: tiny-scheme}\n"
            "rows:\n" + filled("- {head: ก, cells: [ก, ข, ค]}\n", n)
        ),
    ),
    "tuning": (
        "game.yaml",
        lambda n: "tuning:\n" + numbered("- {id: t#, value: 1}\n", n),
    ),
    "occupations": ("occupations.yaml", partial(numbered, "- {id: o#, income: -1}\n")),
    "words of a screen": ("locale/ui.yaml", partial(numbered, "k#: ก\n")),
    "unknown facts in words of a screen": (
        "locale/ui.yaml",
        partial(numbered, 'k#: "{a.b#}"\n'),
    ),
    "a million names": (TOGETHER, partial(numbered, "ชื่อ#\n")),
    "a long name": (TOGETHER, partial(filled, "ก")),
    "letters as names": (TOGETHER, partial(filled, "ก\n")),
    "signs as names": (TOGETHER, partial(filled, "(*+?[\n")),
    "names not in UTF-8": (TOGETHER, lambda n: b"\xff" * n),
    "NULs as names": (TOGETHER, partial(filled, "\0")),
    "names of spaces": (TOGETHER, partial(filled, " \n")),
    "comments without names": (TOGETHER, partial(filled, "#\n")),
}
