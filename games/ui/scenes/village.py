"""Scenes for all teams together: rumours, the service unit, what the village decides."""

from __future__ import annotations

from collections.abc import Callable

import pygame

from games.rules import (
    AnswerRumour,
    AskMentor,
    Contribute,
    Greet,
    HelpJoin,
    Mend,
    legal_moves,
    why_not,
)
from games.rules.events import HelpedJoin, Mended, MentorAsked, ProjectDecided, RumourAnswered
from games.ui.blocks import Block, Button, Card, Column, Grid, Picture, Row, Say, Space, Tight
from games.ui.frame import chip, frame, heading
from games.ui.page import Page
from games.ui.scenes.common import Emblem, Turn, mark
from games.ui.scenes.overlays import Sources
from games.ui.table import Table
from games.ui.theme import DIM, INK, PAIRS, WHITE
from games.ui.timer import Timer
from games.ui.words import plain

VIOLET = PAIRS["violet"]
GOLD = PAIRS["gold"]
LEAF = PAIRS["leaf"]


class RumourScene(Turn):
    """Every team says true or not true, at once."""

    kind = "rumour"

    def __init__(self, table: Table) -> None:
        super().__init__(table)
        self.myth = table.catalogue.myths[table.state.myth]
        self.answers: list[bool | None] = [None] * len(table.state.teams)
        self.timer_state = Timer()

    def tick(self, elapsed: int) -> bool:
        return self.timer_state.tick(elapsed)

    def build(self, page: Page) -> None:
        module = self.table.module_of(self.myth.id)
        said = Card(
            Row([Picture("megaphone", 2.4), Say(self.myth.said, "lead", "strong", INK)], [0, 1]),
            WHITE,
            pad=1.3,
            grow=0.5,
        )
        cells = [self._team(page, seat) for seat in range(len(self.answers))]
        columns = 2 if page.scale.wide and len(cells) > 2 else 1
        ready = any(answer is not None for answer in self.answers)
        right = [self.timer(self.timer_state)]
        frame(
            page,
            Column([said, Grid(cells, columns, gaps=0.6, grow=1)], gaps=0.8),
            head=self.head(
                chip(self.words("rumour.head"), "megaphone", VIOLET),
                *([chip(module.short, module.icon)] if page.scale.wide else []),
                right=tuple(right),
            ),
            primary=Button(
                "reveal",
                self._reveal if ready else None,
                self.words("rumour.reveal" if ready else "rumour.wait"),
                look="primary",
                pair=VIOLET,
                primary=ready,
            ),
            ground=VIOLET.tint,
        )

    def _team(self, page: Page, seat: int) -> Block:
        team = self.table.team(seat)
        colours = self.table.team_pair(seat)
        buttons: list[Block] = []
        for holds, name in ((True, "true"), (False, "false")):
            buttons.append(
                Button(
                    f"team-{seat + 1}-{name}",
                    self._say(seat, holds),
                    part=Tight(
                        [
                            mark(holds, VIOLET.dark, 0.8),
                            Say(self.words(name), "body", "title", INK, "centre"),
                        ]
                    ),
                    pair=VIOLET,
                    selected=self.answers[seat] is holds,
                    pad=0.4,
                )
            )
        return Card(
            Row(
                [
                    Emblem(team.icon, colours, 1.9),
                    Say(team.title, "body", "title", colours.dark),
                    *buttons,
                ],
                [0, 1.1, 0.85, 0.95],
                gaps=0.6,
            ),
            WHITE,
            pad=0.5,
        )

    def _say(self, seat: int, holds: bool) -> Callable[[], None]:
        def act() -> None:
            self.answers[seat] = None if self.answers[seat] is holds else holds

        return act

    def _reveal(self) -> None:
        self.table.play(AnswerRumour(tuple(self.answers)))


