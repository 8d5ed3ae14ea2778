"""What the computer remembers, also when the power goes."""

from __future__ import annotations

import os
import signal
import sqlite3
import subprocess
import sys
from datetime import date
from pathlib import Path

import pytest

from engine.diagnostics.problems import RusitError
from games.practice.rounds import Round
from games.practice.scheduler import learn
from games.practice.store import PLAN, open_practice

TODAY = date(2026, 11, 20)


def test_an_answer_and_its_round_are_there_the_next_time(tmp_path: Path) -> None:
    memory, going = learn(None, "hard", TODAY), Round(("b", "a"), {"a": "again"}, {"a": 1})
    store = open_practice(tmp_path)
    store.begin("elephant")
    store.keep_answer("elephant", "a", memory, going)
    store.close()
    again = open_practice(tmp_path)
    assert again.trouble is None
    assert again.people() == ("elephant",)
    assert again.memories("elephant") == {"a": memory}
    assert again.round("elephant") == going
    again.keep_round("elephant", None)
    assert again.round("elephant") is None
    again.close()


def test_each_animal_has_its_own_and_is_forgotten_alone(tmp_path: Path) -> None:
    store = open_practice(tmp_path)
    for animal in ("owl", "frog"):
        store.begin(animal)
        store.keep_answer(animal, "a", learn(None, "good", TODAY), Round(()))
    store.forget("owl")
    assert store.people() == ("frog",)
    assert store.memories("owl") == {}
    assert store.round("owl") is None
    assert set(store.memories("frog")) == {"a"}
    store.close()


KILLED = """
import os, signal, sys
from datetime import date
from pathlib import Path
from games.practice.rounds import Round
from games.practice.scheduler import learn
from games.practice.store import open_practice
store = open_practice(Path(sys.argv[1]))
store.begin("owl")
store.keep_answer("owl", "a", learn(None, "good", date(2026, 11, 20)), Round(("b",)))
os.kill(os.getpid(), signal.SIGKILL)
"""


@pytest.mark.skipif(not hasattr(signal, "SIGKILL"), reason="needs SIGKILL")
def test_a_killed_process_loses_nothing(tmp_path: Path) -> None:
    run = subprocess.run(
        [sys.executable, "-c", KILLED, str(tmp_path)],
        check=False,
        env={**os.environ, "PYTHONPATH": str(Path(__file__).parents[2])},
    )
    assert run.returncode == -signal.SIGKILL
    store = open_practice(tmp_path)
    assert store.memories("owl")["a"] == learn(None, "good", TODAY)
    assert store.round("owl") == Round(("b",))
    store.close()


def test_a_damaged_file_is_moved_aside(tmp_path: Path) -> None:
    (tmp_path / PLAN.file).write_bytes(b"no database at all, just words" * 50)
    store = open_practice(tmp_path)
    assert store.set_aside is not None
    assert store.set_aside.exists()
    store.begin("owl")
    assert store.people() == ("owl",)
    store.close()


def test_another_programs_file_is_moved_aside_even_with_our_number(tmp_path: Path) -> None:
    with sqlite3.connect(tmp_path / PLAN.file) as db:
        db.execute("CREATE TABLE recipe (name TEXT)")
        db.execute(f"PRAGMA user_version = {PLAN.format}")
    db.close()
    store = open_practice(tmp_path)
    assert store.set_aside is not None
    assert store.people() == ()
    store.close()


def test_entries_that_cannot_be_read_are_left_out(tmp_path: Path) -> None:
    store = open_practice(tmp_path)
    memory = learn(None, "good", TODAY)
    store.begin("owl")
    for question in ("a", "b"):
        store.keep_answer("owl", question, memory, Round(("c",)))
    store.close()
    with sqlite3.connect(tmp_path / PLAN.file) as db:
        db.execute("UPDATE memory SET due = 'soon' WHERE question = 'b'")
    db.close()
    store = open_practice(tmp_path)
    assert store.memories("owl") == {"a": memory}
    assert store.round("owl") == Round(("c",))
    store.close()


@pytest.mark.parametrize(
    "state", ["", "7", "[]", "null", "{}", '{"queue":5}', '{"queue":[],"first":7}']
)
def test_a_round_that_cannot_be_read_is_none(tmp_path: Path, state: str) -> None:
    store = open_practice(tmp_path)
    store.begin("owl")
    store.keep_round("owl", Round(("c",)))
    store.close()
    with sqlite3.connect(tmp_path / PLAN.file) as db:
        db.execute("UPDATE round SET state = ?", (state,))
    db.close()
    store = open_practice(tmp_path)
    assert store.round("owl") is None
    store.keep_round("owl", Round(("d",)))
    assert store.round("owl") == Round(("d",))
    store.close()


def test_the_file_of_a_newer_version_is_left_alone(tmp_path: Path) -> None:
    with sqlite3.connect(tmp_path / PLAN.file) as db:
        db.execute("PRAGMA user_version = 99")
    db.close()
    before = (tmp_path / PLAN.file).read_bytes()
    store = open_practice(tmp_path)
    assert store.trouble == "newer"
    store.begin("owl")
    assert store.people() == ("owl",)
    store.close()
    assert (tmp_path / PLAN.file).read_bytes() == before


def test_without_a_place_to_write_it_works_and_says_so(tmp_path: Path) -> None:
    (tmp_path / "file").write_text("a file, where a folder should be")
    store = open_practice(tmp_path / "file")
    assert store.trouble == "forbidden"
    store.begin("owl")
    store.keep_answer("owl", "a", learn(None, "good", TODAY), Round(()))
    assert set(store.memories("owl")) == {"a"}
    store.close()


def test_an_answer_that_cannot_be_kept_is_told(tmp_path: Path) -> None:
    store = open_practice(tmp_path)
    with pytest.raises(RusitError) as error:
        store.keep_answer("nobody", "a", learn(None, "good", TODAY), Round(()))
    assert error.value.problem.code == "PRAC01"
    store.close()
