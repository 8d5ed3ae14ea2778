"""The frame every scene stands in: a head, a body, and at the foot the one primary action."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

import pygame

from engine.schema.text import Text
from games.ui.toolkit.blocks import EASES, Block, Column, Either, Picture, Row, Say, Tight, natural
from games.ui.toolkit.layout import lay
from games.ui.toolkit.page import Page
from games.ui.toolkit.paint import disc, ring
from games.ui.toolkit.theme import DIM, PAPER, WHITE, Colour, Pair
from games.ui.toolkit.widgets import Button, Card, Draw


def frame(
    page: Page,
    *bodies: Block,
    head: Block | None = None,
    primary: Button | None = None,
    sides: Sequence[Button] = (),
    ground: Colour = PAPER,
) -> None:
    """Draw a whole page. The primary action is always at the bottom right, wide.

    Of several bodies, the first one that fits is drawn, or the last when none does.
    When a figure on the page is not confirmed, the line that says what the mark means is
    drawn above the foot.
    """
    body = Either(*bodies)
    _lay_out(page, body, head, primary, sides, ground, legend=False)
    if page.unconfirmed:
        page.targets.clear()
        page.hidden.clear()
        page.drawn.clear()
        page.panels.clear()
        _lay_out(page, body, head, primary, sides, ground, legend=True)


def body_box(
    page: Page, *, head: Block | None = None, primary: Button, sides: Sequence[Button] = ()
) -> pygame.Rect:
    """Return the room that `frame` leaves between head and foot, without the legend."""
    return _boxes(page, head, primary, sides).body


@dataclass(frozen=True)
class _Boxes:
    """The parts of a page, each with its place."""

    body: pygame.Rect
    head: tuple[Block, pygame.Rect] | None
    foot: tuple[Block, pygame.Rect] | None


def _boxes(
    page: Page, head: Block | None, primary: Button | None, sides: Sequence[Button]
) -> _Boxes:
    rect = page.inner
    gap = page.scale.gap
    top = bottom = None
    if head is not None:
        head = Best(head, page.scale.touch)
        tall = head.height(page, rect.width, 0.0)
        top = (head, pygame.Rect(rect.x, rect.y, rect.width, tall))
        rect.height -= tall + gap
        rect.y += tall + gap
    foot = _foot(page, primary, sides, rect.width)
    if foot is not None:
        tall = foot.height(page, rect.width, 0.0)
        bottom = (foot, pygame.Rect(rect.x, rect.bottom - tall, rect.width, tall))
        rect.height -= tall + gap
    return _Boxes(rect, top, bottom)


def _lay_out(
    page: Page,
    body: Block,
    head: Block | None,
    primary: Button | None,
    sides: Sequence[Button],
    ground: Colour,
    *,
    legend: bool,
) -> None:
    page.ground(ground)
    boxes = _boxes(page, head, primary, sides)
    rect = boxes.body
    if legend:
        note = Say(page.words("unconfirmed"), "label", "strong", DIM)
        tall = note.height(page, rect.width, 0.0)
        note.draw(page, pygame.Rect(rect.x, rect.bottom - tall, rect.width, tall), 0.0)
        rect.height -= tall + page.scale.gap // 2
    if boxes.head is not None:
        boxes.head[0].draw(page, boxes.head[1], 0.0)
    lay(page, body, rect)
    if boxes.foot is not None:
        boxes.foot[0].draw(page, boxes.foot[1], 0.0)


def _foot(page: Page, primary: Button | None, sides: Sequence[Button], width: int) -> Block | None:
    if primary is None and not sides:
        return None
    tall = max(page.scale.touch, round(page.scale.measure * 0.105))
    if primary is None:
        return Best(_spread(page, sides, width), page.scale.touch)
    if not sides:
        return Best(primary, tall)
    own = [side.natural(page, width, 0.0) for side in sides]
    room = width - sum(own) - page.scale.gap * len(own)
    if page.scale.wide and room >= max(width * 0.3, primary.natural(page, width, 0.0)):
        return Best(_Fixed([*sides, primary], [*own, room]), tall)
    return Column(_spread(page, sides, width), Best(primary, tall), gaps=0.7)


def _spread(page: Page, sides: Sequence[Button], width: int) -> Block:
    """Side buttons in as few rows as hold them."""
    own = [side.natural(page, width, 0.0) for side in sides]
    if sum(own) + page.scale.gap * (len(own) - 1) <= width:
        return Row(*sides, shares=[float(w) for w in own])
    half = (len(sides) + 1) // 2
    if len(sides) == 1:
        return Row(*sides)
    return Column(Row(*sides[:half]), Row(*sides[half:]), gaps=0.7)


class Best:
    """A block in a fixed height (more only when it needs more), its type as large as fits."""

    grow = 0.0

    def __init__(self, part: Block, pixels: int) -> None:
        self._part, self._pixels = part, pixels

    def height(self, page: Page, width: int, ease: float) -> int:
        return max(self._pixels, self._part.height(page, width, 0.0))

    def draw(self, page: Page, rect: pygame.Rect, ease: float) -> None:
        best = next(
            (
                e
                for e in EASES
                if self._part.height(page, rect.width, e) <= rect.height
                and natural(page, self._part, rect.width * 2, e) <= rect.width
            ),
            0.0,
        )
        self._part.draw(page, rect, best)


class _Fixed:
    """Blocks side by side at given widths."""

    grow = 0.0

    def __init__(self, parts: Sequence[Block], widths: Sequence[int]) -> None:
        self._parts, self._widths = parts, widths

    def height(self, page: Page, width: int, ease: float) -> int:
        pairs = zip(self._parts, self._widths, strict=True)
        return max(part.height(page, wide, ease) for part, wide in pairs)

    def draw(self, page: Page, rect: pygame.Rect, ease: float) -> None:
        x = rect.x
        for part, wide in zip(self._parts, self._widths, strict=True):
            box = pygame.Rect(x, rect.y, wide, rect.height)
            Best(part, rect.height).draw(page, box, ease)
            x += wide + page.scale.gap


def chip(text: Text, picture: str = "", pair: Pair | None = None) -> Block:
    """Return a small label with an icon; filled dark when it has a colour."""
    colour = WHITE if pair else DIM
    say = Say(text, "body", "strong", colour, "centre")
    inside: Block = Tight(Picture(picture, 1.2), say) if picture else say
    return Card(inside, pair.dark if pair else WHITE, pad=0.5)


def heading(text: Text, colour: Colour, picture: str = "", beside: Block | None = None) -> Block:
    """Return the head of a page: an icon, the title, and something small at the right."""
    parts: list[Block] = []
    shares: list[float] = []
    if picture:
        parts.append(Picture(picture, 1.9))
        shares.append(0)
    parts.append(Say(text, "lead" if beside else "title", "title", colour))
    shares.append(1)
    if beside is not None:
        parts.append(beside)
        shares.append(0)
    return Row(*parts, shares=shares)


def dots(count: int, full: int, colour: Colour) -> Block:
    """Return dots in a row, filled and open: a level (the reading font has no such signs)."""

    def paint(page: Page, rect: pygame.Rect) -> None:
        radius = max(4, page.scale.gap // 2)
        for n in range(count):
            picture = disc(radius, colour) if n < full else ring(radius, colour, 2)
            page.surface.blit(picture, (rect.x + n * radius * 3, rect.centery - radius))

    return Draw(paint, gaps=1, grow=0)
