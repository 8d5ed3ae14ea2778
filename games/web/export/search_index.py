"""Index of the page's search, made once at build time.

The words are the stretches between our break points, spelled forgivingly: tone marks gone,
letters that sound alike made one (`search_spelling.json`; the page spells what is typed by the same
table). The page then finds the words of a question that has no spaces by this vocabulary.
"""

from __future__ import annotations

import json
import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from functools import cache
from itertools import pairwise
from pathlib import Path
from typing import Any

from engine.schema.text import Text

_SPELLING: dict[str, Any] = json.loads(
    Path(__file__).with_name("search_spelling.json").read_text(encoding="utf-8")
)

_NO_SPACES = r"\u0e00-\u0eff\u1000-\u109f\u1780-\u17ff\ua9e0-\ua9ff\uaa60-\uaa7f"
"""Letters of scripts without spaces between words: Thai and Lao, Myanmar, Khmer."""
_WORDS = re.compile(rf"[{_NO_SPACES}.]+|[a-z]+|[0-9][0-9,.]*")

TITLE, BODY = 4, 1
"""How much a word counts in a title and in the text below it."""


def spelling(language: str) -> dict[str, Any]:
    """Return how what is typed in that language is read.

    That is what letters are dropped or alike, words of asking, and those that ask for a figure.
    """
    words = {kind: _SPELLING[kind].get(language, []) for kind in ("asking", "how_much")}
    return {"drop": _SPELLING["drop"], "same": _SPELLING["same"], **words}


@dataclass(frozen=True, slots=True)
class SearchEntry:
    """An entry that a search can find.

    Attributes:
        kind: ``fact``, ``sheet`` (a block of a one-pager) or ``term``.
        place: the fact's id, ``module/block`` or the number of the term.
        title, body: its words; those of the title count more.
    """

    kind: str
    place: str
    title: tuple[Text, ...]
    body: tuple[Text, ...]


def spelled(word: str) -> str:
    """Return the word in its forgiving spelling."""
    return word.lower().translate(_forgiven())


def words_of(text: Text) -> list[str]:
    """Return the words of a text, spelled forgivingly."""
    edges = [0, *text.breaks, len(text.shown)]
    stretches = (text.shown[a:b] for a, b in pairwise(edges))
    return [
        word
        for stretch in stretches
        for match in _WORDS.finditer(stretch.lower())
        if (word := spelled(match[0].strip(".,")))
    ]


def search_index(entries: Iterable[SearchEntry]) -> dict[str, Any]:
    """Return what the page searches in.

    ``found`` lists [kind, place] of each entry, ``lengths`` its weight in all; ``words`` maps each
    word to numbers in pairs: which entry, and how much the word weighs there.
    """
    found: list[list[str]] = []
    lengths: list[int] = []
    words: dict[str, list[int]] = {}
    for number, entry in enumerate(entries):
        weights: dict[str, int] = {}
        for weight, texts in ((TITLE, entry.title), (BODY, entry.body)):
            for text in texts:
                for word in words_of(text):
                    weights[word] = min(weights.get(word, 0) + weight, 9)
        for word, weight in weights.items():
            words.setdefault(word, []).extend((number, weight))
        found.append([entry.kind, entry.place])
        lengths.append(sum(weights.values()))
    return {"found": found, "lengths": lengths, "words": dict(sorted(words.items()))}


@cache
def _forgiven() -> Mapping[int, str]:
    """Return the table of signs that are spelled differently; dropped ones map to nothing."""
    dropped = dict.fromkeys(_SPELLING["drop"], "")
    return str.maketrans({**dict(_SPELLING["same"]), **dropped})
