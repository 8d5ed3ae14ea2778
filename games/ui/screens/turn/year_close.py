"""The close of a team's year: what came in, what went out, and how the team stands."""

from __future__ import annotations

from collections.abc import Sequence

from engine.schema.text import Text
from games.rules import Event
from games.rules.events import (
    Borrowed,
    ClaimSettled,
    DebtRepaid,
    FundPaid,
    HeartGiven,
    HelpedJoin,
    Judged,
    LaterPaid,
    Mended,
    NeighboursPaid,
    Payday,
    ProjectDecided,
    Protected,
    RegisteredLate,
    StandingPaid,
    WentWithout,
    YearClosed,
    purse_changes,
)
from games.ui.screens.common.scenes import Turn
from games.ui.shell.frame import frame
from games.ui.shell.game_screens import GameScreens
from games.ui.toolkit.blocks import Block, Column, Gap, Picture, Row, Say, Tight
from games.ui.toolkit.interface_text import number, plain
from games.ui.toolkit.page import Page
from games.ui.toolkit.theme import INK, PAIRS, WHITE
from games.ui.toolkit.widgets import Card

INDIGO = PAIRS["indigo"]
LEAF = PAIRS["leaf"]
LOTUS = PAIRS["lotus"]
FULL_HEARTS = 3

LINES: tuple[tuple[str, str, tuple[type[Event], ...]], ...] = (
    ("income", "cooked-rice", (Payday,)),
    ("protection", "umbrella", (Protected, HelpedJoin)),
    ("event", "adhesive-bandage", (Judged, RegisteredLate)),
    ("rights", "handshake", (LaterPaid, StandingPaid, ClaimSettled, FundPaid)),
    ("share", "megaphone", (ProjectDecided,)),
    ("neighbours", "house", (NeighboursPaid,)),
    ("heart", "red-heart", (HeartGiven,)),
    ("borrowed", "receipt", (Borrowed,)),
    ("without", "cooked-rice", (WentWithout,)),
    ("repaid", "receipt", (DebtRepaid,)),
)
"""The lines of a year's account: the key of its words, its icon, and the events it sums up."""


BURDENS = ("heart", "borrowed", "without")
"""Into the purse, and yet no gain."""


def account(events: Sequence[Event], seat: int) -> list[tuple[str, str, int]]:
    """The lines of a team's year that moved its purse, as (key, icon, baht)."""
    lines = []
    for key, picture, kinds in LINES:
        moved = (change for e in events if isinstance(e, kinds) for change in purse_changes(e))
        baht = sum(amount for team, amount in moved if team == seat)
        if baht:
            lines.append((key, picture, baht))
    return lines


class YearClose(Turn):
    """The account of the year beside how the team stands when it closes."""

    kind = "year-close"

    def __init__(self, table: GameScreens, closed: YearClosed) -> None:
        super().__init__(table)
        self.closed = closed
        self.events = table.session.year
        self.lines = account(self.events, closed.team)

    def build(self, page: Page) -> None:
        closed, words = self.closed, self.words
        title = words("close.title", year=closed.round)
        left = Card(Column([self._had(), *self._lines()], gaps=0.5), WHITE, pad=1.4)
        right = Card(Column(self._standing(page), gaps=0.8), WHITE, pad=1.4, grow=1)
        wide = page.scale.wide
        frame(
            page,
            Row([left, right], [1.15, 1], free=True) if wide else Column([left, right]),
            head=self.team_head(page, closed.team, Say(title, "body", "title", INK)),
            primary=self.way_on(INDIGO, self._next()),
            ground=INDIGO.tint,
        )

    def _next(self) -> Text:
        """Who comes next, so that the room knows who takes the place at the screen."""
        state = self.table.state
        if state.turn == self.closed.team or state.phase == "over":
            return self.words("close.next")
        return self.words("close.next-team", team=self.table.team(state.turn).title)

    def _had(self) -> Block:
        had = self.closed.money - sum(baht for _, _, baht in self.lines)
        return self._line("had", "money-bag", plain(had), INK)

    def _lines(self) -> list[Block]:
        return [
            self._line(
                key,
                picture,
                plain(f"+{number(baht)}" if baht > 0 else number(baht)),
                LEAF.dark if baht > 0 and key not in BURDENS else LOTUS.dark,
            )
            for key, picture, baht in self.lines
        ]

    def _line(self, key: str, picture: str, amount: Text, colour: tuple[int, int, int]) -> Block:
        return Row(
            [
                Picture(picture, 1.2),
                Say(self.words(f"year.{key}"), "button", "read", INK),
                Say(amount, "button", "title", colour, "right"),
            ],
            [0, 1, 0],
            gaps=0.7,
        )

    def _standing(self, page: Page) -> list[Block]:
        closed, words = self.closed, self.words
        size = 1.5 if page.scale.large and page.scale.wide else 2.0
        money = INK if closed.money >= 0 else LOTUS.dark
        hearts: list[Block] = [
            Picture("red-heart", size, pale=n >= closed.hearts) for n in range(FULL_HEARTS)
        ]
        stars: list[Block] = [
            Picture("star", size),
            Say(plain(closed.stars), "number", "title", INK),
        ]
        parts: list[Block] = [
            Column(
                [
                    Say(words("close.money"), "lead", "read", INDIGO.dark, "centre"),
                    Say(words("baht", baht=closed.money), "title", "title", money, "centre"),
                ],
                gaps=0.1,
            ),
            Tight([*hearts, Gap(1), *stars], gaps=0.4),
        ]
        if closed.debt:
            debt = words("close.debt", baht=closed.debt)
            parts.append(Tight([Picture("receipt", 1.4), Say(debt, "body", "strong", LOTUS.dark)]))
        notes = [note for note in map(self._note, self.events) if note is not None]
        return [*parts, *(Say(note, "body", "read", INK, "centre") for note in notes)]

    def _note(self, event: Event) -> Text | None:
        """What happened to a heart at the close."""
        if isinstance(event, HeartGiven):
            return self.words("close.heart", baht=event.baht)
        if isinstance(event, WentWithout) and event.hearts:
            return self.words("close.without.heart", baht=event.baht)
        if isinstance(event, Mended) and event.by == "quiet_year":
            return self.words("close.quiet")
        if isinstance(event, Mended) and event.by == "project":
            return self.words("close.project")
        return None
