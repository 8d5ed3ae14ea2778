"""Marks: emblems, badges, check marks, letters and numbers in their places."""

from __future__ import annotations

import pygame

from engine.schema.text import Text
from games.ui.toolkit import paint
from games.ui.toolkit.blocks import Block, Column, Gap, Picture, Row, Say, Tight
from games.ui.toolkit.icons import icon
from games.ui.toolkit.interface_text import plain
from games.ui.toolkit.page import Page
from games.ui.toolkit.theme import DIM, INK, WHITE, Colour, Pair
from games.ui.toolkit.widgets import Card, Draw


def badge(text: Text, picture: str, pair: Pair) -> Block:
    """A dark label with an icon on a white disc."""
    return Card(
        Tight([Emblem(picture, pair, 1.5), Say(text, "body", "strong", WHITE, "centre")], "centre"),
        pair.dark,
        pad=0.45,
    )


def remark(picture: str, head: Text, said: Text) -> Block:
    """A card that says one more thing: what it is, in a few words, and the thing."""
    told = Column([Say(head, "body", "strong", DIM), Say(said, "body", "read", INK)], gaps=0.1)
    return Card(Row([Picture(picture, 1.8), told], [0, 1]), WHITE)


class Emblem:
    """An icon in a white disc with a coloured rim."""

    grow = 0.0

    def __init__(self, picture: str, pair: Pair, lines: float = 2) -> None:
        self.picture, self.pair, self.lines = picture, pair, lines

    def natural(self, page: Page, room: int, ease: float) -> int:
        return round(page.scale.size("body").at(ease) * 1.45 * self.lines)

    def height(self, page: Page, width: int, ease: float) -> int:
        return min(width, self.natural(page, width, ease))

    def draw(self, page: Page, rect: pygame.Rect, ease: float) -> None:
        side = min(rect.width, rect.height, self.height(page, rect.width, ease))
        emblem(page.surface, self.picture, self.pair.dark, rect.center, side // 2)


def emblem(
    surface: pygame.Surface, picture: str, colour: Colour, centre: tuple[int, int], radius: int
) -> None:
    """Draws an icon in a white disc with a rim."""
    if radius < 4:
        return
    x, y = centre
    rim = max(2, radius // 9)
    surface.blit(paint.disc(radius, colour), (x - radius, y - radius))
    surface.blit(paint.disc(radius - rim, WHITE), (x - radius + rim, y - radius + rim))
    side = round(radius * 1.25)
    surface.blit(icon(picture, side), (x - side // 2, y - side // 2))


def mark(right: bool, colour: Colour, lines: float = 1.2) -> Block:
    """A check mark or an X as a block: a sign beside the colour."""

    def draw(page: Page, rect: pygame.Rect) -> None:
        side = min(rect.height, rect.width, round(page.scale.size("body").most * 1.5 * lines))
        box = pygame.Rect(0, 0, side, side)
        box.center = rect.center
        page.box(box, colour, radius=side // 4)
        (paint.tick if right else paint.cross)(page.surface, box, WHITE)

    return Draw(draw, gaps=2.2 * lines, grow=0)


def letter(sign: Text, colour: Colour, chosen: bool) -> Block:
    """ก ข ค ง in a square."""

    def draw(page: Page, rect: pygame.Rect) -> None:
        side = min(rect.height, rect.width, page.scale.touch)
        box = pygame.Rect(0, 0, side, side)
        box.center = rect.center
        page.box(box, colour if not chosen else INK, radius=side // 4)
        size = max(page.scale.size("body").floor, round(side * 0.5))
        page.text(sign, box, face="title", size=size, colour=WHITE, align="centre")

    return Draw(draw, gaps=3.8, grow=0)


def bullet(colour: Colour, role: str) -> Block:
    """The dot before a point of a list, beside its first line."""
    dot = Say(plain("•"), role, "strong", colour)
    return Column([dot, Gap(0, grow=1)], gaps=0)


def tick_or_cross(right: bool, colours: Pair, gaps: float = 6) -> Block:
    """The sign alone, so many gaps high, large as it comes."""

    def draw(page: Page, rect: pygame.Rect) -> None:
        (paint.tick if right else paint.cross)(page.surface, rect, colours.dark)

    return Draw(draw, gaps=gaps, grow=0)


def numbered(sign: Text, colours: Pair, filled: bool) -> Block:
    """A round place for a number: empty until it is given."""

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
