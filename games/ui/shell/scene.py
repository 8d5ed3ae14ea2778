"""Scenes and the stage they stand on."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, field
from typing import Protocol

import pygame

from games.ui.toolkit.interface_text import InterfaceText
from games.ui.toolkit.motion import Motion
from games.ui.toolkit.page import Page, Scrolling, Target
from games.ui.toolkit.text_render import TextRenderer
from games.ui.toolkit.theme import Scale


class Scene(Protocol):
    """One screen. It builds a still page when something changed, and may move things on it."""

    kind: str
    """Names the kind of scene, for screenshots and tests."""

    @property
    def moving(self) -> bool:
        """True while something moves: a frame is drawn even if the page is the same."""

    def build(self, page: Page) -> None:
        """Draw the page and note its targets."""

    def tick(self, elapsed: int) -> bool:
        """Let `elapsed` milliseconds pass; True when the page must be built anew."""

    def overlay(self, surface: pygame.Surface, scale: Scale) -> bool:
        """Draw what moves over the page; True while something moves."""

    def back(self) -> None:
        """Do what Esc does: never lose anything."""


class BaseScene:
    """What scenes have in common: a clock of motion, over from the start unless they set one."""

    kind = "still"
    motion = Motion(calm=True)

    @property
    def moving(self) -> bool:
        """True while something moves."""
        return self.motion.moving

    def tick(self, elapsed: int) -> bool:
        return self.motion.tick(elapsed)

    def overlay(self, surface: pygame.Surface, scale: Scale) -> bool:
        return False


@dataclass
class View:
    """The state a scene keeps between pages: focus and scrolling."""

    focus: str | None = None
    scrolling: Scrolling = field(default_factory=Scrolling)


class SceneStack:
    """The stack of scenes and the page of the topmost one.

    Args:
        on_show: told the kind of each scene that comes up; not of one that comes back.

    Attributes:
        page: the page as last built.
        dirty: the page must be built before it is shown.
        age: milliseconds the top scene has been there.
    """

    def __init__(
        self,
        letters: TextRenderer,
        words: InterfaceText,
        size: tuple[int, int],
        large: bool,
        on_show: Callable[[str], None],
    ) -> None:
        self.letters = letters
        self.words = words
        self.scale = Scale(*size, large=large)
        self.running = True
        self.dirty = True
        self.age = 0
        self._on_show = on_show
        self._scenes: list[tuple[Scene, View]] = []
        self._surfaces: list[pygame.Surface] = []
        self.page = self._blank()

    @property
    def scene(self) -> Scene:
        """The scene on top."""
        return self._scenes[-1][0]

    @property
    def view(self) -> View:
        """Focus and scrolling of the scene on top."""
        return self._scenes[-1][1]

    def show(self, scene: Scene) -> None:
        """Replace all scenes by this one."""
        self._scenes = [(scene, View())]
        self.dirty, self.age = True, 0
        self._on_show(scene.kind)

    def push(self, scene: Scene) -> None:
        """Lay a scene over the one on top."""
        self._scenes.append((scene, View()))
        self.dirty, self.age = True, 0
        self._on_show(scene.kind)

    def pop(self) -> None:
        """Take the top scene away, if another is under it."""
        if len(self._scenes) > 1:
            self._scenes.pop()
        self.dirty, self.age = True, 0

    def hear(self, moment: str) -> None:
        """Tell the listener of a moment inside a scene, for its sound."""
        self._on_show(moment)

    def resize(self, size: tuple[int, int], large: bool) -> None:
        """Another window size or type setting."""
        self.scale = Scale(*size, large=large)
        self.dirty = True

    def build(self) -> Page:
        """Return the page of the top scene, built anew when it must be."""
        if self.dirty:
            self.dirty = False
            self.page = self._blank()
            self.scene.build(self.page)
        return self.page

    def focused(self) -> Target | None:
        """Return the target that has the focus."""
        return next((t for t in self.page.targets if t.name == self.view.focus), None)

    def _blank(self) -> Page:
        size = self.scale.width, self.scale.height
        # Two surfaces in turn, for the page and the one before: megabytes that come and go
        # leave holes in the memory.
        self._surfaces.reverse()
        if not self._surfaces or self._surfaces[0].get_size() != size:
            self._surfaces = [pygame.Surface(size), pygame.Surface(size)]
        surface = self._surfaces[0]
        surface.set_clip(None)
        surface.fill((0, 0, 0))
        scrolling = self._scenes[-1][1].scrolling if self._scenes else Scrolling()
        scrolling.most = 0
        return Page(surface, self.scale, self.letters, self.words, scrolling)
