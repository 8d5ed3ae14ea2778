"""The cards of the households on the board: money, hearts, stars, dream, every protection."""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import dataclass
from typing import NamedTuple

import pygame

from engine.schema.text import Text
from games.rules.model.state import Household
from games.ui.screens.board.spaces import label_size
from games.ui.screens.common.household import draw_face, draw_hearts, draw_steps, look_of
from games.ui.screens.common.protections import draw_protections, protections_of
from games.ui.shell.game_screens import GameScreens
from games.ui.toolkit import paint
from games.ui.toolkit.interface_text import plain
from games.ui.toolkit.page import Action, Align, Page, Target
from games.ui.toolkit.text_render import LEAST
from games.ui.toolkit.theme import HALO, INK, PAIRS, WHITE

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
    card = _Card(page, game, seat, lit, note, label_size(page.scale))
    if tall >= TALL * 0.92:
        card.tall(inside)
    elif tall < COMPACT * 0.85:
        card.low(inside)
    else:
        card.compact(inside)
    if action is not None:
        page.target(Target(rect.copy(), action, f"household-{seat + 1}", radius=radius))


@dataclass(frozen=True)
class _Card:
    """A household's card, drawn with more or less room.

    Attributes:
        size: of its labels.
    """

    page: Page
    game: GameScreens
    seat: int
    lit: Collection[str]
    note: CardNote | None
    size: int

    @property
    def _household(self) -> Household:
        return self.game.state.households[self.seat]

    def tall(self, rect: pygame.Rect) -> None:
        """Four lines: who and money, hearts and stars, the dream, protections."""
        size = self.size
        gap = (rect.height - 6.45 * size) / 3
        spare = rect.width - self._wide(self.game.household_name(self.seat)) - 4
        left = min(round(2.68 * size), spare)
        side = min(round(2.5 * size), left)
        y = float(rect.y)
        self._face((rect.x + side // 2, round(y + 1.25 * size)), round(side * 0.46))
        # Marks above the letters keep off the border.
        top = round(y + 0.1 * size)
        words = pygame.Rect(rect.x + left, top, rect.width - left, round(1.2 * size))
        self._name(words)
        words.y += words.height
        self._money(words, round(size * 1.1))
        y += 2.5 * size + gap
        line = pygame.Rect(rect.x, round(y), rect.width, round(1.15 * size))
        under = pygame.Rect(line.x, round(y + 1.15 * size + gap), line.width, round(1.2 * size))
        if self.note is not None:
            self._debt(self.note, line.union(under))
        else:
            self._hearts(line, round(3.3 * size), round(0.98 * size))
            self._count("star", self._household.stars, line, line.right)
            self._dream(under)
        self._protections(rect, rect.x, round(y + (2.35 * size + 2 * gap)))

    def compact(self, rect: pygame.Rect) -> None:
        """Three lines: who and money; hearts, stars and dream; protections."""
        size = self.size
        gap = max(1.0, (rect.height - 4.0 * size) / 2)
        side = round(1.5 * size)
        y = float(rect.y)
        self._face((rect.x + side // 2, round(y) + side // 2), round(side * 0.46))
        words = pygame.Rect(rect.x + side + 4, round(y), rect.width - side - 4, side)
        purse = self._wide(plain(self._household.money))
        self._name(pygame.Rect(words.x, words.y, words.width - purse - 4, side))
        self._money(words, size, right=True)
        y += 1.5 * size + gap
        line = pygame.Rect(rect.x, round(y), rect.width, round(1.1 * size))
        if self.note is not None:
            self._debt(self.note, line)
        else:
            hearts = self._hearts(line, round(2.7 * size), round(0.85 * size))
            middle = pygame.Rect(hearts.right, line.y, round(2.0 * size), line.height)
            self._count("star", self._household.stars, middle, middle.right)
            start = middle.right + round(0.25 * size)
            self._dream(pygame.Rect(start, line.y, line.right - start, line.height))
        self._protections(rect, rect.x, round(y + (1.1 * size + gap)))

    def low(self, rect: pygame.Rect) -> None:
        """Draw two lines: name, money, hearts and stars; dream and protections.

        Where three hearts leave the name no room, one heart with their number stands for them.
        """
        household, size = self._household, self.size
        side = round(1.6 * size)
        upper = pygame.Rect(rect.x, rect.y, rect.width, side)
        under = pygame.Rect(rect.x, upper.bottom, rect.width, rect.bottom - upper.bottom)
        self._face((rect.x + side // 2, rect.y + side // 2), round(side * 0.44))
        self._count("star", household.stars, upper, upper.right)
        words = pygame.Rect(upper.x + side + 4, upper.y, upper.width - side - 4, side)
        name = self._wide(self.game.household_name(self.seat))
        purse = self._wide(plain(household.money))
        right = upper.right - round(2.1 * size)
        hearts = pygame.Rect(0, 0, round(2.7 * size), round(0.85 * size))
        hearts.midright = (right, upper.centery)
        if words.x + name + purse + round(1.2 * size) <= hearts.x:
            draw_hearts(self.page.surface, hearts, household.hearts)
        else:
            hearts = self._count("red-heart", household.hearts, upper, right)
        name = min(name, hearts.x - words.x - purse - size)
        self._name(pygame.Rect(words.x, words.y, name, side))
        left = words.x + name
        self._money(pygame.Rect(left, upper.y, hearts.x - left - size // 3, side), size, right=True)
        if self.note is not None:
            self._debt(self.note, under)
            return
        dream = pygame.Rect(under.x, 0, round(4.2 * size), round(1.1 * size))
        dream.centery = under.centery
        self._dream(dream)
        self._protections(rect, dream.right + size // 3, under.y)

    def _face(self, centre: tuple[int, int], radius: int) -> None:
        draw_face(self.page.surface, look_of(self.game, self.seat), centre, radius)

    def _name(self, box: pygame.Rect) -> None:
        size, name = self.size, self.game.household_name(self.seat)
        while size > LEAST and self.page.letters.width(name.shown, "title", size) > box.width:
            size -= 1
        colour = self.game.household_colours(self.seat).dark
        self.page.text(name, box, size=size, colour=colour, role="label")

    def _money(self, box: pygame.Rect, size: int, *, right: bool = False) -> None:
        """Write what is in the purse; below zero in the colour of harm, with its minus sign."""
        baht = plain(self._household.money)
        colour = PAIRS["lotus"].dark if self._household.money < 0 else INK
        align: Align = "right" if right else "left"
        while size > self.size and self.page.letters.width(baht.shown, "title", size) > box.width:
            size -= 1
        self.page.text(baht, box, size=size, colour=colour, align=align, role="label")

    def _hearts(self, line: pygame.Rect, wide: int, tall: int) -> pygame.Rect:
        """Draw the hearts at the beginning of the line; return their box."""
        box = pygame.Rect(line.x, line.y, wide, tall).move_to(centery=line.centery)
        draw_hearts(self.page.surface, box, self._household.hearts)
        return box

    def _count(self, icon: str, count: int, line: pygame.Rect, right: int) -> pygame.Rect:
        """Draw the picture and after it the number, which ends at `right`; return their box."""
        size = self.size
        wide = self.page.letters.width(str(count), "title", size) + 2
        words = pygame.Rect(right - wide, line.y, wide, line.height)
        self.page.text(plain(count), words, size=size, role="label")
        picture = pygame.Rect(0, 0, round(size * 1.05), round(size * 1.05))
        picture.midright = (words.left - 2, line.centery)
        self.page.icon(icon, picture)
        return picture.union(words)

    def _dream(self, line: pygame.Rect) -> None:
        """Draw the dream's picture and its three steps."""
        dream = self.game.dream(self.seat)
        picture = pygame.Rect(line.x, line.y, line.height, line.height)
        if dream is not None:
            self.page.icon(dream.icon, picture)
        left = picture.right + line.height // 3
        wide = min(line.right - left, round(line.height * 3.6))
        steps = pygame.Rect(line.right - wide, line.y, wide, line.height)
        draw_steps(self.page.surface, steps, self._household.steps)

    def _protections(self, rect: pygame.Rect, x: int, y: int) -> None:
        """Draw every protection in what is left of the card from that point on."""
        row = pygame.Rect(x, y, rect.right - x, rect.bottom - y)
        held = protections_of(self.game, self._household.hold)
        draw_protections(self.page, row, held, self.lit)

    def _debt(self, note: CardNote, box: pygame.Rect) -> None:
        """Write a debt, and after an arrow what it grows to: under it, or beside in a low box."""
        page, size, lotus = self.page, self.size, PAIRS["lotus"]
        page.box(box.inflate(0, size * 2 // 5), lotus.tint, radius=size // 4)
        room = box.inflate(-size // 2, 0)
        if box.height > 2 * size:
            upper = pygame.Rect(room.x, room.y, room.width, room.height // 2)
            lower = pygame.Rect(room.x, upper.bottom, room.width, room.height - upper.height)
        else:
            upper = pygame.Rect(room.x, room.y, room.width // 2, room.height)
            lower = pygame.Rect(upper.right, room.y, room.right - upper.right, room.height)
        owed, grown = note.words, note.grows
        if self._wide(owed) > upper.width:
            owed, picture = note.debt, pygame.Rect(upper.x, 0, size, size)
            picture.centery = upper.centery
            page.icon("money-with-wings", picture)
            left = picture.right + 2
            upper = pygame.Rect(left, upper.y, upper.right - left, upper.h)
        if self._wide(grown) > lower.width:
            grown, arrow = note.grown, pygame.Rect(lower.x, 0, round(size * 0.8), size)
            arrow.centery = lower.centery
            paint.arrow(page.surface, arrow, lotus.dark)
            lower = pygame.Rect(arrow.right, lower.y, lower.right - arrow.right, lower.height)
        for words, line in ((owed, upper), (grown, lower)):
            page.text(words, line, size=size, colour=lotus.dark, role="label")

    def _wide(self, words: Text) -> int:
        return self.page.letters.width(words.shown, "title", self.size)
