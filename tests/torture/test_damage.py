"""The short form of the flips, truncations and starts. Seeds are fixed."""

from __future__ import annotations

import os
import subprocess
import sys
import time
from pathlib import Path

import pytest

from games.session.store import KIND as GAMES
from games.session.store import open_store
from games.storage.lines import HEADER_SIZE
from tests.torture.damage import damage_trials, start_trials
from tests.torture.first_edition_trials import first_edition_trials
from tests.torture.stores import fill_games, filled, found


@pytest.fixture(scope="module")
def stores(tmp_path_factory: pytest.TempPathFactory) -> dict[str, bytes]:
    with pytest.MonkeyPatch.context() as disk:
        disk.setattr(os, "fsync", lambda file: None)
        return filled(tmp_path_factory.mktemp("stores"))


def test_damage_costs_only_what_lies_after_it(stores: dict[str, bytes]) -> None:
    outcome = damage_trials(stores, 1_000, seed=11)
    assert outcome.clean, outcome


def test_a_start_with_damaged_files_goes_on(
    stores: dict[str, bytes], tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(os, "fsync", lambda file: None)
    outcome = start_trials(stores, 40, 12, tmp_path)
    assert outcome.clean, outcome


def test_a_line_torn_by_a_power_cut_is_no_damage(stores: dict[str, bytes]) -> None:
    data = stores[GAMES.name]
    before = found(GAMES.name, data)
    assert before[1] is False
    for torn in (b"8", b'8d3a50c1f0e2b7d4 3 ["mo', bytes(80), bytes(80) + b"\n"):
        assert found(GAMES.name, data + torn) == before


def test_a_large_damaged_store_starts_within_two_seconds(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(os, "fsync", lambda file: None)
    fill_games(tmp_path, games=60, moves=300)
    path = tmp_path / GAMES.file
    data = bytearray(path.read_bytes())
    data[HEADER_SIZE + len(data) // 2] ^= 1
    path.write_bytes(data)
    monkeypatch.undo()
    # Of the processor: a busy machine makes nobody wait because of us.
    began = time.process_time()
    store = open_store(tmp_path)
    assert time.process_time() - began < 2
    assert store.notice == "saved.damaged"
    assert len(store.saved_games()) == 60


def test_first_edition_files_that_are_damaged_do_not_stop_the_start(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(os, "fsync", lambda file: None)
    outcome = first_edition_trials(45, 13, tmp_path)
    assert outcome.clean, outcome


KILLS = """
import sys
from pathlib import Path
from tests.torture.kills import kill_trials
outcome = kill_trials(12, 14, Path(sys.argv[1]))
assert outcome.clean, outcome
"""


@pytest.mark.skipif(not hasattr(os, "fork"), reason="needs fork")
def test_killed_processes_lose_nothing(tmp_path: Path) -> None:
    root = Path(__file__).parents[2]
    subprocess.run([sys.executable, "-c", KILLS, str(tmp_path)], check=True, cwd=root)
