"""A row of a verdict: an answer, the faces that chose it, and their stars."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

import pygame

from games.ui.screens.common.household import Look, draw_face
from games.ui.toolkit import paint
from games.ui.toolkit.blocks import Block
from games.ui.toolkit.icons import icon
from games.ui.toolkit.motion import ease_out, pop, progress
from games.ui.toolkit.page import Page
from games.ui.toolkit.theme import DONE, HALO, SAND, WHITE, Colour

Spot = tuple[int, int]

RIGHT_TINT: Colour = (241, 251, 236)
COMES, LANDS, SHINES = 150, 450, 700
"""Milliseconds: a face sets off, has come, and its stars appear; the next one comes after it."""
NEXT = 110


@dataclass
class _Placed:
    look: Look
    centre: Spot
    radius: int
    stars: int


class Faces:
    """Places of the faces of a verdict, and their way there.

    Attributes:
        right: box of the right answer, once it is drawn.
    """

    def __init__(self) -> None:
        self._placed: list[_Placed] = []
        self._moving = False
        self.right: pygame.Rect | None = None

    def begin(self, *, moving: bool) -> None:
        """Forget all places; while moving, faces are drawn over the page and not on it."""
        self._placed.clear()
        self._moving = moving
        self.right = None

    def put(self, page: Page, look: Look, centre: Spot, radius: int, stars: int) -> None:
        """Place a face; draw it when nothing moves."""
        face = _Placed(look, centre, radius, stars)
        self._placed.append(face)
        if not self._moving:
            _draw(page.surface, face, centre, 1.0)

    def draw(self, surface: pygame.Surface, elapsed: int) -> None:
        """Draw the faces on their way from the left, and then their stars."""
        for place, face in enumerate(self._placed):
            late = place * NEXT
            share = progress(elapsed, COMES + late, LANDS)
            if share <= 0:
                continue
            x, y = face.centre
            start = x - surface.get_width() // 3
            at = round(start + (x - start) * ease_out(share)), y
            _draw(surface, face, at, progress(elapsed, SHINES + late, 250))


def _draw(surface: pygame.Surface, face: _Placed, centre: Spot, shine: float) -> None:
    draw_face(surface, face.look, centre, face.radius)
    if not face.stars or shine <= 0:
        return
    side = round(face.radius * 0.85 * pop(shine))
    if side < 4:
        return
    star = icon("star", side)
    for n in range(face.stars):
        shift = round((n - (face.stars - 1) / 2) * side * 0.95)
        box = star.get_rect(center=(centre[0] + shift, centre[1] - round(face.radius * 0.78)))
        surface.blit(star, box)


MOST_BESIDE = 0.45
"""Share of a row's width that faces may take beside its words; more of them stand under."""


@dataclass(frozen=True)
class VerdictRow:
    """An answer and the faces that chose it; the right one is larger, with halo and tick."""

    part: Block
    crowd: Sequence[tuple[Look, int]]
    right: bool
    faces: Faces
    grow: float = 1

    def _radius(self, page: Page) -> int:
        share = 0.52 if self.right else 0.4
        return round(page.scale.touch * share * (0.85 if len(self.crowd) > 4 else 1))

    def _tick(self, page: Page) -> int:
        """Width of the tick of the right answer."""
        return round(page.scale.touch * 0.9) if self.right else 0

    def _faces(self, page: Page) -> int:
        """Width of the faces side by side."""
        return round(len(self.crowd) * self._radius(page) * 2.25)

    def _under(self, page: Page, width: int, ease: float) -> int:
        """Height of the faces under the words; 0 where they stand beside them, with less height."""
        if not self.crowd:
            return 0
        faces, row = self._faces(page), round(self._radius(page) * 2.2)
        room = width - self._tick(page) - 3 * page.scale.gap
        if faces > width * MOST_BESIDE:
            return row
        beside = self.part.height(page, room - faces, ease)
        return row if self.part.height(page, room, ease) + row < beside else 0

    def _beside(self, page: Page, under: int) -> int:
        """Width of what stands beside the words: the faces and the tick."""
        return (0 if under else self._faces(page)) + self._tick(page)

    def _pad(self, page: Page) -> int:
        return round(page.scale.gap * (0.8 if self.right else 0.3))

    def height(self, page: Page, width: int, ease: float) -> int:
        under = self._under(page, width, ease)
        inner = width - self._beside(page, under) - 3 * page.scale.gap - page.scale.line
        tall = self.part.height(page, inner, ease)
        if not under and (self.crowd or self.right):
            tall = max(tall, round(self._radius(page) * 2.2))
        return tall + under + 2 * self._pad(page)

    def draw(self, page: Page, rect: pygame.Rect, ease: float) -> None:
        gap, line = page.scale.gap, page.scale.line
        if self.right:
            page.box(rect, HALO)
            inner = rect.inflate(-3 * line, -3 * line)
            page.box(inner, RIGHT_TINT, DONE, line * 2)
            self.faces.right = rect.copy()
        else:
            page.box(rect, WHITE, SAND, line)
        pad, under = self._pad(page), self._under(page, rect.width, ease)
        wide = rect.width - self._beside(page, under) - 3 * gap
        left = rect.x + gap + (line if self.right else 0)
        box = pygame.Rect(left, rect.y + pad, wide - line, rect.height - 2 * pad - under)
        self.part.draw(page, box, ease)
        level = rect.bottom - pad - under // 2 if under else rect.centery
        right = rect.right - gap
        if self.right:
            side = round(page.scale.touch * 0.36)
            centre = (right - side, rect.centery)
            page.surface.blit(paint.disc(side, DONE), (centre[0] - side, centre[1] - side))
            sign = pygame.Rect(0, 0, round(side * 1.3), round(side * 1.3)).move_to(center=centre)
            paint.tick(page.surface, sign, WHITE)
            right -= self._tick(page)
        radius = self._radius(page)
        for place, (look, stars) in enumerate(reversed(self.crowd)):
            x = right - radius - round(place * radius * 2.25)
            self.faces.put(page, look, (x, level), radius, stars)
