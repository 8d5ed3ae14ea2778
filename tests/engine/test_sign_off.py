"""Sign-off: which facts wait for which profession, and what a sheet of them says."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest

from engine.catalogue import Catalogue
from engine.catalogue.compilation import check_content, compile_catalogue
from engine.resolving.sign_off import draft_mark, professions_awaited
from tests.engine.small import write_content

NEEDED = ("    grade: A\n", "    grade: A\n    sign_off: clinician\n")
LAW = ("    grade: B\n", "    grade: B\n    sign_off: lawyer\n")


def built(root: Path, *signed: str, law: bool = False, day: str = "2026-11-20") -> Catalogue:
    lines = "".join(f"  - {{by: สภาวิชาชีพ, {line}}}\n" for line in signed)
    change = (("myths:\n", f"signed:\n{lines}myths:\n"),) if signed else ()
    content = write_content(root, NEEDED, *((LAW,) if law else ()), *change)
    checked = check_content(content, date.fromisoformat(day))
    assert not checked.problems.errors, [str(p) for p in checked.problems]
    return compile_catalogue(checked)


def mark(catalogue: Catalogue) -> str | None:
    text = draft_mark(catalogue.words, professions_awaited(catalogue.facts.values()))
    return text.shown if text else None


def test_without_sign_off_a_sheet_is_a_draft(tmp_path: Path) -> None:
    catalogue = built(tmp_path)
    assert catalogue.facts["tiny.daily"].awaits == "clinician"
    assert catalogue.facts["tiny.most"].awaits is None
    assert mark(catalogue) == "ฉบับร่าง รอบุคลากรสุขภาพตรวจ"
    assert draft_mark(catalogue.words, ("lawyer",)) == catalogue.words["draft.lawyer"]


def test_a_sheet_may_wait_for_both(tmp_path: Path) -> None:
    assert mark(built(tmp_path, law=True)) == "ฉบับร่าง รอบุคลากรสุขภาพและนักกฎหมายตรวจ"


@pytest.mark.parametrize(
    ("signed", "waits"),
    [
        ("profession: clinician, on: 2026-11-01", False),
        ("profession: clinician, on: 2026-11-01, scope: [tiny.daily]", False),
        ("profession: clinician, on: 2026-11-01, scope: [tiny.most]", True),
        ("profession: lawyer, on: 2026-11-01", True),
        # Of an earlier value: 300 baht began in 2026.
        ("profession: clinician, on: 2025-11-01", True),
        ("profession: clinician, on: 2026-12-01", True),
    ],
)
def test_a_sign_off_meets_its_own_profession_scope_and_value(
    tmp_path: Path, signed: str, waits: bool
) -> None:
    assert (mark(built(tmp_path, signed)) is not None) is waits
