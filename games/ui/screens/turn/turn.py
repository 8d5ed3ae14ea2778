"""The beginning: who the teams are; and the beginning of a team's year, payday."""

from __future__ import annotations

from collections.abc import Sequence

from engine.schema.text import Text
from games.rules import Begin
from games.rules.events import Interest, LaterPaid, Payday, StandingPaid
from games.ui.screens.common.marks import Emblem
from games.ui.screens.common.scenes import Turn
from games.ui.shell.frame import frame
from games.ui.shell.game_screens import GameScreens
from games.ui.toolkit.blocks import Block, Column, Grid, Picture, Row, Say
from games.ui.toolkit.interface_text import number, plain
from games.ui.toolkit.page import Page
from games.ui.toolkit.theme import DIM, INK, PAIRS, SAND, WHITE
from games.ui.toolkit.widgets import Button, Card

INDIGO = PAIRS["indigo"]


class Reveal(Turn):
    """The teams and the work each has drawn."""

    kind = "teams"

    def build(self, page: Page) -> None:
        cells: list[Block] = []
        teams = self.table.state.teams
        for seat, _ in enumerate(teams):
            team, job = self.table.team(seat), self.table.occupation(seat)
            colours = self.table.team_pair(seat)
            big = Row(
                [
                    Emblem(team.icon, colours, 2.2),
                    Column(
                        [
                            Say(team.title, "lead", "title", colours.dark),
                            Row(
                                [Picture(job.icon, 1.2), Say(job.title, "body", "strong", INK)],
                                [0, 1],
                            ),
                            *([Say(job.risk, "body", "read", DIM)] if len(teams) <= 4 else []),
                        ],
                        gaps=0.1,
                    ),
                    Column(
                        [
                            Say(plain(job.income), "button", "title", INK, "right"),
                            Say(self.words("reveal.income"), "body", "read", DIM, "right"),
                        ],
                        gaps=0,
                    ),
                ],
                [0, 1, 0],
                gaps=0.8,
            )
            cells.append(Card(big, WHITE, SAND, pad=0.7))
        columns = 2 if page.scale.wide and len(teams) > 2 and not page.scale.large else 1
        frame(
            page,
            Grid(cells, columns, gaps=0.7, grow=1),
            head=self.head(Say(self.words("reveal.title"), "lead", "title", INK)),
            primary=Button(
                "begin",
                self.making(Begin()),
                self.words("reveal.begin"),
                look="primary",
            ),
        )


class PaydayScene(Turn):
    """Income of the year less living: what is left in the hand is the hero."""

    kind = "payday"

    def __init__(
        self,
        table: GameScreens,
        payday: Payday,
        also: Sequence[LaterPaid | StandingPaid | Interest],
        had: int,
    ) -> None:
        super().__init__(table)
        self.payday = payday
        self.had = had
        """Baht in the purse before payday."""
        self.also = also

    def build(self, page: Page) -> None:
        pay = self.payday
        job = self.table.occupation(pay.team)
        money = self.table.state.teams[pay.team].money
        colours = INDIGO
        swing = (
            "payday.good" if pay.swing > 0 else "payday.poor" if pay.swing < 0 else "payday.same"
        )
        lines: list[Block] = [
            self._line("year.had", plain(self.had), "money-bag"),
            self._line("payday.income", plain(f"+{number(pay.income)}"), job.icon),
            Say(self.words(swing, percent=abs(pay.swing)), "body", "read", DIM),
        ]
        if pay.weary:
            told = self.words("payday.weary", baht=pay.weary)
            lines.append(Say(told, "body", "strong", PAIRS["lotus"].dark))
        lines.append(self._line("payday.living", plain(-pay.living), "cooked-rice"))
        for event in self.also:
            if isinstance(event, Interest):
                told = self.words("payday.interest", percent=event.percent, baht=event.debt)
                lines.append(Say(told, "body", "strong", PAIRS["lotus"].dark))
                continue
            benefit = self.table.benefit(event.benefit)
            lines.append(
                Row(
                    [
                        Picture(benefit.icon, 1.4),
                        Say(benefit.short, "body", "strong", PAIRS["leaf"].dark),
                        Say(
                            plain(f"+{number(event.baht)}"),
                            "button",
                            "title",
                            PAIRS["leaf"].dark,
                            "right",
                        ),
                    ],
                    [0, 1.5, 1],
                )
            )
        hero = Column(
            [
                Say(self.words("payday.purse"), "lead", "read", colours.dark, "centre"),
                Say(
                    plain(money),
                    "hero",
                    "title",
                    INK if money >= 0 else PAIRS["lotus"].dark,
                    "centre",
                ),
                Say(self.words("unit.baht"), "button", "strong", colours.dark, "centre"),
            ],
            gaps=0.1,
        )
        left = Card(Column(lines, gaps=0.6), WHITE, pad=1.6)
        right = Card(hero, WHITE, pad=1.6)
        body: Block = Row([left, right]) if page.scale.wide else Column([left, _grown(right)])
        state = self.table.state
        year = self.words("year", year=state.round, years=state.rounds)
        frame(
            page,
            body,
            head=self.team_head(page, pay.team, Say(year, "body", "title", INK)),
            primary=self.way_on(colours, self.words("payday.next")),
            ground=colours.tint,
        )

    def _line(self, key: str, value: Text, picture: str) -> Block:
        return Row(
            [
                Picture(picture, 1.4),
                Say(self.words(key), "body", "strong", INK),
                Say(value, "number", "title", INK, "right"),
            ],
            [0, 1, 1],
        )


def _grown(card: Card) -> Card:
    return Card(card.part, card.colour, card.border, card.thick, card.pad, card.stripe, 1)
