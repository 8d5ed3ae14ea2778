"""The village behind the board: people at work, the season, the hour, and what is built."""

from __future__ import annotations

import math
from functools import lru_cache
from typing import Literal, NamedTuple

import pygame

from games.ui.pictures.figures import FIGURES
from games.ui.pictures.landscape import (
    EDGE,
    GOLD,
    LAKE,
    LAKE_DEEP,
    LONGAN,
    ORANGE,
    SUN,
    TERRACES,
    WATER_LINE,
    WOOD,
    Canvas,
    house,
    lotus,
    rounded,
    temple,
    tree,
)
from games.ui.pictures.projects import project
from games.ui.toolkit.theme import Colour

Season = Literal["rain", "cool", "hot"]

BAND = 300
"""Height of the visible part in units, from the sky down to the cards."""

NARROWEST = 760
"""Units of width that the village needs; a narrow picture shows more sky above it."""

GROUND: dict[Season, Colour] = {
    "rain": (206, 232, 178),
    "cool": (232, 226, 168),
    "hot": (238, 228, 190),
}
SKIES: tuple[tuple[Colour, Colour], ...] = (
    ((190, 224, 246), (226, 241, 248)),
    ((196, 226, 244), (236, 243, 240)),
    ((214, 218, 232), (255, 224, 176)),
    ((138, 128, 176), (255, 178, 122)),
)
"""Sky above and at the horizon, from morning to evening."""

LIGHT: tuple[Colour, ...] = ((255, 255, 255), (255, 255, 250), (255, 238, 214), (226, 196, 200))
"""What everything is tinted with, from morning to evening."""


class Scenery(NamedTuple):
    """The things seen in the village now.

    Attributes:
        hour: 0 morning to 3 evening.
        works: occupations of the households.
        built: goals that stand; `goal` being built, so many percent of it.
    """

    hour: int
    season: Season
    works: tuple[str, ...]
    built: tuple[str, ...]
    goal: str
    percent: int


def hour_of(chapter: int, chapters: int) -> int:
    """Return the hour of a chapter: a game is a day, its last chapter the evening."""
    if chapters < 2:
        return 0
    return round(3 * (chapter - 1) / (chapters - 1))


def season_of(month: int) -> Season:
    """Return the season of a month, 1 to 12, in the north of Thailand."""
    if 6 <= month <= 10:
        return "rain"
    return "hot" if 3 <= month <= 5 else "cool"


@lru_cache(maxsize=4)
def village_view(
    width: int, height: int, band: int, radius: int, ground: Colour, scenery: Scenery
) -> pygame.Surface:
    """Return the picture with round corners on that ground. Shared: do not draw on it.

    Args:
        band: height in pixels of the part that no card covers.
    """
    unit = min(band / BAND, width / NARROWEST)
    top = band - round(unit * BAND)
    canvas = Canvas(width, height - top, unit)
    _sky(canvas, scenery.hour)
    _hills(canvas)
    canvas.box(GROUND[scenery.season], 0, 128, canvas.wide, canvas.high)
    _fields(canvas, scenery.season)
    _water(canvas)
    _buildings(canvas)
    _people(canvas, scenery.works)
    drawn = pygame.transform.smoothscale(canvas.surface, (width, height - top))
    _projects(drawn, scenery, canvas.wide, unit)
    picture = pygame.Surface((width, height))
    picture.fill(SKIES[scenery.hour][0])
    picture.blit(drawn, (0, top))
    picture.fill(LIGHT[scenery.hour], special_flags=pygame.BLEND_RGB_MULT)
    if scenery.season == "rain":
        _rain(picture, band)
    return rounded(picture, radius, ground)


def _sky(canvas: Canvas, hour: int) -> None:
    high, low = SKIES[hour]
    steps = 24
    for n in range(steps):
        share = n / (steps - 1)
        red, green, blue = (round(a + (b - a) * share) for a, b in zip(high, low, strict=True))
        canvas.box((red, green, blue), 0, n * 140 / steps, canvas.wide, 140 / steps + 1)
    x = canvas.wide * (0.28 + 0.2 * hour)
    y = (86, 66, 84, 118)[hour]
    canvas.circle(SUN if hour < 3 else (255, 140, 84), x, y, 30)


def _hills(canvas: Canvas) -> None:
    for colour, base, swing, long in (
        ((172, 206, 196), 104, 24, 97),
        ((146, 190, 160), 118, 18, 71),
    ):
        ridge = [
            (float(x), base - swing * (math.sin(x / long) + 0.5 * math.sin(x / 37 + long)))
            for x in range(0, round(canvas.wide) + 21, 20)
        ]
        canvas.polygon(colour, [(0, 150), *ridge, (canvas.wide, 150)])


