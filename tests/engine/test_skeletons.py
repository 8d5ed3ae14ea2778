"""Skeletons pass the check, and never overwrite."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest

from engine.compiling import check_content
from engine.problems import RusitError
from engine.skeletons import KINDS, new_module, new_question
from tests.engine.small import write_content

DAY = date(2026, 11, 20)


def test_a_new_module_passes_the_check(tmp_path: Path) -> None:
    content = write_content(tmp_path)
    path = new_module(content, "village-fund", DAY)
    assert path.name == "village-fund.yaml"
    assert list(check_content(content, DAY).problems) == []


@pytest.mark.parametrize("kind", KINDS)
def test_a_new_question_of_each_kind_passes_the_check(tmp_path: Path, kind: str) -> None:
    content = write_content(tmp_path)
    path, line = new_question(content, "tiny", kind, "tiny.q.fresh")
    assert "id: tiny.q.fresh" in path.read_text(encoding="utf-8").split("\n")[line - 1]
    checked = check_content(content, DAY)
    assert list(checked.problems) == []
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
