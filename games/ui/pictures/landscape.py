"""Parts of a landscape by Phayao lake: temple, house on stilts, fruit trees, lotus.

Drawn with simple shapes at twice the size, and scaled down for smooth edges.
"""

from __future__ import annotations

from collections.abc import Sequence
from copy import copy

import pygame

from games.ui.toolkit import paint
from games.ui.toolkit.theme import Colour

TERRACES: tuple[Colour, ...] = ((210, 231, 178), (190, 218, 150), (168, 204, 125), (150, 191, 108))
EDGE: Colour = (116, 158, 84)
LAKE: Colour = (149, 205, 226)
LAKE_DEEP: Colour = (120, 185, 214)
WATER_LINE: Colour = (203, 231, 241)
ROOF: Colour = (196, 72, 44)
ROOF_LIGHT: Colour = (224, 104, 60)
GOLD: Colour = (240, 180, 41)
WALL: Colour = (255, 246, 228)
WOOD: Colour = (122, 78, 45)
LEAF: Colour = (62, 124, 63)
LEAF_LIGHT: Colour = (92, 153, 84)
LONGAN: Colour = (176, 128, 74)
ORANGE: Colour = (245, 136, 40)
SUN: Colour = (255, 205, 84)


class Canvas:
    """Draws at twice the size in units of its own: a field 1000 wide, or as the unit says.

    Args:
        unit: pixels of the finished picture for each unit; 0: the width is 1000 units.
        clear: the ground is transparent.
    """

    def __init__(self, width: int, height: int, unit: float = 0, *, clear: bool = False) -> None:
        flags = pygame.SRCALPHA if clear else 0
        self.surface = pygame.Surface((width * 2, height * 2), flags)
        self.unit = unit * 2 if unit else width * 2 / 1000
        self.wide = width * 2 / self.unit
        self.high = height * 2 / self.unit
        self._origin = (0.0, 0.0)
        self._size = 1.0

    def at(self, x: float, y: float, size: float) -> Canvas:
        """Return the same canvas with that point as its origin and units of that size."""
        placed = copy(self)
        placed._origin, placed._size = (x, y), size
        return placed

    def _pixel(self, x: float, y: float) -> tuple[float, float]:
        left, top = self._origin
        return (left + x * self._size) * self.unit, (top + y * self._size) * self.unit

    def polygon(self, colour: Colour, points: Sequence[tuple[float, float]]) -> None:
        pygame.draw.polygon(self.surface, colour, [self._pixel(x, y) for x, y in points])

    def circle(self, colour: Colour, x: float, y: float, radius: float) -> None:
        pixels = radius * self._size * self.unit
        pygame.draw.circle(self.surface, colour, self._pixel(x, y), pixels)

    def ellipse(self, colour: Colour, x: float, y: float, wide: float, tall: float) -> None:
        left, top = self._pixel(x - wide, y - tall)
        unit = 2 * self._size * self.unit
        box = pygame.Rect(round(left), round(top), round(wide * unit), round(tall * unit))
        pygame.draw.ellipse(self.surface, colour, box)

    def line(self, colour: Colour, points: Sequence[tuple[float, float]], thick: float) -> None:
        marks = [self._pixel(x, y) for x, y in points]
        wide = max(1, round(thick * self._size * self.unit))
        pygame.draw.lines(self.surface, colour, False, marks, wide)
        for mark in marks:
            pygame.draw.circle(self.surface, colour, mark, wide / 2)

    def box(self, colour: Colour, x: float, y: float, wide: float, tall: float) -> None:
        left, top = self._origin[0] + x * self._size, self._origin[1] + y * self._size
        right, low = left + wide * self._size, top + tall * self._size
        corners = ((left, top), (right, top), (right, low), (left, low))
        marks = [(x * self.unit, y * self.unit) for x, y in corners]
        pygame.draw.polygon(self.surface, colour, marks)


def rounded(picture: pygame.Surface, radius: int, ground: Colour) -> pygame.Surface:
    """Return the picture with round corners on that ground."""
    mask = pygame.Surface(picture.get_size(), pygame.SRCALPHA)
    mask.fill((255, 255, 255, 0))
    paint.round_box(mask, mask.get_rect(), (255, 255, 255), radius)
    cut = picture.convert_alpha()
    cut.blit(mask, (0, 0), special_flags=pygame.BLEND_RGBA_MIN)
    whole = pygame.Surface(picture.get_size())
    whole.fill(ground)
    whole.blit(cut, (0, 0))
    return whole


