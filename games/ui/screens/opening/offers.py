"""An option of a scheme as a row of its own: number, what is paid, what comes back."""

from __future__ import annotations

import pygame

from engine.schema.text import Text
from games.ui.screens.common.arrange import line, put
from games.ui.screens.opening.terms import Gain, gains, number_of, option_row
from games.ui.shell.game_screens import GameScreens
from games.ui.toolkit import paint
from games.ui.toolkit.blocks import Say
from games.ui.toolkit.icons import icon
from games.ui.toolkit.interface_text import plain
from games.ui.toolkit.page import Page
from games.ui.toolkit.theme import CREAM, DIM, INK, INK_PAIR, WHITE, Colour, Pair, pair

_OTHER = {"fund": "leaf", "nomination": "violet"}


def scheme_pair(game: GameScreens, scheme: str) -> Pair:
    """Return the colours of a scheme, of an act or of the fund."""
    record = game.catalogue.holder_of.get(scheme)
    return pair(record.colour if record is not None else _OTHER.get(scheme, "indigo"))


def sign(page: Page, game: GameScreens, option: str, box: pygame.Rect, on: bool) -> None:
    """Draw the sign of an option: its number, or the icon where a scheme has only one.

    An empty `option` is the sign for not taking any: a dashed ring with a bar.
    """
    side = min(box.width, box.height)
    spot = pygame.Rect(0, 0, side, side).move_to(center=box.center)
    radius = side // 4
    if not option:
        if on:
            page.box(spot, INK, radius=side // 2)
        else:
            paint.dashed_box(page.surface, spot, DIM, side // 2, max(2, side // 24))
        bar = pygame.Rect(0, 0, side * 4 // 10, max(4, side // 10)).move_to(center=spot.center)
        page.box(bar, WHITE if on else DIM, radius=bar.height // 2)
        return
    colours = scheme_pair(game, option_row(game, option).scheme)
    number = number_of(game, option)
    fill = colours.dark if on else WHITE
    page.box(spot, fill, colours.dark, max(2, side // 20), radius)
    if number:
        size = max(page.scale.size("body").floor, round(side * 0.56))
        ink = WHITE if on else colours.dark
        page.text(plain(number), spot, face="title", size=size, colour=ink, align="centre")
        return
    inner = spot.inflate(-side // 6, -side // 6)
    page.box(inner, WHITE, radius=radius * 3 // 4)
    small = round(inner.width * 0.84)
    picture = icon(game.option_icon(option), small)
    page.surface.blit(picture, picture.get_rect(center=inner.center))
    if on:
        mark = pygame.Rect(0, 0, side * 4 // 10, side * 4 // 10)
        mark.bottomright = (spot.right + 3, spot.bottom + 3)
        page.box(mark, colours.dark, WHITE, 2, mark.width // 4)
        paint.tick(page.surface, mark.inflate(-4, -4), WHITE)


def draw_gains(
    page: Page,
    box: pygame.Rect,
    found: tuple[Gain, ...],
    *,
    full: bool = False,
    colour: Colour = INK,
) -> None:
    """Draw the pictures of all gains in a line, the last one with its words.

    Where picture and words find no room side by side, the words stand alone.
    """
    if not found:
        return
    size = page.scale.size("body").floor
    side = min(box.height, round(size * 1.25))
    gap = page.scale.gap // 3
    pictures = found if full else found[-1:]
    wished = found[-1].full if full else found[-1].text
    for text in (wished, found[-1].text):
        words = page.letters.width(text.shown, "title", size)
        if words + len(pictures) * (side + gap) <= box.width:
            break
    else:
        pictures = ()
    x = box.x
    for gain in pictures:
        picture = icon(gain.icon, side)
        page.surface.blit(picture, picture.get_rect(left=x, centery=box.centery))
        x += side + gap
    line(page, text, pygame.Rect(x, box.y, box.right - x, box.height), colour=colour)


def offer_row(
    page: Page,
    game: GameScreens,
    option: str,
    pay: Text,
    box: pygame.Rect,
    *,
    on: bool = False,
    said: Text | None = None,
    refused: Text | None = None,
) -> None:
    """Draw a row: sign, what is paid above, what comes back below.

    Args:
        said: words instead of the gains; for an act its name stands above.
        refused: why it cannot be taken; it is said instead of the gains.
    """
    scale, gap = page.scale, page.scale.gap
    colours = scheme_pair(game, option_row(game, option).scheme) if option else INK_PAIR
    fill = CREAM if refused else (colours.tint if on else WHITE)
    page.box(box, fill, colours.dark, scale.line * (2 if on else 1))
    inner = box.inflate(-2 * gap, -gap)
    side = min(inner.height, round(scale.touch * 1.05))
    sign(page, game, option, pygame.Rect(inner.x, inner.y, side, inner.height), on)
    text = pygame.Rect(inner.x + side + gap, inner.y, inner.width - side - gap, inner.height)
    upper = pygame.Rect(text.x, text.y, text.width, text.height // 2 if option else text.height)
    lower = pygame.Rect(text.x, upper.bottom, text.width, text.bottom - upper.bottom)
    half = text.width * (42 if said is None else 68) // 100
    size = scale.size("body").floor
    fits = page.letters.width(pay.shown, "title", size) <= half
    if option and text.width > text.height * 6 and fits:
        upper = pygame.Rect(text.x, text.y, half, text.height)
        lower = pygame.Rect(text.x + half, text.y, text.width - half, text.height)
    line(page, pay, upper, colour=colours.dark if option else INK)
    if refused is not None:
        lock = pygame.Rect(lower.x, lower.y, lower.height, lower.height)
        page.icon("locked", lock.inflate(-lock.height // 4, -lock.height // 4))
        lower.x, lower.width = lock.right, lower.right - lock.right
        line(page, refused, lower, face="read")
    elif said is not None:
        put(page, Say(said, "body", "read", INK), lower)
    elif option:
        draw_gains(page, lower, gains(game, option), full=True)
