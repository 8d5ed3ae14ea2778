"""What was practised, carried to another device by a code."""

from __future__ import annotations

import base64
import io
import json
import sys
import zlib
from datetime import date, timedelta
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

import rusit
from engine.diagnostics.problems import RusitError
from games.practice.animals import ANIMALS
from games.practice.rounds import Round
from games.practice.scheduler import Memory, learn
from games.practice.store import KIND, open_practice
from games.practice.transfer import FIRST_DAY, from_code, to_code

TODAY = date(2026, 11, 20)
DAYS = st.integers(0, 60_000).map(lambda n: FIRST_DAY + timedelta(days=n))
MEMORIES = st.dictionaries(
    st.text(min_size=1, max_size=20),
    st.builds(
        Memory,
        st.floats(0.001, 36_500).map(lambda x: round(x, 4)),
        st.floats(1, 10).map(lambda x: round(x, 4)),
        DAYS,
        DAYS,
        st.integers(0, 9999),
        st.integers(0, 9999),
    ),
    max_size=30,
)


@given(st.sampled_from(ANIMALS), MEMORIES, st.integers(0, 80))
def test_a_code_gives_back_what_was_put_in(
    animal: str, memories: dict[str, Memory], broken_at: int
) -> None:
    code = to_code(animal, memories)
    assert from_code(code) == (animal, memories)
    assert from_code(f" {code[:broken_at]}\n{code[broken_at:]} ") == (animal, memories)
    assert animal not in code


def made(content: Any, *, packed: bytes | None = None) -> str:
    """A code with the right sum, whatever is in it."""
    whole = zlib.compress(json.dumps(content).encode()) if packed is None else packed
    data = base64.b64encode(whole).decode()
    return f"RS1.{zlib.adler32(data.encode()):08x}.{data}"


CODE = to_code("owl", {"a": learn(None, "good", TODAY)})
CARD = ["a", 3.0, 5.0, 20000, 20003, 1, 0]


@pytest.mark.parametrize(
    ("written", "error"),
    [
        ("", "PRAC02"),
        ("สวัสดี นี่คือข้อความจากไลน์", "PRAC02"),
        (CODE.replace("RS1.", "RS7."), "PRAC03"),
        (CODE[:-5], "PRAC04"),
        (CODE.replace(CODE[20], "A" if CODE[20] != "A" else "B"), "PRAC04"),
        ("RS1.", "PRAC04"),
        (made([]), "PRAC04"),
        (made(7), "PRAC04"),
        (made({"animal": "somchai", "cards": []}), "PRAC04"),
        (made({"animal": ["owl"], "cards": []}), "PRAC04"),
        (made({"animal": "owl"}), "PRAC04"),
        (made({"animal": "owl", "cards": [5]}), "PRAC04"),
        (made({"animal": "owl", "cards": [[]]}), "PRAC04"),
        (made({"animal": "owl", "cards": [[7, *CARD[1:]]]}), "PRAC04"),
        (made({"animal": "owl", "cards": [[*CARD, 1]]}), "PRAC04"),
        (made({"animal": "owl", "cards": [["a", 0, *CARD[2:]]]}), "PRAC04"),
        (made({"animal": "owl", "cards": [["a", 1e300, *CARD[2:]]]}), "PRAC04"),
        (made({"animal": "owl", "cards": [["a", True, *CARD[2:]]]}), "PRAC04"),
        (made({"animal": "owl", "cards": [["a", float("nan"), *CARD[2:]]]}), "PRAC04"),
        (made({"animal": "owl", "cards": [["a", "much", *CARD[2:]]]}), "PRAC04"),
        (made({"animal": "owl", "cards": [[*CARD[:4], 10**30, 1, 0]]}), "PRAC04"),
        (made({"animal": "owl", "cards": [[*CARD[:5], 10**30, 0]]}), "PRAC04"),
        (made({"animal": "owl", "cards": [[*CARD[:6], -1]]}), "PRAC04"),
        (made({"animal": "owl", "cards": [["\ud800", *CARD[1:]]]}), "PRAC04"),
        (CODE.replace("RS1.", f"RS{'9' * 5000}."), "PRAC04"),
        (made({}, packed=b"no deflate"), "PRAC04"),
        (made({}, packed=zlib.compress(b"[" * 200_000)), "PRAC04"),
        (made({}, packed=zlib.compress(b"0" * 9_000_000)), "PRAC04"),
    ],
)
def test_a_bad_code_is_told(written: str, error: str) -> None:
    with pytest.raises(RusitError) as told:
        from_code(written)
    assert told.value.problem.code == error
    assert "nothing was changed" in told.value.problem.hint


def test_of_each_question_the_later_memory_is_kept(tmp_path: Path) -> None:
    store = open_practice(tmp_path)
    old, new = learn(None, "good", TODAY), learn(None, "again", TODAY + timedelta(days=2))
    store.begin("owl")
    store.keep_answer("owl", "here later", new, Round(("b",)))
    store.keep_answer("owl", "there later", old, Round(("b",)))
    store.take("owl", {"here later": old, "there later": new, "only there": old})
    assert store.memories("owl") == {"here later": new, "there later": new, "only there": old}
    assert store.round("owl") == Round(("b",))
    store.take("frog", {"a": old})
    assert store.people() == ("frog", "owl")
    store.close()


def run(capsys: pytest.CaptureFixture[str], *arguments: str) -> tuple[int, str, str]:
    before, sys.argv = sys.argv, ["rusit", "practice", "--lang", "en", *arguments]
    try:
        with pytest.raises(SystemExit) as end:
            rusit.main()
    finally:
        sys.argv = before
    out, err = capsys.readouterr()
    return int(end.value.code or 0), out, err


def test_the_command_gives_and_takes(
    tmp_path: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    here, there = str(tmp_path / "here"), str(tmp_path / "there")
    monkeypatch.setattr("sys.stdin", io.StringIO(CODE))
    assert run(capsys, "--saves", here, "--take", "-") == (0, "owl: 1 questions taken in\n", "")
    code, given_code, _ = run(capsys, "--saves", here, "--give", "owl")
    assert code == 0
    (tmp_path / "code.txt").write_text(given_code)
    assert run(capsys, "--saves", there, "--take", str(tmp_path / "code.txt"))[0] == 0
    assert run(capsys, "--saves", there, "--give", "owl")[1] == given_code
    code, _, err = run(capsys, "--saves", there, "--give", "frog")
    assert code == 2
    assert "owl" in err


@pytest.mark.parametrize("coding", ["utf-8", "utf-8-sig", "utf-16"])
def test_a_code_is_read_as_editors_and_shells_write_it(
    tmp_path: Path, capsys: pytest.CaptureFixture[str], coding: str
) -> None:
    file = tmp_path / "code.txt"
    file.write_text(CODE, encoding=coding)
    assert run(capsys, "--saves", str(tmp_path), "--take", str(file))[0] == 0


def test_nobody_is_not_given(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert run(capsys, "--saves", str(tmp_path), "--give", "")[0] == 2


def test_what_would_be_forgotten_is_not_taken_in(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    (tmp_path / "code.txt").write_text(CODE)
    (tmp_path / "file").write_text("a file, where a folder should be")
    code, out, err = run(
        capsys, "--saves", str(tmp_path / "file"), "--take", str(tmp_path / "code.txt")
    )
    assert (code, out) == (1, "")
    assert "PRAC05" in err
    assert KIND.file not in [path.name for path in tmp_path.iterdir()]
