"""Bots play legally, and the report counts what they did."""

from __future__ import annotations

import json

import pytest
from games.simulation.planner import Planner

from engine.diagnostics.problems import RusitError
from games.rules import Setup, State, Tables, new_game
from games.rules.legal import why_not
from games.rules.mutable_state import MutableState
from games.rules.turn import step
from games.simulation import run
from games.simulation.bots import (
    Bot,
    any_lawful,
    careful,
    choose,
    nothing,
    planned,
    play_out,
    random_move,
)
from tests.rules.fixture import fixture_catalogue


def bots_of(tables: Tables) -> list[Bot]:
    return [
        Bot(90, careful(tables)),
        Bot(20, nothing, careful=False),
        Bot(50, planned(Planner(tables))),
        Bot(50, any_lawful),
    ]


def test_bots_only_make_legal_moves(tables: Tables) -> None:
    bots = bots_of(tables)
    for seed in range(30):
        draft = MutableState(new_game(tables, Setup(4, 40), seed))
        while draft.phase != "over":
            move = choose(tables, draft, bots)
            assert why_not(tables, draft, move) is None, move
            step(tables, draft, move, None)


def test_playing_unheard_gives_the_same_game(tables: Tables) -> None:
    bots = bots_of(tables)
    start = new_game(tables, Setup(4, 40), 17)
    heard = MutableState(start)
    while heard.phase != "over":
        step(tables, heard, choose(tables, heard, bots), [])
    assert play_out(tables, start, bots).frozen() == heard.frozen()


def test_the_random_bot_finishes(tables: Tables) -> None:
    draft = MutableState(new_game(tables, Setup(2, 20), 3))
    while draft.phase != "over":
        step(tables, draft, random_move(tables, draft), None)
    assert isinstance(draft.frozen(), State)


def test_the_planner_protects_and_asks_the_purse(section40: Tables) -> None:
    best = Planner(section40).best("orchard", 35)
    assert best in section40.plans


def test_the_report_counts_games_and_is_the_same_again() -> None:
    told: list[str] = []
    one = run(fixture_catalogue(), games=40, teams=4, minutes=40, seed=9, progress=told.append)
    two = run(fixture_catalogue(), games=40, teams=4, minutes=40, seed=9)
    first, second = one.to_dict(), two.to_dict()
    for report in (first, second):
        report.pop("games_a_second")
        report.pop("moves_a_second")
        report["bars"] = [bar for bar in report["bars"] if bar["name"] != "speed"]
        report.pop("passed")
    assert first == second
    assert json.loads(json.dumps(first))["games"] == 40
    assert sum(one.seats.values()) == pytest.approx(1)
    assert sum(one.hearts.values()) == pytest.approx(1)
    assert one.length_minutes == 40
    assert told
    text = one.text_report()
    assert all(bar.name in text for bar in one.bars)


def test_alone_and_short_games_are_reported_too() -> None:
    report = run(fixture_catalogue(), games=5, teams=1, minutes=20, seed=1, modules=("nsf",))
    assert report.modules == ("nsf",)
    assert report.expert == 1


def test_no_games_is_an_error() -> None:
    with pytest.raises(RusitError, match="GAME05"):
        run(fixture_catalogue(), games=0)
