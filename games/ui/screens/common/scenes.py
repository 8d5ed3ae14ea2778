"""What scenes share: those of a running game, and those that lie over another."""

from __future__ import annotations

from collections.abc import Callable

from engine.schema.text import Text
from games.rules import Move, UseHint
from games.ui.screens.common.marks import Emblem, badge
from games.ui.shell.game_screens import GameScreens
from games.ui.shell.scene import Scene, Still
from games.ui.shell.screen_context import ScreenContext
from games.ui.shell.timer import Timer
from games.ui.toolkit.blocks import Block, Gap, Picture, Row
from games.ui.toolkit.interface_text import plain
from games.ui.toolkit.page import Action, Page
from games.ui.toolkit.theme import INK_PAIR, Pair
from games.ui.toolkit.widgets import Button


class Turn(Still):
    """A scene of a running game. Esc opens the menu, which loses nothing."""

    def __init__(self, table: GameScreens) -> None:
        self.table = table
        self.words = table.words

    def back(self) -> None:
        self.table.stage.push(self.table.router.menu(self.table))

    def over(self) -> None:
        """Closes what lies over the scene."""
        self.table.stage.pop()

    @property
    def seat(self) -> int:
        """Whose turn it is."""
        return self.table.state.turn

    def gear(self) -> Button:
        """The way to the menu, always at the top right."""
        return Button("menu", self.back, part=Picture("gear", 1.3), look="chip", pad=0.3)

    def timer(self, timer: Timer) -> Button:
        """Starts, pauses and goes on."""
        if not timer.begun:
            label = self.words("discuss")
        elif timer.left <= 0:
            label = self.words("discuss.over")
        elif timer.running:
            label = plain(timer.shown)
        else:
            label = self.words("discuss.paused", time=timer.shown)
        return Button("timer", timer.tap, label, "hourglass-not-done", "chip", role="body")

    def more(self, timer: Timer) -> Button:
        """Half a minute more."""
        return Button(
            "timer-more", timer.extend, self.words("discuss.more"), "", "chip", role="body"
        )

    def head(self, *left: Block, right: tuple[Button, ...] = ()) -> Block:
        """The head of the page: what it is about, and the small buttons at the right."""
        parts: list[Block] = [*left, Gap(0), *right, self.gear()]
        shares = [0.0] * len(left) + [1.0] + [0.0] * (len(right) + 1)
        return Row(parts, shares, gaps=0.7)

    def making(self, move: Move) -> Action | None:
        """The action that makes this move; None when the rules do not allow it now."""
        return (lambda: self.table.play(move)) if self.table.allows(move) else None

    def hints(self, carry: Callable[[Scene], None]) -> list[Button]:
        """The mentor's hint, where there is one to be had: one that is owed, or for a star.

        Args:
            carry: gives what was chosen so far to the scene that shows the hint.
        """
        use = self.making(UseHint())
        if use is None:
            return []

        def act() -> None:
            use()
            carry(self.table.stage.scene)

        label = self.words("hint.free" if self.table.state.team.hints else "hint")
        return [Button("hint", act, label, "star", "chip", role="body")]

    def way_on(self, pair: Pair = INK_PAIR, label: Text | None = None) -> Button:
        """The primary action of a scene that only tells: what comes next."""
        words = label or self.words("go-on")
        return Button("go-on", self.table.next, words, look="primary", pair=pair)

    def team_head(self, page: Page, seat: int, beside: Block) -> Block:
        """The head of a page about one team; what is `beside` its name only in a wide window."""
        return self.head(self.team_chip(seat), *([beside] if page.scale.wide else []))

    def sign(self, page: Page, seat: int) -> Block:
        """Whose page this is: name and emblem, or the emblem alone where room is short."""
        if page.scale.wide and not page.scale.large:
            return self.team_chip(seat)
        return Emblem(self.table.team(seat).icon, self.table.team_pair(seat), 1.6)

    def team_chip(self, seat: int) -> Block:
        """Name and emblem of a team in its colour."""
        team = self.table.team(seat)
        return badge(team.title, team.icon, self.table.team_pair(seat))


class Over(Still):
    """A scene that lies over another for a moment. Esc closes it."""

    def __init__(self, context: ScreenContext) -> None:
        self.context = context
        self.words = context.words

    def back(self) -> None:
        self.over()

    def over(self) -> None:
        """Closes it."""
        self.context.stage.pop()