def _fields(canvas: Canvas, season: Season) -> None:
    """Draw the rice terraces at the left, ripe in the cool months."""
    dry = {"rain": 0, "cool": 1, "hot": 2}[season]
    ripe = ((0, 0, 0), (52, 14, -10), (50, 22, 20))[dry]
    for step, colour in enumerate(TERRACES):
        red, green, blue = (
            max(0, min(255, c + more)) for c, more in zip(colour, ripe, strict=True)
        )
        top = 196 + 34 * step
        reach = canvas.wide * (0.5 - 0.05 * step)
        rim = [(x, top + math.sin(x / 92 + step * 1.3) * 7) for x in range(0, round(reach) + 1, 20)]
        last = rim[-1]
        bank = [(last[0] + 60, last[1] + 24), (last[0] + 90, canvas.high)]
        canvas.polygon((red, green, blue), [*rim, *bank, (0, canvas.high)])
        canvas.line(EDGE, [*rim, bank[0]], 2.2)


def _water(canvas: Canvas) -> None:
    """Draw the lake at the right, with a boat and lotuses."""
    wide = canvas.wide
    shore = [(wide, 200.0)] + [
        (wide - n * wide * 0.021, 200 + n * n * 0.9 + math.sin(n) * 4) for n in range(1, 20)
    ]
    canvas.polygon(LAKE, [*shore, (shore[-1][0], canvas.high), (wide, canvas.high)])
    deep = [(x + 40, y + 26) for x, y in shore[1:]]
    canvas.polygon(LAKE_DEEP, [(wide, 230), *deep, (wide, canvas.high)])
    for n in range(4):
        x, y = wide * (0.92 - n * 0.07), 268 + n * 22
        canvas.line(WATER_LINE, [(x - 26, y), (x + 26, y)], 3)
    x, y = wide * 0.935, 214
    canvas.polygon(WOOD, [(x - 40, y), (x + 40, y), (x + 26, y + 12), (x - 28, y + 12)])
    canvas.circle(GOLD, x, y - 20, 7)
    canvas.polygon((60, 80, 130), [(x - 9, y), (x + 9, y), (x + 5, y - 14), (x - 5, y - 14)])
    lotus(canvas, wide * 0.985, 250)


def _buildings(canvas: Canvas) -> None:
    wide = canvas.wide
    temple(canvas, 120, 222, 0.82)
    for share, y, size, fruit in (
        (0.66, 182, 0.62, LONGAN),
        (0.73, 172, 0.5, ORANGE),
        (0.79, 184, 0.66, LONGAN),
        (0.86, 174, 0.52, ORANGE),
        (0.93, 184, 0.6, LONGAN),
    ):
        tree(canvas, wide * share, y, size, fruit)
    house(canvas, wide * 0.6, 186, 0.62)
    house(canvas, 268, 176, 0.5)


def _people(canvas: Canvas, works: tuple[str, ...]) -> None:
    """Draw those at work: farmers in the field, pickers under the trees, others in front."""
    wide = canvas.wide
    drawn = dict.fromkeys(works)
    if "orchard" in drawn:
        FIGURES["orchard"](canvas, wide * 0.76, 190, 0.7)
    if "farmer" in drawn:
        FIGURES["farmer"](canvas, 26, 286, 0.95)
    others = [work for work in drawn if work not in ("orchard", "farmer")]
    spots = [(0.26, 270), (0.6, 270), (0.17, 290), (0.06, 290)]
    if "farmer" not in drawn:
        spots[2], spots[3] = spots[3], spots[2]
    for work, (share, y) in zip(others, spots, strict=False):
        figure = FIGURES.get(work)
        if figure is not None:
            figure(canvas, max(56.0, wide * share), y, 1.0)


def _projects(picture: pygame.Surface, scenery: Scenery, wide: float, unit: float) -> None:
    """Draw the goal being built in the middle, and behind it those that stand."""
    for place, goal in enumerate(scenery.built):
        small = project(goal, round(58 * unit), 100)
        x = wide * (0.36 + 0.115 * (place % 3)) * unit
        y = (200 + 8 * (place // 3)) * unit
        picture.blit(small, small.get_rect(midbottom=(round(x), round(y))))
    if scenery.goal:
        large = project(scenery.goal, round(92 * unit), scenery.percent)
        x, y = wide * 0.43 * unit, 292 * unit
        picture.blit(large, large.get_rect(midbottom=(round(x), round(y))))


def _rain(picture: pygame.Surface, band: int) -> None:
    """Draw a light shower: short slanted lines, the same ones each time."""
    wide = picture.get_width()
    for n in range(46):
        x = (n * 197) % wide
        y = band * 0.2 + (n * 89) % max(1, round(band * 0.5))
        pygame.draw.line(
            picture, (228, 238, 246), (x, round(y)), (x - band // 46, round(y + band / 18)), 1
        )
