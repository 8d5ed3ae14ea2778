"""Blocks: what a page is laid out from.

A block tells its height at a width and an *ease* (1: type at its wished size, 0: at its
floor), then draws itself in a box. What is spare goes to the parts that `grow`.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Protocol

import pygame

from engine.schema.text import Text
from games.ui.toolkit.page import Align, Page
from games.ui.toolkit.text_render import LEAST
from games.ui.toolkit.theme import INK, Colour
from games.ui.toolkit.typefaces import Face

OVER = 0.5
"""So much of its size may a text reach over its box: the room for marks above and below."""
EASES = (1.0, 0.85, 0.7, 0.55, 0.4, 0.28, 0.15, 0.0)


class Block(Protocol):
    """A part of a page. One with `natural(page, room, ease)` knows its own width."""

    @property
    def grow(self) -> float:
        """Share of spare height it takes."""

    def height(self, page: Page, width: int, ease: float) -> int:
        """Return the pixels it needs at that width."""

    def draw(self, page: Page, rect: pygame.Rect, ease: float) -> None:
        """Draw it, filling the box."""


@dataclass(frozen=True)
class Say:
    """A text.

    Shrinks under its floor only when one single word is wider than the box, or when its lines
    would cover what stands around the box.

    Attributes:
        leading: height of a line in sizes; 0: the face's own.
    """

    text: Text
    role: str = "body"
    face: Face = "read"
    colour: Colour = INK
    align: Align = "left"
    grow: float = 0
    leading: float = 0

    def _size(self, page: Page, width: int, ease: float) -> int:
        size = page.scale.size(self.role).at(ease)
        return page.letters.fitting(self.text, self.face, size, width)

    def _tall(self, page: Page, width: int, size: int) -> int:
        count = len(page.letters.lines(self.text, self.face, size, width))
        tall = page.letters.height(self.face, size, self.text)
        tall = round(size * self.leading) if self.leading else tall
        return count * tall

    def height(self, page: Page, width: int, ease: float) -> int:
        return self._tall(page, width, self._size(page, width, ease))

    def draw(self, page: Page, rect: pygame.Rect, ease: float) -> None:
        size = self._size(page, rect.width, ease)
        while size > LEAST and self._tall(page, rect.width, size) > rect.height + size * OVER:
            size -= 1
        if self.align == "centre":
            narrow = page.letters.balanced(self.text, self.face, size, rect.width)
            rect = pygame.Rect(rect.centerx - narrow // 2, rect.y, narrow, rect.height)
        page.text(
            self.text,
            rect,
            face=self.face,
            size=size,
            colour=self.colour,
            align=self.align,
            role=self.role,
            leading=self.leading,
        )

    def natural(self, page: Page, room: int, ease: float) -> int:
        """Return its width on one line."""
        size = page.scale.size(self.role).at(ease)
        return page.letters.width(self.text.shown, self.face, size) + 2


@dataclass(frozen=True)
class Gap:
    """Empty height in gaps; with `grow`, it takes what is spare."""

    gaps: float = 1
    grow: float = 0

    def natural(self, page: Page, room: int, ease: float) -> int:
        return round(page.scale.gap * self.gaps)

    def height(self, page: Page, width: int, ease: float) -> int:
        return round(page.scale.gap * self.gaps)

    def draw(self, page: Page, rect: pygame.Rect, ease: float) -> None:
        return


@dataclass(frozen=True)
class Picture:
    """An icon whose side is so many lines of body text."""

    name: str
    lines: float = 2
    align: Align = "centre"
    pale: bool = False
    grow: float = 0

    def side(self, page: Page, ease: float) -> int:
        """Return the pixels of its side."""
        return round(page.scale.size("body").at(ease) * 1.45 * self.lines)

    def natural(self, page: Page, room: int, ease: float) -> int:
        return self.side(page, ease)

    def height(self, page: Page, width: int, ease: float) -> int:
        return min(width, self.side(page, ease))

    def draw(self, page: Page, rect: pygame.Rect, ease: float) -> None:
        side = min(rect.width, rect.height, self.side(page, ease))
        box = pygame.Rect(0, 0, side, side).move_to(center=rect.center)
        if self.align == "left":
            box.left = rect.left
        elif self.align == "right":
            box.right = rect.right
        page.icon(self.name, box, self.pale)


class Column:
    """Blocks under each other."""

    def __init__(self, *parts: Block, gaps: float = 1, grow: float = 0) -> None:
        self.parts, self.gaps, self.grow = parts, gaps, grow

    def _gap(self, page: Page) -> int:
        return round(page.scale.gap * self.gaps)

    def natural(self, page: Page, room: int, ease: float) -> int:
        return max((natural(page, p, room, ease) for p in self.parts), default=0)

    def height(self, page: Page, width: int, ease: float) -> int:
        total = sum(part.height(page, width, ease) for part in self.parts)
        return total + self._gap(page) * max(0, len(self.parts) - 1)

    def draw(self, page: Page, rect: pygame.Rect, ease: float) -> None:
        heights = [part.height(page, rect.width, ease) for part in self.parts]
        gap = self._gap(page)
        spare = max(0, rect.height - sum(heights) - gap * max(0, len(heights) - 1))
        shares = sum(part.grow for part in self.parts)
        y = rect.y
        if not shares:
            y += spare // 2
        for part, tall in zip(self.parts, heights, strict=True):
            more = round(spare * part.grow / shares) if shares else 0
            part.draw(page, pygame.Rect(rect.x, y, rect.width, tall + more), ease)
            y += tall + more + gap


class Row:
    """Blocks side by side, as wide as their shares say; share 0 is a block's own width.

    Args:
        free: each part takes the greatest ease at which it fits, not the row's.
    """

    def __init__(
        self,
        *parts: Block,
        shares: Sequence[float] = (),
        gaps: float = 1,
        grow: float = 0,
        free: bool = False,
    ) -> None:
        self.parts, self.shares, self.free = parts, shares, free
        self.gaps, self.grow = gaps, grow

    def natural(self, page: Page, room: int, ease: float) -> int:
        inner = sum(natural(page, p, room, ease) for p in self.parts)
        return inner + round(page.scale.gap * self.gaps) * (len(self.parts) - 1)

    def _widths(self, page: Page, width: int, ease: float) -> list[int]:
        shares = self.shares or [1.0] * len(self.parts)
        room = width - round(page.scale.gap * self.gaps) * (len(self.parts) - 1)
        fixed = [
            0 if share else natural(page, part, room, ease)
            for part, share in zip(self.parts, shares, strict=True)
        ]
        over = sum(fixed) - room
        if over > 0:
            widest = max(range(len(fixed)), key=fixed.__getitem__)
            fixed[widest] = max(10, fixed[widest] - over)
        left = max(0, room - sum(fixed))
        total = sum(shares) or 1
        return [
            round(left * share / total) if share else own
            for share, own in zip(shares, fixed, strict=True)
        ]

    def height(self, page: Page, width: int, ease: float) -> int:
        widths = self._widths(page, width, ease)
        return max(
            (p.height(page, w, ease) for p, w in zip(self.parts, widths, strict=True)), default=0
        )

    def draw(self, page: Page, rect: pygame.Rect, ease: float) -> None:
        x = rect.x
        for part, wide in zip(self.parts, self._widths(page, rect.width, ease), strict=True):
            own = greatest(page, part, wide, rect.height, ease) if self.free else ease
            part.draw(page, pygame.Rect(x, rect.y, wide, rect.height), own)
            x += wide + round(page.scale.gap * self.gaps)


def with_sign(sign: Block, block: Block, gaps: float = 1, grow: float = 0) -> Row:
    """Return the block with a picture or sign before it, at the sign's own width."""
    return Row(sign, block, shares=(0, 1), gaps=gaps, grow=grow)


