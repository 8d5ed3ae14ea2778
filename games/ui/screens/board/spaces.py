"""The board's geometry: 28 spaces as the frame of the screen, and the road inside them."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from itertools import pairwise

import pygame

from engine.schema.game import Space
from engine.schema.text import Text
from games.ui.shell.game_screens import GameScreens
from games.ui.toolkit import paint
from games.ui.toolkit.page import Page
from games.ui.toolkit.theme import PAIRS, SPACE_COLOURS, WHITE, Colour, Pair, Scale, pair

Point = tuple[int, int]

ACROSS, DOWN = 9, 7
"""Spaces in a row and in a column, corners among both (in portrait the other way round)."""

LINE = 1.22
"""Height of a line of a label, in sizes: its marks above and below, no more."""

SAND_ROAD: Colour = (232, 211, 166)
ROAD_EDGE: Colour = (207, 178, 124)
STOP: Colour = (255, 250, 238)


@dataclass(frozen=True)
class BoardPlaces:
    """Rectangles of everything on the board, in pixels.

    Attributes:
        tiles: boxes of the spaces in walking order.
        stops: points of the road where a token stands for each space.
        road: outer box of the road; `inner` the box it goes around.
        token: radius of a token, so small that it stays on the road.
    """

    tiles: tuple[pygame.Rect, ...]
    stops: tuple[Point, ...]
    road: pygame.Rect
    inner: pygame.Rect
    token: int

    def way(self, start: int, end: int) -> list[Point]:
        """Return the points from one stop on to another, forwards along the road."""
        count = len(self.stops)
        steps = (end - start) % count
        return [self.stops[(start + n) % count] for n in range(steps + 1)]


def label_size(scale: Scale) -> int:
    """Return the type size of labels on the board.

    A screen that is turned is narrow: there it follows the width, so that words find room.
    """
    return scale.size("label").floor if scale.wide else max(15, round(scale.width / 28.5))


def board_places(page: Page, labels: Sequence[Text]) -> BoardPlaces:
    """Return the places of the board in this window."""
    scale = page.scale
    gap = max(3, scale.gap // 4)
    whole = page.rect.inflate(-2 * gap, -2 * gap)
    sides = _sides(scale.wide)
    size = label_size(scale)
    words = [_widest_half(page, label, size) for label in labels]
    line = _line(size)
    if scale.wide:
        tall = line + round(scale.measure * 0.066)
        beside = round(scale.measure * 0.058)
        corners = {n for side in sides for n in (side[0], side[-1])}
        wishes = [
            min(_one_line(page, labels[n], size), words[n] + (beside if n in corners else 0))
            for side in (sides[1], sides[3])
            for n in side
        ]
        column = _room(max(wishes), size)
    else:
        tall = 2 * line + round(scale.measure * 0.066)
        # The rows above and below have the longer words for their room: columns are tighter.
        column = max(words[n] for side in (sides[1], sides[3]) for n in side) + size // 4
    tiles: dict[int, pygame.Rect] = {}
    for side, y in ((sides[0], whole.top), (sides[2], whole.bottom - tall)):
        room = whole.width - 2 * column - (len(side) - 1) * gap
        halves = [_room(words[n], size) for n in side[1:-1]]
        wishes = [_room(_one_line(page, labels[n], size), size) for n in side[1:-1]]
        if not scale.wide:
            wishes = halves
        elif sum(wishes) > room + len(wishes) * size // 2:
            beside = round(scale.measure * 0.058)
            broken = [half < wish for wish, half in zip(wishes, halves, strict=True)]
            wishes = [min(w, half + beside) for w, half in zip(wishes, halves, strict=True)]
            missing = max(0, sum(wishes) - room) // max(1, sum(broken))
            wishes = [w - missing * gives for w, gives in zip(wishes, broken, strict=True)]
        widths = _shared(wishes, room)
        x = whole.left
        for n, wide in zip(side, [column, *widths, column], strict=True):
            tiles[n] = pygame.Rect(x, y, wide, tall)
            x += wide + gap
    between = whole.height - 2 * tall
    for side, x in ((sides[1], whole.right - column), (sides[3], whole.left)):
        inner = side[1:-1]
        each = (between - gap * (len(inner) + 1)) / len(inner)
        for place, n in enumerate(inner):
            y = round(whole.top + tall + gap + place * (each + gap))
            tiles[n] = pygame.Rect(x, y, column, round(each))
    road = whole.inflate(-2 * (column + gap), -2 * (tall + gap))
    width = round(scale.measure * (0.06 if scale.wide else 0.045))
    inside = road.inflate(-2 * width, -2 * width)
    ordered = tuple(tiles[n] for n in range(len(labels)))
    stops = tuple(_stop(box, road, width) for box in ordered)
    return BoardPlaces(ordered, stops, road, inside, round(width * 0.46))


def _sides(wide: bool) -> tuple[list[int], list[int], list[int], list[int]]:
    """Return the spaces of the top, right, bottom and left side, in reading order.

    Landscape walks clockwise from the top left corner; portrait the other way round, so that
    the service units stay its corners.
    """
    if wide:
        return (
            list(range(0, 9)),
            list(range(8, 15)),
            list(range(22, 13, -1)),
            [0, *range(27, 21, -1)],
        )
    return ([0, *range(27, 21, -1)], list(range(22, 13, -1)), list(range(8, 15)), list(range(0, 9)))


def _stop(box: pygame.Rect, road: pygame.Rect, width: int) -> Point:
    half = width // 2
    x = min(max(box.centerx, road.left + half), road.right - half)
    y = min(max(box.centery, road.top + half), road.bottom - half)
    return x, y


def _shared(wishes: Sequence[int], room: int) -> list[int]:
    """Share the room among parts: each its wish, and what is spare (or missing) evenly."""
    spare = (room - sum(wishes)) / len(wishes)
    edges = [0.0]
    for wish in wishes:
        edges.append(edges[-1] + wish + spare)
    return [round(b) - round(a) for a, b in pairwise(edges)]


def _line(size: int) -> int:
    return round(size * LINE)


def _room(words: int, size: int) -> int:
    return words + round(size * 0.5)


def _one_line(page: Page, title: Text, size: int) -> int:
    """Return the width of the title on one line; far too much when it has a line break."""
    words = title.shown
    if "\n" in words:
        return 10 * size * len(words)
    return page.letters.width(words, "title", size)


def _widest_half(page: Page, title: Text, size: int) -> int:
    """Return the width of the title when it is broken into two lines, if it can be."""
    words = title.shown
    if "\n" in words:
        return max(page.letters.width(line, "title", size) for line in words.split("\n"))
    whole = _one_line(page, title, size)
    for width in range(whole // 2, whole, 4):
        lines = page.letters.lines(title, "title", size, width)
        widest = max(page.letters.width(line, "title", size) for line in lines)
        if len(lines) <= 2 and widest <= width:
            return widest
    return whole


def space_pair(game: GameScreens, space: Space) -> Pair:
    """Return the colours of a space: a right has those of its module."""
    if space.place == "market":
        return PAIRS["indigo"]
    if space.kind == "right":
        module = game.catalogue.module_by_id.get(space.module or "")
        return pair(module.colour) if module is not None else PAIRS["indigo"]
    return pair(SPACE_COLOURS[space.kind])


def space_label(game: GameScreens, space: Space) -> Text:
    """Return the name of a space as the board shows it: long names have a line break."""
    if space.kind == "unit":
        return game.words("board.label.unit")
    if space.id == "salon":
        return game.words("board.label.salon")
    return space.title


def draw_tile(page: Page, space: Space, label: Text, colours: Pair, rect: pygame.Rect) -> None:
    """Draw a space: its picture and its name, dark with a plate when it asks about a right."""
    right = space.kind == "right"
    ground, ink = (colours.dark, WHITE) if right else (colours.tint, colours.dark)
    page.box(rect, ground, radius=max(6, page.scale.radius // 2))
    size = label_size(page.scale)
    line = _line(size)
    inside = rect.inflate(-max(4, size // 4), -max(4, size // 4))
    one = _one_line(page, label, size)
    if one <= rect.width - (4 if page.scale.wide else size // 3):
        words = pygame.Rect(rect.x + 2, inside.bottom - line, rect.width - 4, line)
        room = pygame.Rect(inside.x, inside.y, inside.width, inside.height - line)
    elif inside.height >= 2 * line + round(page.scale.measure * 0.032):
        words = pygame.Rect(inside.x, inside.bottom - 2 * line, inside.width, 2 * line)
        room = pygame.Rect(inside.x, inside.y, inside.width, inside.height - 2 * line)
    else:
        half = _widest_half(page, label, size) + 2
        words = pygame.Rect(inside.right - half, inside.y, half, inside.height)
        room = pygame.Rect(inside.x, inside.y, inside.width - half - size // 6, inside.height)
    side = max(8, min(room.width, room.height, round(page.scale.measure * 0.085)))
    plate = pygame.Rect(0, 0, side, side).move_to(center=room.center)
    if right:
        radius = side // 2
        page.surface.blit(
            paint.disc(radius, WHITE), (plate.centerx - radius, plate.centery - radius)
        )
        plate.inflate_ip(-round(side * 0.3), -round(side * 0.3))
    page.icon(space.icon, plate)
    page.text(
        label,
        words,
        face="title",
        size=size,
        colour=ink,
        align="centre",
        role="label",
        leading=LINE,
    )


def draw_road(page: Page, places: BoardPlaces) -> None:
    """Draw the road around the middle, with a light stop beside each space."""
    radius = page.scale.radius
    page.box(places.road, ROAD_EDGE, radius=radius)
    page.box(places.road.inflate(-4, -4), SAND_ROAD, radius=radius)
    dot = max(5, places.token // 3)
    for x, y in places.stops:
        page.surface.blit(paint.disc(dot + 2, ROAD_EDGE), (x - dot - 2, y - dot - 2))
        page.surface.blit(paint.disc(dot, STOP), (x - dot, y - dot))
