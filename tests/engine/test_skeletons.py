"""Skeletons pass the check but for their own words, and never overwrite."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest

from engine.catalogue.compilation import check_content
from engine.cli.new_files import KINDS, new_module, new_question
from engine.diagnostics.problems import ContentError, RusitError
from tests.engine.small import write_content

DAY = date(2026, 11, 20)


def test_a_new_module_passes_the_check(tmp_path: Path) -> None:
    content = write_content(tmp_path)
    path = new_module(content, "village-fund", DAY)
    assert path.name == "village-fund.yaml"
    problems = check_content(content, DAY).problems
    assert {p.code for p in problems} == {"TEXT08"}  # What is still the template's is told.


@pytest.mark.parametrize("kind", KINDS)
def test_a_new_question_of_each_kind_passes_the_check(tmp_path: Path, kind: str) -> None:
    content = write_content(tmp_path)
    path, line = new_question(content, "tiny", kind, "tiny.q.fresh")
    assert "id: tiny.q.fresh" in path.read_text(encoding="utf-8").split("\n")[line - 1]
    checked = check_content(content, DAY)
    assert {p.code for p in checked.problems} <= {"TEXT08"}
    (module,) = checked.filled.modules
    assert [q.id for q in module.questions] == ["tiny.q.days", "tiny.q.fresh"]
    assert module.questions[-1].kind == kind


@pytest.mark.parametrize(
    ("name", "kind", "code"),
    [("Tiny.Q", "choice", "NEW01"), ("tiny.q.days", "choice", "NEW02"), ("a.b", "essay", "NEW03")],
)
def test_what_cannot_be_added_is_refused_and_the_file_left_alone(
    tmp_path: Path, name: str, kind: str, code: str
) -> None:
    content = write_content(tmp_path)
    before = (content / "modules" / "tiny.yaml").read_bytes()
    with pytest.raises(RusitError) as error:
        new_question(content, "tiny", kind, name)
    assert error.value.problem.code == code
    assert (content / "modules" / "tiny.yaml").read_bytes() == before


def test_a_module_is_never_overwritten(tmp_path: Path) -> None:
    content = write_content(tmp_path)
    with pytest.raises(RusitError) as error:
        new_module(content, "tiny", DAY)
    assert error.value.problem.code == "NEW02"


@pytest.mark.parametrize("kind", ["choice", "number"])
@pytest.mark.parametrize(
    "change",
    [
        ("objectives:\n  - {id: tiny.know, can: บอกได้ว่าได้เงินเท่าไร}\n", "objectives: ก\n"),
        ("    values:\n      - {from: 2018-01-01, value: 200, source: leaflet}\n"
         "      - {from: 2026-01-01, value: 300, source: leaflet, where: หน้า 4}\n",
         "    values: []\n"),
        ("  - id: tiny.daily\n    label: เงินทดแทนต่อวัน\n", "  - ก\n  - label: ข\n"),
    ],
)  # fmt: skip
def test_a_module_whose_shape_is_wrong_is_told_and_left_alone(
    tmp_path: Path, kind: str, change: tuple[str, str]
) -> None:
    content = write_content(tmp_path, change)
    before = (content / "modules" / "tiny.yaml").read_bytes()
    with pytest.raises(ContentError) as error:
        new_question(content, "tiny", kind, "tiny.q.fresh")
    assert {p.code for p in error.value.problems} <= {"SHAPE02", "SHAPE03"}
    assert (content / "modules" / "tiny.yaml").read_bytes() == before


def test_an_id_in_capitals_names_the_one_that_is_meant(tmp_path: Path) -> None:
    with pytest.raises(RusitError) as error:
        new_module(write_content(tmp_path), "Village Fund", DAY)
    assert error.value.problem.hint == "did you mean village-fund?"


def test_a_module_that_is_not_there_names_those_that_are(tmp_path: Path) -> None:
    with pytest.raises(RusitError) as error:
        new_question(write_content(tmp_path), "tyni", "choice", "tiny.q.fresh")
    assert (error.value.problem.code, error.value.problem.hint) == ("NEW03", "there are tiny")
