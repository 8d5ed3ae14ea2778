"""The middle of the board: the village, chapter and age, storm track, goal and time left."""

from __future__ import annotations

import math

import pygame

from engine.schema.text import Text
from games.ui.pictures.village_view import Scenery, hour_of, season_of, village_view
from games.ui.screens.board.spaces import ROAD_EDGE, label_size
from games.ui.shell.game_screens import GameScreens
from games.ui.toolkit import paint
from games.ui.toolkit.icons import icon
from games.ui.toolkit.interface_text import joined, plain
from games.ui.toolkit.page import Page
from games.ui.toolkit.theme import DIM, INK, PAIRS, WHITE, Colour

BOARD_WOOD: Colour = (122, 78, 45)
BOARD_FACE: Colour = (255, 248, 234)
FIRST_MONTH = 7
"""A year of the game begins in July."""


def scenery_of(game: GameScreens) -> Scenery:
    """Return what is seen in the village in the state now."""
    state = game.state
    percent = 0
    if state.goal:
        percent = 100 * state.coins // max(1, goal_need(game))
    return Scenery(
        hour=hour_of(state.chapter, state.chapters),
        season=season_of(state.month or (FIRST_MONTH + 4 * state.chapter) % 12 + 1),
        works=tuple(household.occupation for household in state.households),
        built=state.built,
        goal=state.goal,
        percent=percent,
    )


def goal_need(game: GameScreens) -> int:
    """Return the coins the running goal needs for so many households."""
    needs = game.tables.goals[game.state.goal].needs
    return needs[min(len(game.seats), len(needs)) - 1]


