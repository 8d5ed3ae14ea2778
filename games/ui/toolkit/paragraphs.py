"""A long text in paragraphs and points, and these on pages: as many on each as can be read."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from engine.resolving.facts import MARK
from engine.schema.text import Language, Text

POINT = "• "
"""What a point of a list begins with in a compiled text."""


@dataclass(frozen=True)
class Paragraph:
    """A paragraph, or a point of a list."""

    text: Text
    point: bool


def paragraphs(text: Text, language: Language) -> list[Paragraph]:
    """The paragraphs of a compiled text in that language, each with its own break points."""
    words = text.read(language)
    breaks = text.breaks if words == text.th else ()
    found: list[Paragraph] = []
    start = 0
    for line in words.split("\n"):
        end = start + len(line)
        if line.strip():
            point = line.startswith(POINT)
            begin = start + (len(POINT) if point else 0)
            part = text.model_copy(
                update={
                    "th": words[begin:end],
                    "en": "",
                    "breaks": tuple(b - begin for b in breaks if begin < b < end),
                    "html": "",
                    "unconfirmed": text.unconfirmed and MARK in line,
                }
            )
            found.append(Paragraph(part, point))
        start = end + 1
    return found


def pages(heights: Sequence[int], gap: int, room: int) -> list[range]:
    """Which paragraphs stand on which page: as few pages as hold them, equally full.

    Args:
        heights: of the paragraphs in pixels; `gap` between two of them.
        room: of a page. A paragraph that is higher gets a page of its own.
    """
    fewest = _filled(heights, gap, room)
    low, high = min(room, max(heights, default=0)), room
    while low < high:
        middle = (low + high) // 2
        if len(_filled(heights, gap, middle)) <= len(fewest):
            high = middle
        else:
            low = middle + 1
    return _filled(heights, gap, high)


def _filled(heights: Sequence[int], gap: int, room: int) -> list[range]:
    found: list[range] = []
    start, used = 0, 0
    for place, height in enumerate(heights):
        if place > start and used + gap + height > room:
            found.append(range(start, place))
            start, used = place, height
        else:
            used += height + (gap if place > start else 0)
    if heights:
        found.append(range(start, len(heights)))
    return found
