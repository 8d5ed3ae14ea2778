"""Skeletons pass the check but for their own words, and never overwrite."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest

from engine.catalogue.compilation import check_content
from engine.cli.new_files import KINDS, copy_content, new_module, new_question, new_record
from engine.cli.options import own_content
from engine.diagnostics.problems import ContentError, RusitError
from tests.engine.small import write_module

DAY = date(2026, 11, 20)


def test_a_new_module_passes_the_check(tmp_path: Path) -> None:
    content = write_module(tmp_path)
    path = new_module(content, "village-fund", DAY)
    assert path.name == "village-fund.yaml"
    problems = check_content(content, DAY).problems
    assert {p.code for p in problems} == {"TEXT08"}  # What is still the template's is told.


@pytest.mark.parametrize("kind", KINDS)
def test_a_new_question_of_each_kind_passes_the_check(tmp_path: Path, kind: str) -> None:
    content = write_module(tmp_path)
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
    content = write_module(tmp_path)
    before = (content / "modules" / "tiny.yaml").read_bytes()
    with pytest.raises(RusitError) as error:
        new_question(content, "tiny", kind, name)
    assert error.value.problem.code == code
    assert (content / "modules" / "tiny.yaml").read_bytes() == before


def test_a_module_is_never_overwritten(tmp_path: Path) -> None:
    content = write_module(tmp_path)
    with pytest.raises(RusitError) as error:
        new_module(content, "tiny", DAY)
    assert error.value.problem.code == "NEW02"


def test_a_file_that_is_no_yaml_is_told_and_left_alone(tmp_path: Path) -> None:
    content = write_module(tmp_path, ("icon: bed", "\ticon: bed"))
    before = (content / "modules" / "tiny.yaml").read_bytes()
    with pytest.raises(ContentError) as error:
        new_question(content, "tiny", "choice", "tiny.q.fresh")
    assert {p.code for p in error.value.problems} == {"YAML02"}
    assert (content / "modules" / "tiny.yaml").read_bytes() == before


def test_an_id_in_capitals_names_the_one_that_is_meant(tmp_path: Path) -> None:
    with pytest.raises(RusitError) as error:
        new_module(write_module(tmp_path), "Village Fund", DAY)
    assert error.value.problem.hint == "did you mean village-fund?"


def test_a_module_that_is_not_there_names_those_that_are(tmp_path: Path) -> None:
    with pytest.raises(RusitError) as error:
        new_question(write_module(tmp_path), "tyni", "choice", "tiny.q.fresh")
    assert (error.value.problem.code, error.value.problem.hint) == ("NEW03", "there are tiny")


def test_records_of_each_kind_are_added_and_pass_the_check(tmp_path: Path) -> None:
    content = write_module(tmp_path)
    for kind, name in (("fact", "tiny.new"), ("event", "tiny.ev.new"), ("rumour", "tiny.m.new")):
        path, line = new_record(content, "tiny", kind, name, DAY)
        assert name in path.read_text(encoding="utf-8").split("\n")[line - 1]
    codes = {p.code for p in check_content(content, DAY).problems if p.severity == "error"}
    assert codes <= {"TEXT08"}
    (module,) = check_content(content, DAY).filled.modules
    assert module.facts[-1].id == "tiny.new"
    assert module.situations[-1].id == "tiny.ev.new"
    assert module.myths[-1].id == "tiny.m.new"


def test_a_question_is_added_while_something_else_is_wrong(tmp_path: Path) -> None:
    content = write_module(tmp_path, ("icon: bed", "icno: bed"))
    path, line = new_question(content, "tiny", "choice", "tiny.q.fresh")
    assert "tiny.q.fresh" in path.read_text(encoding="utf-8").split("\n")[line - 1]


def test_content_of_ones_own_is_a_copy_that_passes_the_check(tmp_path: Path) -> None:
    source = write_module(tmp_path)
    target = copy_content(source, tmp_path / "own")
    assert not check_content(target, DAY).problems.errors
    with pytest.raises(RusitError) as error:
        copy_content(source, tmp_path / "own")
    assert error.value.problem.code == "NEW02"


def test_content_of_an_installed_program_is_never_changed(tmp_path: Path) -> None:
    with pytest.raises(RusitError) as error:
        own_content(tmp_path / "site-packages" / "content")
    assert error.value.problem.code == "NEW05"
