"""A game on a screen, played by hand: keys, clicks and touches."""

from __future__ import annotations

import random
from collections.abc import Callable
from pathlib import Path

import pygame

from engine.catalogue import Catalogue
from games.demo.bots import choose, presses
from games.demo.game_demo import asks
from games.rules import Setup
from games.session import Store, open_store
from games.ui.shell.app import App, AppOptions
from games.ui.shell.game_screens import GameScreens
from games.ui.shell.input import SETTLE_MS, Controls
from games.ui.toolkit.page import Target


class Hand:
    """Opens the application and acts on it."""

    def __init__(
        self, catalogue: Catalogue, folder: Path | None = None, seed: int = 5, households: int = 2
    ) -> None:
        self.store: Store = open_store(folder)
        self.day = catalogue.as_of
        options = AppOptions(
            size=(1280, 800),
            folder=folder,
            seed=seed,
            setup=Setup(households=households, minutes=30, chapters=2),
            today=lambda: self.day,
            sound=self._hear,
        )
        self.heard: list[str] = []
        self.app = App(catalogue, options, self.store)
        self.controls = Controls(self.app.scenes)
        self.window = pygame.Surface((1280, 800))
        self.luck = random.Random(seed)
        self.app.settings.calm = True
        self.see()

    def _hear(self, sound: str) -> None:
        self.heard.append(sound)

    def see(self) -> None:
        for _ in range(100):
            self.app.frame(self.window, SETTLE_MS, True)
            if not getattr(self.app.scenes.scene, "moving", False):
                return

    @property
    def kind(self) -> str:
        return self.app.scenes.scene.kind

    @property
    def game(self) -> GameScreens:
        assert self.app.game is not None
        return self.app.game

    def target(self, name: str) -> Target:
        return next(t for t in self.app.scenes.build().targets if t.name == name)

    def names(self) -> list[str]:
        return [t.name for t in self.app.scenes.build().targets]

    def words(self) -> list[str]:
        """Everything written on the page."""
        return [drawn.text.shown for drawn in self.app.scenes.build().drawn]

    def key(self, key: int, mod: int = 0) -> None:
        self.app.handle(self.controls, pygame.event.Event(pygame.KEYDOWN, key=key, mod=mod))
        self.see()

    def click(self, name: str) -> None:
        self.tap(self.target(name).rect.center)
        self.see()

    def tap(self, at: tuple[int, int]) -> None:
        """Press and release there, and let no time pass."""
        for kind in (pygame.MOUSEBUTTONDOWN, pygame.MOUSEBUTTONUP):
            event = pygame.event.Event(kind, pos=at, button=1, touch=False)
            self.app.handle(self.controls, event)

    def touch(self, name: str) -> None:
        """A finger, and the mouse events that SDL repeats for it."""
        at = self.target(name).rect.center
        x, y = at[0] / 1280, at[1] / 800
        for finger, mouse in (
            (pygame.FINGERDOWN, pygame.MOUSEBUTTONDOWN),
            (pygame.FINGERUP, pygame.MOUSEBUTTONUP),
        ):
            self.app.handle(self.controls, pygame.event.Event(finger, x=x, y=y, finger_id=1))
            self.app.handle(self.controls, pygame.event.Event(mouse, pos=at, button=1, touch=True))
        self.see()

    def focus(self, name: str) -> None:
        """Move the focus with tab until it stands on that target."""
        for _ in range(80):
            if self.app.scenes.view.focus == name:
                return
            self.key(pygame.K_TAB)
        raise AssertionError(f"tab does not reach {name}")

    def begin(self) -> None:
        """From home to the first scene of a game."""
        self.click("play")
        self.click("start")

    def step(self, act: Callable[[str], None] | None = None) -> None:
        """Make the move the scene asks for, as a bot chooses it; or read on.

        Args:
            act: how buttons are pressed; by mouse without it.
        """
        scene = self.app.scenes.scene
        if asks(scene):
            for name in presses(self.game, scene, choose(self.game, self.luck)):
                (act or self.click)(name)
        else:
            self.key(pygame.K_SPACE)

    def until(self, kind: str) -> None:
        """Play on to the first scene whose kind begins so."""
        while self.app.game is not None:
            if self.kind.startswith(kind):
                return
            self.step()
        raise AssertionError(f"{kind} was not met")

    def press(self, name: str) -> None:
        """By keyboard alone."""
        self.focus(name)
        self.key(pygame.K_RETURN)
