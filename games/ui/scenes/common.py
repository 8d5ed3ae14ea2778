"""What scenes share: the head and the small buttons of a running game, emblems and marks."""

from __future__ import annotations

import pygame

from engine.model.text import Text
from games.rules import Move, UseHint
from games.ui import paint
from games.ui.blocks import Block, Column, Picture, Row, Say, Space, Tight
from games.ui.desk import Desk
from games.ui.icons import icon
from games.ui.page import Action, Page
from games.ui.scene import Still
from games.ui.table import Table
from games.ui.theme import INK, INK_PAIR, WHITE, Colour, Pair
from games.ui.timer import Timer
from games.ui.widgets import Button, Card, Draw
from games.ui.words import plain


class Turn(Still):
    """A scene of a running game. Esc opens the menu, which loses nothing."""

    def __init__(self, table: Table) -> None:
        self.table = table
        self.words = table.words

    def back(self) -> None:
        self.table.stage.push(self.table.director.menu(self.table))

    def over(self) -> None:
        """Closes what lies over the scene."""
        self.table.stage.pop()

    @property
    def seat(self) -> int:
        """Whose turn it is."""
        return self.table.state.turn

    def gear(self) -> Button:
        """The way to the menu, always at the top right."""
        return Button("menu", self.back, part=Picture("gear", 1.3), look="chip", pad=0.3)

    def timer(self, timer: Timer) -> Button:
        """Starts, pauses and goes on."""
        if not timer.begun:
            label = self.words("discuss")
        elif timer.left <= 0:
            label = self.words("discuss.over")
        elif timer.running:
            label = plain(timer.shown)
        else:
            label = self.words("discuss.paused", time=timer.shown)
        return Button("timer", timer.tap, label, "hourglass-not-done", "chip", role="body")

    def more(self, timer: Timer) -> Button:
        """Half a minute more."""
        return Button(
            "timer-more", timer.extend, self.words("discuss.more"), "", "chip", role="body"
        )

    def head(self, *left: Block, right: tuple[Button, ...] = ()) -> Block:
        """The head of the page: what it is about, and the small buttons at the right."""
        parts: list[Block] = [*left, Space(0), *right, self.gear()]
        shares = [0.0] * len(left) + [1.0] + [0.0] * (len(right) + 1)
        return Row(parts, shares, gaps=0.7)

    def making(self, move: Move) -> Action | None:
        """The action that makes this move; None when the rules do not allow it now."""
        return (lambda: self.table.play(move)) if self.table.allows(move) else None

    def hints(self) -> list[Button]:
        """The mentor's hint, where there is one to be had: one that is owed, or for a star."""
        use = self.making(UseHint())
        if use is None:
            return []
        label = self.words("hint.free" if self.table.state.team.hints else "hint")
        return [Button("hint", use, label, "star", "chip", role="body")]

    def way_on(self, pair: Pair = INK_PAIR, label: Text | None = None) -> Button:
        """The primary action of a scene that only tells: what comes next."""
        words = label or self.words("go-on")
        return Button("go-on", self.table.next, words, look="primary", pair=pair)

    def team_head(self, page: Page, seat: int, beside: Block) -> Block:
        """The head of a page about one team; what is `beside` its name only in a wide window."""
        return self.head(self.team_chip(seat), *([beside] if page.scale.wide else []))

    def team_chip(self, seat: int) -> Block:
        """Name and emblem of a team in its colour."""
        team = self.table.team(seat)
        return badge(team.title, team.icon, self.table.team_pair(seat))


class Over(Still):
    """A scene that lies over another for a moment. Esc closes it."""

    def __init__(self, desk: Desk) -> None:
        self.desk = desk
        self.words = desk.words

    def back(self) -> None:
        self.over()

    def over(self) -> None:
        """Closes it."""
        self.desk.stage.pop()


def badge(text: Text, picture: str, pair: Pair) -> Block:
    """A dark label with an icon on a white disc."""
    return Card(
        Tight([Emblem(picture, pair, 1.5), Say(text, "body", "strong", WHITE, "centre")], "centre"),
        pair.dark,
        pad=0.45,
    )


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
    return Column([dot, Space(0, grow=1)], gaps=0)
