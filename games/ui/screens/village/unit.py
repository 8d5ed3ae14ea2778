"""The community service unit: one visit, one thing chosen together."""

from __future__ import annotations

from collections.abc import Callable

from games.rules import AskMentor, Greet, HelpJoin, Mend, legal_moves
from games.rules.events import HelpedJoin, Mended
from games.ui.screens.common.scenes import Turn
from games.ui.screens.village.unit_choice import MentorChoice, help_choice
from games.ui.shell.frame import chip, frame
from games.ui.shell.game_screens import GameScreens
from games.ui.toolkit.blocks import Block, Column, Grid, Picture, Say, Tight
from games.ui.toolkit.page import Page
from games.ui.toolkit.theme import INK, PAIRS, WHITE
from games.ui.toolkit.widgets import Button, Card

GOLD = PAIRS["gold"]


class UnitScene(Turn):
    """The community service unit: one thing, chosen together."""

    kind = "unit"

    def __init__(self, table: GameScreens) -> None:
        super().__init__(table)
        self.moves = list(legal_moves(table.tables, table.state))

    def build(self, page: Page) -> None:
        mentor = any(isinstance(m, AskMentor) for m in self.moves)
        joins = any(isinstance(m, HelpJoin) for m in self.moves)
        cells: list[Block] = [
            self._act("mend", "red-heart", self.making(Mend())),
            self._act("mentor", "star", self._mentor if mentor else None),
            self._act("help", "handshake", self._help if joins else None),
        ]
        frame(
            page,
            Column(
                [
                    Say(self.words("unit.choose"), "lead", "read", INK),
                    Grid(cells, 3 if page.scale.wide else 1, grow=1),
                ]
            ),
            head=self.head(chip(self.words("unit.head"), "house", GOLD), *self._who(page)),
            primary=Button(
                "greet",
                self.making(Greet()),
                self.words("unit.greet"),
                # Only where nothing better can be done: a hasty hand loses no visit.
                look="primary" if self.moves == [Greet()] else "plain",
                pair=GOLD,
            ),
            ground=GOLD.tint,
        )

    def _who(self, page: Page) -> list[Block]:
        return [self.team_chip(self.seat)] if page.scale.wide else []

    def _act(self, name: str, picture: str, action: Callable[[], None] | None) -> Block:
        state = "" if action else ".not"
        return Button(
            name,
            action,
            part=Column(
                [
                    Picture(picture, 2.6, pale=action is None),
                    Say(self.words(f"unit.{name}"), "button", "title", INK, "centre"),
                    Say(self.words(f"unit.{name}.about{state}"), "body", "read", INK, "centre"),
                ],
                gaps=0.5,
            ),
            pair=GOLD,
        )

    def _mentor(self) -> None:
        schemes = [m for m in self.moves if isinstance(m, AskMentor)]
        self.table.stage.push(MentorChoice(self.table, schemes))

    def _help(self) -> None:
        joins = [m for m in self.moves if isinstance(m, HelpJoin)]
        self.table.stage.push(help_choice(self.table, joins))


class UnitDone(Turn):
    """What the visit brought."""

    kind = "unit-done"

    def __init__(self, table: GameScreens, event: Mended | HelpedJoin) -> None:
        super().__init__(table)
        self.event = event

    def build(self, page: Page) -> None:
        event = self.event
        if isinstance(event, Mended):
            parts: list[Block] = [
                Tight([Picture("red-heart", 3)] * self.table.state.teams[event.team].hearts),
                Say(
                    self.words("unit.mended", hearts=event.hearts),
                    "title",
                    "title",
                    GOLD.dark,
                    "centre",
                ),
            ]
        else:
            other = self.table.team(event.other).title
            parts = [
                Picture("handshake", 3.4),
                Say(
                    self.words(
                        "unit.helped",
                        team=other,
                        option=self.table.option_title(event.option),
                    ),
                    "lead",
                    "title",
                    GOLD.dark,
                    "centre",
                ),
                *self._cost(event),
                Tight(
                    [
                        Picture("star", 1.6),
                        Say(self.words("unit.helped.stars", stars=event.stars), "button", "title"),
                    ]
                ),
            ]
        frame(
            page,
            Card(Column(parts, gaps=1.2), WHITE, pad=2, grow=1),
            head=self.head(self.team_chip(event.team)),
            primary=self.way_on(GOLD),
            ground=GOLD.tint,
        )

    def _cost(self, event: HelpedJoin) -> list[Block]:
        """What the team that was helped pays."""
        if not event.baht:
            return []
        other = self.table.team(event.other).title
        told = self.words("unit.helped.cost", team=other, baht=event.baht)
        return [Say(told, "body", "read", INK, "centre")]
