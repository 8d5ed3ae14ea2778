"""The commands' contract: exit codes, streams, clear errors and no traceback."""

from __future__ import annotations

import json
import os
import re
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

import rusit
from games.web.export.packed_content import unpacked
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
        ("play", "--modules", "moon", "--demo"),
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
        ("practice", "--modules", "moon", "--demo"),
        ("simulate", "--modules", "moon"),
        ("simulate", "--games", "0"),
        ("simulate", "--minutes", "33"),
        ("simulate", "--together", "--teams", "1"),
        ("print", "no-such-sheet"),
        ("schema", "cake"),
        ("nonsense",),
        ("check", "--nonsense"),
    ],
)
def test_wrong_usage_exits_2(capsys: Capsys, arguments: tuple[str, ...]) -> None:
    code, out, err = run(capsys, *arguments)
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
    capsys: Capsys, command: tuple[str, ...]
) -> None:
    code, out, err = run(capsys, *command, "--modules", "section40,moon")
    assert (code, out) == (2, "")
    assert "--modules: there is no module 'moon'; there are section40, gold_card" in err


BAD_FILES: dict[str, bytes] = {
    "tabs": b"id: tiny\n\ttitle: x\n",
    "indentation": b"id: tiny\ntitle:\n  th: a\n en: b\n",
    "unknown key": b"id: tiny\nnonsense: 1\n",
    "duplicate key": b"id: tiny\nid: tiny\n",
    "empty": b"",
    "binary": bytes(range(256)) * 8,
    "anchors": b"id: &a tiny\ntitle: *a\n",
    "a list": b"- 1\n- 2\n",
    "a number": b"12\n",
    "huge": b"a: " + b"x" * 50_000_000,
}


def test_a_bad_file_is_told_and_nothing_built_is_lost(tmp_path: Path, capsys: Capsys) -> None:
    content = write_content(tmp_path)
    out = tmp_path / "build"
    arguments = ("--content", str(content), "--out", str(out), "--only", "pack", *DAY)
    assert run(capsys, "build", *arguments)[0] == 0
    before = (out / "catalogue.json").read_bytes()
    shutil.rmtree(content / "locale")  # most of the time of each further build
    for name, bad in BAD_FILES.items():
        (content / "modules" / "other.yaml").write_bytes(bad)
        code, said, err = run(capsys, "build", *arguments)
        assert (code, said) == (1, ""), name
        assert "other.yaml:" in err, name
        assert (out / "catalogue.json").read_bytes() == before, name


def test_a_directory_called_like_a_module_is_told(tmp_path: Path, capsys: Capsys) -> None:
    content = write_content(tmp_path)
    (content / "modules" / "folder.yaml").mkdir()
    code, out, _ = run(capsys, "check", "--content", str(content), *DAY)
    assert code == 1
    assert "folder.yaml:1:1: FILE01" in out


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
    tmp_path: Path, capsys: Capsys, command: tuple[str, ...], code: str
) -> None:
    (tmp_path / "README.md").write_text("a file", encoding="utf-8")
    for folder in (tmp_path / "README.md", tmp_path / "README.md" / "in", Path("/proc")):
        exited, out, err = run(capsys, *command, str(folder))
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


def test_rules_without_their_words_are_told(tmp_path: Path, capsys: Capsys) -> None:
    content = write_content(tmp_path)
    words = content / "locale" / "rules.yaml"
    whole = words.read_text(encoding="utf-8")
    words.write_text(whole.replace("\ngoal.head:", "\ngoal.other:"), encoding="utf-8")
    code, out, err = run(capsys, "rules", "--content", str(content), *DAY)
    assert (code, out) == (1, "")
    assert "UI03: the words goal.head are missing in content/locale/rules.yaml" in err


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


def test_build_writes_the_catalogue_once(tmp_path: Path, capsys: Capsys) -> None:
    content, out = write_content(tmp_path), tmp_path / "build"
    arguments = ("build", "--content", str(content), "--out", str(out), "--only", "pack", *DAY)
    assert run(capsys, *arguments)[0] == 0
    catalogue = json.loads((out / "catalogue.json").read_text(encoding="utf-8"))
    assert catalogue["modules"][0]["questions"][0]["ask"]["breaks"]
    manifest = json.loads((out / "manifest.json").read_text(encoding="utf-8"))
    assert {"catalogue.json", "schema/module.json"} <= set(manifest["outputs"])
    _, said, _ = run(capsys, *arguments)
    assert "nothing changed" in said


