"""What the computer remembers, also when the power goes."""

from __future__ import annotations

import os
import signal
import subprocess
import sys
from datetime import date
from pathlib import Path

import pytest

from engine.diagnostics.problems import RusitError
from games.practice.rounds import Round
from games.practice.scheduler import learn
from games.practice.store import KIND, open_practice
from games.storage import StoreEntry
from games.storage.lines import ALONE, file_of

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
    (tmp_path / KIND.file).write_bytes(b"no database at all, just words" * 50)
    store = open_practice(tmp_path)
    assert store.set_aside is not None
    assert store.set_aside.exists()
    store.begin("owl")
    assert store.people() == ("owl",)
    store.close()


MEMORY = learn(None, "good", TODAY)
PACKED = ["a", MEMORY.stability, MEMORY.difficulty, "2026-11-20", "2026-11-23", 1, 0]
ROUND = {"queue": ["c"], "first": {}, "returned": {}, "mode": "questions", "spent": 1.0}


@pytest.mark.parametrize(
    "value",
    [
        ["learned", "owl"],
        ["learned", "somchai", []],
        ["learned", ["owl"], []],
        ["learned", "owl", [["b"]]],
        ["learned", "owl", [[*PACKED[:1], 1e300, *PACKED[2:]]]],
        ["learned", "owl", [[*PACKED[:1], float("nan"), *PACKED[2:]]]],
        ["learned", "owl", [[*PACKED[:2], 11, *PACKED[3:]]]],
        ["learned", "owl", [[*PACKED[:4], "soon", 1, 0]]],
        ["learned", "owl", [[*PACKED[:5], 10**30, 0]]],
        ["learned", "owl", [[*PACKED[:5], 1, -1]]],
        ["answer", "owl", PACKED, {}],
        ["answer", "owl", PACKED, {**ROUND, "queue": 5}],
        ["answer", "owl", PACKED, {**ROUND, "first": 7}],
        ["answer", "owl", PACKED, {**ROUND, "first": {"a": "perfect"}}],
        ["answer", "owl", PACKED, {**ROUND, "spent": float("nan")}],
        ["answer", "owl", PACKED, {**ROUND, "spent": 1e300}],
        ["round", "owl", 7],
        ["round"],
        ["sung", "owl", []],
        [],
    ],
)
def test_entries_that_make_no_sense_are_left_out_and_said(
    tmp_path: Path, value: list[object]
) -> None:
    good = [["learned", "owl", [PACKED]], ["round", "owl", ROUND]]
    entries = [StoreEntry(ALONE, v) for v in (*good[:1], value, *good[1:])]
    (tmp_path / KIND.file).write_bytes(file_of(KIND.name, entries))
    store = open_practice(tmp_path)
    assert store.damaged
    assert store.set_aside is not None
    assert store.people() == ("owl",)
    assert list(store.memories("owl")) == ["a"]
    assert store.round("owl") == Round(("c",), spent=1.0)
    store.close()


def test_who_is_forgotten_is_gone_from_the_file(tmp_path: Path) -> None:
    store = open_practice(tmp_path)
    for animal in ("owl", "frog"):
        store.begin(animal)
        store.keep_answer(animal, "a", MEMORY, Round(()))
    store.forget("owl")
    assert b"owl" not in (tmp_path / KIND.file).read_bytes()
    store.keep_answer("frog", "b", MEMORY, Round(()))
    store.close()
    again = open_practice(tmp_path)
    assert not again.damaged
    assert set(again.memories("frog")) == {"a", "b"}
    again.close()


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
