"""Helplines on a one-pager: their columns, and the years in which the numbers were read."""

from __future__ import annotations

from dataclasses import dataclass

from engine.days import written_year
from engine.schema.text import Text
from printables.pdf import weasyprint_adapter
from printables.sheets.onepager import Ask, Line, OnePager
from printables.text.sheet_text import SheetText


@dataclass(frozen=True, slots=True)
class AskColumn:
    """Helplines below each other, in a part of the width."""

    width: float
    lines: tuple[Line, ...]


def ask_columns(block: Ask, large: bool) -> list[AskColumn]:
    """Return the helplines in one, two or three columns of like height."""
    count = 1 if large or len(block.lines) == 1 else 2 if len(block.lines) in (2, 4) else 3
    columns = [block.lines[n::count] for n in range(count)]
    # A text fills a square of the root's width; half the width is every column's own.
    weights = [sum(map(_ask_letters, column)) ** 0.5 for column in columns]
    return [
        AskColumn(round(49.9 * (1 / count + weight / sum(weights)), 2), lines)
        if count > 1
        else AskColumn(100, lines)
        for weight, lines in zip(weights, columns, strict=True)
    ]


def _ask_letters(line: Line) -> float:
    texts = (line.title, line.for_what, *((line.hours,) if line.hours else ()))
    return sum(weasyprint_adapter.line_width(text.shown) for text in texts)


def phone_years(page: OnePager, words: SheetText) -> Text | None:
    """Return the note on the years in which the numbers were read; None without numbers."""
    years = sorted(
        {
            line.seen
            for block in page.blocks
            if isinstance(block, Ask)
            for line in block.lines
            if line.phone and line.seen
        }
    )
    if not years:
        return None
    first, last = (written_year(year, words.language) for year in (years[0], years[-1]))
    shown = first if first == last else f"{first}–{last}"
    return words.put("phone_seen", year=shown)
