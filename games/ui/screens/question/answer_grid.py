"""The grid households × answers that the leader taps, or each household in turn, hidden."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from functools import partial
from typing import Literal

import pygame

from engine.schema.text import Text
from games.ui.screens.common.household import Look, draw_face
from games.ui.screens.question.letters import AGREE, Sign, draw_sign
from games.ui.toolkit.page import Page, Target
from games.ui.toolkit.theme import HALO, WHITE

Standing = Literal["open", "now", "shut", "given", "silent"]
"""A row: can be tapped · is next to tap (hidden) · must wait (hidden) · has answered, hidden ·
does not answer."""


@dataclass(frozen=True)
class GridRow:
    """A household in the grid.

    Attributes:
        chosen: column of its answer, shown; None: none, or it is hidden.
        closed: columns that cannot be tapped.
    """

    seat: int
    look: Look
    standing: Standing
    chosen: int | None = None
    closed: frozenset[int] = frozenset()


@dataclass(frozen=True)
class AnswerGrid:
    """Return the grid of signs and faces.

    A tap on a sign answers, a tap on a face makes the household silent or asks it again.

    Attributes:
        take: told seat and column; `face` told the seat.
        silent: the word in the row of a household that does not answer.
    """

    rows: Sequence[GridRow]
    signs: Sequence[Sign]
    take: Callable[[int, int], None]
    face: Callable[[int], None]
    silent: Text
    grow: float = 1

    def natural(self, page: Page, room: int, ease: float) -> int:
        """Return the width that holds the face and every sign in a square to touch."""
        least = round(page.scale.touch * 1.22 * (len(self.signs) + 1))
        return min(room, max(least, round(room * 0.3)))

    def height(self, page: Page, width: int, ease: float) -> int:
        return len(self.rows) * (page.scale.touch + page.scale.gap // 2)

    def draw(self, page: Page, rect: pygame.Rect, ease: float) -> None:
        gap = page.scale.gap // 2
        tall = (rect.height - gap * (len(self.rows) - 1)) // len(self.rows)
        for place, row in enumerate(self.rows):
            self._row(page, row, pygame.Rect(rect.x, rect.y + place * (tall + gap), rect.w, tall))

    def _row(self, page: Page, row: GridRow, rect: pygame.Rect) -> None:
        line = page.scale.line
        if row.standing == "now":
            page.box(rect.inflate(2 * line, 2 * line), HALO)
        answered = row.chosen is not None or row.standing in ("given", "silent")
        fill = row.look.colours.tint if answered else WHITE
        page.box(rect, fill, row.look.colours.ring, line)
        unit = rect.width / (len(self.signs) + 1.1)
        side = pygame.Rect(rect.x, rect.y, round(unit * 1.1), rect.height)
        radius = round(min(side.width, rect.height, page.scale.touch * 1.5) * 0.42)
        draw_face(page.surface, row.look, side.center, radius)
        page.target(Target(side, partial(self.face, row.seat), f"household-{row.seat + 1}"))
        rest = pygame.Rect(side.right, rect.y, rect.right - side.right, rect.height)
        if row.standing == "silent":
            size = page.scale.size("body").floor
            page.text(self.silent, rest, face="strong", size=size, align="centre")
        elif row.standing == "given":
            draw_sign(page, AGREE, rest.center, round(min(unit, rect.height) * 0.75))
        else:
            self._signs(page, row, rest, unit)

    def _signs(self, page: Page, row: GridRow, rest: pygame.Rect, unit: float) -> None:
        most = min(unit, rest.height, page.scale.touch * 1.5)
        for column, sign in enumerate(self.signs):
            if column in row.closed:
                continue
            cell = pygame.Rect(rest.x + round(unit * column), rest.y, round(unit), rest.height)
            chosen = column == row.chosen
            fresh = row.chosen is None and row.standing == "now"
            share = 0.9 if chosen else 0.72
            draw_sign(page, sign, cell.center, round(most * share), full=chosen or fresh)
            if row.standing != "shut":
                name = f"answer-{row.seat + 1}-{column + 1}"
                page.target(Target(cell, partial(self.take, row.seat, column), name))
