"""The grid households × six cards: the leader taps what lies on the mats when all uncover."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from functools import partial

import pygame

from engine.schema.text import Text
from games.ui.screens.common.arrange import columns, rows
from games.ui.screens.common.household import Look, draw_face
from games.ui.toolkit import paint
from games.ui.toolkit.interface_text import plain
from games.ui.toolkit.page import Page, Target
from games.ui.toolkit.theme import DIM, DONE, HALO, SAND, WHITE


@dataclass(frozen=True)
class PickRow:
    """A household in the grid.

    Attributes:
        chosen: cards it named; `most` it may name.
        now: it is on turn.
        nothing: it named none and has decided so.
    """

    seat: int
    look: Look
    chosen: frozenset[str]
    most: int
    now: bool = False
    nothing: bool = False


@dataclass(frozen=True)
class PickGrid:
    """The grid. A tap on a number takes the card, a tap on a face names none.

    Attributes:
        nothing: the word in the row of a household that names none.
        given: hidden answers: shown for a household instead of its cards; None: they show.
    """

    households: Sequence[PickRow]
    cards: Sequence[str]
    take: Callable[[int, str], None]
    face: Callable[[int], None]
    nothing: Text
    given: Text | None = None

    def draw(self, page: Page, box: pygame.Rect) -> None:
        """Draw a row for each household, filling the box."""
        strips = rows(box, len(self.households), page.scale.gap // 4)
        for row, strip in zip(self.households, strips, strict=True):
            self._row(page, row, strip)

    def _row(self, page: Page, row: PickRow, box: pygame.Rect) -> None:
        scale, gap = page.scale, page.scale.gap
        if row.now:
            page.box(box.inflate(scale.line * 3, scale.line * 3), HALO)
        page.box(box, row.look.colours.tint, row.look.colours.ring, scale.line)
        side = min(box.height, round(scale.touch * 1.15))
        radius = round(side * 0.4)
        face = pygame.Rect(box.x, box.y, side + gap // 2, box.height)
        draw_face(page.surface, row.look, face.center, radius)
        room = pygame.Rect(face.right, box.y, box.right - face.right - gap // 2, box.height)
        if self.given is not None:
            spot = pygame.Rect(0, 0, scale.touch, scale.touch).move_to(center=room.center)
            page.box(spot, DONE, radius=scale.touch // 4)
            paint.tick(page.surface, spot.inflate(-8, -8), WHITE)
            return
        page.target(Target(face, partial(self.face, row.seat), f"household-{row.seat + 1}"))
        if row.nothing:
            size = scale.size("body").floor
            page.text(self.nothing, room, face="strong", size=size, align="centre")
            page.target(Target(room, partial(self.face, row.seat), f"nothing-{row.seat + 1}"))
            return
        full = len(row.chosen) >= row.most > 1
        for number, (card, cell) in enumerate(
            zip(self.cards, columns(room, len(self.cards), 2), strict=True), 1
        ):
            self._number(page, row, card, number, cell, full)

    def _number(
        self, page: Page, row: PickRow, card: str, number: int, cell: pygame.Rect, full: bool
    ) -> None:
        on = card in row.chosen
        radius = min(cell.width, cell.height, round(page.scale.touch * 0.96)) // 2 - 1
        at = (cell.centerx - radius, cell.centery - radius)
        colours = row.look.colours
        if on:
            page.surface.blit(paint.disc(radius, colours.dark), at)
        else:
            page.surface.blit(paint.disc(radius, SAND if full else DIM), at)
            inner = radius - max(2, radius // 14)
            spot = (cell.centerx - inner, cell.centery - inner)
            page.surface.blit(paint.disc(inner, WHITE), spot)
        size = max(page.scale.size("body").floor, round(radius * 0.95))
        colour = WHITE if on else DIM
        page.text(plain(number), cell, face="title", size=size, colour=colour, align="centre")
        act = partial(self.take, row.seat, card)
        page.target(Target(cell, act, f"card-{row.seat + 1}-{number}"))
