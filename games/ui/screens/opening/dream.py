"""Dreams: each household chooses one of three, one household after the other."""

from __future__ import annotations

import pygame

from engine.schema.household import Dream
from games.rules import dream_prices
from games.ui.screens.common.arrange import columns, corner, cut_top, foot, line, put, rows
from games.ui.screens.common.ballot import BallotScene
from games.ui.screens.common.household import FaceDisc, draw_face, look_of
from games.ui.shell.game_screens import GameScreens
from games.ui.toolkit import paint
from games.ui.toolkit.blocks import Gap, Row, Say
from games.ui.toolkit.icons import icon
from games.ui.toolkit.interface_text import plain
from games.ui.toolkit.page import Page, Target
from games.ui.toolkit.theme import DIM, DONE, HALO, INK, WHITE, Pair
from games.ui.toolkit.widgets import Button


class DreamScene(BallotScene):
    """Three dreams, large, for one household at a time; the others stand in the head.

    Attributes:
        shown: the seat whose dreams are on the page.
    """

    kind = "dream"

    def __init__(self, game: GameScreens) -> None:
        super().__init__(game)
        self.shown = 0

    def choose(self, dream: str) -> None:
        """Take the dream for the household shown, and go on to the next without one."""
        self.give(self.shown, dream)
        if self.ballot.waiting:
            self.shown = self.ballot.waiting[0]
            self.settle()

    def show(self, seat: int) -> None:
        """Show the dreams of that household again."""
        self.shown = seat
        self.settle()

    def build(self, page: Page) -> None:
        game, words, scale = self.game, self.words, page.scale
        look = look_of(game, self.shown)
        page.ground(look.colours.tint)
        waiting = self.ballot.waiting
        if waiting:
            label = words("dream.wait", household=game.household_name(waiting[0]))
        else:
            label = words("dream.begin")
        action = None if waiting else self.submit
        said = Say(words("dream.way"), "body", "read", DIM)
        body = foot(page, Button("begin", action, label, look="primary"), said)
        top, body = cut_top(body, round(scale.touch * 1.15), scale.gap)
        self._head(page, top)
        if not scale.wide and len(game.seats) > 1:
            strip, body = cut_top(body, scale.touch, scale.gap)
            self._others(page, strip)
        dreams = self._dreams()
        places = (
            columns(body, len(dreams), scale.gap)
            if scale.wide
            else rows(body, len(dreams), scale.gap)
        )
        for number, (dream, box) in enumerate(zip(dreams, places, strict=True)):
            self._dream(page, self._record(dream), box, number)

    def _dreams(self) -> tuple[object, ...]:
        """Return the dreams that the household on the page may choose."""
        return tuple(self.ballot.asked[self.shown].choices)

    def _record(self, dream: object) -> Dream:
        return next(d for d in self.game.catalogue.dreams if d.id == dream)

    def _head(self, page: Page, box: pygame.Rect) -> None:
        game, scale = self.game, page.scale
        box = corner(page, self.gear(), box)
        if scale.wide:
            box = self._others(page, box)
        look = look_of(game, self.shown)
        name = game.household_name(self.shown)
        title = Say(
            self.words("dream.head", household=name),
            "title" if scale.wide else "body",
            "title",
            look.colours.dark,
        )
        put(page, Row(FaceDisc(look, 2.1), Gap(0.4), title, shares=[0, 0, 1], gaps=0.5), box)

    def _others(self, page: Page, box: pygame.Rect) -> pygame.Rect:
        """Draw all households at the right end of the box; return what is left of it."""
        small, right = page.scale.touch, box.right
        seats = self.game.seats
        if len(seats) > 1:
            for seat in reversed(seats):
                self._other(page, seat, pygame.Rect(right - small, box.y, small, small))
                right -= small + page.scale.gap // 2
        return pygame.Rect(box.x, box.y, right - box.x, box.height)

    def _other(self, page: Page, seat: int, box: pygame.Rect) -> None:
        """Draw a household of the head, with its dream when it has one."""
        look = look_of(self.game, seat)
        radius = round(box.width * 0.42)
        if seat == self.shown:
            halo = round(radius * 1.16)
            picture = paint.disc(halo, HALO)
            page.surface.blit(picture, picture.get_rect(center=box.center))
        draw_face(page.surface, look, box.center, radius, badge=False)
        chosen = self.reply(seat)
        if chosen is not None:
            record = self._record(chosen)
            small = round(radius * 0.62)
            at = (box.right - small - 1, box.bottom - small - 1)
            page.surface.blit(paint.disc(small, WHITE), (at[0] - small, at[1] - small))
            side = round(small * 1.4)
            page.surface.blit(icon(record.icon, side), (at[0] - side // 2, at[1] - side // 2))
        if seat != self.shown:
            page.target(Target(box, lambda: self.show(seat), f"household-{seat}"))

    def _dream(self, page: Page, dream: Dream, box: pygame.Rect, number: int) -> None:
        scale, gap = page.scale, page.scale.gap
        colours = look_of(self.game, self.shown).colours
        chosen = self.reply(self.shown) == dream.id
        if chosen:
            page.box(box.inflate(gap, gap), HALO, radius=scale.radius + gap // 2)
        page.box(box, WHITE, colours.ring, scale.line * 2)
        inner = box.inflate(-2 * gap, -2 * gap)
        beside = inner.width > inner.height * 1.3
        steps_tall = max(scale.touch, round(inner.height * (0.5 if beside else 0.27)))
        titles = [Say(self._record(one).title, "lead", "title") for one in self._dreams()]
        least = round(page.letters.height("title", scale.size("body").floor) * 2)
        text_tall = max(least, *(title.height(page, inner.width, 0.0) for title in titles))
        if beside:
            side = round(inner.height * 0.46)
            page.icon(dream.icon, pygame.Rect(inner.x, inner.y, side, side))
            title = pygame.Rect(inner.x + side + gap, inner.y, inner.width - side - gap, side)
            put(page, Say(dream.title, "lead", "title", INK), title)
        else:
            title = pygame.Rect(inner.x, 0, inner.width, text_tall)
            title.bottom = inner.bottom - steps_tall - gap
            put(page, Say(dream.title, "lead", "title", INK, "centre"), title)
            picture = pygame.Rect(inner.x, inner.y, inner.width, title.y - inner.y - gap // 2)
            page.icon(dream.icon, picture)
        # Prices are wide: their steps reach nearly to the border of the card.
        wide = box.width - gap - 4 * scale.line
        steps = pygame.Rect(0, inner.bottom - steps_tall, wide, steps_tall)
        steps.centerx = box.centerx
        self._steps(page, dream, steps, Pair(colours.dark, colours.tint))
        if chosen:
            side = round(gap * 2.2)
            mark = pygame.Rect(box.right - side, box.y, side, side)
            page.box(mark, DONE, radius=side // 4)
            paint.tick(page.surface, mark, WHITE)
        key = pygame.K_1 + number
        page.target(Target(box, lambda: self.choose(dream.id), f"dream-{dream.id}", key=key))

    def _steps(self, page: Page, dream: Dream, box: pygame.Rect, pair: Pair) -> None:
        """Draw the three growing steps, each with its price."""
        prices = dream_prices(self.game.tables, self.game.state, dream.id)
        size = page.scale.size("body").floor
        least = round(size * 1.3)
        for place, (price, cell) in enumerate(
            zip(prices, columns(box, len(prices), page.scale.gap // 4), strict=True)
        ):
            tall = least + round((box.height - least) * (place + 1) / len(prices))
            step = pygame.Rect(cell.x, box.bottom - tall, cell.width, tall)
            page.box(step, pair.tint, pair.dark, page.scale.line, page.scale.radius // 2)
            air = round(page.scale.measure * 0.01) + page.scale.line
            line(page, plain(price), step.inflate(-2 * air, 0), colour=pair.dark, align="centre")