def middle_top(page: Page, inner: pygame.Rect) -> tuple[pygame.Rect, pygame.Rect, pygame.Rect]:
    """Return the boxes of the clouds, of the time left, and of the way to the menu."""
    tall = page.scale.touch
    gap = max(4, page.scale.gap // 2)
    size = label_size(page.scale)
    menu = pygame.Rect(inner.right - gap - tall, inner.y + gap, tall, tall)
    time = pygame.Rect(0, inner.y + gap, round(size * 3.2 + tall * 0.95), tall)
    time.right = menu.left - gap
    left = inner.x + gap + round(size * 7.4)
    clouds = pygame.Rect(left, inner.y + gap, time.left - gap - left, tall)
    if not page.scale.wide:
        time.topleft = (inner.x + gap, menu.bottom + gap)
        start = time.right + gap
        clouds = pygame.Rect(start, time.y, inner.right - gap - start, tall)
    return clouds, time, menu


def draw_village(page: Page, game: GameScreens, inner: pygame.Rect, bottom: int) -> None:
    """Draw the village; the household cards begin at `bottom`."""
    picture = village_view(
        inner.width,
        inner.height,
        bottom - inner.y,
        page.scale.radius // 2,
        ROAD_EDGE,
        scenery_of(game),
    )
    page.surface.blit(picture, inner)


def draw_top(page: Page, game: GameScreens, inner: pygame.Rect) -> None:
    """Draw chapter and age, the storm track, and the time left."""
    clouds, time, _ = middle_top(page, inner)
    size = label_size(page.scale)
    gap = max(4, page.scale.gap // 2)
    words = joined(
        game.words("board.chapter", chapter=game.state.chapter),
        game.words("board.age", age=game.age),
    )
    chip = pygame.Rect(inner.x + gap, inner.y + gap, round(size * 7.2), time.height)
    _chip(page, chip, words)
    minutes = max(1, math.ceil(game.clock.left(game.state) / 60))
    _chip(page, time, game.words("board.left", minutes=minutes), "hourglass-not-done")
    draw_storm_track(page, game, clouds)


def draw_storm_words(
    page: Page, game: GameScreens, inner: pygame.Rect, primary: pygame.Rect
) -> None:
    """Write under the track how far the storm still is, where there is room for it."""
    clouds, _, menu = middle_top(page, inner)
    size = label_size(page.scale)
    gap = max(4, page.scale.gap // 2)
    left = game.tables.storm.steps - game.state.storm
    words = game.words("storm.steps", steps=left) if left else game.words("storm.now")
    wide = page.letters.width(words.shown, "title", size) + size
    box = pygame.Rect(0, clouds.bottom + gap, wide, round(size * 1.5)).move_to(right=menu.right)
    if page.scale.wide and box.bottom + size < primary.top:
        page.box(box, WHITE, radius=box.height // 2)
        colour = INK if left else PAIRS["lotus"].dark
        page.text(words, box, face="title", size=size, colour=colour, align="centre", role="label")


def _chip(page: Page, box: pygame.Rect, words: Text, picture: str = "") -> None:
    size = label_size(page.scale)
    page.box(box, WHITE, radius=box.height // 2)
    room = box.inflate(-box.height // 2, 0)
    if picture:
        side = round(box.height * 0.62)
        spot = pygame.Rect(room.x - side // 4, 0, side, side).move_to(centery=box.centery)
        page.icon(picture, spot)
        room = pygame.Rect(spot.right, box.y, room.right - spot.right + side // 4, box.height)
    page.text(words, room, face="title", size=size, colour=INK, align="centre", role="label")


def draw_storm_track(page: Page, game: GameScreens, box: pygame.Rect) -> None:
    """Draw the storm's steps as clouds: dark as far as it has come, dashed before it."""
    steps = game.tables.storm.steps
    wide = min(round(box.height * 1.35), box.width // max(1, steps))
    left = box.centerx - wide * steps // 2
    side = min(round(wide * 1.02), round(box.height * 1.15))
    for step in range(steps):
        centre = (left + wide * step + wide // 2, box.centery)
        last = step == steps - 1
        if step < game.state.storm:
            name = "cloud-with-lightning-and-rain" if last else "cloud-with-rain"
            picture = icon(name, side)
        else:
            picture = _ghost_cloud(side, last)
        page.surface.blit(picture, picture.get_rect(center=centre))


def _ghost_cloud(side: int, last: bool) -> pygame.Surface:
    """Return the dashed outline of a cloud, white inside; the last one with its lightning."""
    big = pygame.Surface((side * 2, side * 2), pygame.SRCALPHA)
    shape = pygame.Surface((side * 2, side * 2), pygame.SRCALPHA)
    for x, y, r in ((0.3, 0.52, 0.2), (0.5, 0.4, 0.25), (0.71, 0.5, 0.21)):
        pygame.draw.circle(shape, WHITE, (side * 2 * x, side * 2 * y), side * 2 * r)
    pygame.draw.rect(shape, WHITE, (side * 0.6, side * 1.0, side * 0.84, side * 0.42))
    outline = pygame.mask.from_surface(shape).outline(1)
    shape.set_alpha(150)
    big.blit(shape, (0, 0))
    dash = max(4, len(outline) // 20)
    colour = PAIRS["lotus"].dark if last else DIM
    for start in range(0, len(outline), dash):
        run = outline[start : start + round(dash * 0.6)]
        if len(run) > 1:
            pygame.draw.lines(big, colour, False, run, max(3, side // 14))
    small = pygame.transform.smoothscale(big, (side, side))
    if last:
        bolt = [(0.54, 0.42), (0.4, 0.66), (0.5, 0.66), (0.44, 0.88), (0.62, 0.58), (0.52, 0.58)]
        pygame.draw.polygon(small, colour, [(x * side, y * side) for x, y in bolt])
    return small


def draw_goal_sign(page: Page, game: GameScreens, inner: pygame.Rect, primary: pygame.Rect) -> None:
    """Draw the sign of the village goal: its name, and coins given and still wanted.

    Args:
        primary: the box of the die, which it does not cover.
    """
    top = middle_top(page, inner)[0].bottom + max(4, page.scale.gap // 2)
    goal = game.goal(game.state.goal)
    if goal is None:
        return
    size = label_size(page.scale)
    name = goal.title.shown
    need = goal_need(game)
    room = primary.bottom - top
    low = room < round(size * 2.8)
    given = plain(f"{game.state.coins}/{need}")
    coin = round(size * 0.98)
    title = page.letters.width(name, "title", size)
    if low:
        title += coin + page.letters.width(given.shown, "title", size) + size
        wide = title + size
    else:
        wide = max(title, need * round(coin * 1.06)) + size
    box = pygame.Rect(0, top, min(wide, inner.width), round(size * (1.75 if low else 2.95)))
    box.centerx = inner.x + round(inner.width * 0.43)
    box.clamp_ip(inner.inflate(-page.scale.gap, 0))
    if box.inflate(0, size // 2).colliderect(primary):
        box.right = primary.left - page.scale.gap // 2
    if box.left < inner.left:
        return
    if not low:
        for x in (box.x + box.width // 6, box.right - box.width // 6):
            post = pygame.Rect(x - size // 8, box.bottom - 2, size // 4, round(size * 0.7))
            page.surface.fill(BOARD_WOOD, post)
    page.box(box, BOARD_FACE, BOARD_WOOD, max(3, size // 8), radius=size // 3)
    words = pygame.Rect(box.x, box.y + size // 4, box.width, round(size * 1.35))
    if low:
        words.width -= coin + page.letters.width(given.shown, "title", size) + size // 2
        spot = pygame.Rect(words.right, 0, coin, coin).move_to(centery=words.centery)
        page.icon("coin", spot)
        count = pygame.Rect(spot.right + size // 6, words.y, box.right - spot.right, words.height)
        page.text(given, count, face="title", size=size, colour=INK, role="label")
    page.text(goal.title, words, face="title", size=size, colour=INK, align="centre", role="label")
    if not low:
        row = pygame.Rect(box.x, words.bottom, box.width, box.bottom - words.bottom - size // 6)
        draw_coins(page.surface, row, game.state.coins, need)


def draw_coins(surface: pygame.Surface, rect: pygame.Rect, given: int, need: int) -> None:
    """Draw coins in a row in the middle of the box: given ones solid, the others dashed."""
    each = min(round(rect.height * 1.04), rect.width // max(1, need))
    side = max(6, min(rect.height, round(each * 0.96)))
    left = rect.centerx - each * need // 2
    for place in range(need):
        centre = (left + each * place + each // 2, rect.centery)
        if place < given:
            picture = icon("coin", side)
        else:
            picture = paint.ring(side // 2 - 1, DIM, max(1, side // 16), 12)
        surface.blit(picture, picture.get_rect(center=centre))
