"""A die with its pips."""

from __future__ import annotations

import pygame

from games.ui.toolkit import paint
from games.ui.toolkit.theme import INK, PAIRS, WHITE

PIPS = {
    1: ((0.5, 0.5),),
    2: ((0.27, 0.27), (0.73, 0.73)),
    3: ((0.25, 0.25), (0.5, 0.5), (0.75, 0.75)),
    4: ((0.28, 0.28), (0.72, 0.28), (0.28, 0.72), (0.72, 0.72)),
    5: ((0.26, 0.26), (0.74, 0.26), (0.5, 0.5), (0.26, 0.74), (0.74, 0.74)),
    6: ((0.28, 0.25), (0.28, 0.5), (0.28, 0.75), (0.72, 0.25), (0.72, 0.5), (0.72, 0.75)),
}


def die(surface: pygame.Surface, rect: pygame.Rect, face: int) -> None:
    """Draw a die that shows `face`."""
    paint.round_box(surface, rect, WHITE, rect.width // 5, INK, max(2, rect.width // 24))
    radius = max(2, rect.width // 10)
    pip = paint.disc(radius, PAIRS["lotus"].dark if face == 1 else INK)
    for x, y in PIPS[face]:
        at = (rect.x + round(rect.width * x) - radius, rect.y + round(rect.height * y) - radius)
        surface.blit(pip, at)