def greatest(page: Page, part: Block, width: int, height: int, least: float) -> float:
    """Return the greatest ease, from `least` up, at which the block fits that box."""
    for ease in EASES:
        if ease <= least:
            break
        if part.height(page, width, ease) <= height:
            return ease
    return least


def natural(page: Page, part: Block, room: int, ease: float) -> int:
    """Return the width a block would like, at most `room`; a quarter when it does not know."""
    own = getattr(part, "natural", None)
    wide = own(page, room, ease) if own is not None else room // 4
    return min(room, int(wide))


@dataclass(frozen=True)
class Grid:
    """Blocks in rows of `columns`, all rows equally high; at its floor each as high as it must."""

    parts: Sequence[Block]
    columns: int
    gaps: float = 1
    grow: float = 1

    def _rows(self) -> list[Row]:
        rows = []
        for start in range(0, len(self.parts), self.columns):
            cells = list(self.parts[start : start + self.columns])
            while len(cells) < self.columns:
                cells.append(Gap(0))
            rows.append(Row(*cells, gaps=self.gaps, grow=1))
        return rows

    def height(self, page: Page, width: int, ease: float) -> int:
        if ease == 0:
            return Column(*self._rows(), gaps=self.gaps).height(page, width, ease)
        return self._stack(page, width, ease).height(page, width, ease)

    def draw(self, page: Page, rect: pygame.Rect, ease: float) -> None:
        stack = self._stack(page, rect.width, ease)
        if stack.height(page, rect.width, ease) > rect.height:
            stack = Column(*self._rows(), gaps=self.gaps)
        stack.draw(page, rect, ease)

    def _stack(self, page: Page, width: int, ease: float) -> Column:
        rows = self._rows()
        tall = max((row.height(page, width, ease) for row in rows), default=0)
        return Column(*(AtLeast(row, tall, grow=1) for row in rows), gaps=self.gaps)


