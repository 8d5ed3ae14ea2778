"""Parts that show a household: face, hearts, stars and dream.

Each part is a block and, for scenes that draw by hand, a function with a place in pixels.
"""

from __future__ import annotations

from dataclasses import dataclass
from functools import lru_cache

import pygame

from games.ui.shell.game_screens import GameScreens
from games.ui.toolkit import paint
from games.ui.toolkit.blocks import Picture, Row, Say
from games.ui.toolkit.icons import icon
from games.ui.toolkit.interface_text import plain
from games.ui.toolkit.page import Page
from games.ui.toolkit.theme import DIM, DONE, INK, WHITE, Colour, HouseholdColours
from games.ui.toolkit.widgets import Draw

OLD = 50
"""From this age on the faces are drawn with grey hair."""

HEARTS = 3
STEPS = 3


@dataclass(frozen=True, slots=True)
class Look:
    """The signs of a household: icon of the face, icon of the emblem, colours."""

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
    surface: pygame.Surface, look: Look, centre: tuple[int, int], radius: int, *, badge: bool = True
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


# --- hearts, stars, dream -----------------------------------------------------------------


def draw_hearts(surface: pygame.Surface, rect: pygame.Rect, hearts: int, cracked: int = 0) -> None:
    """Draw three hearts from the left of the box: full ones, then dashed empty ones.

    Args:
        cracked: how many after the full ones are drawn broken: lost just now.
    """
    side = min(rect.height, round(rect.width / HEARTS / 1.05))
    for place in range(HEARTS):
        box = pygame.Rect(rect.x + round(place * side * 1.05), 0, side, side)
        box.centery = rect.centery
        if place < hearts:
            surface.blit(icon("red-heart", side), box)
        elif place < hearts + cracked:
            surface.blit(icon("broken-heart", side), box)
        else:
            surface.blit(_empty_heart(side), box)


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
    return Row(
        Picture("star", 1.1), Say(plain(count), role, "title", colour), shares=[0, 0], gaps=0.4
    )


def dream_steps(steps: int, gaps: float = 3) -> Draw:
    """Return the steps of a dream as a block."""

    def draw(page: Page, rect: pygame.Rect) -> None:
        tall = min(rect.height, round(page.scale.gap * gaps))
        box = pygame.Rect(rect.x, 0, min(rect.width, tall * 4), tall).move_to(centery=rect.centery)
        draw_steps(page.surface, box, steps)

    return Draw(draw, gaps=gaps, grow=0)
