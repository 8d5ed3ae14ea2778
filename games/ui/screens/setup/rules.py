"""The rules: the very text of the printed sheet, a heading at a time."""

from __future__ import annotations

from collections.abc import Sequence

from engine.catalogue import Catalogue
from engine.catalogue.game_rules_text import RulesSection, rules_of
from games.ui.shell.frame import frame, heading
from games.ui.shell.scene import BaseScene, SceneStack
from games.ui.toolkit.blocks import Block, Column, Gap, Grid, Picture, Row, Say, Tight
from games.ui.toolkit.interface_text import InterfaceText
from games.ui.toolkit.page import Page
from games.ui.toolkit.theme import INK, PAIRS, WHITE, pair
from games.ui.toolkit.widgets import Button, Card


class Rules(BaseScene):
    """All headings; a tap opens one."""

    kind = "rules"

    def __init__(self, scenes: SceneStack, words: InterfaceText, catalogue: Catalogue) -> None:
        self.scenes = scenes
        self.words = words
        self.sections = rules_of(catalogue)

    def back(self) -> None:
        self.scenes.pop()

    def build(self, page: Page) -> None:
        colours = PAIRS["teal"]
        cells = [self._heading(place) for place in range(len(self.sections))]
        frame(
            page,
            Grid(cells, (2 if page.scale.large else 3) if page.scale.wide else 1, gaps=0.4),
            head=heading(self.words("rules.title"), colours.dark, "books"),
            primary=Button("close", self.back, self.words("back"), look="primary", pair=colours),
            ground=colours.tint,
        )

    def _heading(self, place: int) -> Button:
        section = self.sections[place]

        def open_it() -> None:
            self.scenes.push(RulesPage(self.scenes, self.words, self.sections, place))

        title = Say(section.title, "body", "title", INK)
        inside = Row(Picture(section.icon, 0.9), title, shares=[0, 1], gaps=0.4)
        return Button(f"rules:{section.id}", open_it, part=inside, pad=0.4)


class RulesPage(BaseScene):
    """One heading with its lines, and for a kind of space the pictures of its spaces."""

    kind = "rules-page"

    def __init__(
        self, scenes: SceneStack, words: InterfaceText, sections: Sequence[RulesSection], place: int
    ) -> None:
        self.scenes = scenes
        self.words = words
        self.sections = sections
        self.place = place

    def back(self) -> None:
        self.scenes.pop()

    def build(self, page: Page) -> None:
        section = self.sections[self.place]
        colours = pair(section.colour)
        parts: list[Block] = []
        icons = list(dict.fromkeys(space.icon for space in section.spaces))
        if len(icons) > 1:
            row = len(icons) if page.scale.wide else 6
            parts += [
                Tight(*[Picture(icon, 1.7) for icon in icons[start : start + row]], align="left")
                for start in range(0, len(icons), row)
            ]
        parts += [Card(Say(line, "lead", "read", INK), WHITE, pad=0.7) for line in section.lines]
        last = self.place + 1 == len(self.sections)
        sides = [] if last else [Button("close", self.back, self.words("back"), look="plain")]
        frame(
            page,
            Column(*parts, Gap(0, grow=1), gaps=0.6),
            head=heading(section.title, colours.dark, section.icon),
            primary=Button(
                "close" if last else "next",
                self.back if last else self._next,
                self.words("back") if last else self.words("go-on"),
                look="primary",
                pair=colours,
            ),
            sides=sides,
            ground=colours.tint,
        )

    def _next(self) -> None:
        self.scenes.pop()
        self.scenes.push(RulesPage(self.scenes, self.words, self.sections, self.place + 1))
