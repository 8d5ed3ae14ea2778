"""Sums of an event for each household, in one line each; and the lesson."""

from __future__ import annotations

from collections.abc import Callable

import pygame

from engine.schema.situation import Situation
from engine.schema.text import Text
from games.rules.model.events import Backed, KeptAside, Purse, Revealed
from games.ui.screens.common.arrange import (
    columns,
    cut_top,
    foot,
    grid,
    line,
    put,
    rows,
    seats_across,
)
from games.ui.screens.common.household import FaceDisc, draw_face, draw_hearts, look_of
from games.ui.screens.setup.overlays import sources_button
from games.ui.shell.game_screens import GameScreens
from games.ui.toolkit.blocks import Block, Picture, Row, Say, Tight
from games.ui.toolkit.interface_text import number, plain
from games.ui.toolkit.page import Page
from games.ui.toolkit.theme import DIM, DONE, INK, PAIRS, WHITE, Colour
from games.ui.toolkit.widgets import Button, Card

Entry = tuple[str, Text, Text, Colour]
"""A line: icon, words, baht, colour."""


def entries(game: GameScreens, revealed: Revealed) -> tuple[list[Entry], int, list[Entry]]:
    """Return the lines of a household's sum, the sum, and what stands outside of it.

    The sum is taken from the purse's own movements, so that no screen differs.
    """
    words = game.words
    moved = [e for e in game.events if isinstance(e, Purse) and e.seat == revealed.seat]
    lost = sum(e.baht for e in moved if e.reason in ("harm", "trip"))
    got = sum(e.baht for e in moved if e.reason in ("right", "fund"))
    summed: list[Entry] = [
        ("money-with-wings", words("reveal.cost"), _signed(lost), PAIRS["lotus"].dark)
    ]
    if got:
        summed.append(("coin", words("reveal.got"), _signed(got), DONE))
    aside: list[Entry] = []
    if revealed.covered:
        aside.append(("hospital", words("reveal.covered"), plain(revealed.covered), DONE))
    kept = sum(e.baht for e in game.events if isinstance(e, KeptAside) and e.seat == revealed.seat)
    if kept:
        aside.append(("dove", words("reveal.kept"), plain(kept), DONE))
    if revealed.missed:
        aside.append(("thinking-face", words("reveal.missed"), plain(revealed.missed), DIM))
    if revealed.not_joined:
        aside.append(("umbrella", words("reveal.not-joined"), plain(revealed.not_joined), DIM))
    return summed, lost + got, aside


