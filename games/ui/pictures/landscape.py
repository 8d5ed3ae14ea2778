"""Parts of a landscape by Phayao lake: temple, house on stilts, fruit trees, lotus.

Drawn with simple shapes at twice the size, and scaled down for smooth edges.
"""

from __future__ import annotations

from collections.abc import Sequence

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

    def polygon(self, colour: Colour, points: Sequence[tuple[float, float]]) -> None:
        pygame.draw.polygon(
            self.surface, colour, [(x * self.unit, y * self.unit) for x, y in points]
        )

    def circle(self, colour: Colour, x: float, y: float, radius: float) -> None:
        pygame.draw.circle(self.surface, colour, (x * self.unit, y * self.unit), radius * self.unit)

    def ellipse(self, colour: Colour, x: float, y: float, wide: float, tall: float) -> None:
        box = pygame.Rect(
            round((x - wide) * self.unit),
            round((y - tall) * self.unit),
            round(2 * wide * self.unit),
            round(2 * tall * self.unit),
        )
        pygame.draw.ellipse(self.surface, colour, box)

    def line(self, colour: Colour, points: Sequence[tuple[float, float]], thick: float) -> None:
        marks = [(x * self.unit, y * self.unit) for x, y in points]
        wide = max(1, round(thick * self.unit))
        pygame.draw.lines(self.surface, colour, False, marks, wide)
        for mark in marks:
            pygame.draw.circle(self.surface, colour, mark, wide / 2)

    def box(self, colour: Colour, x: float, y: float, wide: float, tall: float) -> None:
        self.polygon(colour, [(x, y), (x + wide, y), (x + wide, y + tall), (x, y + tall)])


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
    canvas.polygon(
        WOOD,
        [
            (x - 7 * size, y),
            (x + 7 * size, y),
            (x + 4 * size, y - 46 * size),
            (x - 4 * size, y - 46 * size),
        ],
    )
    crowns = ((-26, -58, 28), (26, -58, 28), (0, -82, 34), (0, -54, 28))
    for dx, dy, r in crowns:
        canvas.circle(LEAF, x + dx * size, y + dy * size, r * size)
    for dx, dy, r in ((-14, -88, 16), (18, -70, 14), (-30, -62, 12)):
        canvas.circle(LEAF_LIGHT, x + dx * size, y + dy * size, r * size)
    spots = ((-30, -48), (-4, -66), (24, -52), (6, -92), (-16, -80), (34, -70))
    for dx, dy in spots:
        if fruit == ORANGE:
            canvas.circle(fruit, x + dx * size, y + dy * size, 7.5 * size)
        else:
            for bx, by in ((0, 0), (6, 5), (-6, 5), (0, 10)):
                canvas.circle(fruit, x + (dx + bx) * size, y + (dy + by) * size, 4.4 * size)


def house(canvas: Canvas, x: float, y: float, size: float) -> None:
    """Draw a wooden house on stilts, with the crossed gable ends of Lanna."""

    def at(dx: float, dy: float) -> tuple[float, float]:
        return x + dx * size, y + dy * size

    for dx in (-34, -12, 12, 34):
        canvas.line(WOOD, [at(dx, 0), at(dx, -26)], 4 * size)
    canvas.polygon((168, 112, 66), [at(-42, -24), at(42, -24), at(42, -58), at(-42, -58)])
    canvas.polygon((92, 58, 34), [at(-10, -24), at(10, -24), at(10, -50), at(-10, -50)])
    canvas.polygon((150, 84, 52), [at(-58, -54), at(58, -54), at(0, -104)])
    canvas.polygon((178, 104, 66), [at(-46, -58), at(46, -58), at(0, -97)])
    canvas.line(WOOD, [at(-12, -118), at(8, -94)], 3 * size)
    canvas.line(WOOD, [at(12, -118), at(-8, -94)], 3 * size)
    canvas.line(WOOD, [at(42, -24), at(62, 0)], 4 * size)


def temple(canvas: Canvas, x: float, y: float, size: float) -> None:
    """Draw a Lanna wihan: three roofs, low and wide, with golden finials."""

    def at(dx: float, dy: float) -> tuple[float, float]:
        return x + dx * size, y + dy * size

    canvas.polygon((214, 196, 164), [at(-112, 20), at(112, 20), at(112, 6), at(-112, 6)])
    canvas.polygon(WALL, [at(-84, 6), at(84, 6), at(84, -48), at(-84, -48)])
    canvas.polygon(WOOD, [at(-16, 6), at(16, 6), at(16, -38), at(-16, -38)])
    canvas.polygon(GOLD, [at(-20, -36), at(20, -36), at(0, -58)])
    for dx in (-60, -40, 40, 60):
        canvas.polygon(GOLD, [at(dx - 4, 6), at(dx + 4, 6), at(dx + 4, -44), at(dx - 4, -44)])
    roofs = ((126, -40, 74, -84), (92, -76, 52, -116), (60, -108, 0, -164))
    for low, bottom, top_half, top in roofs:
        canvas.polygon(
            ROOF, [at(-low, bottom), at(low, bottom), at(top_half, top), at(-top_half, top)]
        )
        canvas.polygon(
            ROOF_LIGHT,
            [
                at(-low * 0.82, bottom - 3),
                at(low * 0.82, bottom - 3),
                at(top_half * 0.8, top + 7),
                at(-top_half * 0.8, top + 7),
            ],
        )
        for side in (-1, 1):
            canvas.polygon(
                GOLD,
                [
                    at(side * low, bottom),
                    at(side * (low - 16), bottom - 4),
                    at(side * (low + 9), bottom - 17),
                ],
            )
    canvas.polygon(GOLD, [at(-6, -158), at(6, -158), at(0, -196)])
