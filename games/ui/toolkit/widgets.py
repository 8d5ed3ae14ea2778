"""Blocks with a look of their own: panels, buttons, drawings."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, replace
from typing import Literal

import pygame

from engine.schema.text import Text
from games.ui.toolkit import paint
from games.ui.toolkit.blocks import Block, Picture, Say, Tight, natural
from games.ui.toolkit.page import Action, Align, Page, Target
from games.ui.toolkit.theme import CREAM, INK, INK_PAIR, SAND, WHITE, Colour, Pair
from games.ui.toolkit.typefaces import Face

SIDE_PAD, SIDE_PAD_BUTTON = 0.85, 0.6
"""Panels and buttons are never as tight at the sides as above and below."""

ButtonLook = Literal["primary", "plain", "chip", "soft"]


@dataclass(frozen=True)
class Card:
    """A panel with a block in it.

    Attributes:
        stripe: a coloured edge on the left.
        pad: inner margin in gaps.
    """

    part: Block
    colour: Colour = WHITE
    border: Colour | None = None
    thick: float = 1
    pad: float = 1.2
    stripe: Colour | None = None
    grow: float = 0

    def natural(self, page: Page, room: int, ease: float) -> int:
        pads = 2 * self._side(page) + (page.scale.gap if self.stripe else 0)
        return natural(page, self.part, room, ease) + pads + 2

    def _side(self, page: Page) -> int:
        """Inner margin left and right: never as tight as above and below can be."""
        return round(page.scale.gap * max(self.pad, SIDE_PAD))

    def _inside(self, page: Page, width: int) -> tuple[int, int]:
        left = self._side(page) + (page.scale.gap if self.stripe else 0)
        return left, width - left - self._side(page)

    def height(self, page: Page, width: int, ease: float) -> int:
        pad = round(page.scale.gap * self.pad)
        return self.part.height(page, self._inside(page, width)[1], ease) + 2 * pad

    def draw(self, page: Page, rect: pygame.Rect, ease: float) -> None:
        thick = max(1, round(page.scale.line * self.thick)) if self.border else 0
        if self.stripe:
            page.box(rect, self.stripe)
            edge = page.scale.gap
            body = pygame.Rect(rect.x + edge, rect.y, rect.width - edge, rect.height)
            page.box(body, self.colour)
        else:
            page.box(rect, self.colour, self.border, thick)
        pad = round(page.scale.gap * self.pad)
        left, wide = self._inside(page, rect.width)
        inside = pygame.Rect(rect.x + left, rect.y + pad, wide, rect.height - 2 * pad)
        self.part.draw(page, inside, ease)


@dataclass(frozen=True)
class Button:
    """A button.

    Attributes:
        look: primary: filled and dark, what enter, space and the clicker do; plain: white
            with a line; chip: small and round; soft: a tint without a line.
        selected: True or False for what can be ticked: a mark is drawn, not colour alone.
        part: what stands in it, instead of label and picture.
    """

    name: str
    action: Action | None
    label: Text | None = None
    picture: str = ""
    look: ButtonLook = "plain"
    pair: Pair = INK_PAIR
    selected: bool | None = None
    part: Block | None = None
    key: int | None = None
    role: str = "button"
    align: Align = "centre"
    grow: float = 0
    pad: float = 0.9

    def _colours(self) -> tuple[Colour, Colour, Colour | None]:
        if self.action is None:
            return CREAM, INK, SAND
        if self.look == "primary":
            return self.pair.dark, WHITE, None
        if self.look == "soft":
            return self.pair.tint, self.pair.dark, None
        if self.look == "chip":
            return WHITE, INK, SAND
        return WHITE, INK, self.pair.dark

    def _inside(self) -> Block:
        if self.part is not None:
            return self.part
        label = self.label if self.label is not None else Text(shown=" ")
        face: Face = "strong" if self.look == "chip" else "title"
        say = Say(label, self.role, face, self._colours()[1], "centre")
        if not self.picture:
            return replace(say, align=self.align)
        if self.look == "chip":
            return Tight(Picture(self.picture, 1.15), say)
        return Tight(Picture(self.picture, 1.5), say)

    def _side(self, page: Page) -> int:
        """Inner margin left and right."""
        least = 0.0 if self.look == "chip" else SIDE_PAD_BUTTON
        return round(page.scale.gap * max(self.pad, least))

    def natural(self, page: Page, room: int, ease: float) -> int:
        """Width that holds its content on one line."""
        wide = natural(page, self._inside(), page.rect.width, ease)
        return max(page.scale.touch, wide + 2 * round(page.scale.gap * (self.pad + 0.4)))

    def height(self, page: Page, width: int, ease: float) -> int:
        pad = round(page.scale.gap * self.pad)
        inner = self._inside().height(page, width - 2 * self._side(page), ease)
        return max(page.scale.touch, inner + (2 * pad if self.part else pad))

    def draw(self, page: Page, rect: pygame.Rect, ease: float) -> None:
        fill, _, border = self._colours()
        scale = page.scale
        thick = scale.line
        if self.selected:
            border, thick = self.pair.dark, scale.line * 2
            fill = self.pair.tint if self.look != "primary" else fill
        radius = min(rect.height // 2, scale.touch // 2) if self.look == "chip" else scale.radius
        page.box(rect, fill, border, thick if border else 0, radius)
        pad = round(scale.gap * self.pad)
        inside = rect.inflate(-2 * self._side(page), -(2 * pad if self.part else pad))
        self._inside().draw(page, inside, ease)
        if self.selected:
            side = round(scale.gap * 1.9)
            out = round(scale.gap * 0.5)  # over the corner, so that it covers no word
            mark = pygame.Rect(rect.right - side + out, rect.y - out, side, side)
            page.box(mark, self.pair.dark, radius=side // 4)
            paint.tick(page.surface, mark, WHITE)
        if self.action is not None:
            primary = self.look == "primary"
            page.target(Target(rect.copy(), self.action, self.name, primary, radius, self.key))


@dataclass(frozen=True)
class Draw:
    """A drawing of its own: so many gaps high at least, then what is spare."""

    paint: Callable[[Page, pygame.Rect], None]
    gaps: float = 4
    grow: float = 1

    def natural(self, page: Page, room: int, ease: float) -> int:
        return round(page.scale.gap * self.gaps)

    def height(self, page: Page, width: int, ease: float) -> int:
        return round(page.scale.gap * self.gaps)

    def draw(self, page: Page, rect: pygame.Rect, ease: float) -> None:
        self.paint(page, rect)