class RumourVerdict(Turn):
    """What is so, why it is believed, and who knew."""

    kind = "rumour-verdict"

    def __init__(self, table: Table, answered: RumourAnswered) -> None:
        super().__init__(table)
        self.answered = answered
        self.myth = table.catalogue.myths[answered.myth]

    def build(self, page: Page) -> None:
        said = Say(self.myth.said, "body", "read", INK)
        truth = self.words("rumour.true" if self.answered.true else "rumour.false")
        really = Card(
            Row(
                [
                    mark(self.answered.true, VIOLET.dark, 1.4),
                    Column([said, Say(self.myth.really, "lead", "title", VIOLET.dark)], gaps=0.4),
                ],
                [0, 1],
            ),
            WHITE,
            grow=0.5,
        )
        why = Card(
            Row([Picture("light-bulb", 1.8), Say(self.myth.why, "body", "read", INK)], [0, 1]),
            WHITE,
        )
        cells: list[Block] = []
        for seat, stars in enumerate(self.answered.stars):
            team = self.table.team(seat)
            colours = self.table.team_pair(seat)
            result: Block = (
                Tight([Picture("star", 1.2), Say(plain(f"+{stars}"), "body", "title", INK)])
                if stars
                else Say(self.words("rumour.next-time"), "body", "read", DIM)
            )
            cells.append(
                Card(
                    Row(
                        [
                            Emblem(team.icon, colours, 1.6),
                            Say(team.title, "body", "strong", colours.dark),
                            result,
                        ],
                        [0, 1, 0],
                        gaps=0.6,
                    ),
                    WHITE,
                    pad=0.5,
                )
            )
        most = (len(cells) if len(cells) < 5 else 3) if page.scale.wide else 1 + len(cells) // 4
        columns = min(len(cells), most)
        frame(
            page,
            Column([really, why, Grid(cells, columns, gaps=0.6, grow=0.3)], gaps=0.8),
            head=self.head(Say(truth, "lead", "title", VIOLET.dark)),
            primary=Button(
                "go-on",
                self.table.next,
                self.words("go-on"),
                look="primary",
                pair=VIOLET,
                primary=True,
            ),
            sides=[
                Button(
                    "sources",
                    self._sources,
                    self.words("sources"),
                    "magnifying-glass-tilted-left",
                    "chip",
                    role="body",
                )
            ],
            ground=VIOLET.tint,
        )

    def _sources(self) -> None:
        myth = self.myth
        facts = [*myth.said.facts, *myth.really.facts, *myth.why.facts, *myth.facts]
        self.table.stage.push(Sources(self.table, facts))


class UnitScene(Turn):
    """The community service unit: one thing, chosen together."""

    kind = "unit"

    def __init__(self, table: Table) -> None:
        super().__init__(table)
        self.moves = list(legal_moves(table.tables, table.state))

    def build(self, page: Page) -> None:
        mend = why_not(self.table.tables, self.table.state, Mend()) is None
        mentor = any(isinstance(m, AskMentor) for m in self.moves)
        joins = any(isinstance(m, HelpJoin) for m in self.moves)
        cells: list[Block] = [
            self._act("mend", "red-heart", (lambda: self.table.play(Mend())) if mend else None),
            self._act("mentor", "star", self._mentor if mentor else None),
            self._act("help", "handshake", self._help if joins else None),
        ]
        greet = why_not(self.table.tables, self.table.state, Greet()) is None
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
                (lambda: self.table.play(Greet())) if greet else None,
                self.words("unit.greet"),
                look="primary",
                pair=GOLD,
                primary=greet,
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
        self.table.stage.push(HelpChoice(self.table, joins))


class MentorChoice(Turn):
    """Which scheme shall the mentor explain?"""

    kind = "mentor-choice"

    def __init__(self, table: Table, moves: list[AskMentor]) -> None:
        super().__init__(table)
        self.moves = moves

    def back(self) -> None:
        self.over()

    def build(self, page: Page) -> None:
        cells: list[Block] = []
        for move in self.moves:
            scheme = self.table.catalogue.schemes[move.scheme]
            cells.append(
                Button(
                    f"scheme-{move.scheme}",
                    self._ask(move),
                    part=Column(
                        [
                            Picture(scheme.icon, 2.2),
                            Say(scheme.title, "button", "title", INK, "centre"),
                        ]
                    ),
                    pair=GOLD,
                )
            )
        columns = min(len(cells), 3 if page.scale.wide else 1)
        frame(
            page,
            Grid(cells, columns, grow=1),
            head=self.head(Say(self.words("mentor.which"), "lead", "title", GOLD.dark)),
            primary=Button(
                "close", self.over, self.words("back"), look="primary", pair=GOLD, primary=True
            ),
            ground=GOLD.tint,
        )

    def _ask(self, move: AskMentor) -> Callable[[], None]:
        return lambda: self.table.play(move)


class HelpChoice(Turn):
    """Which team shall be helped to join, and what?"""

    kind = "help-choice"

    def __init__(self, table: Table, moves: list[HelpJoin]) -> None:
        super().__init__(table)
        self.moves = moves

    def back(self) -> None:
        self.over()

    def build(self, page: Page) -> None:
        cells: list[Block] = []
        for move in self.moves:
            team = self.table.team(move.team)
            colours = self.table.team_pair(move.team)
            cells.append(
                Button(
                    f"join-{move.team + 1}-{move.option}",
                    self._join(move),
                    part=Row(
                        [
                            Emblem(team.icon, colours, 1.7),
                            Say(team.title, "body", "title", colours.dark),
                            Picture(self.table.option_icon(move.option), 1.4),
                            Say(self.table.option_title(move.option), "body", "strong", INK),
                        ],
                        [0, 1, 0, 1],
                        gaps=0.6,
                    ),
                    pair=GOLD,
                    pad=0.5,
                )
            )
        frame(
            page,
            Grid(cells, 2 if page.scale.wide and len(cells) > 3 else 1, gaps=0.6, grow=1),
            head=self.head(Say(self.words("help.which"), "lead", "title", GOLD.dark)),
            primary=Button(
                "close", self.over, self.words("back"), look="primary", pair=GOLD, primary=True
            ),
            ground=GOLD.tint,
        )

    def _join(self, move: HelpJoin) -> Callable[[], None]:
        return lambda: self.table.play(move)


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
            primary=Button(
                "go-on",
                self.table.next,
                self.words("go-on"),
                look="primary",
                pair=GOLD,
                primary=True,
            ),
            ground=GOLD.tint,
        )


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
                Say(
                    self.words("unit.helped.cost", team=other, baht=event.baht),
                    "body",
                    "read",
                    INK,
                    "centre",
                ),
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
            primary=Button(
                "go-on",
                self.table.next,
                self.words("go-on"),
                look="primary",
                pair=GOLD,
                primary=True,
            ),
            ground=GOLD.tint,
        )


