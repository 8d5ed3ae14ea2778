"""Speed and size of the rules, on the content we ship: all five modules, four teams, 40 minutes.

The bars are the product's own: 100,000 moves and 600 games a second on one core, a state under
8 kB, replay under 5 ms, the what-if page under 50 ms. They are held against the best round,
since other work on the machine only ever adds. `make bench` prints what is reached.
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
    Log,
    Setup,
    Tables,
    apply,
    compile_tables,
    new_game,
    replay,
    state_to_json,
    what_if,
)
from games.rules.mutable_state import MutableState
from games.rules.turn import step
from games.simulation.bots import Bot, careful, play_out
from tests.rules.recorded import bot_log

SETUP = Setup(4, 40)
GAMES = 20
MOVES_A_SECOND = 100_000
GAMES_A_SECOND = 600
STATE_BYTES = 8_000
REPLAY_SECONDS = 0.005
WHAT_IF_SECONDS = 0.050


@cache
def catalogue() -> Catalogue:
    return compile_catalogue(check_content(default_root(), date(2026, 11, 20)))


@cache
def tables() -> Tables:
    return compile_tables(catalogue())


@cache
def log(setup: Setup = SETUP) -> Log:
    return bot_log(tables(), setup, 5, [Bot(50, careful(tables()))] * setup.teams)


def test_games_a_second(benchmark: Any) -> None:
    """Twenty full games by bots: 20 ÷ the time is games a second."""
    bots = [Bot(50, careful(tables()))] * 4
    starts = [new_game(tables(), SETUP, seed) for seed in range(GAMES)]

    def play() -> int:
        return sum(play_out(tables(), start, bots).rounds for start in starts)

    assert benchmark(play) == 8 * GAMES
    if benchmark.stats:
        assert GAMES / benchmark.stats["min"] > GAMES_A_SECOND


def test_moves_a_second(benchmark: Any) -> None:
    """The moves of twenty recorded games, one draft each, nobody listening."""
    logs = [
        bot_log(tables(), SETUP, seed, [Bot(50, careful(tables()))] * 4) for seed in range(GAMES)
    ]
    starts = [new_game(tables(), SETUP, one.seed) for one in logs]

    def play() -> int:
        moves = 0
        for one, start in zip(logs, starts, strict=True):
            draft = MutableState(start)
            for move in one.moves:
                step(tables(), draft, move, None)
                moves += 1
        return moves

    moves = benchmark(play)
    assert moves == sum(len(one.moves) for one in logs)
    if benchmark.stats:
        assert moves / benchmark.stats["min"] > MOVES_A_SECOND


def test_replay_of_a_saved_game(benchmark: Any) -> None:
    """A whole saved game, each move checked and told."""
    assert benchmark(replay, tables(), log()).phase == "over"
    if benchmark.stats:
        assert benchmark.stats["min"] < REPLAY_SECONDS


def test_one_move(benchmark: Any) -> None:
    """One public `apply`, checked, with its events."""
    start = new_game(tables(), SETUP, 5)
    state, _ = benchmark(apply, tables(), start, log().moves[0])
    assert state.phase == "protect"


def test_what_if_page(benchmark: Any) -> None:
    """The page of all four teams: everything lived again under every plan."""
    assert len(benchmark(what_if, tables(), log())) == 4
    if benchmark.stats:
        assert benchmark.stats["min"] < WHAT_IF_SECONDS


@pytest.mark.parametrize(
    "setup", [SETUP, Setup(6, 60), Setup(1, 60)], ids=lambda s: f"{s.teams} teams"
)
def test_size_of_a_state(benchmark: Any, setup: Setup) -> None:
    """Writing the last state, the largest: its bytes are under the bar in any game."""
    last = replay(tables(), log(setup))
    text = benchmark(state_to_json, last)
    benchmark.extra_info["bytes"] = len(text.encode())
    assert len(text.encode()) < STATE_BYTES


def test_compiling_the_tables(benchmark: Any) -> None:
    """Catalogue to tables, once a game."""
    assert benchmark(compile_tables, catalogue()).modules
