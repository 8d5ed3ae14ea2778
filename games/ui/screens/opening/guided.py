"""The first chapter, led by the hand: one scheme a page, one tap for each household."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial

import pygame

from games.ui.screens.common.arrange import columns, rows
from games.ui.screens.common.household import draw_face, look_of
from games.ui.screens.opening.choosing import NONE, Choosing
from games.ui.screens.opening.offers import offer_row, sign
from games.ui.screens.opening.terms import option_row, pay_words, siblings
from games.ui.shell.game_screens import GameScreens
from games.ui.toolkit.blocks import Say
from games.ui.toolkit.interface_text import plain
from games.ui.toolkit.page import Page, Target
from games.ui.toolkit.theme import WHITE

Pick = Callable[[int, str, str], None]
"""Takes (seat, scheme, option) of a tap."""


def draw_guided(
    page: Page,
    game: GameScreens,
    choosing: Choosing,
    schemes: tuple[str, ...],
    box: pygame.Rect,
    pick: Pick,
) -> None:
    """Draw the options of these schemes at the left, and a row of taps for each household.

    In portrait the options stand above.
    """
    gap = page.scale.gap
    options = [row.id for scheme in schemes for row in siblings(game, scheme)]
    if page.scale.wide:
        left = pygame.Rect(box.x, box.y, (box.width - gap) * 47 // 100, box.height)
        right = pygame.Rect(left.right + gap, box.y, box.right - left.right - gap, box.height)
    else:
        left = pygame.Rect(
            box.x, box.y, box.width, box.height * (43 if len(game.seats) > 4 else 46) // 100
        )
        right = pygame.Rect(box.x, left.bottom + gap, box.width, box.bottom - left.bottom - gap)
    _explain(page, game, choosing, schemes, options, left)
    page.box(right, WHITE)
    inner = right.inflate(-gap, -gap)
    seats = game.seats
    for seat, strip in zip(seats, rows(inner, len(seats), gap // 4), strict=True):
        _household(page, game, choosing, schemes, options, seat, strip, pick)


def _explain(
    page: Page,
    game: GameScreens,
    choosing: Choosing,
    schemes: tuple[str, ...],
    options: list[str],
    box: pygame.Rect,
) -> None:
    choices = choosing.choices(0)
    places = rows(box, len(options) + 1, page.scale.gap * 7 // 10)
    several = len(schemes) > 1
    for option, place in zip(options, places, strict=False):
        pay = pay_words(game, choices[option])
        if several:
            scheme = option_row(game, option).scheme
            offer_row(page, game, option, game.words(f"hold.{scheme}"), place, said=pay)
        else:
            offer_row(page, game, option, pay, place)
    last = "opening.none.other" if several else "opening.none"
    offer_row(page, game, NONE, game.words(last), places[-1])


def _household(
    page: Page,
    game: GameScreens,
    choosing: Choosing,
    schemes: tuple[str, ...],
    options: list[str],
    seat: int,
    box: pygame.Rect,
    pick: Pick,
) -> None:
    scale, gap = page.scale, page.scale.gap
    look = look_of(game, seat)
    page.box(box, look.colours.tint)
    face = min(box.height, scale.touch * 13 // 10)
    radius = round(face * 0.42)
    draw_face(page.surface, look, (box.x + gap // 2 + radius, box.centery), radius)
    x = box.x + gap + 2 * radius + round(radius * 0.2)
    size = scale.size("body").floor
    wide = page.letters.width("00,000", "title", size)
    money = pygame.Rect(x, box.y, wide, box.height)
    text = plain(choosing.left(seat))
    page.text(text, money, face="title", size=size, colour=look.colours.dark, align="right")
    room = pygame.Rect(money.right + gap, box.y, box.right - money.right - gap, box.height)
    choices = choosing.choices(seat)
    decided = any((seat, scheme) in choosing.decided for scheme in schemes)
    nothing = decided and not any(choosing.held(seat, scheme) for scheme in schemes)
    for option, cell in zip([*options, NONE], columns(room, len(options) + 1, 2), strict=True):
        inner = cell.inflate(-gap // 2, 0)
        inner.height = min(box.height - gap // 2, round(scale.touch * 0.94))
        inner.centery = box.centery
        scheme = option_row(game, option).scheme if option else schemes[0]
        on = choosing.held(seat, scheme) == option if option else nothing
        if option and choices[option].refusal:
            poor = choices[option].refusal == "money"
            side = inner.height * (75 if poor else 60) // 100
            lock = pygame.Rect(0, 0, side, side).move_to(center=inner.center)
            page.icon("coin" if poor else "locked", lock, pale=poor)
        else:
            sign(page, game, option, inner, on)
        name = f"{option or 'none'}-{seat}"
        act = partial(pick, seat, scheme, option)
        page.target(Target(cell.copy(), act, name))


def question(game: GameScreens, schemes: tuple[str, ...]) -> Say:
    """Return the head of a guided page: the one thing asked."""
    if len(schemes) > 1:
        text = game.words("opening.ask.other")
    else:
        text = game.words("opening.ask", scheme=game.scheme_short(schemes[0]))
    return Say(text, "title", "title")
