"""The menu: reached from every scene, and nothing is ever lost by it."""

from __future__ import annotations

from collections.abc import Callable

import pygame

from games.ui.screens.common.scenes import GameScene
from games.ui.screens.setup.rules import Rules
from games.ui.shell.frame import frame, heading
from games.ui.shell.game_screens import Settings
from games.ui.shell.scene import SceneStack
from games.ui.toolkit.blocks import Block, Column, Grid, Say
from games.ui.toolkit.interface_text import InterfaceText
from games.ui.toolkit.page import Page
from games.ui.toolkit.theme import INK
from games.ui.toolkit.widgets import Button

FULL_SCREEN = pygame.K_F11


class Menu(GameScene):
    """Go on, take back, settings, rules, home."""

    kind = "menu"

    def back(self) -> None:
        self.over()

    def build(self, page: Page) -> None:
        words, settings = self.words, self.game.settings
        undo = self._undo if self.game.log.moves and not self.game.session.closed else None
        cells: list[Block] = [
            Button("undo", undo, words("menu.undo"), "right-arrow-curving-left"),
            Button("rules", self._rules, words("menu.rules"), "books"),
            *toggles(words, self.game.scenes, settings, self._keep),
            toggle(words, self.game.scenes, settings, self._keep, "hidden", "owl"),
            Button("home", self.game.router.leave, words("menu.home"), "house"),
            Button("quit", self._quit, words("menu.quit"), "door"),
        ]
        frame(
            page,
            Column(
                Grid(cells, 3 if page.scale.wide else 1, gaps=0.6, grow=1),
                Say(words("menu.saved"), "body", "read", INK, "centre"),
            ),
            head=heading(words("menu.title"), INK, "gear"),
            primary=Button("close", self.over, words("menu.go-on"), look="primary"),
        )

    def _keep(self, key: str, value: str) -> None:
        self.game.session.store.set(key, value)

    def _undo(self) -> None:
        self.game.undo()

    def _rules(self) -> None:
        self.game.scenes.push(Rules(self.game.scenes, self.words, self.game.catalogue))

    def _quit(self) -> None:
        self.game.scenes.running = False


def toggles(
    words: InterfaceText, scenes: SceneStack, settings: Settings, keep: Callable[[str, str], None]
) -> list[Block]:
    """Return the switches: large type, motion, sound, and the whole screen."""
    found: list[Block] = [
        toggle(words, scenes, settings, keep, name, picture)
        for name, picture in (
            ("large", "magnifying-glass-tilted-left"),
            ("calm", "snail"),
            ("quiet", "speaker-high-volume"),
        )
    ]
    return [*found, Button("full", full_screen, words("set.full"), "television")]


def toggle(
    words: InterfaceText,
    scenes: SceneStack,
    settings: Settings,
    keep: Callable[[str, str], None],
    name: str,
    picture: str,
) -> Button:
    """Return the button that switches one setting."""
    on = bool(getattr(settings, name))

    def act() -> None:
        setattr(settings, name, not on)
        keep(name, str(int(not on)))
        scenes.resize((scenes.scale.width, scenes.scale.height), settings.large)

    label = words(f"set.{name}.on" if on else f"set.{name}.off")
    return Button(name, act, label, picture, selected=on)


def full_screen() -> None:
    """Ask the window, as its key does, to fill the screen or to be a window again."""
    pygame.event.post(pygame.event.Event(pygame.KEYDOWN, key=FULL_SCREEN, mod=0))
