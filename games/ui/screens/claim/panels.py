"""The outcome of one card for a household, as a panel: who, stamps, sum, reason."""

from __future__ import annotations

from collections.abc import Callable, Sequence

import pygame

from engine.schema.text import Text
from games.ui.screens.claim.verdicts import CardOutcome, Stamped
from games.ui.screens.common.arrange import cut_top, line, put
from games.ui.screens.common.household import draw_face, look_of
from games.ui.screens.common.stamps import YES_TINT, StampKind, draw_coins, stamp_size
from games.ui.shell.game_screens import GameScreens
from games.ui.toolkit import paint
from games.ui.toolkit.blocks import Say
from games.ui.toolkit.page import Page
from games.ui.toolkit.theme import CREAM, DIM, DONE, INK, PAIRS, WHITE, Colour

Stamping = Callable[[Page, Text, tuple[int, int], int, StampKind, float], None]
"""Draws a stamp now, or notes it to pop up."""


def draw_panel(
    page: Page,
    game: GameScreens,
    seat: int,
    found: CardOutcome,
    box: pygame.Rect,
    stamp: Stamping,
    *,
    settled: bool,
) -> tuple[int, int]:
    """Draw the panel; return where coins land.

    Args:
        settled: the stamps stand: sum and reason are shown.
    """
    scale, gap = page.scale, page.scale.gap
    look = look_of(game, seat)
    fill = YES_TINT if found.good and settled else WHITE
    page.box(box, fill, look.colours.ring, scale.line * 2)
    inner = box.inflate(-round(1.7 * gap), -round(1.4 * gap))
    body = scale.size("body").floor
    flat = inner.height < body * 5.4
    narrow = inner.height < body * 7.4
    if flat:
        return _flat(page, game, seat, found, inner, settled=settled)
    head_tall = round(body * 1.7) if narrow else min(round(body * 2.9), inner.height * 32 // 100)
    head, rest = cut_top(inner, head_tall, gap // 3)
    radius = round(head_tall * 0.44)
    draw_face(page.surface, look, (head.x + radius, head.centery), radius)
    x = head.x + round(radius * 2.35)
    beside = pygame.Rect(x, head.y, head.right - x, head.height)
    if narrow:
        _asked(page, game, seat, found, beside)
    else:
        _name(page, game, seat, found, beside)
    room, rest = cut_top(rest, round(body * 1.9) if found.stamps else 0, gap // 2)
    _stamps(page, found, room.inflate(gap, 0), stamp)
    money, why = cut_top(rest, rest.height * 52 // 100, 0)
    if settled:
        draw_sum(page, found, money)
        colour = outcome_colour(found)
        put(page, Say(found.why, "body", "strong", colour, "centre"), why)
    return money.center


def _flat(
    page: Page, game: GameScreens, seat: int, found: CardOutcome, box: pygame.Rect, *, settled: bool
) -> tuple[int, int]:
    """Draw the panel of many: who and sum on one line, a sign and the reason on the next."""
    gap, body = page.scale.gap, page.scale.size("body").floor
    upper, lower = cut_top(box, box.height // 2, 0)
    upper.y += gap // 3  # marks above the letters keep off the border
    look = look_of(game, seat)
    radius = min(upper.height // 2, round(body * 0.95))
    draw_face(page.surface, look, (upper.x + radius, upper.centery), radius, badge=False)
    x = upper.x + 2 * radius + gap // 2
    name = game.household_name(seat)
    wide = page.letters.width(name.shown, "title", body)
    half = min(wide + gap // 2, upper.right - x)
    line(page, name, pygame.Rect(x, upper.y, half, upper.height), colour=look.colours.dark)
    money = pygame.Rect(x + half, upper.y, upper.right - x - half, upper.height)
    if not settled:
        return money.center
    draw_sum(page, found, money, "lead")
    side = round(body * 1.05)
    mark = pygame.Rect(lower.x + radius - side // 2, lower.centery - side // 2, side, side)
    no = found.bad or any(kind == "no" for _, kind in found.stamps)
    fill = DONE if found.good else PAIRS["lotus"].dark if no else DIM
    page.surface.blit(paint.disc(side // 2, fill), mark)
    sign = mark.inflate(-side * 3 // 10, -side * 3 // 10)
    if found.good:
        paint.tick(page.surface, sign, WHITE)
    elif no:
        paint.cross(page.surface, sign, WHITE)
    else:
        page.surface.fill(WHITE, pygame.Rect(sign.x, sign.centery - 2, sign.width, 4))
    words = page.letters.width(found.why.shown, "strong", body)
    hand = round(body * 1.1) if found.asked else 0
    if words + hand > lower.right - x:
        hand = 0
    why = pygame.Rect(x, lower.y, lower.right - x - hand, lower.height)
    colour = outcome_colour(found)
    line(page, found.why, why, face="strong", colour=colour)
    if hand:
        page.icon("raised-hand", pygame.Rect(why.right, lower.y, hand, lower.height))
    return money.center


def _name(page: Page, game: GameScreens, seat: int, found: CardOutcome, box: pygame.Rect) -> None:
    """Draw the name, and under it whether the household asked."""
    look = look_of(game, seat)
    upper, lower = cut_top(box, box.height // 2, 0)
    # Marks above the letters keep off the border.
    at = upper.move(0, upper.height // 8)
    line(page, game.household_name(seat), at, colour=look.colours.dark)
    size = page.scale.size("label").floor
    text = game.words("reveal.asked" if found.asked else "reveal.not-asked")
    wide = page.letters.width(text.shown, "title", size)
    hand = round(size * 1.1) if found.asked else 0
    pill = pygame.Rect(lower.x, 0, min(lower.width, wide + hand + size), round(size * 1.5))
    pill.centery = lower.centery
    page.box(pill, look.colours.dark if found.asked else CREAM, radius=pill.height // 2)
    if found.asked:
        page.icon("raised-hand", pygame.Rect(pill.x + size // 3, pill.y, hand, pill.height))
    place = pygame.Rect(pill.x + size // 3 + hand, pill.y, pill.width - hand - size // 2, 0)
    place.height = pill.height
    colour = WHITE if found.asked else DIM
    page.text(text, place, size=size, colour=colour, align="centre", role="label")


def _asked(page: Page, game: GameScreens, seat: int, found: CardOutcome, box: pygame.Rect) -> None:
    """Draw the name, and beside it a raised hand when the household asked."""
    side = round(page.scale.size("body").floor * 0.9) if found.asked else 0
    name = pygame.Rect(box.x, box.y, box.width - side, box.height)
    colour = look_of(game, seat).colours.dark
    line(page, game.household_name(seat), name, colour=colour)
    if side:
        page.icon("raised-hand", pygame.Rect(name.right, box.y, side, box.height))


def outcome_colour(found: CardOutcome) -> Colour:
    """Return the colour in which the outcome is told."""
    return DONE if found.good else PAIRS["lotus"].dark if found.bad else INK


def _widths(page: Page, stamps: Sequence[Stamped], size: int) -> list[int]:
    return [stamp_size(page.letters, text, size, kind)[0] for text, kind in stamps]


def _stamps(page: Page, found: CardOutcome, box: pygame.Rect, stamp: Stamping) -> None:
    """Draw the stamps side by side; in large type the deciding one where both find no room."""
    stamps = found.stamps
    if not stamps:
        return
    size = page.scale.size("body").floor
    gap = page.scale.gap // 2

    def fits() -> bool:
        return sum(_widths(page, stamps, size)) + gap * (len(stamps) - 1) <= box.width

    if page.scale.large and not fits():
        stamps = stamps[-1:] if stamps[-1][1] == "yes" else stamps[:1]
    while size > page.scale.size("label").floor and not fits():
        size -= 1
    widths = _widths(page, stamps, size)
    x = box.centerx - (sum(widths) + gap * (len(widths) - 1)) // 2
    for place, ((text, kind), wide) in enumerate(zip(stamps, widths, strict=True)):
        slant = 0.0 if kind == "ghost" else (3.0 if place % 2 == 0 else -3.0)
        stamp(page, text, (x + wide // 2, box.centery), size, kind, slant)
        x += wide + gap


def draw_sum(page: Page, found: CardOutcome, box: pygame.Rect, role: str = "number") -> None:
    """Draw the sum with its picture."""
    words = found.amount.shown if found.amount is not None else ""
    sizes = page.scale.size(role)
    side = min(box.height, sizes.most) * 9 // 10 if found.icon else 0
    gap = page.scale.gap // 2
    size = sizes.most
    while size > page.scale.size("body").floor:
        wide = page.letters.width(words, "title", size)
        tall = page.letters.height("title", size)
        if wide + side + gap <= box.width and tall <= box.height * 1.2:
            break
        size -= 1
    wide = page.letters.width(words, "title", size) if words else 0
    coins = found.coins
    if words and wide + side + gap > box.width:
        side, coins = 0, False
    total = wide + (side + gap if side else 0)
    x = box.centerx - total // 2
    if coins:
        draw_coins(page.surface, (x + side // 2, box.centery), side * 27 // 100)
    elif side:
        page.icon(found.icon, pygame.Rect(x, box.centery - side // 2, side, side))
    if found.amount is not None:
        left = x + (side + gap if side else 0)
        place = pygame.Rect(left, box.y, wide + 2, box.height)
        colour = outcome_colour(found)
        page.text(found.amount, place, size=size, colour=colour)
