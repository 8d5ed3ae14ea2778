"""Speed and size of the rules, on the content we ship: all modules, four households, 45 minutes.

The bars are the product's own: 100,000 moves and 600 games a second on one core, a state under
8 kB, replay under 5 ms, two lives under 50 ms. They are held against the best round, since
other work on the machine only ever adds. `make bench` prints what is reached.
"""

from __future__ import annotations

from datetime import date
from functools import cache
from typing import Any

import pytest

from engine.catalogue import Catalogue
from engine.catalogue.compilation import check_content, compile_catalogue
from engine.loading.content import default_root
from games.rules import (
    AnswersIn,
    Log,
    Setup,
    Tables,
    compile_tables,
    new_game,
    replay,
    state_to_json,
    two_lives,
)
from games.rules.model.mutable import MutableState
from games.rules.play import step
from games.simulation.bots import Bot, careful, play_out
from tests.rules.playing import bot_log

SETUP = Setup(4, 45)
GAMES = 20
MOVES_A_SECOND = 100_000
GAMES_A_SECOND = 600
STATE_BYTES = 8_000
REPLAY_SECONDS = 0.005
TWO_LIVES_SECONDS = 0.050


@cache
def catalogue() -> Catalogue:
    return compile_catalogue(check_content(default_root(), date(2026, 11, 20)))


@cache
def tables() -> Tables:
    return compile_tables(catalogue())


@cache
def log(setup: Setup = SETUP) -> Log:
    return bot_log(tables(), setup, 5, [Bot(50, careful(tables()))] * setup.households)


def test_games_a_second(benchmark: Any) -> None:
    """Twenty full games by bots: 20 ÷ the time is games a second."""
    bots = [Bot(50, careful(tables()))] * 4
    starts = [new_game(tables(), SETUP, seed) for seed in range(GAMES)]

    def play() -> int:
        return sum(play_out(tables(), start, bots).chapter for start in starts)

    assert benchmark(play) >= 2 * GAMES
    if benchmark.stats:
        assert GAMES / benchmark.stats["min"] > GAMES_A_SECOND


def test_moves_a_second(benchmark: Any) -> None:
    """The decisions of twenty recorded games, one open state each, nobody listening.

    Each household's answer is a decision, and each move that is no answer.
    """
    bots = [Bot(50, careful(tables()))] * 4
    logs = [bot_log(tables(), SETUP, seed, bots) for seed in range(GAMES)]
    starts = [new_game(tables(), SETUP, one.seed) for one in logs]
    decisions = sum(4 if isinstance(m, AnswersIn) else 1 for one in logs for m in one.moves)

    def play() -> None:
        for start, one in zip(starts, logs, strict=True):
            game = MutableState(start)
            for move in one.moves:
                step(tables(), game, move, None)

    benchmark(play)
    if benchmark.stats:
        assert decisions / benchmark.stats["min"] > MOVES_A_SECOND


def test_replay(benchmark: Any) -> None:
    assert benchmark(replay, tables(), log()).phase == "over"
    if benchmark.stats:
        assert benchmark.stats["min"] < REPLAY_SECONDS


def test_two_lives(benchmark: Any) -> None:
    assert len(benchmark(two_lives, tables(), log())) == 4
    if benchmark.stats:
        assert benchmark.stats["min"] < TWO_LIVES_SECONDS


@pytest.mark.parametrize("setup", [SETUP, Setup(6, 90)])
def test_the_state_is_small(setup: Setup) -> None:
    state = new_game(tables(), log(setup).setup, log(setup).seed)
    assert len(state_to_json(state).encode()) < STATE_BYTES
    assert len(state_to_json(replay(tables(), log(setup))).encode()) < STATE_BYTES
