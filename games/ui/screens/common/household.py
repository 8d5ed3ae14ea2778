"""Parts that show a household: face, hearts, stars, dream and protections.

Each part is a block and, for scenes that draw by hand, a function with a place in pixels.
"""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import dataclass
from functools import lru_cache

import pygame

from games.life import FUND, NOMINATION
from games.ui.shell.game_screens import GameScreens
from games.ui.toolkit import paint
from games.ui.toolkit.blocks import Picture, Row, Say
from games.ui.toolkit.icons import faded, icon
from games.ui.toolkit.interface_text import plain
from games.ui.toolkit.page import Page
from games.ui.toolkit.theme import (
    DIM,
    DONE,
    HALO,
    INK,
    WHITE,
    Colour,
    HouseholdColours,
    pair,
)
from games.ui.toolkit.widgets import Draw

OLD = 50
"""From this age on the faces are drawn with grey hair."""

HEARTS = 3
STEPS = 3


@dataclass(frozen=True, slots=True)
class Look:
    """What a household is known by: icon of the face, icon of the emblem, colours."""

    face: str
    emblem: str
    colours: HouseholdColours


def look_of(game: GameScreens, seat: int, age: int | None = None) -> Look:
    """Return the look of the household in that seat; `age` None: as old as it is now."""
    record = game.household(seat)
    years = game.age if age is None else age
    grey = "-old" if years >= OLD else ""
    return Look(
        face=f"face-{record.face or 'short-hair'}{grey}",
        emblem=f"emblem-{record.id}",
        colours=game.household_colours(seat),
    )


# --- face ---------------------------------------------------------------------------------


