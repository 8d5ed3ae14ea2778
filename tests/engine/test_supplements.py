"""Rights that are no module: read, checked, resolved and compiled like a module's."""

from __future__ import annotations

from datetime import date
from pathlib import Path

from engine.catalogue import Catalogue, read_catalogue
from engine.catalogue.compilation import check_content, compile_catalogue
from engine.diagnostics.problems import Problem
from engine.loading.content import default_root
from tests.engine.small import write_module

DAY = date(2026, 11, 20)

SUPPLEMENT = """\
id: extra
title: สิทธิเสริม
short: เสริม
icon: motor-scooter
colour: indigo
facts:
  - id: extra.least
    label: เบี้ย
    unit: baht/month
    values:
      - {from: 2011-10-01, value: 600, source: leaflet}
      - {from: 2026-10-01, value: 700, source: leaflet}
    checked: 2026-11-20
    review_by: 2027-05-20
    grade: B
  - id: extra.age
    label: อายุ
    unit: years
    values: [{from: 2011-10-01, value: 60, source: leaflet}]
    checked: 2026-11-20
    review_by: 2027-05-20
    grade: B
    note_for_editors: ask the office again
  - id: extra.late
    label: เงินใหม่
    unit: baht
    values: [{from: 2026-03-01, value: 500, source: leaflet}]
    checked: 2026-11-20
    review_by: 2027-05-20
    grade: B
schemes:
  - {id: extra_act, title: กฎหมายเสริม, short: เสริม, icon: motor-scooter, automatic: true}
benefits:
  - id: extra.monthly
    title: เบี้ย
    short: เบี้ย
    icon: bed
    when: "ใช้เมื่ออายุครบ {extra.age}"
    pays:
      shape: monthly_by_age
      bands: [{amount: extra.least}, {from_age: extra.age, amount: extra.least}]
  - id: extra.lump
    title: เงินก้อน
    short: ก้อน
    icon: bed
    scheme: extra_act
    when: ใช้เมื่อบาดเจ็บ
    pays: {shape: lump_sum, amount: extra.late}
helplines: []
note_for_editors: nobody but editors reads this
"""

SITUATION = """\
situations:
  - id: tiny.s.road
    title: รถล้ม
    icon: bed
    story: รถล้ม
    harm: {other: 100}
    helps: [extra.lump, tiny.benefit]
    cards: [extra.lump, tiny.benefit, extra.monthly]
    remember: จำไว้
    talk: คุยกัน
"""


def content_with(root: Path, *changes: tuple[str, str], situation: bool = False) -> Path:
    text = SUPPLEMENT.replace("helplines: []", "helplines: [line]")
    for old, new in changes:
        assert old in text, old
        text = text.replace(old, new, 1)
    content = write_module(root, *((("myths:\n", SITUATION + "myths:\n"),) if situation else ()))
    (content / "helplines.yaml").write_text(
        "- {id: line, title: สายด่วน, phone: '1186', for_what: ถาม, grade: C, source: leaflet}\n",
        encoding="utf-8",
    )
    (content / "supplements").mkdir(exist_ok=True)
    (content / "supplements" / "extra.yaml").write_text(text, encoding="utf-8")
    return content


def told(root: Path, *changes: tuple[str, str]) -> list[Problem]:
    problems = check_content(content_with(root, *changes), DAY).problems
    return [p for p in problems if "supplements" in p.file]


def built(content: Path, day: date = DAY) -> Catalogue:
    return compile_catalogue(check_content(content, day))


def test_rights_of_a_supplement_stand_beside_those_of_modules(tmp_path: Path) -> None:
    catalogue = built(content_with(tmp_path, situation=True))
    assert catalogue.benefits["extra.monthly"].when.shown == "ใช้เมื่ออายุครบ 60 ปี"
    assert catalogue.facts["extra.least"].module == "extra"
    assert catalogue.holder_of["extra_act"].id == "extra"
    assert catalogue.schemes["extra_act"].automatic
    assert catalogue.benefit_cells["extra.monthly"]["*"].shown == (
        "เดือนละ 700 บาท ตั้งแต่อายุ 60 ปี เดือนละ 700 บาท"
    )
    assert not told(tmp_path)


def test_no_export_holds_a_remark_for_editors(tmp_path: Path) -> None:
    catalogue = built(content_with(tmp_path))
    assert "note_for_editors" not in catalogue.to_json()
    assert "nobody but editors" not in catalogue.to_json()
    assert "ask the office again" not in catalogue.to_json()
    path = tmp_path / "catalogue.json"
    path.write_text(catalogue.to_json(), encoding="utf-8")
    assert read_catalogue(path).to_json() == catalogue.to_json()


def test_mistakes_in_a_supplement_are_told_like_a_modules(tmp_path: Path) -> None:
    for change, code in (
        (("source: leaflet}\n      - {from: 2026-10-01", "source: no}\n      - {from: 2026-10-01"),
         "ID02"),
        (("scheme: extra_act", "scheme: other_act"), "ID02"),
        (("{extra.age}", "{extra.aeg}"), "FACT01"),
        (("from: 2026-10-01", "from: 2001-10-01"), "FACT06"),
        (("review_by: 2027-05-20", "review_by: 2026-11-19"), "FACT07"),
        (("id: extra.lump", "id: tiny.benefit"), "ID01"),
        (("helplines: [line]", "helplines: [nobody]"), "ID02"),
    ):  # fmt: skip
        assert code in [p.code for p in told(tmp_path, change)], change


def test_what_had_not_begun_is_left_out_with_all_that_names_it(tmp_path: Path) -> None:
    catalogue = built(content_with(tmp_path, situation=True), date(2026, 2, 1))
    assert "extra.lump" not in catalogue.benefits
    situation = catalogue.situations["tiny.s.road"]
    assert situation.helps == ("tiny.benefit",)
    assert situation.cards == ("tiny.benefit", "extra.monthly")
    assert catalogue.facts["extra.least"].value == 600


def test_our_supplements_hold_what_modules_may_name(tmp_path: Path) -> None:
    problems = check_content(default_root(), DAY).problems
    assert not [str(p) for p in problems if "supplements" in p.file]
