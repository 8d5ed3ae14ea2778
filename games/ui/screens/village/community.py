"""The community: all teams decide whether each puts in its share."""

from __future__ import annotations

from collections.abc import Callable

import pygame

from engine.schema.text import Text
from games.rules import Contribute
from games.rules.events import ProjectDecided, ProjectOffered
from games.ui.screens.common.marks import Emblem
from games.ui.screens.common.scenes import Turn
from games.ui.shell.frame import chip, frame
from games.ui.shell.game_screens import GameScreens
from games.ui.toolkit.blocks import Block, Column, Either, Grid, Picture, Row, Say
from games.ui.toolkit.interface_text import joined
from games.ui.toolkit.page import Page
from games.ui.toolkit.theme import DIM, INK, PAIRS, WHITE
from games.ui.toolkit.widgets import Button, Card, Look

LEAF = PAIRS["leaf"]


class CommunityScene(Turn):
    """All teams decide whether each puts in its share."""

    kind = "community"

    def __init__(self, table: GameScreens, share: int) -> None:
        super().__init__(table)
        self.share = share
        self.project = next(p for p in table.catalogue.projects if p.id == table.state.project)
        self.gives = [False] * len(table.state.teams)

    def build(self, page: Page) -> None:
        cells: list[Block] = []
        for seat in range(len(self.gives)):
            team = self.table.team(seat)
            colours = self.table.team_pair(seat)
            gives = tuple(n == seat for n in range(len(self.gives)))
            able = self.table.allows(Contribute(gives)) or self.gives[seat]
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
                                    Say(self._told(seat, able), "body", "read", INK),
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
        teams = Grid(cells, columns, gaps=0.7)
        below = Say(needed, "body", "strong", LEAF.dark, "centre")
        bodies = [
            Column([self._project(page, roomy=roomy), teams, below], gaps=0.8 if roomy else 0.4)
            for roomy in (True, False)
        ]
        frame(
            page,
            Either(bodies),
            head=self.head(chip(self.words("community.head"), "handshake", LEAF)),
            primary=self._primary(),
            ground=LEAF.tint,
        )

    def _project(self, page: Page, *, roomy: bool) -> Block:
        """What it is, and each team's share: beside it, or in a narrow window below."""
        name = Say(self.project.title, "lead", "title", LEAF.dark)
        told = Say(self.project.text, "body", "read", INK)
        picture = Picture(self.project.icon, 3 if roomy else 2)
        share = self.words("community.share")
        baht = self.words("baht", baht=self.share)
        if not page.scale.wide:
            paid = Say(joined(share, baht), "body", "title", INK)
            return Card(Row([picture, Column([name, told, paid], gaps=0.3)], [0, 1]), WHITE)
        paid_beside = Column(
            [Say(share, "body", "read", DIM, "right"), Say(baht, "number", "title", INK, "right")],
            gaps=0,
        )
        beside: list[Block] = [picture, Column([name, told], gaps=0.3), paid_beside]
        return Card(Row(beside, [0, 1, 0.5]), WHITE, pad=1.2 if roomy else 0.5)

    def _primary(self) -> Button:
        """Brings the project; with too few it is no primary action, so that nobody slips."""
        enough = sum(self.gives) >= self._needed()
        key = "community.decide" if enough else "community.decide.not"
        look: Look = "primary" if enough else "plain"
        return Button("decide", self._decide, self.words(key), look=look, pair=LEAF)

    def _needed(self) -> int:
        for event in self.table.events:
            if isinstance(event, ProjectOffered):
                return event.needed
        return len(self.gives)

    def _told(self, seat: int, able: bool) -> Text:
        if self.gives[seat]:
            return self.words("community.gives", baht=self.share)
        if not able:
            return self.words("community.cannot")
        return self.words("community.keeps", baht=self.table.state.teams[seat].money)

    def _toggle(self, seat: int) -> Callable[[], None]:
        def act() -> None:
            self.gives[seat] = not self.gives[seat]

        return act

    def _decide(self) -> None:
        self.table.play(Contribute(tuple(self.gives)))


class CommunityVerdict(Turn):
    """Brought to the village, or another time."""

    kind = "community-verdict"

    def __init__(self, table: GameScreens, decided: ProjectDecided) -> None:
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
        ]
        if brought:
            parts.append(Say(self.project.text, "lead", "read", INK, "centre"))
            told = self.words("community.lasts")
            parts.append(Say(told, "body", "strong", LEAF.dark, "centre"))
        elif any(self.decided.gives):
            parts.append(Say(self.words("community.back"), "lead", "read", INK, "centre"))
        frame(
            page,
            Card(Column(parts, gaps=1.2), WHITE, pad=2, grow=1),
            head=self.head(chip(self.words("community.head"), "handshake", LEAF)),
            primary=self.way_on(LEAF),
            ground=LEAF.tint,
        )
