"""Golden games: seeds and moves with the hash of the last state, so that a change of rules
is always seen. A change that is meant: `python -m tests.rules.test_golden NAME` writes that
one anew. The five oldest are kept as they were saved before there were modes of play."""

from __future__ import annotations

import json
import sys
from pathlib import Path

import pytest
from games.simulation.planner import Planner

from games.rules import (
    Setup,
    Tables,
    compile_tables,
    log_from_json,
    log_to_json,
    replay,
    state_hash,
)
from games.rules.game import rounds_for
from games.simulation.bots import Bot, any_lawful, careful, nothing, planned
from tests.rules.fixture import fixture_catalogue
from tests.rules.playing import random_log
from tests.rules.recorded import bot_log

FOLDER = Path(__file__).parent / "golden"
GAMES: dict[str, tuple[tuple[str, ...], Setup, int]] = {
    "random-two-teams": ((), Setup(2, 20), 101),
    "random-alone": (("section40",), Setup(1, 20), 102),
    "random-six-teams": ((), Setup(6, 60), 103),
    "bots-four-teams": ((), Setup(4, 40), 104),
    "bots-section40": (("section40",), Setup(4, 40), 105),
    "random-calm": ((), Setup(3, 20, luck="calm"), 106),
    "bots-storm-together": ((), Setup(4, 40, luck="storm", together=True), 107),
}


@pytest.mark.parametrize("name", GAMES)
def test_a_golden_game_ends_as_it_always_did(name: str) -> None:
    saved = json.loads((FOLDER / f"{name}.json").read_text(encoding="utf-8"))
    log = log_from_json(json.dumps(saved["log"]))
    tables = compile_tables(fixture_catalogue(), log.modules)
    assert state_hash(replay(tables, log)) == saved["hash"]


@pytest.mark.parametrize("minutes", [20, 40, 60])
@pytest.mark.parametrize("teams", [1, 2, 3, 4, 5, 6])
def test_rounds_keep_to_the_minutes(teams: int, minutes: int) -> None:
    rounds = rounds_for(75, minutes, teams)
    assert abs(rounds * teams * 75 / 60 - minutes) <= 0.15 * minutes


def _bots(tables: Tables) -> list[Bot]:
    return [
        Bot(90, careful(tables)),
        Bot(40, nothing, careful=False),
        Bot(60, planned(Planner(tables))),
        Bot(50, any_lawful),
    ]


def _write(name: str) -> None:
    modules, setup, seed = GAMES[name]
    tables = compile_tables(fixture_catalogue(), modules)
    log = (
        random_log(tables, setup, seed)[0]
        if name.startswith("random")
        else bot_log(tables, setup, seed, _bots(tables))
    )
    data = {"log": json.loads(log_to_json(log)), "hash": state_hash(replay(tables, log))}
    text = json.dumps(data, ensure_ascii=False, separators=(",", ":"))
    (FOLDER / f"{name}.json").write_text(text + "\n", encoding="utf-8")


if __name__ == "__main__":
    for wanted in sys.argv[1:]:
        _write(wanted)
