"""Speed of the rules: games and moves a second on one core, replay, the what-if page.

The floors are the product's own (300 games a second, replay under 5 ms), with room for a
busy machine; `pytest tests/benchmarks --benchmark-enable` prints what is reached.
"""

from __future__ import annotations

from functools import cache
from typing import Any

from games.rules import Log, Setup, Tables, apply, compile_tables, new_game, replay, what_if
from games.rules.draft import Draft
from games.rules.turn import step
from games.simulate.bots import Bot, careful, play_out
from tests.rules.fixture import fixture_catalogue
from tests.rules.recorded import bot_log

SETUP = Setup(4, 40)
GAMES = 20


@cache
def tables() -> Tables:
    return compile_tables(fixture_catalogue())


@cache
def log() -> Log:
    return bot_log(tables(), SETUP, 5, [Bot(50, careful(tables()))] * 4)


def test_games_a_second(benchmark: Any) -> None:
    """Twenty full games by bots: 20 ÷ the time is games a second."""
    bots = [Bot(50, careful(tables()))] * 4
    starts = [new_game(tables(), SETUP, seed) for seed in range(GAMES)]

    def play() -> int:
        return sum(play_out(tables(), start, bots).rounds for start in starts)

    assert benchmark(play) == 8 * GAMES
    if benchmark.stats:
        assert GAMES / benchmark.stats["min"] > 300


def test_moves_a_second_unheard(benchmark: Any) -> None:
    """The moves of a game on one draft, nobody listening."""

    def play() -> str:
        draft = Draft(new_game(tables(), SETUP, 5))
        for move in log().moves:
            step(tables(), draft, move, None)
        return draft.phase

    assert benchmark(play) == "over"
    if benchmark.stats:
        assert len(log().moves) / benchmark.stats["min"] > 50_000


def test_replay_of_a_saved_game(benchmark: Any) -> None:
    """A whole saved game checked move by move: under 5 ms."""
    assert benchmark(replay, tables(), log()).phase == "over"
    if benchmark.stats:
        assert benchmark.stats["min"] < 0.005


def test_one_move(benchmark: Any) -> None:
    """One public `apply`, checked, with its events."""
    start = new_game(tables(), SETUP, 5)
    state, _ = benchmark(apply, tables(), start, log().moves[0])
    assert state.phase == "protect"


def test_what_if_page(benchmark: Any) -> None:
    """The page of all four teams: everything lived again under every plan."""
    assert len(benchmark(what_if, tables(), log())) == 4


def test_compiling_the_tables(benchmark: Any) -> None:
    """Catalogue to tables, once a game."""
    assert benchmark(compile_tables, fixture_catalogue()).modules
