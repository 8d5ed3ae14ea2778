"""Drawings of village projects: pale and dashed as a plan, solid as far as they are paid."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from functools import lru_cache

import pygame

from games.ui.pictures.figures import BLUE, GREY, HAIR, PALE, RED, TEAL, VIOLET, person
from games.ui.pictures.landscape import GOLD, LAKE, ROOF, ROOF_LIGHT, WALL, WOOD, Canvas

WIDE, HIGH = 200, 110
"""The field of a project in units; it stands on its lower edge."""

Drawing = Callable[[Canvas], None]


@lru_cache(maxsize=24)
def project(goal: str, height: int, percent: int) -> pygame.Surface:
    """Return the picture of a goal, so many pixels high, built from below by so much.

    Shared: do not draw on it.
    """
    unit = height / HIGH
    canvas = Canvas(round(WIDE * unit), height, unit, clear=True)
    _DRAWINGS.get(goal, _hall)(canvas)
    whole = pygame.transform.smoothscale(canvas.surface, (round(WIDE * unit), height))
    if percent >= 100:
        return whole
    plan = pygame.transform.grayscale(whole)
    plan.set_alpha(105)
    picture = pygame.Surface(whole.get_size(), pygame.SRCALPHA)
    picture.blit(plan, (0, 0))
    built = round(height * percent / 100)
    part = pygame.Rect(0, height - built, whole.get_width(), built)
    picture.fill((0, 0, 0, 0), part)
    picture.blit(whole, part, part)
    _scaffold(picture, height - built, unit)
    return picture


def _scaffold(picture: pygame.Surface, edge: int, unit: float) -> None:
    """Draw planks and a ladder where the work has come to."""
    wide = picture.get_width()
    thick = max(2, round(3 * unit))
    y = min(max(edge, round(10 * unit)), picture.get_height() - thick)
    pygame.draw.line(picture, WOOD, (round(8 * unit), y), (wide - round(8 * unit), y), thick)
    for x in (14, 186):
        at = round(x * unit)
        pygame.draw.line(picture, WOOD, (at, y), (at, picture.get_height()), thick)


def _ride(c: Canvas) -> None:
    """Draw a red pick-up with benches: rides to the hospital."""
    c.box(RED, 20, 46, 150, 40)
    c.polygon(RED, [(118, 46), (150, 46), (172, 66), (176, 86), (118, 86)])
    c.polygon((206, 232, 242), [(126, 52), (147, 52), (161, 67), (126, 67)])
    for x in (24, 56, 88, 114):
        c.line(WOOD, [(x, 46), (x, 16)], 4)
    c.box(PALE, 16, 10, 108, 9)
    c.box(PALE, 58, 54, 30, 26)
    c.box(RED, 70, 57, 6, 20)
    c.box(RED, 63, 64, 20, 6)
    for x in (48, 146):
        c.circle(HAIR, x, 91, 18)
        c.circle((214, 214, 214), x, 91, 8)


def _desk(c: Canvas) -> None:
    """Draw a tent with a desk and an officer: an enrolment day."""
    for x in (22, 178):
        c.line(GREY, [(x, 110), (x, 36)], 5)
    c.polygon(TEAL, [(10, 42), (190, 42), (150, 8), (50, 8)])
    c.polygon(PALE, [(70, 42), (130, 42), (118, 8), (82, 8)])
    person(c, 100, 106, 1.0, BLUE)
    c.box(WOOD, 40, 76, 120, 34)
    for x in (52, 84, 116):
        c.box(PALE, x, 66, 22, 11)
    c.box(GOLD, 140, 62, 10, 15)


def _circle(c: Canvas) -> None:
    """People who sit in a circle and listen."""
    c.ellipse((208, 176, 120), 100, 92, 92, 18)
    for x, y, shirt in ((40, 92, VIOLET), (160, 92, TEAL), (70, 82, RED), (130, 82, BLUE)):
        _sitting(c, x, y, shirt)
    _sitting(c, 100, 106, GOLD)
    c.circle(RED, 92, 22, 10)
    c.circle(RED, 108, 22, 10)
    c.polygon(RED, [(82, 26), (118, 26), (100, 46)])


def _sitting(c: Canvas, x: float, y: float, shirt: tuple[int, int, int]) -> None:
    c.polygon(shirt, [(x - 17, y), (x + 17, y), (x + 9, y - 30), (x - 9, y - 30)])
    c.circle((214, 160, 115), x, y - 38, 9)
    c.circle(HAIR, x, y - 42, 8)


def _learning(c: Canvas) -> None:
    """Draw an open hall with a board and books."""
    _roof(c)
    c.box((40, 84, 70), 62, 52, 76, 34)
    for y in (60, 68, 76):
        c.line(PALE, [(70, y), (126, y)], 2.6)
    for n, colour in enumerate((RED, GOLD, BLUE, VIOLET)):
        c.box(colour, 28 + n * 8, 84, 7, 20)
    person(c, 158, 106, 0.85, TEAL)


def _roof(c: Canvas) -> None:
    for x in (26, 174):
        c.line(WOOD, [(x, 110), (x, 44)], 6)
    c.box((188, 140, 92), 14, 102, 172, 8)
    c.polygon(ROOF, [(4, 48), (196, 48), (150, 14), (50, 14)])
    c.polygon(ROOF_LIGHT, [(22, 44), (178, 44), (144, 20), (56, 20)])


def _road(c: Canvas) -> None:
    """Draw a raised road over the water."""
    c.box(LAKE, 0, 84, 200, 26)
    for x in (28, 76, 124, 172):
        c.box((168, 160, 148), x - 6, 66, 12, 44)
    c.box((120, 116, 112), 0, 54, 200, 18)
    for x in (14, 62, 110, 158):
        c.box(PALE, x, 61, 26, 4)
    for dx in (88, 122):
        c.circle(HAIR, dx, 46, 9)
    c.line(RED, [(90, 38), (120, 38)], 9)
    c.line(TEAL, [(102, 34), (106, 16)], 13)
    c.circle(GOLD, 108, 8, 8)


def _box(c: Canvas) -> None:
    """Draw a large emergency box with a torch and water."""
    c.box(RED, 48, 44, 104, 62)
    c.box((150, 40, 30), 48, 58, 104, 5)
    c.box(PALE, 82, 66, 36, 34)
    c.box(RED, 96, 69, 8, 28)
    c.box(RED, 86, 79, 28, 8)
    c.line((150, 40, 30), [(80, 42), (80, 32), (120, 32), (120, 42)], 6)
    c.box((120, 185, 214), 20, 66, 20, 40)
    c.box(PALE, 25, 58, 10, 9)
    c.box(GREY, 164, 76, 14, 30)
    c.polygon(GOLD, [(160, 76), (182, 76), (178, 64), (164, 64)])


def _hall(c: Canvas) -> None:
    """Draw an open hall, for a goal that has no drawing of its own."""
    _roof(c)
    c.box(WALL, 60, 70, 80, 34)


_DRAWINGS: Mapping[str, Drawing] = {
    "goal.ride": _ride,
    "goal.mobile-desk": _desk,
    "goal.circle": _circle,
    "goal.learning": _learning,
    "goal.dry-road": _road,
    "goal.box": _box,
}
