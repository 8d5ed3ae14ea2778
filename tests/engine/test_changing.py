"""What changed between two days, in the language of the reader."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest

from engine.catalogue.changes import (
    PrintedSheet,
    Snapshot,
    changes_text,
    compare,
    snapshot_of_content,
)
from engine.diagnostics.messages import MessageLanguage
from engine.diagnostics.problems import Problems, RusitError
from engine.loading.content_loader import read_content
from engine.loading.revisions import content_at
from engine.resolving.value_words import words_beside
from engine.translation.translate import in_language
from tests.engine.small import write_module


@pytest.mark.parametrize(
    ("language", "line"),
    [
        ("th", "เงินทดแทนต่อวัน: 200 บาทต่อวัน → 300 บาทต่อวัน ตั้งแต่ 1 มกราคม 2569"),
        ("en", "A day: 200 baht a day → 300 baht a day since 2026-01-01"),
    ],
)
def test_a_change_is_told_in_the_language_asked_for(
    tmp_path: Path, language: MessageLanguage, line: str
) -> None:
    named = ("label: เงินทดแทนต่อวัน", "label: {th: เงินทดแทนต่อวัน, en: A day}")
    content = read_content(write_module(tmp_path, named), Problems())
    content, _ = in_language(content, language)
    old, new = (
        snapshot_of_content("x", content, date(year, 6, 1), words=words_beside(language))
        for year in (2025, 2026)
    )
    changes = compare(old, new)
    assert f"  tiny.daily  {line}" in changes_text(changes, language).split("\n")
    assert [question.id for question in changes.answers] == ["tiny.q.days"]


def test_a_day_in_another_form_is_no_revision_and_says_how_to_write_it(tmp_path: Path) -> None:
    with pytest.raises(RusitError) as error:
        content_at("31/12/2568", write_module(tmp_path))
    assert (error.value.problem.code, error.value.problem.hint) == (
        "REV01",
        "write the day as 2025-12-31",
    )


def test_a_sheet_printed_after_the_change_stays(tmp_path: Path) -> None:
    content = read_content(write_module(tmp_path), Problems())

    def side(year: int, *editions: str) -> Snapshot:
        facts = frozenset({"tiny.daily"})
        sheets = [PrintedSheet("print/a.pdf", e, facts, "แผ่น") for e in editions]
        return snapshot_of_content(str(year), content, date(year, 6, 1), sheets)

    (sheet,) = compare(side(2025, "a-1"), side(2026, "a-2")).sheets
    assert (sheet.edition, sheet.keep) == ("a-1", "a-2")
    assert compare(side(2025, "a-2"), side(2026, "a-2")).sheets == ()
    (unknown,) = compare(side(2025, ""), side(2026, "a-2")).sheets
    assert (unknown.edition, unknown.keep) == ("", "a-2")
    text = changes_text(compare(side(2025, ""), side(2026, "a-2")), "th")
    assert "แผ่น ทุกฉบับที่ไม่ใช่ a-2" in text
