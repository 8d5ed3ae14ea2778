"""Base scenes: those of a running game, and those that lie over another."""

from __future__ import annotations

from engine.schema.text import Text
from games.rules import EVERYBODY, Move
from games.ui.shell.frame import heading
from games.ui.shell.game_screens import GameScreens
from games.ui.shell.scene import BaseScene
from games.ui.shell.screen_context import ScreenContext
from games.ui.shell.timer import Timer
from games.ui.toolkit.blocks import Block, Gap, Picture, Row
from games.ui.toolkit.interface_text import plain
from games.ui.toolkit.page import Action
from games.ui.toolkit.theme import INK, INK_PAIR, Colour, Pair
from games.ui.toolkit.widgets import Button


class GameScene(BaseScene):
    """A scene of a running game. Esc opens the menu, which loses nothing."""

    def __init__(self, game: GameScreens) -> None:
        self.game = game
        self.words = game.words

    def back(self) -> None:
        self.game.scenes.push(self.game.router.menu(self.game))

    def over(self) -> None:
        """Close what lies over the scene."""
        self.game.scenes.pop()

    def settle(self) -> None:
        """Refuse hasty taps for a moment: something else lies under the finger now."""
        self.game.scenes.age = 0

    @property
    def seat(self) -> int:
        """The seat on turn; `EVERYBODY` (-1) where all act alike."""
        return self.game.state.turn

    @property
    def everybody(self) -> bool:
        """True if no single household is on turn."""
        return self.seat == EVERYBODY

    def gear(self) -> Button:
        """Return the way to the menu, always at the top right."""
        return Button("menu", self.back, part=Picture("gear", 1.3), look="chip", pad=0.3)

    def timer(self, timer: Timer) -> Button:
        """Return the button that starts, pauses and continues the talk timer."""
        if not timer.begun:
            label = self.words("discuss")
        elif timer.left <= 0:
            label = self.words("discuss.over")
        elif timer.running:
            label = plain(timer.shown)
        else:
            label = self.words("discuss.paused", time=timer.shown)
        return Button("timer", timer.tap, label, "hourglass-not-done", "chip", role="body")

    def head(self, *left: Block, right: tuple[Button, ...] = ()) -> Block:
        """Return the head of the page: its subject, and the small buttons at the right."""
        parts: list[Block] = [*left, Gap(0), *right, self.gear()]
        shares = [0.0] * len(left) + [1.0] + [0.0] * (len(right) + 1)
        return Row(*parts, shares=shares, gaps=0.7)

    def title_head(self, title: Text, colour: Colour = INK, picture: str = "") -> Block:
        """Return a head with a title and the gear."""
        return heading(title, colour, picture, self.gear())

    def making(self, move: Move) -> Action | None:
        """Return the action that makes this move; None when the rules do not allow it now."""
        return (lambda: self.game.play(move)) if self.game.allows(move) else None

    def way_on(self, pair: Pair = INK_PAIR, label: Text | None = None) -> Button:
        """Return the primary action of a scene that only reports: what comes next."""
        words = label or self.words("go-on")
        return Button("go-on", self.game.next, words, look="primary", pair=pair)


class Over(BaseScene):
    """A scene that lies over another for a moment. Esc closes it."""

    def __init__(self, context: ScreenContext) -> None:
        self.context = context
        self.words = context.words

    def back(self) -> None:
        self.over()

    def over(self) -> None:
        """Close it."""
        self.context.scenes.pop()
