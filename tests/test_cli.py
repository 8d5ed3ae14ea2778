"""The commands' contract: exit codes, streams, clear errors and no traceback."""

from __future__ import annotations

import json
import re
import subprocess
import sys
from pathlib import Path

import pytest

import rusit
from tests.engine.small import write_content

DAY = ("--as-of", "2026-11-20")


def run(capsys: pytest.CaptureFixture[str], *arguments: str) -> tuple[int, str, str]:
    """(exit code, standard output, standard error) of a command, in this process."""
    before = sys.argv
    spoken = () if not arguments or "--lang" in arguments else ("--lang", "en")
    sys.argv = ["rusit", *arguments, *spoken]
    try:
        with pytest.raises(SystemExit) as end:
            rusit.main()
    finally:
        sys.argv = before
    code = end.value.code
    out, err = capsys.readouterr()
    assert "Traceback" not in out + err
    return (code if isinstance(code, int) else 0), out, err


Capsys = pytest.CaptureFixture[str]


def test_a_clean_check_exits_0(tmp_path: Path, capsys: Capsys) -> None:
    content = str(write_content(tmp_path))
    code, out, err = run(capsys, "check", "--content", content, *DAY)
    assert (code, err) == (0, "")
    assert "0 errors, 0 warnings, as of 2026-11-20" in out


def test_problems_exit_1_with_place_code_message_and_hint(tmp_path: Path, capsys: Capsys) -> None:
    content = write_content(tmp_path, ("icon: bed", "icon: bedd"))
    code, out, _ = run(capsys, "check", "--content", str(content), *DAY)
    assert code == 1
    line = next(i for i, text in enumerate(out.splitlines()) if "ICON01" in text)
    assert out.splitlines()[line].split(": ")[0].endswith("tiny.yaml:40:11")
    assert "did you mean bed?" in out.splitlines()[line + 1]


def test_strict_makes_warnings_count(tmp_path: Path, capsys: Capsys) -> None:
    content = str(write_content(tmp_path, ('explain: "ได้', 'explain: "ได้ 300 บาท')))
    assert run(capsys, "check", "--content", content, *DAY)[0] == 0
    assert run(capsys, "check", "--content", content, *DAY, "--strict")[0] == 1


def test_json_is_for_programs(tmp_path: Path, capsys: Capsys) -> None:
    content = str(write_content(tmp_path, ("minutes: 10", "minutes: 9")))
    code, out, _ = run(capsys, "check", "--content", content, *DAY, "--format", "json")
    data = json.loads(out)
    assert code == 1
    assert [p["code"] for p in data["problems"]] == ["MOD01"]
    assert data["modules"]["tiny"]["questions"] == 1


def test_a_directory_called_like_a_module_is_told(tmp_path: Path, capsys: Capsys) -> None:
    content = write_content(tmp_path)
    (content / "modules" / "folder.yaml").mkdir()
    code, out, _ = run(capsys, "check", "--content", str(content), *DAY)
    assert code == 1
    assert "folder.yaml:1:1: FILE01" in out


def test_the_installed_command_starts_and_helps() -> None:
    command = [sys.executable, "-m", "rusit", "--help"]
    done = subprocess.run(command, capture_output=True, text=True, check=False)
    assert done.returncode == 0
    for name in (
        "build",
        "changes",
        "check",
        "explain",
        "facts",
        "new",
        "play",
        "practice",
        "schema",
    ):
        assert name in done.stdout


def test_fix_shows_a_diff_and_writes_only_when_told(tmp_path: Path, capsys: Capsys) -> None:
    content = write_content(tmp_path, ("summary: สิทธิสำหรับทดสอบ", "summary: สิทธิสำาหรับทดสอบ"))
    module = content / "modules" / "tiny.yaml"
    before = module.read_bytes()
    code, out, _ = run(capsys, "check", "--content", str(content), *DAY, "--fix")
    assert code == 1
    assert "-summary: สิทธิสำาหรับทดสอบ" in out
    assert "+summary: สิทธิสำหรับทดสอบ" in out
    assert module.read_bytes() == before
    assert run(capsys, "check", "--content", str(content), *DAY, "--fix", "--yes")[0] == 0
    assert "สิทธิสำหรับทดสอบ" in module.read_text(encoding="utf-8")


def test_github_format_annotates_lines(tmp_path: Path, capsys: Capsys) -> None:
    content = str(write_content(tmp_path, ("icon: bed", "icon: bedd")))
    _, out, _ = run(capsys, "check", "--content", content, *DAY, "--format", "github")
    assert out.startswith("::error file=")
    assert ",line=40,col=11,title=ICON01::" in out


@pytest.mark.parametrize("command", ["print", "check"])
def test_a_card_that_is_too_long_is_named_with_its_file_and_line(
    tmp_path: Path, capsys: Capsys, command: str
) -> None:
    change = ("explain: ", f"explain: {'อธิบายยาวไปเรื่อย ๆ ' * 60} #")
    content = str(write_content(tmp_path, change))
    where = ("--content", content, "--out", str(tmp_path / "out"), "--jobs", "1")
    options = ("--content", content) if command == "check" else ("quiz-cards", *where)
    code, out, err = run(capsys, command, *options, *DAY)
    assert code == 1
    assert re.search(
        r"modules/tiny\.yaml:\d+:\d+: PRINT02: the back of the card tiny\.q\.days", out + err
    )
