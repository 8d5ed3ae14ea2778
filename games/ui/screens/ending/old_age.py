"""Old age: everybody's basket, the podium by dream, and a title for every household."""

from __future__ import annotations

from collections.abc import Sequence

import pygame

from engine.schema.text import Text
from games.rules.model.events import GameOver, OldAge, Place
from games.ui.screens.common.household import FaceDisc, dream_steps, hearts, look_of, stars
from games.ui.screens.common.scenes import GameScene
from games.ui.screens.ending.basket import draw_basket
from games.ui.shell.frame import frame
from games.ui.shell.game_screens import GameScreens
from games.ui.toolkit import paint
from games.ui.toolkit.blocks import Block, Column, Either, Gap, Picture, Row, Say, Tight
from games.ui.toolkit.interface_text import joined, number, plain
from games.ui.toolkit.motion import Motion, confetti, draw_confetti
from games.ui.toolkit.page import Page
from games.ui.toolkit.theme import DIM, INK, PAIRS, WHITE, Colour, Scale
from games.ui.toolkit.widgets import Card, Draw

LEAF = PAIRS["leaf"]
MEDALS: dict[int, Colour] = {1: (0xF5, 0xB5, 0x0A), 2: (0xB9, 0xC2, 0xCB), 3: (0xE0, 0xA4, 0x6C)}
"""Gold, silver, bronze; the other places are as good as the paper."""

PODIUM = (1, 0, 2, 3)
"""Which place stands where on the podium of up to four, from the left."""


