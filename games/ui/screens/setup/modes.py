"""Modes of play: talk, hidden answers, luck of the years, one village or many."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass

from engine.schema.text import Text
from games.rules import TALK, Luck
from games.ui.screens.setup.app_services import AppServices, OverHome
from games.ui.shell.frame import frame, heading
from games.ui.toolkit.blocks import Block, Column, Picture, Row, Say, Tight
from games.ui.toolkit.interface_text import InterfaceText
from games.ui.toolkit.page import Page
from games.ui.toolkit.theme import DIM, INK, PAIRS, Pair
from games.ui.toolkit.widgets import Button

LEAF = PAIRS["leaf"]
YEARS: tuple[tuple[Luck, str], ...] = (
    ("calm", "sun"),
    ("ordinary", "sun-behind-cloud"),
    ("storm", "cloud-with-lightning-and-rain"),
)
"""The kinds of years, each with its icon, from mild to rough."""


@dataclass
class Mode:
    """The modes of the game that is being set up; the page of modes changes them.

    Attributes:
        luck: how rough the years are.
        together: the households play as one village; needs two.
        talk: seconds of talk at each item.
    """

    luck: Luck
    together: bool
    talk: int

    def title(self, words: InterfaceText, households: int) -> Text:
        """Return luck and kind of play in a few words, for so many households."""
        key = "modes.now.together" if self.together and households > 1 else "modes.now"
        return words(key, luck=words(f"modes.luck.{self.luck}"))

    @property
    def icon(self) -> str:
        """The icon of its years."""
        return dict(YEARS)[self.luck]


class Modes(OverHome):
    """Four settings of a game, one line each. What is shown first plays well."""

    kind = "modes"

    def __init__(self, services: AppServices, mode: Mode, households: int) -> None:
        super().__init__(services)
        self.words = services.words
        self.mode = mode
        self.households = households

    def build(self, page: Page) -> None:
        words = self.words
        frame(
            page,
            Column(
                self._line(page, "talk", self._talk()),
                self._line(page, "answers", self._answers()),
                self._line(page, "luck", self._years()),
                self._line(page, "village", self._village()),
                gaps=0.8,
            ),
            head=heading(words("modes.title"), INK, "game-die"),
            primary=Button("close", self.back, words("back"), look="primary"),
        )

    def _line(self, page: Page, name: str, choices: Sequence[Block]) -> Block:
        return setting(page, self.words(f"modes.{name}"), Row(*choices, gaps=0.6, grow=1))

    def _choice(
        self,
        name: str,
        label: Text,
        picture: str,
        chosen: bool,
        action: Callable[[], None] | None,
        pair: Pair = PAIRS["indigo"],
    ) -> Button:
        say = Say(label, "body", "strong", INK if action else DIM, "centre")
        inside: Block = Tight(Picture(picture, 1.3), say, gaps=0.5) if picture else say
        return Button(name, action, part=inside, pair=pair, selected=chosen, grow=1, pad=0.6)

    def _talk(self) -> list[Block]:
        return [
            self._choice(
                f"talk-{seconds}",
                self.words("modes.seconds", seconds=seconds),
                "",
                seconds == self.mode.talk,
                self._setting("talk", seconds),
            )
            for seconds in TALK
        ]

    def _answers(self) -> list[Block]:
        hidden = self.services.settings.hidden
        return [
            self._choice(
                f"answers-{name}",
                self.words(f"modes.answers.{name}"),
                picture,
                hidden is value,
                self._hide(value),
            )
            for name, picture, value in (
                ("paddles", "raised-hand", False),
                ("hidden", "locked", True),
            )
        ]

    def _years(self) -> list[Block]:
        return [
            self._choice(
                f"luck-{luck}",
                self.words(f"modes.luck.{luck}"),
                picture,
                luck == self.mode.luck,
                self._setting("luck", luck),
            )
            for luck, picture in YEARS
        ]

    def _village(self) -> list[Block]:
        can = self.households > 1
        together = can and self.mode.together
        return [
            self._choice(
                "apart",
                self.words("modes.apart"),
                "trophy",
                not together,
                self._setting("together", False),
                LEAF,
            ),
            self._choice(
                "together",
                self.words("modes.together" if can else "modes.together.alone"),
                "house-with-garden",
                together,
                self._setting("together", True) if can else None,
                LEAF,
            ),
        ]

    def _setting(self, name: str, value: object) -> Callable[[], None]:
        return lambda: setattr(self.mode, name, value)

    def _hide(self, hidden: bool) -> Callable[[], None]:
        def act() -> None:
            self.services.settings.hidden = hidden
            self.services.keep("hidden", str(int(hidden)))

        return act


def setting(page: Page, title: Text, choices: Block) -> Block:
    """Return a setting: its title, and what can be chosen beside or under it."""
    say = Say(title, "body", "title", INK)
    if page.scale.wide:
        return Row(say, choices, shares=[1, 3.2], gaps=0.6, grow=1)
    return Column(say, choices, gaps=0.4, grow=1)
