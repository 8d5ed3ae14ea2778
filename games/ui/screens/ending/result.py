"""The result: the community's first, then team by team; playing together nobody is ranked."""

from __future__ import annotations

from collections.abc import Sequence

from engine.schema.text import Text
from games.rules.events import GameOver
from games.ui.screens.common.marks import Emblem, mark
from games.ui.screens.common.scenes import Turn
from games.ui.shell.frame import frame
from games.ui.shell.game_screens import GameScreens
from games.ui.toolkit.blocks import Block, Column, Either, Grid, Picture, Row, Say
from games.ui.toolkit.interface_text import joined, plain
from games.ui.toolkit.page import Page
from games.ui.toolkit.theme import DIM, INK, PAIRS, WHITE, Colour
from games.ui.toolkit.widgets import Card


class _Result(Turn):
    """What both results have in common: the community's card, and a card for each team."""

    def __init__(self, table: GameScreens, over: GameOver) -> None:
        super().__init__(table)
        self.over_event = over
        self.pair = PAIRS["leaf"] if over.community else PAIRS["gold"]

    def show(self, page: Page, body: Block) -> None:
        """The page of a result. The debrief follows."""
        frame(
            page,
            body,
            head=self.head(Say(self.words("ranking.points.title"), "lead", "title", INK)),
            primary=self.way_on(self.pair, self.words("ranking.next")),
        )

    def community(self, beside: Block | None = None) -> Block:
        """Whether the community has won, and what that takes; something `beside` it."""
        won = self.over_event.community
        key = "ranking.won" if won else "ranking.not-yet"
        told: list[Block] = [
            Say(self.words(key), "title", "title", self.pair.dark),
            Say(self.words(f"{key}.about"), "body", "read", INK),
        ]
        parts: list[Block] = [Picture("trophy" if won else "seedling", 3), Column(told, gaps=0)]
        if beside is None:
            return Card(Row(parts, [0, 1]), WHITE)
        return Card(Row([*parts, beside], [0, 1.7, 1]), WHITE)

    def team(
        self,
        seat: int,
        told: Sequence[Text],
        colour: Colour,
        right: Block,
        left: Sequence[Block] = (),
        role: str = "body",
    ) -> Block:
        """The card of a team: its emblem and name, and what is told of it below the name."""
        team, colours = self.table.team(seat), self.table.team_pair(seat)
        lines: list[Block] = [Say(team.title, "body", "title", colours.dark)]
        if told:
            lines.append(Say(joined(*told, between=" · "), role, "read", colour))
        parts = [*left, Emblem(team.icon, colours, 1.7), Column(lines, gaps=0), right]
        shares = [0.0] * (len(left) + 1) + [1.0, 0.0]
        return Card(Row(parts, shares), WHITE, colours.dark, pad=0.5)


class Ranking(_Result):
    """First whether the community has won, then the honour of the highest score."""

    kind = "result"

    def build(self, page: Page) -> None:
        over = self.over_event
        top = self.community()
        many = 2 if page.scale.large else 4
        columns = 2 if page.scale.wide and len(over.ranking) > many else 1
        lists = (
            Grid(
                [self._place(place, seat, parts) for place, seat in enumerate(over.ranking)],
                columns,
                gaps=0.5,
                grow=1,
            )
            for parts in ("body", "label", "")
        )
        self.show(page, Either([Column([top, teams], gaps=0.8) for teams in lists]))

    def _place(self, place: int, seat: int, parts: str) -> Block:
        """A line of the ranking; `parts`: the role of what the points are made of, or ""."""
        score = self.over_event.scores[seat]
        made_of = [
            self.words(f"ranking.{name}", points=points)
            for name, points in (
                ("purse", score.purse),
                ("age", score.old_age),
                ("cover", score.cover),
                ("hearts", score.hearts),
                ("stars", score.stars),
                ("debt", -score.debt),
            )
            if points
        ]
        points = self.words("ranking.points", points=score.total)
        return self.team(
            seat,
            made_of if parts else (),
            DIM,
            Say(points, "button", "title", INK, "right"),
            left=[Say(plain(place + 1), "button", "title", INK)],
            role=parts,
        )


class VillageResult(_Result):
    """One result for all. Each team says what still keeps the village from winning."""

    kind = "village-result"

    def build(self, page: Page) -> None:
        teams = [self._standing(seat) for seat in range(len(self.over_event.scores))]
        columns = 2 if page.scale.wide and len(teams) > 3 else 1
        body = Column(
            [
                self.community(beside=self._score()),
                Say(self.words("village.why"), "body", "read", INK, "centre"),
                Grid(teams, columns, gaps=0.5, grow=1),
            ],
            gaps=0.6,
        )
        self.show(page, body)

    def _score(self) -> Block:
        """The one score there is."""
        points = self.words("ranking.points", points=self.over_event.village)
        return Column(
            [
                Say(self.words("village.score"), "body", "read", DIM, "right"),
                Say(points, "number", "title", self.pair.dark, "right"),
            ],
            gaps=0,
        )

    def _standing(self, seat: int) -> Block:
        """A team, in seat order: its heart, its debt and its protection, and no score."""
        score = self.over_event.scores[seat]
        stands = (
            ("heart", score.hearts > 0),
            ("debt", score.debt == 0),
            ("cover", score.protected),
        )
        told = [self.words(f"village.{name}.{'yes' if good else 'no'}") for name, good in stands]
        safe = all(good for _, good in stands)
        return self.team(seat, told, INK, mark(safe, PAIRS["leaf"].dark if safe else DIM, 0.9))
