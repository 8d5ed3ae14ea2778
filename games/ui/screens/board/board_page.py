"""The board's page: spaces, road, village, household cards, tokens."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping

import pygame

from games.ui.screens.board.households import CardNote, card_boxes, cards_height, draw_card
from games.ui.screens.board.middle import draw_village, middle_top
from games.ui.screens.board.payments import paying
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
from games.ui.toolkit.page import Action, Page, Target
from games.ui.toolkit.theme import HALO, INK, PAPER, WHITE


class BoardPage(GameScene):
    """A scene that shows the board.

    Attributes:
        places: where everything lies, once it was drawn.
    """

    def __init__(self, game: GameScreens) -> None:
        super().__init__(game)
        self.places: BoardPlaces | None = None

    @property
    def on_turn(self) -> int:
        """The seat whose card and token have the halo; -1: none."""
        return self.seat

    def draw_spaces(self, page: Page, now: int = -1) -> BoardPlaces:
        """Draw the frame of spaces and the road; `now` is the space with the halo."""
        game = self.game
        page.ground(PAPER)
        labels = [space_label(game, space) for space in game.spaces]
        places = self.places = board_places(page, labels)
        for number, (space, box) in enumerate(zip(game.spaces, places.tiles, strict=True)):
            if number == now:
                edge = page.scale.line * 2
                page.box(box.inflate(2 * edge, 2 * edge), HALO, INK, page.scale.line)
            draw_tile(page, space, labels[number], space_pair(game, space), box)
        draw_road(page, places)
        return places

    def cards_room(self, page: Page, places: BoardPlaces) -> pygame.Rect:
        """Return the box of the household cards, at the foot of the middle."""
        tall = cards_height(page, len(self.game.seats))
        pad = max(4, page.scale.gap // 3)
        inner = places.inner
        return pygame.Rect(inner.x + pad, inner.bottom - tall - pad, inner.width - 2 * pad, tall)

    def draw_cards(
        self, page: Page, room: pygame.Rect, notes: Mapping[int, CardNote] | None = None
    ) -> None:
        """Draw the card of every household; a tap opens its story."""
        for seat, box in enumerate(card_boxes(page, room, len(self.game.seats))):
            note = (notes or {}).get(seat)
            lit = paying(self.game.tables, self.game.events, seat)
            draw_card(
                page,
                self.game,
                seat,
                box,
                now=seat == self.on_turn,
                lit=lit,
                note=note,
                action=self._story(seat),
            )

    def draw_village(self, page: Page, places: BoardPlaces, bottom: int) -> None:
        """Draw the village behind everything, seen down to `bottom`, and the way to the menu."""
        draw_village(page, self.game, places.inner, bottom)
        box = middle_top(page, places.inner)[2]
        page.box(box, WHITE, radius=box.height // 2)
        page.icon("gear", box.inflate(-box.height // 3, -box.height // 3))
        page.target(Target(box, self.back, "menu", radius=box.height // 2))

    def draw_tokens(self, surface: pygame.Surface, places: BoardPlaces, hidden: int = -1) -> None:
        """Draw every household's token; not that of the seat that is walking."""
        for seat, spot in self.spots(places).items():
            if seat != hidden:
                self.draw_token(surface, seat, spot, places.token)

    def draw_token(self, surface: pygame.Surface, seat: int, spot: Point, radius: int) -> None:
        """Draw a token around that point; the one on turn has a halo."""
        x, y = spot
        edge = radius + max(2, radius // 10)
        if seat == self.on_turn:
            surface.blit(paint.disc(edge + 3, INK), (x - edge - 3, y - edge - 3))
            surface.blit(paint.disc(edge + 1, HALO), (x - edge - 1, y - edge - 1))
            edge -= 2
        ring = self.game.household_colours(seat).ring
        surface.blit(paint.disc(edge, ring), (x - edge, y - edge))
        draw_emblem(surface, look_of(self.game, seat), spot, radius - 2)

    def _story(self, seat: int) -> Action:
        def show() -> None:
            self.game.scenes.push(HouseholdStory(self.game, seat))

        return show

    def spots(self, places: BoardPlaces) -> dict[int, Point]:
        """Return where each token stands: several on one space side by side on the road."""
        at: dict[int, list[int]] = defaultdict(list)
        for seat in self.game.seats:
            at[self.game.state.households[seat].position].append(seat)
        spots: dict[int, Point] = {}
        for space, seats in at.items():
            x, y = places.stops[space]
            half = (places.inner.top - places.road.top) // 2
            across = y in (places.road.top + half, places.road.bottom - half)
            step = round(places.token * 1.25)
            for place, seat in enumerate(seats):
                shift = round((place - (len(seats) - 1) / 2) * step)
                spot = (x + shift, y) if across else (x, y + shift)
                spots[seat] = _kept(spot, places)
        return spots


def _kept(spot: Point, places: BoardPlaces) -> Point:
    """Return the spot moved so that its token stays on the road."""
    road, half = places.road, places.token
    x = min(max(spot[0], road.left + half), road.right - half)
    y = min(max(spot[1], road.top + half), road.bottom - half)
    return x, y
