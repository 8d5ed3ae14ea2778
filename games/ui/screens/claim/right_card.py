"""A right-card: its number, picture and name, in the colour of whom it comes from."""

from __future__ import annotations

import pygame

from games.ui.screens.common.arrange import put
from games.ui.shell.game_screens import GameScreens
from games.ui.toolkit.blocks import Say
from games.ui.toolkit.interface_text import plain
from games.ui.toolkit.page import Page
from games.ui.toolkit.theme import HALO, INK, INK_PAIR, WHITE, Pair, pair

TIGHT = 1.25
"""Height of a line of a card's name, in sizes: two lines stand close."""


def card_pair(game: GameScreens, card: str) -> Pair:
    """Return the colours of the module or supplement that the card's right comes from."""
    holder = game.catalogue.holder_of.get(card)
    return pair(holder.colour) if holder is not None else INK_PAIR


def draw_number(page: Page, number: int, centre: tuple[int, int], radius: int) -> None:
    """Draw the number of a card as on the mats: white in a dark disc."""
    box = page.disc(centre, radius, INK)
    size = max(page.scale.size("body").floor, round(radius * 1.2))
    page.text(plain(number), box, size=size, colour=WHITE, align="centre")


def draw_card(
    page: Page,
    game: GameScreens,
    card: str,
    number: int,
    box: pygame.Rect,
    *,
    chosen: bool = False,
    named: bool = True,
) -> None:
    """Draw the card in its box.

    Args:
        chosen: with a yellow halo and in its tint.
        named: with its name; else picture and number alone.
    """
    scale, gap = page.scale, page.scale.gap
    benefit = game.benefit(card)
    colours = card_pair(game, card)
    if chosen:
        page.box(box.inflate(gap * 3 // 4, gap * 3 // 4), HALO)
    page.box(box, colours.tint if chosen else WHITE, colours.dark, scale.line * 2)
    radius = max(round(scale.size("body").floor * 0.62), scale.touch // 4)
    inner = box.inflate(-9 * scale.line, -gap)  # the border, and two lines of air on each side
    if not named:
        spot = pygame.Rect(inner.x, inner.y + radius, inner.width, inner.height - radius)
        page.icon(benefit.icon, spot)
    elif inner.width > inner.height * 1.7:
        side = min(inner.height * 8 // 10, inner.width * 22 // 100)
        spot = pygame.Rect(inner.x + radius, inner.y, side, inner.height)
        page.icon(benefit.icon, spot)
        left = spot.right + gap // 2
        text = pygame.Rect(left, inner.y, inner.right - left, inner.height)
        put(page, Say(benefit.short, "body", "title", colours.dark, leading=TIGHT), text)
    else:
        say = Say(benefit.short, "body", "title", colours.dark, "centre", leading=TIGHT)
        tall = min(say.height(page, inner.width, 0.0), inner.height * 87 // 100)
        text = pygame.Rect(inner.x, inner.bottom - tall, inner.width, tall)
        put(page, say, text)
        page.icon(benefit.icon, pygame.Rect(inner.x, inner.y, inner.width, text.y - inner.y))
    draw_number(page, number, (box.x + radius + 2, box.y + radius + 2), radius)