def test_a_build_puts_the_languages_asked_for_into_the_practice_page(
    tmp_path: Path, capsys: Capsys
) -> None:
    content, out = write_content(tmp_path), tmp_path / "out"
    arguments = ("build", "--content", str(content), "--out", str(out), "--only", "web", *DAY)
    assert run(capsys, *arguments, "--langs", "th,en")[::2] == (0, "")
    page = (out / "web" / "rusit-practice.html").read_text(encoding="utf-8")
    contents = {code: json.loads(written) for code, written in unpacked(page).items()}
    titles = {code: held["modules"][0]["title"] for code, held in contents.items()}
    assert {code: title.replace("\u200b", "") for code, title in titles.items()} == {
        "th": "สิทธิเล็ก",
        "en": "Tiny right",
    }


def test_facts_tells_value_grade_source_and_review(tmp_path: Path, capsys: Capsys) -> None:
    content = str(write_content(tmp_path))
    code, out, _ = run(capsys, "facts", "--content", content, *DAY, "--lang", "th")
    assert code == 0
    row = next(line.split("\t") for line in out.splitlines() if line.startswith("tiny.daily"))
    assert row[2:7] == ["300 บาทต่อวัน", "1 มกราคม 2569", "A", "แผ่นพับ 2568", "20 พฤษภาคม 2570"]
    _, later, _ = run(capsys, "facts", "--content", content, "--as-of", "2028-01-01", "--stale")
    assert "(overdue)" in later


@pytest.mark.parametrize("form", ["text", "json"])
def test_facts_of_files_that_cannot_be_used_are_missed_aloud(
    tmp_path: Path, capsys: Capsys, form: str
) -> None:
    content = write_content(tmp_path)
    for name, bad, code in (
        ("tab", b"id: tab\n\ttitle: x\n", "YAML02"),
        ("key", b"id: key\nx: 1", "SHAPE"),
    ):
        (content / "modules" / f"{name}.yaml").write_bytes(bad)
        exited, out, err = run(capsys, "facts", "--content", str(content), "--format", form, *DAY)
        assert exited == 1
        assert "tiny.daily" in out
        assert f"{name}.yaml:" in err
        assert code in err
        (content / "modules" / f"{name}.yaml").unlink()


def test_facts_leaves_other_errors_to_the_check(tmp_path: Path, capsys: Capsys) -> None:
    content = str(write_content(tmp_path, ("icon: bed", "icon: bedd")))
    code, _, err = run(capsys, "facts", "--content", content, *DAY)
    assert code == 0
    assert "ICON01" not in err


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


def test_changes_between_two_days(tmp_path: Path, capsys: Capsys) -> None:
    content = str(write_content(tmp_path))
    code, out, _ = run(
        capsys,
        "changes",
        "2025-12-31",
        "2026-01-01",
        "--content",
        content,
        "--format",
        "json",
        *DAY,
        "--lang",
        "th",
    )
    data = json.loads(out)
    assert code == 0
    (fact,) = data["facts"]
    assert (fact["id"], fact["old"], fact["new"]) == ("tiny.daily", "200 บาทต่อวัน", "300 บาทต่อวัน")
    assert [q["id"] for q in data["answers"]] == ["tiny.q.days"]


def test_changes_as_a_notice_to_hang_up(tmp_path: Path, capsys: Capsys) -> None:
    content, notice = str(write_content(tmp_path)), tmp_path / "hang" / "notice.pdf"
    wanted = ["changes", "2025-12-31", "2026-01-01", "--notice", str(notice), "--content", content]
    code, out, err = run(capsys, *wanted, *DAY)
    assert code == 0
    assert "tiny.daily" in out
    assert f"notice: {notice}, edition notice-" in err
    assert notice.read_bytes().startswith(b"%PDF-")


def test_changes_wants_sides_it_can_find(tmp_path: Path, capsys: Capsys) -> None:
    content = str(write_content(tmp_path))
    code, _, err = run(capsys, "changes", "yesterday", "2026-01-01", "--content", content, *DAY)
    assert code == 1
    assert "REV01" in err


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
