"""Whole games on the real screen, every page measured."""

from __future__ import annotations

from pathlib import Path

import pygame
import pytest

from engine.catalogue import Catalogue
from games.demo.game_demo import Demo
from games.demo.practice_demo import PracticeDemo
from games.rules import Setup
from games.session import open_store
from games.ui.shell.app import App, AppOptions
from games.ui.toolkit.input import SETTLE_MS
from tests.ui.audit import faults

SIZES = [(1024, 600), (1280, 800), (1920, 1080), (800, 1280)]


class Audit(Demo):
    """Plays like a demo, and measures each page instead of saving it."""

    def __init__(self, app: App, seed: int) -> None:
        super().__init__(app, seed, Path())
        self.found: set[str] = set()

    def look(self) -> None:
        app = self.app
        for _ in range(600):
            app.frame(self._window, SETTLE_MS, True)
            if not getattr(app.stage.scene, "moving", False):
                break
        self.found.update(faults(app.stage.page, app.stage.scene.kind))

    def _save(self, kind: str) -> None:
        self._seen.add(kind)


class PracticeAudit(Audit, PracticeDemo):
    """The same for practice, and for every lesson."""

    def play(self) -> None:
        super().play()
        for module in self.app.catalogue.modules[1:]:
            self.press("close")
            self.press("lessons")
            self.read(module.id)

    def look(self) -> None:
        super().look()
        self._seen.add(self.app.stage.scene.kind)


def audit_practice(catalogue: Catalogue, size: tuple[int, int], large: bool = False) -> set[str]:
    pygame.display.set_mode(size)
    options = AppOptions(size=size, seed=7, first="practice", today=lambda: catalogue.as_of)
    auditor = PracticeAudit(App(catalogue, options, open_store(None)), 7)
    if large:
        auditor.app.settings.large = True
        auditor.app.stage.resize(size, True)
    auditor.play()
    return auditor.found


def audit(
    catalogue: Catalogue, size: tuple[int, int], teams: int, seed: int, large: bool = False
) -> set[str]:
    pygame.display.set_mode(size)
    options = AppOptions(size=size, seed=seed, setup=Setup(teams=teams, minutes=20))
    auditor = Audit(App(catalogue, options, open_store(None)), seed)
    if large:
        auditor.app.settings.large = True
        auditor.app.stage.resize(size, True)
    auditor.play()
    return auditor.found


@pytest.mark.parametrize("size", SIZES, ids=lambda size: f"{size[0]}x{size[1]}")
@pytest.mark.parametrize("teams", [2, 6])
@pytest.mark.usefixtures("screen")
def test_nothing_is_cut_split_small_or_overlapping(
    catalogue: Catalogue, size: tuple[int, int], teams: int
) -> None:
    found = audit(catalogue, size, teams, seed=teams + size[0])
    assert not found, "\n".join(sorted(found))


@pytest.mark.parametrize("teams", [3, 6])
@pytest.mark.usefixtures("screen")
def test_large_type_is_large_everywhere(catalogue: Catalogue, teams: int) -> None:
    found = audit(catalogue, (1280, 800), teams, seed=4, large=True)
    assert not found, "\n".join(sorted(found))


@pytest.mark.parametrize("size", SIZES, ids=lambda size: f"{size[0]}x{size[1]}")
@pytest.mark.usefixtures("screen")
def test_practice_and_lessons_are_whole_at_every_size(
    catalogue: Catalogue, size: tuple[int, int]
) -> None:
    found = audit_practice(catalogue, size)
    assert not found, "\n".join(sorted(found))


@pytest.mark.usefixtures("screen")
def test_practice_and_lessons_in_large_type(catalogue: Catalogue) -> None:
    found = audit_practice(catalogue, (1280, 800), large=True)
    assert not found, "\n".join(sorted(found))
