"""A rumour: every team says true or not true, then what is so and why it is believed."""

from __future__ import annotations

from collections.abc import Callable

from games.rules import AnswerRumour
from games.rules.events import RumourAnswered
from games.ui.screens.common.marks import Emblem, mark, remark, tick_or_cross
from games.ui.screens.common.scenes import Turn
from games.ui.screens.setup.overlays import sources_button
from games.ui.shell.frame import chip, frame
from games.ui.shell.game_screens import GameScreens
from games.ui.shell.timer import Timer
from games.ui.toolkit.blocks import Block, Column, Grid, Picture, Row, Say, Tight
from games.ui.toolkit.interface_text import plain
from games.ui.toolkit.page import Page
from games.ui.toolkit.theme import DIM, INK, PAIRS, WHITE
from games.ui.toolkit.widgets import Button, Card

VIOLET = PAIRS["violet"]


class RumourScene(Turn):
    """Every team says true or not true, at once."""

    kind = "rumour"

    def __init__(self, table: GameScreens) -> None:
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
        right = [self.timer(self.timer_state)]
        frame(
            page,
            Column([said, Grid(cells, columns, gaps=0.6, grow=1)], gaps=0.8),
            head=self.head(
                chip(self.words("rumour.head"), "megaphone", VIOLET),
                *([chip(module.short, module.icon)] if page.scale.wide else []),
                right=tuple(right),
            ),
            primary=self._primary(),
            ground=VIOLET.tint,
        )

    def _primary(self) -> Button:
        """Reveals; while a team is silent, that is told, and no key does it by chance."""
        silent = sum(answer is None for answer in self.answers)
        if silent == len(self.answers):
            return Button("reveal", None, self.words("rumour.wait"))
        if silent:
            told = self.words("rumour.reveal.early", count=silent)
            return Button("reveal", self._reveal, told, pair=VIOLET)
        told = self.words("rumour.reveal")
        return Button("reveal", self._reveal, told, look="primary", pair=VIOLET)

    def _team(self, page: Page, seat: int) -> Block:
        team = self.table.team(seat)
        colours = self.table.team_pair(seat)
        # In large type the words need the room of the pictures beside them.
        small = page.scale.large and page.scale.wide
        buttons: list[Block] = []
        for holds, name in ((True, "true"), (False, "false")):
            buttons.append(
                Button(
                    f"team-{seat + 1}-{name}",
                    self._say(seat, holds),
                    part=Tight(
                        [
                            tick_or_cross(holds, VIOLET, 1.1 if small else 1.4),
                            Say(self.words(name), "body", "title", INK, "centre"),
                        ],
                        gaps=0.3 if small else 0.7,
                    ),
                    pair=VIOLET,
                    selected=self.answers[seat] is holds,
                    pad=0.2 if small else 0.4,
                )
            )
        return Card(
            Row(
                [
                    Emblem(team.icon, colours, 1.3 if small else 1.9),
                    Say(team.title, "body", "title", colours.dark),
                    *buttons,
                ],
                [0, 1.1, 0.85, 0.95],
                gaps=0.3 if small else 0.6,
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

    def __init__(self, table: GameScreens, answered: RumourAnswered) -> None:
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
        why = remark("thinking-face", self.words("rumour.why"), self.myth.why)
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
        across = 2 if len(cells) == 4 else 3
        most = 1 if page.scale.large else 1 + len(cells) // 4
        most = across if page.scale.wide else most
        columns = min(len(cells), most)
        frame(
            page,
            Column([really, why, Grid(cells, columns, gaps=0.6, grow=0.3)], gaps=0.8),
            head=self.head(Say(truth, "title", "title", VIOLET.dark)),
            primary=self.way_on(VIOLET),
            sides=[sources_button(self.table, self._facts())],
            ground=VIOLET.tint,
        )

    def _facts(self) -> list[str]:
        myth = self.myth
        return [*myth.said.facts, *myth.really.facts, *myth.why.facts, *myth.facts]
