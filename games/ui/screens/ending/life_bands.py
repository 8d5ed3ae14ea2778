"""Bands: a life chapter by chapter, above another one, with the luck they share between them."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import NamedTuple

import pygame

from engine.schema.text import Text
from games.rules import ChapterLine, Life
from games.ui.screens.common.household import dream_steps, hearts
from games.ui.shell.game_screens import GameScreens
from games.ui.toolkit import paint
from games.ui.toolkit.blocks import Block, Column, Either, Gap, Picture, Row, Say, Tight
from games.ui.toolkit.interface_text import plain
from games.ui.toolkit.page import Page
from games.ui.toolkit.theme import DIM, INK, PAIRS, Colour
from games.ui.toolkit.widgets import Card

LEAF, LOTUS = PAIRS["leaf"], PAIRS["lotus"]
HELD_TINT: Colour = (0xE3, 0xF4, 0xDD)
BARE_TINT: Colour = (0xF4, 0xEC, 0xEA)
LUCK_TINT: Colour = (0xEF, 0xDF, 0xB8)
MANY = 5
"""From so many chapters on, columns are narrow: numbers and pictures alone."""


FEW = 2
"""Up to so many chapters, columns are wide enough for large sums."""


class Sizes(NamedTuple):
    """Sizes of a chapter: roles of its texts, heights of its pictures in gaps.

    Attributes:
        flat: hearts and debt stand side by side, which needs width.
    """

    money: str
    words: str
    hearts: float
    steps: float
    dream: float
    flat: bool


ROOMY = Sizes("title", "body", 2.4, 2.6, 1.8, flat=True)
TALL = ROOMY._replace(money="body", flat=False)
FLAT = Sizes("label", "label", 1.7, 2.0, 1.3, flat=True)
CLOSE = FLAT._replace(flat=False)


@dataclass(frozen=True)
class Band:
    """A life with its name and colours; `dashed`: the life that was not so."""

    life: Life
    title: Text
    tint: Colour
    dark: Colour
    dashed: bool = False


def bands(
    game: GameScreens, seat: int, upper: Band, lower: Band, under: Block, *, wide: bool
) -> Block:
    """Return the two lives of a household and the luck between them, with a block under them.

    The titles of what befell them are left out where they have no room.
    """
    dream = game.dream(seat)
    picture = dream.icon if dream is not None else "glowing-star"
    few = len(upper.life.chapters) < MANY and wide
    ways: list[Block] = []
    roomy = ROOMY if len(upper.life.chapters) <= FEW else ROOMY._replace(money="body")
    upright = (TALL, CLOSE) if len(upper.life.chapters) <= FEW else (CLOSE,)
    for sizes in (roomy, FLAT) if wide else upright:
        first, last = (_life(game, band, picture, sizes, wide=wide) for band in (upper, lower))
        ways += [
            Column(first, _luck(game, upper.life, wide=wide, titles=titles), last, under, gaps=0.5)
            for titles in ([True, False] if few else [False])
        ]
    return Either(*ways)


def _life(game: GameScreens, band: Band, picture: str, sizes: Sizes, *, wide: bool) -> Block:
    many = len(band.life.chapters) >= MANY
    cells: list[Block] = [
        _narrow(line) if many else _chapter(game, line, sizes) for line in band.life.chapters
    ]
    cells.append(_narrow_end(band.life) if many else _end(game, band, sizes))
    title = Say(band.title, "body", "title", band.dark, "centre" if wide else "left")
    row: Block = Row(*cells, gaps=0.4)
    if wide:
        left = Column(title, Picture(picture, sizes.dream), gaps=0.1)
        share = 1.6 if many else 1.0
        part: Block = Row(left, row, shares=[share, len(cells)], gaps=0.4)
    else:
        top = Row(title, Picture(picture, 1.2), shares=[1, 0])
        part = Column(top, row, gaps=0.1)
    return _Band(part, band.tint, band.dark, band.dashed, grow=1)


def _chapter(game: GameScreens, line: ChapterLine, sizes: Sizes) -> Block:
    """Return what rights paid in a chapter; hearts, debt and the dream at its close."""
    rights = f"+{line.rights:,}" if line.rights else "0"
    money = Tight(
        Picture("coin", 0.9, pale=not line.rights),
        Say(plain(rights), sizes.money, "title", LEAF.dark if line.rights else DIM),
        gaps=0.2,
    )
    return _column(game, money, line.hearts, line.debt, line.steps, sizes)


def _narrow(line: ChapterLine) -> Block:
    """Return the same for a narrow column: numbers alone."""
    rights = Say(plain(f"+{line.rights:,}"), "label", "title", LEAF.dark, "centre")
    return Column(rights, *_numbers(line.hearts, line.debt), gaps=0.1)


def _narrow_end(life: Life) -> Block:
    monthly = Say(plain(life.basket), "label", "title", LEAF.dark, "centre")
    steps = _centred(dream_steps(life.steps, 1.4), 6)
    return Column(monthly, *_numbers(life.hearts, life.debt), steps, gaps=0.1)


def _numbers(heart: int, debt: int) -> list[Block]:
    """Return hearts and debt as numbers."""
    left = Tight(Picture("red-heart", 0.9), Say(plain(heart), "label", "title"), gaps=0.2)
    owed = Say(plain(-debt), "label", "title", LOTUS.dark if debt else DIM, "centre")
    return [left, owed]


def _end(game: GameScreens, band: Band, sizes: Sizes) -> Block:
    """Return what a month of old age brings, and how the life ends."""
    life = band.life
    monthly = game.words("two-lives.monthly", baht=life.basket)
    say = Say(monthly, sizes.words, "title", LEAF.dark, "centre")
    return _column(game, say, life.hearts, life.debt, life.steps, sizes)


def _column(
    game: GameScreens, first: Block, heart: int, debt: int, steps: int, sizes: Sizes
) -> Block:
    owed = Say(
        game.words("two-lives.debt", baht=debt),
        sizes.words,
        "title",
        LOTUS.dark if debt else DIM,
        "centre",
    )
    left = _centred(hearts(heart, sizes.hearts), sizes.hearts * 3.2)
    bought = _centred(dream_steps(steps, sizes.steps), sizes.steps * 3.75)
    if sizes.flat:
        return Column(first, Tight(left, owed), bought, gaps=0.2, grow=1)
    return Column(first, left, owed, bought, gaps=0.1)


def _centred(part: Block, gaps: float) -> Block:
    """Return the block in the middle, so many gaps wide at most."""
    return _Middle(part, gaps)


def _luck(game: GameScreens, life: Life, *, wide: bool, titles: bool) -> Block:
    """Return what befell both lives alike: the age and the events of each chapter."""
    many = len(life.chapters) >= MANY
    cells: list[Block] = []
    top: Block
    for line in life.chapters:
        met = [game.catalogue.situations[s] for s in line.situations[: 1 if many else 2]]
        pictures: list[Block] = [Picture(s.icon, 1.1) for s in met]
        age = Say(plain(line.age), "body", "title", INK, "centre")
        top = Column(age, *pictures, gaps=0) if many else Tight(age, *pictures, gaps=0.3)
        if titles and met:
            told = Say(met[0].title, "label", "strong", INK, "centre")
            cells.append(Column(top, told, gaps=0))
        else:
            cells.append(top)
    last = Say(plain(game.tables.amounts.last_age), "body", "title", INK)
    cells.append(Tight(last, Picture("birthday-cake", 1.1), gaps=0.3))
    title = Say(game.words("two-lives.luck"), "body", "title", INK, "centre" if wide else "left")
    row: Block = Row(*cells, gaps=0.4)
    share = 1.6 if many else 1.0
    part = (
        Row(title, row, shares=[share, len(cells)], gaps=0.4)
        if wide
        else Column(title, row, gaps=0.1)
    )
    return Card(part, LUCK_TINT, pad=0.3, grow=0.3)


@dataclass(frozen=True)
class _Middle:
    """A block in the middle of its box, so many gaps wide at most."""

    part: Block
    gaps: float
    grow: float = 0

    def natural(self, page: Page, room: int, ease: float) -> int:
        return round(page.scale.gap * self.gaps)

    def height(self, page: Page, width: int, ease: float) -> int:
        return self.part.height(page, width, ease)

    def draw(self, page: Page, rect: pygame.Rect, ease: float) -> None:
        wide = min(rect.width, round(page.scale.gap * self.gaps))
        box = pygame.Rect(0, rect.y, wide, rect.height).move_to(centerx=rect.centerx)
        self.part.draw(page, box, ease)


@dataclass(frozen=True)
class _Band:
    """A panel with a whole or a dashed border."""

    part: Block
    colour: Colour
    border: Colour
    dashed: bool
    grow: float = 0

    def height(self, page: Page, width: int, ease: float) -> int:
        gap = page.scale.gap
        return self.part.height(page, width - 2 * gap, ease) + round(gap * 0.8)

    def draw(self, page: Page, rect: pygame.Rect, ease: float) -> None:
        line = page.scale.line
        page.box(rect, self.colour, None if self.dashed else self.border, line)
        if self.dashed:
            paint.dashed_box(page.surface, rect, self.border, page.scale.radius, line)
        gap = page.scale.gap
        box = rect.inflate(-2 * gap, -round(gap * 0.8))
        self.part.draw(page, box, ease)


def sums(game: GameScreens, life: Life) -> Sequence[Block]:
    """Return what rights paid, what was had and not asked for, and what was not joined."""
    words = game.words
    return [
        _sum(life.received, words("two-lives.received"), LEAF.dark),
        _sum(life.missed, words("two-lives.missed"), PAIRS["gold"].dark),
        _sum(life.not_joined, words("two-lives.not-joined"), DIM),
    ]


def _sum(baht: int, told: Text, colour: Colour) -> Block:
    parts: list[Block] = [Say(plain(baht), "body", "title", colour), Say(told, "label", "strong")]
    return Card(Column(*parts, Gap(0), gaps=0), (255, 255, 255), colour, pad=0.1)
