"""The protections of a household in a row: held or not, which option, lit when they pay."""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import dataclass

import pygame

from games.rules import FUND, NOMINATION
from games.ui.shell.game_screens import GameScreens
from games.ui.toolkit import paint
from games.ui.toolkit.icons import faded, icon
from games.ui.toolkit.interface_text import plain
from games.ui.toolkit.page import Page
from games.ui.toolkit.theme import DIM, HALO, pair

_OTHER = {FUND: "leaf", NOMINATION: "violet"}
"""Colours of what no module and no supplement holds."""


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
    body = pygame.Rect(0, 0, wide, tall).move_to(center=box.center)
    radius = tall // 2
    low = tall < 1.35 * size
    shape = pygame.Rect(body.x, body.y, tall if low else body.width, tall)
    if lit:
        out = max(3, radius // 4)
        paint.round_box(surface, shape.inflate(2 * out, 2 * out), HALO, radius + out)
    side = round(radius * 1.25)
    spot = pygame.Rect(0, 0, side, side).move_to(center=(body.x + radius, body.centery))
    if not item.option:
        line = paint.ring(radius, DIM, max(1, radius // 12), 14)
        surface.blit(line, body)
        surface.blit(faded(item.icon, side), spot)
        return
    paint.round_box(surface, shape, colours.tint, radius, colours.dark, max(2, radius // 8))
    surface.blit(icon(item.icon, side), spot)
    if item.digit:
        # In a low row the number stands beside the disc: a pill would touch it above and below.
        halo = max(3, radius // 4) if lit else 0
        left = shape.right + halo if low else spot.right
        right = body.right if low else body.right - radius // 4
        place = pygame.Rect(left, body.y, right - left, tall)
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
        box = pygame.Rect(round(x), 0, wide, tall).move_to(centery=rect.centery)
        draw_protection(page, item, box, lit=item.scheme in lit)
        x += wide + spare
