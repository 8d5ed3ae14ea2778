"""The mentor explains a scheme: what it costs and what it brings, in short."""

from __future__ import annotations

from dataclasses import dataclass

import pygame

from engine.schema.text import Text
from games.rules.model.events import MentorAsked
from games.ui.screens.common.scenes import GameScene
from games.ui.screens.opening.offers import offer_row
from games.ui.screens.opening.terms import siblings
from games.ui.shell.frame import chip, frame
from games.ui.shell.game_screens import GameScreens
from games.ui.toolkit.blocks import Block, Column, Picture, Row, Say, Tight
from games.ui.toolkit.page import Page
from games.ui.toolkit.theme import INK, PAIRS, WHITE
from games.ui.toolkit.widgets import Card

GOLD = PAIRS["gold"]
MOST_BENEFITS = 3
"""So many things that a scheme pays are named."""


class MentorScene(GameScene):
    """The costs of a scheme and what it brings, in short."""

    kind = "mentor"

    def __init__(self, game: GameScreens, asked: MentorAsked) -> None:
        super().__init__(game)
        self.asked = asked

    def build(self, page: Page) -> None:
        record = self.game.catalogue.schemes[self.asked.scheme]
        rows: list[Block] = []
        for row in siblings(self.game, self.asked.scheme):
            each = row.monthly or row.yearly
            key = "pay.month" if row.monthly else "pay.year"
            pay = self.words(key, baht=each) if each else self.words("pay.free")
            rows.append(OfferRow(self.game, row.id, pay))
        told = rows + (self._benefits() if len(rows) < 2 else [])
        fewest = max(1, len(rows))
        hints = Tight(
            Picture("light-bulb", 1.4),
            Say(self.words("mentor.keeps", hints=self.asked.hints), "body", "strong", INK),
        )
        frame(
            page,
            *[Column(*told[:count], hints, gaps=0.6) for count in range(len(told), fewest - 1, -1)],
            head=self.head(
                chip(record.short, record.icon, GOLD),
                Say(self.words("mentor.says"), "body", "title", GOLD.dark),
            ),
            primary=self.way_on(),
            ground=GOLD.tint,
        )

    def _benefits(self) -> list[Block]:
        """Return what the scheme pays, where it has no options to tell apart."""
        catalogue = self.game.catalogue
        found = [b for b in catalogue.benefits.values() if b.scheme == self.asked.scheme]
        cards: list[Block] = []
        for benefit in found[:MOST_BENEFITS]:
            says: list[Block] = [Say(benefit.title, "body", "title", INK)]
            pays = catalogue.benefit_cells.get(benefit.id, {}).get("*")
            if pays is not None:
                says.append(Say(pays, "body", "read", INK))
            row = Row(Picture(benefit.icon, 1.8), Column(*says, gaps=0), shares=[0, 1])
            cards.append(Card(row, WHITE, GOLD.dark, pad=0.4, grow=1))
        return cards


@dataclass(frozen=True)
class OfferRow:
    """An option as a row: number, what is paid, what comes back."""

    game: GameScreens
    option: str
    pay: Text
    grow: float = 0.6

    def height(self, page: Page, width: int, ease: float) -> int:
        return round(page.scale.touch * 1.35)

    def draw(self, page: Page, rect: pygame.Rect, ease: float) -> None:
        box = rect.copy()
        box.height = min(rect.height, round(page.scale.touch * 2))
        box.centery = rect.centery
        offer_row(page, self.game, self.option, self.pay, box)
