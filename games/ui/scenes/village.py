"""The community's result; playing together it is the only one, and nobody is ranked."""

from __future__ import annotations

from games.rules.events import GameOver
from games.ui.blocks import Block, Column, Grid, Picture, Row, Say
from games.ui.frame import frame
from games.ui.page import Page
from games.ui.scenes.common import Emblem, Turn, mark
from games.ui.table import Table
from games.ui.theme import DIM, INK, PAIRS, PAPER, WHITE, Pair
from games.ui.widgets import Button, Card
from games.ui.words import Words, joined


def result_pair(over: GameOver) -> Pair:
    """The colours of the community's result."""
    return PAIRS["leaf"] if over.community else PAIRS["gold"]


def result_card(words: Words, over: GameOver) -> Block:
    """Whether the community has won, and what that takes; together, its one score too."""
    key = "ranking.won" if over.community else "ranking.not-yet"
    colours = result_pair(over)
    told: list[Block] = [
        Say(words(key), "title", "title", colours.dark),
        Say(words(f"{key}.about"), "body", "read", INK),
    ]
    parts: list[Block] = [
        Picture("trophy" if over.community else "seedling", 3),
        Column(told, gaps=0),
    ]
    if not over.together:
        return Card(Row(parts, [0, 1]), WHITE)
    points = Column(
        [
            Say(words("village.score"), "body", "read", DIM, "right"),
            Say(
                words("ranking.points", points=over.village),
                "number",
                "title",
                colours.dark,
                "right",
            ),
        ],
        gaps=0,
    )
    return Card(Row([*parts, points], [0, 1.7, 1]), WHITE)


class VillageResult(Turn):
    """One result for all. Each team says what still keeps the village from winning."""

    kind = "village-result"

    def __init__(self, table: Table, over: GameOver) -> None:
        super().__init__(table)
        self.over_event = over

    def build(self, page: Page) -> None:
        over, words = self.over_event, self.words
        teams: list[Block] = [self._team(seat) for seat in range(len(over.scores))]
        columns = 2 if page.scale.wide and len(teams) > 3 else 1
        frame(
            page,
            Column(
                [
                    result_card(words, over),
                    Say(words("village.why"), "body", "read", INK, "centre"),
                    Grid(teams, columns, gaps=0.5, grow=1),
                ],
                gaps=0.6,
            ),
            head=self.head(Say(words("ranking.points.title"), "lead", "title", INK)),
            primary=Button(
                "go-on",
                self.table.next,
                words("ranking.next"),
                look="primary",
                pair=result_pair(over),
                primary=True,
            ),
            ground=PAPER,
        )

    def _team(self, seat: int) -> Block:
        """A team, in seat order: its heart, its debt and its protection, and no score."""
        score = self.over_event.scores[seat]
        team, colours = self.table.team(seat), self.table.team_pair(seat)
        stands = (
            ("heart", score.hearts > 0),
            ("debt", score.debt == 0),
            ("cover", score.protected),
        )
        told = [self.words(f"village.{name}.{'yes' if good else 'no'}") for name, good in stands]
        safe = all(good for _, good in stands)
        return Card(
            Row(
                [
                    Emblem(team.icon, colours, 1.7),
                    Column(
                        [
                            Say(team.title, "body", "title", colours.dark),
                            Say(joined(*told, between=" · "), "body", "read", INK),
                        ],
                        gaps=0,
                    ),
                    mark(safe, PAIRS["leaf"].dark if safe else DIM, 0.9),
                ],
                [0, 1, 0],
            ),
            WHITE,
            colours.dark,
            pad=0.5,
        )
