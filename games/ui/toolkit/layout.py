"""Laying a block out on a page: type as large as fits, and scrolling when nothing fits.

Text is never cut and never smaller than its floor.
"""

from __future__ import annotations

import pygame

from games.ui.toolkit import paint
from games.ui.toolkit.blocks import EASES, Block, Either
from games.ui.toolkit.page import Action, Page, Scrolling, Target
from games.ui.toolkit.theme import INK, WHITE


def lay(page: Page, block: Block, rect: pygame.Rect) -> None:
    """Lay the block out in the box; scrolls it when it does not fit at its floor."""
    while isinstance(block, Either):
        block = block.chosen(page, rect)
    if block.height(page, rect.width, 0.0) > rect.height:
        _scroll(page, block, rect)
        return
    block.draw(page, rect, _greatest_fitting(page, block, rect))


def _greatest_fitting(page: Page, block: Block, rect: pygame.Rect) -> float:
    """Return the greatest of the eases that fits, by bisection; the floor is known to fit."""
    if block.height(page, rect.width, 1.0) <= rect.height:
        return 1.0
    fits, fails = len(EASES) - 1, 0
    while fits - fails > 1:
        middle = (fits + fails) // 2
        if block.height(page, rect.width, EASES[middle]) <= rect.height:
            fits = middle
        else:
            fails = middle
    return EASES[fits]


def _scroll(page: Page, block: Block, rect: pygame.Rect) -> None:
    touch = page.scale.touch
    wide = rect.width - touch - page.scale.gap
    tall = block.height(page, wide, 0.0)
    scrolling = page.scrolling
    scrolling.view = rect.copy()
    scrolling.most = tall - rect.height
    scrolling.offset = max(0, min(scrolling.most, scrolling.offset))
    before = page.surface.get_clip()
    page.surface.set_clip(rect)
    block.draw(page, pygame.Rect(rect.x, rect.y - scrolling.offset, wide, tall), 0.0)
    page.surface.set_clip(before)
    step = round(rect.height * 0.7)
    for name, turn, by, y in (
        ("scroll-up", 3, -step, rect.y),
        ("scroll-down", 1, step, rect.bottom - touch),
    ):
        spot = pygame.Rect(rect.right - touch, y, touch, touch)
        possible = scrolling.offset > 0 if by < 0 else scrolling.offset < scrolling.most
        if possible:
            page.box(spot, WHITE, INK, page.scale.line, touch // 2)
            paint.arrow(page.surface, spot.inflate(-touch // 3, -touch // 3), INK, turn)
            action = _mover(scrolling, by)
            page.target(Target(spot, action, name, radius=touch // 2))


def _mover(scrolling: Scrolling, by: int) -> Action:
    def move() -> None:
        scrolling.move(by)

    return move
