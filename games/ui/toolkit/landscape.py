"""The middle of the board: a tambon by Phayao lake, drawn with simple shapes.

Temple roof, rice terraces, the lake, longan and orange trees, houses on stilts. Drawn once
for each size, at twice the size, and scaled down for smooth edges.
"""

from __future__ import annotations

import math
from collections.abc import Sequence
from functools import lru_cache

import pygame

from games.ui.toolkit import paint
from games.ui.toolkit.theme import Colour

SKY: Colour = (207, 230, 245)
FAR_HILL: Colour = (174, 208, 190)
NEAR_HILL: Colour = (146, 190, 156)
FIELD: Colour = (226, 240, 206)
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


@lru_cache(maxsize=4)
def landscape(width: int, height: int, radius: int, ground: Colour) -> pygame.Surface:
    """Return the picture with round corners on that ground. Shared: do not draw on it."""
    canvas = Canvas(width, height)
    horizon = canvas.high * 0.36
    _sky(canvas, horizon)
    _terraces(canvas, horizon)
    _lake(canvas)
    _village(canvas, horizon)
    picture = pygame.transform.smoothscale(canvas.surface, (width, height))
    return rounded(picture, radius, ground)


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


def _sky(canvas: Canvas, horizon: float) -> None:
    canvas.surface.fill(SKY)
    canvas.circle(SUN, 110, horizon * 0.42, 36)
    for x, y, r in ((640, 0.28, 24), (676, 0.22, 32), (714, 0.29, 24)):
        canvas.circle((240, 247, 251), x, horizon * y, r)
    ridge: list[tuple[float, float]] = [(0, horizon)]
    for x in range(0, 1001, 20):
        wave = math.sin(x / 97) * 0.17 + math.sin(x / 41 + 2) * 0.08
        ridge.append((x, horizon * (0.62 - wave)))
    canvas.polygon(FAR_HILL, [*ridge, (1000, horizon), (1000, horizon + 40), (0, horizon + 40)])
    ridge = [(0, horizon)]
    for x in range(0, 1001, 20):
        wave = math.sin(x / 143 + 4) * 0.16 + math.sin(x / 60) * 0.05
        ridge.append((x, horizon * (0.84 - wave)))
    canvas.polygon(NEAR_HILL, [*ridge, (1000, horizon), (1000, horizon + 40), (0, horizon + 40)])


def _terraces(canvas: Canvas, horizon: float) -> None:
    canvas.box(FIELD, 0, horizon, 1000, canvas.high - horizon)
    depth = canvas.high - horizon
    for step, colour in enumerate(TERRACES):
        top = horizon + depth * (0.30 + 0.17 * step)
        reach = 560 - step * 26
        rim = [
            (x, top + math.sin(x / 92 + step * 1.3) * 9 + (x / 1000) * 26)
            for x in range(0, reach + 1, 20)
        ]
        last_x, last_y = rim[-1]
        bank = [
            (
                last_x + 85 * math.sin(n / 8 * math.pi / 2),
                last_y + (canvas.high - last_y) * (1 - math.cos(n / 8 * math.pi / 2)),
            )
            for n in range(1, 9)
        ]
        canvas.polygon(colour, [*rim, *bank, (0, canvas.high)])
        canvas.line(EDGE, [*rim, *bank], 2.6)
        for x, y in rim[1:-1:2]:
            for shift in (-5, 0, 5):
                canvas.line(EDGE, [(x + shift, y + 24), (x + shift * 1.5, y + 15)], 1.8)


def _lake(canvas: Canvas) -> None:
    top = canvas.high * 0.60
    shore: list[tuple[float, float]] = [(1000, top)]
    for n in range(0, 21):
        part = n / 20
        x = 1000 - 470 * part
        y = top + (canvas.high - top) * part**1.5 + math.sin(part * 9) * 6
        shore.append((x, y))
    canvas.polygon(LAKE, [*shore, (1000, canvas.high)])
    inner = [(x + 42, y + 26) for x, y in shore[1:]]
    canvas.polygon(LAKE_DEEP, [(1000, top + 34), *inner, (1000, canvas.high)])
    for x, part, wide in ((840, 0.80, 60), (760, 0.93, 46), (930, 0.88, 40), (900, 0.72, 34)):
        y = canvas.high * part
        canvas.line(WATER_LINE, [(x - wide / 2, y), (x + wide / 2, y)], 3)
    y = canvas.high * 0.835
    canvas.polygon(WOOD, [(690, y), (800, y), (776, y + 15), (712, y + 15)])
    canvas.line(WOOD, [(748, y), (748, y - 42)], 3)
    canvas.circle((60, 80, 130), 728, y - 17, 9)
    canvas.polygon((60, 80, 130), [(716, y), (740, y), (735, y - 12), (721, y - 12)])
    canvas.polygon(GOLD, [(714, y - 21), (742, y - 21), (728, y - 33)])
    for x, part in ((905, 0.955), (868, 0.915), (950, 0.93)):
        lotus(canvas, x, canvas.high * part)


def lotus(canvas: Canvas, x: float, y: float) -> None:
    """Draw a lotus on its leaf."""
    canvas.ellipse((86, 150, 96), x, y + 7, 24, 7)
    for shift, lean in ((-9, -5), (9, 5), (0, 0)):
        canvas.polygon(
            (231, 120, 165),
            [(x - 6 + shift / 2, y + 4), (x + shift + lean, y - 18), (x + 6 + shift / 2, y + 4)],
        )


def _village(canvas: Canvas, horizon: float) -> None:
    temple(canvas, 770, horizon + (canvas.high - horizon) * 0.20, 1.15)
    tree(canvas, 560, horizon + 66, 1.0, LONGAN)
    tree(canvas, 640, horizon + 42, 0.8, LONGAN)
    house(canvas, 205, horizon + 50, 1.0)
    house(canvas, 345, horizon + 34, 0.78)
    tree(canvas, 90, horizon + 70, 1.0, ORANGE)
    tree(canvas, 285, horizon + 62, 0.72, ORANGE)
    tree(canvas, 955, horizon + 74, 0.9, ORANGE)


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
