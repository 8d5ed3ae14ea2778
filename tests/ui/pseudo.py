"""A language that nobody speaks: English, a third longer, in accented letters.

What holds with it holds with translations that are longer than the Thai.
"""

from __future__ import annotations

import re

from engine.catalogue import Catalogue
from engine.schema.record import RecordPath
from engine.schema.text import Text, TextBlock
from engine.schema.traversal import map_texts

LONGER = 1.35
_PART = re.compile(r"\{[^{}]*\}|[A-Za-z]+|[^A-Za-z{]+|\{")
_ACCENTED = str.maketrans("aeiounAEIOU", "åéîøüñÅÉÎØÜ")


def pseudo(catalogue: Catalogue) -> Catalogue:
    """Return the catalogue with every text longer by a third; places and numbers stay."""

    def change(text: Text, place: RecordPath) -> Text:
        del place
        return _longer(text)

    return map_texts(catalogue, change)


def _longer(text: Text) -> Text:
    pieces: list[str] = []
    moved: list[int] = []
    length = 0
    for match in _PART.finditer(text.shown):
        part = match[0]
        moved.extend(range(length, length + len(part)))
        pieces.append(_stretched(part) if part.isascii() and part.isalpha() else part)
        length += len(pieces[-1])
    moved.append(length)
    blocks = tuple(
        TextBlock(**{**block.model_dump(), "start": moved[block.start], "end": moved[block.end]})
        for block in text.blocks
    )
    breaks = tuple(sorted({moved[place] for place in text.breaks}))
    return text.model_copy(update={"shown": "".join(pieces), "breaks": breaks, "blocks": blocks})


def _stretched(word: str) -> str:
    """Return the word in accented letters, its last one repeated up to the wished length."""
    more = round(len(word) * LONGER) - len(word)
    return word.translate(_ACCENTED) + word[-1].lower() * more