def draw_face(
    surface: pygame.Surface,
    look: Look,
    centre: tuple[int, int],
    radius: int,
    *,
    badge: bool = True,
) -> None:
    """Draw the face in its ring, with the emblem at the lower right when `badge`."""
    x, y = centre
    rim = max(2, round(radius * 0.14))
    surface.blit(paint.disc(radius, look.colours.ring), (x - radius, y - radius))
    inner = radius - rim
    surface.blit(paint.disc(inner, look.colours.tint), (x - inner, y - inner))
    side = round(inner * 1.7)
    surface.blit(icon(look.face, side), (x - side // 2, y - round(side * 0.48)))
    if badge:
        small = max(5, round(radius * 0.46))
        shift = round(radius * 0.72)
        draw_emblem(surface, look, (x + shift, y + shift), small)


def draw_emblem(surface: pygame.Surface, look: Look, centre: tuple[int, int], radius: int) -> None:
    """Draw the emblem as a disc with a white rim."""
    x, y = centre
    rim = max(1, round(radius * 0.12))
    surface.blit(paint.disc(radius, WHITE), (x - radius, y - radius))
    side = 2 * (radius - rim)
    surface.blit(icon(look.emblem, side), (x - side // 2, y - side // 2))


@dataclass(frozen=True)
class FaceDisc:
    """The face of a household, so many lines of body text high."""

    look: Look
    lines: float = 2.2
    badge: bool = True
    grow: float = 0

    def natural(self, page: Page, room: int, ease: float) -> int:
        return round(page.scale.size("body").at(ease) * 1.45 * self.lines * 1.08)

    def height(self, page: Page, width: int, ease: float) -> int:
        return min(width, self.natural(page, width, ease))

    def draw(self, page: Page, rect: pygame.Rect, ease: float) -> None:
        side = min(rect.width, rect.height, self.natural(page, rect.width, ease))
        radius = round(side / 2.18)
        draw_face(page.surface, self.look, rect.center, radius, badge=self.badge)


@dataclass(frozen=True)
class EmblemDisc:
    """The emblem alone, so many lines of body text high."""

    look: Look
    lines: float = 1.2
    grow: float = 0

    def natural(self, page: Page, room: int, ease: float) -> int:
        return round(page.scale.size("body").at(ease) * 1.45 * self.lines)

    def height(self, page: Page, width: int, ease: float) -> int:
        return min(width, self.natural(page, width, ease))

    def draw(self, page: Page, rect: pygame.Rect, ease: float) -> None:
        side = min(rect.width, rect.height, self.natural(page, rect.width, ease))
        draw_emblem(page.surface, self.look, rect.center, side // 2)


# --- hearts, stars, dream -----------------------------------------------------------------


def draw_hearts(surface: pygame.Surface, rect: pygame.Rect, hearts: int) -> None:
    """Draw three hearts from the left of the box: full ones, then dashed empty ones."""
    side = min(rect.height, round(rect.width / HEARTS / 1.05))
    for place in range(HEARTS):
        box = pygame.Rect(rect.x + round(place * side * 1.05), 0, side, side)
        box.centery = rect.centery
        full = place < hearts
        surface.blit(icon("red-heart", side) if full else _empty_heart(side), box)


@lru_cache(maxsize=20)
def _empty_heart(side: int) -> pygame.Surface:
    """Return the dashed outline of a heart."""
    shape = pygame.mask.from_surface(icon("red-heart", side * 2))
    outline = shape.outline(1)
    big = pygame.Surface((side * 2,) * 2, pygame.SRCALPHA)
    big.fill((*DIM, 0))
    dash = max(3, len(outline) // 18)
    thick = max(3, side // 11)
    for start in range(0, len(outline), dash):
        run = outline[start : start + round(dash * 0.6)]
        if len(run) > 1:
            pygame.draw.lines(big, DIM, False, run, thick)
    return pygame.transform.smoothscale(big, (side, side))


def draw_steps(surface: pygame.Surface, rect: pygame.Rect, steps: int) -> None:
    """Draw the three growing boxes of a dream, the bought ones green with a tick."""
    gap = max(2, rect.width // 26)
    wide = (rect.width - gap * (STEPS - 1)) // STEPS
    for place in range(STEPS):
        tall = round(rect.height * (0.6 + 0.2 * place))
        box = pygame.Rect(rect.x + place * (wide + gap), rect.bottom - tall, wide, tall)
        radius = max(3, tall // 6)
        if place < steps:
            paint.round_box(surface, box, DONE, radius)
            inner = box.inflate(0, -round(tall * 0.2))
            paint.tick(surface, inner, WHITE)
        else:
            paint.dashed_box(surface, box, DIM, radius, max(2, rect.height // 22))


def hearts(count: int, gaps: float = 2) -> Draw:
    """Return the row of hearts as a block."""

    def draw(page: Page, rect: pygame.Rect) -> None:
        draw_hearts(page.surface, rect, count)

    return Draw(draw, gaps=gaps, grow=0)


def stars(count: int, colour: Colour = INK, role: str = "body") -> Row:
    """Return a star with its number as a block."""
    return Row([Picture("star", 1.1), Say(plain(count), role, "title", colour)], [0, 0], gaps=0.4)


def dream_steps(steps: int, gaps: float = 3) -> Draw:
    """Return the steps of a dream as a block."""

    def draw(page: Page, rect: pygame.Rect) -> None:
        tall = min(rect.height, round(page.scale.gap * gaps))
        box = pygame.Rect(rect.x, 0, min(rect.width, tall * 4), tall)
        box.centery = rect.centery
        draw_steps(page.surface, box, steps)

    return Draw(draw, gaps=gaps, grow=0)


# --- protections --------------------------------------------------------------------------


@dataclass(frozen=True, slots=True)
class Protection:
    """A scheme, act or the fund, in the row of a household.

    Attributes:
        option: id held; "" when it is not held.
        digit: which option of the scheme it is, from 1; 0 where there is only one.
    """

    scheme: str
    icon: str
    colour: str
    option: str
    digit: int


def protections_of(game: GameScreens, hold: Collection[str]) -> tuple[Protection, ...]:
    """Return all schemes in the order of the tables, held or not, with what is held."""
    found: dict[str, Protection] = {}
    order: dict[str, list[str]] = {}
    for row in game.tables.options.values():
        order.setdefault(row.scheme, []).append(row.id)
    for scheme, options in order.items():
        option = next((one for one in options if one in hold), "")
        digit = options.index(option) + 1 if option and len(options) > 1 else 0
        record = game.catalogue.holder_of.get(scheme)
        colour = record.colour if record is not None else _OTHER.get(scheme, "indigo")
        found[scheme] = Protection(scheme, game.option_icon(options[0]), colour, option, digit)
    return tuple(found.values())


_OTHER = {FUND: "leaf", NOMINATION: "violet"}


def draw_protection(page: Page, item: Protection, box: pygame.Rect, *, lit: bool = False) -> None:
    """Draw one protection in the middle of its box.

    Held it is a solid disc, not held a dashed ghost; lit it has a yellow halo. The number of
    the option stands beside the icon, so that it is read from afar and covers nothing.
    """
    surface, colours = page.surface, pair(item.colour)
    size = page.scale.size("label").floor
    room = box.width - (round(size * 0.7) if item.digit else 0)
    tall = max(8, min(box.height, room)) // 2 * 2
    wide = tall + (min(round(size * 0.7), box.width - tall) if item.digit else 0)
    body = pygame.Rect(0, 0, wide, tall)
    body.center = box.center
    radius = tall // 2
    if lit:
        out = max(3, radius // 4)
        paint.round_box(surface, body.inflate(2 * out, 2 * out), HALO, radius + out)
    side = round(radius * 1.25)
    spot = pygame.Rect(0, 0, side, side)
    spot.center = (body.x + radius, body.centery)
    if not item.option:
        line = paint.ring(radius, DIM, max(1, radius // 12), 14)
        surface.blit(line, body)
        surface.blit(faded(item.icon, side), spot)
        return
    paint.round_box(surface, body, colours.tint, radius, colours.dark, max(2, radius // 8))
    surface.blit(icon(item.icon, side), spot)
    if item.digit:
        left = spot.right
        place = pygame.Rect(left, body.y, body.right - left - radius // 4, tall)
        page.text(
            plain(item.digit),
            place,
            face="title",
            size=size,
            colour=colours.dark,
            align="centre",
            role="label",
        )


def draw_protections(
    page: Page, rect: pygame.Rect, items: Collection[Protection], lit: Collection[str] = ()
) -> None:
    """Draw the row of protections over the whole width of the box.

    Args:
        lit: schemes that pay now.
    """
    if not items:
        return
    beside = round(page.scale.size("label").floor * 0.7)
    digits = beside * sum(1 for item in items if item.digit)
    gap = max(2, rect.width // 70)
    tall = (rect.width - digits - gap * (len(items) - 1)) // len(items)
    tall = max(8, min(rect.height, tall))
    spare = (rect.width - digits - tall * len(items)) / len(items)
    x = rect.x + spare / 2
    for item in items:
        wide = tall + (beside if item.digit else 0)
        box = pygame.Rect(round(x), 0, wide, tall)
        box.centery = rect.centery
        draw_protection(page, item, box, lit=item.scheme in lit)
        x += wide + spare


def protections(
    items: Collection[Protection], lit: Collection[str] = (), gaps: float = 3.2
) -> Draw:
    """Return the row of protections as a block."""

    def draw(page: Page, rect: pygame.Rect) -> None:
        draw_protections(page, rect, items, lit)

    return Draw(draw, gaps=gaps, grow=0)
