"""Wrong usage of the commands: told on standard error, by exit code 2 or 1, before any work."""

from __future__ import annotations

import os
from pathlib import Path

import pytest

from tests.engine.small import write_content
from tests.test_cli import DAY, Capsys, run


@pytest.fixture(scope="module")
def tiny(tmp_path_factory: pytest.TempPathFactory) -> str:
    """A content folder of one small module, read in a tenth of the time of ours."""
    return str(write_content(tmp_path_factory.mktemp("tiny")))


@pytest.mark.parametrize(
    "arguments",
    [
        ("check", "--as-of", "yesterday"),
        ("check", "--lang", "fr"),
        ("build", "--jobs", "0"),
        ("build", "--only", "cake"),
        ("build", "--only", ","),
        ("build", "--langs", "th,fr"),
        ("build", "--langs", "../en"),
        ("facts", "--grade", "E"),
        ("play", "--minutes", "33"),
        ("play", "--teams", "9"),
        ("play", "--size", "big"),
        ("play", "--size", "²x800"),
        ("play", "--size", "1280x10001"),
        ("play", "--size", f"{'9' * 5000}x800"),
        ("play", "--seed", str(2**63)),
        ("practice", "--seed", str(2**63)),
        ("simulate", "--seed", str(2**63)),
        ("serve", "--port", "65536"),
        ("serve", "--port", "-1"),
        ("check", "--as-of", "1899-12-31"),
        ("check", "--as-of", "2201-01-01"),
        ("build", "--address", "rusit.example"),
        ("print", "--address", "javascript:alert(1)"),
        ("print", "--address", f"https://{'x' * 493}"),
        ("simulate", "--games", "0"),
        ("simulate", "--minutes", "33"),
        ("simulate", "--together", "--teams", "1"),
        ("print", "no-such-sheet", "--jobs", "1"),
        ("schema", "cake"),
        ("nonsense",),
        ("check", "--nonsense"),
    ],
)
def test_wrong_usage_exits_2(capsys: Capsys, tiny: str, arguments: tuple[str, ...]) -> None:
    code, out, err = run(capsys, *arguments, "--content", tiny)
    assert code == 2
    assert out == ""
    assert "Error" in err or "ใช้คำสั่งไม่ถูก" in err


def test_a_buddhist_year_is_told_in_the_other_calendar(capsys: Capsys) -> None:
    for wrong in (("check", "--as-of", "2569-11-20"), ("changes", "2569-01-01", "2026-11-20")):
        code, out, err = run(capsys, *wrong)
        assert (code, out) == (2, "")
        assert "2569 is a Buddhist year; write 2026" in err


@pytest.mark.parametrize(
    "command", [("play", "--demo"), ("practice", "--demo"), ("practice",), ("simulate",)]
)
def test_an_unknown_module_is_named_and_those_there_are(
    capsys: Capsys, monkeypatch: pytest.MonkeyPatch, tiny: str, command: tuple[str, ...]
) -> None:
    monkeypatch.setenv("SDL_VIDEODRIVER", "dummy")
    code, out, err = run(capsys, *command, "--modules", "tiny,moon", "--content", tiny)
    assert (code, out) == (2, "")
    assert "--modules: there is no module 'moon'; there are tiny" in err


def test_a_folder_without_a_module_is_told(tmp_path: Path, capsys: Capsys) -> None:
    (tmp_path / "modules").mkdir()
    for folder in (tmp_path, tmp_path / "nowhere"):
        code, out, err = run(capsys, "check", "--content", str(folder), *DAY)
        assert (code, out) == (1, "")
        assert "FILE02" in err


@pytest.mark.parametrize(
    ("command", "code"),
    [
        (("simulate", "--games", "100000", "--plots"), "FILE04"),
        (("play", "--demo", "--screenshots"), "UI02"),
        (("practice", "--demo", "--screenshots"), "UI02"),
    ],
)
def test_a_folder_that_takes_no_file_is_told_before_playing(
    tmp_path: Path, capsys: Capsys, tiny: str, command: tuple[str, ...], code: str
) -> None:
    (tmp_path / "README.md").write_text("a file", encoding="utf-8")
    for folder in (tmp_path / "README.md", tmp_path / "README.md" / "in", Path("/proc")):
        exited, out, err = run(capsys, *command, str(folder), "--content", tiny)
        assert (exited, out) == (1, "")
        assert code in err
        assert "100000" not in err


@pytest.mark.parametrize(
    "command",
    [
        ("new", "module", "fresh"),
        ("new", "question", "tiny.q.fresh", "--module", "tiny"),
        ("check", "--fix", "--yes"),
    ],
)
def test_content_that_cannot_be_written_is_told(
    tmp_path: Path, capsys: Capsys, command: tuple[str, ...]
) -> None:
    content = write_content(tmp_path, ("summary: สิทธิสำหรับทดสอบ", "summary: สิทธิสำาหรับทดสอบ"))
    before = (content / "modules" / "tiny.yaml").read_bytes()
    for name in ("tiny", "fresh"):
        # What is written first, next to the file, cannot be: a folder has its name.
        (content / "modules" / f".{name}.yaml.{os.getpid()}.part").mkdir()
    code, _, err = run(capsys, *command, "--content", str(content), *DAY)
    assert code == 1
    assert "FILE04: cannot read or write" in err
    assert (content / "modules" / "tiny.yaml").read_bytes() == before


def test_new_module_wants_a_content_folder_and_a_short_id(tmp_path: Path, capsys: Capsys) -> None:
    nowhere = tmp_path / "nowhere"
    code, out, err = run(capsys, "new", "module", "q", "--content", str(nowhere))
    assert (code, out) == (1, "")
    assert "FILE02" in err
    assert not nowhere.exists()
    content = str(write_content(tmp_path))
    code, _, err = run(capsys, "new", "module", "q" * 300, "--content", content)
    assert code == 1
    assert "NEW01" in err
    assert run(capsys, "new", "module", "q" * 72, "--content", content)[0] == 0
    assert run(capsys, "check", "--content", content)[0] == 0


def test_a_folder_that_cannot_be_listed_is_told(
    tmp_path: Path, capsys: Capsys, monkeypatch: pytest.MonkeyPatch
) -> None:
    content = write_content(tmp_path)

    def refused(self: Path) -> None:
        raise PermissionError(13, "Permission denied", str(self))

    monkeypatch.setattr(Path, "iterdir", refused)
    code, out, err = run(capsys, "check", "--content", str(content), *DAY)
    assert (code, out) == (1, "")
    assert err == f"FILE04: cannot read or write {content / 'modules'}: Permission denied\n"


def test_rules_without_their_words_are_told(tmp_path: Path, capsys: Capsys) -> None:
    content = write_content(tmp_path)
    words = content / "locale" / "rules.yaml"
    whole = words.read_text(encoding="utf-8")
    words.write_text(whole.replace("\ngoal.head:", "\ngoal.other:"), encoding="utf-8")
    code, out, err = run(capsys, "rules", "--content", str(content), *DAY)
    assert (code, out) == (1, "")
    assert "UI03: the words goal.head are missing in content/locale/rules.yaml" in err
