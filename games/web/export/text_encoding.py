"""Writes texts as the page reads them: with zero-width spaces where a line may begin.

A browser breaks Thai by a dictionary of its own and splits names (บัตร|ทอง). So the break
points worked out at build time travel inside the strings, and the page breaks only there.
"""

from __future__ import annotations

from html.parser import HTMLParser
from itertools import pairwise
from typing import Any

from engine.schema.record import Record
from engine.schema.text import Text

BREAK = "\u200b"


def compact(value: Any) -> Any:
    """Return records as plain JSON values: same names, defaults left out.

    A text becomes a string with `BREAK` at its break points, or ``{"html": …}`` when it
    held Markdown. English is left out: the page is read in Thai.
    """
    if isinstance(value, Text):
        return marked(value)
    if isinstance(value, Record):
        found = {}
        for name, field in type(value).model_fields.items():
            item = getattr(value, name)
            if field.is_required() or item != field.get_default(call_default_factory=True):
                found[name] = compact(item)
        return found
    if isinstance(value, tuple | list):
        return [compact(item) for item in value]
    if isinstance(value, dict):
        return {key: compact(item) for key, item in value.items()}
    return value


def marked(text: Text) -> str | dict[str, str]:
    """Return one text as `compact` writes it."""
    if not text.html:
        edges = (0, *text.breaks, len(text.th))
        return BREAK.join(text.th[a:b] for a, b in pairwise(edges))
    walker = _Walker(text)
    walker.feed(text.html)
    walker.close()
    return {"html": "".join(walker.parts)}


class _Walker(HTMLParser):
    """Copies sanitised HTML and puts the break points into its words.

    HTML and plain text hold the same signs in the same order, except for white space and
    list marks; so a cursor into the plain text finds the place of each sign.
    """

    def __init__(self, text: Text) -> None:
        super().__init__(convert_charrefs=True)
        self.parts: list[str] = []
        self._plain = text.th
        self._breaks = frozenset(text.breaks)
        self._cursor = 0

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:  # noqa: ARG002
        self.parts.append(f"<{tag}>")

    def handle_endtag(self, tag: str) -> None:
        self.parts.append(f"</{tag}>")

    def handle_data(self, data: str) -> None:
        for sign in data:
            if not sign.isspace():
                place = self._plain.find(sign, self._cursor)
                if place in self._breaks:
                    self.parts.append(BREAK)
                self._cursor = max(place + 1, self._cursor)
            self.parts.append({"&": "&amp;", "<": "&lt;", ">": "&gt;"}.get(sign, sign))
