"""Bots play legally, and the report counts what they did."""

from __future__ import annotations

import json
from dataclasses import replace
from functools import cache

import pytest

from engine.diagnostics.problems import RusitError
from games.rules import Setup, State, Tables, new_game, why_not
from games.rules.model.mutable import MutableState
from games.rules.play import step
from games.simulation import Report, run
from games.simulation.bots import TRICKS, Bot, careful, choose, play_out, random_move
from games.simulation.plots import draw
from games.simulation.waiting import measure
from tests.rules.fixture import fixture_catalogue
from tests.rules.playing import bots_of

FOUR = Setup(4, 45, chapters=3)


def test_bots_only_make_legal_moves(tables: Tables) -> None:
    tricky = [Bot(50, careful(tables), trick=trick) for trick in TRICKS]
    for seed in range(12):
        game = MutableState(new_game(tables, FOUR, seed))
        bots = tricky if seed % 2 else bots_of(tables, 4)
        while game.phase != "over":
            move = choose(tables, game, bots)
            assert why_not(tables, game, move) is None, move
            step(tables, game, move, None)


def test_playing_unheard_gives_the_same_game(tables: Tables) -> None:
    bots = bots_of(tables, 4)
    start = new_game(tables, FOUR, 17)
    heard = MutableState(start)
    while heard.phase != "over":
        step(tables, heard, choose(tables, heard, bots), [])
    assert play_out(tables, start, bots).closed() == heard.closed()


def test_the_random_bot_finishes(tables: Tables) -> None:
    game = MutableState(new_game(tables, Setup(2, 45, chapters=2), 3))
    while game.phase != "over":
        step(tables, game, random_move(tables, game), None)
    assert isinstance(game.closed(), State)


@cache
def few_games() -> Report:
    return run(fixture_catalogue(), games=6, seed=9)


@pytest.mark.slow
def test_the_report_counts_games_and_is_the_same_again() -> None:
    told: list[str] = []
    one, two = few_games(), run(fixture_catalogue(), games=6, seed=9, progress=told.append)
    first, second = one.to_dict(), two.to_dict()
    for report in (first, second):
        report.pop("games_a_second")
        report.pop("moves_a_second")
        report["bars"] = [bar for bar in report["bars"] if bar["name"] != "speed"]
    assert first == second
    assert json.loads(json.dumps(first))["games"] == 6
    assert told
    assert len(one.bars) == 12
    assert sum(one.seats.values()) == pytest.approx(1)
    assert "knowledge decides" in one.text_report()


def test_the_machines_speed_decides_nothing() -> None:
    assert [bar.name for bar in few_games().bars if not bar.of_game] == ["speed"]
    slow = [replace(bar, holds=False) if not bar.of_game else bar for bar in few_games().bars]
    assert replace(few_games(), bars=tuple(slow)).passed == few_games().passed


def test_no_games_are_refused() -> None:
    with pytest.raises(RusitError) as refused:
        run(fixture_catalogue(), games=0)
    assert "GAME05" in str(refused.value)


def test_the_distributions_are_drawn(tmp_path) -> None:  # type: ignore[no-untyped-def]
    assert [path.name for path in draw(few_games(), tmp_path)] == [
        "baskets.png",
        "hearts.png",
        "lengths.png",
        "payments.png",
    ]


def test_waits_and_taps_are_measured(tables: Tables) -> None:
    waits = measure(tables, FOUR, 1, 5, [Bot(50, careful(tables))] * 4)
    assert 0 < waits.mean <= waits.longest
    assert len(waits.minutes) == 5
    assert waits.question_taps <= 4
    assert waits.event_taps <= 7
