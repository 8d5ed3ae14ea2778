"""Hostile content is told or taken, whatever it is: no crash, no hang, a code for each problem.

How long the whole command takes, and how much memory, `make bench` measures with larger files.
"""

from __future__ import annotations

import os
import subprocess
import sys
from datetime import date
from pathlib import Path

import pytest

from engine.catalogue.compilation import Checked, check_content
from engine.cli.reports import check_github, check_json, check_text
from engine.diagnostics.explain import rules
from engine.diagnostics.problems import MOST_REPORTED, MOST_WORDS, Problem, Problems, RusitError
from engine.linting.repair import repairs
from engine.loading.content import MOST_LOOKED_FOR
from engine.loading.files import MOST_BYTES
from engine.loading.similar_names import closest_name
from engine.loading.yaml_loader import MOST_TEXT
from engine.resolving.markdown import MOST_SIGNS, MOST_SIGNS_IN_FILE, RichText
from engine.thai.word_breaks import WordBreaker
from tests.engine.hostile import Hostile, hostile
from tests.engine.hostile.repeating import numbered
from tests.engine.hostile.texts import TEXTS
from tests.engine.small import write_module

DAY = date(2026, 11, 20)
SIZE = 14_000
"""Enough for the longest text, and for more problems than are told."""


@pytest.fixture
def content(tmp_path: Path) -> Path:
    """A good content folder."""
    return write_module(tmp_path)


def codes(checked: Checked) -> set[str]:
    return {problem.code for problem in checked.problems}


def put_module(content: Path, old: str, new: str) -> Checked:
    """The check of the good module with one of its pieces replaced."""
    path = content / "modules" / "tiny.yaml"
    text = path.read_text(encoding="utf-8")
    assert old in text
    path.write_text(text.replace(old, new, 1), encoding="utf-8")
    return check_content(content, DAY)


SUMMARY = "สิทธิสำหรับทดสอบ"


@pytest.mark.parametrize("bad", list(hostile()), ids=lambda bad: bad.name.replace(" ", "-"))
def test_it_is_told_or_taken(content: Path, bad: Hostile) -> None:
    bad.put(content, SIZE)
    checked = check_content(content, DAY)
    for problem in checked.problems:
        assert problem.code in rules()
        assert problem.line >= 1
        assert problem.col >= 1
        assert max(len(problem.message), len(problem.hint)) <= MOST_WORDS
    for write in (check_text, check_json, check_github):
        write(checked).encode()


def test_one_byte_too_many_is_refused_and_one_less_is_read(content: Path) -> None:
    path = content / "keep_together.txt"
    path.write_bytes(b"#" * (MOST_BYTES + 1))
    assert codes(check_content(content, DAY)) == {"YAML06"}
    path.write_bytes(b"#" * MOST_BYTES)
    assert codes(check_content(content, DAY)) == set()


def test_a_text_has_a_longest(content: Path) -> None:
    longest = "ก" * MOST_TEXT
    assert codes(put_module(content, SUMMARY, longest)) == set()
    (problem,) = put_module(content, longest, f"{longest}ก").problems
    assert (problem.code, problem.line, problem.col) == ("YAML12", 7, 10)


def test_a_text_does_not_outgrow_itself_by_its_facts(content: Path) -> None:
    words = "  - {id: tiny.words, label: ก, unit: text, checked: 2026-11-20, grade: A,\n"
    words += "     review_by: 2027-05-20, reference_only: ก,\n"
    words += f"     values: [{{from: 2018-01-01, value: {'ก' * 400}, source: leaflet}}]}}\n"
    assert codes(put_module(content, "schemes:\n", f"{words}schemes:\n")) == set()
    ten, eleven = '"' + "{tiny.words}" * 10 + '"', '"' + "{tiny.words}" * 11 + '"'
    assert codes(put_module(content, SUMMARY, ten)) == set()
    assert codes(put_module(content, ten, eleven)) == {"TEXT05"}


