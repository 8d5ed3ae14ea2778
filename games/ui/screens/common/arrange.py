"""Places on a page for scenes that draw by hand: columns, rows, one line, the foot."""

from __future__ import annotations

from collections.abc import Callable
from itertools import pairwise

import pygame

from engine.schema.text import Text
from games.ui.toolkit.blocks import EASES, Block, Say, greatest
from games.ui.toolkit.page import Align, Page
from games.ui.toolkit.theme import DIM, INK, Colour
from games.ui.toolkit.typefaces import Face
from games.ui.toolkit.widgets import Button


def put(page: Page, block: Block, rect: pygame.Rect) -> None:
    """Draw the block in the box with its type as large as fits."""
    block.draw(page, rect, greatest(page, block, rect.width, rect.height, 0.0))


def line(
    page: Page,
    text: Text,
    rect: pygame.Rect,
    *,
    role: str = "body",
    face: Face = "title",
    colour: Colour = INK,
    align: Align = "left",
) -> bool:
    """Draw the text on one line, as large as fits; broken when its floor is still too wide.

    Returns:
        True if it stands on one line.
    """
    sizes = page.scale.size(role)
    words = text.shown
    for ease in EASES:
        size = sizes.at(ease)
        fits = page.letters.width(words, face, size) <= rect.width
        if fits and page.letters.height(face, size) <= rect.height * 1.12:
            page.text(text, rect, face=face, size=size, colour=colour, align=align, role=role)
            return True
    if page.letters.width(words, face, sizes.floor) <= rect.width:
        page.text(text, rect, face=face, size=sizes.floor, colour=colour, align=align, role=role)
        return True
    put(page, Say(text, role, face, colour, align), rect)
    return False


def columns(rect: pygame.Rect, count: int, gap: int) -> list[pygame.Rect]:
    """Return the box cut into that many equal columns."""
    edges = [rect.x + round((rect.width + gap) * n / count) for n in range(count + 1)]
    return [
        pygame.Rect(left, rect.y, right - gap - left, rect.height)
        for left, right in pairwise(edges)
    ]


def rows(rect: pygame.Rect, count: int, gap: int) -> list[pygame.Rect]:
    """Return the box cut into that many equal rows."""
    edges = [rect.y + round((rect.height + gap) * n / count) for n in range(count + 1)]
    return [
        pygame.Rect(rect.x, top, rect.width, bottom - gap - top) for top, bottom in pairwise(edges)
    ]


def grid(rect: pygame.Rect, count: int, across: int, gap: int) -> list[pygame.Rect]:
    """Return boxes for so many things, `across` in a row; a short last row is in the middle."""
    boxes: list[pygame.Rect] = []
    down = -(-count // across)
    for number, strip in enumerate(rows(rect, down, gap)):
        cells = columns(strip, across, gap)
        missing = across - min(across, count - number * across)
        shift = missing * (cells[0].width + gap) // 2
        boxes.extend(cell.move(shift, 0) for cell in cells[: across - missing])
    return boxes


def seats_across(page: Page, households: int) -> int:
    """Return how many households stand side by side on this page."""
    if page.scale.wide:
        return households if households <= 4 else 3
    return min(2, households)


def cut_top(rect: pygame.Rect, tall: int, gap: int) -> tuple[pygame.Rect, pygame.Rect]:
    """Return a strip of that height from the top, and what is left under it."""
    top = pygame.Rect(rect.x, rect.y, rect.width, tall)
    return top, pygame.Rect(rect.x, top.bottom + gap, rect.width, rect.height - tall - gap)


def with_legend(page: Page, paint: Callable[[], None]) -> None:
    """Draw the page; once more, with what the mark of doubt means, when a figure bears it."""
    paint()
    if page.unconfirmed:
        page.targets.clear()
        page.hidden.clear()
        page.drawn.clear()
        paint()


def foot(page: Page, primary: Button | None, left: Block | None = None) -> pygame.Rect:
    """Draw the primary action bottom right with a block beside it; return the room above.

    In portrait the block stands above the action. It grows upwards when it needs to.
    """
    inner, scale = page.inner, page.scale
    tall = max(scale.touch, round(scale.measure * 0.105))
    strip = pygame.Rect(inner.x, inner.bottom - tall, inner.width, tall)
    top = strip.y
    if primary is not None:
        wide = inner.width
        if scale.wide:
            own = primary.natural(page, inner.width, 0.0)
            wide = max(round(inner.width * 0.36), min(own + scale.gap, inner.width * 6 // 10))
        put(page, primary, pygame.Rect(strip.right - wide, strip.y, wide, tall))
        strip.width -= wide + scale.gap
    if left is not None and not scale.wide:
        over = scale.touch
        strip = pygame.Rect(inner.x, strip.y - over - scale.gap // 2, inner.width, over)
        top = strip.y
    if left is not None:
        more = left.height(page, strip.width, 0.0) - strip.height
        if more > 0:
            strip.y, strip.height = strip.y - more, strip.height + more
            top = min(top, strip.y)
        put(page, left, strip)
    if page.unconfirmed:
        note = Say(page.words("unconfirmed"), "label", "strong", DIM)
        need = note.height(page, inner.width, 0.0)
        top -= need + scale.gap // 2
        note.draw(page, pygame.Rect(inner.x, top, inner.width, need), 0.0)
    return pygame.Rect(inner.x, inner.y, inner.width, top - scale.gap - inner.y)


def corner(page: Page, button: Button, box: pygame.Rect) -> pygame.Rect:
    """Draw the button at the right end of the box; return what is left of it."""
    wide = button.natural(page, box.width, 0.0)
    put(page, button, pygame.Rect(box.right - wide, box.y, wide, page.scale.touch))
    return pygame.Rect(box.x, box.y, box.width - wide - page.scale.gap, box.height)
