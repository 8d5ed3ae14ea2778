"""Bots play a whole game on the real screen, and each kind of scene is saved as a picture.

The bots decide moves; the demo finds the buttons that make each move and presses them as a
hand would. So it is also the proof that every move can be made by touch.
"""

from __future__ import annotations

import os
import random
import re
from contextlib import closing
from io import BytesIO
from pathlib import Path

import pygame

from engine.atomic_files import ready_folder
from engine.catalogue import Catalogue
from engine.diagnostics.messages import Message, reason
from engine.diagnostics.problems import RusitError
from games.demo.bots import choose, presses
from games.rules import Luck, Setup
from games.session import open_store
from games.ui.screens.board.close import CloseScene
from games.ui.screens.claim.care import CareScene
from games.ui.screens.common.ballot import BallotScene
from games.ui.screens.opening.title import TitleScene
from games.ui.screens.village.unit import UnitScene
from games.ui.shell.app import App, AppOptions
from games.ui.shell.game_screens import GameScreens
from games.ui.shell.input import SETTLE_MS, Controls
from games.ui.shell.scene import Scene

FRAME_MS = 1000 // 60
MOST_PRESSES = 20_000


def run_demo(
    catalogue: Catalogue,
    seed: int,
    screenshots: Path,
    size: tuple[int, int] = (1280, 800),
    households: int = 4,
    minutes: int = 45,
    modules: tuple[str, ...] = (),
    large: bool = False,
    luck: Luck = "ordinary",
    talk: int = 45,
    together: bool = False,
) -> list[Path]:
    """Play one game with bots and saves a PNG of each kind of scene, in order of meeting.

    Needs no display: a dummy one is used when none is there. Same seed, same pictures.

    Raises:
        RusitError: UI02 when the pictures cannot be written.
    """
    setup = Setup(households, minutes, talk, luck=luck, together=together)
    options = AppOptions(size=size, seed=seed, setup=setup, modules=modules)
    return record(Demo, catalogue, options, screenshots, large=large)


def record(
    player: type[Demo],
    catalogue: Catalogue,
    options: AppOptions,
    screenshots: Path,
    *,
    large: bool = False,
) -> list[Path]:
    """Let a demo of that kind play in memory, without a display; gives its pictures.

    Raises:
        RusitError: UI02 when the pictures cannot be written.
    """
    # Nothing is shown: the pictures are the result, and a server has no display.
    os.environ["SDL_VIDEODRIVER"] = "dummy"
    pygame.display.init()
    pygame.font.init()
    try:
        ready_folder(screenshots)
        pygame.display.set_mode(options.size)
        app = App(catalogue, options, open_store(None))
        demo = player(app, options.seed or 0, screenshots)
        if large:
            demo.app.settings.large = True
            demo.app.scenes.resize(options.size, True)
        with closing(app):
            demo.play()
    except OSError as error:
        message = Message("cannot write the pictures: {why}", why=reason(error))
        hint = "name a folder that can be written"
        raise RusitError("UI02", message, hint=hint, file=str(screenshots)) from None
    finally:
        pygame.quit()
    return demo.saved


def asks(scene: Scene) -> bool:
    """Return True if the scene asks for a move of the game, and does not only tell."""
    kinds = BallotScene | UnitScene | TitleScene | CareScene | CloseScene
    return isinstance(scene, kinds) or scene.kind == "board"


