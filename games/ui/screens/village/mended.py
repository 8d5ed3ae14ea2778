"""A heart mended at the service unit: it comes back before everybody's eyes."""

from __future__ import annotations

import pygame

from games.rules.model.events import HeartMended
from games.ui.screens.common.household import HEARTS, FaceDisc, draw_hearts, look_of
from games.ui.screens.common.scenes import GameScene
from games.ui.shell.frame import chip, frame
from games.ui.shell.game_screens import GameScreens
from games.ui.toolkit.blocks import Column, Say
from games.ui.toolkit.icons import icon
from games.ui.toolkit.motion import Motion, draw_popping
from games.ui.toolkit.page import Page
from games.ui.toolkit.theme import PAIRS, WHITE, Scale
from games.ui.toolkit.widgets import Card, Draw

GOLD = PAIRS["gold"]
MENDING = 700
"""Milliseconds in which the heart comes back."""


class MendedScene(GameScene):
    """The household's hearts, the mended ones popping up."""

    kind = "mended"

    def __init__(self, game: GameScreens, mended: HeartMended) -> None:
        super().__init__(game)
        self.mended = mended
        self.motion = Motion(MENDING, calm=game.settings.calm)
        self._row = pygame.Rect(0, 0, 0, 0)

    @property
    def _hearts(self) -> int:
        return self.game.state.households[self.mended.seat].hearts

    def build(self, page: Page) -> None:
        look = look_of(self.game, self.mended.seat)
        told = self.words("unit.mended", hearts=self.mended.hearts)
        frame(
            page,
            Card(
                Column(
                    FaceDisc(look, 3),
                    Draw(self._draw_hearts, gaps=7, grow=0),
                    Say(told, "lead", "title", look.colours.dark, "centre"),
                    Say(self.words("unit.heard"), "body", "read", align="centre"),
                    gaps=1,
                ),
                WHITE,
                grow=1,
            ),
            head=self.head(chip(self.words("unit.head"), "house-with-garden", GOLD)),
            primary=self.way_on(),
            ground=GOLD.tint,
        )

    def _draw_hearts(self, page: Page, rect: pygame.Rect) -> None:
        side = min(rect.height, rect.width // 4)
        self._row = pygame.Rect(0, 0, round(side * HEARTS * 1.05), side)
        self._row.center = rect.center
        shown = self._hearts - self.mended.hearts if self.moving else self._hearts
        draw_hearts(page.surface, self._row, shown)

    def overlay(self, surface: pygame.Surface, scale: Scale) -> bool:
        if not self.moving:
            return False
        side = self._row.height
        for place in range(self._hearts - self.mended.hearts, self._hearts):
            x = self._row.x + round(place * side * 1.05) + side // 2
            share = self.motion.share(120, MENDING - 120)
            draw_popping(surface, icon("red-heart", side), (x, self._row.centery), share)
        return True
