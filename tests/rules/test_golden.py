"""Golden games for every set of modules and every number of households.

One file holds, for each game, its seed and the hashes of its moves and of its last state, so
that a change of rules is always seen; a few games are kept with all their moves. A change
that is meant: `python -m tests.rules.test_golden` writes them anew.
"""

from __future__ import annotations

import hashlib
import json
from collections.abc import Iterator
from itertools import combinations
from pathlib import Path
from typing import Any

import pytest

from games.rules import (
    Log,
    Setup,
    compile_tables,
    log_from_json,
    log_to_json,
    replay,
    state_hash,
)
from tests.rules.fixture import fixture_catalogue
from tests.rules.playing import bot_log, bots_of, random_log

FOLDER = Path(__file__).parent / "golden"
FILE = FOLDER / "every-set.json"
MODULES = ("section40", "gold_card", "nsf", "sogiesc", "hormones")
SETS = tuple(chosen for size in range(1, 6) for chosen in combinations(MODULES, size))
HOUSEHOLDS = range(1, 7)
WHOLE: dict[str, tuple[tuple[str, ...], Setup, int]] = {
    "random-two": ((), Setup(2, 30, chapters=3), 101),
    "random-alone": (("section40",), Setup(1, 30, chapters=3), 102),
    "random-six": ((), Setup(6, 45, chapters=2), 103),
    "bots-four": ((), Setup(4, 45, chapters=4), 104),
    "bots-storm-together": ((), Setup(4, 45, luck="storm", together=True, chapters=3), 105),
}


@pytest.mark.parametrize("name", WHOLE)
def test_a_recorded_game_ends_as_it_always_did(name: str) -> None:
    saved = json.loads((FOLDER / f"{name}.json").read_text(encoding="utf-8"))
    log = log_from_json(json.dumps(saved["log"]))
    tables = compile_tables(fixture_catalogue(), log.modules)
    assert state_hash(replay(tables, log)) == saved["hash"]


@pytest.mark.parametrize("modules", SETS, ids="+".join)
def test_the_games_of_a_set_end_as_they_always_did(modules: tuple[str, ...]) -> None:
    known = json.loads(FILE.read_text(encoding="utf-8"))
    for name, game in _played(modules):
        assert game == known[name], name


def test_every_set_and_number_of_households_is_there() -> None:
    known = json.loads(FILE.read_text(encoding="utf-8"))
    assert set(known) == {_name(modules, n) for modules in SETS for n in HOUSEHOLDS}
    assert len(SETS) == 2 ** len(MODULES) - 1


def _name(modules: tuple[str, ...], households: int) -> str:
    return f"{'+'.join(modules)} x{households}"


def _played(modules: tuple[str, ...]) -> Iterator[tuple[str, dict[str, Any]]]:
    tables = compile_tables(fixture_catalogue(), modules)
    for households in HOUSEHOLDS:
        seed = 1000 * SETS.index(modules) + households
        setup = Setup(households, 45, chapters=2 + households % 3)
        log = bot_log(tables, setup, seed, bots_of(tables, households))
        moves = hashlib.sha256(log_to_json(log).encode()).hexdigest()[:16]
        last = state_hash(replay(tables, log))[:16]
        yield (
            _name(modules, households),
            {
                "seed": seed,
                "moves": moves,
                "count": len(log.moves),
                "hash": last,
            },
        )


def _record(name: str) -> Log:
    modules, setup, seed = WHOLE[name]
    tables = compile_tables(fixture_catalogue(), modules)
    if name.startswith("random"):
        return random_log(tables, setup, seed)[0]
    return bot_log(tables, setup, seed, bots_of(tables, setup.households))


def _write() -> None:
    for name in WHOLE:
        log = _record(name)
        tables = compile_tables(fixture_catalogue(), log.modules)
        data = {"log": json.loads(log_to_json(log)), "hash": state_hash(replay(tables, log))}
        text = json.dumps(data, ensure_ascii=False, separators=(",", ":"))
        (FOLDER / f"{name}.json").write_text(text + "\n", encoding="utf-8")
    games = {name: game for modules in SETS for name, game in _played(modules)}
    lines = ",\n".join(
        f"{json.dumps(name)}:{json.dumps(game, separators=(',', ':'))}"
        for name, game in games.items()
    )
    FILE.write_text(f"{{\n{lines}\n}}\n", encoding="utf-8")


if __name__ == "__main__":
    _write()
