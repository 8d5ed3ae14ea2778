"""Another way: one year's protection chosen anew, and the same life lived on from there.

Nothing of the game changes by it: what is tried here is neither saved nor counted.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence

from games.rules import Decision, LifeLine, Move, continue_branch, decisions, fork, lives
from games.session.game_session import GameSession
from games.ui.screens.common.scenes import Turn
from games.ui.screens.turn.protection import ProtectionScene
from games.ui.shell.frame import frame
from games.ui.shell.game_screens import GameScreens
from games.ui.shell.scene import Scene
from games.ui.toolkit.blocks import Block, Column, Either, Gap, Grid, Row, Say
from games.ui.toolkit.interface_text import joined, number, plain
from games.ui.toolkit.page import Page
from games.ui.toolkit.theme import DIM, INK, PAIRS, SAND, WHITE
from games.ui.toolkit.widgets import Button, Card

INDIGO = PAIRS["indigo"]
LEAF = PAIRS["leaf"]
LOTUS = PAIRS["lotus"]


def another_way(table: GameScreens, seat: int, played: LifeLine, back: Scene) -> Button:
    """The way to a team's years.

    Args:
        back: the scene to return to when enough was tried.
    """

    def act() -> None:
        table.stage.push(OtherYears(table, seat, played, back))

    return Button("other-way", act, table.words("other-way"), "", "chip", role="body")


class _Aside(Turn):
    """A scene beside the game. Esc leads one step back, never into the game's own menu."""

    def back(self) -> None:
        self.over()

    def gear(self) -> Button:
        return _step_back(self)


class OtherYears(_Aside):
    """In which year shall they choose anew?"""

    kind = "other-years"

    def __init__(self, table: GameScreens, seat: int, played: LifeLine, home: Scene) -> None:
        super().__init__(table)
        self.team_seat = seat
        self.played = played
        self.home = home
        self.years = decisions(table.tables, table.log, seat)

    def build(self, page: Page) -> None:
        cells = [self._year(decision) for decision in self.years]
        title = Say(self.words("other-years.title"), "body", "title", INK)
        years = Grid(cells, 2 if page.scale.wide else 1, gaps=0.5, grow=1)
        frame(
            page,
            years if page.scale.wide else Column([title, years], gaps=0.5),
            head=self.team_head(page, self.team_seat, title),
            primary=Button("close", self.over, self.words("back"), look="primary"),
        )

    def _year(self, decision: Decision) -> Block:
        """A year, with what was held then."""
        held = [hold for hold in decision.hold if hold != "nomination"]
        names = (
            joined(*map(self.table.option_title, held), between=" · ")
            if held
            else self.words("help.none")
        )
        year = self.words("other-years.year", year=decision.year)
        parts: list[Block] = [
            Gap(0),
            Say(year, "button", "title", INK),
            Say(names, "body", "read", DIM),
        ]
        told = Row([*parts, Gap(0)], [0, 0, 1, 0], gaps=0.5)
        return Button(f"year-{decision.year}", self._chosen(decision), part=told, pad=0.6)

    def _chosen(self, decision: Decision) -> Callable[[], None]:
        def act() -> None:
            then = PastGame(self.table, decision.at, lambda move: self._tried(decision, move))
            self.table.stage.push(OtherChoice(then))

        return act

    def _tried(self, decision: Decision, move: Move) -> None:
        log = self.table.log
        branch = continue_branch(self.table.tables, fork(log, decision.at, move), log)
        tried = lives(self.table.tables, branch)[self.team_seat]
        self.table.stage.push(OtherLife(self, decision.year, tried))


class PastGame(GameScreens):
    """The table as it stood before one of its moves. A move made here is only tried."""

    def __init__(self, table: GameScreens, at: int, tried: Callable[[Move], None]) -> None:
        past = GameSession(
            table.session.store, table.tables, fork(table.log, at), table.session.game
        )
        super().__init__(
            table.stage, past, table.catalogue, table.settings, table.router, table.words
        )
        self._tried = tried

    def play(self, move: Move) -> None:
        """Tries the move."""
        self._tried(move)


class OtherChoice(ProtectionScene):
    """What shall be held in that year instead?"""

    kind = "other-choice"

    def back(self) -> None:
        self.over()

    def gear(self) -> Button:
        return _step_back(self)


class OtherLife(_Aside):
    """The life as it was played, and the one that was tried, side by side."""

    kind = "other-life"

    def __init__(self, years: OtherYears, year: int, tried: LifeLine) -> None:
        super().__init__(years.table)
        self.years = years
        self.year = year
        self.tried = tried

    def build(self, page: Page) -> None:
        words, played, tried = self.words, self.years.played, self.tried
        pairs = {
            "rights": (played.rights, tried.rights),
            "money": (played.money, tried.money),
            "aside": (played.account + played.lump, tried.account + tried.lump),
            "debt": (played.debt, tried.debt),
            "hearts": (played.hearts, tried.hearts),
            "points": (played.score, tried.score),
        }
        heads: list[Block] = [
            Say(words(f"other-life.{key}"), "body", "strong", DIM, "right")
            for key in ("played", "tried", "differs")
        ]
        head = self._row(Say(words("other-life.what"), "body", "strong", DIM), heads)
        same = played._replace(events=()) == tried._replace(events=())
        asked = words("other-life.same" if same else "other-life.ask")
        below = Say(asked, "lead", "strong", INDIGO.dark, "centre")
        title = Say(words("other-life.title", year=self.year), "body", "title", INK)
        above = [] if page.scale.wide else [title]

        def body(pad: float, *end: Block) -> Block:
            rows = [self._figures(key, *two, pad) for key, two in pairs.items() if any(two)]
            return Column([*above, head, *rows, *end], gaps=0.4)

        frame(
            page,
            Either([body(0.5, below), body(0.1, below), body(0.1)]),
            head=self.team_head(page, self.years.team_seat, title),
            primary=Button("close", self._home, words("other-life.back"), look="primary"),
            sides=[Button("again", self.over, words("other-life.again"), "", "chip", role="body")],
        )

    def _figures(self, key: str, played: int, tried: int, pad: float) -> Block:
        """One thing the two lives differ in, or not."""
        differs = tried - played
        better = differs < 0 if key == "debt" else differs > 0
        colour = (LEAF if better else LOTUS).dark if differs else DIM
        change = (
            plain(f"{'+' if differs > 0 else ''}{number(differs)}")
            if differs
            else self.words("other-life.alike")
        )
        cells: list[Block] = [
            Say(plain(played), "body", "read", INK, "right"),
            Say(plain(tried), "body", "title", INK, "right"),
            Say(change, "body", "title", colour, "right"),
        ]
        label = Say(self.words(f"other-life.{key}"), "body", "strong", INK)
        return Card(self._row(label, cells), WHITE, SAND, pad=pad, grow=1)

    def _row(self, label: Block, cells: Sequence[Block]) -> Block:
        return Row([label, *cells], [1.7, 1, 1, 1], gaps=0.8)

    def _home(self) -> None:
        self.table.stage.show(self.years.home)


def _step_back(scene: Turn) -> Button:
    """Where the menu stands elsewhere."""
    return Button("step-back", scene.back, scene.words("back"), "", "chip", role="body")
