"""The disk fails at every call of the storage and publishing code, one after the other.

For each, the old or the new state is there afterwards, and play goes on.
"""

from __future__ import annotations

import os
from collections.abc import Callable
from contextlib import suppress
from pathlib import Path

import pytest

from engine.atomic_files import write_atomically
from engine.diagnostics.problems import RusitError
from games.practice.rounds import Round
from games.practice.scheduler import learn
from games.practice.store import open_practice
from games.session import store as store_module
from games.session.saved_games import SavedGame
from games.session.store import KIND as GAMES
from games.session.store import open_store
from tests.engine.test_building import Sheet, run
from tests.torture.faults import WAYS, FailingDisk, failing_disk
from tests.torture.first_edition import first_edition_games
from tests.torture.stores import TODAY, fill_games, fill_practice

MOST_CALLS = 100
"""More calls than any of these makes."""


def at_every_call(folder: Path, trial: Callable[[Path, FailingDisk], None]) -> int:
    """Do a trial in a fresh folder for each call that can fail; return how many there were.

    The trial gets the folder, and the disk that fails.
    """
    trials = 0
    for error, on in WAYS:
        for at in range(1, MOST_CALLS):
            disk = FailingDisk(at, error, on=on)
            place = folder / f"{error}-{at}"
            place.mkdir()
            trial(place, disk)
            trials += 1
            if not disk.failed:
                break
    return trials


@pytest.fixture(autouse=True)
def _in_no_hurry_for_the_disk(monkeypatch: pytest.MonkeyPatch) -> None:
    """Nothing here cuts the power, so that no trial has to wait for the disk."""
    monkeypatch.setattr(os, "fsync", lambda file: None)


def games_of(folder: Path) -> tuple[SavedGame, ...]:
    store = open_store(folder)
    assert store.trouble is None
    assert not store.damaged
    found = store.saved_games()
    store.close()
    return found


def test_a_move_is_kept_or_refused(tmp_path: Path) -> None:
    def trial(folder: Path, disk: FailingDisk) -> None:
        store = open_store(folder)
        game = store.begin(7, "{}", "abc", "{}")
        moves, refused = ["first"], []
        store.append(game, 0, "first")
        with failing_disk(disk):
            for number in range(1, 4):
                try:
                    store.append(game, len(moves), f"move {number}")
                except RusitError as error:
                    refused.append(error.problem.code)
                else:
                    moves.append(f"move {number}")
        assert set(refused) <= {"SES02"}
        # The disk is mended: the same store goes on.
        store.append(game, len(moves), "last")
        saved = store.open_game()
        store.close()
        assert saved is not None
        assert saved.moves == (*moves, "last")
        assert games_of(folder) == (saved,)

    assert at_every_call(tmp_path, trial) > 9


def test_a_store_cut_off_after_a_fault_has_all_that_was_kept(tmp_path: Path) -> None:
    def trial(folder: Path, disk: FailingDisk) -> None:
        store = open_store(folder)
        game = store.begin(7, "{}", "abc", "{}")
        kept = 0
        with failing_disk(disk):
            for number in range(3):
                try:
                    store.append(game, kept, f"move {number}")
                    kept += 1
                except RusitError:
                    break
        # As after a power cut: nothing more is written.
        store.close()
        # A disk that takes nothing back either may have the move that was refused.
        (saved,) = games_of(folder)
        assert kept <= len(saved.moves) <= kept + 1

    assert at_every_call(tmp_path, trial) > 9


def test_a_start_in_a_new_folder(tmp_path: Path) -> None:
    def trial(folder: Path, disk: FailingDisk) -> None:
        with failing_disk(disk):
            store = open_store(folder / "saves")
            with suppress(RusitError):
                store.append(store.begin(7, "{}", "abc", "{}"), 0, "move")
        store.close()
        assert [g.moves for g in games_of(folder / "saves")] in ([], [()], [("move",)])

    assert at_every_call(tmp_path, trial) > 9


