"""The board: 28 spaces round a tambon, the teams, and the throw of the die."""

from __future__ import annotations

from collections.abc import Callable

import pygame

from engine.schema.game import Space as BoardSpace
from engine.schema.text import Text
from games.rules import Throw
from games.rules.events import Thrown
from games.ui.screens.common.marks import badge, emblem
from games.ui.screens.common.scenes import Turn
from games.ui.screens.setup.overlays import PlaceScene
from games.ui.screens.turn.board_spaces import TALL, WIDE, cells
from games.ui.screens.turn.team_panels import draw_teams
from games.ui.shell.frame import frame
from games.ui.shell.game_screens import GameScreens
from games.ui.toolkit import paint
from games.ui.toolkit.blocks import Block, Say
from games.ui.toolkit.die import die
from games.ui.toolkit.landscape import landscape
from games.ui.toolkit.page import Page, Target
from games.ui.toolkit.text_render import Face
from games.ui.toolkit.theme import (
    INK,
    PAPER,
    SPACE_COLOURS,
    WHITE,
    Pair,
    Scale,
    pair,
)
from games.ui.toolkit.widgets import Button

ROLL_MS = 600
STEP_MS = 170
LABEL_LEADING = 1.36
"""Line height of a space's label: room for the mark below the last line."""

LABEL_FACES: tuple[Face, ...] = ("strong", "title")


