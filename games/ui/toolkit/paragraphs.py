"""A long text in paragraphs and points, and these on pages: as many on each as can be read."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from engine.resolving.facts import MARK
from engine.schema.text import Text, TextBlock


@dataclass(frozen=True)
class Paragraph:
    """A paragraph, or a point of a list."""

    text: Text
    point: bool


def paragraphs(text: Text) -> list[Paragraph]:
    """Return the paragraphs of a compiled text, with their break points."""
    return [_paragraph(text, block) for block in text.blocks] or [Paragraph(text, False)]


def _paragraph(text: Text, block: TextBlock) -> Paragraph:
    point = block.kind == "bullet"
    # An item's number is read with it.
    start = block.start if point else text.shown.rfind("\n", 0, block.start) + 1
    words = text.shown[start : block.end]
    part = text.model_copy(
        update={
            "shown": words,
            "breaks": tuple(b - start for b in text.breaks if start < b < block.end),
            "blocks": (),
            "unconfirmed": text.unconfirmed and MARK in words,
        }
    )
    return Paragraph(part, point)


def pages(heights: Sequence[int], gap: int, room: int) -> list[range]:
    """Share paragraphs out: as few pages as hold them, equally full.

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
