"""How to play: how rough the years are, and whether the teams play as one village."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from engine.schema.text import Text
from games.rules import Luck
from games.ui.shell.frame import frame, heading
from games.ui.shell.scene import SceneStack, Still
from games.ui.toolkit.blocks import Block, Column, Picture, Row, Say, Tight
from games.ui.toolkit.interface_text import InterfaceText
from games.ui.toolkit.page import Align, Page
from games.ui.toolkit.theme import DIM, INK, PAIRS
from games.ui.toolkit.widgets import Button

INDIGO = PAIRS["indigo"]
LEAF = PAIRS["leaf"]
YEARS: tuple[tuple[Luck, str], ...] = (
    ("calm", "sun"),
    ("ordinary", "sun-behind-cloud"),
    ("storm", "cloud-with-lightning-and-rain"),
)
"""The kinds of years, each with its icon, from mild to rough."""


@dataclass
class Mode:
    """How the set-up will be played; the page of modes changes it.

    Attributes:
        luck: how rough the years are.
        together: the teams play as one village; needs two teams.
    """

    luck: Luck
    together: bool

    def title(self, words: InterfaceText, teams: int) -> Text:
        """Both in a few words, for so many teams."""
        key = "modes.now.together" if self.together and teams > 1 else "modes.now"
        return words(key, luck=words(f"modes.luck.{self.luck}"))

    @property
    def icon(self) -> str:
        """The icon of its years."""
        return dict(YEARS)[self.luck]


class Modes(Still):
    """The kind of years, and one village or many teams. What is shown first plays well."""

    kind = "modes"

    def __init__(self, stage: SceneStack, words: InterfaceText, mode: Mode, teams: int) -> None:
        self.stage = stage
        self.words = words
        self.mode = mode
        self.teams = teams

    def back(self) -> None:
        self.stage.pop()

    def build(self, page: Page) -> None:
        words = self.words
        years: list[Block] = [self._year(page, luck, picture) for luck, picture in YEARS]
        frame(
            page,
            Column(
                [
                    Say(words("modes.luck"), "body", "title", INK),
                    Row(years, gaps=0.6, grow=1) if page.scale.wide else Column(years, grow=1),
                    Say(words("modes.village"), "body", "title", INK),
                    self._together(),
                ],
                gaps=0.5,
            ),
            head=heading(words("modes.title"), INK, "game-die"),
            primary=Button("close", self.back, words("back"), look="primary"),
        )

    def _year(self, page: Page, luck: Luck, picture: str) -> Button:
        align: Align = "centre" if page.scale.wide else "left"
        name = Say(self.words(f"modes.luck.{luck}"), "button", "title", INK)
        return Button(
            f"luck-{luck}",
            self._set_luck(luck),
            part=Column(
                [
                    Tight([Picture(picture, 1.6), name], align, 0.5),
                    Say(self.words(f"modes.luck.{luck}.about"), "body", "read", INK, align),
                ],
                gaps=0.3,
            ),
            pair=INDIGO,
            selected=luck == self.mode.luck,
            grow=1,
        )

    def _together(self) -> Button:
        can = self.teams > 1
        about = "modes.together.about" if can else "modes.together.alone"
        return Button(
            "together",
            self._toggle if can else None,
            part=Row(
                [
                    Picture("house-with-garden", 2, pale=not can),
                    Column(
                        [
                            Say(
                                self.words("modes.together"),
                                "button",
                                "title",
                                INK if can else DIM,
                            ),
                            Say(self.words(about), "body", "read", INK if can else DIM),
                        ],
                        gaps=0.1,
                    ),
                ],
                [0, 1],
            ),
            pair=LEAF,
            selected=can and self.mode.together,
            grow=1,
        )

    def _set_luck(self, luck: Luck) -> Callable[[], None]:
        def act() -> None:
            self.mode.luck = luck

        return act

    def _toggle(self) -> None:
        self.mode.together = not self.mode.together
