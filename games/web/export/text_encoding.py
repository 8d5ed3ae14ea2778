"""Writes texts as the page reads them: with zero-width spaces where a line may begin.

A browser breaks Thai by a dictionary of its own and splits names (บัตร|ทอง). So the break
points worked out at build time travel inside the strings, and the page breaks only there.
"""

from __future__ import annotations

from html import escape
from itertools import pairwise
from typing import Any

from engine.resolving.rich_html import html_of_blocks
from engine.schema.record import Record
from engine.schema.text import Text

BREAK = "\u200b"


def compact(value: Any) -> Any:
    """Return records as plain JSON values: same names, defaults left out.

    A text becomes a string with `BREAK` at its break points, or ``{"html": …}`` when it
    held Markdown.
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
    if not text.blocks:
        return _with_breaks(text, 0, len(text.shown))
    return {
        "html": html_of_blocks(text, lambda a, b: escape(_with_breaks(text, a, b), quote=False))
    }


def _with_breaks(text: Text, start: int, end: int) -> str:
    """Return the words from one offset to another, with `BREAK` at its break points."""
    edges = (start, *(b for b in text.breaks if start < b < end), end)
    lead = BREAK if start in text.breaks else ""
    return lead + BREAK.join(text.shown[a:b] for a, b in pairwise(edges))
