"""The six cards of a reveal in a row: the open one wide, judged ones with their mark."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

import pygame

from games.ui.screens.claim.right_card import TIGHT, card_pair, draw_number
from games.ui.screens.common.arrange import put
from games.ui.screens.common.household import draw_emblem, look_of
from games.ui.shell.game_screens import GameScreens
from games.ui.toolkit import paint
from games.ui.toolkit.blocks import Say
from games.ui.toolkit.icons import icon
from games.ui.toolkit.page import Page
from games.ui.toolkit.theme import DONE, HALO, PAIRS, WHITE

OPEN_SHARE = 2.6
"""Width of the open card in widths of a closed one."""


@dataclass(frozen=True, slots=True)
class LaidCard:
    """A card on the table.

    Attributes:
        number: from 1, as on the mats.
        raised: seats that named it.
        judged: it has been opened; `applies` in law.
        starred: seats that win a star for backing the right card.
    """

    card: str
    number: int
    raised: tuple[int, ...]
    judged: bool
    applies: bool
    starred: frozenset[int] = frozenset()


def draw_card_row(
    page: Page, game: GameScreens, cards: Sequence[LaidCard], box: pygame.Rect, wide: int
) -> tuple[dict[int, tuple[int, int]], tuple[int, int] | None]:
    """Draw the row.

    Args:
        wide: number of the card that is open and wide; 0: none.

    Returns:
        The centre of each card by its number, and where the open one's stamp belongs.
    """
    gap = page.scale.gap
    shares = [OPEN_SHARE if card.number == wide else 1.0 for card in cards]
    unit = (box.width - gap * (len(shares) - 1)) / sum(shares)
    x = float(box.x)
    centres: dict[int, tuple[int, int]] = {}
    stamp = None
    for card, share in zip(cards, shares, strict=True):
        spot = pygame.Rect(round(x), box.y + gap, round(unit * share), box.height - 2 * gap)
        if card.number == wide:
            spot = spot.inflate(0, 2 * gap)
            stamp = draw_open_card(page, game, card, spot)
        else:
            _closed(page, game, card, spot)
        centres[card.number] = spot.center
        x += unit * share + gap
    return centres, stamp


def draw_open_card(
    page: Page, game: GameScreens, card: LaidCard, box: pygame.Rect
) -> tuple[int, int]:
    """Draw the card that is open now, with its name; return where its stamp belongs."""
    scale, gap = page.scale, page.scale.gap
    benefit, colours = game.benefit(card.card), card_pair(game, card.card)
    page.box(box.inflate(gap, gap), HALO)
    page.box(box, colours.tint, colours.dark, scale.line * 2)
    inner = box.inflate(-gap, -gap)
    side = min(inner.height, inner.width * 30 // 100)
    page.icon(benefit.icon, pygame.Rect(inner.x, inner.y, side, inner.height))
    size = scale.size("body").floor
    left = inner.x + side + gap // 2
    # The stamp lies over the lower edge, under the name.
    text = pygame.Rect(left, inner.y, inner.right - left, inner.height - size // 2)
    put(page, Say(benefit.short, "body", "title", colours.dark, leading=TIGHT), text)
    emblem = round(scale.touch * 0.3)
    draw_emblems(page, game, card, box.x + emblem, box.bottom, box.width * 4 // 10)
    return text.centerx, box.bottom + size // 8


def _closed(page: Page, game: GameScreens, card: LaidCard, box: pygame.Rect) -> None:
    scale, gap = page.scale, page.scale.gap
    colours = card_pair(game, card.card)
    page.box(box, WHITE, colours.dark, scale.line * 2)
    radius = round(scale.size("body").floor * 0.6)
    inner = box.inflate(-gap, -gap)
    emblem = round(scale.touch * 0.3)
    spot = pygame.Rect(inner.x, inner.y + radius // 2, inner.width, inner.height - emblem)
    page.icon(game.benefit(card.card).icon, spot)
    draw_number(page, card.number, (box.x + radius, box.y + radius), radius)
    if card.judged:
        side = round(scale.touch * 0.46)
        mark = pygame.Rect(box.right - side * 3 // 4, box.y - side // 4, side, side)
        fill = DONE if card.applies else PAIRS["lotus"].dark
        page.surface.blit(paint.disc(side // 2, fill), mark)
        sign = mark.inflate(-side * 3 // 10, -side * 3 // 10)
        (paint.tick if card.applies else paint.cross)(page.surface, sign, WHITE)
    step = _step(page, card, box.width)
    first = box.centerx - step * (len(card.raised) - 1) // 2
    draw_emblems(page, game, card, first, box.bottom, box.width)


def _step(page: Page, card: LaidCard, room: int) -> int:
    """Return the pixels from one emblem to the next."""
    return min(round(page.scale.touch * 0.62), room // max(1, len(card.raised)))


def draw_emblems(page: Page, game: GameScreens, card: LaidCard, x: int, y: int, room: int) -> None:
    """Draw the emblems of the households that named the card, from `x` on."""
    radius, step = round(page.scale.touch * 0.3), _step(page, card, room)
    for place, seat in enumerate(card.raised):
        centre = (x + place * step, y)
        draw_emblem(page.surface, look_of(game, seat), centre, radius)
        if card.judged and seat in card.starred:
            side = round(radius * 1.3)
            page.surface.blit(icon("star", side), (centre[0] - side // 2, y - radius - side // 2))