class OldAgeScene(GameScene):
    """The end of the game at one look."""

    kind = "old-age"

    def __init__(self, game: GameScreens) -> None:
        super().__init__(game)
        self.baskets = {e.seat: e for e in game.events if isinstance(e, OldAge)}
        self.end = next(e for e in game.events if isinstance(e, GameOver))
        self.age = game.tables.amounts.last_age
        self.motion = Motion(calm=game.settings.calm)

    def tick(self, elapsed: int) -> bool:
        self.motion.tick(elapsed)
        return False

    def overlay(self, surface: pygame.Surface, scale: Scale) -> bool:
        if not self.moving:
            return False
        return draw_confetti(surface, surface.get_rect(), confetti(90), self.motion.elapsed)

    def build(self, page: Page) -> None:
        places = list(self.end.places)
        across = 3 if page.scale.wide and len(places) > len(PODIUM) else 2
        ways: list[Block] = []
        for role in ("body", "label"):
            if len(places) <= len(PODIUM):
                ways += self._tall_ways(places, role, wide=page.scale.wide)
            low = [self._low(place, role, page.scale) for place in places]
            ways.append(Column(*[Row(*row, grow=1) for row in _rows(low, across)]))
        body = Either(*ways)
        frame(
            page,
            body,
            head=self._head(page),
            primary=self.way_on(label=self.words("two-lives.open")),
            ground=LEAF.tint,
        )

    # --- head ---------------------------------------------------------------------------------

    def _head(self, page: Page) -> Block:
        key = "won" if self.end.village_won else "not-yet"
        title = Say(self.words(f"end.{key}", age=self.age), "lead", "title", INK)
        about = Say(self.words(f"end.{key}.about"), "body", "strong", LEAF.dark)
        baht = self.game.tables.amounts.piece
        piece = Say(self.words("basket.piece", baht=baht), "body", "strong", INK)
        legend = Card(Tight(Picture("cooked-rice", 1.1), piece), WHITE, pad=0.3)
        if not page.scale.wide:
            few = len(self.end.places) <= len(PODIUM)
            below = [about, legend] if few else [about]
            return Column(self.head(Picture("trophy", 1.3), title), *below, gaps=0.2)
        if page.scale.large:
            upper = self.head(Picture("trophy", 1.3), title)
            return Column(upper, Row(about, legend, shares=[1, 0]), gaps=0.1)
        told = Column(title, about, gaps=0)
        return Row(Picture("trophy", 1.5), told, legend, self.gear(), shares=[0, 1, 0, 0], gaps=0.7)

    # --- one household ------------------------------------------------------------------------

    def _tall_ways(self, places: Sequence[Place], role: str, *, wide: bool) -> list[Block]:
        """Return the ways to show up to four households, the first with the most room."""
        if not wide:
            tall = [self._tall(place, role) for place in places]
            return [Column(*[Row(*row, grow=1) for row in _rows(tall, 2)])]
        order = [places[n] for n in PODIUM if n < len(places)]
        order = list(places) if self.end.together else order
        flat = Row(*[self._tall(place, role) for place in order], gaps=0.7)
        return [self._podium(order, role), flat]

    def _podium(self, places: Sequence[Place], role: str) -> Block:
        """Return columns whose feet are as high as their places."""
        best = max(place.place for place in places)
        cells: list[Block] = []
        for place in places:
            lower = 0 if self.end.together else (place.place - 1) / max(1, best - 1)
            cells.append(Column(Gap(2.4 * lower), self._tall(place, role), gaps=0))
        return Row(*cells, gaps=0.7)

    def _tall(self, place: Place, role: str) -> Block:
        seat = place.seat
        look = look_of(self.game, seat, self.age)
        basket = self.baskets[seat]

        def draw(page: Page, rect: pygame.Rect) -> None:
            draw_basket(page.surface, rect, basket.pieces)

        name, *title = self._plate(seat, place, role)
        named = Column(name, Draw(draw, gaps=3.6, grow=1), gaps=0.1, grow=1)
        return Column(
            *title,
            Row(FaceDisc(look, 1.6), named, shares=[0, 1], gaps=0.2, grow=1),
            Card(self._sum(basket, role), WHITE, look.colours.ring, 1.5, pad=0.15),
            Card(self._result(place), look.colours.tint, look.colours.ring, 1.5, pad=0.15),
            gaps=0.25,
            grow=1,
        )

    def _low(self, place: Place, role: str, scale: Scale) -> Block:
        """Return the same in little height: for five and six households."""
        look = look_of(self.game, place.seat, self.age)
        basket = self.baskets[place.seat]

        def draw(page: Page, rect: pygame.Rect) -> None:
            draw_basket(page.surface, rect, basket.pieces)

        monthly = Say(plain(basket.monthly), "number", "title", LEAF.dark, "centre")
        large, wide = scale.large, scale.wide
        face = FaceDisc(look, 1.1 if large else 1.5 if wide else 1.3)
        things = Draw(draw, gaps=2.6 if large else 4, grow=1)
        name, *title = self._plate(place.seat, place, role)
        if wide:
            lines: list[Block] = [
                Row(name, *title, shares=[0, 1], gaps=0.2),
                Row(face, things, monthly, shares=[0, 1, 0], gaps=0.3),
            ]
        else:
            dark = look.colours.dark
            alone = Say(self.game.household_name(place.seat), role, "title", dark, "centre")
            named = Column(alone, monthly, gaps=0)
            lines = [*title, Row(face, named, things, shares=[0, 1.2, 1], gaps=0.3)]
        return Card(
            Column(*lines, self._short_result(place), gaps=0.2),
            look.colours.tint,
            look.colours.ring,
            1.5,
            pad=0.3,
            grow=1,
        )

    def _plate(self, seat: int, place: Place, role: str) -> list[Block]:
        """Return the household's name, and its title on a dark ground."""
        colours = self.game.household_colours(seat)
        title = next((t for t in self.game.catalogue.titles if t.id == place.title), None)
        name = Say(self.game.household_name(seat), role, "title", colours.dark, "centre")
        parts: list[Block] = [Card(name, colours.tint, pad=0.2)]
        if title is not None:
            say = Say(title.title, role, "title", WHITE, "centre")
            parts.append(Card(say, colours.dark, pad=0.2))
        return parts

    def _sum(self, basket: OldAge, role: str) -> Block:
        """Return what comes in a month, and the parts of the law it comes from."""
        monthly = Tight(
            Say(self.words("basket.monthly"), role, "strong", INK),
            Say(plain(basket.monthly), "number", "title", LEAF.dark),
            gaps=0.4,
        )
        parts: list[Text] = []
        for line in basket.lines:
            scheme = self.game.tables.benefits[line.benefit].scheme
            known = scheme in self.game.catalogue.schemes
            name = self.game.scheme_short(scheme) if known else self.words("basket.allowance")
            parts.append(joined(name, plain(number(line.monthly))))
        if not parts:
            return monthly
        told = Say(joined(*parts, between=" + "), "label", "read", DIM, "centre")
        return Column(monthly, told, gaps=0)

    def _dream(self, place: Place) -> tuple[list[Block], list[float]]:
        """Place, dream and its steps, with their shares of a row."""
        dream = self.game.dream(place.seat)
        icon = dream.icon if dream is not None else "glowing-star"
        parts: list[Block] = [Picture(icon, 1.0), dream_steps(place.steps, 2.4)]
        if self.end.together:
            return parts, [0, 1]
        return [_medal(place.place), *parts], [0, 0, 1]

    def _result(self, place: Place) -> Block:
        """Place, dream and its steps; hearts and stars under them."""
        parts, shares = self._dream(place)
        second = Row(hearts(place.hearts), stars(place.stars), shares=[1, 0.7], gaps=0.3)
        return Column(Row(*parts, shares=shares, gaps=0.5), second, gaps=0.1)

    def _short_result(self, place: Place) -> Block:
        """Return the same in one line."""
        parts, shares = self._dream(place)
        heart = Tight(
            Picture("red-heart", 0.7), Say(plain(place.hearts), "label", "title"), gaps=0.2
        )
        star = Tight(Picture("star", 0.7), Say(plain(place.stars), "label", "title"), gaps=0.2)
        return Row(*parts, heart, star, shares=[*shares, 0, 0], gaps=0.4)


def _rows(cells: Sequence[Block], across: int) -> list[list[Block]]:
    """Return the cells in rows of so many."""
    found = [list(cells[n : n + across]) for n in range(0, len(cells), across)]
    found[-1] += [Gap(0)] * (across - len(found[-1]))
    return found


def _medal(place: int) -> Block:
    """Return the number of a place on its disc."""

    def draw(page: Page, rect: pygame.Rect) -> None:
        radius = min(rect.width, rect.height) // 2
        colour = MEDALS.get(place, (0xD9, 0xCD, 0xB4))
        spot = (rect.centerx - radius, rect.centery - radius)
        page.surface.blit(paint.disc(radius, colour), spot)
        box = pygame.Rect(*spot, radius * 2, radius * 2)
        size = page.scale.size("label").floor
        page.text(plain(place), box, face="title", size=size, align="centre", role="label")

    return Draw(draw, gaps=2.6, grow=0)
