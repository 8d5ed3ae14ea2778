"""A thing on sale at the market, as a block that can be tapped."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

import pygame

from engine.schema.household import Tool
from engine.schema.text import Text
from games.ui.screens.common.household import draw_steps
from games.ui.shell.game_screens import GameScreens
from games.ui.toolkit import paint
from games.ui.toolkit.blocks import Block, Column, Picture, Row, Say, Tight, greatest
from games.ui.toolkit.page import Page, Target
from games.ui.toolkit.theme import CREAM, DIM, INK, PAIRS, WHITE
from games.ui.toolkit.widgets import Draw

INDIGO = PAIRS["indigo"]


def tool_of(game: GameScreens, seat: int) -> Tool | None:
    """Return the tool of a household's work."""
    work = game.state.households[seat].occupation
    return next((tool for tool in game.catalogue.tools if tool.occupation == work), None)


@dataclass(frozen=True)
class Ware:
    """A thing on sale: picture, price, and what it is, in as many words as there is room for.

    Attributes:
        step: which step of the dream it is; 0 for a tool.
        count: how many are taken.
        large: nothing else is on sale beside it.
    """

    picture: str
    price: Text
    title: Text
    gain: Text | None
    step: int
    count: int
    short: bool
    large: bool
    grow: float = 1

    def _parts(self, picture: float, steps: float, role: str, *, said: bool) -> Column:
        parts: list[Block] = []
        if said:
            parts.append(Say(self.title, role, "title", INK, "centre"))
        parts.append(Picture(self.picture, picture, grow=1))
        if self.step:
            parts.append(Draw(self._steps, gaps=steps, grow=0))
        if self.gain is not None and said:
            parts.append(Say(self.gain, "body", "read", PAIRS["leaf"].dark, "centre"))
        colour = DIM if self.short else INDIGO.dark
        parts.append(Say(self.price, role, "title", colour, "centre"))
        return Column(*parts, gaps=0.2)

    def _beside(self) -> Row:
        """Return the picture with everything said about the thing at its right."""
        parts: list[Block] = [Say(self.title, "body", "title", INK)]
        if self.step:
            parts.append(Draw(self._steps_left, gaps=2.4, grow=0))
        if self.gain is not None:
            parts.append(Say(self.gain, "body", "read", PAIRS["leaf"].dark))
        colour = DIM if self.short else INDIGO.dark
        parts.append(Say(self.price, "body", "title", colour))
        return Row(Picture(self.picture, 2.4), Column(*parts, gaps=0.2), shares=[0, 1], gaps=0.6)

    def _ways(self) -> list[Block]:
        """Return the ways to show it, the richest first."""
        small = self._parts(1.6, 2.2, "body", said=False)
        middle = [self._parts(lines, 3, "body", said=True) for lines in (3, 2.2, 1.6)]
        if self.large:
            return [self._parts(4.5, 4.5, "lead", said=True), *middle, self._beside()]
        price = Say(self.price, "body", "title", DIM if self.short else INDIGO.dark)
        line = Tight(Picture(self.picture, 1.0), price, gaps=0.3)
        title = Say(self.title, "body", "title", INK, "centre")
        titled = Column(title, line, gaps=0.2)
        return [*middle, self._beside(), titled, small, line]

    def _steps(self, page: Page, rect: pygame.Rect) -> None:
        box = pygame.Rect(0, 0, min(rect.width, round(rect.height * 3.4)), rect.height)
        box.center = rect.center
        draw_steps(page.surface, box, self.step - 1 + self.count)

    def _steps_left(self, page: Page, rect: pygame.Rect) -> None:
        self._steps(page, pygame.Rect(rect.x, rect.y, round(rect.height * 3.4), rect.height))

    def height(self, page: Page, width: int, ease: float) -> int:
        return self._ways()[-1].height(page, width, ease)

    def draw(self, page: Page, rect: pygame.Rect, ease: float) -> None:
        ways = self._ways()
        fits = (way for way in ways if way.height(page, rect.width, 0) <= rect.height)
        way = next(fits, ways[-1])
        way.draw(page, rect, greatest(page, way, rect.width, rect.height, 0.0))


@dataclass(frozen=True)
class WareButton:
    """A thing that can be tapped: a line around it, a tick when taken, dashed when too dear."""

    part: Ware
    action: Callable[[], None] | None
    name: str
    short: bool
    taken: bool
    grow: float = 1

    def height(self, page: Page, width: int, ease: float) -> int:
        gap = page.scale.gap
        return max(page.scale.touch, self.part.height(page, width - gap, ease) + gap)

    def draw(self, page: Page, rect: pygame.Rect, ease: float) -> None:
        line, radius = page.scale.line, page.scale.radius
        if self.short:
            page.box(rect, CREAM)
            paint.dashed_box(page.surface, rect, DIM, radius, line)
        else:
            page.box(rect, WHITE, INDIGO.dark, line * (2 if self.taken else 1))
        self.part.draw(
            page, rect.inflate(-round(1.3 * page.scale.gap), -round(1.2 * page.scale.gap)), ease
        )
        if self.taken:
            side = round(page.scale.gap * 2)
            mark = pygame.Rect(rect.right - side, rect.y, side, side)
            page.box(mark, INDIGO.dark, radius=side // 4)
            paint.tick(page.surface, mark, WHITE)
        if self.action is not None:
            page.target(Target(rect.copy(), self.action, self.name, radius=radius))
