"""The end of the years: old age, and the same life lived otherwise. The result follows."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

import pygame

from engine.schema.text import Text
from games.rules import LifeLine, WhatIf, what_if
from games.rules.events import GameOver, LaterPaid, OldAge
from games.ui.screens.common.scenes import Turn
from games.ui.screens.ending.other_way import another_way
from games.ui.screens.ending.result import Ranking, VillageResult
from games.ui.screens.setup.overlays import sources_button
from games.ui.shell.frame import frame
from games.ui.shell.game_screens import GameScreens
from games.ui.shell.scene import Scene
from games.ui.toolkit.blocks import Block, Column, Either, Grid, Picture, Row, Say, Tight
from games.ui.toolkit.interface_text import joined
from games.ui.toolkit.page import Page
from games.ui.toolkit.theme import DIM, INK, PAIRS, SAND, WHITE, Pair
from games.ui.toolkit.widgets import Button, Card, Draw

LEAF = PAIRS["leaf"]
INDIGO = PAIRS["indigo"]
LOTUS = PAIRS["lotus"]
MANY_TEAMS = 4
"""So many do not look at every team's pages in one evening."""


def closing_scenes(
    table: GameScreens, ages: Sequence[OldAge], later: Sequence[LaterPaid], over: GameOver
) -> Iterator[Scene]:
    """Old age and the other lives, team by team; then the result. The debrief follows.

    Args:
        later: what last year's claims had put off, and comes at the end.
    """
    lives = {page.team: page for page in what_if(table.tables, table.log)}
    for age in ages:
        late = [e for e in later if e.team == age.team]
        yield OldAgeScene(table, age, late)
        yield WhatIfScene(table, lives[age.team])
    yield VillageResult(table, over) if over.together else Ranking(table, over)


class OldAgeScene(Turn):
    """What the years have laid aside."""

    kind = "old-age"

    def __init__(self, table: GameScreens, age: OldAge, later: Sequence[LaterPaid] = ()) -> None:
        super().__init__(table)
        self.age = age
        self.later = later

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
                words("old-age.months", baht=line.each, months=line.times)
                if line.times > 1
                else words("old-age.lump")
            )
            if line.monthly:
                under = benefit.when
            cards.append(self._card(benefit.icon, benefit.title, amount, under))
        account = age.saved + age.matched
        if account:
            shares = words("old-age.shares", saved=age.saved, matched=age.matched)
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
        for late in self.later:
            benefit = self.table.benefit(late.benefit)
            amount = words("baht", baht=late.baht)
            cards.append(self._card(benefit.icon, benefit.short, amount, words("old-age.later")))
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
            head=self.team_head(
                page, age.team, Say(words("old-age.title"), "lead", "title", LEAF.dark)
            ),
            primary=self.way_on(LEAF),
            sides=self._sides(),
            ground=LEAF.tint,
        )

    def _sides(self) -> list[Button]:
        """The sources; and where many teams have two pages each, the way past them."""
        sides = []
        if self.age.lines:
            facts = [fact for line in self.age.lines for fact in line.facts]
            sides.append(sources_button(self.table, facts))
        if len(self.table.state.teams) >= MANY_TEAMS:
            label = self.words("old-age.skip")
            sides.append(Button("to-result", self._to_result, label, "", "chip", role="body"))
        return sides

    def _to_result(self) -> None:
        self.table.pass_over(OldAgeScene.kind, WhatIfScene.kind)

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

    def __init__(self, table: GameScreens, lives: WhatIf) -> None:
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
        told, small, short = (
            Grid([self._life(key, line, most, ends) for key, line in shown], 1, gaps=0.4)
            for ends in ("body", "label", "")
        )
        sums = (("used", lives.used, LEAF), ("missed", lives.missed, LOTUS))
        top = Row([self._sum(page, *one) for one in sums])
        told_below = "what-if.points" if lives.used else "what-if.lucky"
        below = Say(words(told_below), "body", "read", DIM, "centre")
        bodies: Sequence[Sequence[Block]] = (
            [top, told, below],
            [top, told],
            [top, small],
            [top, short],
        )
        frame(
            page,
            Either([Column(parts, gaps=0.5) for parts in bodies]),
            head=self.team_head(
                page, lives.team, Say(words("what-if.title"), "body", "title", INK)
            ),
            primary=self.way_on(),
            sides=[another_way(self.table, lives.team, lives.played, self)],
        )

    def _sum(self, page: Page, key: str, baht: int, colours: Pair) -> Block:
        """Baht of rights over the years."""
        told = self.words(f"what-if.{key}")
        amount = self.words("baht", baht=baht)
        parts: list[Block] = [
            Say(told, "body", "strong", colours.dark, "centre"),
            Say(amount, "button", "title", colours.dark, "centre"),
        ]
        inside = Tight(parts) if page.scale.wide else Column(parts, gaps=0)
        return Card(inside, colours.tint, pad=0.6)

    def _life(self, key: str, line: LifeLine, most: int, ends: str) -> Block:
        """One life: how it was lived, its score as a bar; how it stood, in the role `ends`."""
        colours = {"none": LOTUS, "played": INDIGO, "claimed": PAIRS["teal"], "best": LEAF}[key]
        name = Say(self.words(f"what-if.{key}"), "body", "strong", INK)
        label = Column([name, *([self._end(key, line, ends)] if ends else [])], gaps=0)

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
                [1.9, 1, 0.75],
            ),
            WHITE,
            SAND if key != "played" else colours.dark,
            thick=0.5 if key != "played" else 1.5,
            pad=0.4,
            grow=1,
        )

    def _end(self, key: str, line: LifeLine, role: str) -> Block:
        """Purse, debt and hearts at the end; of the best life, what it held."""
        if key == "best":
            held = [self.table.option_title(h) for h in line.hold if h != "nomination"]
            if held:
                return Say(joined(*held, between=" · "), role, "read", LEAF.dark)
        parts = [self.words("what-if.money", baht=line.money)]
        if line.account + line.lump:
            parts.append(self.words("what-if.age", baht=line.account + line.lump))
        if line.debt:
            parts.append(self.words("what-if.debt", baht=line.debt))
        parts.append(self.words("what-if.hearts", hearts=line.hearts))
        return Say(joined(*parts, between=" · "), role, "read", DIM)
