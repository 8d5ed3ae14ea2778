"""Stamps and coins: the marks of a claim that is judged."""

from __future__ import annotations

from typing import Literal

import pygame

from engine.schema.text import Text
from games.ui.toolkit import paint
from games.ui.toolkit.icons import icon
from games.ui.toolkit.page import Drawn, Page
from games.ui.toolkit.text_render import TextRenderer
from games.ui.toolkit.theme import DIM, DONE, PAIRS, WHITE, Colour

StampKind = Literal["yes", "no", "ghost"]
"""Green with a tick, dark red with a cross, or dashed: not so far."""

YES_TINT: Colour = (241, 251, 236)

_COLOURS: dict[StampKind, tuple[Colour, Colour]] = {
    "yes": (DONE, YES_TINT),
    "no": (PAIRS["lotus"].dark, (255, 243, 247)),
    "ghost": (DIM, WHITE),
}


def stamp_size(letters: TextRenderer, text: Text, size: int, kind: StampKind) -> tuple[int, int]:
    """Return width and height of the stamp in pixels, upright."""
    wide = letters.width(text.shown, "title", size)
    sign = 0 if kind == "ghost" else round(size * 0.98)
    return wide + sign + round(size * 0.62), round(size * 1.65)


def stamp_picture(
    letters: TextRenderer, text: Text, size: int, kind: StampKind, slant: float = 0
) -> pygame.Surface:
    """Return the stamp on a clear ground, leaning by `slant` degrees; `size` of the type."""
    box = pygame.Rect((0, 0), stamp_size(letters, text, size, kind))
    tall = box.height
    colour, tint = _COLOURS[kind]
    picture = pygame.Surface(box.size, pygame.SRCALPHA)
    radius, thick = max(4, tall // 5), max(2, round(size / 12))
    left = _left(size, kind)
    if kind == "ghost":
        paint.dashed_box(picture, box, colour, radius, max(2, thick - 1))
    else:
        paint.round_box(picture, box, tint, radius, colour, thick)
        side = round(size * 0.92)
        sign = pygame.Rect(round(size * 0.27), (tall - side) // 2, side, side)
        picture.blit(paint.disc(side // 2, colour), sign)
        inner = sign.inflate(-side // 4, -side // 4)
        (paint.tick if kind == "yes" else paint.cross)(picture, inner, WHITE)
    words = letters.draw(text.shown, "title", size, colour)
    picture.blit(words, words.get_rect(left=left, centery=tall // 2 - letters.lift("title", size)))
    return pygame.transform.rotozoom(picture, slant, 1.0) if slant else picture


def _left(size: int, kind: StampKind) -> int:
    """Return where the words of a stamp begin."""
    return round(size * (0.31 if kind == "ghost" else 1.29))


def draw_stamp(
    page: Page,
    text: Text,
    centre: tuple[int, int],
    size: int,
    kind: StampKind,
    *,
    slant: float = 0,
    role: str = "body",
) -> pygame.Rect:
    """Draw a stamp around that centre, leaning by `slant` degrees; return its upright box."""
    letters = page.letters
    box = pygame.Rect((0, 0), stamp_size(letters, text, size, kind)).move_to(center=centre)
    picture = stamp_picture(letters, text, size, kind, slant)
    page.surface.blit(picture, picture.get_rect(center=centre))
    words = text.shown
    wide = letters.width(words, "title", size)
    ink = pygame.Rect(box.x + _left(size, kind), 0, wide, letters.height("title", size))
    ink.centery = box.centery
    clip = page.surface.get_clip()
    page.drawn.append(Drawn(text, (words,), size, role, ink, ink, clip, _COLOURS[kind][0]))
    return box


def draw_coins(
    surface: pygame.Surface, centre: tuple[int, int], radius: int, count: int = 3
) -> None:
    """Draw one to three coins around that centre."""
    side = radius * 2
    coin = icon("coin", side)
    places = {1: ((0.0, 0.0),), 2: ((-0.55, 0.1), (0.55, -0.1))}.get(
        count, ((-0.75, 0.45), (0.75, 0.45), (0.0, -0.55))
    )
    for x, y in places:
        at = (centre[0] + round(x * radius) - radius, centre[1] + round(y * radius) - radius)
        surface.blit(coin, at)
