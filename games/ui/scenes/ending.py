"""The end: old age, the same life lived otherwise, and the result."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

import pygame

from engine.model.text import Text
from games.rules import LifeLine, WhatIf, what_if
from games.rules.events import GameOver, OldAge
from games.ui.blocks import Block, Column, Either, Grid, Picture, Row, Say, Tight
from games.ui.frame import frame
from games.ui.page import Page
from games.ui.scene import Scene
from games.ui.scenes.common import Emblem, Turn
from games.ui.scenes.overlays import sources_button
from games.ui.scenes.village import VillageResult, result_card, result_pair
from games.ui.table import Table
from games.ui.theme import DIM, INK, PAIRS, PAPER, SAND, WHITE
from games.ui.widgets import Button, Card, Draw
from games.ui.words import joined, number, plain

LEAF = PAIRS["leaf"]
INDIGO = PAIRS["indigo"]
LOTUS = PAIRS["lotus"]


def closing_scenes(table: Table, ages: Sequence[OldAge], over: GameOver) -> Iterator[Scene]:
    """Old age and the other lives, team by team; then the result. The debrief follows."""
    lives = {page.team: page for page in what_if(table.tables, table.log)}
    for age in ages:
        yield OldAgeScene(table, age)
        yield WhatIfScene(table, lives[age.team])
    yield VillageResult(table, over) if over.together else Ranking(table, over)


class OldAgeScene(Turn):
    """What the years have laid aside."""

    kind = "old-age"

    def __init__(self, table: Table, age: OldAge) -> None:
        super().__init__(table)
        self.age = age

    def build(self, page: Page) -> None:
        age, words = self.age, self.words
        cards: list[Block] = []
        for line in age.lines:
            benefit = self.table.benefit(line.benefit)
            amount = (
                words("old-age.monthly", baht=line.monthly)
                if line.monthly
                else words("baht", baht=line.baht)
            )
            under = (
                plain(f"{number(line.each)} × {number(line.times)}")
                if line.times > 1
                else words("old-age.lump")
            )
            if line.monthly:
                under = benefit.when
            cards.append(self._card(benefit.icon, benefit.title, amount, under))
        account = age.saved + age.matched
        if account:
            shares = plain(f"{number(age.saved)} + {number(age.matched)}")
            cards.append(
                self._card(
                    "seedling", words("old-age.savings"), words("baht", baht=account), shares
                )
            )
            cards.append(
                self._card(
                    "calendar",
                    words("old-age.pension", months=age.pension_months),
                    words("baht", baht=age.pension),
                    words("old-age.estimate"),
                )
            )
        if not cards:
            cards = [
                Card(
                    Column(
                        [
                            Picture("seedling", 3, pale=True),
                            Say(words("old-age.nothing"), "lead", "read", INK, "centre"),
                        ]
                    ),
                    WHITE,
                    pad=2,
                )
            ]
        columns = min(len(cards), 3 if page.scale.wide and len(cards) != 4 else 2)
        columns = columns if page.scale.wide else 1
        frame(
            page,
            Grid(cards, columns, grow=1),
            head=self.head(
                self.team_chip(age.team),
                *(
                    [Say(words("old-age.title"), "lead", "title", LEAF.dark)]
                    if page.scale.wide
                    else []
                ),
            ),
            primary=Button(
                "go-on",
                self.table.next,
                words("go-on"),
                look="primary",
                pair=LEAF,
                primary=True,
            ),
            sides=[sources_button(self.table, [f for line in age.lines for f in line.facts])]
            if age.lines
            else [],
            ground=LEAF.tint,
        )

    def _card(self, picture: str, title: Text, amount: Text, under: Text) -> Block:
        parts: list[Block] = [
            Picture(picture, 2),
            Say(title, "body", "strong", INK, "centre"),
            Say(amount, "number", "title", LEAF.dark, "centre"),
            Say(under, "body", "read", DIM, "centre"),
        ]
        return Card(Column(parts, gaps=0.3), WHITE)


class WhatIfScene(Turn):
    """Same years, same luck, other rights: four ends side by side."""

    kind = "what-if"

    def __init__(self, table: Table, lives: WhatIf) -> None:
        super().__init__(table)
        self.lives = lives

    def build(self, page: Page) -> None:
        words, lives = self.words, self.lives
        shown: list[tuple[str, LifeLine]] = [
            ("none", lives.bare),
            ("played", lives.played),
            ("claimed", lives.claimed),
            ("best", lives.best),
        ]
        most = max(1, *(line.score for _, line in shown))
        full, short = (
            [self._life(key, line, most, hearts) for key, line in shown] for hearts in (True, False)
        )
        used = Card(
            Column(
                [
                    Say(words("what-if.used"), "body", "strong", LEAF.dark, "centre"),
                    Say(words("baht", baht=lives.used), "number", "title", LEAF.dark, "centre"),
                ],
                gaps=0,
            ),
            LEAF.tint,
            pad=0.7,
        )
        missed = Card(
            Column(
                [
                    Say(words("what-if.missed"), "body", "strong", LOTUS.dark, "centre"),
                    Say(words("baht", baht=lives.missed), "number", "title", LOTUS.dark, "centre"),
                ],
                gaps=0,
            ),
            LOTUS.tint,
            pad=0.7,
        )
        top = Row([used, missed])
        frame(
            page,
            Either([Column([top, *bars], gaps=0.7) for bars in (full, short)]),
            head=self.head(
                self.team_chip(lives.team),
                *([Say(words("what-if.title"), "body", "title", INK)] if page.scale.wide else []),
            ),
            primary=Button("go-on", self.table.next, words("go-on"), look="primary", primary=True),
        )

    def _life(self, key: str, line: LifeLine, most: int, with_hearts: bool) -> Block:
        colours = {"none": LOTUS, "played": INDIGO, "claimed": PAIRS["teal"], "best": LEAF}[key]
        hearts: list[Block] = [Picture("red-heart", 0.9)] * line.hearts
        label = Column(
            [
                Say(self.words(f"what-if.{key}"), "body", "strong", INK),
                *([Tight(hearts, "left", 0.2)] if hearts and with_hearts else []),
            ],
            gaps=0,
        )

        def bar(page: Page, rect: pygame.Rect) -> None:
            tall = min(rect.height, page.scale.touch)
            box = pygame.Rect(rect.x, rect.centery - tall // 2, rect.width, tall)
            page.box(box, colours.tint, radius=tall // 4)
            wide = round(rect.width * max(0, line.score) / most)
            if wide > tall // 2:
                page.box(pygame.Rect(box.x, box.y, wide, tall), colours.dark, radius=tall // 4)

        amount = self.words("ranking.points", points=line.score)
        return Card(
            Row(
                [label, Draw(bar, gaps=2), Say(amount, "button", "title", colours.dark, "right")],
                [1.25, 1.3, 0.8],
            ),
            WHITE,
            SAND if key != "played" else colours.dark,
            thick=0.5 if key != "played" else 1.5,
            pad=0.7,
            grow=1,
        )


class Ranking(Turn):
    """First whether the community has won, then the honour of the highest score."""

    kind = "result"

    def __init__(self, table: Table, over: GameOver) -> None:
        super().__init__(table)
        self.over_event = over

    def build(self, page: Page) -> None:
        over, words = self.over_event, self.words
        top = result_card(words, over)
        columns = 2 if page.scale.wide and len(over.ranking) > 4 else 1
        full, short = (
            Grid(
                [self._team(place, seat, parts) for place, seat in enumerate(over.ranking)],
                columns,
                gaps=0.5,
                grow=1,
            )
            for parts in (True, False)
        )
        body = Either([Column([top, full], gaps=0.8), Column([top, short], gaps=0.8)])
        frame(
            page,
            body,
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

    def _team(self, place: int, seat: int, parts: bool) -> Block:
        """A line of the ranking; with `parts`, what the points are made of."""
        score = self.over_event.scores[seat]
        team, colours = self.table.team(seat), self.table.team_pair(seat)
        told: list[Block] = [Say(team.title, "body", "title", colours.dark)]
        if parts:
            shown = [
                self.words(f"ranking.{name}", points=points)
                for name, points in (
                    ("purse", score.purse),
                    ("age", score.old_age),
                    ("hearts", score.hearts),
                    ("stars", score.stars),
                    ("debt", -score.debt),
                )
                if points
            ]
            if shown:
                told.append(Say(joined(*shown, between=" · "), "body", "read", DIM))
        points = self.words("ranking.points", points=score.total)
        return Card(
            Row(
                [
                    Say(plain(place + 1), "button", "title", INK),
                    Emblem(team.icon, colours, 1.7),
                    Column(told, gaps=0),
                    Say(points, "button", "title", INK, "right"),
                ],
                [0, 0, 1, 0],
            ),
            WHITE,
            colours.dark,
            pad=0.5,
        )
