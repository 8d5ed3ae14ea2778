"""The purse is empty at the close of the year: what shall stand in for money?"""

from __future__ import annotations

from engine.schema.text import Text
from games.rules import AskNeighbours, Borrow, GiveHeart
from games.ui.screens.common.scenes import Turn
from games.ui.shell.frame import frame
from games.ui.toolkit.blocks import Block, Column, Gap, Grid, Picture, Say, Tight
from games.ui.toolkit.page import Page
from games.ui.toolkit.theme import INK, PAIRS, WHITE
from games.ui.toolkit.widgets import Button, Card

FULL_HEARTS = 3


class Shortfall(Turn):
    """The purse is empty: informal debt, a heart, or, playing together, the neighbours."""

    kind = "shortfall"

    def build(self, page: Page) -> None:
        team = self.table.state.team
        lotus = PAIRS["lotus"]
        hearts: list[Block] = [
            Picture("red-heart", 1.2, pale=n >= team.hearts) for n in range(FULL_HEARTS)
        ]
        cells: list[Block] = []
        ways: list[tuple[str, str, Borrow | GiveHeart | AskNeighbours, Text]] = [
            ("borrow", "receipt", Borrow(), self._debt()),
            ("heart", "red-heart", GiveHeart(), self._heart()),
        ]
        if self.table.state.together:
            asks = AskNeighbours()
            enough = self.table.allows(asks)
            told = self.words("short.neighbours.about" if enough else "short.neighbours.not")
            ways.insert(0, ("neighbours", "handshake", asks, told))
        for name, picture, move, about in ways:
            act = self.making(move)
            cells.append(
                Button(
                    name,
                    act,
                    part=Column(
                        [
                            Picture(picture, 2.6, pale=act is None),
                            Say(self.words(f"short.{name}"), "button", "title", INK, "centre"),
                            Say(about, "body", "read", INK, "centre"),
                        ],
                        gaps=0.4,
                    ),
                    pair=lotus,
                )
            )
        frame(
            page,
            Column(
                [
                    Card(
                        Column(
                            [
                                Say(self.words("short.title"), "lead", "read", INK, "centre"),
                                Say(
                                    self.words("baht", baht=-team.money),
                                    "hero",
                                    "title",
                                    lotus.dark,
                                    "centre",
                                ),
                                Tight([*hearts, *self._owed(team.debt)], gaps=0.3),
                            ],
                            gaps=0.1,
                        ),
                        WHITE,
                    ),
                    Grid(cells, len(cells) if page.scale.wide else 1, grow=1),
                ]
            ),
            head=self.head(self.team_chip(self.seat)),
            ground=lotus.tint,
        )

    def _owed(self, debt: int) -> list[Block]:
        """What is owed already."""
        if not debt:
            return []
        told = self.words("close.debt", baht=debt)
        return [Gap(1), Say(told, "body", "strong", PAIRS["lotus"].dark)]

    def _debt(self) -> Text:
        """What is owed next year, when this is borrowed."""
        amounts, team = self.table.tables.amounts, self.table.state.team
        owed = min(team.debt - team.money, amounts.debt_most)
        later = min(owed * (100 + amounts.debt_rate) // 100, amounts.debt_most)
        return self.words("short.borrow.about", percent=amounts.debt_rate, baht=later)

    def _heart(self) -> Text:
        """What the heart stands for, and what must be borrowed all the same."""
        covers, short = self.table.tables.amounts.heart_covers, -self.table.state.team.money
        if short > covers:
            return self.words("short.heart.about.rest", baht=covers, rest=short - covers)
        return self.words("short.heart.about")
