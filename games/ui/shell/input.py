"""Mouse, touch, keyboard and presentation clicker, made into acts on the stage.

Keys: arrows or tab move the focus; enter or space press what has it, or else the primary
action; a digit or letter presses the answer that shows it; Esc goes back or opens the menu.
A clicker has two keys: page down presses, page up moves the focus on.
"""

from __future__ import annotations

import pygame

from games.ui.shell.scene import SceneStack
from games.ui.toolkit.page import Target

DRAG_PIXELS = 12
"""A finger that moves further is scrolling, not pressing."""

SETTLE_MS = 300
"""Many people tap twice. The second tap must not press what the first one brought."""

PRESS = {pygame.K_RETURN, pygame.K_KP_ENTER, pygame.K_SPACE, pygame.K_PAGEDOWN}
NEXT = {pygame.K_TAB, pygame.K_PAGEUP}
ARROWS = {
    pygame.K_LEFT: (-1, 0),
    pygame.K_RIGHT: (1, 0),
    pygame.K_UP: (0, -1),
    pygame.K_DOWN: (0, 1),
}


class Controls:
    """Turns pygame events into acts."""

    def __init__(self, scenes: SceneStack) -> None:
        self._stage = scenes
        self._down: tuple[int, int] | None = None
        self._dragged = 0

    def handle(self, event: pygame.event.Event) -> None:
        """Act on one event; ignore others than input."""
        if event.type == pygame.KEYDOWN:
            self._key(event)
        elif event.type == pygame.MOUSEWHEEL:
            self._scroll(-event.y * self._stage.scale.touch)
        elif event.type in (pygame.FINGERDOWN, pygame.FINGERMOTION, pygame.FINGERUP):
            scale = self._stage.scale
            at = (int(event.x * scale.width), int(event.y * scale.height))
            self._pointer(event.type - pygame.FINGERDOWN, at)
        elif getattr(event, "touch", False):
            return  # SDL repeats each touch as a mouse event
        elif event.type == pygame.MOUSEBUTTONDOWN and event.button == 1:
            self._begin(event.pos)
        elif event.type == pygame.MOUSEMOTION:
            self._drag(event.pos)
        elif event.type == pygame.MOUSEBUTTONUP and event.button == 1:
            self._end(event.pos)

    def _pointer(self, phase: int, at: tuple[int, int]) -> None:
        if phase == 0:
            self._begin(at)
        elif phase == pygame.FINGERMOTION - pygame.FINGERDOWN:
            self._drag(at)
        else:
            self._end(at)

    def _begin(self, at: tuple[int, int]) -> None:
        self._down = at
        self._dragged = 0

    def _drag(self, at: tuple[int, int]) -> None:
        if self._down is None:
            return
        moved = self._down[1] - at[1]
        if self._dragged or abs(moved) > DRAG_PIXELS:
            if self._scroll(moved):
                self._down = at
            self._dragged += abs(moved)

    def _end(self, at: tuple[int, int]) -> None:
        began, self._down = self._down, None
        if began is None or (self._dragged and self._stage.page.scrolling.most):
            return
        target = next(
            (t for t in reversed(self._stage.page.targets) if t.rect.collidepoint(at)), None
        )
        settled = self._stage.age >= SETTLE_MS
        if target is not None and settled and target.rect.collidepoint(began):
            self._stage.view.focus = None
            self._press(target)

    def _scroll(self, by: int) -> bool:
        if self._stage.page.scrolling.move(by):
            self._stage.dirty = True
            return True
        return False

    def _press(self, target: Target) -> None:
        self._stage.dirty = True
        target.action()

    def _key(self, event: pygame.event.Event) -> None:
        scenes = self._stage
        if event.key == pygame.K_ESCAPE:
            scenes.dirty = True
            scenes.scene.back()
        elif event.key in PRESS:
            target = scenes.focused() or next((t for t in scenes.page.targets if t.primary), None)
            if target is not None:
                self._press(target)
            else:
                self._step(1)
        elif event.key in NEXT:
            self._step(-1 if event.mod & pygame.KMOD_SHIFT else 1)
        elif event.key in ARROWS:
            self._walk(*ARROWS[event.key])
        else:
            found = next((t for t in scenes.page.targets if t.key == event.key), None)
            if found is not None:
                self._press(found)

    def _step(self, by: int) -> None:
        """Move the focus to the next target; scroll to it if it is out of sight."""
        page = self._stage.page
        hidden = {t.name for t in page.hidden}
        targets = sorted((*page.targets, *page.hidden), key=lambda t: (t.rect.y, t.rect.x))
        if not hidden:
            targets = page.targets
        if not targets:
            return
        names = [t.name for t in targets]
        focus = self._stage.view.focus
        place = names.index(focus) + by if focus in names else (0 if by > 0 else -1)
        reached = targets[place % len(names)]
        self._stage.view.focus = reached.name
        if reached.name in hidden:
            view = page.scrolling.view
            self._scroll(reached.rect.centery - view.centery)

    def _walk(self, dx: int, dy: int) -> None:
        """Move the focus to the nearest target in that direction."""
        scenes = self._stage
        here = scenes.focused()
        if here is None:
            self._step(1)
            return
        best: tuple[float, Target] | None = None
        for target in scenes.page.targets:
            ahead = (target.rect.centerx - here.rect.centerx) * dx
            ahead += (target.rect.centery - here.rect.centery) * dy
            across = abs((target.rect.centerx - here.rect.centerx) * dy)
            across += abs((target.rect.centery - here.rect.centery) * dx)
            if target is here or ahead <= 2:
                continue
            cost = ahead + across * 2
            if best is None or cost < best[0]:
                best = (cost, target)
        if best is not None:
            scenes.view.focus = best[1].name
        elif dy:
            self._scroll(dy * scenes.scale.touch)
