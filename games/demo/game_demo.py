"""Bots play a whole game on the real screen, and each kind of scene is saved as a picture.

The bots decide moves; the demo finds the buttons that make each move and presses them as a
hand would. So it is also the proof that every move can be made by touch.
"""

from __future__ import annotations

import os
import random
from contextlib import closing
from pathlib import Path

import pygame

from engine.atomic_files import ready_folder
from engine.catalogue import Catalogue
from engine.diagnostics.problems import RusitError
from games.demo.bots import choose, presses
from games.rules import Luck, Setup
from games.session import open_store
from games.ui.screens.claim.event import CareNote
from games.ui.screens.question.question import QuestionScene
from games.ui.shell.app import App, AppOptions
from games.ui.shell.game_screens import GameScreens
from games.ui.toolkit.input import SETTLE_MS, Controls

FRAME_MS = 1000 // 60
WALKING_MS = 900
MOST_PRESSES = 20_000


def run_demo(
    catalogue: Catalogue,
    seed: int,
    screenshots: Path,
    size: tuple[int, int] = (1280, 800),
    teams: int = 4,
    minutes: int = 20,
    modules: tuple[str, ...] = (),
    large: bool = False,
    luck: Luck = "ordinary",
    together: bool = False,
) -> list[Path]:
    """Plays one game with bots and saves a PNG of each kind of scene, in order of meeting.

    Needs no display: a dummy one is used when none is there. Same seed, same pictures.

    Raises:
        RusitError: UI02 when the pictures cannot be written.
    """
    setup = Setup(teams=teams, minutes=minutes, luck=luck, together=together)
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
    """Lets a demo of that kind play in memory, without a display; gives its pictures.

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
            demo.app.stage.resize(options.size, True)
        with closing(app):
            demo.play()
    except OSError as error:
        raise RusitError(
            "UI02",
            f"cannot write the pictures: {error.strerror or error}",
            hint="name a folder that can be written",
            file=str(screenshots),
        ) from None
    finally:
        pygame.quit()
    return demo.saved


class Demo:
    """Presses buttons and takes pictures."""

    def __init__(self, app: App, seed: int, folder: Path) -> None:
        self.app = app
        self.saved: list[Path] = []
        self._folder = folder
        self._luck = random.Random(seed)
        self._controls = Controls(app.stage)
        self._window = pygame.Surface(app.options.size)
        self._seen: set[str] = set()

    def play(self) -> None:
        """From home to the end."""
        stage = self.app.stage
        self.look()
        for name in ("settings", "close", "rules", "close"):
            self.press(name)
        self.press("play")
        setup = self.app.options.setup
        self.press(f"teams-{setup.teams}")
        self.press(f"minutes-{setup.minutes}")
        for name in ("modes", f"luck-{setup.luck}", "close"):
            self.press(name)
        chosen = self.app.options.modules
        for module in self.app.catalogue.modules:
            if chosen and module.id not in chosen:
                self.press(f"module-{module.id}")
        self.press("start")
        toured = False
        for _ in range(MOST_PRESSES):
            table = self.app.table
            if table is None:
                return
            if not toured and stage.scene.kind == "board":
                toured = True
                self._tour(table)
            self._look_aside()
            if not self._turn(table):
                self.press_primary()
        raise AssertionError("the game did not end")

    def _turn(self, table: GameScreens) -> bool:
        """Makes the move the scene asks for; False when the scene only tells."""
        scene = self.app.stage.scene
        kinds = {"teams", "board", "protection", "event", "rumour", "unit", "community"}
        asks = scene.kind in kinds | {"shortfall"} or isinstance(scene, QuestionScene)
        if not asks or isinstance(scene, CareNote):
            return False
        move = choose(table, self._luck)
        before = table.state
        for name in presses(table, scene, move):
            self.press(name)
        assert table.state is not before or self.app.table is None, (scene.kind, move)
        return True

    def _tour(self, table: GameScreens) -> None:
        """The menu, and what a space says."""
        self.press("menu")
        self.press("close")
        space = next(s for s in table.spaces if s.place)
        self.press(f"space-{space.id}")
        self.press("close")

    def _look_aside(self) -> None:
        """Opens what is offered beside a scene, once each."""
        names = {t.name for t in self.app.stage.page.targets}
        kind = self.app.stage.scene.kind
        if "call" in names and "helpline" not in self._seen and kind.startswith("question"):
            self.press("call")
            self.press("close")
        if "terms" in names and "terms" not in self._seen:
            self.press("terms")
            self.press("close")
        if "sources" in names and f"sources@{kind}" not in self._seen and kind != "sources":
            self._seen.add(f"sources@{kind}")
            self.press("sources")
            self.press("close")
        if "other-way" in names and "other-life" not in self._seen:
            self._try_another_way()

    def _try_another_way(self) -> None:
        """The first year lived with something else in hand."""
        self.press("other-way")
        self.press("year-1")
        holds = [t.name for t in self.app.stage.page.targets if t.name.startswith("hold-")]
        self.press(holds[0])
        self.press("protect")
        self.press("close")

    def press(self, name: str) -> None:
        """Touches the button of that name, scrolling to it when it is out of sight."""
        page = self.app.stage.build()
        target = next((t for t in page.targets if t.name == name), None)
        tries = 0
        while target is None and page.scrolling.most and tries < 30:
            tries += 1
            wrapped = page.scrolling.offset >= page.scrolling.most
            page.scrolling.move(-page.scrolling.most if wrapped else page.scale.touch)
            self.app.stage.dirty = True
            page = self.app.stage.build()
            target = next((t for t in page.targets if t.name == name), None)
        if target is None:
            raise AssertionError(
                f"no button {name!r} on {self.app.stage.scene.kind}:"
                f" {[t.name for t in page.targets]}"
            )
        scale = self.app.stage.scale
        shown = target.rect.clip(page.rect)
        x, y = shown.centerx / scale.width, shown.centery / scale.height
        for kind in (pygame.FINGERDOWN, pygame.FINGERUP):
            event = pygame.event.Event(kind, x=x, y=y, dx=0.0, dy=0.0, finger_id=1, touch_id=1)
            self.app.handle(self._controls, event)
        self.look()

    def press_primary(self) -> None:
        """The one primary action."""
        primary = next((t for t in self.app.stage.build().targets if t.primary), None)
        if primary is None:
            raise AssertionError(f"no way on from the scene {self.app.stage.scene.kind}")
        self.press(primary.name)

    def look(self) -> None:
        """Draws the scene until it stands still, and saves the first of each kind."""
        app = self.app
        for _ in range(600):
            app.frame(self._window, FRAME_MS, True)
            if not getattr(app.stage.scene, "moving", False):
                break
            if getattr(app.stage.scene, "passed", 0) > WALKING_MS:
                self._save("board-walking")
        app.frame(self._window, SETTLE_MS, False)
        self._save(app.stage.scene.kind)

    def _save(self, kind: str) -> None:
        if kind in self._seen:
            return
        self._seen.add(kind)
        path = self._folder / f"{len(self.saved) + 1:02}-{kind}.png"
        pygame.image.save(self._window, path)
        self.saved.append(path)
