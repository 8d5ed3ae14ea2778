"""The opening throw: the die finds the household that begins."""

from __future__ import annotations

from math import pi, sin

import pygame

from engine.schema.text import Text
from games.rules import Begin
from games.rules.model.events import StarterDrawn
from games.ui.pictures.die import die
from games.ui.screens.common.arrange import cut_top, foot, grid, line, put, rows
from games.ui.screens.common.household import draw_face, look_of
from games.ui.screens.common.scenes import GameScene
from games.ui.shell.game_screens import GameScreens
from games.ui.toolkit import paint
from games.ui.toolkit.blocks import Say
from games.ui.toolkit.motion import LONGEST, Motion, draw_halo, ease_out
from games.ui.toolkit.page import Page, Target
from games.ui.toolkit.theme import DIM, HALO, INK, PAIRS, WHITE, Scale
from games.ui.toolkit.widgets import Button

ROLL = 800
"""Milliseconds in which the die rolls; in what is left of the motion a household lights up."""
FACE = 90
"""Milliseconds for which the rolling die shows one face."""
WAITING = 6
"""Face of the die that waits for the throw."""
HOPS = 3
TILT = 200
"""Degrees by which the die turns while it rolls."""


class StarterScene(GameScene):
    """A large die among the households, each with its face of the die.

    It waits for the throw; with a throw it shows the die roll and the household that begins.

    Attributes:
        drawn: the throw just made; None while it is waited for.
    """

    def __init__(self, game: GameScreens, drawn: StarterDrawn | None = None) -> None:
        super().__init__(game)
        self.drawn = drawn
        self.kind = "starter" if drawn is None else "starter-found"
        self.motion = Motion(LONGEST, calm=game.settings.calm or drawn is None)
        self._die = pygame.Rect(0, 0, 0, 0)
        self._boxes: list[pygame.Rect] = []

    @property
    def _found(self) -> int | None:
        """The seat that begins, once the die lies still."""
        return self.drawn.seat if self.drawn is not None and not self.moving else None

    def tick(self, elapsed: int) -> bool:
        ended = self.motion.tick(elapsed)
        if ended:
            self.game.scenes.hear("star")
        return ended

    def build(self, page: Page) -> None:
        page.ground()
        scale = page.scale
        body = foot(page, self._action(), Say(self._note(), "body", "read", DIM))
        top, body = cut_top(body, scale.touch, scale.gap)
        put(page, self.title_head(self._head(), INK, "game-die"), top)
        middle, self._boxes = _places(page, body, len(self.game.seats))
        for seat, box in enumerate(self._boxes):
            self._household(page, seat, box)
        self._tray(page, middle)

    def _action(self) -> Button:
        if self.drawn is None:
            throw = self.making(Begin())
            return Button("throw", throw, self.words("throw"), "game-die", look="primary")
        return Button("go-on", self._go_on, self.words("title.begin"), look="primary")

    def _go_on(self) -> None:
        """Let the die lie still if it still rolls; else go on to the dreams."""
        if self.moving:
            self.motion.skip()
        else:
            self.game.next()

    def _head(self) -> Text:
        if self._found is None:
            return self.words("starter.head")
        return self.words("starter.found", household=self.game.household_name(self._found))

    def _note(self) -> Text:
        return self.words("starter.how" if self._found is None else "starter.after")

    def _tray(self, page: Page, box: pygame.Rect) -> None:
        """Draw the large die on its tray; before the throw a tap on it throws."""
        radius = min(box.width, box.height) // 2
        tray = paint.disc(radius, PAIRS["gold"].tint)
        page.surface.blit(tray, tray.get_rect(center=box.center))
        side = radius * 6 // 5
        self._die = pygame.Rect(0, 0, side, side)
        self._die.center = box.center
        if not self.moving:
            die(page.surface, self._die, WAITING if self._found is None else self._found + 1)
        throw = self.making(Begin())
        if throw is not None:
            page.target(Target(self._die.copy(), throw, "die"))

    def _household(self, page: Page, seat: int, box: pygame.Rect) -> None:
        """Draw face and name of a household, and the face of the die that is its own."""
        scale, gap = page.scale, page.scale.gap
        look = look_of(self.game, seat)
        if seat == self._found:
            page.box(box.inflate(gap, gap), HALO, radius=scale.radius + gap // 2)
        ground = look.colours.tint if seat == self._found else WHITE
        page.box(box, ground, look.colours.ring, scale.line * 2)
        inner = box.inflate(-2 * gap, -gap)
        name = self.game.household_name(seat)
        if scale.wide and inner.width > 2.2 * inner.height:
            radius = min(inner.height, inner.width * 3 // 10) // 2
            draw_face(page.surface, look, (inner.x + radius, inner.centery), radius)
            own = radius * 12 // 10
            face = pygame.Rect(inner.right - own, inner.centery - own // 2, own, own)
            die(page.surface, face, seat + 1)
            left = inner.x + 2 * radius + gap
            room = pygame.Rect(left, inner.y, face.x - gap - left, inner.height)
            line(page, name, room, role="title", colour=look.colours.dark, align="centre")
            return
        upper, lower = cut_top(inner, inner.height * 58 // 100, 0)
        radius = min(upper.height, upper.width * 45 // 100) // 2
        own = radius * 14 // 10
        left = inner.centerx - (2 * radius + gap + own) // 2
        draw_face(page.surface, look, (left + radius, upper.y + radius), radius)
        face = pygame.Rect(left + 2 * radius + gap, 0, own, own).move_to(centery=upper.y + radius)
        die(page.surface, face, seat + 1)
        line(page, name, lower, role="title", colour=look.colours.dark, align="centre")

    def overlay(self, surface: pygame.Surface, scale: Scale) -> bool:
        if not self.moving or self.drawn is None:
            return False
        rolled = self.motion.share(0, ROLL)
        if rolled < 1:
            self._draw_rolling(surface, rolled)
            return True
        die(surface, self._die, self.drawn.seat + 1)
        share = self.motion.share(ROLL, LONGEST - ROLL)
        draw_halo(surface, self._boxes[self.drawn.seat], share, max(3, scale.gap // 3))
        return True

    def _draw_rolling(self, surface: pygame.Surface, rolled: float) -> None:
        """Draw the die as it hops and turns, ever lower, until it lies straight."""
        side = self._die.width
        picture = pygame.Surface((side, side), pygame.SRCALPHA)
        shown = (self.motion.elapsed // FACE * 5) % 6 + 1
        if rolled > 1 - FACE / ROLL and self.drawn is not None:
            shown = self.drawn.seat + 1
        die(picture, picture.get_rect(), shown)
        turned = pygame.transform.rotozoom(picture, TILT * (1 - ease_out(rolled)), 1.0)
        hop = round(abs(sin(HOPS * pi * rolled)) * (1 - rolled) * side / 2)
        x, y = self._die.center
        surface.blit(turned, turned.get_rect(center=(x, y - hop)))


def _places(page: Page, box: pygame.Rect, households: int) -> tuple[pygame.Rect, list[pygame.Rect]]:
    """Return the box of the die, and one for each household in seat order.

    On a wide page the households stand left and right of the die; in portrait under it.
    """
    gap = page.scale.gap
    if not page.scale.wide:
        middle, lower = cut_top(box, box.height * 4 // 10, gap * 2)
        return middle, grid(lower, households, 2, gap * 2)
    wide = box.width * 33 // 100
    left = pygame.Rect(box.x, box.y, wide, box.height)
    right = pygame.Rect(box.right - wide, box.y, wide, box.height)
    middle = pygame.Rect(left.right + gap, box.y, right.x - left.right - 2 * gap, box.height)
    first = -(-households // 2)
    tall = (box.height - (max(2, first) - 1) * gap * 2) // max(2, first)
    boxes: list[pygame.Rect] = []
    for side, count in ((left, first), (right, households - first)):
        strip = pygame.Rect(side.x, 0, side.width, count * tall + (count - 1) * gap * 2)
        strip.centery = side.centery
        boxes.extend(rows(strip, count, gap * 2))
    return middle, boxes
