"""Geometry of cards on A4 sheets: the one source of sizes, gutters, marks and places.

Millimetres from the left and top. A sheet turned over its long edge shows left and right
exchanged when it is upright, top and bottom when it lies on its side; over the short edge it is
the other way round. Where top and bottom are exchanged, backs are turned round as well, so that
a card turned over sideways shows its back upright.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

Flip = Literal["long", "short", "fold", "separate"]
"""How backs meet fronts: turned by the printer over an edge, folded and glued, or printed on
sheets that are put in again by hand (turned like the long edge)."""

A4_SHORT, A4_LONG = 210.0, 297.0
MARK_MARGIN = 7.0
"""Printers leave at least this much blank, so no mark comes nearer to the paper's edge."""
MARK_GAP = 0.8
"""Between a card and its cut mark."""
MARK_LENGTH = 3.0
BLEED = 3.0
"""Of a page for a print shop, around its trim."""
SLUG = 6.0
"""Around the bleed, for the marks."""


@dataclass(frozen=True, slots=True)
class CardSize:
    """A size of card.

    Attributes:
        columns, rows: on an A4 sheet; `across` whether that sheet lies on its side.
        gutter: between columns, between rows.
    """

    name: str
    width: float
    height: float
    columns: int
    rows: int
    across: bool
    gutter: tuple[float, float]


SMALL: dict[str, CardSize] = {
    "93x67": CardSize("93x67", 93.0, 67.0, 2, 4, False, (4.0, 2.0)),
    "63x88": CardSize("63x88", 63.0, 88.0, 4, 2, True, (4.0, 4.0)),
}
"""By the names that `rusit print --size` takes; 63x88 fits the sleeves of playing cards."""
LARGE = CardSize("93x138", 93.0, 138.0, 2, 2, False, (4.0, 2.0))
"""Of life events, which name six rights."""


@dataclass(frozen=True, slots=True)
class CardSheet:
    """One size of card on A4.

    Attributes:
        butted: without gutters, so that one cut parts two cards.
    """

    size: CardSize
    butted: bool = False

    @property
    def per_sheet(self) -> int:
        """Cards on one sheet."""
        return self.size.columns * self.size.rows

    @property
    def paper(self) -> tuple[float, float]:
        """Width and height of the sheet."""
        return (A4_LONG, A4_SHORT) if self.size.across else (A4_SHORT, A4_LONG)

    @property
    def step(self) -> tuple[float, float]:
        """From a card's corner to the next one's, across and down."""
        gap = (0.0, 0.0) if self.butted else self.size.gutter
        return self.size.width + gap[0], self.size.height + gap[1]

    @property
    def origin(self) -> tuple[float, float]:
        """Left and top of the block of cards, which stands in the middle."""
        (wide, high), (across, down) = self.paper, self.step
        size = self.size
        return (
            (wide - (size.columns - 1) * across - size.width) / 2,
            (high - (size.rows - 1) * down - size.height) / 2,
        )

    def front(self, place: int) -> tuple[float, float]:
        """Return left and top of the front at a place, row by row."""
        row, column = divmod(place, self.size.columns)
        (left, top), (across, down) = self.origin, self.step
        return left + column * across, top + row * down

    def turns_upside_down(self, flip: Flip) -> bool:
        """Return whether the flip exchanges top and bottom rather than left and right."""
        if flip == "fold":
            return False
        return (flip == "short") != self.size.across

    def back(
        self, place: int, flip: Flip, offset: tuple[float, float] = (0.0, 0.0)
    ) -> tuple[float, float]:
        """Return left and top of that card's back on its page, offsets included."""
        x, top = self.front(place)
        wide, high = self.paper
        if self.turns_upside_down(flip):
            top = high - top - self.size.height
        else:
            x = wide - x - self.size.width
        return (x, top) if flip == "fold" else (x + offset[0], top + offset[1])

    def fold_places(self) -> tuple[int, ...]:
        """Return the places left of the middle fold: the others are for their backs."""
        columns = self.size.columns
        return tuple(p for p in range(self.per_sheet) if p % columns < columns // 2)

    def marks(self, cards: int) -> tuple[tuple[float, float, float, float], ...]:
        """Return the cut marks of so many cards as lines x1, y1, x2, y2.

        None crosses a card, and none comes nearer to the paper's edge than `MARK_MARGIN`.
        """
        size = self.size
        lines: dict[tuple[float, float, float, float], None] = {}
        for place in range(cards):
            x, y = self.front(place)
            for corner_x, right in ((x, -1), (x + size.width, 1)):
                for corner_y, down in ((y, -1), (y + size.height, 1)):
                    for line in (
                        self._mark(corner_x, corner_y, right, across=True),
                        self._mark(corner_y, corner_x, down, across=False),
                    ):
                        if line is not None:
                            lines[line] = None
        return tuple(lines)

    def _mark(
        self, along: float, beside: float, way: int, *, across: bool
    ) -> tuple[float, float, float, float] | None:
        """Return a mark from a corner outwards; None where there is no room for one."""
        paper = self.paper[0 if across else 1]
        start = self.origin[0 if across else 1]
        gutter = 0.0 if self.butted else self.size.gutter[0 if across else 1]
        outside = abs(along - start) < 0.01 or abs(along - (paper - start)) < 0.01
        room = start - MARK_MARGIN if outside else gutter / 2
        length = min(MARK_LENGTH, room - MARK_GAP)
        if length <= 0.1:
            return None
        ends = (along + way * MARK_GAP, along + way * (MARK_GAP + length))
        if across:
            return ends[0], beside, ends[1], beside
        return beside, ends[0], beside, ends[1]
