"""The end: old age, the same life lived otherwise, the result, and the debrief."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence

import pygame

from engine.model.source import Helpline
from engine.model.text import Text
from games.rules import LifeLine, WhatIf, debrief, what_if
from games.rules.debrief import Debrief as DebriefTold
from games.rules.events import GameOver, OldAge
from games.ui.blocks import (
    Block,
    Button,
    Card,
    Column,
    Draw,
    Either,
    Grid,
    Picture,
    Row,
    Say,
    Space,
    Tight,
)
from games.ui.frame import frame
from games.ui.page import Page
from games.ui.scene import Scene
from games.ui.scenes.common import Emblem, Turn
from games.ui.table import Table
from games.ui.theme import DIM, INK, PAIRS, PAPER, SAND, WHITE, pair
from games.ui.words import joined, number, plain

LEAF = PAIRS["leaf"]
INDIGO = PAIRS["indigo"]
LOTUS = PAIRS["lotus"]
MISSED_SHOWN = 3
CALLS_SHOWN = 4
SHORT_PHONE = 5


def closing_scenes(table: Table, ages: Sequence[OldAge], over: GameOver) -> Iterator[Scene]:
    """Old age and the other lives, team by team; then the result. The debrief follows."""
    lives = {page.team: page for page in what_if(table.tables, table.log)}
    for age in ages:
        yield OldAgeScene(table, age)
        yield WhatIfScene(table, lives[age.team])
    yield Ranking(table, over)


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
                    None,
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
            ground=LEAF.tint,
        )

    def _card(self, picture: str, title: Text, amount: Text, under: Text | None) -> Block:
        parts: list[Block] = [
            Picture(picture, 2),
            Say(title, "body", "strong", INK, "centre"),
            Say(amount, "number", "title", LEAF.dark, "centre"),
        ]
        if under is not None:
            parts.append(Say(under, "body", "read", DIM, "centre"))
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
        key = "ranking.won" if over.community else "ranking.not-yet"
        colours = LEAF if over.community else PAIRS["gold"]
        top = Card(
            Row(
                [
                    Picture("trophy" if over.community else "seedling", 3),
                    Column(
                        [
                            Say(words(key), "title", "title", colours.dark),
                            Say(words(f"{key}.about"), "body", "read", INK),
                        ],
                        gaps=0,
                    ),
                ],
                [0, 1],
            ),
            WHITE,
        )
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
                pair=colours,
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


class Debrief(Turn):
    """Most missed, one thing to do, whom to call; then questions to think and to pass on."""

    kind = "debrief"

    def __init__(self, table: Table) -> None:
        super().__init__(table)
        self.told = debrief(table.tables, table.log)

    def build(self, page: Page) -> None:
        words = self.words
        missed = [q for q in self.told.questions if q.missed][:MISSED_SHOWN]
        parts: list[Block] = [Say(words("debrief.missed"), "lead", "title", LOTUS.dark)]
        for asked in missed:
            question = self.table.catalogue.questions[asked.id]
            module = self.table.module_of(asked.id)
            parts.append(
                Row([Picture(module.icon, 1.3), Say(question.ask, "body", "read", INK)], [0, 1])
            )
        if not missed:
            parts.append(Say(words("debrief.missed-none"), "lead", "read", INK))
        left = Card(Column([*parts, Space(0, grow=1)], gaps=0.8), WHITE)
        calls = [self._call(line) for line in self._lines()]
        right = Card(
            Column(
                [
                    Say(words("debrief.call"), "lead", "title", INDIGO.dark),
                    *calls,
                    Space(0, grow=1),
                ],
                gaps=0.8,
            ),
            INDIGO.tint,
        )
        right_count = sum(t.right for t in self.told.teams)
        all_count = sum(t.questions for t in self.told.teams)
        frame(
            page,
            Row([left, right], [1, 1], free=True) if page.scale.wide else Column([left, right]),
            head=self.head(
                Say(words("debrief.title"), "lead", "title", INK),
                *(
                    [
                        Say(
                            words("debrief.answered", right=right_count, all=all_count),
                            "body",
                            "strong",
                            LEAF.dark,
                        )
                    ]
                    if page.scale.wide
                    else []
                ),
            ),
            primary=Button(
                "go-on", self._next, words("debrief.next"), look="primary", primary=True
            ),
        )

    def _call(self, line: Helpline) -> Block:
        """Whom, and the number; below the name when it is a long one."""
        name = Say(line.title, "body", "read", INK)
        phone = Say(plain(line.phone), "body", "title", INK)
        picture = Picture("telephone-receiver", 1)
        if len(line.phone) > SHORT_PHONE:
            return Row([picture, Column([name, phone], gaps=0)], [0, 1])
        return Row([picture, name, phone], [0, 1, 0])

    def _lines(self) -> list[Helpline]:
        """Each module's first telephone line; those of what was missed come first."""
        catalogue = self.table.catalogue
        missed = [catalogue.module_of[q.id] for q in self.told.questions if q.missed]
        found: dict[str, Helpline] = {}
        for module in dict.fromkeys((*missed, *self.table.log.modules)):
            lines = [catalogue.helplines[h] for h in catalogue.module_by_id[module].helplines]
            first = next((line for line in lines if line.phone), None)
            if first is not None:
                found.setdefault(first.id, first)
        return list(found.values())[:CALLS_SHOWN]

    def _next(self) -> None:
        self.table.stage.show(ThisWeek(self.table, self.told))


