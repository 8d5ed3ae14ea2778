"""The basket of old age: one thing in it for every so many baht a month."""

from __future__ import annotations

import pygame

from games.basket import BASKET
from games.ui.toolkit import paint
from games.ui.toolkit.icons import icon
from games.ui.toolkit.theme import Colour

_REED: Colour = (0xC9, 0x8D, 0x50)
_RIM: Colour = (0xDE, 0xA9, 0x62)
_WEAVE: Colour = (0xA8, 0x70, 0x38)
MOST_IN_ROW = 5


def draw_basket(surface: pygame.Surface, rect: pygame.Rect, pieces: int) -> None:
    """Draw a basket at the bottom of the box and so many things in it."""
    if rect.width < 20 or rect.height < 20:
        return
    rows = max(1, -(-pieces // MOST_IN_ROW))
    body = round(rect.height * (0.42 if rows < 2 else 0.34))
    top = rect.bottom - body
    side = min(round(rect.width / (MOST_IN_ROW * 0.98)), round((top - rect.y) / (rows * 0.86)))
    for n in range(pieces):
        row, place = divmod(n, MOST_IN_ROW)
        count = min(MOST_IN_ROW, pieces - row * MOST_IN_ROW)
        x = rect.centerx + round((place - (count - 1) / 2) * side * 0.94)
        y = top - round(side * (0.38 + row * 0.84))
        picture = icon(BASKET[n % len(BASKET)], side)
        surface.blit(picture, picture.get_rect(center=(x, y)))
    _draw_body(surface, pygame.Rect(rect.x, top, rect.width, body))


def _draw_body(surface: pygame.Surface, rect: pygame.Rect) -> None:
    rim = max(4, rect.height // 5)
    slope = rect.width // 9
    left, right = rect.x + rim, rect.right - rim
    corners = [
        (left, rect.y + rim // 2),
        (right, rect.y + rim // 2),
        (right - slope, rect.bottom),
        (left + slope, rect.bottom),
    ]
    pygame.draw.polygon(surface, _REED, corners)
    line = max(1, rect.height // 22)
    for n in range(1, 8):
        share = n / 8
        start = left + (right - left) * share
        end = left + slope + (right - left - 2 * slope) * share
        pygame.draw.line(surface, _WEAVE, (start, rect.y + rim), (end, rect.bottom), line)
    for n in range(1, 4):
        y = rect.y + rim + (rect.height - rim) * n // 4
        inset = round(slope * n / 4) + rim
        pygame.draw.line(surface, _WEAVE, (rect.x + inset, y), (rect.right - inset, y), line)
    band = pygame.Rect(rect.x, rect.y, rect.width, rim)
    paint.round_box(surface, band, _RIM, rim // 2)
