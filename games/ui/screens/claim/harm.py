"""Costs of a life event, as pictures with a number: days, visits, baht, hearts."""

from __future__ import annotations

import pygame

from engine.schema.situation import Situation
from engine.schema.text import Text
from games.ui.screens.common.arrange import grid, line
from games.ui.shell.game_screens import GameScreens
from games.ui.toolkit.page import Page
from games.ui.toolkit.theme import INK, WHITE, Colour

HarmFact = tuple[str, Text]
"""An icon and its words."""


def harm_facts(game: GameScreens, situation: Situation) -> tuple[HarmFact, ...]:
    """Return what the event brings, in the order it is told."""
    harm = situation.harm
    found = (
        ("bed", "hospital", harm.hospital_days),
        ("house", "rest", harm.rest_days),
        ("calendar", "lost", harm.lost_days),
        ("stethoscope", "visits", harm.visits),
        ("hospital", "treatment", harm.treatment),
        ("money-with-wings", "other", harm.other),
        ("broken-heart", "hearts", harm.hearts),
    )
    return tuple(
        (shown, game.words(f"harm.{name}", count=count)) for shown, name, count in found if count
    )


def tiles_height(page: Page, count: int) -> int:
    """Return the pixels that so many tiles need: one row with large pictures, or two flat."""
    flat = round(page.scale.touch * 1.02)
    down = -(-count // _across(page, count))
    return round(page.scale.touch * 2.2) if down == 1 else down * flat + (down - 1) * _gap(page)


def _across(page: Page, count: int) -> int:
    if page.scale.wide:
        return count if count <= 4 else 3 if count <= 6 else 4
    return min(count, 2)


def _gap(page: Page) -> int:
    return page.scale.gap * 2 // 3


def draw_tiles(page: Page, facts: tuple[HarmFact, ...], box: pygame.Rect) -> None:
    """Draw each fact as a tile: a picture with its words below, or beside where it is flat."""
    across = _across(page, len(facts))
    gap = _gap(page)
    words = round(page.scale.size("body").floor * 1.5)
    for (shown, text), cell in zip(facts, grid(box, len(facts), across, gap), strict=True):
        page.box(cell, WHITE)
        inner = cell.inflate(-gap, -gap)
        if inner.height < words * 2:
            side = min(inner.height, words)
            page.icon(shown, pygame.Rect(inner.x, inner.centery - side // 2, side, side))
            inner.x, inner.width = inner.x + side + gap // 2, inner.width - side - gap // 2
            line(page, text, inner)
            continue
        picture = pygame.Rect(inner.x, inner.y, inner.width, inner.height - words)
        page.icon(shown, picture)
        below = pygame.Rect(inner.x, picture.bottom, inner.width, words)
        line(page, text, below, align="centre")


def draw_facts(
    page: Page, facts: tuple[HarmFact, ...], box: pygame.Rect, colour: Colour = INK
) -> None:
    """Draw as many facts as find room side by side on one line."""
    size = page.scale.size("body").floor
    gap = page.scale.gap
    side = min(box.height, round(size * 1.2))
    x = box.x
    for shown, text in facts:
        wide = page.letters.width(text.shown, "read", size)
        if x + side + gap // 2 + wide > box.right:
            break
        page.icon(shown, pygame.Rect(x, box.centery - side // 2, side, side))
        x += side + gap // 2
        place = pygame.Rect(x, box.y, wide + 2, box.height)
        page.text(text, place, face="read", size=size, colour=colour)
        x += wide + 2 * gap