def test_a_character_that_cannot_be_seen_is_not_let_in_by_an_escape(content: Path) -> None:
    (problem,) = put_module(content, SUMMARY, r'"a\0b"').problems
    assert (problem.code, problem.line) == ("YAML09", 7)
    assert "U+0000" in problem.message


def test_filters_cannot_multiply_for_ever(content: Path) -> None:
    place = '"{tiny.daily' + "|times 9999" * 200 + '}"'
    assert codes(put_module(content, SUMMARY, place)) == {"FACT04"}


@pytest.mark.parametrize("sign", ["* ", "1. ", "> *a* ", "- a\\n", "1. a\\n"])
def test_signs_of_markdown_are_counted(content: Path, sign: str) -> None:
    few, many = f'"{sign * 50}"', f'"{sign * MOST_SIGNS}a*"'
    assert "TEXT05" not in codes(put_module(content, SUMMARY, few))
    assert "TEXT05" in codes(put_module(content, few, many))


def test_signs_of_markdown_are_counted_over_a_file(content: Path) -> None:
    def items(n: int) -> str:
        return "      - '**ก**'\n" * n

    block = "  - kind: papers\n    title: ก\n    items:\n"
    most = MOST_SIGNS_IN_FILE // 4
    good, bad = f"{block}{items(most)}", f"{block}{items(most + 1)}"
    assert codes(put_module(content, "questions:\n", f"{good}questions:\n")) == set()
    assert codes(put_module(content, good, bad)) == {"TEXT05"}


@pytest.mark.slow
def test_words_are_found_in_the_strangest_texts() -> None:
    breaker = WordBreaker(["บัตรทอง"])
    for unit in TEXTS.values():
        text = (unit * MOST_TEXT)[:MOST_TEXT]
        found = breaker.breaks(text)
        assert all(0 < offset < len(text) for offset in found)


def test_a_long_numbered_list_is_still_written_out() -> None:
    plain, _ = RichText().render("1. ก\n" * 1200)
    assert plain.endswith("1200. ก")


def test_a_flood_of_errors_is_told_in_part(content: Path) -> None:
    flood = numbered("summry#: ก\n", SIZE)
    errors = put_module(content, "myths:\n", f"{flood}myths:\n").problems.errors
    assert len(errors) == MOST_REPORTED + 1
    (note,) = [e for e in errors if e.code == "FILE03"]
    assert str(MOST_REPORTED) in note.message


def test_a_flood_of_warnings_hides_no_error(content: Path) -> None:
    items = "".join("      - ได้ 300 บาท\n" for _ in range(MOST_REPORTED * 2))
    block = f"  - kind: papers\n    title: ก\n    items:\n{items}"
    broken = '      - "{tiny.dailly}"\n'
    problems = put_module(content, "questions:\n", f"{block}{broken}questions:\n").problems
    assert [e.code for e in problems.errors] == ["FACT01"]
    assert "tiny.daily?" in problems.errors[0].hint
    assert len(problems.warnings) == MOST_REPORTED + 1


def test_overdue_facts_are_all_told() -> None:
    """A game goes on with overdue facts, and with no other error."""
    problems = Problems()
    for line in range(1, 3 * MOST_REPORTED):
        problems.add(Problem("f.yaml", line, 1, "FACT03", "overdue"))
    assert {p.code for p in problems} == {"FACT03"}
    assert len(problems) == 3 * MOST_REPORTED - 1


def test_one_file_takes_no_room_from_another() -> None:
    problems = Problems()
    for file in ("a", "b"):
        for line in range(1, MOST_REPORTED + 1):
            problems.add(Problem(file, line, 1, "ID02", "unknown"))
    assert len(problems) == 2 * MOST_REPORTED
    assert not problems.full("a")


def test_names_kept_together_have_a_most(content: Path) -> None:
    path = content / "keep_together.txt"
    path.write_text(numbered("ชื่อ#\n", 100_000), encoding="utf-8")
    (problem,) = check_content(content, DAY).problems
    assert (problem.code, problem.line) == ("NAME01", MOST_LOOKED_FOR + 1)
    path.write_text("สั้น\n" + "ก" * 101, encoding="utf-8")
    (problem,) = check_content(content, DAY).problems
    assert (problem.code, problem.line) == ("NAME01", 2)
    path.write_bytes(b"\xe0\xb8\n")
    assert codes(check_content(content, DAY)) == {"YAML09"}


