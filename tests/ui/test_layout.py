"""Every kind of scene, met in one game, measured in every shape of window."""

from __future__ import annotations

from collections import Counter
from pathlib import Path

import pygame
import pytest

from engine.catalogue import Catalogue
from games.demo.game_demo import Demo
from games.demo.practice_demo import PracticeDemo
from games.rules import Setup
from games.session import open_store
from games.ui.shell.app import App, AppOptions
from games.ui.shell.input import SETTLE_MS
from tests.ui.audit import consonant, faults

Shape = tuple[tuple[int, int], bool]
"""Size of the window, and whether the type is large."""

SHAPES: list[Shape] = [
    ((1024, 600), False),
    ((1280, 800), False),
    ((1920, 1080), False),
    ((800, 1280), False),
]
LARGE: Shape = ((1280, 800), True)
IN_EVERY_SHAPE = 2
"""So many pages of a kind of scene are measured in every shape; further ones in the first."""
NO_SCROLLING = {"home", "set-up", "modes", "title", "dream", "opening", "event", "reveal", "board"}
NO_SCROLLING |= {"starter", "starter-found"}
NO_SCROLLING |= {"board-walk", "unit", "invite", "rumour", "goal", "market", "close", "storm"}
NO_SCROLLING |= {"bought", "goal-given", "goal-built", "old-age", "two-lives", "debrief", "mentor"}


class Audit(Demo):
    """Plays like a demo; each page it meets for the first time is measured in every shape."""

    def __init__(self, app: App, seed: int, shapes: list[Shape]) -> None:
        super().__init__(app, seed, Path())
        self.found: set[str] = set()
        self.shapes = shapes
        self._kinds: Counter[str] = Counter()
        app.settings.calm = True

    def look(self) -> None:
        scenes = self.app.scenes
        for _ in range(20):
            scenes.age += SETTLE_MS
            scenes.dirty = scenes.scene.tick(SETTLE_MS) or scenes.dirty
            if not getattr(scenes.scene, "moving", False):
                break
        scenes.build()
        self._save()

    def _keep(self, kind: str) -> None:
        scenes = self.app.scenes
        own = (scenes.scale.width, scenes.scale.height), scenes.scale.large
        self._kinds[kind] += 1
        shapes = self.shapes if self._kinds[kind] <= IN_EVERY_SHAPE else self.shapes[:1]
        for size, large in shapes:
            scenes.resize(size, large)
            page = scenes.build()
            self.found.update(faults(page, kind))
            small = (size, large) == ((1024, 600), False)
            if small and kind in NO_SCROLLING and page.scrolling.most:
                self.found.add(f"{kind} scrolls at {size}")
        scenes.resize(*own)
        scenes.build()


class PracticeAudit(Audit, PracticeDemo):
    """The same for practice and a lesson."""


def audited(
    catalogue: Catalogue, auditor: type[Audit], shapes: list[Shape], **options: object
) -> set[str]:
    """Return what is wrong with the pages that this demo meets."""
    pygame.display.set_mode((1280, 800))
    settings = AppOptions(seed=7, today=lambda: catalogue.as_of, **options)  # type: ignore[arg-type]
    demo = auditor(App(catalogue, settings, open_store(None)), 7, shapes)
    demo.play()
    return demo.found


@pytest.mark.parametrize(
    ("households", "shapes"), [(4, [*SHAPES, LARGE]), (6, [SHAPES[0], SHAPES[3]])]
)
@pytest.mark.usefixtures("screen")
def test_every_scene_of_a_game_is_whole_and_readable(
    catalogue: Catalogue, households: int, shapes: list[Shape]
) -> None:
    setup = Setup(households=households, minutes=45, chapters=2)
    found = audited(catalogue, Audit, shapes, setup=setup)
    assert not found, "\n".join(sorted(found))


@pytest.mark.usefixtures("screen")
def test_practice_and_lessons_are_whole_and_readable(catalogue: Catalogue) -> None:
    found = audited(catalogue, PracticeAudit, [SHAPES[0], SHAPES[3], LARGE], first="practice")
    assert not found, "\n".join(sorted(found))


@pytest.mark.usefixtures("screen")
@pytest.mark.parametrize("size", [(1024, 600), (1280, 800), (1920, 1080)])
def test_a_consonant_at_the_floor_is_seen_at_four_metres(size: tuple[int, int]) -> None:
    from games.ui.toolkit.theme import Scale

    scale = Scale(*size)
    assert consonant("read", scale.size("body").floor) >= 0.0245 * size[1]
    assert consonant("title", scale.size("body").floor) >= 0.0245 * size[1]
    assert consonant("title", scale.size("label").floor) >= 0.0195 * size[1]
