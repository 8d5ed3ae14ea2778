"""Playing together: what a household cannot pay at the close, its neighbours pay."""

from __future__ import annotations

import pygame

from games.rules.model.events import NeighboursPaid
from games.ui.screens.common.arrange import grid, line, seats_across
from games.ui.screens.common.household import draw_face, look_of
from games.ui.screens.common.scenes import GameScene
from games.ui.shell.frame import chip, frame
from games.ui.shell.game_screens import GameScreens
from games.ui.toolkit.blocks import Block, Column, Say
from games.ui.toolkit.icons import icon
from games.ui.toolkit.interface_text import plain
from games.ui.toolkit.motion import Flight, Motion, draw_flights
from games.ui.toolkit.page import Page
from games.ui.toolkit.theme import HALO, INK, PAIRS, Scale
from games.ui.toolkit.widgets import Card, Draw

LEAF = PAIRS["leaf"]
FLIGHT = 600
"""Milliseconds that a coin flies."""


class NeighboursScene(GameScene):
    """The household that was short in the middle, coins flying to it from those who give."""

    kind = "neighbours"

    def __init__(self, game: GameScreens, paid: NeighboursPaid) -> None:
        super().__init__(game)
        self.paid = paid
        self.motion = Motion(FLIGHT + 400, calm=game.settings.calm)
        self._flights: list[Flight] = []
        self._target = (0, 0)

    def overlay(self, surface: pygame.Surface, scale: Scale) -> bool:
        if self.moving:
            draw_flights(surface, self._flights, self.motion.elapsed)
        return self.moving

    def build(self, page: Page) -> None:
        self._flights = []
        name = self.game.household_name(self.paid.seat)
        told = self.words("neighbours.told", household=name, baht=self.paid.baht)
        parts: list[Block] = [
            Draw(self._short, gaps=11, grow=1),
            Say(told, "lead", "strong", INK, "centre"),
            Draw(self._givers, gaps=6.5, grow=0.5),
        ]
        frame(
            page,
            Card(Column(*parts, gaps=0.8), grow=1),
            head=self.head(chip(self.words("neighbours.head"), "heart-hands", LEAF)),
            primary=self.way_on(LEAF),
            ground=LEAF.tint,
        )

    def _short(self, page: Page, rect: pygame.Rect) -> None:
        """Draw the household that was short, with a halo."""
        radius = min(rect.height, rect.width) * 44 // 100
        page.disc(rect.center, round(radius * 1.12), HALO)
        draw_face(page.surface, look_of(self.game, self.paid.seat), rect.center, radius)
        self._target = rect.center

    def _givers(self, page: Page, rect: pygame.Rect) -> None:
        """Draw every household that gave, with what it gave."""
        gives = [(seat, baht) for seat, baht in enumerate(self.paid.gives) if baht]
        across = min(len(gives), max(2, seats_across(page, len(gives))))
        coin = icon("coin", page.scale.touch // 2)
        for (seat, baht), box in zip(
            gives, grid(rect, len(gives), across, page.scale.gap), strict=True
        ):
            look = look_of(self.game, seat)
            page.box(box, look.colours.tint, look.colours.ring, page.scale.line)
            radius = round(min(box.height * 0.38, box.width * 0.17))
            face = (box.x + round(radius * 1.5), box.centery)
            draw_face(page.surface, look, face, radius)
            left = box.x + 3 * radius
            room = pygame.Rect(left, box.y, box.right - left - page.scale.gap, box.height)
            line(page, plain(baht), room, role="number", colour=look.colours.dark, align="centre")
            late = 90 * len(self._flights)
            self._flights.append(Flight(coin, face, self._target, min(late, 400), FLIGHT))
