"""Shapes with smooth edges, for a software surface."""

from __future__ import annotations

import math
from functools import lru_cache
from itertools import pairwise

import pygame

from games.ui.toolkit.theme import Colour

SMOOTH = 4
"""Corners are drawn this much larger and scaled down."""


@lru_cache(maxsize=150)
def disc(radius: int, colour: Colour) -> pygame.Surface:
    """Return a filled circle of that radius. Shared: do not draw on it."""
    big = pygame.Surface((radius * 2 * SMOOTH,) * 2, pygame.SRCALPHA)
    big.fill((*colour, 0))
    pygame.draw.circle(big, colour, (radius * SMOOTH,) * 2, radius * SMOOTH)
    return pygame.transform.smoothscale(big, (radius * 2, radius * 2))


@lru_cache(maxsize=100)
def ring(radius: int, colour: Colour, thick: int, dashes: int = 0) -> pygame.Surface:
    """Return a circle's line, broken into `dashes` when that is not 0."""
    big = pygame.Surface((radius * 2 * SMOOTH,) * 2, pygame.SRCALPHA)
    big.fill((*colour, 0))
    centre = (radius * SMOOTH,) * 2
    box = big.get_rect()
    if dashes:
        for n in range(dashes):
            start = 2 * math.pi * n / dashes
            end = start + math.pi / dashes * 1.1
            pygame.draw.arc(big, colour, box, start, end, thick * SMOOTH)
    else:
        pygame.draw.circle(big, colour, centre, radius * SMOOTH, thick * SMOOTH)
    return pygame.transform.smoothscale(big, (radius * 2, radius * 2))


def round_box(
    surface: pygame.Surface,
    rect: pygame.Rect,
    colour: Colour,
    radius: int,
    border: Colour | None = None,
    thick: int = 0,
) -> None:
    """Draw a filled box with round corners and, if asked, a border inside its edge."""
    if border is not None and thick:
        _fill_round(surface, rect, border, radius)
        rect = rect.inflate(-2 * thick, -2 * thick)
        radius = max(1, radius - thick)
    _fill_round(surface, rect, colour, radius)


def _fill_round(surface: pygame.Surface, rect: pygame.Rect, colour: Colour, radius: int) -> None:
    radius = max(1, min(radius, rect.width // 2, rect.height // 2))
    if rect.width < 2 or rect.height < 2:
        return
    corner = disc(radius, colour)
    right, bottom = rect.right - radius, rect.bottom - radius
    for x, y, at_x, at_y in (
        (rect.x, rect.y, 0, 0),
        (right, rect.y, radius, 0),
        (rect.x, bottom, 0, radius),
        (right, bottom, radius, radius),
    ):
        surface.blit(corner, (x, y), (at_x, at_y, radius, radius))
    surface.fill(colour, (rect.x + radius, rect.y, rect.width - 2 * radius, rect.height))
    surface.fill(colour, (rect.x, rect.y + radius, radius, rect.height - 2 * radius))
    surface.fill(colour, (right, rect.y + radius, radius, rect.height - 2 * radius))


def dashed_box(
    surface: pygame.Surface, rect: pygame.Rect, colour: Colour, radius: int, thick: int
) -> None:
    """Draw a dashed line with round corners inside the edge of the box."""
    if rect.width > 2 * thick and rect.height > 2 * thick:
        surface.blit(_dashed(rect.size, colour, radius, thick), rect)


@lru_cache(maxsize=60)
def _dashed(size: tuple[int, int], colour: Colour, radius: int, thick: int) -> pygame.Surface:
    zoom = 2
    wide, tall = size[0] * zoom, size[1] * zoom
    line = thick * zoom
    radius = max(line, min(radius * zoom, wide // 2, tall // 2))
    half = line / 2
    right, bottom = wide - half, tall - half
    bend = radius - half
    path: list[pygame.Vector2] = []
    for x, y, start in (
        (right - bend, half + bend, -90),
        (right - bend, bottom - bend, 0),
        (half + bend, bottom - bend, 90),
        (half + bend, half + bend, 180),
    ):
        for turn in range(start, start + 91, 6):
            path.append(pygame.Vector2(x, y) + pygame.Vector2(bend, 0).rotate(turn))
    path.append(path[0])
    big = pygame.Surface((wide, tall), pygame.SRCALPHA)
    big.fill((*colour, 0))
    lengths = [a.distance_to(b) for a, b in pairwise(path)]
    count = max(4, round(sum(lengths) / (line * 4.5)))
    step = sum(lengths) / count
    gone = 0.0
    for (a, b), length in zip(pairwise(path), lengths, strict=True):
        at = 0.0
        while at < length:
            place = (gone + at) % step
            drawn = place < step * 0.55
            run = min(length - at, (step * 0.55 if drawn else step) - place) or length
            if drawn:
                begin, end = at / length, min(1.0, (at + run) / length)
                pygame.draw.line(big, colour, a.lerp(b, begin), a.lerp(b, end), line)
            at += run + 1e-6
        gone += length
    return pygame.transform.smoothscale(big, size)


def focus_ring(surface: pygame.Surface, rect: pygame.Rect, radius: int, thick: int) -> None:
    """Draw a double line, dark and light, that is seen on every ground."""
    for grow, colour, line in ((thick * 2, (31, 27, 22), thick), (thick, (255, 255, 255), thick)):
        box = rect.inflate(grow * 2, grow * 2)
        pygame.draw.rect(surface, colour, box, line, border_radius=radius + grow)


def tick(surface: pygame.Surface, rect: pygame.Rect, colour: Colour) -> None:
    """Draw a check mark (the reading font has none)."""
    _stroke(surface, rect, colour, [((0.16, 0.54), (0.42, 0.80)), ((0.42, 0.80), (0.86, 0.24))])


def cross(surface: pygame.Surface, rect: pygame.Rect, colour: Colour) -> None:
    """Draw an X."""
    _stroke(surface, rect, colour, [((0.22, 0.22), (0.78, 0.78)), ((0.78, 0.22), (0.22, 0.78))])


def arrow(surface: pygame.Surface, rect: pygame.Rect, colour: Colour, turn: int = 0) -> None:
    """Draw an arrow head to the right, turned by quarter circles clockwise."""
    points = [((0.36, 0.2), (0.68, 0.5)), ((0.68, 0.5), (0.36, 0.8))]
    for _ in range(turn % 4):
        points = [((1 - a[1], a[0]), (1 - b[1], b[0])) for a, b in points]
    _stroke(surface, rect, colour, points)


def _stroke(
    surface: pygame.Surface,
    rect: pygame.Rect,
    colour: Colour,
    strokes: list[tuple[tuple[float, float], tuple[float, float]]],
) -> None:
    side = min(rect.width, rect.height) * SMOOTH
    if side <= 0:
        return
    big = pygame.Surface((side, side), pygame.SRCALPHA)
    big.fill((*colour, 0))
    thick = max(SMOOTH, round(side * 0.13))
    for start, end in strokes:
        a = pygame.Vector2(start) * side
        b = pygame.Vector2(end) * side
        across = (b - a).normalize().rotate(90) * thick / 2
        pygame.draw.polygon(big, colour, [a + across, b + across, b - across, a - across])
        for point in (a, b):
            pygame.draw.circle(big, colour, point, thick / 2)
    small = pygame.transform.smoothscale(big, (side // SMOOTH, side // SMOOTH))
    surface.blit(small, small.get_rect(center=rect.center))