def lotus(canvas: Canvas, x: float, y: float) -> None:
    """Draw a lotus on its leaf."""
    canvas.ellipse((86, 150, 96), x, y + 7, 24, 7)
    for shift, lean in ((-9, -5), (9, 5), (0, 0)):
        canvas.polygon(
            (231, 120, 165),
            [(x - 6 + shift / 2, y + 4), (x + shift + lean, y - 18), (x + 6 + shift / 2, y + 4)],
        )


def tree(canvas: Canvas, x: float, y: float, size: float, fruit: Colour) -> None:
    """Draw a round crown with fruit: single oranges, or longan in hanging bunches."""
    c = canvas.at(x, y, size)
    c.polygon(WOOD, [(-7, 0), (7, 0), (4, -46), (-4, -46)])
    crowns = ((-26, -58, 28), (26, -58, 28), (0, -82, 34), (0, -54, 28))
    for dx, dy, r in crowns:
        c.circle(LEAF, dx, dy, r)
    for dx, dy, r in ((-14, -88, 16), (18, -70, 14), (-30, -62, 12)):
        c.circle(LEAF_LIGHT, dx, dy, r)
    spots = ((-30, -48), (-4, -66), (24, -52), (6, -92), (-16, -80), (34, -70))
    for dx, dy in spots:
        if fruit == ORANGE:
            c.circle(fruit, dx, dy, 7.5)
        else:
            for bx, by in ((0, 0), (6, 5), (-6, 5), (0, 10)):
                c.circle(fruit, dx + bx, dy + by, 4.4)


def house(canvas: Canvas, x: float, y: float, size: float) -> None:
    """Draw a wooden house on stilts, with the crossed gable ends of Lanna."""
    c = canvas.at(x, y, size)
    for dx in (-34, -12, 12, 34):
        c.line(WOOD, [(dx, 0), (dx, -26)], 4)
    c.polygon((168, 112, 66), [(-42, -24), (42, -24), (42, -58), (-42, -58)])
    c.polygon((92, 58, 34), [(-10, -24), (10, -24), (10, -50), (-10, -50)])
    c.polygon((150, 84, 52), [(-58, -54), (58, -54), (0, -104)])
    c.polygon((178, 104, 66), [(-46, -58), (46, -58), (0, -97)])
    c.line(WOOD, [(-12, -118), (8, -94)], 3)
    c.line(WOOD, [(12, -118), (-8, -94)], 3)
    c.line(WOOD, [(42, -24), (62, 0)], 4)


def temple(canvas: Canvas, x: float, y: float, size: float) -> None:
    """Draw a Lanna wihan: three roofs, low and wide, with golden finials."""
    c = canvas.at(x, y, size)
    c.polygon((214, 196, 164), [(-112, 20), (112, 20), (112, 6), (-112, 6)])
    c.polygon(WALL, [(-84, 6), (84, 6), (84, -48), (-84, -48)])
    c.polygon(WOOD, [(-16, 6), (16, 6), (16, -38), (-16, -38)])
    c.polygon(GOLD, [(-20, -36), (20, -36), (0, -58)])
    for dx in (-60, -40, 40, 60):
        c.polygon(GOLD, [(dx - 4, 6), (dx + 4, 6), (dx + 4, -44), (dx - 4, -44)])
    roofs = ((126, -40, 74, -84), (92, -76, 52, -116), (60, -108, 0, -164))
    for low, bottom, top_half, top in roofs:
        c.polygon(ROOF, [(-low, bottom), (low, bottom), (top_half, top), (-top_half, top)])
        c.polygon(
            ROOF_LIGHT,
            [
                (-low * 0.82, bottom - 3),
                (low * 0.82, bottom - 3),
                (top_half * 0.8, top + 7),
                (-top_half * 0.8, top + 7),
            ],
        )
        for side in (-1, 1):
            c.polygon(
                GOLD,
                [
                    (side * low, bottom),
                    (side * (low - 16), bottom - 4),
                    (side * (low + 9), bottom - 17),
                ],
            )
    c.polygon(GOLD, [(-6, -158), (6, -158), (0, -196)])
