"""The board: the loop of spaces, the road, the landscape, all households and the die."""

from __future__ import annotations

from collections import defaultdict

import pygame

from engine.schema.text import Text
from games.life import Throw
from games.life.events import Thrown
from games.ui.screens.board.households import card_boxes, cards_height, draw_card
from games.ui.screens.board.middle import draw_middle, middle_top
from games.ui.screens.board.spaces import (
    BoardPlaces,
    Point,
    board_places,
    draw_road,
    draw_tile,
    space_label,
    space_pair,
)
from games.ui.screens.board.story import HouseholdStory
from games.ui.screens.common.household import draw_emblem, look_of
from games.ui.screens.common.scenes import GameScene
from games.ui.shell.game_screens import GameScreens
from games.ui.toolkit import paint
from games.ui.toolkit.die import die
from games.ui.toolkit.motion import Motion, ease_in_out
from games.ui.toolkit.page import Action, Page, Target
from games.ui.toolkit.theme import HALO, INK, PAPER, WHITE, Scale

WALK = 1100
"""Milliseconds of the throw and the walk together; the first third the die rolls."""

ROLL = 380
FACES = (3, 5, 2, 6, 1, 4, 2, 5)


class BoardScene(GameScene):
    """The board. It waits for the throw; with a throw it shows the walk and where it ends.

    Attributes:
        thrown: the throw just made; None while it is waited for.
    """

    def __init__(self, game: GameScreens, thrown: Thrown | None = None) -> None:
        super().__init__(game)
        self.thrown = thrown
        self.kind = "board" if thrown is None else "board-walk"
        self.motion = Motion(WALK, calm=game.settings.calm or thrown is None)
        self._places: BoardPlaces | None = None
        self._die = pygame.Rect(0, 0, 0, 0)

    @property
    def moving(self) -> bool:
        """True while the die rolls and the token walks."""
        return self.motion.moving

    def tick(self, elapsed: int) -> bool:
        return self.motion.tick(elapsed)

    def build(self, page: Page) -> None:
        game = self.game
        page.ground(PAPER)
        labels = [space_label(game, space) for space in game.spaces]
        frame = board_places(page, labels)
        self._places = frame
        now = self._now_space()
        for number, (space, box) in enumerate(zip(game.spaces, frame.tiles, strict=True)):
            if number == now:
                edge = page.scale.line * 2
                page.box(box.inflate(2 * edge, 2 * edge), HALO, INK, page.scale.line)
            draw_tile(page, space, labels[number], space_pair(game, space), box)
        draw_road(page, frame)
        count = len(game.seats)
        tall = cards_height(page, count)
        pad = max(4, page.scale.gap // 3)
        room = pygame.Rect(
            frame.inner.x + pad,
            frame.inner.bottom - tall - pad,
            frame.inner.width - 2 * pad,
            tall,
        )
        primary = self._primary_box(page, frame.inner, room.top)
        draw_middle(page, game, frame.inner, room.top, primary)
        for seat, box in enumerate(card_boxes(page, room, count)):
            draw_card(page, game, seat, box, now=seat == self._on_turn, action=self._story(seat))
        self._chips(page, frame.inner)
        self._primary(page, primary)
        for seat, spot in self._tokens(frame).items():
            if not (self.moving and seat == self._on_turn):
                self._token(page.surface, seat, spot, frame.token)

    # Parts of the page.

    @property
    def _on_turn(self) -> int:
        return self.thrown.seat if self.thrown is not None else self.seat

    def _now_space(self) -> int:
        """Return the space that matters now: where the walk has ended."""
        if self.thrown is None or self.moving:
            return -1
        return self.thrown.end

    def _story(self, seat: int) -> Action:
        def show() -> None:
            self.game.stage.push(HouseholdStory(self.game, seat))

        return show

    def _chips(self, page: Page, inner: pygame.Rect) -> None:
        """Draw the way to the menu at the top right of the landscape."""
        box = middle_top(page, inner)[2]
        page.box(box, WHITE, radius=box.height // 2)
        page.icon("gear", box.inflate(-box.height // 3, -box.height // 3))
        page.target(Target(box, self.back, "menu", radius=box.height // 2))

    @property
    def _way_on(self) -> Text:
        return self.words("throw" if self.thrown is None else "go-on")

    def _primary_box(self, page: Page, inner: pygame.Rect, bottom: int) -> pygame.Rect:
        """Return the box of the die with its words, at the lower right of the landscape."""
        scale = page.scale
        tall = max(scale.touch, round(scale.measure * 0.112))
        words = self._way_on.read(page.letters.language)
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
        size = page.scale.size("number").floor
        page.text(
            self._way_on,
            words,
            face="title",
            size=size,
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
            self.game.stage.dirty = True
        else:
            self.game.next()

    def _face(self) -> int:
        if self.thrown is None:
            return self.game.state.die or 5
        return self.thrown.die

    # Tokens.

    def _tokens(self, frame: BoardPlaces) -> dict[int, Point]:
        """Return where each token stands: several on one space side by side on the road."""
        at: dict[int, list[int]] = defaultdict(list)
        for seat in self.game.seats:
            at[self.game.state.households[seat].position].append(seat)
        spots: dict[int, Point] = {}
        for space, seats in at.items():
            x, y = frame.stops[space]
            across = y - frame.token < frame.inner.top or y + frame.token > frame.inner.bottom
            step = round(frame.token * 1.25)
            for place, seat in enumerate(seats):
                shift = round((place - (len(seats) - 1) / 2) * step)
                spot = (x + shift, y) if across else (x, y + shift)
                spots[seat] = _kept(spot, frame)
        return spots

    def _token(self, surface: pygame.Surface, seat: int, spot: Point, radius: int) -> None:
        x, y = spot
        edge = radius + max(2, radius // 10)
        if seat == self._on_turn:
            surface.blit(paint.disc(edge + 3, INK), (x - edge - 3, y - edge - 3))
            surface.blit(paint.disc(edge + 1, HALO), (x - edge - 1, y - edge - 1))
            edge -= 2
        ring = self.game.household_colours(seat).ring
        surface.blit(paint.disc(edge, ring), (x - edge, y - edge))
        draw_emblem(surface, look_of(self.game, seat), spot, radius - 2)

    def overlay(self, surface: pygame.Surface, scale: Scale) -> bool:
        if not self.moving or self.thrown is None or self._places is None:
            return False
        elapsed = self.motion.elapsed
        if elapsed < ROLL:
            face = FACES[(elapsed // 60) % len(FACES)]
            die(surface, self._die, face)
        way = self._places.way(self.thrown.start, self.thrown.end)
        share = ease_in_out(self.motion.share(ROLL, WALK - ROLL))
        self._token(surface, self.thrown.seat, _along(way, share), self._places.token)
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


def _kept(spot: Point, frame: BoardPlaces) -> Point:
    """Return the spot moved so that its token stays on the road."""
    road, half = frame.road, frame.token
    x = min(max(spot[0], road.left + half), road.right - half)
    y = min(max(spot[1], road.top + half), road.bottom - half)
    return x, y
