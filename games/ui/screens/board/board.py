"""The board while a household throws and walks."""

from __future__ import annotations

import pygame

from engine.schema.text import Text
from games.rules import Throw
from games.rules.model.events import Thrown
from games.ui.pictures.die import die
from games.ui.screens.board.board_page import BoardPage
from games.ui.screens.board.middle import draw_goal_sign, draw_storm_words, draw_top, middle_top
from games.ui.screens.board.spaces import Point
from games.ui.shell.game_screens import GameScreens
from games.ui.toolkit.motion import Motion, ease_in_out
from games.ui.toolkit.page import Page, Target
from games.ui.toolkit.theme import INK, WHITE, Scale

WALK = 1100
"""Milliseconds of the throw and the walk together; the first third the die rolls."""

ARRIVED = 1300
"""Milliseconds after the walk until the space shows by itself what it brings."""

ROLL = 380
FACES = (3, 5, 2, 6, 1, 4, 2, 5)


class BoardScene(BoardPage):
    """The board. It waits for the throw; with a throw it shows the walk and where it ends.

    Attributes:
        thrown: the throw just made; None while it is waited for.
    """

    def __init__(self, game: GameScreens, thrown: Thrown | None = None) -> None:
        super().__init__(game)
        self.thrown = thrown
        self.kind = "board" if thrown is None else "board-walk"
        self.motion = Motion(WALK, calm=game.settings.calm or thrown is None)
        self._die = pygame.Rect(0, 0, 0, 0)
        self._arrived = 0

    @property
    def on_turn(self) -> int:
        return self.thrown.seat if self.thrown is not None else self.seat

    def tick(self, elapsed: int) -> bool:
        """Let time pass; some time after the walk the space opens by itself.

        With reduced motion nothing changes by itself.
        """
        if self.moving or self.thrown is None or self.game.settings.calm:
            return self.motion.tick(elapsed)
        self._arrived += elapsed
        if self._arrived >= ARRIVED:
            self.game.next()
        return False

    def build(self, page: Page) -> None:
        arrived = self.thrown is not None and not self.moving
        places = self.draw_spaces(page, self.thrown.end if self.thrown and arrived else -1)
        room = self.cards_room(page, places)
        primary = self._primary_box(page, places.inner, room.top)
        self.draw_village(page, places, room.top if page.scale.wide else primary.top)
        draw_top(page, self.game, places.inner)
        draw_goal_sign(page, self.game, places.inner, primary)
        draw_storm_words(page, self.game, places.inner, primary)
        self.draw_cards(page, room)
        self._primary(page, primary)
        self.draw_tokens(page.surface, places, self.on_turn if self.moving else -1)

    # The die, which is the way on.

    @property
    def _way_on(self) -> Text:
        return self.words("throw" if self.thrown is None else "go-on")

    def _primary_box(self, page: Page, inner: pygame.Rect, bottom: int) -> pygame.Rect:
        """Return the box of the die with its words, at the lower right of the village."""
        scale = page.scale
        room = bottom - middle_top(page, inner)[0].bottom - 2 * scale.gap
        tall = max(scale.touch, min(room, round(scale.measure * 0.112)))
        words = self._way_on.shown
        wide = page.letters.width(words, "title", scale.size("number").floor)
        box = pygame.Rect(0, 0, min(wide + round(tall * 1.55), inner.width), tall)
        box.bottomright = (inner.right - scale.gap // 2, bottom - scale.gap // 2)
        return box

    def _primary(self, page: Page, box: pygame.Rect) -> None:
        """Draw the die to throw, or after the walk what the throw was and the way on."""
        page.box(box.inflate(6, 6), WHITE)
        page.box(box, INK)
        side = round(box.height * 0.74)
        self._die = pygame.Rect(box.x + round(box.height * 0.16), 0, side, side)
        self._die.centery = box.centery
        die(page.surface, self._die, self._face())
        words = pygame.Rect(self._die.right, box.y, box.right - self._die.right, box.height)
        page.text(
            self._way_on,
            words,
            face="title",
            size=page.scale.size("number").floor,
            colour=WHITE,
            align="centre",
            role="button",
        )
        action = self._go_on if self.thrown is not None else self.making(Throw())
        if action is not None:
            name = "throw" if self.thrown is None else "go-on"
            page.target(Target(box, action, name, primary=True))

    def _go_on(self) -> None:
        """End the walk if it still goes on; else show what the space brings."""
        if self.moving:
            self.motion.skip()
        else:
            self.game.next()

    def _face(self) -> int:
        if self.thrown is None:
            return self.game.state.die or 5
        return self.thrown.die

    def overlay(self, surface: pygame.Surface, scale: Scale) -> bool:
        if not self.moving or self.thrown is None or self.places is None:
            return False
        elapsed = self.motion.elapsed
        if elapsed < ROLL:
            die(surface, self._die, FACES[(elapsed // 60) % len(FACES)])
        way = self.places.way(self.thrown.start, self.thrown.end)
        share = ease_in_out(self.motion.share(ROLL, WALK - ROLL))
        self.draw_token(surface, self.thrown.seat, _along(way, share), self.places.token)
        return True


def _along(way: list[Point], share: float) -> Point:
    """Return the point at that share of the way, by steps of equal time."""
    if len(way) < 2:
        return way[0]
    place = share * (len(way) - 1)
    step = min(len(way) - 2, int(place))
    part = place - step
    (x, y), (to_x, to_y) = way[step], way[step + 1]
    return round(x + (to_x - x) * part), round(y + (to_y - y) * part)