class ThisWeek(Turn):
    """One thing to do this week, from the lesson of what was missed most."""

    kind = "this-week"

    def __init__(self, table: Table, told: DebriefTold) -> None:
        super().__init__(table)
        missed = [table.catalogue.module_of[q.id] for q in told.questions if q.missed]
        modules = [table.catalogue.module_by_id[m] for m in (*missed, *table.log.modules)]
        self.module, self.act = next(
            (m, step.say) for m in modules for step in m.lesson.steps if step.kind == "act"
        )

    def build(self, page: Page) -> None:
        colours = pair(self.module.colour)
        frame(
            page,
            Card(
                Column(
                    [
                        Picture(self.module.icon, 3),
                        Say(self.act, "lead", "strong", INK, "centre"),
                    ],
                    gaps=1.5,
                ),
                WHITE,
                pad=2,
                grow=1,
            ),
            head=self.head(Say(self.words("debrief.todo"), "lead", "title", colours.dark)),
            primary=Button(
                "go-on",
                self._next,
                self.words("debrief.next"),
                look="primary",
                pair=colours,
                primary=True,
            ),
            ground=colours.tint,
        )

    def _next(self) -> None:
        self.table.stage.show(Reflect(self.table))


class Reflect(Turn):
    """Three questions to think about, and the box for what the room could not answer."""

    kind = "reflect"

    def __init__(self, table: Table) -> None:
        super().__init__(table)
        self.others = sum(1 for f in table.flags if f.startswith("other-"))
        told = debrief(table.tables, table.log)
        asked = [q.id for q in told.questions if q.missed]
        flagged = [f for f in sorted(table.flags) if f in table.catalogue.questions]
        self.listed = list(dict.fromkeys([*flagged, *asked]))[:3]

    def build(self, page: Page) -> None:
        words = self.words
        think: list[Block] = [Say(words("debrief.reflect"), "lead", "title", INDIGO.dark)]
        for n in (1, 2, 3):
            think.append(
                Row(
                    [
                        Say(plain(n), "number", "title", INDIGO.dark),
                        Say(words(f"debrief.reflect.{n}"), "lead", "read", INK),
                    ],
                    [0, 1],
                )
            )
        box: list[Block] = [
            Say(words("debrief.box"), "lead", "title", PAIRS["gold"].dark),
            Say(words("debrief.box.about"), "body", "read", INK),
        ]
        for place, question_id in enumerate(self.listed):
            question = self.table.catalogue.questions[question_id]
            box.append(
                Button(
                    f"flag-{place + 1}",
                    self._flag(question_id),
                    part=Say(question.ask, "body", "read", INK),
                    pair=PAIRS["gold"],
                    selected=question_id in self.table.flags,
                    pad=0.6,
                )
            )
        box.append(
            Button(
                "flag-other",
                self._other,
                words("debrief.box.more"),
                "pushpin",
                "plain",
                PAIRS["gold"],
                role="body",
            )
        )
        count = words("debrief.box.count", count=len(self.table.flags))
        box.append(Say(count, "button", "title", PAIRS["gold"].dark, "centre"))
        left = Card(Column(think, gaps=1), WHITE, grow=1)
        right = Card(Column([*box, Space(0, grow=1)], gaps=0.5), PAIRS["gold"].tint)
        frame(
            page,
            Row([left, right], [1, 1.2], free=True) if page.scale.wide else Column([left, right]),
            head=self.head(Say(words("debrief.title"), "lead", "title", INK)),
            primary=Button(
                "finish", self._finish, words("debrief.end"), look="primary", primary=True
            ),
        )

    def _finish(self) -> None:
        self.table.director.finish()

    def _flag(self, subject: str) -> Callable[[], None]:
        return lambda: self.table.flag(subject)

    def _other(self) -> None:
        self.others += 1
        self.table.flag(f"other-{self.others}")
