"""Golden games for every set of modules and every number of teams.

One file holds them all: the moves that came about once, and for each game the places of its
moves in that list, with the hash of its last state. A change of rules that is meant:
`python -m tests.rules.test_golden_sets` writes them anew.
"""

from __future__ import annotations

import json
from collections.abc import Iterator
from itertools import combinations
from pathlib import Path
from typing import Any

import pytest
from games.simulation.planner import Planner

from games.rules import (
    Log,
    Setup,
    Tables,
    compile_tables,
    move_from_json,
    move_to_json,
    replay,
    state_hash,
)
from games.simulation.bots import Bot, any_lawful, careful, nothing, planned
from tests.rules.fixture import five_modules
from tests.rules.recorded import bot_log

FILE = Path(__file__).parent / "golden" / "every-set.json"
MODULES = ("section40", "gold_card", "nsf", "sogiesc", "hormones")
SETS = tuple(chosen for size in (1, 2, 5, 3, 4) for chosen in combinations(MODULES, size))
"""All 31, in the order in which their games were recorded."""
TEAMS = range(1, 7)
MINUTES = 20


def saved() -> dict[str, Any]:
    found: dict[str, Any] = json.loads(FILE.read_text(encoding="utf-8"))
    return found


def test_every_set_and_number_of_teams_is_there() -> None:
    wanted = {_name(modules, teams) for modules in SETS for teams in TEAMS}
    assert set(saved()["games"]) == wanted
    assert len(SETS) == 2 ** len(MODULES) - 1
    assert FILE.stat().st_size < 120_000


@pytest.mark.parametrize("modules", SETS, ids="+".join)
def test_the_games_of_a_set_end_as_they_always_did(modules: tuple[str, ...]) -> None:
    known = saved()
    tables = compile_tables(five_modules(), modules)
    moves = [move_from_json(move) for move in known["moves"]]
    for teams in TEAMS:
        game = known["games"][_name(modules, teams)]
        log = Log(
            Setup(teams, MINUTES),
            game["seed"],
            tables.edition,
            tables.modules,
            tuple(moves[place] for place in game["moves"]),
        )
        last = replay(tables, log)
        assert last.phase == "over"
        assert state_hash(last) == game["hash"]


def _name(modules: tuple[str, ...], teams: int) -> str:
    return f"{'+'.join(modules)} x{teams}"


def _bots(tables: Tables, teams: int) -> list[Bot]:
    every = [
        Bot(70, careful(tables)),
        Bot(50, any_lawful),
        Bot(90, planned(Planner(tables))),
        Bot(30, nothing, careful=False),
    ]
    return [every[seat % len(every)] for seat in range(teams)]


def _played() -> Iterator[tuple[str, Log, str]]:
    for number, modules in enumerate(SETS):
        tables = compile_tables(five_modules(), modules)
        for teams in TEAMS:
            seed = 1000 * number + teams
            log = bot_log(tables, Setup(teams, MINUTES), seed, _bots(tables, teams))
            yield _name(modules, teams), log, state_hash(replay(tables, log))


def _write() -> None:
    places: dict[str, int] = {}
    games = {}
    for name, log, last in _played():
        texts = [json.dumps(move_to_json(move), separators=(",", ":")) for move in log.moves]
        games[name] = {
            "seed": log.seed,
            "moves": [places.setdefault(text, len(places)) for text in texts],
            "hash": last,
        }
    lines = ",\n".join(
        f"{json.dumps(n)}:{json.dumps(g, separators=(',', ':'))}" for n, g in games.items()
    )
    moves = ",\n".join(places)
    FILE.write_text(f'{{"moves":[\n{moves}\n],"games":{{\n{lines}\n}}}}\n', encoding="utf-8")


if __name__ == "__main__":
    _write()