@pytest.mark.skipif(not hasattr(os, "mkfifo"), reason="this system has no pipes with a name")
def test_a_pipe_is_no_content(content: Path) -> None:
    """Whoever opens it waits for ever."""
    os.mkfifo(content / "modules" / "pipe.yaml")
    assert codes(check_content(content, DAY)) == {"FILE01"}
    assert repairs([content / "modules" / "pipe.yaml"]) == []


def test_a_link_to_itself_and_a_folder_are_no_content(content: Path) -> None:
    (content / "modules" / "loop.yaml").symlink_to("loop.yaml")
    (content / "keep_together.txt").mkdir()
    assert [p.code for p in check_content(content, DAY).problems] == ["FILE01", "FILE01"]


def test_a_file_name_does_not_end_an_annotation(content: Path) -> None:
    (content / "modules" / "a,b%.yaml").write_text("x: 1\n", encoding="utf-8")
    lines = check_github(check_content(content, DAY)).split("\n")
    assert lines
    assert all("a%2Cb%25.yaml,line=1,col=1" in line for line in lines)


@pytest.mark.skipif(sys.platform != "linux", reason="other systems refuse such names")
@pytest.mark.parametrize("command", [["check"], ["build", "--only", "pack"]])
def test_a_file_may_be_called_anything(content: Path, command: list[str]) -> None:
    """Names that are no text, or would move the terminal's cursor, or fill the screen."""
    for name in (b"\xff\xfe", b"a\nb", b"\x1b[2J", b"a" * 250):
        path = os.path.join(os.fsencode(content), b"modules", name + b".yaml")  # noqa: PTH118
        Path(os.fsdecode(path)).write_text("id: x\n", encoding="utf-8")
    if command[0] == "build":
        command = [*command, "--out", str(content.parent / "out")]
    run = subprocess.run(
        [sys.executable, "-m", "rusit", *command, "--content", str(content)],
        capture_output=True,
        env={**os.environ, "PYTHONIOENCODING": "ascii"},
    )
    assert run.returncode == 1
    assert b"Traceback" not in run.stderr
    assert b"\x1b" not in run.stdout + run.stderr


def test_the_nearest_name_is_found_among_many() -> None:
    known = [f"s40.q.need{i}" for i in range(3000)] + ["s40.inpatient", "nsf"]
    assert closest_name("s40.inpatint", known, cutoff=0.6) == "s40.inpatient"
    assert closest_name("nfs", known, cutoff=0.6) == "nsf"
    assert closest_name("xxxx", known, cutoff=0.6) is None
    assert closest_name("s40.inpatient" * 50, known, cutoff=0.1) is None


SECRET = "root: x: [0, 0"


@pytest.mark.skipif(os.name == "nt", reason="links need rights there")
@pytest.mark.parametrize("name", ["modules/tiny.yaml", "sources.yaml", "keep_together.txt"])
def test_a_link_out_of_the_content_is_not_followed_and_not_quoted(
    content: Path, tmp_path: Path, name: str
) -> None:
    (tmp_path / "secret").write_text(SECRET)
    (content / name).unlink(missing_ok=True)
    (content / name).symlink_to(tmp_path / "secret")
    checked = check_content(content, DAY)
    assert "FILE06" in codes(checked)
    assert "YAML01" not in codes(checked)
    assert SECRET not in check_text(checked)


@pytest.mark.skipif(os.name == "nt", reason="links need rights there")
def test_a_folder_that_is_a_link_out_of_the_content_is_refused(
    content: Path, tmp_path: Path
) -> None:
    (content / "modules").rename(tmp_path / "elsewhere")
    (content / "modules").symlink_to(tmp_path / "elsewhere")
    with pytest.raises(RusitError, match="FILE06"):
        check_content(content, DAY)
