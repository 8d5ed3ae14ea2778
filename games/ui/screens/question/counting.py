"""Counting three before all paddles go up: three discs that light one after the other."""

from __future__ import annotations

from dataclasses import dataclass

import pygame

from engine.schema.text import Text
from games.ui.toolkit import paint
from games.ui.toolkit.blocks import Block, Say, Tight
from games.ui.toolkit.interface_text import plain
from games.ui.toolkit.motion import LONGEST
from games.ui.toolkit.page import Page
from games.ui.toolkit.theme import HALO, INK, PAIRS, WHITE
from games.ui.toolkit.widgets import Button

NUMBERS = (3, 2, 1)


class Counting:
    """The count: not begun, or so many milliseconds old.

    Attributes:
        calm: without motion all discs light at once.
    """

    def __init__(self, *, calm: bool) -> None:
        self.calm = calm
        self._elapsed: int | None = None

    @property
    def lit(self) -> int:
        """Return the number of lit discs; all before the count begins and after it ends."""
        if self._elapsed is None or self._elapsed >= LONGEST:
            return len(NUMBERS)
        return 1 + self._elapsed * len(NUMBERS) // LONGEST

    def begin(self) -> None:
        """Begin to count."""
        self._elapsed = None if self.calm else 0

    def tick(self, elapsed: int) -> bool:
        """Let milliseconds pass; return True if another disc lights."""
        if self._elapsed is None or self._elapsed >= LONGEST:
            return False
        before = self.lit
        self._elapsed += elapsed
        return self.lit != before

    def button(self, label: Text) -> Button:
        """Return the button that begins the count."""
        discs: list[Block] = [_Disc(n, place < self.lit) for place, n in enumerate(NUMBERS)]
        say = Say(label, "body", "title", INK)
        return Button("count", self.begin, part=Tight(say, *discs, gaps=0.5), look="soft", pad=0.2)


@dataclass(frozen=True)
class _Disc:
    """A number in a yellow disc; a white one while it is not lit."""

    number: int
    lit: bool
    grow: float = 0

    def natural(self, page: Page, room: int, ease: float) -> int:
        return round(page.scale.touch * 0.86)

    def height(self, page: Page, width: int, ease: float) -> int:
        return round(page.scale.touch * 0.86)

    def draw(self, page: Page, rect: pygame.Rect, ease: float) -> None:
        radius = min(rect.width, rect.height, round(page.scale.touch * 0.86)) // 2
        rim = max(2, radius // 12)
        for size, colour in ((radius, PAIRS["gold"].dark), (radius - rim, HALO)):
            fill = colour if self.lit or size == radius else WHITE
            page.surface.blit(paint.disc(size, fill), (rect.centerx - size, rect.centery - size))
        page.text(
            plain(self.number),
            pygame.Rect(rect.centerx - radius, rect.centery - radius, radius * 2, radius * 2),
            face="title",
            size=max(page.scale.size("body").floor, radius),
            colour=INK,
            align="centre",
        )
