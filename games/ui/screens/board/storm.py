"""The storm breaks over everybody: what it costs each household, and what made it lighter."""

from __future__ import annotations

from collections.abc import Callable
from random import Random

import pygame

from games.rules.model.events import StormBroke
from games.ui.pictures.projects import project
from games.ui.screens.common.arrange import seats_across
from games.ui.screens.common.household import draw_face, draw_hearts, look_of
from games.ui.screens.common.scenes import GameScene
from games.ui.shell.frame import frame
from games.ui.shell.game_screens import GameScreens
from games.ui.toolkit.blocks import Block, Column, Picture, Row, Say
from games.ui.toolkit.icons import icon
from games.ui.toolkit.interface_text import plain
from games.ui.toolkit.motion import LONGEST, Motion
from games.ui.toolkit.page import Page
from games.ui.toolkit.theme import INK, PAIRS, WHITE, Colour, Pair, Scale
from games.ui.toolkit.widgets import Card, Draw

NIGHT = Pair((34, 48, 74), (198, 210, 226))
RAIN: Colour = (232, 240, 250)
DROPS = 90


class StormScene(GameScene):
    """The storm's harm to each household."""

    kind = "storm"

    def __init__(self, game: GameScreens, storm: StormBroke) -> None:
        super().__init__(game)
        self.storm = storm
        self.motion = Motion(LONGEST, calm=game.settings.calm)

    def build(self, page: Page) -> None:
        village = self.game.catalogue.village
        title = village.storm.title if village is not None else self.words("storm.head")
        told = self.words("storm.lost", days=self.storm.days, baht=self.storm.repair)
        parts: list[Block] = [
            Row(
                Picture("cloud-with-lightning-and-rain", 3),
                Say(told, "lead", "strong", INK),
                shares=[0, 1],
            )
        ]
        spared = self._spared()
        people = Draw(self._people, gaps=15, grow=1)
        low = Draw(self._people, gaps=11, grow=1)
        frame(
            page,
            Column(Card(Column(*parts), WHITE), *spared, people, gaps=0.8),
            Column(*parts, *spared, low, gaps=0.5),
            head=self.title_head(title, NIGHT.dark, "umbrella"),
            primary=self.way_on(),
            ground=NIGHT.tint,
        )

    def _spared(self) -> list[Block]:
        """Return what the village had built against it; the encouragement to build otherwise."""
        goals = [self.game.goal(name) for name in self.storm.spared]
        built = [goal for goal in goals if goal is not None]
        if not built:
            say = Say(self.words("storm.bare"), "body", "read", INK)
            return [Card(Row(Picture("light-bulb", 1.3), say, shares=[0, 1]), WHITE, pad=0.5)]
        rows: list[Block] = []
        for goal in built:
            picture = Draw(_standing(goal.id), gaps=5, grow=0)
            say = Say(
                self.words("storm.spared", goal=goal.title, percent=goal.figure or 0),
                "body",
                "strong",
                PAIRS["leaf"].dark,
            )
            rows.append(Card(Row(picture, say, shares=[0.16, 1]), WHITE, pad=0.4))
        return rows

    def _people(self, page: Page, rect: pygame.Rect) -> None:
        """Draw each household with what it lost, and its hearts."""
        seats = self.game.seats
        gap = page.scale.gap // 2
        across = min(len(seats), seats_across(page, len(seats)))
        rows = -(-len(seats) // across)
        wide = (rect.width - gap * (across - 1)) // across
        tall = (rect.height - gap * (rows - 1)) // rows
        size = page.scale.size("title").floor
        floor = page.scale.size("body").floor
        for seat in seats:
            box = pygame.Rect(0, 0, wide, tall)
            box.x = rect.x + seat % across * (wide + gap)
            box.y = rect.y + seat // across * (tall + gap)
            look = look_of(self.game, seat)
            page.box(box, WHITE, look.colours.ring, page.scale.line * 2)
            share = 0.12 if page.scale.large else 0.2 if page.scale.wide else 0.15
            radius = round(min(tall * 0.36, wide * share))
            centre = (box.x + round(radius * 1.3), box.y + tall // 2)
            draw_face(page.surface, look, centre, radius)
            left = centre[0] + round(radius * 1.3)
            room = pygame.Rect(left, box.y, box.right - left - gap, tall)
            lost = self.storm.losses[seat]
            flat = tall < 3 * floor
            upper = pygame.Rect(room.x, room.y + tall // 8, room.width, tall * 3 // 8)
            if flat:
                upper = pygame.Rect(room.x, room.y, room.width * 3 // 5, tall)
            number = plain(-lost)
            shown = size
            while shown > floor and page.letters.width(number.shown, "title", shown) > upper.width:
                shown -= 1
            page.text(
                number,
                upper,
                face="title",
                size=shown,
                colour=PAIRS["lotus"].dark if lost else PAIRS["leaf"].dark,
                align="centre",
                role="body",
            )
            side = min(round(tall * 0.24), room.width // (8 if flat else 4))
            hearts = pygame.Rect(0, 0, round(side * 3.2), side)
            hearts.center = (room.centerx, room.y + tall * 11 // 16)
            if flat:
                hearts.midright = (room.right, room.centery)
            draw_hearts(page.surface, hearts, self._hearts(seat))
            if self.storm.hearts[seat]:
                cracked = icon("broken-heart", round(side * 1.2))
                spot = (hearts.right - side // 2, hearts.centery)
                page.surface.blit(cracked, cracked.get_rect(center=spot))

    def _hearts(self, seat: int) -> int:
        return self.game.state.households[seat].hearts

    def overlay(self, surface: pygame.Surface, scale: Scale) -> bool:
        if not self.moving:
            return False
        luck = Random(self.motion.elapsed // 40)
        wide, tall = surface.get_size()
        long = tall // 26
        for _ in range(DROPS):
            x, y = luck.randrange(wide), luck.randrange(tall)
            pygame.draw.line(surface, RAIN, (x, y), (x - long // 3, y + long), 2)
        return True


def _standing(goal: str) -> Callable[[Page, pygame.Rect], None]:
    def draw(page: Page, rect: pygame.Rect) -> None:
        tall = min(rect.height, rect.width // 2)
        if tall > 12:
            picture = project(goal, tall, 100)
            page.surface.blit(picture, picture.get_rect(center=rect.center))

    return draw
