"""A whole build: the same bytes in two folders, only dependants redone, nothing lost."""

from __future__ import annotations

import json
import sys
from pathlib import Path

import pytest

import rusit
from tests.engine.small import write_content


def build(capsys: pytest.CaptureFixture[str], content: Path, out: Path, *more: str) -> str:
    """Standard output of a build that must go well."""
    before = sys.argv
    sys.argv = ["rusit", "build", "--content", str(content), "--out", str(out)]
    sys.argv += ["--as-of", "2026-11-20", "--jobs", "1", *more]
    try:
        with pytest.raises(SystemExit) as end:
            rusit.main()
    finally:
        sys.argv = before
    said, err = capsys.readouterr()
    assert end.value.code in (0, None), err
    return said


def files(out: Path) -> dict[str, bytes]:
    """What was built; what a build keeps for the next one has a name with a dot."""
    found = {p.relative_to(out): p for p in out.rglob("*") if p.is_file()}
    return {
        name.as_posix(): path.read_bytes()
        for name, path in found.items()
        if not name.parts[0].startswith(".")
    }


def test_two_builds_in_two_folders_give_the_same_bytes(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    for name in ("one", "two"):
        build(capsys, write_content(tmp_path / name), tmp_path / name / "out")
    one, two = files(tmp_path / "one" / "out"), files(tmp_path / "two" / "out")
    assert one.keys() == two.keys()
    assert "print/tiny/onepager.pdf" in one
    assert [name for name in one if one[name] != two[name]] == []


def test_a_changed_amount_remakes_what_shows_it_and_nothing_else(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    out = tmp_path / "out"
    build(capsys, write_content(tmp_path), out)
    assert "ไม่มีอะไรเปลี่ยน" in build(capsys, tmp_path / "content", out)
    before = files(out)
    old = json.loads(before["manifest.json"])["outputs"]
    build(capsys, write_content(tmp_path, ("value: 30,", "value: 45,")), out)
    after = files(out)
    changed = {name for name in after if after[name] != before[name]}
    shows = {name for name, entry in old.items() if "tiny.most" in entry["facts"]}
    assert shows >= {"print/tiny/onepager.pdf", "print/tiny/quiz-cards.pdf"}
    assert changed == shows | {"catalogue.json", "manifest.json"}
    new = json.loads(after["manifest.json"])["outputs"]
    assert all(new[name]["edition"] != old[name]["edition"] for name in shows)


def test_a_build_after_a_change_gives_the_bytes_of_a_build_from_nothing(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    change = ("value: 30,", "value: 45,")
    build(capsys, write_content(tmp_path / "one"), tmp_path / "out", "--only", "print")
    build(capsys, write_content(tmp_path / "one", change), tmp_path / "out", "--only", "print")
    build(capsys, write_content(tmp_path / "two", change), tmp_path / "new", "--only", "print")
    changed, new = files(tmp_path / "out"), files(tmp_path / "new")
    assert changed.keys() == new.keys()
    assert [n for n in new if n != "manifest.json" and new[n] != changed[n]] == []
