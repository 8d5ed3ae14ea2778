"""Colours and sizes of the screen: warm paper, ink, six colour pairs."""

from __future__ import annotations

import math
from dataclasses import dataclass
from functools import cached_property, lru_cache

Colour = tuple[int, int, int]


def _hex(code: str) -> Colour:
    return int(code[1:3], 16), int(code[3:5], 16), int(code[5:7], 16)


@dataclass(frozen=True, slots=True)
class Pair:
    """A dark colour and its tint: dark on tint, and white on dark, both read at 6.8 : 1."""

    dark: Colour
    tint: Colour


PAPER = _hex("#FBF6EC")
CREAM = _hex("#F4ECDD")
SAND = _hex("#D9CDB4")
WHITE = _hex("#FFFFFF")
INK = _hex("#1F1B16")
DIM = _hex("#4A4338")
"""For what is second in rank: still 8.9 : 1 on paper."""

DONE = _hex("#18602C")
"""Green of ticks, and of the stamp of what is so."""
HALO = _hex("#FFCD33")
"""Yellow around what is now."""

PAIRS: dict[str, Pair] = {
    "teal": Pair(_hex("#075656"), _hex("#CFEDE9")),
    "gold": Pair(_hex("#6B4200"), _hex("#FFE6B0")),
    "leaf": Pair(_hex("#1F5526"), _hex("#D5F0CF")),
    "violet": Pair(_hex("#4A2A85"), _hex("#E6DBFA")),
    "lotus": Pair(_hex("#8A1446"), _hex("#FBD9E5")),
    "indigo": Pair(_hex("#26347F"), _hex("#DADFFA")),
}
INK_PAIR = Pair(INK, PAPER)

SPACE_COLOURS = {
    "event": "lotus",
    "rumour": "violet",
    "unit": "gold",
    "community": "leaf",
    "right": "teal",
}


def pair(name: str) -> Pair:
    """Return the colour pair of that name; ink on paper for a name we do not know."""
    return PAIRS.get(name, INK_PAIR)


@dataclass(frozen=True, slots=True)
class Range:
    """Type sizes in pixels: the wished one, and the floor below which nothing shrinks."""

    most: int
    floor: int

    def at(self, ease: float) -> int:
        """Return the size at that ease: 1 is the wished size, 0 the floor."""
        return round(self.floor + (self.most - self.floor) * ease)


@dataclass(frozen=True)
class Scale:
    """All measures of one window, in pixels.

    Attributes:
        large: the large-type setting: body at 1/22 of the height instead of 1/30.
    """

    width: int
    height: int
    large: bool = False

    @cached_property
    def wide(self) -> bool:
        """Landscape: things stand side by side."""
        return self.width >= self.height * 1.1

    @cached_property
    def measure(self) -> int:
        """Return the pixels that sizes are shares of: the height, in portrait hardly the width.

        So a screen that is turned keeps its letters; it is no farther away.
        """
        return self.height if self.wide else min(self.height, round(self.width * 1.1))

    @cached_property
    def touch(self) -> int:
        """The least side of what a finger must hit."""
        return math.ceil(self.measure / 12)

    @cached_property
    def gap(self) -> int:
        """Space between things that stand together."""
        return max(6, round(min(self.width, self.height) / 50))

    @cached_property
    def margin(self) -> int:
        """Space along the edge of the window."""
        return max(10, round(min(self.width, self.height) / 32))

    @cached_property
    def radius(self) -> int:
        """Round corners of panels."""
        return max(8, round(min(self.width, self.height) / 36))

    @cached_property
    def line(self) -> int:
        """Thickness of a border that is meant to be seen."""
        return max(2, round(min(self.width, self.height) / 240))

    def size(self, name: str) -> Range:
        """Type sizes by role: label, body, button, title, number, hero.

        Raises:
            KeyError: for a role that does not exist.
        """
        return _sizes(self.measure, self.large)[name]


@lru_cache(maxsize=8)
def _sizes(measure: int, large: bool) -> dict[str, Range]:
    """Return each role's sizes: the wished one and the floor, as parts of the measure."""
    # A consonant of the reading face is 0.57 of the size high, of the title face 0.55: what is
    # read aloud shows 2.5 % of the height from 1/22.8 on, a label of the board 2 % from 1/27.5.
    body = 19 if large else 22
    parts = {
        "label": (24 if large else 26, 25 if large else 27),
        "body": (16 if large else 20, body),
        "lead": (14 if large else 17, body),
        "button": (16 if large else 19, body),
        "title": (12, 18),
        "number": (13, 19),
        "hero": (6.5, 12),
    }
    sizes = {}
    for role, (most, floor) in parts.items():
        least = math.ceil(measure / floor)
        sizes[role] = Range(max(least, round(measure / most)), least)
    return sizes


@dataclass(frozen=True, slots=True)
class HouseholdColours:
    """The colours of a household: `ring` is never text; dark on tint reads at 7 : 1."""

    ring: Colour
    tint: Colour
    dark: Colour

    @property
    def pair(self) -> Pair:
        """Dark and tint as a pair."""
        return Pair(self.dark, self.tint)


_HOUSEHOLDS = {
    "khun": HouseholdColours(_hex("#F5B50A"), _hex("#FFF0C4"), _hex("#6B4200")),
    "lotus": HouseholdColours(_hex("#E5488B"), _hex("#FDE2ED"), _hex("#8A1446")),
    "river": HouseholdColours(_hex("#2D8FE0"), _hex("#DCEEFD"), _hex("#0C4272")),
    "star": HouseholdColours(_hex("#7C55D6"), _hex("#ECE4FC"), _hex("#4A2A85")),
    "tea": HouseholdColours(_hex("#3E9B4A"), _hex("#DDF3DB"), _hex("#1F5526")),
    "mountain": HouseholdColours(_hex("#5A6B7B"), _hex("#E3E9EE"), _hex("#2B3A48")),
}


def household_colours(household: str) -> HouseholdColours:
    """Return the colours of the household with that team id; ink for an unknown one."""
    return _HOUSEHOLDS.get(household, HouseholdColours(INK, PAPER, INK))
