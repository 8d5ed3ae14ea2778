"""The rules of the paper game: one A4, printed on both sides."""

from __future__ import annotations

from dataclasses import dataclass
from math import ceil
from typing import TYPE_CHECKING

from engine.catalogue import Catalogue
from engine.catalogue.game_rules_text import RulesSection, rules_of
from engine.diagnostics.messages import Message
from engine.diagnostics.problems import RusitError
from engine.schema.text import Text
from printables.layout.fitting import largest
from printables.pdf import weasyprint_adapter
from printables.print_target import PrintTarget

if TYPE_CHECKING:
    from weasyprint.document import Document

ROOM = 297.0 - 8.0
"""Millimetres of a side, above its lower margin."""
SIZES = (15.0, 14.0, 13.2, 12.4, 11.8, 11.4, 11.0, 10.8, 10.6, 10.4, 10.2, 10.0, 9.5)
"""Points of the running text: the largest that fits is taken."""
USUAL = 11.0
MOST_AIR = 6.0
"""Millimetres of air that a section takes at most when the side is not full."""
TITLE = 4.0
"""Lines that the title takes on the front."""
LINE = 31.0
"""Ems of running text in one line."""


@dataclass(frozen=True, slots=True)
class Sign:
    """The picture of a space on the board, and its name."""

    icon: str
    title: Text


@dataclass(frozen=True, slots=True)
class Section:
    """One heading of the rules.

    Attributes:
        part: before, turn, space or after; a new part has a heading of its own.
        signs: the spaces of the board that the section is about.
    """

    part: str
    icon: str
    colour: str
    title: Text
    lines: tuple[Text, ...]
    signs: tuple[Sign, ...]


@dataclass(frozen=True, slots=True)
class RulesSheet:
    """The sections in reading order."""

    sections: tuple[Section, ...]


Side = tuple[Section, ...]


def rules_sheet(catalogue: Catalogue) -> RulesSheet | None:
    """Return the rules with today's numbers; None when the catalogue has none."""
    sections = tuple(map(_section, rules_of(catalogue)))
    return RulesSheet(sections) if sections else None


def _section(section: RulesSection) -> Section:
    signs = {space.title.shown: Sign(space.icon, space.title) for space in section.spaces}
    return Section(
        part=section.part,
        icon=section.icon,
        colour=section.colour,
        title=section.title,
        lines=section.lines,
        signs=tuple(signs.values()),
    )


def print_rules(target: PrintTarget) -> bytes:
    """Return the PDF of the rules, two pages.

    Raises:
        RusitError: PRINT08 when they do not fit at the smallest type.
    """
    sides = _sides(target.content)
    tried: dict[float, list[float]] = {}

    def endless(size: float) -> tuple[Document, float]:
        document = _document(target, sides, size, 2000, (0.0,) * len(sides))
        tried[size] = [
            weasyprint_adapter.bottom_of(p, f"end-{n}") for n, p in enumerate(document.pages)
        ]
        return document, max(tried[size])

    fit = largest(SIZES, USUAL, ROOM, endless)
    if not fit.within(ROOM):
        message = Message(
            "the rules of the game are {height:.0f} mm too long for their A4 sheet at the "
            "smallest type ({size:g} pt)",
            height=fit.height - ROOM,
            size=fit.size,
        )
        raise RusitError("PRINT08", message, hint="shorten lines of content/locale/rules.yaml")
    airs = tuple(
        min((ROOM - height) / (len(side) + 1), MOST_AIR) * 0.96
        for height, side in zip(tried[fit.size], sides, strict=True)
    )
    document = _document(target, sides, fit.size, 297, airs)
    return weasyprint_adapter.write(document, target, tagged=True)


def _sides(sheet: RulesSheet) -> tuple[Side, ...]:
    """Front and back, of like height."""
    weights = [_weight(section) for section in sheet.sections]
    cut = min(
        range(1, len(weights) + 1), key=lambda i: max(TITLE + sum(weights[:i]), sum(weights[i:]))
    )
    sides = (sheet.sections[:cut], sheet.sections[cut:])
    return tuple(side for side in sides if side)


def _weight(section: Section) -> float:
    """Return the lines that the section takes, about."""
    lines = sum(ceil(weasyprint_adapter.line_width(line.shown) / LINE) for line in section.lines)
    return max(lines + 1.2 * ceil(len(section.signs) / 6), 2) + 1.0


def _document(
    target: PrintTarget,
    sides: tuple[Side, ...],
    size: float,
    height: float,
    airs: tuple[float, ...],
) -> Document:
    return weasyprint_adapter.sheet_pages(
        target,
        "rules",
        "rules",
        sides=list(zip(sides, (f"{air:.3f}" for air in airs), strict=True)),
        size=f"{size:g}",
        height=f"{height:g}",
    )
