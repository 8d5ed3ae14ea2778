"""`rusit saves`: what the files hold, a game as plain text, and back."""

from __future__ import annotations

import io
import subprocess
import sys
from pathlib import Path

import pytest

import rusit
from games.cli import commands
from games.session import open_store
from games.session.store import KIND
from tests.shipped import shipped_catalogue

FIRST_COPY = """
import sys
from pathlib import Path
from games.session import open_store
store = open_store(Path(sys.argv[1]))
sys.stdout.write(".")
sys.stdout.flush()
sys.stdin.read()
"""
"""A process that has the saves open until its input ends: locks hold between processes only."""


def run(capsys: pytest.CaptureFixture[str], *arguments: str) -> tuple[int, str, str]:
    return run_rusit(capsys, "saves", *arguments)


def run_rusit(capsys: pytest.CaptureFixture[str], *arguments: str) -> tuple[int, str, str]:
    before, sys.argv = sys.argv, ["rusit", *arguments]
    try:
        with pytest.raises(SystemExit) as end:
            rusit.main()
    finally:
        sys.argv = before
    out, err = capsys.readouterr()
    return int(end.value.code or 0), out, err


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    store = open_store(tmp_path)
    game = store.begin(7, '{"teams": 2, "names": ["ทีมช้าง"]}', "abc", '{"facts": "เดิม"}')
    for number in range(3):
        store.append(game, number, f'{{"move":"throw","n":{number}}}')
    store.close()
    return tmp_path


def test_check_tells_what_is_there(folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
    before = (folder / KIND.file).read_bytes()
    code, out, _ = run(capsys, "check", "--saves", str(folder))
    assert code == 0
    assert "เกม 1: 3 ตา ยังเล่นอยู่ ฉบับ abc" in out
    (folder / KIND.file).write_bytes(before.replace(b'n\\":1', b'n\\":7'))
    code, out, _ = run(capsys, "check", "--saves", str(folder))
    assert code == 1
    assert "เกม 1: 1 ตา" in out
    assert "บรรทัด 5" in out
    (folder / KIND.file).write_bytes(before[: before.rindex(b"\n", 0, -1) + 1])
    code, out, _ = run(capsys, "check", "--saves", str(folder))
    assert code == 1
    assert "ขาดตอนท้ายไป 1 บรรทัด" in out


def test_a_game_goes_out_as_text_and_comes_back(
    folder: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    code, text, _ = run(capsys, "export", "--saves", str(folder))
    assert code == 0
    assert '{"move":"throw","n":2}' in text.splitlines()
    exported, there = tmp_path / "game.txt", tmp_path / "there"
    exported.write_text(text, encoding="utf-8")
    assert run(capsys, "import", str(exported), "--saves", str(there))[0] == 0
    store = open_store(there)
    saved = store.open_game()
    assert saved is not None
    assert (saved.seed, saved.edition, len(saved.moves)) == (7, "abc", 3)
    assert store.catalogue("abc") == '{"facts": "เดิม"}'
    store.close()
    assert run(capsys, "export", "--saves", str(there))[1] == text


def test_a_changed_text_is_refused_whole(
    folder: Path,
    tmp_path: Path,
    capsys: pytest.CaptureFixture[str],
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    text = run(capsys, "export", "--saves", str(folder))[1]
    lines = text.splitlines(keepends=True)
    for bad in (
        "",
        "a recipe",
        text[:-40],
        text.replace('"n":1', '"n":2'),
        text.replace("seed 7", "seed 8"),
        text.replace("moves 3", "moves 2"),
        text.replace("moves 3", "moves -1"),
        text.replace("moves 3", "moves 3333333333333"),
        "".join(lines[:-1]),
        lines[0],
    ):
        monkeypatch.setattr("sys.stdin", io.StringIO(bad))
        code, _, err = run(capsys, "import", "-", "--saves", str(tmp_path / "there"))
        assert code == 1
        assert "SES04" in err
    assert not (tmp_path / "there").exists()


def test_no_such_game(folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
    code, _, err = run(capsys, "export", "9", "--saves", str(folder))
    assert code == 2
    assert "ที่มีคือ 1" in err


def test_a_second_copy_says_so_and_ends(
    folder: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("SDL_VIDEODRIVER", "dummy")
    monkeypatch.setattr(commands, "catalogue_of", lambda *_: shipped_catalogue())
    pipes = {"stdin": subprocess.PIPE, "stdout": subprocess.PIPE}
    with subprocess.Popen([sys.executable, "-c", FIRST_COPY, str(folder)], **pipes) as first:
        assert first.stdout is not None
        assert first.stdout.read(1) == b"."
        code, _, err = run_rusit(capsys, "play", "--saves", str(folder))
        first.communicate()
    assert code == 1
    assert "SES03" in err
