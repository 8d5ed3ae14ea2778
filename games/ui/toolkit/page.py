"""A page: one still picture of a scene, with what can be touched on it.

A scene builds its page when something changed; the frame loop only blits it. Every text and
every target is noted, so that tests can ask whether anything overlaps or leaves its box.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, field, replace
from typing import Literal

import pygame

from engine.schema.text import Text
from games.ui.toolkit import paint
from games.ui.toolkit.icons import faded, icon
from games.ui.toolkit.interface_text import InterfaceText
from games.ui.toolkit.text_render import LEAST, TextRenderer
from games.ui.toolkit.theme import INK, PAPER, Colour, Scale
from games.ui.toolkit.typefaces import Face

OVER = 3
"""Pixels that letters may reach over the sides of their box."""
TIGHTEST = 1.1
"""Height of a line in sizes, where lines are set as tight as they can be read."""
Align = Literal["left", "centre", "right"]
Action = Callable[[], None]


@dataclass(frozen=True, slots=True)
class Target:
    """A target to touch, click or reach by key.

    Attributes:
        name: stable within its scene; the focus is remembered by it.
        primary: what enter, space and the clicker do when nothing has the focus.
        key: a key that does the same, as pygame names it.
    """

    rect: pygame.Rect
    action: Action
    name: str
    primary: bool = False
    radius: int = 12
    key: int | None = None


@dataclass(frozen=True, slots=True)
class Drawn:
    """A text as it was drawn.

    Attributes:
        box: the room it was given; `ink`: the pixels it took.
        clip: the part of the window that shows it (smaller than the window in a scroll).
        panels: how many panels of the page had been drawn before it.
    """

    text: Text
    lines: tuple[str, ...]
    size: int
    role: str
    box: pygame.Rect
    ink: pygame.Rect
    clip: pygame.Rect
    colour: Colour
    face: Face = "title"
    panels: int = 0


@dataclass(frozen=True, slots=True)
class Panel:
    """A panel as it was drawn: the room inside its border, and how thick that is."""

    rect: pygame.Rect
    line: int


@dataclass
class Scrolling:
    """The offset of the scrolled part of a page, and the most it can be."""

    offset: int = 0
    most: int = 0
    view: pygame.Rect = field(default_factory=lambda: pygame.Rect(0, 0, 0, 0))

    def move(self, by: int) -> bool:
        """Scroll by so many pixels; False when nothing moved."""
        before = self.offset
        self.offset = max(0, min(self.most, self.offset + by))
        return self.offset != before


class Page:
    """A drawn page: its surface, its texts and what can be touched.

    Attributes:
        targets: those in sight; `hidden` those that scrolling would bring into sight.
        panels: those drawn so far, in their order.
    """

    def __init__(
        self,
        surface: pygame.Surface,
        scale: Scale,
        letters: TextRenderer,
        words: InterfaceText,
        scrolling: Scrolling,
    ) -> None:
        self.surface = surface
        self.scale = scale
        self.letters = letters
        self.words = words
        self.scrolling = scrolling
        self.targets: list[Target] = []
        self.hidden: list[Target] = []
        self.drawn: list[Drawn] = []
        self.panels: list[Panel] = []
        self.unconfirmed = False

    @property
    def rect(self) -> pygame.Rect:
        """The whole window."""
        return self.surface.get_rect()

    @property
    def inner(self) -> pygame.Rect:
        """The window without its margin."""
        return self.rect.inflate(-2 * self.scale.margin, -2 * self.scale.margin)

    def ground(self, colour: Colour = PAPER) -> None:
        """Fill the page."""
        self.surface.fill(colour)

    def box(
        self,
        rect: pygame.Rect,
        colour: Colour,
        border: Colour | None = None,
        thick: int = 0,
        radius: int | None = None,
    ) -> None:
        """Draw a panel with round corners."""
        corner = self.scale.radius if radius is None else radius
        paint.round_box(self.surface, rect, colour, corner, border, thick)
        edge = thick if border is not None else 0
        self.panels.append(Panel(rect.inflate(-2 * edge, -2 * edge), edge))

    def disc(self, centre: tuple[int, int], radius: int, colour: Colour) -> pygame.Rect:
        """Draw a filled circle that carries a sign; return the box around it."""
        rect = pygame.Rect(centre[0] - radius, centre[1] - radius, 2 * radius, 2 * radius)
        self.surface.blit(paint.disc(radius, colour), rect)
        self.panels.append(Panel(rect, 0))
        return rect

    def icon(self, name: str, rect: pygame.Rect, pale: bool = False) -> None:
        """Draw the icon as large as fits, in the middle of the box."""
        side = min(rect.width, rect.height)
        if side < 4:
            return
        picture = (faded if pale else icon)(name, side)
        self.surface.blit(picture, picture.get_rect(center=rect.center))

    def target(self, target: Target) -> None:
        """Note the part of it that is in sight, when enough is."""
        shown = target.rect.clip(self.surface.get_clip())
        enough = min(target.rect.height * 0.6, self.scale.touch)
        if shown.height >= enough and shown.width:
            self.targets.append(replace(target, rect=shown))
        else:
            self.hidden.append(target)

    def text(
        self,
        text: Text,
        box: pygame.Rect,
        *,
        size: int,
        face: Face = "title",
        colour: Colour = INK,
        align: Align = "left",
        role: str = "body",
        leading: float = 0,
    ) -> pygame.Rect:
        """Draw the text in its box, in the middle of its height; gives the ink's box.

        What is wider than the box, or has more lines than it holds, is drawn smaller, so that
        it covers nothing around it.

        Args:
            leading: height of a line in sizes; 0: the face's own.
        """
        while size > LEAST and not self._fits(text, face, size, box):
            size -= 1
        lift = self.letters.lift(face, size, text)
        lines = self.letters.lines(text, face, size, box.width)
        tall = round(size * leading) if leading else self.letters.height(face, size, text)
        top = box.y + (box.height - tall * len(lines)) // 2
        ink = pygame.Rect(box.x, top, 0, 0)
        for number, words in enumerate(lines):
            picture = self.letters.draw(words, face, size, colour)
            spot = picture.get_rect(top=top + number * tall, left=box.x)
            spot.y += (tall - picture.get_height()) // 2 - lift
            if align == "centre":
                spot.centerx = box.centerx
            elif align == "right":
                spot.right = box.right
            self.surface.blit(picture, spot)
            ink = spot.copy() if number == 0 else ink.union(spot)
        clip = self.surface.get_clip()
        under = len(self.panels)
        self.drawn.append(
            Drawn(text, lines, size, role, box.copy(), ink, clip, colour, face, under)
        )
        if text.unconfirmed and ink.colliderect(clip):
            self.unconfirmed = True
        return ink

    def _fits(self, text: Text, face: Face, size: int, box: pygame.Rect) -> bool:
        """Return whether the text covers nothing around the box; one line always may above it."""
        if self.letters.widest(text, face, size, box.width) > box.width + OVER:
            return False
        count = len(self.letters.lines(text, face, size, box.width))
        return count < 2 or count * size * TIGHTEST <= box.height + size // 2
