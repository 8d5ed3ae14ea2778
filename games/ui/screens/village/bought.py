"""Purchases at the market: a step of the dream, or a tool."""

from __future__ import annotations

import pygame

from games.rules.model.events import Bought
from games.ui.screens.common.household import STEPS, FaceDisc, draw_steps, look_of
from games.ui.screens.common.scenes import GameScene
from games.ui.screens.village.wares import tool_of
from games.ui.shell.frame import frame
from games.ui.shell.game_screens import GameScreens
from games.ui.toolkit.blocks import Block, Column, Either, Picture, Row, Say, Tight
from games.ui.toolkit.interface_text import plain
from games.ui.toolkit.motion import LONGEST, Motion, confetti, draw_confetti
from games.ui.toolkit.page import Page
from games.ui.toolkit.theme import DIM, INK, PAIRS, WHITE, Scale
from games.ui.toolkit.widgets import Button, Card, Draw

INDIGO = PAIRS["indigo"]
A_PAGE = 3
"""So many things bought are shown on one page; one less in large type."""


class BoughtScene(GameScene):
    """The purchases: each step with its sentence, and joy."""

    kind = "bought"

    def __init__(self, game: GameScreens, bought: tuple[Bought, ...], first: int = 0) -> None:
        super().__init__(game)
        self.bought = bought
        self.first = first
        self._last = first + A_PAGE
        self.motion = Motion(LONGEST, calm=game.settings.calm)

    def build(self, page: Page) -> None:
        self._last = self.first + (A_PAGE - 1 if page.scale.large else A_PAGE)
        shown = self.bought[self.first : self._last]
        whole = any(one.what == "step" and one.steps == STEPS for one in shown)
        dreams = any(one.what == "step" for one in shown)
        rows = [self._one(one, alone=len(shown) == 1) for one in shown]
        frame(
            page,
            Column(*rows, gaps=0.6),
            head=self.title_head(
                self.words(
                    "bought.whole" if whole else "bought.dream" if dreams else "bought.tool"
                ),
                INDIGO.dark,
                "star",
            ),
            primary=self.way_on()
            if self._last >= len(self.bought)
            else Button("go-on", self._more, self.words("go-on"), look="primary"),
            ground=INDIGO.tint,
        )

    def _more(self) -> None:
        self.game.scenes.show(BoughtScene(self.game, self.bought, self._last))

    def _one(self, bought: Bought, *, alone: bool) -> Block:
        look = look_of(self.game, bought.seat)
        dream = self.game.dream(bought.seat)
        tool = tool_of(self.game, bought.seat)
        if bought.what == "step" and dream is not None:
            picture, text = dream.icon, dream.steps[bought.steps - 1].text
            title = dream.title
            steps: list[Block] = [
                Draw(lambda p, rect: _centred_steps(p, rect, bought.steps), gaps=3.6, grow=0)
            ]
        else:
            picture = tool.icon if tool is not None else "gear"
            text = tool.text if tool is not None else plain("")
            title = tool.title if tool is not None else plain("")
            steps = []
        if alone:
            says = Say(text, "lead", "title", INK, "centre")
            large: list[Block] = [
                Tight(FaceDisc(look, 3), Picture(picture, 4), gaps=2),
                says,
                Say(title, "body", "read", DIM, "centre"),
                *steps,
            ]
            low: list[Block] = [
                Tight(FaceDisc(look, 2), Picture(picture, 2.2), gaps=2),
                says,
                *steps,
            ]
            ways = [Card(Column(*p, gaps=0.8), WHITE, look.colours.ring, 2) for p in (large, low)]
            return Either(*ways, grow=1)
        row: list[Block] = [
            FaceDisc(look, 1.9),
            Picture(picture, 1.7),
            Say(text, "body", "strong", INK),
            *steps,
        ]
        shares = [0, 0, 1, *([0.24] if steps else [])]
        plain_row = Row(*row[:3], shares=shares[:3])
        return Card(
            Either(Row(*row, shares=shares), plain_row), WHITE, look.colours.ring, 1.5, 0.5, grow=1
        )

    def overlay(self, surface: pygame.Surface, scale: Scale) -> bool:
        if not self.moving:
            return False
        draw_confetti(surface, surface.get_rect(), confetti(), self.motion.elapsed)
        return True


def _centred_steps(page: Page, rect: pygame.Rect, steps: int) -> None:
    tall = min(rect.height, round(rect.width / 3.2))
    box = pygame.Rect(0, 0, min(rect.width, round(tall * 3.4)), tall).move_to(center=rect.center)
    draw_steps(page.surface, box, steps)
