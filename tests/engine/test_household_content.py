"""Dreams, tools, goals and titles: each mistake is told; ours have none."""

from __future__ import annotations

import shutil
from datetime import date
from pathlib import Path

import pytest

from engine.catalogue.compilation import check_content, compile_catalogue
from engine.loading.content import default_root
from tests.engine.small import write_module

DAY = date(2026, 11, 20)
FILES = ("dreams", "tools", "village", "titles", "occupations")


def written(root: Path, file: str = "", *change: str) -> Path:
    content = write_module(root)
    for name in FILES:
        shutil.copy(default_root() / f"{name}.yaml", content)
    if file:
        path = content / f"{file}.yaml"
        text = path.read_text(encoding="utf-8")
        assert change[0] in text
        path.write_text(text.replace(change[0], change[1], 1), encoding="utf-8")
    return content


def test_ours_are_clean_and_in_the_catalogue(tmp_path: Path) -> None:
    checked = check_content(written(tmp_path), DAY)
    assert [str(p) for p in checked.problems] == []
    catalogue = compile_catalogue(checked)
    assert len(catalogue.dreams) >= 10
    assert {tool.occupation for tool in catalogue.tools} == {o.id for o in catalogue.occupations}
    assert catalogue.village is not None
    assert catalogue.village.goals[0].text.breaks
    assert len(catalogue.titles) >= 10


@pytest.mark.parametrize(
    ("file", "old", "new", "code"),
    [
        ("dreams", "price: 5000", "price: 9000", "HOME01"),
        ("dreams", "    - {price: 2000, text: ได้ชุดใหม่ รองเท้า และหนังสือครบ วันแรกไปโรงเรียนไม่อายใคร}\n",
         "", "SHAPE03"),
        ("dreams", "icon: graduation-cap", "icon: graduation", "ICON01"),
        ("tools", "occupation: rider", "occupation: farmer", "HOME02"),
        ("tools", "occupation: rider", "occupation: ridre", "ID02"),
        ("village", "coins: [3, 5, 8,", "coins: [3, 5, 4,", "HOME03"),
        ("village", "figure: 50", "figure: 40", "HOME04"),
        ("village", "effect: claim_help", "effect: storm", "HOME04"),
        ("village", "effect: mend", "effect: magic", "SHAPE03"),
        ("titles", "earned_by: no_debt", "earned_by: came_back", "HOME05"),
        ("titles", "earned_by: neighbour", "earned_by: most_stars", "HOME05"),
    ],
)  # fmt: skip
def test_each_mistake_is_told(tmp_path: Path, file: str, old: str, new: str, code: str) -> None:
    problems = check_content(written(tmp_path, file, old, new), DAY).problems
    assert code in [p.code for p in problems], [str(p) for p in problems]
