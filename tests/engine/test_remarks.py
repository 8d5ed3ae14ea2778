"""Remarks for editors: no export of any kind holds one."""

from __future__ import annotations

import json
from datetime import date
from pathlib import Path

from engine.catalogue.compilation import check_content, compile_catalogue
from games.web.export.page_content import page_content
from tests.engine.small import write_content

REMARK = "ถามสำนักงานอีกครั้ง"
NOTED = (
    ("    grade: A\n", f"    grade: A\n    note_for_editors: {REMARK}\n"),
    ("    explain:", f"    note_for_editors: {REMARK}\n    explain:"),
    ("why: ชื่อคล้ายกัน}", f"why: ชื่อคล้ายกัน, note_for_editors: {REMARK}}}"),
    (
        "myths:\n",
        "situations:\n"
        "  - {id: tiny.s.one, title: เรื่อง, icon: bed, story: เกิดเรื่อง, harm: {other: 100}, "
        f"helps: [tiny.benefit], remember: จำไว้, talk: คุยกัน, note_for_editors: {REMARK}}}\n"
        f"signed:\n  - {{by: สำนักงาน, profession: lawyer, on: 2026-11-20, note: {REMARK}}}\n"
        f"note_for_editors: {REMARK}\n"
        "myths:\n",
    ),
)


def test_no_export_holds_a_remark(tmp_path: Path) -> None:
    content = write_content(tmp_path, *NOTED)
    (content / "helplines.yaml").write_text("[]\n", encoding="utf-8")
    checked = check_content(content, date(2026, 11, 20))
    assert not checked.problems.errors, [str(p) for p in checked.problems]
    assert repr(checked.written.modules).count(REMARK) == 6
    catalogue = compile_catalogue(checked)
    assert REMARK not in catalogue.to_json()
    assert REMARK not in repr(catalogue)
    page = json.dumps(page_content(catalogue, ["tiny"]), ensure_ascii=False)
    assert REMARK not in page.replace("\u200b", "")
    assert "note_for_editors" not in page
