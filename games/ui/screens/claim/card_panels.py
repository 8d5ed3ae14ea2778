"""The cards of an event that befell one household, each with what came of it, on one page."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass

import pygame

from engine.schema.text import Text
from games.ui.screens.claim.card_row import LaidCard, draw_emblems
from games.ui.screens.claim.panels import Stamping, draw_sum, outcome_colour
from games.ui.screens.claim.right_card import TIGHT, card_pair, draw_number
from games.ui.screens.claim.verdicts import Outcome
from games.ui.screens.common.arrange import cut_top, grid, put
from games.ui.screens.common.stamps import YES_TINT, StampKind
from games.ui.shell.game_screens import GameScreens
from games.ui.toolkit import paint
from games.ui.toolkit.blocks import Say
from games.ui.toolkit.page import Page
from games.ui.toolkit.theme import DONE, INK, PAIRS, WHITE

Landed = Callable[[tuple[int, int], tuple[int, int]], None]
"""Notes that coins fly from a point to another."""

MOST_IN_ROW = 3


@dataclass(frozen=True, slots=True)
class JudgedCard:
    """A card with its outcome.

    Attributes:
        law: says whether it is in law for this event.
        why: why somebody may have thought of it, where it is not.
    """

    laid: LaidCard
    law: Text
    why: Text | None
    found: Outcome


def draw_card_panels(
    page: Page,
    game: GameScreens,
    cards: Sequence[JudgedCard],
    box: pygame.Rect,
    stamp: Stamping,
    landed: Landed,
    *,
    settled: bool,
) -> None:
    """Draw a panel for each card, in one row or two.

    Args:
        settled: the stamps stand: sums and reasons are shown.
    """
    across = len(cards) if len(cards) <= MOST_IN_ROW else -(-len(cards) // 2)
    if not page.scale.wide:
        across = 1 if len(cards) <= MOST_IN_ROW else 2
    for card, spot in zip(cards, grid(box, len(cards), across, page.scale.gap), strict=True):
        start, land = _panel(page, game, card, spot, stamp, settled=settled)
        if card.found.coins:
            landed(start, land)


def _panel(
    page: Page,
    game: GameScreens,
    card: JudgedCard,
    box: pygame.Rect,
    stamp: Stamping,
    *,
    settled: bool,
) -> tuple[tuple[int, int], tuple[int, int]]:
    """Draw the card's name, its stamp, sum and reason; return where coins start and land."""
    scale, gap, body = page.scale, page.scale.gap, page.scale.size("body").floor
    benefit, colours = game.benefit(card.laid.card), card_pair(game, card.laid.card)
    found = card.found
    page.box(box, YES_TINT if found.good and settled else WHITE, colours.dark, scale.line * 2)
    inner = box.inflate(-round(1.7 * gap), -round(1.2 * gap))
    head, rest = cut_top(inner, min(round(body * 2.8), inner.height // 2), gap // 4)
    side = min(head.height, round(body * 2.1))
    mark = round(body * 0.62)
    icon = pygame.Rect(head.x + mark, head.centery - side // 2, side, side)
    page.icon(benefit.icon, icon)
    left = icon.right + gap // 2
    name = pygame.Rect(left, head.y, head.right - left - 2 * mark, head.height)
    put(page, Say(benefit.short, "body", "title", colours.dark, leading=TIGHT), name)
    draw_number(page, card.laid.number, (box.x + mark, box.y + mark), mark)
    _tick(page, card, (head.right - mark, head.y + mark), mark)
    emblem = round(scale.touch * 0.3)
    draw_emblems(page, game, card.laid, box.x + 2 * emblem, box.bottom - emblem // 3, box.width)
    tall = round(body * 1.9)
    stamped = rest.height >= tall + 3 * body
    if stamped:
        strip, rest = cut_top(rest, tall, 0)
        kind: StampKind = "yes" if card.laid.applies else "no"
        stamp(page, card.law, strip.center, body, kind, 3.0)
    if card.laid.raised:
        rest.height -= emblem // 2
    if not settled:
        return icon.center, rest.center
    money = rest
    if found.icon or (stamped and found.amount is not None):
        money, rest = cut_top(rest, round(rest.height * 0.45), 0)
        draw_sum(page, found, money)
    colour = outcome_colour(found)
    say = Say(found.why, "body", "strong", colour, "centre")
    if card.why is not None and not card.laid.applies:
        long = Say(card.why, "body", "read", INK, "centre")
        say = long if long.height(page, rest.width, 0.0) <= rest.height else say
    put(page, say, rest)
    return icon.center, money.center


def _tick(page: Page, card: JudgedCard, centre: tuple[int, int], radius: int) -> None:
    """Draw a tick or a cross: in law, or not."""
    page.disc(centre, radius, DONE if card.laid.applies else PAIRS["lotus"].dark)
    sign = pygame.Rect(0, 0, round(radius * 1.3), round(radius * 1.3)).move_to(center=centre)
    (paint.tick if card.laid.applies else paint.cross)(page.surface, sign, WHITE)
