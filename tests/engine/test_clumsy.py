"""What an editor writes as in a letter, or by a slip, is one error that says what to write."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from engine.catalogue.compilation import check_content
from engine.loading.suggestions import suggest_date, suggest_id, suggest_number
from tests.engine.small import MODULE, write_module

DAY = date(2026, 11, 20)
VALUE, SINCE, BY = "value: 300", "from: 2026-01-01", "review_by: 2027-05-20"
SUMMARY = "summary: สิทธิสำหรับทดสอบ"
SAY = "{tiny.daily|number} บาท"

CASES = [
    # (what stands there, what is written for it, code, what the message or hint says)
    (VALUE, "value: 1,000", "SHAPE01", "a number has no comma: 1000"),
    (VALUE, 'value: "1,000"', "FACT08", "write 1000"),
    (VALUE, "value: ๓๐๐", "FACT08", "write 300"),
    (VALUE, 'value: "300"', "FACT08", "write 300 without quotes"),
    (VALUE, "value: 300 บาท", "FACT08", "write 300"),
    (VALUE, "value: 50%", "FACT08", "write 50"),
    (VALUE, "value: yes", "FACT08", "wants a number"),
    (VALUE, "value: true", "SHAPE03", "a number, a day or a text"),
    (VALUE, "value: [300]", "SHAPE03", "a number, a day or a text"),
    (VALUE, "value: -300", "FACT08", "less than nothing"),
    (VALUE, "value: 2026-01-01", "FACT08", "a day has the unit date"),
    (SINCE, "from: 1/1/2569", "SHAPE03", "write it as 2026-01-01"),
    (SINCE, "from: 1 ม.ค. 2569", "SHAPE03", "write it as 2026-01-01"),
    (SINCE, "from: 2026-1-1", "SHAPE03", "write it as 2026-01-01"),
    (SINCE, "from: 2026", "SHAPE03", "write it as 2026-11-20"),
    (SINCE, "from: 2026-02-30", "SHAPE03", "no calendar has that day"),
    (BY, "review_by: 0", "SHAPE03", "should be a day, not 0"),
    (BY, "review_by:", "SHAPE03", "nothing is written here"),
    ("minutes: 10", "minutes: ๑๐ นาที", "SHAPE03", "write 10"),
    ("level: 1", 'level: "1"', "SHAPE03", "did you mean 1 without quotes?"),
    ("level: 1", "level:", "SHAPE03", "write 1, 2 or 3"),
    ("right: true", "right: ใช่", "SHAPE03", "true or false, not 'ใช่'"),
    ("unit: baht/day", "unit: bath/day", "SHAPE03", "did you mean baht/day?"),
    ("unit: baht/day", "unit: \u00a0baht/day", "SHAPE03", "U+00A0, which cannot be seen"),
    ("kind: choice", "kind: Choice", "SHAPE03", "did you mean choice?"),
    ("    kind: choice\n", "", "SHAPE02", "the key 'kind' is missing"),
    ("id: tiny.q.days", "id: Tiny.Q.Days", "SHAPE03", "did you mean tiny.q.days?"),
    ("objective: tiny.know", "objective: tiny.know\u200b", "THAI10", "U+200B cannot be seen"),
    (SUMMARY, "summary: 40", "SHAPE03", "should be text, not 40"),
    (SUMMARY, "summary: 2026-01-01", "SHAPE03", "should be text, not the day 2026-01-01"),
    (SUMMARY, 'summary: " "', "SHAPE03", "nothing but spaces"),
    (SUMMARY, 'summary: {th: " ", en: a}', "SHAPE03", "nothing but spaces"),
    (SUMMARY, "summary: {th: ก, en: One, two}", "SHAPE03", "a comma ends a text"),
    (SUMMARY, "summary: {th: ก, eng: One}", "SHAPE03", "th, en only, not 'eng'"),
    ("minutes: 10", "minutes: 10\n  icon: bed", "SHAPE01", "belongs to another kind of thing"),
    ("why: นับคืนแรกด้วย", "why: นับคืนแรก, ด้วย", "SHAPE01", "a comma ends a text"),
    (SAY, "{tiny.daily|number บาท", "TEXT06", "the brace { has no partner"),
    (SAY, "{tiny.daily}} บาท", "TEXT06", "the brace } has no partner and is shown"),
    (SAY, "tiny.daily|number} บาท", "TEXT06", "the brace } has no partner"),
    (SAY, "｛tiny.daily｝ บาท", "TEXT06", "the brace ｛ has no partner"),
    (SAY, "{Tiny.Daily|number} บาท", "FACT01", "did you mean {tiny.daily}?"),
    (SAY, "{tiny.daily number} บาท", "FACT01", "did you mean {tiny.daily}?"),
]  # fmt: skip


@pytest.mark.parametrize(("old", "new", "code", "said"), CASES, ids=[c[1] or "gone" for c in CASES])
def test_it_is_one_error_on_its_line_that_says_what_to_write(
    tmp_path: Path, old: str, new: str, code: str, said: str
) -> None:
    (error,) = check_content(write_module(tmp_path, (old, new)), DAY).problems.errors
    assert error.code == code
    assert said in f"{error.message}\n{error.hint}"
    first = MODULE[: MODULE.index(old)].count("\n") + 1
    assert first - 1 <= error.line <= first + new.count("\n")


SHARED = [
    ("teams.yaml", "- {id: a, title: ก, icon: bed, colour: gould}\n", "did you mean gold?"),
    ("helplines.yaml", "- {id: a, title: ก, for_what: ข, grade: A, seen: 2025}\n", "write 2568"),
    ("helplines.yaml", "- {id: a, title: ก, for_what: ข, grade: A, phone: 1506}\n", "in quotes"),
]


@pytest.mark.parametrize(("file", "text", "hint"), SHARED, ids=[s[2] for s in SHARED])
def test_a_slip_in_a_shared_file_says_what_to_write(
    tmp_path: Path, file: str, text: str, hint: str
) -> None:
    content = write_module(tmp_path)
    (content / file).write_text(text, encoding="utf-8")
    (error,) = check_content(content, DAY).problems.errors
    assert (Path(error.file).name, error.line) == (file, 1)
    assert hint in error.hint


def test_a_whole_module_saved_by_a_windows_editor_is_read(tmp_path: Path) -> None:
    content = write_module(tmp_path)
    path = content / "modules" / "tiny.yaml"
    path.write_bytes(b"\xef\xbb\xbf" + path.read_bytes().replace(b"\n", b"\r\n"))
    assert list(check_content(content, DAY).problems) == []


@pytest.mark.parametrize("name", ["locale", "ui-locale"])
def test_a_place_is_told_wherever_the_content_folder_stands(tmp_path: Path, name: str) -> None:
    content = write_module(tmp_path / name, (SAY, "{tinydaily} บาท"))
    assert [p.code for p in check_content(content, DAY).problems.errors] == ["FACT01"]


@pytest.mark.parametrize(
    ("written", "meant"),
    [
        ("1,234,567.50 บาท", "1234567.50"),
        ("฿๓๐๐", "300"),
        ("300.-", "300"),
        (".5", "0.5"),
        ("1,00", None),
        ("50 ถึง 60", None),
        ("1/1/2569", None),
        ("สามร้อย", None),
        ("", None),
    ],
)
def test_numbers_that_are_meant(written: str, meant: str | None) -> None:
    assert suggest_number(written) == meant


def test_days_that_are_meant() -> None:
    for written in ("๑/๑/๒๕๖๙", "1-1-2026", "2569/01/01", "1 มกราคม พ.ศ. 2569", "1 ม.ค.2569"):
        assert suggest_date(written) == date(2026, 1, 1), written
    for written in ("31/2/2569", "1/13/2026", "วันนี้", "2569", "1 มกร 2569"):
        assert suggest_date(written) is None, written


@given(st.text(max_size=70))
def test_whatever_is_meant_is_well_formed(written: str) -> None:
    number, name = suggest_number(written), suggest_id(written)
    assert number is None or float(number) >= 0
    assert name is None or name == suggest_id(name)
    suggest_date(written)
