"""The cards of the households on the board: money, hearts, stars, dream, every protection."""

from __future__ import annotations

from collections.abc import Collection
from typing import NamedTuple

import pygame

from engine.schema.text import Text
from games.ui.screens.board.spaces import label_size
from games.ui.screens.common.household import draw_face, draw_hearts, draw_steps, look_of
from games.ui.screens.common.protections import draw_protections, protections_of
from games.ui.shell.game_screens import GameScreens
from games.ui.toolkit import paint
from games.ui.toolkit.interface_text import plain
from games.ui.toolkit.page import Action, Align, Page, Target
from games.ui.toolkit.text_render import LEAST
from games.ui.toolkit.theme import HALO, INK, PAIRS, WHITE, Colour

TALL, COMPACT, LOW = 7.5, 4.95, 3.7
"""Heights of a card in sizes of its label: one row of cards, two rows, or one column."""

ONE_ROW = 4
"""So many cards stand in one row in landscape."""


class CardNote(NamedTuple):
    """A debt at the chapter's close: in baht, and what it grows to until the next one.

    Attributes:
        words: "debt 2,400"; `grows` "next chapter 3,360".
        debt, grown: the two sums alone, for a card with less room.
    """

    words: Text
    grows: Text
    debt: Text
    grown: Text


def card_rows(page: Page, count: int) -> list[int]:
    """Return how many cards stand in each row."""
    if page.scale.wide:
        return [count] if count <= ONE_ROW else [(count + 1) // 2, count // 2]
    return [1] * count


def cards_height(page: Page, count: int) -> int:
    """Return the height in pixels that the cards of so many households need."""
    rows = card_rows(page, count)
    size = label_size(page.scale)
    each = TALL if rows == [count] else COMPACT
    if not page.scale.wide:
        each = COMPACT if count <= 2 else LOW
    return round(len(rows) * each * size) + (len(rows) - 1) * page.scale.gap // 2


def card_boxes(page: Page, rect: pygame.Rect, count: int) -> list[pygame.Rect]:
    """Return the box of each household's card, by seat."""
    rows = card_rows(page, count)
    gap = max(4, page.scale.gap // 2)
    tall = (rect.height - gap * (len(rows) - 1)) // len(rows)
    across = max(rows)
    boxes = []
    for row, cards in enumerate(rows):
        wide = (rect.width - gap * (across - 1)) // across
        for place in range(cards):
            x = rect.x + place * (wide + gap)
            boxes.append(pygame.Rect(x, rect.y + row * (tall + gap), wide, tall))
    return boxes


def draw_card(
    page: Page,
    game: GameScreens,
    seat: int,
    rect: pygame.Rect,
    *,
    now: bool,
    lit: Collection[str] = (),
    note: CardNote | None = None,
    action: Action | None = None,
) -> None:
    """Draw the card of a household; with an action it can be tapped.

    Args:
        now: the household is on turn: a yellow halo.
        lit: schemes whose disc is lit, because they pay now.
        note: its debt, told instead of hearts and dream.
    """
    colours = game.household_colours(seat)
    thick = page.scale.line
    radius = page.scale.radius
    if now:
        page.box(rect, INK, radius=radius)
        page.box(rect.inflate(-2 * thick, -2 * thick), HALO, radius=radius - thick)
        page.box(rect.inflate(-5 * thick, -5 * thick), colours.tint, radius=radius - 2 * thick)
    else:
        page.box(rect, WHITE, colours.ring, round(thick * 1.5), radius)
    pad = round(label_size(page.scale) * 0.32) + thick
    inside = rect.inflate(-2 * pad, -2 * pad)
    tall = rect.height / label_size(page.scale)
    if tall >= TALL * 0.92:
        _tall(page, game, seat, inside, lit, note)
    elif tall < COMPACT * 0.85:
        _low(page, game, seat, inside, lit, note)
    else:
        _compact(page, game, seat, inside, lit, note)
    if action is not None:
        page.target(Target(rect.copy(), action, f"household-{seat + 1}", radius=radius))


def _tall(
    page: Page,
    game: GameScreens,
    seat: int,
    rect: pygame.Rect,
    lit: Collection[str],
    note: CardNote | None,
) -> None:
    """Four lines: who and money, hearts and stars, the dream, protections."""
    household = game.state.households[seat]
    size = label_size(page.scale)
    gap = (rect.height - 6.45 * size) / 3
    name = game.household_name(seat).shown
    spare = rect.width - page.letters.width(name, "title", size) - 4
    left = min(round(2.68 * size), spare)
    side = min(round(2.5 * size), left)
    y = float(rect.y)
    draw_face(
        page.surface,
        look_of(game, seat),
        (rect.x + side // 2, round(y + 1.25 * size)),
        round(side * 0.46),
    )
    # Marks above the letters keep off the border.
    words = pygame.Rect(rect.x + left, round(y + 0.1 * size), rect.width - left, round(1.2 * size))
    dark = game.household_colours(seat).dark
    _label(page, seat, game, words, dark)
    words.y += words.height
    _money(page, household.money, words, round(size * 1.1))
    y += 2.5 * size + gap
    line = pygame.Rect(rect.x, round(y), rect.width, round(1.15 * size))
    under = pygame.Rect(line.x, round(y + 1.15 * size + gap), line.width, round(1.2 * size))
    if note is not None:
        _debt(page, note, line.union(under))
    else:
        hearts = pygame.Rect(line.x, line.y, round(3.3 * size), round(0.98 * size))
        hearts.centery = line.centery
        draw_hearts(page.surface, hearts, household.hearts)
        _stars(page, household.stars, line, size)
        _dream(page, game, seat, under)
    y += 2.35 * size + 2 * gap
    row = pygame.Rect(rect.x, round(y), rect.width, rect.bottom - round(y))
    draw_protections(page, row, protections_of(game, household.hold), lit)


def _compact(
    page: Page,
    game: GameScreens,
    seat: int,
    rect: pygame.Rect,
    lit: Collection[str],
    note: CardNote | None,
) -> None:
    """Three lines: who and money; hearts, stars and dream; protections."""
    household = game.state.households[seat]
    size = label_size(page.scale)
    gap = max(1.0, (rect.height - 4.0 * size) / 2)
    side = round(1.5 * size)
    y = float(rect.y)
    centre = (rect.x + side // 2, round(y) + side // 2)
    draw_face(page.surface, look_of(game, seat), centre, round(side * 0.46))
    words = pygame.Rect(rect.x + side + 4, round(y), rect.width - side - 4, side)
    dark = game.household_colours(seat).dark
    purse = _wide(page, plain(household.money), size)
    name = pygame.Rect(words.x, words.y, words.width - purse - 4, side)
    _label(page, seat, game, name, dark)
    _money(page, household.money, words, size, right=True)
    y += 1.5 * size + gap
    line = pygame.Rect(rect.x, round(y), rect.width, round(1.1 * size))
    if note is not None:
        _debt(page, note, line)
    else:
        hearts = pygame.Rect(line.x, line.y, round(2.7 * size), round(0.85 * size))
        hearts.centery = line.centery
        draw_hearts(page.surface, hearts, household.hearts)
        middle = pygame.Rect(hearts.right, line.y, round(2.0 * size), line.height)
        _stars(page, household.stars, middle, size)
        start = middle.right + round(0.25 * size)
        _dream(page, game, seat, pygame.Rect(start, line.y, line.right - start, line.height))
    y += 1.1 * size + gap
    row = pygame.Rect(rect.x, round(y), rect.width, rect.bottom - round(y))
    draw_protections(page, row, protections_of(game, household.hold), lit)


def _low(
    page: Page,
    game: GameScreens,
    seat: int,
    rect: pygame.Rect,
    lit: Collection[str],
    note: CardNote | None,
) -> None:
    """Draw two lines: name, money, hearts and stars; dream and protections.

    Where three hearts leave the name no room, one heart with their number stands for them.
    """
    household = game.state.households[seat]
    size = label_size(page.scale)
    side = round(1.6 * size)
    upper = pygame.Rect(rect.x, rect.y, rect.width, side)
    under = pygame.Rect(rect.x, upper.bottom, rect.width, rect.bottom - upper.bottom)
    centre = (rect.x + side // 2, rect.y + side // 2)
    draw_face(page.surface, look_of(game, seat), centre, round(side * 0.44))
    _stars(page, household.stars, upper, size)
    words = pygame.Rect(upper.x + side + 4, upper.y, upper.width - side - 4, side)
    name = _wide(page, game.household_name(seat), size)
    purse = page.letters.width(plain(household.money).shown, "title", size)
    right = upper.right - round(2.1 * size)
    hearts = pygame.Rect(0, 0, round(2.7 * size), round(0.85 * size))
    hearts.midright = (right, upper.centery)
    gaps = round(1.2 * size)
    if words.x + name + purse + gaps <= hearts.x:
        draw_hearts(page.surface, hearts, household.hearts)
    else:
        hearts = _count(page, "red-heart", household.hearts, upper, right, size)
    name = min(name, hearts.x - words.x - purse - size)
    label = pygame.Rect(words.x, words.y, name, side)
    _label(page, seat, game, label, game.household_colours(seat).dark)
    money = pygame.Rect(words.x + name, upper.y, hearts.x - words.x - name - size // 3, side)
    _money(page, household.money, money, size, right=True)
    if note is not None:
        _debt(page, note, under)
        return
    dream = pygame.Rect(under.x, 0, round(4.2 * size), round(1.1 * size))
    dream.centery = under.centery
    _dream(page, game, seat, dream)
    start = dream.right + size // 3
    row = pygame.Rect(start, under.y, under.right - start, under.height)
    draw_protections(page, row, protections_of(game, household.hold), lit)


def _label(page: Page, seat: int, game: GameScreens, box: pygame.Rect, colour: Colour) -> None:
    size = label_size(page.scale)
    name = game.household_name(seat)
    while size > LEAST and _wide(page, name, size) > box.width:
        size -= 1
    page.text(name, box, face="title", size=size, colour=colour, role="label")


def _money(page: Page, baht: int, box: pygame.Rect, size: int, *, right: bool = False) -> None:
    """Write what is in the purse; below zero in the colour of harm, with its minus sign."""
    colour = PAIRS["lotus"].dark if baht < 0 else INK
    align: Align = "right" if right else "left"
    floor = label_size(page.scale)
    while size > floor and page.letters.width(plain(baht).shown, "title", size) > box.width:
        size -= 1
    page.text(plain(baht), box, face="title", size=size, colour=colour, align=align, role="label")


def _stars(page: Page, count: int, line: pygame.Rect, size: int) -> None:
    _count(page, "star", count, line, line.right, size)


def _count(
    page: Page, icon: str, count: int, line: pygame.Rect, right: int, size: int
) -> pygame.Rect:
    """Draw the picture and after it the number, which ends at `right`; return their box."""
    wide = page.letters.width(str(count), "title", size) + 2
    words = pygame.Rect(right - wide, line.y, wide, line.height)
    page.text(plain(count), words, face="title", size=size, colour=INK, role="label")
    picture = pygame.Rect(0, 0, round(size * 1.05), round(size * 1.05))
    picture.midright = (words.left - 2, line.centery)
    page.icon(icon, picture)
    return picture.union(words)


def _dream(page: Page, game: GameScreens, seat: int, line: pygame.Rect) -> None:
    """Draw the dream's picture and its three steps."""
    dream = game.dream(seat)
    picture = pygame.Rect(line.x, line.y, line.height, line.height)
    if dream is not None:
        page.icon(dream.icon, picture)
    left = picture.right + line.height // 3
    wide = min(line.right - left, round(line.height * 3.6))
    steps = pygame.Rect(line.right - wide, line.y, wide, line.height)
    draw_steps(page.surface, steps, game.state.households[seat].steps)


def _debt(page: Page, note: CardNote, box: pygame.Rect) -> None:
    """Write a debt, and after an arrow what it grows to: under it, or beside it in a low box."""
    size = label_size(page.scale)
    lotus = PAIRS["lotus"]
    page.box(box.inflate(0, size * 2 // 5), lotus.tint, radius=size // 4)
    room = box.inflate(-size // 2, 0)
    if box.height > 2 * size:
        upper = pygame.Rect(room.x, room.y, room.width, room.height // 2)
        lower = pygame.Rect(room.x, upper.bottom, room.width, room.height - upper.height)
    else:
        upper = pygame.Rect(room.x, room.y, room.width // 2, room.height)
        lower = pygame.Rect(upper.right, room.y, room.right - upper.right, room.height)
    owed, grown = note.words, note.grows
    if _wide(page, owed, size) > upper.width:
        owed, picture = note.debt, pygame.Rect(upper.x, 0, size, size)
        picture.centery = upper.centery
        page.icon("money-with-wings", picture)
        upper = pygame.Rect(picture.right + 2, upper.y, upper.right - picture.right - 2, upper.h)
    if _wide(page, grown, size) > lower.width:
        grown, arrow = note.grown, pygame.Rect(lower.x, 0, round(size * 0.8), size)
        arrow.centery = lower.centery
        paint.arrow(page.surface, arrow, lotus.dark)
        lower = pygame.Rect(arrow.right, lower.y, lower.right - arrow.right, lower.height)
    for words, line in ((owed, upper), (grown, lower)):
        page.text(words, line, face="title", size=size, colour=lotus.dark, role="label")


def _wide(page: Page, words: Text, size: int) -> int:
    return page.letters.width(words.shown, "title", size)