@dataclass(frozen=True)
class AtLeast:
    """A block with a least height in pixels."""

    part: Block
    pixels: int
    grow: float = 0

    def height(self, page: Page, width: int, ease: float) -> int:
        return max(self.pixels, self.part.height(page, width, ease))

    def draw(self, page: Page, rect: pygame.Rect, ease: float) -> None:
        self.part.draw(page, rect, ease)


class Tight:
    """Blocks side by side at their own widths, together in the middle."""

    def __init__(
        self, *parts: Block, align: Align = "centre", gaps: float = 0.7, grow: float = 0
    ) -> None:
        self.parts, self.align, self.gaps, self.grow = parts, align, gaps, grow

    def natural(self, page: Page, room: int, ease: float) -> int:
        inner = sum(natural(page, p, room, ease) for p in self.parts)
        return inner + round(page.scale.gap * self.gaps) * (len(self.parts) - 1)

    def _widths(self, page: Page, width: int, ease: float) -> list[int]:
        gap = round(page.scale.gap * self.gaps)
        room = width - gap * (len(self.parts) - 1)
        own = [natural(page, part, room, ease) for part in self.parts]
        over = sum(own) - room
        if over > 0:
            widest = max(range(len(own)), key=own.__getitem__)
            own[widest] = max(10, own[widest] - over)
        return own

    def height(self, page: Page, width: int, ease: float) -> int:
        widths = self._widths(page, width, ease)
        return max(p.height(page, w, ease) for p, w in zip(self.parts, widths, strict=True))

    def draw(self, page: Page, rect: pygame.Rect, ease: float) -> None:
        widths = self._widths(page, rect.width, ease)
        gap = round(page.scale.gap * self.gaps)
        total = sum(widths) + gap * (len(widths) - 1)
        x = rect.x
        if self.align == "centre":
            x += (rect.width - total) // 2
        elif self.align == "right":
            x = rect.right - total
        for part, wide in zip(self.parts, widths, strict=True):
            part.draw(page, pygame.Rect(x, rect.y, wide, rect.height), ease)
            x += wide + gap


class Flow:
    """Blocks side by side at their own widths; under each other where that is too wide."""

    def __init__(self, *parts: Block, gaps: float = 0.7, grow: float = 0) -> None:
        self.parts, self.gaps, self.grow = parts, gaps, grow

    def natural(self, page: Page, room: int, ease: float) -> int:
        return self._beside().natural(page, room, ease)

    def _beside(self) -> Tight:
        return Tight(*self.parts, align="left", gaps=self.gaps)

    def _way(self, page: Page, width: int, ease: float) -> Block:
        # Each asks for at most a whole page, so that no width is cut before it is compared.
        if self._beside().natural(page, page.rect.width, ease) <= width:
            return self._beside()
        return Column(*self.parts, gaps=self.gaps)

    def height(self, page: Page, width: int, ease: float) -> int:
        return self._way(page, width, ease).height(page, width, ease)

    def draw(self, page: Page, rect: pygame.Rect, ease: float) -> None:
        self._way(page, rect.width, ease).draw(page, rect, ease)


class Either:
    """The first of these blocks that fits its box; the last when none does."""

    def __init__(self, *choices: Block, grow: float = 0) -> None:
        self.choices, self.grow = choices, grow

    def chosen(self, page: Page, rect: pygame.Rect) -> Block:
        """Return the block to lay out in that box."""
        fitting = (c for c in self.choices if c.height(page, rect.width, 0.0) <= rect.height)
        return next(fitting, self.choices[-1])

    def fits(self, page: Page, rect: pygame.Rect) -> bool:
        """Return whether one of the blocks fits that box."""
        return self.chosen(page, rect).height(page, rect.width, 0.0) <= rect.height

    def height(self, page: Page, width: int, ease: float) -> int:
        return self.choices[-1].height(page, width, ease)

    def draw(self, page: Page, rect: pygame.Rect, ease: float) -> None:
        part = self.chosen(page, rect)
        part.draw(page, rect, min(ease, greatest(page, part, rect.width, rect.height, 0.0)))
