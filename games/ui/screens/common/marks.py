"""Marks: check marks, bullets and numbers in their places."""

from __future__ import annotations

import pygame

from engine.schema.text import Text
from games.ui.toolkit import paint
from games.ui.toolkit.blocks import Block, Column, Gap, Say
from games.ui.toolkit.interface_text import plain
from games.ui.toolkit.page import Page
from games.ui.toolkit.theme import WHITE, Colour, Pair
from games.ui.toolkit.widgets import Draw


def mark(right: bool, colour: Colour, lines: float = 1.2) -> Block:
    """Return a check mark or an X as a block: a sign beside the colour."""

    def draw(page: Page, rect: pygame.Rect) -> None:
        side = min(rect.height, rect.width, round(page.scale.size("body").most * 1.5 * lines))
        box = pygame.Rect(0, 0, side, side).move_to(center=rect.center)
        page.box(box, colour, radius=side // 4)
        (paint.tick if right else paint.cross)(page.surface, box, WHITE)

    return Draw(draw, gaps=2.2 * lines, grow=0)


def bullet(colour: Colour, role: str) -> Block:
    """Return the dot before a point of a list, beside its first line."""
    dot = Say(plain("•"), role, "strong", colour)
    return Column(dot, Gap(0, grow=1), gaps=0)


def tick_or_cross(right: bool, colours: Pair, gaps: float = 6) -> Block:
    """Return the sign alone, so many gaps high, large as it comes."""

    def draw(page: Page, rect: pygame.Rect) -> None:
        (paint.tick if right else paint.cross)(page.surface, rect, colours.dark)

    return Draw(draw, gaps=gaps, grow=0)


def numbered(sign: Text, colours: Pair, filled: bool) -> Block:
    """Return a round place for a number: empty until it is given."""

    def draw(page: Page, rect: pygame.Rect) -> None:
        radius = min(rect.height, rect.width, round(page.scale.touch * 0.8)) // 2
        x, y = rect.centerx - radius, rect.centery - radius
        if filled:
            page.surface.blit(paint.disc(radius, colours.dark), (x, y))
            box = pygame.Rect(x, y, radius * 2, radius * 2)
            size = max(page.scale.size("body").floor, radius)
            page.text(sign, box, face="title", size=size, colour=WHITE, align="centre")
        else:
            page.surface.blit(paint.ring(radius, colours.dark, 2, 14), (x, y))

    return Draw(draw, gaps=2.8, grow=0)
