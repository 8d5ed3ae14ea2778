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
from games.rules import Setup, State
from games.session import open_store
from games.ui.shell.app import App, AppOptions

ANSWER = re.compile(
    r"(answer|hint|card-|household-|dream-|option-|step-|left-|right-|say-|more|less|much-|tool-"
    r"|invite-|join|decline|scheme-|cell-|none-|nothing-).*"
)
"""Names of buttons with which a household answers or asks for help; all others are the leader's."""
QUESTION = {"board", "question", "verdict"}
"""Kinds of scenes in a turn that brings a question alone."""
MOST_A_TURN = {"question": 4, "event": 8}
"""Leader's taps in a turn, from the throw to the next one. An event with its counter takes 7, and
one more where a long question needs a page of its own."""
MOST_TO_THE_FIRST_DIE = 6
HOME = 2
"""Taps from home to the title of a game whose set-up is left as it stands: play, and start."""
MINUTES = 45


class Leader(Demo):
    """Presses as the demo does, and writes down what the leader had to do.

    Attributes:
        taps: the leader's, by chapter; `answers` those that give an answer; `seconds` of the
            clock's model for what was on the table.
        first_die: the leader's taps from home up to the opening throw, the throw among them.
        first_turn: the same up to the throw of the first turn.
    """

    def __init__(self, app: App, seed: int) -> None:
        super().__init__(app, seed, Path())
        self.taps: Counter[int] = Counter()
        self.answers: Counter[int] = Counter()
        self.seconds: Counter[int] = Counter()
        self.first_die = 0
        self.first_turn = 0
        self._now: tuple[int, int] | None = None
        self._in_turn: Counter[tuple[int, int]] = Counter()
        self._brought: dict[tuple[int, int], set[str]] = {}

    def look(self) -> None:
        """Let pass what goes on by itself: stamps, the walk, the space that opens."""
        for _ in range(30):
            self.app.frame(self._window, 100, True)

    def _look_aside(self) -> None:
        """Open nothing that play does not need."""

    def _once(self, *names: str) -> None:
        """Open nothing that play does not need."""

    def press(self, name: str) -> None:
        game = self.app.game
        before = game.state if game is not None else None
        kind = self.app.scenes.scene.kind
        if before is not None:
            self._tapped(before, kind, name)
        super().press(name)
        if game is not None and before is not None and game.state is not before:
            self.seconds[before.chapter] += round(game.clock.item(before).all)

    def _tapped(self, before: State, kind: str, name: str) -> None:
        """Count a tap; what a household chooses in the opening has the name of the option."""
        made = HOME + sum(self.taps.values()) + 1
        if name == "throw" and kind == "starter":
            self.first_die = made
        elif name == "throw":
            self._now = before.chapter, before.turn
            self._in_turn[self._now] = 0
            self.first_turn = self.first_turn or made
        elif before.turn < 0:
            self._now = None
        if ANSWER.fullmatch(name) or (kind == "opening" and name != "go-on"):
            self.answers[before.chapter] += 1
            return
        self.taps[before.chapter] += 1
        if self._now is not None:
            self._in_turn[self._now] += 1
            self._brought.setdefault(self._now, set()).add(kind.split("-")[0])

    @property
    def turns(self) -> dict[str, list[int]]:
        """The leader's taps in each turn, by what it brought: an event, or a question alone."""
        events = [t for t, phases in self._brought.items() if "event" in phases]
        asked = [t for t, phases in self._brought.items() if phases <= QUESTION]
        return {
            "question": [self._in_turn[turn] for turn in asked],
            "event": [self._in_turn[turn] for turn in events],
        }


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
    told["leader's taps to the die of the first turn"] = leader.first_turn
    assert leader.first_die <= MOST_TO_THE_FIRST_DIE
    for chapter in sorted(set(leader.taps) | set(leader.seconds)):
        told[f"chapter {chapter}"] = (
            f"{leader.seconds[chapter] / 60:.1f} min, {leader.taps[chapter]} taps of the leader,"
            f" {leader.answers[chapter]} answers"
        )
    told["taps in a turn"] = leader.turns
    for kind, counts in leader.turns.items():
        assert max(counts) <= MOST_A_TURN[kind], (kind, counts)
