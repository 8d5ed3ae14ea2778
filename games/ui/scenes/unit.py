"""The community service unit: one visit, one thing chosen together."""

from __future__ import annotations

from collections.abc import Callable

from games.rules import AskMentor, Greet, HelpJoin, Mend, legal_moves
from games.rules.events import HelpedJoin, Mended, MentorAsked
from games.ui.blocks import Block, Column, Grid, Picture, Row, Say, Tight
from games.ui.frame import chip, frame, heading
from games.ui.page import Page
from games.ui.scenes.common import Turn
from games.ui.scenes.overlays import sources_button
from games.ui.scenes.unit_choice import MentorChoice, help_choice
from games.ui.table import Table
from games.ui.theme import INK, PAIRS, WHITE
from games.ui.widgets import Button, Card

GOLD = PAIRS["gold"]


class UnitScene(Turn):
    """The community service unit: one thing, chosen together."""

    kind = "unit"

    def __init__(self, table: Table) -> None:
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


class MentorTells(Turn):
    """The mentor explains one scheme: its options, what they cost and what they carry."""

    kind = "mentor"

    def __init__(self, table: Table, asked: MentorAsked) -> None:
        super().__init__(table)
        self.asked = asked
        self.scheme = table.catalogue.schemes[asked.scheme]

    def build(self, page: Page) -> None:
        cells: list[Block] = []
        for option in self.scheme.options:
            fact = self.table.catalogue.facts.get(option.pays_in or "")
            parts: list[Block] = [Say(option.title, "body", "title", GOLD.dark, "centre")]
            if fact is not None:
                parts.append(Say(fact.text, "number", "title", INK, "centre"))
            elif option.saves is not None:
                parts.append(
                    Say(self.words("baht", baht=option.saves), "number", "title", INK, "centre")
                )
            if option.covers is not None:
                parts.append(Say(option.covers, "body", "read", INK, "centre"))
            cells.append(Card(Column(parts, gaps=0.3), WHITE, pad=0.8))
        if not cells:
            told = [b for b in self.table.catalogue.benefits.values() if b.scheme == self.scheme.id]
            cells = [
                Card(
                    Row([Picture(b.icon, 1.6), Say(b.title, "body", "strong", INK)], [0, 1]),
                    WHITE,
                    pad=0.8,
                )
                for b in told[:6]
            ]
        parts = [Grid(cells, min(3, max(1, len(cells))) if page.scale.wide else 1, grow=1)]
        if self.scheme.join.because is not None:
            parts.append(
                Card(
                    Row(
                        [
                            Picture("warning", 1.5),
                            Say(self.scheme.join.because, "body", "read", INK),
                        ],
                        [0, 1],
                    ),
                    WHITE,
                    pad=0.8,
                )
            )
        hints = self.words("mentor.hints", hints=self.asked.hints)
        frame(
            page,
            Column([*parts, Say(hints, "body", "strong", GOLD.dark, "centre")]),
            head=self.head(
                Picture(self.scheme.icon, 1.8),
                Say(self.scheme.title, "lead", "title", GOLD.dark),
            )
            if page.scale.wide
            else heading(self.scheme.title, GOLD.dark, self.scheme.icon, self.gear()),
            primary=self.way_on(GOLD),
            sides=[sources_button(self.table, self._facts())],
            ground=GOLD.tint,
        )

    def _facts(self) -> list[str]:
        join = self.scheme.join.because
        paid = [option.pays_in for option in self.scheme.options if option.pays_in]
        return [*paid, *(join.facts if join else ())]


class UnitDone(Turn):
    """What the visit brought."""

    kind = "unit-done"

    def __init__(self, table: Table, event: Mended | HelpedJoin) -> None:
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