class CommunityScene(Turn):
    """All teams decide whether each puts in its share."""

    kind = "community"

    def __init__(self, table: Table, share: int) -> None:
        super().__init__(table)
        self.share = share
        self.project = next(p for p in table.catalogue.projects if p.id == table.state.project)
        self.gives = [False] * len(table.state.teams)

    def build(self, page: Page) -> None:
        project = Card(
            Row(
                [
                    Picture(self.project.icon, 3),
                    Column(
                        [
                            Say(self.project.title, "lead", "title", LEAF.dark),
                            Say(self.project.text, "body", "read", INK),
                        ],
                        gaps=0.3,
                    ),
                    Column(
                        [
                            Say(self.words("community.share"), "body", "read", DIM, "right"),
                            Say(
                                self.words("baht", baht=self.share), "number", "title", INK, "right"
                            ),
                        ],
                        gaps=0,
                    ),
                ],
                [0, 1, 0.5],
            ),
            WHITE,
        )
        cells: list[Block] = []
        for seat in range(len(self.gives)):
            team = self.table.team(seat)
            colours = self.table.team_pair(seat)
            gives = tuple(n == seat for n in range(len(self.gives)))
            able = (
                why_not(self.table.tables, self.table.state, Contribute(gives)) is None
                or self.gives[seat]
            )
            told = "community.gives" if self.gives[seat] else "community.keeps"
            cells.append(
                Button(
                    f"team-{seat + 1}",
                    self._toggle(seat) if able else None,
                    part=Row(
                        [
                            Emblem(team.icon, colours, 1.8),
                            Column(
                                [
                                    Say(team.title, "body", "title", colours.dark),
                                    Say(
                                        self.words(told if able else "community.cannot"),
                                        "body",
                                        "read",
                                        INK,
                                    ),
                                ],
                                gaps=0,
                            ),
                        ],
                        [0, 1],
                    ),
                    pair=LEAF,
                    selected=self.gives[seat],
                    key=(pygame.K_1 + seat),
                    pad=0.6,
                )
            )
        columns = min(len(cells), 3 if page.scale.wide and len(cells) > 4 else 2)
        needed = self.words("community.needed", needed=self._needed(), gives=sum(self.gives))
        frame(
            page,
            Column(
                [
                    project,
                    Grid(cells, columns, gaps=0.7),
                    Say(needed, "body", "strong", LEAF.dark, "centre"),
                ],
                gaps=0.8,
            ),
            head=self.head(chip(self.words("community.head"), "handshake", LEAF)),
            primary=Button(
                "decide",
                self._decide,
                self.words("community.decide"),
                look="primary",
                pair=LEAF,
                primary=True,
            ),
            ground=LEAF.tint,
        )

    def _needed(self) -> int:
        from games.rules.events import ProjectOffered

        for event in self.table.events:
            if isinstance(event, ProjectOffered):
                return event.needed
        return len(self.gives)

    def _toggle(self, seat: int) -> Callable[[], None]:
        def act() -> None:
            self.gives[seat] = not self.gives[seat]

        return act

    def _decide(self) -> None:
        self.table.play(Contribute(tuple(self.gives)))


class CommunityVerdict(Turn):
    """Brought to the village, or another time."""

    kind = "community-verdict"

    def __init__(self, table: Table, decided: ProjectDecided) -> None:
        super().__init__(table)
        self.decided = decided
        self.project = next(p for p in table.catalogue.projects if p.id == decided.project)

    def build(self, page: Page) -> None:
        brought = self.decided.brought
        parts: list[Block] = [
            Picture(self.project.icon, 4, pale=not brought),
            Say(
                self.words(
                    "community.brought" if brought else "community.not-yet",
                    project=self.project.title,
                ),
                "title",
                "title",
                LEAF.dark,
                "centre",
            ),
            Say(
                self.project.text if brought else self.words("community.back"),
                "lead",
                "read",
                INK,
                "centre",
            ),
            Space(0),
        ]
        frame(
            page,
            Card(Column(parts, gaps=1.2), WHITE, pad=2, grow=1),
            head=self.head(chip(self.words("community.head"), "handshake", LEAF)),
            primary=Button(
                "go-on",
                self.table.next,
                self.words("go-on"),
                look="primary",
                pair=LEAF,
                primary=True,
            ),
            ground=LEAF.tint,
        )
