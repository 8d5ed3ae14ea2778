"""`rusit facts` and `rusit changes`: values, grades, sources, and what another day changes."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from tests.engine.small import write_content
from tests.test_cli import DAY, Capsys, run


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
