"""The panel of each team beside the board: money, hearts, stars, debt, what it holds."""

from __future__ import annotations

import pygame

from engine.schema.text import Text
from games.ui.screens.common.marks import emblem
from games.ui.shell.game_screens import GameScreens
from games.ui.toolkit import paint
from games.ui.toolkit.blocks import Say
from games.ui.toolkit.icons import icon
from games.ui.toolkit.interface_text import number, plain
from games.ui.toolkit.page import Page
from games.ui.toolkit.theme import CREAM, DIM, INK, PAIRS, SAND, WHITE

HEARTS = 3


def draw_teams(
    page: Page, table: GameScreens, rect: pygame.Rect, columns: int, active: int
) -> None:
    """A panel for each team; under them, when there is room, when the community wins."""
    count = len(table.state.teams)
    rows = -(-count // columns)
    gap = max(4, page.scale.gap // 2)
    most = round(page.scale.measure * (0.2 if count < 4 else 0.17))
    tall = min((rect.height - gap * (rows - 1)) // rows, most)
    wide = (rect.width - gap * (columns - 1)) // columns
    for seat in range(count):
        row, column = divmod(seat, columns)
        box = pygame.Rect(rect.x + column * (wide + gap), rect.y + row * (tall + gap), wide, tall)
        _team(page, table, box, seat, seat == active)
    used = rows * (tall + gap) + page.scale.gap
    goal = Say(table.words("rule.end"), "body", "read", DIM)
    if rect.height - used >= goal.height(page, rect.width, 0.0):
        room = pygame.Rect(rect.x, rect.y + used, rect.width, 0)
        room.height = goal.height(page, rect.width, 0.0)
        goal.draw(page, room, 0.0)


def _team(page: Page, table: GameScreens, box: pygame.Rect, seat: int, active: bool) -> None:
    team, state = table.team(seat), table.state.teams[seat]
    colours = table.team_pair(seat)
    thick = page.scale.line * 2 if active else max(1, page.scale.line // 2)
    page.box(box, WHITE if active else CREAM, colours.dark if active else SAND, thick)
    inside = box.inflate(-2 * page.scale.gap, -page.scale.gap // 2 - 2 * thick)
    floor = page.scale.size("body").floor
    radius = min(inside.height // 2, round(floor * (0.75 if page.scale.large else 1.15)))
    emblem(page.surface, team.icon, colours.dark, (inside.x + radius, inside.centery), radius)
    inside.x += 2 * radius + page.scale.gap // 2
    inside.width -= 2 * radius + page.scale.gap // 2
    three = inside.height >= floor * (3.5 if page.scale.large else 4.0)
    parts = 3 if three else 2
    line = inside.height // parts
    money = plain(state.money)
    name = plain(team.title.read(page.letters.language))
    small = page.scale.size("label").floor
    least = page.letters.width(name.th, "title", small)
    tight = small if page.scale.large else floor
    size = max(tight, min(round(floor * 1.35), round(line / 0.95)))
    own = page.letters.width(money.th, "title", size) + 2
    while not three and size > tight and inside.width - own - 6 < least:
        size -= 1
        own = page.letters.width(money.th, "title", size) + 2
    taken = 0 if three else own + 6
    name_box = pygame.Rect(inside.x, inside.y, inside.width - taken, line)
    name_size = _one_line(page, name, name_box.width, floor)
    page.text(name, name_box, face="title", size=name_size, colour=colours.dark, role="label")
    money_box = pygame.Rect(
        inside.x if three else inside.right - own, inside.y + (line if three else 0), own, line
    )
    colour = INK if state.money >= 0 else PAIRS["lotus"].dark
    page.text(
        money,
        money_box,
        face="title",
        size=size,
        colour=colour,
        align="left" if three else "right",
        role="label" if size < floor else "body",
    )
    if three:
        job = table.occupation(seat).icon
        side = round(line * 0.8)
        spot = pygame.Rect(inside.right - side, inside.y + (line - side) // 2, side, side)
        name_wide = page.letters.width(name.th, "title", name_size)
        if name_wide + side < inside.width:
            page.icon(job, spot)
    _marks(page, table, pygame.Rect(inside.x, inside.bottom - line, inside.width, line), seat)


def _one_line(page: Page, text: Text, width: int, size: int) -> int:
    while size > 8 and page.letters.width(text.th, "title", size) > width:
        size -= 1
    return size


def _marks(page: Page, table: GameScreens, box: pygame.Rect, seat: int) -> None:
    """Hearts, stars, debt, and what is held, as icons and numbers; debt before what is held."""
    state = table.state.teams[seat]
    side = min(box.height - 4, round(page.scale.size("body").floor * 1.05))
    x, y = box.x, box.centery - side // 2
    for n in range(HEARTS):
        if n < state.hearts:
            page.surface.blit(icon("red-heart", side), (x, y))
        else:
            page.surface.blit(paint.ring(side // 2, DIM, 2, 9), (x, y))
        x += side + 2
    x += side // 3
    page.surface.blit(icon("star", side), (x, y))
    x += side + 3
    small = page.scale.size("label").floor
    size = max(small, min(page.scale.size("body").floor, round(box.height / 0.8)))
    stars = plain(state.stars)
    wide = page.letters.width(stars.th, "strong", size)
    page.text(stars, pygame.Rect(x, box.y, wide + 2, box.height), face="strong", size=size)
    x += wide + side // 3
    right = box.right
    if state.debt:
        debt = plain(f"−{number(state.debt)}")
        own = page.letters.width(debt.th, "strong", size) + 2
        if right - own - side - 2 > x:
            right -= own
            spot = pygame.Rect(right, box.y, own, box.height)
            page.text(debt, spot, face="strong", size=size, colour=PAIRS["lotus"].dark)
            right -= 2
        right -= side
        page.surface.blit(icon("receipt", side), (right, y))
        right -= 3
    held = [h for h in state.hold if h != "nomination"]
    pictures = list(dict.fromkeys(table.option_icon(h) for h in held))
    for name in reversed(pictures):
        if right - side < x:
            break
        right -= side
        page.surface.blit(icon(name, side), (right, y))
        right -= 3