class BoardScene(Turn):
    """Before the throw: the die waits. After it: the token walks, then the space opens.

    Args:
        thrown: the throw to show; None: the board waits for one.
        note: a line over the landscape: what protection has just cost, or how luck turned.
    """

    kind = "board"

    def __init__(
        self, table: GameScreens, thrown: Thrown | None = None, note: Text | None = None
    ) -> None:
        super().__init__(table)
        self.thrown = thrown
        self.note = note
        self.kind = "board-walk" if thrown else "board"
        self.passed = 0
        self._boxes: tuple[pygame.Rect, ...] = ()
        self._middle = pygame.Rect(0, 0, 0, 0)
        steps = thrown.die if thrown else 0
        self.length = 0 if table.settings.calm else (ROLL_MS + steps * STEP_MS if thrown else 0)

    @property
    def moving(self) -> bool:
        """The die rolls or the token walks."""
        return self.passed < self.length

    @property
    def walker(self) -> int:
        """The seat whose turn the board shows."""
        return self.thrown.team if self.thrown else self.seat

    def tick(self, elapsed: int) -> bool:
        before = self.moving
        self.passed += elapsed
        return before and not self.moving

    def build(self, page: Page) -> None:
        body = _Body(self)
        frame(
            page,
            body,
            head=self._head(page),
            primary=self._primary(),
        )

    def _head(self, page: Page) -> Block:
        state = self.table.session.before if self.thrown else self.table.state
        year = self.words("year", year=state.round, years=state.rounds)
        team = self.table.team(self.walker)
        whose = self.words("turn-of", team=team.title)
        left = [
            Say(year, "lead", "title", INK),
            badge(
                whose if page.scale.wide else team.title,
                team.icon,
                self.table.team_pair(self.walker),
            ),
        ]
        return self.head(*left)

    def _primary(self) -> Button:
        colours = self.table.team_pair(self.walker)
        if self.thrown is None:
            return Button(
                "throw", self._throw, self.words("throw"), "game-die", look="primary", pair=colours
            )
        if self.moving:
            return Button("skip", self._skip, self.words("walking"), look="primary", pair=colours)
        space = self.table.spaces[self.thrown.end]
        # A second die, or a village that has everything, may change what the space does.
        kind = {"event": "event", "question": "right"}.get(self.table.state.phase, space.kind)
        label = self.words(f"open.{kind}", space=space.title)
        return Button("open", self.table.next, label, space.icon, look="primary", pair=colours)

    def _throw(self) -> None:
        self.table.play(Throw())

    def _skip(self) -> None:
        self.passed = self.length

    # Drawing.

    def draw_board(self, page: Page, rect: pygame.Rect) -> None:
        """Spaces, landscape, tokens."""
        gap = max(3, page.scale.gap // 3)
        area = (rect.x, rect.y, rect.width, rect.height)
        self._boxes = cells(
            area, page.scale.wide, gap, self._needs(page, 1), self._needs(page, rect.width)
        )
        first, last = self._boxes[0], self._boxes[14]
        inner = pygame.Rect(first.right + gap, first.bottom + gap, 0, 0)
        inner.width = (self._boxes[8] if page.scale.wide else self._boxes[4]).x - gap - inner.x
        inner.height = last.y - gap - inner.y
        self._middle = inner
        page.surface.blit(
            landscape(inner.width, inner.height, page.scale.radius, PAPER), inner.topleft
        )
        for index, space in enumerate(self.table.spaces):
            self._space(page, self._boxes[index], space)
        self._say(page, inner)
        for seat in range(len(self.table.state.teams)):
            if not (self.moving and seat == self.walker):
                at = self._boxes[self._position(seat)]
                self._token(page.surface, seat, self._spot(at, seat), page.scale)
        if self.thrown and not self.moving:
            box = self._boxes[self.thrown.end]
            paint.focus_ring(page.surface, box, page.scale.radius // 2, page.scale.line)

    def _needs(self, page: Page, width: int) -> tuple[int, ...]:
        """The widest line in each column of the board when labels are broken to `width`."""
        size = page.scale.size("label").floor
        places, across = (WIDE, 9) if page.scale.wide else (TALL, 5)
        needs = [0] * across
        for (column, _), space in zip(places, self.table.spaces, strict=True):
            line = min(page.letters.widest(space.title, face, size, width) for face in LABEL_FACES)
            needs[column] = max(needs[column], line + 6, round(page.scale.touch * 0.8))
        return tuple(needs)

    def _position(self, seat: int) -> int:
        return self.table.state.teams[seat].position

    def _colours(self, space: BoardSpace) -> Pair:
        module = self.table.catalogue.module_by_id.get(space.module or "")
        return pair(module.colour if module else SPACE_COLOURS[space.kind])

    def _space(self, page: Page, box: pygame.Rect, space: BoardSpace) -> None:
        colours = self._colours(space)
        radius = max(6, page.scale.radius // 2)
        page.box(box, colours.tint, colours.dark, max(1, page.scale.line // 2), radius)
        inside = box.inflate(-2, -4)
        face, size = self._label(page, space.title, inside.width)
        count = len(page.letters.lines(space.title, face, size, inside.width))
        tall = round(size * LABEL_LEADING) * count
        words = pygame.Rect(inside.x, inside.bottom - tall - round(size * 0.14), inside.width, tall)
        page.text(
            space.title,
            words,
            face=face,
            size=size,
            colour=colours.dark,
            align="centre",
            role="label",
            leading=LABEL_LEADING,
        )
        above = pygame.Rect(inside.x, inside.y + 1, inside.width, inside.height - tall)
        page.icon(space.icon, above)
        page.target(Target(box.copy(), self._look_at(space), f"space-{space.id}", radius=radius))

    def _label(self, page: Page, text: Text, width: int) -> tuple[Face, int]:
        """Looped letters when they fit; else the narrower face; smaller only at the last."""
        size = page.scale.size("label").floor
        for face in LABEL_FACES:
            if page.letters.widest(text, face, size, width) <= width:
                return face, size
        while size > 8 and page.letters.widest(text, "title", size, width) > width:
            size -= 1
        return "title", size

    def _look_at(self, space: BoardSpace) -> Callable[[], None]:
        return lambda: self.table.stage.push(PlaceScene(self.table, space))

    def _say(self, page: Page, inner: pygame.Rect) -> None:
        """The die that was thrown, and a note on a dark label in the landscape."""
        free = inner
        if self.thrown and not self.moving:
            side = min(inner.height // 3, inner.width // 4)
            spot = pygame.Rect(0, 0, side, side)
            spot.center = (inner.centerx, inner.y + round(inner.height * 0.44))
            die(page.surface, spot, self.thrown.die)
            free = pygame.Rect(inner.x, spot.bottom, inner.width, inner.bottom - spot.bottom)
        if self.note is not None and not self.moving:
            size = page.scale.size("body").floor
            wide = round(inner.width * 0.86)
            lines = page.letters.lines(self.note, "strong", size, wide)
            tall = len(lines) * page.letters.height("strong", size)
            real = page.letters.widest(self.note, "strong", size, wide)
            box = pygame.Rect(0, 0, real + page.scale.gap * 2, tall + page.scale.gap)
            box.center = free.center
            page.box(box, INK)
            page.text(
                self.note,
                box.inflate(-page.scale.gap * 2 + 2, -page.scale.gap),
                face="strong",
                size=size,
                colour=WHITE,
                align="centre",
            )

    def _spot(self, box: pygame.Rect, seat: int) -> tuple[int, int]:
        """Where a token stands: teams on one space stand beside each other."""
        here = [
            n
            for n in range(len(self.table.state.teams))
            if self._position(n) == self._position(seat)
        ]
        place = here.index(seat)
        many = len(here)
        step = min(box.width // 3, box.width // max(2, many))
        x = box.centerx + round((place - (many - 1) / 2) * step)
        return x, box.y + round(box.height * 0.14)

    def _token(self, surface: pygame.Surface, seat: int, at: tuple[int, int], scale: Scale) -> None:
        radius = max(12, round(min(self._boxes[0].height, self._boxes[0].width) * 0.30))
        emblem(surface, self.table.team(seat).icon, self.table.team_pair(seat).dark, at, radius)

    def overlay(self, surface: pygame.Surface, scale: Scale) -> bool:
        if not self.moving or self.thrown is None or not self._boxes:
            return False
        side = min(self._middle.height // 3, self._middle.width // 4)
        spot = pygame.Rect(0, 0, side, side)
        spot.center = (self._middle.centerx, self._middle.y + round(self._middle.height * 0.44))
        if self.passed < ROLL_MS:
            die(surface, spot, (self.passed // 75 + self.thrown.die) % 6 + 1)
            here = self._boxes[self.thrown.start].center
        else:
            die(surface, spot, self.thrown.die)
            walked = (self.passed - ROLL_MS) / STEP_MS
            whole = min(int(walked), self.thrown.die - 1)
            part = min(1.0, walked - whole)
            a = self._boxes[(self.thrown.start + whole) % 28].center
            b = self._boxes[(self.thrown.start + whole + 1) % 28].center
            hop = round(self._boxes[0].height * 0.5 * part * (1 - part))
            here = (
                round(a[0] + (b[0] - a[0]) * part),
                round(a[1] + (b[1] - a[1]) * part) - hop,
            )
        self._token(surface, self.walker, here, scale)
        return True


class _Body:
    """Board and teams, side by side or one above the other."""

    grow = 1.0

    def __init__(self, scene: BoardScene) -> None:
        self._scene = scene

    def height(self, page: Page, width: int, ease: float) -> int:
        return 0

    def draw(self, page: Page, rect: pygame.Rect, ease: float) -> None:
        gap = page.scale.gap
        count = len(self._scene.table.state.teams)
        if page.scale.wide:
            wide = round(rect.width * 0.75)
            board = pygame.Rect(rect.x, rect.y, wide, rect.height)
            side = pygame.Rect(
                board.right + gap, rect.y, rect.right - board.right - gap, rect.height
            )
            draw_teams(page, self._scene.table, side, 1, self._scene.walker)
        else:
            rows = -(-count // 2)
            tall = rows * round(page.scale.measure * 0.105)
            board = pygame.Rect(rect.x, rect.y, rect.width, rect.height - tall - gap)
            side = pygame.Rect(rect.x, board.bottom + gap, rect.width, tall)
            draw_teams(page, self._scene.table, side, 2, self._scene.walker)
        self._scene.draw_board(page, board)
