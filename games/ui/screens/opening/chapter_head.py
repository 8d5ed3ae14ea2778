"""The head of a chapter: what it is, and the way of ages."""

from __future__ import annotations

from itertools import pairwise

import pygame

from engine.schema.text import Text
from games.rules import chapter_ages
from games.rules.model.events import YearsPassed
from games.ui.screens.common.arrange import put
from games.ui.shell.game_screens import GameScreens
from games.ui.toolkit import paint
from games.ui.toolkit.blocks import Picture, Row, Say
from games.ui.toolkit.interface_text import plain
from games.ui.toolkit.page import Page
from games.ui.toolkit.theme import INK, PAIRS, SAND, WHITE, Colour


def chapter_title(game: GameScreens) -> Text:
    """Return the title of the chapter: the first year, or the years that have passed."""
    if game.state.chapter == 1:
        return game.words("opening.first")
    passed = (e.years for e in game.session.chapter_events if isinstance(e, YearsPassed))
    years = next(passed, 0)
    if years:
        return game.words("opening.years", years=years)
    return game.words("opening.age", age=game.age)


def draw_chapter_head(page: Page, game: GameScreens, box: pygame.Rect) -> None:
    """Draw the title, and beside it in landscape the way of ages."""
    wide = box.width * 48 // 100 if page.scale.wide else 0
    text = pygame.Rect(box.x, box.y, box.width - wide - page.scale.gap, box.height)
    title = Say(chapter_title(game), "title", "title")
    put(page, Row(Picture("sun-behind-cloud", 1.9), title, shares=[0, 1]), text)
    if wide:
        _ages(page, game, pygame.Rect(box.right - wide, box.y, wide, box.height))


def _ages(page: Page, game: GameScreens, box: pygame.Rect) -> None:
    """Draw the ages of all chapters as discs on a line, this chapter's the largest."""
    last = game.tables.amounts.last_age
    ages = (*chapter_ages(game.tables, game.state.chapters), last)
    size = page.scale.size("label").floor
    now = game.state.chapter - 1
    dark = PAIRS["leaf"].dark
    step = box.width / len(ages)
    radius = min(round(size * 0.8), round(step * 0.42))
    centres = [(round(box.x + step * (n + 0.5)), box.centery) for n in range(len(ages))]
    thick = max(4, radius // 5)
    for n, (start, end) in enumerate(pairwise(centres)):
        colour = dark if n < now else SAND
        page.surface.fill(colour, (start[0], start[1] - thick // 2, end[0] - start[0], thick))
    for n, (age, centre) in enumerate(zip(ages, centres, strict=True)):
        big = n == now
        outer = min(round(radius * 1.45), round(step * 0.48)) if big else radius
        _disc(page, centre, outer, dark if n <= now else SAND)
        if n > now:
            _disc(page, centre, outer - page.scale.line, WHITE)
        place = pygame.Rect(0, 0, 2 * outer, 2 * outer).move_to(center=centre)
        page.text(
            plain(age),
            place,
            face="title",
            size=page.scale.size("body").floor if big else size,
            colour=WHITE if n <= now else INK,
            align="centre",
            role="label",
        )


def _disc(page: Page, centre: tuple[int, int], radius: int, colour: Colour) -> None:
    page.surface.blit(paint.disc(radius, colour), (centre[0] - radius, centre[1] - radius))