class Demo:
    """Presses buttons and takes pictures."""

    def __init__(self, app: App, seed: int, folder: Path) -> None:
        self.app = app
        self.saved: list[Path] = []
        self._folder = folder
        self._luck = random.Random(seed)
        self._controls = Controls(app.scenes)
        self._window = pygame.Surface(app.options.size)
        self._seen: set[tuple[str, frozenset[str]]] = set()
        self._tried: set[str] = set()

    def play(self) -> None:
        """From home to the end."""
        scenes = self.app.scenes
        self.look()
        for name in ("settings", "close", "rules", "close"):
            self.press(name)
        self.press("play")
        setup = self.app.options.setup
        self.press(f"households-{setup.households}")
        for name in ("modes", f"talk-{setup.talk}", f"luck-{setup.luck}", "close"):
            self.press(name)
        # The talk decides which minutes are offered.
        if f"minutes-{setup.minutes}" in {t.name for t in scenes.build().targets}:
            self.press(f"minutes-{setup.minutes}")
        chosen = self.app.options.modules
        for module in self.app.catalogue.modules:
            if chosen and module.id not in chosen:
                self.press(f"module-{module.id}")
        self.press("start")
        for _ in range(MOST_PRESSES):
            game = self.app.game
            if game is None:
                return
            if scenes.scene.kind == "board":
                self._once("menu", "close")
                self._once("household-1", "close")
            self._look_aside()
            if not self._turn(game):
                self.press_primary()
        raise AssertionError("the game did not end")

    def _turn(self, game: GameScreens) -> bool:
        """Make the move the scene asks for; return False when the scene only tells."""
        scene = self.app.scenes.scene
        if not asks(scene):
            return False
        move = choose(game, self._luck)
        before = game.state
        for name in presses(game, scene, move):
            self.press(name)
        assert game.state is not before, (scene.kind, move)
        return True

    def _look_aside(self) -> None:
        """Open what is offered beside a scene, once each."""
        kind = self.app.scenes.scene.kind
        names = {t.name for t in self.app.scenes.build().targets}
        for aside in ("call", "terms", "sources"):
            if aside in names and kind not in ("care", "event"):
                self._once(aside, "close")
        if "again" in names and kind == "two-lives":
            self._once("again", "decision-1", "reply-1", "close", "close")

    def _once(self, *names: str) -> None:
        """Press these buttons one after the other, the first time only."""
        if names[0] in self._tried:
            return
        self._tried.add(names[0])
        for name in names:
            self.press(name)

    def press(self, name: str) -> None:
        """Press the button of that name, scrolling to it when it is out of sight."""
        page = self.app.scenes.build()
        target = next((t for t in page.targets if t.name == name), None)
        tries = 0
        while target is None and page.scrolling.most and tries < 30:
            tries += 1
            wrapped = page.scrolling.offset >= page.scrolling.most
            page.scrolling.move(-page.scrolling.most if wrapped else page.scale.touch)
            self.app.scenes.dirty = True
            page = self.app.scenes.build()
            target = next((t for t in page.targets if t.name == name), None)
        if target is None:
            raise AssertionError(
                f"no button {name!r} on {self.app.scenes.scene.kind}:"
                f" {[t.name for t in page.targets]}"
            )
        scale = self.app.scenes.scale
        shown = target.rect.clip(page.rect)
        x, y = shown.centerx / scale.width, shown.centery / scale.height
        for kind in (pygame.FINGERDOWN, pygame.FINGERUP):
            event = pygame.event.Event(kind, x=x, y=y, dx=0.0, dy=0.0, finger_id=1, touch_id=1)
            self.app.handle(self._controls, event)
        self.look()

    def press_primary(self) -> None:
        """Press the one primary action."""
        primary = next((t for t in self.app.scenes.build().targets if t.primary), None)
        if primary is None:
            raise AssertionError(f"no way on from the scene {self.app.scenes.scene.kind}")
        self.press(primary.name)

    def look(self) -> None:
        """Draw the scene until it stands still, and saves the first of each kind."""
        app = self.app
        for _ in range(600):
            app.frame(self._window, FRAME_MS, True)
            if not getattr(app.scenes.scene, "moving", False):
                break
        app.frame(self._window, SETTLE_MS, False)
        self._save()

    def _save(self, kind: str = "") -> None:
        """Save the first picture of each kind of scene, and of each of its pages.

        Args:
            kind: names the picture; empty: the kind of the scene.
        """
        scenes = self.app.scenes
        kind = kind or scenes.scene.kind
        kinds = frozenset(re.sub(r"[0-9]+.*", "", t.name) for t in scenes.build().targets)
        key = (kind, kinds)
        if key in self._seen:
            return
        self._seen.add(key)
        self._keep(kind)

    def _keep(self, kind: str) -> None:
        """Write the window to the next picture."""
        path = self._folder / f"{len(self.saved) + 1:02}-{kind}.png"
        # Drawn in memory first: the library says nothing of a disk that is full.
        picture = BytesIO()
        pygame.image.save(self._window, picture, path.name)
        path.write_bytes(picture.getvalue())
        self.saved.append(path)