def draw_sums(
    page: Page,
    game: GameScreens,
    revealed: tuple[Revealed, ...],
    situation: Situation,
    backed: tuple[Backed, ...],
    go_on: Callable[[], None],
) -> None:
    """Draw a panel for each household, and under them what to remember."""
    words, gap = game.words, page.scale.gap
    facts = [fact for one in revealed for verdict in one.verdicts for fact in verdict.facts]
    facts += situation.remember.facts
    parts: list[Block] = []
    right = [b.seat for b in backed if b.right]
    if right:
        parts += [Picture("star", 1.2), Say(words("reveal.backed"), "body", "title")]
        parts += [FaceDisc(look_of(game, seat), 1.3, badge=False) for seat in right]
    elif facts:
        parts.append(sources_button(game, dict.fromkeys(facts)))
    left = Tight(*parts, align="left", gaps=0.4) if parts else None
    body = foot(page, Button("go-on", go_on, words("go-on"), look="primary"), left)
    top, body = cut_top(body, page.scale.touch, gap // 2)
    head = Row(
        Picture(situation.icon, 1.9), Say(words("reveal.sums"), "title", "title"), shares=[0, 1]
    )
    put(page, head, top)
    lesson = Say(situation.remember, "body", "strong", PAIRS["gold"].dark)
    card = Card(Row(Picture("light-bulb", 1.7), lesson, shares=[0, 1]), PAIRS["gold"].tint, pad=0.7)
    tall = max(round(page.scale.touch * 1.1), card.height(page, body.width, 0.0))
    place = pygame.Rect(body.x, body.bottom - tall, body.width, tall)
    put(page, card, place)
    body = pygame.Rect(body.x, body.y, body.width, body.height - tall - gap)
    count = len(revealed)
    for one, box in zip(revealed, grid(body, count, seats_across(page, count), gap), strict=True):
        _panel(page, game, one, box)


def _panel(page: Page, game: GameScreens, revealed: Revealed, box: pygame.Rect) -> None:
    scale, gap = page.scale, page.scale.gap
    look = look_of(game, revealed.seat)
    page.box(box, WHITE, look.colours.ring, scale.line * 2)
    inner = box.inflate(-round(1.7 * gap), -round(1.4 * gap))
    summed, net, aside = entries(game, revealed)
    body = scale.size("body").floor
    if inner.width > inner.height * 2.6 and inner.height > body * 6:
        left, middle, right = columns(inner, 3, gap * 2)
        _who(page, game, revealed, left)
        _lines(page, [*summed, *aside], middle)
        colour = DONE if net > 0 else INK
        line(page, _signed(net), right, role="hero", colour=colour, align="centre")
        return
    flat = inner.height < body * 6.6
    share = 44 if flat else 36
    head, rest = cut_top(inner, min(round(body * 2.7), inner.height * share // 100), gap // 2)
    if flat:
        half = pygame.Rect(head.x, head.y, head.width * 62 // 100, head.height)
        _who(page, game, revealed, half)
        sum_box = pygame.Rect(half.right, head.y, head.right - half.right, head.height)
        line(page, _signed(net), sum_box, role="number", align="right")
        _lines(page, [*summed, *aside], rest)
        return
    _who(page, game, revealed, head)
    if len(summed) == 1:
        summed = []
    one = round(body * 1.45)
    large = page.letters.height("title", scale.size("number").floor)
    spare = max(0, (rest.height - large - one * len(summed)) // one)
    upper, rest = cut_top(rest, one * len(summed), 0)
    total, rest = cut_top(rest, large, 0)
    if summed:
        _lines(page, summed, upper)
        page.surface.fill(INK, (total.x, total.y, total.width, scale.line))
    else:
        side = round(body * 1.4)
        page.icon("money-with-wings", pygame.Rect(total.x, total.centery - side // 2, side, side))
    colour = DONE if net > 0 else INK if summed else PAIRS["lotus"].dark
    line(page, _signed(net), total, role="number", colour=colour, align="right")
    if spare and aside:
        _lines(page, aside[:spare], rest)


def _who(page: Page, game: GameScreens, revealed: Revealed, box: pygame.Rect) -> None:
    """Draw the face with name and hearts beside it; a heart lost in the event is cracked."""
    look = look_of(game, revealed.seat)
    radius = min(round(box.height * 0.44), round(box.width * 0.16))
    draw_face(page.surface, look, (box.x + radius, box.centery), radius)
    x = box.x + round(radius * 2.35)
    tall = min(box.height, radius * 2)
    # Marks above the letters keep off the border: a low box has less room for the hearts.
    name = max(tall * 52 // 100, min(tall, round(page.scale.size("body").floor * 1.1)))
    upper = pygame.Rect(x, box.centery - tall // 2 + name // 12, box.right - x, name)
    lower = pygame.Rect(x, upper.bottom, upper.width, max(tall - name, tall * 36 // 100))
    line(page, game.household_name(revealed.seat), upper, colour=look.colours.dark)
    hearts = game.state.households[revealed.seat].hearts
    draw_hearts(page.surface, lower.inflate(0, -lower.height // 8), hearts, revealed.hearts_lost)


def _signed(baht: int) -> Text:
    return plain(("+" if baht > 0 else "") + number(baht))


def _lines(page: Page, entries: list[Entry], box: pygame.Rect) -> None:
    """Draw as many lines as find room."""
    one = round(page.scale.size("body").floor * 1.4)
    count = max(1, min(len(entries), box.height // one))
    for entry, strip in zip(entries, rows(box, count, 0), strict=False):
        _line(page, *entry, strip)


def _line(
    page: Page, shown: str, text: Text, amount: Text, colour: Colour, box: pygame.Rect
) -> None:
    """Draw a line: picture and words, or one of both where there is no room; baht at the right."""
    size = page.scale.size("body").floor
    side = min(box.height, round(size * 1.25))
    wide = page.letters.width(amount.shown, "title", size)
    words = page.letters.width(text.shown, "read", size)
    gap = page.scale.gap // 2
    room = box.width - wide - gap
    x = box.x
    if side + gap + words <= room or words > room:
        page.icon(shown, pygame.Rect(x, box.centery - side // 2, side, side))
        x += side + gap
    place = pygame.Rect(box.right - wide - 2, box.y, wide + 2, box.height)
    page.text(amount, place, face="title", size=size, colour=colour, align="right")
    if words <= room:
        spot = pygame.Rect(x, box.y, box.right - wide - x, box.height)
        page.text(text, spot, face="read", size=size, colour=INK)
