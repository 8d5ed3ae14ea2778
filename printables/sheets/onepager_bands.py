"""Bands of a one-pager: blocks over the whole width, in two stacks, or on the other side.

Every block's height is measured once, at the smallest type; then all ways to lay them are
compared by arithmetic, and the one with the least air between the stacks is taken.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from enum import Enum
from itertools import product

from printables.sheets.onepager import Ask, Items, Numbers, Papers, SheetTable, Shown

Band = list[list[Shown]]
"""Side by side: one stack of blocks over the whole width, or two stacks."""

ROW_AIR = 1.8
"""Millimetres by which a row of the shorter stack may stand apart, at most."""
HOLE, HOLE_COST = 3.0, 4.0
"""Millimetres of air below a stack that are no hole; what each further one costs."""
SPARE, SPARE_COST = 45.0, 0.5
"""Millimetres that larger type will fill; what each further one costs."""
OVERLEAF_COST = {"note": 10, "papers": 20, "who": 30, "table": 45, "benefits": 50, "steps": 70}
"""What it costs to send a block to the other side, in millimetres of hole."""
FILLER_GAIN = 4.0


@dataclass(frozen=True, slots=True)
class Part:
    """A block and its heights in millimetres, the gap below it included.

    Attributes:
        narrow: in half the width; None if it needs all of it.
        stays: it may not go to the other side.
        filler: useful, but not needed.
        rows: places in it that can take air.
    """

    block: Shown
    wide: float
    narrow: float | None
    stays: bool
    filler: bool
    rows: int


class _Place(Enum):
    OUT = 0
    WIDE = 1
    LEFT = 2
    RIGHT = 3


Way = tuple[_Place, ...]


@dataclass(frozen=True, slots=True)
class Arranged:
    """A side's bands, what found no place, and the height over all of them."""

    bands: list[Band]
    left_out: list[Part]
    height: float


def is_narrow(block: Shown) -> bool:
    """Return True if half the width is enough: lists, and tables of a head and one cell."""
    if isinstance(block, SheetTable):
        return len(block.columns) <= 2
    return isinstance(block, Items | Papers)


def rows_of(block: Shown) -> int:
    """Return the places in a block that take air: rows of tables and items of lists."""
    match block:
        case Items():
            return len(block.items)
        case Papers():
            return len(block.items) + len(block.papers)
        case SheetTable():
            return len(block.rows)
        case _:
            return 0


def parts_of(
    blocks: Sequence[Shown], heights: Sequence[tuple[float, float | None]], fillers: int
) -> list[Part]:
    """Return the parts of a page, the last so many of them fillers."""
    first = len(blocks) - fillers
    return [
        Part(
            block,
            wide,
            narrow,
            stays=isinstance(block, Numbers | Ask) or block.kind == "watch",
            filler=place >= first,
            rows=rows_of(block),
        )
        for place, (block, (wide, narrow)) in enumerate(zip(blocks, heights, strict=True))
    ]


def arranged(parts: Sequence[Part], room: float, *, may_leave: bool) -> Arranged:
    """Return the best way to lay the parts in so much height; the lowest one if none fits.

    Args:
        may_leave: parts may go to the other side; else only fillers may be left out.
    """
    ways = (_weighed(parts, way, room) for way in _ways(parts, may_leave))
    _, height, best = min(ways, key=lambda found: (found[0], found[1]))
    bands = _bands(parts, best)
    out = [part for part, place in zip(parts, best, strict=True) if place is _Place.OUT]
    return Arranged(bands, out, height)


def _ways(parts: Sequence[Part], may_leave: bool) -> Iterator[Way]:
    choices = []
    for part in parts:
        places = [_Place.WIDE]
        if part.narrow is not None:
            places += [_Place.LEFT, _Place.RIGHT]
        if part.filler or (may_leave and not part.stays):
            places.append(_Place.OUT)
        choices.append(places)
    for way in product(*choices):
        sides = [place for place in way if place in (_Place.LEFT, _Place.RIGHT)]
        # Two stacks, and the first block of them left; the mirror image is the same.
        if not sides or (sides[0] is _Place.LEFT and _Place.RIGHT in sides):
            yield way


def _weighed(parts: Sequence[Part], way: Way, room: float) -> tuple[float, float, Way]:
    """Return what a way costs, its height, and the way."""
    wide = left = right = cost = 0.0
    rows = {_Place.LEFT: 0, _Place.RIGHT: 0}
    for part, place in zip(parts, way, strict=True):
        if place is _Place.WIDE:
            wide += part.wide
            # A short list over the whole width leaves the end of each line empty.
            cost += 2.0 if part.narrow is not None else 0.0
        elif place is _Place.OUT:
            cost += FILLER_GAIN if part.filler else OVERLEAF_COST.get(part.block.kind, 60)
        else:
            rows[place] += part.rows
            if place is _Place.LEFT:
                left += part.narrow or 0.0
            else:
                right += part.narrow or 0.0
    short = _Place.LEFT if left < right else _Place.RIGHT
    hole = abs(left - right) - ROW_AIR * rows[short]
    height = wide + max(left, right)
    cost += 0.2 * abs(left - right) + HOLE_COST * max(0.0, hole - HOLE)
    cost += SPARE_COST * max(0.0, room - height - SPARE)
    if height > room:
        cost += 10_000 + 100 * (height - room)
    return cost, height, way


def _bands(parts: Sequence[Part], way: Way) -> list[Band]:
    """Return the bands in the order of their first blocks; the stacks are one band."""
    stacks: Band = [[], []]
    starts: list[float] = []
    bands: list[tuple[float, Band]] = []
    for number, (part, place) in enumerate(zip(parts, way, strict=True)):
        # Big numbers come before the list of whom they are for; whom to ask closes the side.
        rank: float = number + (1.5 if part.block.kind == "who" else 0)
        if place is _Place.WIDE:
            rank += len(parts) if isinstance(part.block, Ask) else 0
            bands.append((rank, [[part.block]]))
        elif place is not _Place.OUT:
            stacks[place is _Place.RIGHT].append(part.block)
            starts.append(rank)
    if any(stacks):
        bands.append((min(starts, default=0), stacks))
    return [band for _, band in sorted(bands, key=lambda found: found[0])]
