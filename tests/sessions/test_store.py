"""The store: what was written stays, what is damaged is moved aside, nobody is named."""

from __future__ import annotations

import sqlite3
from pathlib import Path

import pytest

from engine.diagnostics.problems import RusitError
from games.session import open_store
from games.session.store import PLAN


def test_moves_come_back_in_order(tmp_path: Path) -> None:
    store = open_store(tmp_path)
    game = store.begin(7, '{"teams": 2}', "abc", "{}")
    for number in range(12):
        store.append(game, number, f'{{"n":{number}}}')
    store.close()
    saved = open_store(tmp_path).open_game()
    assert saved is not None
    assert saved.seed == 7
    assert saved.moves == tuple(f'{{"n":{number}}}' for number in range(12))


def test_the_last_move_is_taken_back(tmp_path: Path) -> None:
    store = open_store(tmp_path)
    game = store.begin(1, "{}", "abc", "{}")
    store.append(game, 0, "first")
    store.append(game, 1, "second")
    store.drop_last(game)
    store.append(game, 1, "other")
    saved = store.open_game()
    assert saved is not None
    assert saved.moves == ("first", "other")


def test_one_number_is_written_once(tmp_path: Path) -> None:
    store = open_store(tmp_path)
    game = store.begin(1, "{}", "abc", "{}")
    store.append(game, 0, "first")
    with pytest.raises(RusitError) as caught:
        store.append(game, 0, "again")
    assert caught.value.problem.code == "SES02"
    saved = store.open_game()
    assert saved is not None
    assert saved.moves == ("first",)


def test_a_new_game_leaves_the_old_one(tmp_path: Path) -> None:
    store = open_store(tmp_path)
    store.begin(1, "{}", "abc", "{}")
    second = store.begin(2, "{}", "abc", "{}")
    saved = store.open_game()
    assert saved is not None
    assert saved.id == second
    store.finish(second)
    assert store.open_game() is None


def test_the_catalogue_of_a_game_stays_with_it(tmp_path: Path) -> None:
    store = open_store(tmp_path)
    store.begin(1, "{}", "old", '{"facts": "เดิม"}')
    store.close()
    assert open_store(tmp_path).catalogue("old") == '{"facts": "เดิม"}'
    assert open_store(tmp_path).catalogue("new") is None


def test_the_game_that_was_finished_last_is_kept_with_its_catalogue(tmp_path: Path) -> None:
    store = open_store(tmp_path)
    assert store.finished_game() is None
    for edition in ("first", "second"):
        game = store.begin(1, "{}", edition, edition)
        store.append(game, 0, edition)
        store.finish(game)
    store.begin(1, "{}", "third", "third")
    store.begin(1, "{}", "fourth", "fourth")
    done = store.finished_game()
    assert done is not None
    assert (done.edition, done.moves) == ("second", ("second",))
    kept = [store.catalogue(edition) for edition in ("first", "second", "third", "fourth")]
    assert kept == [None, "second", None, "fourth"]


def test_settings_are_remembered(tmp_path: Path) -> None:
    open_store(tmp_path).set("large", "1")
    assert open_store(tmp_path).settings() == {"large": "1"}


@pytest.mark.parametrize("rubbish", [b"\x00" * 5000, b"not a database at all", b"SQLite format 3"])
def test_a_damaged_file_is_moved_aside(tmp_path: Path, rubbish: bytes) -> None:
    (tmp_path / PLAN.file).write_bytes(rubbish)
    store = open_store(tmp_path)
    assert store.set_aside is not None
    assert store.set_aside.read_bytes() == rubbish
    assert store.lasting
    assert store.open_game() is None
    store.begin(1, "{}", "abc", "{}")


def test_a_file_cut_short_is_moved_aside(tmp_path: Path) -> None:
    store = open_store(tmp_path)
    game = store.begin(1, "{}", "abc", "x" * 200_000)
    for number in range(400):
        store.append(game, number, "m" * 300)
    store.close()
    path = tmp_path / PLAN.file
    path.write_bytes(path.read_bytes()[: path.stat().st_size // 3])
    again = open_store(tmp_path)
    assert again.set_aside is not None
    assert again.open_game() is None


def test_another_programs_database_is_not_touched(tmp_path: Path) -> None:
    with sqlite3.connect(tmp_path / PLAN.file) as other:
        other.execute("CREATE TABLE recipes (name TEXT)")
    other.close()
    store = open_store(tmp_path)
    assert store.set_aside is not None
    with sqlite3.connect(store.set_aside) as kept:
        assert kept.execute("SELECT count(*) FROM recipes").fetchone() == (0,)
    kept.close()


def test_a_place_that_cannot_be_written_is_said(tmp_path: Path) -> None:
    blocked = tmp_path / "file"
    blocked.write_text("in the way")
    store = open_store(blocked / "inside")
    assert not store.lasting
    store.begin(1, "{}", "abc", "{}")
    assert store.open_game() is not None


def test_nothing_names_a_person(tmp_path: Path) -> None:
    open_store(tmp_path).close()
    with sqlite3.connect(tmp_path / PLAN.file) as db:
        rows = db.execute("SELECT name, sql FROM sqlite_master WHERE sql IS NOT NULL").fetchall()
    db.close()
    assert {name for name, _ in rows} == {"catalogue", "game", "move", "flag", "setting"}
    assert not any(word in sql.lower() for _, sql in rows for word in ("phone", "person", "player"))
