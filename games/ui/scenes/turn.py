"""The beginning and the end of a team's year: who it is, payday, the close."""

from __future__ import annotations

from collections.abc import Sequence

from engine.model.text import Text
from games.rules import Begin, Event
from games.rules.events import (
    Borrowed,
    DebtRepaid,
    HeartGiven,
    Interest,
    LaterPaid,
    Mended,
    NeighboursPaid,
    Payday,
    StandingPaid,
    WentWithout,
    YearClosed,
)
from games.ui.blocks import Block, Column, Grid, Picture, Row, Say, Space, Tight
from games.ui.frame import frame
from games.ui.page import Page
from games.ui.scenes.common import Turn
from games.ui.scenes.marks import Emblem
from games.ui.table import Table
from games.ui.theme import DIM, INK, PAIRS, SAND, WHITE
from games.ui.widgets import Button, Card
from games.ui.words import number, plain

INDIGO = PAIRS["indigo"]
FULL_HEARTS = 3


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
                            Say(self.words("baht-a-year"), "body", "read", DIM, "right"),
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
        self, table: Table, payday: Payday, also: Sequence[LaterPaid | StandingPaid | Interest]
    ) -> None:
        super().__init__(table)
        self.payday = payday
        self.also = also

    def build(self, page: Page) -> None:
        pay = self.payday
        job = self.table.occupation(pay.team)
        colours = INDIGO
        swing = (
            "payday.good" if pay.swing > 0 else "payday.poor" if pay.swing < 0 else "payday.same"
        )
        lines: list[Block] = [
            self._line("payday.income", plain(f"+{number(pay.income)}"), job.icon),
            Say(self.words(swing, percent=abs(pay.swing)), "body", "read", DIM),
        ]
        if pay.weary:
            told = self.words("payday.weary", baht=pay.weary)
            lines.append(Say(told, "body", "strong", PAIRS["lotus"].dark))
        lines.append(self._line("payday.living", plain(-pay.living), "cooked-rice"))
        for event in self.also:
            if isinstance(event, Interest):
                told = self.words("close.interest", percent=event.percent, baht=event.baht)
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
                Say(plain(self.table.state.teams[pay.team].money), "hero", "title", INK, "centre"),
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


class YearClose(Turn):
    """How the team stands when its year closes."""

    kind = "year-close"

    def __init__(self, table: Table, closed: YearClosed, events: Sequence[Event]) -> None:
        super().__init__(table)
        self.closed = closed
        self.events = events

    def build(self, page: Page) -> None:
        closed = self.closed
        colours = INDIGO
        words = self.words
        money = INK if closed.money >= 0 else PAIRS["lotus"].dark
        hearts: list[Block] = [
            Picture("red-heart", 2.2, pale=n >= closed.hearts) for n in range(FULL_HEARTS)
        ]
        stars: list[Block] = [
            Picture("star", 2.2),
            Say(plain(closed.stars), "number", "title", INK),
        ]
        standing: list[Block] = [
            Say(words("close.money"), "lead", "read", colours.dark, "centre"),
            Say(words("baht", baht=closed.money), "hero", "title", money, "centre"),
            Tight([*hearts, Space(2), *stars], gaps=0.5),
        ]
        if closed.debt:
            debt = words("close.debt", baht=closed.debt)
            standing.append(
                Tight([Picture("receipt", 1.6), Say(debt, "lead", "strong", PAIRS["lotus"].dark)])
            )
        notes: list[Block] = []
        for event in self.events:
            told = self._told(event)
            if told is not None:
                notes.append(Say(told, "lead", "read", INK, "centre"))
        title = words("close.title", year=closed.round)
        frame(
            page,
            Card(
                Column(
                    [*standing, *notes],
                    gaps=1.2,
                ),
                WHITE,
                pad=1.6,
                grow=1,
            ),
            head=self.team_head(page, closed.team, Say(title, "body", "title", INK)),
            primary=self.way_on(colours, words("close.next")),
            ground=colours.tint,
        )

    def _told(self, event: Event) -> Text | None:
        if isinstance(event, DebtRepaid):
            return self.words("close.repaid", baht=event.baht)
        if isinstance(event, HeartGiven):
            return self.words("close.heart", baht=event.baht)
        if isinstance(event, Borrowed):
            return self.words("close.borrowed", baht=event.baht)
        if isinstance(event, NeighboursPaid):
            return self.words("close.neighbours", baht=event.baht)
        if isinstance(event, WentWithout):
            key = "close.without.heart" if event.hearts else "close.without"
            return self.words(key, baht=event.baht)
        if isinstance(event, Mended) and event.by == "quiet_year":
            return self.words("close.quiet")
        if isinstance(event, Mended) and event.by == "project":
            return self.words("close.project")
        return None
