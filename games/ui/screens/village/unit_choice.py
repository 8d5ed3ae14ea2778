"""At the service unit: which scheme the mentor explains; which team joins what."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from engine.schema.text import Text
from games.rules import AskMentor, HelpJoin
from games.rules.protection import help_due
from games.ui.screens.common.marks import Emblem
from games.ui.screens.common.scenes import Turn
from games.ui.shell.frame import frame
from games.ui.shell.game_screens import GameScreens
from games.ui.toolkit.blocks import Block, Column, Gap, Grid, Picture, Row, Say, Tight
from games.ui.toolkit.page import Page
from games.ui.toolkit.theme import DIM, INK, PAIRS
from games.ui.toolkit.widgets import Button

GOLD = PAIRS["gold"]
ACROSS = 3


class _Which(Turn):
    """One of several. Esc leads back."""

    def back(self) -> None:
        self.over()

    def show(self, page: Page, title: Text, cells: Sequence[Block]) -> None:
        """The page: what is asked, and what there is; few cards stand in the middle."""
        body: Block = Grid(cells, ACROSS if page.scale.wide else 1, gaps=0.8, grow=1)
        if page.scale.wide and len(cells) < ACROSS:
            side = (ACROSS - len(cells)) / 2
            shares = [side, *[1.0] * len(cells), side]
            row = Row([Gap(0), *cells, Gap(0)], shares, grow=2)
            body = Column([Gap(0, grow=1), row, Gap(0, grow=1)])
        frame(
            page,
            body,
            head=self.head(Say(title, "lead", "title", GOLD.dark)),
            primary=Button("close", self.over, self.words("back"), pair=GOLD),
            ground=GOLD.tint,
        )

    def card(self, name: str, action: Callable[[], None] | None, *parts: Block) -> Block:
        """One of the choices."""
        return Button(name, action, part=Column(parts, gaps=0.4), pair=GOLD)


class MentorChoice(_Which):
    """Which scheme shall the mentor explain?"""

    kind = "mentor-choice"

    def __init__(self, table: GameScreens, moves: Sequence[AskMentor]) -> None:
        super().__init__(table)
        self.moves = moves

    def build(self, page: Page) -> None:
        schemes = self.table.catalogue.schemes
        cells = [
            self.card(
                f"scheme-{move.scheme}",
                self.making(move),
                Picture(schemes[move.scheme].icon, 2.2),
                Say(schemes[move.scheme].title, "button", "title", INK, "centre"),
            )
            for move in self.moves
        ]
        self.show(page, self.words("mentor.which"), cells)


def help_choice(table: GameScreens, moves: Sequence[HelpJoin]) -> HelpTeam | HelpWhat:
    """Which team shall be helped to join; of one alone, what."""
    seats = {move.team for move in moves}
    return HelpTeam(table, moves) if len(seats) > 1 else HelpWhat(table, moves)


class HelpTeam(_Which):
    """Which team shall be helped to join?"""

    kind = "help-team"

    def __init__(self, table: GameScreens, moves: Sequence[HelpJoin]) -> None:
        super().__init__(table)
        self.moves = moves

    def build(self, page: Page) -> None:
        seats = sorted({move.team for move in self.moves})
        self.show(page, self.words("help.team"), [self._team(seat) for seat in seats])

    def _team(self, seat: int) -> Block:
        """A team, with its purse and what it holds already."""
        team, state = self.table.team(seat), self.table.state.teams[seat]
        colours = self.table.team_pair(seat)
        icons = dict.fromkeys(map(self.table.option_icon, state.hold))
        held: Block = Tight([Picture(icon, 1.2) for icon in icons], gaps=0.4)
        if not state.hold:
            held = Say(self.words("help.none"), "body", "read", DIM, "centre")
        purse = self.words("help.purse", baht=state.money)
        return self.card(
            f"team-{seat + 1}",
            self._chosen(seat),
            Emblem(team.icon, colours, 2.2),
            Say(team.title, "button", "title", colours.dark, "centre"),
            Say(purse, "body", "strong", INK, "centre"),
            held,
        )

    def _chosen(self, seat: int) -> Callable[[], None]:
        moves = [move for move in self.moves if move.team == seat]
        return lambda: self.table.stage.push(HelpWhat(self.table, moves))


class HelpWhat(_Which):
    """What shall that team join?"""

    kind = "help-what"

    def __init__(self, table: GameScreens, moves: Sequence[HelpJoin]) -> None:
        super().__init__(table)
        self.moves = moves

    def build(self, page: Page) -> None:
        team = self.table.team(self.moves[0].team).title
        cells = [self._option(move) for move in self.moves]
        self.show(page, self.words("help.what", team=team), cells)

    def _option(self, move: HelpJoin) -> Block:
        """What could be joined: what it covers, and what it costs this year."""
        table, state = self.table, self.table.state
        each, times = help_due(
            table.tables.options[move.option], state.teams[move.team], state.round
        )
        covers = table.option_covers(move.option)
        due = each * times
        cost = self.words("help.cost", baht=due) if due else self.words("protect.free")
        return self.card(
            f"join-{move.team + 1}-{move.option}",
            self.making(move),
            Tight(
                [
                    Picture(table.option_icon(move.option), 1.3),
                    Say(table.option_title(move.option), "button", "title", INK),
                ]
            ),
            *([Say(covers, "body", "read", INK, "centre")] if covers else []),
            Say(cost, "body", "strong", GOLD.dark, "centre"),
        )
