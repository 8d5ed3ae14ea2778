"""The letter to each office: weak facts, whom to ask, what we say, a box for the answer."""

from __future__ import annotations

from datetime import date
from pathlib import Path

from typer.testing import CliRunner

from engine.catalogue.compilation import check_content
from engine.cli.commands import commands
from engine.cli.letters import is_weak, questions_to_offices
from engine.resolving.facts import fact_today
from tests.engine.small import write_module

DAY = date(2026, 11, 20)
HELPLINES = """\
- {id: office, title: สำนักงานกลาง, phone: '1506', online: [www.office.th], for_what: ถาม, grade: C, source: leaflet}
- {id: other, title: สำนักงานอื่น, phone: '1330', for_what: ถาม, grade: C, source: leaflet}
"""  # noqa: E501 (a line of YAML)
WEAK = (
    ("    grade: A\n", "    grade: C\n    note: มาจากแหล่งเดียว\n"),
    ("    grade: B\n", "    grade: D\n    ask: other\n"),
    ("    explain:", "    helpline: office\n    explain:"),
)


def content_with(root: Path, *changes: tuple[str, str]) -> Path:
    content = write_module(root, *changes)
    (content / "helplines.yaml").write_text(HELPLINES, encoding="utf-8")
    return content


def letter(root: Path, *changes: tuple[str, str]) -> str:
    checked = check_content(content_with(root, *changes), DAY)
    assert not checked.problems.errors, [str(p) for p in checked.problems]
    facts = [f for f in map(fact_today, checked.facts.values()) if is_weak(f)]
    return questions_to_offices(checked.written, facts, DAY, "th")


def test_each_office_is_asked_about_its_own_facts(tmp_path: Path) -> None:
    one, other = letter(tmp_path, *WEAK).split("## ")[1:]
    assert one.startswith("สำนักงานกลาง · 1506 · www.office.th\n")
    assert "1. **เงินทดแทนต่อวัน**" in one
    assert "เราเขียนว่า: 300 บาทต่อวัน" in one
    assert "รู้จาก: แผ่นพับ 2568 (หน้า 4)" in one
    assert "มาจากแหล่งเดียว" in one
    assert "☐ ถูกต้อง ☐ ไม่ถูก" in one
    assert "`tiny.daily` (C)" in one
    assert other.startswith("สำนักงานอื่น · 1330\n")
    assert "จำนวนวันมากที่สุด" in other


def test_strong_facts_are_not_asked_about(tmp_path: Path) -> None:
    assert "## " not in letter(tmp_path)


def test_without_an_office_the_letter_says_so(tmp_path: Path) -> None:
    assert "## ยังไม่รู้ว่าถามที่ไหน" in letter(tmp_path, WEAK[0])


def test_an_unknown_office_is_told(tmp_path: Path) -> None:
    content = content_with(tmp_path, ("    grade: A\n", "    grade: A\n    ask: nobody\n"))
    assert [p.code for p in check_content(content, DAY).problems.errors] == ["ID02"]


def test_the_command_prints_the_letter(tmp_path: Path) -> None:
    content = content_with(tmp_path, *WEAK)
    asked = ["facts", "--weak", "--as-of", "2026-11-20", "--content", str(content)]
    said = CliRunner().invoke(commands, asked)
    assert said.exit_code == 0, said.output
    assert "# คำถามถึงหน่วยงาน" in said.output
    assert "20 พฤศจิกายน 2569" in said.output
    overdue = CliRunner().invoke(
        commands,
        ["facts", "--stale", "--weak", "--as-of", "2027-06-01", "--content", str(content)],
    )
    assert overdue.output.count("☐ ถูกต้อง") == 2