def test_a_start_with_a_damaged_store(tmp_path: Path) -> None:
    def spoil(folder: Path) -> None:
        fill_games(folder, games=2, moves=4)
        path = folder / GAMES.file
        path.write_bytes(path.read_bytes().replace(b"[2]", b"[9]"))

    (tmp_path / "right").mkdir()
    spoil(tmp_path / "right")
    first = open_store(tmp_path / "right")
    right = first.saved_games()
    first.close()

    def trial(folder: Path, disk: FailingDisk) -> None:
        spoil(folder)
        original = (folder / GAMES.file).read_bytes()
        with failing_disk(disk):
            store = open_store(folder)
        assert store.damaged
        assert store.saved_games() == right
        assert store.notice in ("saved.damaged", "saved.memory")
        store.close()
        kept = [path.read_bytes() for path in folder.glob("games*.rusit")]
        assert original in kept
        store = open_store(folder)
        assert store.saved_games() == right
        assert store.lasting
        store.close()

    assert at_every_call(tmp_path, trial) > 9


def test_saves_of_the_first_edition_are_taken_over(tmp_path: Path) -> None:
    def trial(folder: Path, disk: FailingDisk) -> None:
        before = first_edition_games(folder, moves=3).read_bytes()
        with failing_disk(disk):
            open_store(folder).close()
        kept = [path.read_bytes() for path in folder.glob("games*.sqlite3")]
        assert before in kept
        done, going = games_of(folder)
        assert (done.state, going.state) == ("finished", "open")
        assert len(done.moves) == len(going.moves) == 3

    assert at_every_call(tmp_path, trial) > 9


def test_a_large_store_is_rewritten(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def trial(folder: Path, disk: FailingDisk) -> None:
        fill_games(folder, games=2, moves=3)
        right = games_of(folder)
        with monkeypatch.context() as small, failing_disk(disk):
            small.setattr(store_module, "COMPACT_ABOVE", 100)
            store = open_store(folder)
        assert store.saved_games() == right
        store.close()
        assert games_of(folder) == right

    assert at_every_call(tmp_path, trial) > 9


def test_practice_is_kept_or_refused_and_forgets_whole(tmp_path: Path) -> None:
    def trial(folder: Path, disk: FailingDisk) -> None:
        fill_practice(folder, answers=1)
        store = open_practice(folder)
        right = {animal: set(store.memories(animal)) for animal in store.people()}
        with failing_disk(disk):
            with suppress(RusitError):
                store.keep_answer("owl", "new", learn(None, "good", TODAY), Round(()))
                right["owl"].add("new")
            with suppress(RusitError):
                store.forget("frog")
                del right["frog"]
        store.close()
        again = open_practice(folder)
        assert not again.damaged
        assert set(again.people()) == set(right)
        # A disk that takes nothing back either may have the answer that was refused.
        assert right["owl"] <= set(again.memories("owl")) <= {*right["owl"], "new"}
        again.close()

    assert at_every_call(tmp_path, trial) > 9


def test_a_file_is_the_old_one_or_the_new_one(tmp_path: Path) -> None:
    def trial(folder: Path, disk: FailingDisk) -> None:
        path = folder / "file"
        path.write_bytes(b"old")
        with failing_disk(disk):
            try:
                write_atomically(path, b"new one")
                expected = b"new one"
            except OSError:
                expected = b"old"
        assert path.read_bytes() == expected

    assert at_every_call(tmp_path, trial) > 9


def test_a_build_that_cannot_publish_is_healed_by_the_next(tmp_path: Path) -> None:
    old = [Sheet("a.pdf", "one"), Sheet("sub/b.pdf", "two"), Sheet("gone.pdf", "old")]
    new = [Sheet("a.pdf", "three"), Sheet("sub/b.pdf", "four")]

    def trial(folder: Path, disk: FailingDisk) -> None:
        run(folder, *old)
        with failing_disk(disk), suppress(RusitError):
            run(folder, *new)
        assert (folder / "a.pdf").read_text() in ("one", "three")
        assert (folder / "sub/b.pdf").read_text() in ("two", "four")
        run(folder, *new)
        assert (folder / "a.pdf").read_text() == "three"
        assert not (folder / "gone.pdf").exists()

    assert at_every_call(tmp_path, trial) > 9
