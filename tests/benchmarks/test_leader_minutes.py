"""A leader with a stopwatch: a whole game by real taps, with the minutes of the clock model.

Taps that give an answer of a household are counted apart from the leader's own.
"""

from __future__ import annotations

import os
import re
from collections import Counter
from datetime import date
from pathlib import Path

import pytest

os.environ["SDL_VIDEODRIVER"] = "dummy"
os.environ["PYGAME_HIDE_SUPPORT_PROMPT"] = "1"

import pygame
from pytest_benchmark.fixture import BenchmarkFixture

from engine.catalogue import Catalogue
from engine.catalogue.compilation import check_content, compile_catalogue
from engine.loading.content import default_root
from games.demo.game_demo import Demo
from games.rules import Setup
from games.session import open_store
from games.ui.shell.app import App, AppOptions

ANSWER = re.compile(
    r"(answer|card|household|dream|option|step|left|right|say|more|less|much|left|tool|step"
    r"|invite|join|decline|scheme|cell|s40|nsf|gold|fund|nomination|none|nothing)\b.*"
)
"""Names of buttons with which a household answers; all others are the leader's."""
MOST_A_TURN = {"question": 4, "event": 7}
"""Leader's taps in a turn, from the throw to the next one, as the design of the game bars them."""
MINUTES = 45


class Leader(Demo):
    """Presses as the demo does, and writes down what the leader had to do.

    Attributes:
        taps: the leader's, by chapter; `answers` those that give an answer; `seconds` of the
            clock's model for what was on the table.
        turns: the leader's taps in each turn, by what it brought.
        first_die: the leader's taps until the first throw can be made.
    """

    def __init__(self, app: App, seed: int) -> None:
        super().__init__(app, seed, Path())
        self.taps: Counter[int] = Counter()
        self.answers: Counter[int] = Counter()
        self.seconds: Counter[int] = Counter()
        self.turns: dict[str, list[int]] = {"question": [], "event": []}
        self.first_die = 0
        self._turn_taps = 0
        self._brought = ""
        self.names: Counter[tuple[str, str]] = Counter()
        app.settings.calm = True

    def look(self) -> None:
        self.app.frame(self._window, 2000, True)

    def _look_aside(self) -> None:
        """Open nothing that play does not need."""

    def _once(self, *names: str) -> None:
        """Open nothing that play does not need."""

    def press(self, name: str) -> None:
        game = self.app.game
        before = game.state if game is not None else None
        kind = self.app.scenes.scene.kind
        chapter = before.chapter if before is not None else 0
        if ANSWER.fullmatch(name) and name not in ("answer", "cards", "nothing"):
            self.answers[chapter] += 1
        else:
            self.taps[chapter] += 1
            self._turn_taps += 1
            self.names[kind, name] += 1
        if game is not None and kind == "board" and not self.first_die:
            self.first_die = sum(self.taps.values()) - 1
        super().press(name)
        if game is None or before is None or game.state is before:
            return
        self.seconds[chapter] += round(game.clock.item(before).all)
        if before.phase == "throw":
            self._turn_taps, self._brought = 1, game.state.phase
        elif game.state.phase in ("throw", "rumour") and self._brought in self.turns:
            self.turns[self._brought].append(self._turn_taps)


@pytest.fixture(scope="module")
def catalogue() -> Catalogue:
    return compile_catalogue(check_content(default_root(), date(2026, 11, 20)))


def test_minutes_and_taps(benchmark: BenchmarkFixture, catalogue: Catalogue) -> None:
    """Four households, 45 minutes: how long each chapter takes, and what the leader taps."""
    pygame.display.init()
    pygame.font.init()
    pygame.display.set_mode((1280, 800))
    leaders: list[Leader] = []

    def play() -> None:
        options = AppOptions(seed=7, setup=Setup(households=4, minutes=MINUTES))
        leader = Leader(App(catalogue, options, open_store(None)), 7)
        leader.play()
        leaders.append(leader)

    benchmark.pedantic(play, rounds=1)
    leader = leaders[0]
    told = benchmark.extra_info
    told["leader's taps to the first die"] = leader.first_die
    for chapter in sorted(set(leader.taps) | set(leader.seconds)):
        told[f"chapter {chapter}"] = (
            f"{leader.seconds[chapter] / 60:.1f} min, {leader.taps[chapter]} taps of the leader,"
            f" {leader.answers[chapter]} answers"
        )
    told["taps in a turn"] = leader.turns
    for kind, counts in leader.turns.items():
        assert max(counts, default=0) <= MOST_A_TURN[kind], (kind, counts)
