"""The signs of answers: each with a shape and a colour of its own, the same on the paddles."""

from __future__ import annotations

from dataclasses import dataclass
from functools import lru_cache
from math import cos, pi, sin
from typing import Literal

import pygame

from engine.schema.text import Text
from games.ui.toolkit import paint
from games.ui.toolkit.interface_text import InterfaceText
from games.ui.toolkit.page import Page
from games.ui.toolkit.theme import DIM, DONE, INK, WHITE, Colour

Shape = Literal["circle", "square", "triangle", "diamond", "pentagon", "hexagon"]
Mark = Literal["", "tick", "cross"]


@dataclass(frozen=True)
class Sign:
    """A sign of an answer: a letter, or a tick or cross."""

    shape: Shape
    colour: Colour
    letter: Text | None = None
    mark: Mark = ""


_LETTERS: tuple[tuple[Shape, Colour], ...] = (
    ("circle", (0x96, 0x38, 0x0B)),
    ("square", (0x0B, 0x5A, 0x8A)),
    ("triangle", (0x6A, 0x1B, 0x7A)),
    ("diamond", (0x2A, 0x5A, 0x10)),
    ("pentagon", (0x8A, 0x14, 0x46)),
    ("hexagon", (0x07, 0x56, 0x56)),
)
"""Shape and colour of ก ข ค ง จ ฉ; white on each reads at 7 : 1."""

AGREE = Sign("circle", DONE, mark="tick")
DISAGREE = Sign("square", (0x8A, 0x14, 0x46), mark="cross")

_LETTER_SIZE: dict[Shape, float] = {"triangle": 0.44, "diamond": 0.46}
_SMOOTH = 4


def letter_sign(words: InterfaceText, place: int) -> Sign:
    """Return the sign of the option at that place, from 0."""
    shape, colour = _LETTERS[place]
    return Sign(shape, colour, words(f"letter.{place + 1}"))


def draw_sign(
    page: Page, sign: Sign, centre: tuple[int, int], side: int, *, full: bool = True
) -> None:
    """Draw the sign in a square of that side: filled, or as an outline."""
    picture = _shape(sign.shape, side, sign.colour if full else WHITE, None if full else DIM)
    box = picture.get_rect(center=centre)
    page.surface.blit(picture, box)
    ink = WHITE if full else INK
    if sign.mark:
        draw = paint.tick if sign.mark == "tick" else paint.cross
        draw(page.surface, box.inflate(-side * 0.4, -side * 0.4), ink)
    if sign.letter is not None:
        share = _LETTER_SIZE.get(sign.shape, 0.56)
        size = max(page.scale.size("label").floor, round(side * share))
        if sign.shape == "triangle":
            box.y += round(side * 0.13)
        page.text(sign.letter, box, size=size, colour=ink, align="centre", role="label")


@dataclass(frozen=True)
class SignMark:
    """A sign as a block, so many lines of body text high."""

    sign: Sign
    lines: float = 1.35
    grow: float = 0

    def natural(self, page: Page, room: int, ease: float) -> int:
        return round(page.scale.size("body").at(ease) * 1.45 * self.lines)

    def height(self, page: Page, width: int, ease: float) -> int:
        return self.natural(page, width, ease)

    def draw(self, page: Page, rect: pygame.Rect, ease: float) -> None:
        side = min(rect.width, rect.height, self.natural(page, rect.width, ease))
        draw_sign(page, self.sign, rect.center, side)


@lru_cache(maxsize=80)
def _shape(shape: Shape, side: int, fill: Colour, line: Colour | None) -> pygame.Surface:
    """Return the shape in a square of that side, with smooth edges. Shared: do not draw on it."""
    big = side * _SMOOTH
    surface = pygame.Surface((big, big), pygame.SRCALPHA)
    surface.fill((*(line or fill), 0))
    _fill(surface, shape, line or fill, 0.0)
    if line is not None:
        _fill(surface, shape, fill, 0.045)
    return pygame.transform.smoothscale(surface, (side, side))


def _fill(surface: pygame.Surface, shape: Shape, colour: Colour, inset: float) -> None:
    side = surface.get_width()
    inner = 0.5 - inset
    if shape == "circle":
        pygame.draw.circle(surface, colour, (side / 2, side / 2), side * inner * 0.96)
        return
    if shape == "square":
        box = pygame.Rect(0, 0, round(side * inner * 1.76), round(side * inner * 1.76))
        box.center = (side // 2, side // 2)
        pygame.draw.rect(surface, colour, box, border_radius=round(side * 0.16))
        return
    corners = {"triangle": 3, "diamond": 4, "pentagon": 5, "hexagon": 6}[shape]
    middle = 0.56 if shape == "triangle" else 0.5
    reach = (inner - (inset if shape == "triangle" else 0)) * (1.1 if shape == "triangle" else 1)
    points = [
        (
            side * (0.5 + reach * sin(2 * pi * n / corners)),
            side * (middle - reach * cos(2 * pi * n / corners)),
        )
        for n in range(corners)
    ]
    pygame.draw.polygon(surface, colour, points)
