"""A day before: what had not come yet is left out, and nothing hangs loose."""

from __future__ import annotations

import json
from collections.abc import Iterator
from dataclasses import replace
from datetime import date, timedelta
from functools import cache
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

import pytest
import yaml
from hypothesis import given, settings
from hypothesis import strategies as st

from engine.catalogue.compilation import Checked, check_content, compile_catalogue
from engine.cli.reports import check_text
from engine.diagnostics.problems import Problem, Problems
from engine.loading.content import default_root
from engine.loading.content_loader import ParseCache
from engine.loading.yaml_loader import parse_document
from engine.schema.module import Module
from tests.engine.rich import LATE, RICH
from tests.engine.small import MODULE, write_module
from tests.engine.test_fuzz import NODES, places, replaced

TODAY = date(2026, 11, 20)


def on(root: Path, day: date, *replacements: tuple[str, str]) -> Checked:
    return check_content(write_module(root, *RICH, *replacements), day)


def left_out(checked: Checked) -> list[Problem]:
    return [p for p in checked.problems if p.code == "FACT13"]


def line_of(checked: Checked, text: str) -> int:
    written = (checked.written.root / "modules" / "tiny.yaml").read_text(encoding="utf-8")
    return written[: written.index(text)].count("\n") + 1


def test_on_the_day_of_writing_nothing_is_left_out(tmp_path: Path) -> None:
    checked = on(tmp_path, TODAY)
    assert list(checked.problems) == []
    assert checked.context.written is checked.written


def test_what_had_not_begun_goes_and_what_names_it_is_put_right(tmp_path: Path) -> None:
    checked = on(tmp_path, LATE - timedelta(days=1))
    assert checked.problems.errors == ()
    catalogue = compile_catalogue(checked)
    tiny = catalogue.modules[0]
    assert [b.id for b in tiny.benefits] == ["tiny.benefit"]
    assert "tiny.q.late" not in catalogue.questions
    assert [o.id for o in tiny.objectives] == ["tiny.know"]
    # The story that nothing else answers goes; the other keeps the right that it has.
    assert [(s.id, s.helps, s.tempting, s.claim) for s in tiny.situations] == [
        ("tiny.s.both", ("tiny.benefit",), (), None),
        ("tiny.s.old", ("tiny.benefit",), (), None),
    ]
    # Of the lesson goes the item and the step that puts the question; the minutes agree.
    said = tiny.lesson.steps[1].say
    assert "ของเดิม" in said.shown
    assert "ของใหม่" not in said.shown
    assert [step.kind for step in tiny.lesson.steps] == ["story", "explain", "explain", "act"]
    assert tiny.lesson.minutes == sum(step.minutes for step in tiny.lesson.steps) == 12
    # Of the one-pager go the row, the block with its only number, and the item.
    assert [block.kind for block in tiny.one_pager] == ["benefits", "note"]
    assert tiny.one_pager[0].rows == ("tiny.benefit",)  # type: ignore[union-attr]
    assert [i.shown for i in tiny.one_pager[1].items] == ["โทร 1506*"]  # type: ignore[union-attr]


def test_each_record_is_told_once_at_its_place(tmp_path: Path) -> None:
    checked = on(tmp_path, LATE - timedelta(days=1))
    found = left_out(checked)
    for text in (
        "  - id: tiny.new\n    title: เงินใหม่",
        "  - id: tiny.q.late",
        "  - {id: tiny.new, can",
        "  - id: tiny.s.new",
    ):
        assert [p.line for p in found].count(line_of(checked, text)) == 1
    assert all(p.severity == "warning" for p in found)
    told = next(p for p in found if p.line == line_of(checked, "  - id: tiny.q.late"))
    assert told.message == (
        "left out on 2026-02-28: it tells of 'tiny.late', which begins on 2026-03-01"
    )
    assert {p.code for p in checked.problems} == {"FACT13"}
    gone = "  left out   questions 1, life events 1, rights 1, lesson steps 1\n"
    assert gone in check_text(checked)


def test_both_tests_stay_alike(tmp_path: Path) -> None:
    # In 2025 tiny.q.days tells of a rate before, which nobody knows of yet.
    checked = on(tmp_path, date(2025, 6, 1))
    assert checked.problems.errors == ()
    forms = checked.filled.modules[0].forms
    assert forms.opening == ("tiny.q.old",)
    assert len(forms.closing) == 1


def test_words_tell_of_the_present_value(tmp_path: Path) -> None:
    def myths(checked: Checked) -> dict[str, str]:
        return {m.id: m.really.shown for m in checked.filled.modules[0].myths}

    assert "tiny.m.words" in myths(on(tmp_path, date(2026, 1, 1)))
    earlier = on(tmp_path, date(2025, 12, 31))
    assert "tiny.m.words" not in myths(earlier)
    assert any("its words tell of 'tiny.daily'" in p.message for p in left_out(earlier))
    # With the fact in braces, its words follow.
    braces = on(tmp_path, date(2025, 12, 31), ("ตอนนี้ได้มากขึ้น", "'ได้ {tiny.daily}'"))
    assert myths(braces)["tiny.m.words"] == "ได้ 200 บาทต่อวัน"


def test_a_question_that_old_values_spoil_is_left_out(tmp_path: Path) -> None:
    alike = (
        "forms: {",
        """\
  - id: tiny.q.alike
    kind: choice
    objective: tiny.know
    level: 1
    ask: ได้เท่าไร
    options:
      - {text: "{tiny.daily|number} บาท", right: true}
      - {text: 200 บาท, why: เป็นของเดิม} # fact-ok: wrong option
      - {text: 100 บาท, why: น้อยไป} # fact-ok: wrong option
    explain: "ได้ {tiny.daily}"
forms: {""",
    )
    assert list(on(tmp_path, TODAY, alike).problems) == []
    checked = on(tmp_path, date(2025, 12, 31), alike)
    assert "tiny.q.alike" not in {q.id for q in checked.filled.modules[0].questions}
    assert any("equal to number 1" in p.message for p in left_out(checked))


def test_what_ended_is_still_an_error(tmp_path: Path) -> None:
    ended = "values: [{from: 2025-01-01, value: 500, source: leaflet}, "
    change = (
        "values: [{from: 2026-03-01, value: 500, source: leaflet}]",
        ended + "{from: 2026-02-01, value: null, source: leaflet}]",
    )
    for day in (LATE, TODAY):
        codes = {p.code for p in on(tmp_path, day, change).problems.errors}
        assert "FACT02" in codes
    assert "FACT02" not in {p.code for p in on(tmp_path, date(2025, 6, 1), change).problems}


def test_what_can_never_be_filled_is_an_error_on_every_day(tmp_path: Path) -> None:
    change = ("ของใหม่ได้ {tiny.late}\n    answer", "ของใหม่ได้ {tiny.late|before}\n    answer")
    for day in (date(2026, 1, 1), TODAY):
        assert "FACT04" in {p.code for p in on(tmp_path, day, change).problems.errors}


COMPARISON = """\
title: เทียบ
intro: เทียบกัน
columns:
  - {id: a, title: ก, icon: bed, colour: teal, scheme: tiny-scheme, option: one}
  - {id: b, title: ข, icon: bed, colour: teal, scheme: tiny-scheme, option: one}
rows:
  - {head: เดิม, cells: [มี, มี]}
  - {head: ใหม่, cells: ['{tiny.late}', ไม่มี]}
  - {head: คำ, cells: [มากขึ้น, ไม่มี], facts: [tiny.daily]}
"""


def test_rows_of_the_comparison_go_alone(tmp_path: Path) -> None:
    content = write_module(tmp_path, *RICH)
    (content / "comparison.yaml").write_text(COMPARISON, encoding="utf-8")

    def heads(day: date) -> list[str]:
        comparison = check_content(content, day).filled.comparison
        return [row.head.shown for row in comparison.rows] if comparison else []

    assert heads(TODAY) == ["เดิม", "ใหม่", "คำ"]
    assert heads(date(2026, 1, 1)) == ["เดิม", "คำ"]
    assert heads(date(2025, 1, 1)) == ["เดิม"]


@pytest.mark.parametrize("written", ["intro: เทียบกัน", "title: เทียบ", "title: ก"])
def test_a_comparison_that_cannot_do_without_goes_as_a_whole(tmp_path: Path, written: str) -> None:
    content = write_module(tmp_path, *RICH)
    key, _, words = written.partition(": ")
    changed = COMPARISON.replace(f"{key}: {words}", f"{key}: '{{tiny.late}}'", 1)
    (content / "comparison.yaml").write_text(changed, encoding="utf-8")
    assert check_content(content, TODAY).filled.comparison is not None
    before = check_content(content, date(2026, 1, 1))
    assert before.problems.errors == ()
    assert before.filled.comparison is None
    assert len([p for p in left_out(before) if p.file.endswith("comparison.yaml")]) == 1


def test_what_has_too_little_left_goes_as_a_whole(tmp_path: Path) -> None:
    step = "{kind: explain, title: อีกเรื่อง, minutes: 2, say: "
    further = f"""\
more_lessons:
  - title: บทต่อไป
    minutes: 6
    steps:
      - {step}ของเดิม}}
      - {step}ก็ของเดิม}}
      - {step}"{{tiny.late}}"}}
one_pager:
"""
    content = write_module(tmp_path, *RICH, ("one_pager:\n", further))
    rows = COMPARISON[: COMPARISON.index("  - {head: เดิม")]
    (content / "comparison.yaml").write_text(rows + "  - {head: ใหม่, cells: ['{tiny.late}', ก]}\n")
    now, before = check_content(content, TODAY), check_content(content, date(2026, 1, 1))
    assert now.problems.errors == before.problems.errors == ()
    assert [len(c.filled.modules[0].more_lessons) for c in (now, before)] == [1, 0]
    assert now.filled.comparison
    assert before.filled.comparison is None
    for line in (line_of(before, "  - title: บทต่อไป"), 1):
        assert [p.line for p in left_out(before)].count(line) == 1


def test_the_place_of_a_mistake_holds_on_a_past_day(tmp_path: Path) -> None:
    # The event before it is left out; the check counts without, the line is the written one.
    old = "title: ทางเดิม\n    icon: bed"
    checked = on(tmp_path, date(2026, 1, 1), (old, old.replace("bed", "bedd")))
    (error,) = checked.problems.errors
    assert (error.code, error.line) == ("ICON01", line_of(checked, "icon: bedd"))
    changed = ("helps: [tiny.benefit]\n    tempting", "helps: [tiny.benfit]\n    tempting")
    checked = on(tmp_path, date(2026, 1, 1), changed)
    (error,) = checked.problems.errors
    assert (error.code, error.line) == ("ID02", line_of(checked, "helps: [tiny.benfit]"))


def test_a_module_of_which_too_little_is_left_is_one_error(tmp_path: Path) -> None:
    content = write_module(tmp_path, *RICH, ("summary: สิทธิ", "summary: '{tiny.late}' #"))
    (content / "comparison.yaml").write_text(COMPARISON, encoding="utf-8")
    assert check_content(content, TODAY).problems.errors == ()
    (error,) = check_content(content, date(2025, 1, 1)).problems.errors
    assert (error.code, error.line) == ("FACT14", 1)
    assert "'tiny' is not available on 2025-01-01" in error.message
    assert error.hint.endswith("2026-03-01")


def test_only_the_first_value_may_be_older(tmp_path: Path) -> None:
    change = ("{from: 2026-01-01, value: 300", "{from: 2026-01-01, or_earlier: true, value: 300")
    (found,) = check_content(write_module(tmp_path, change), TODAY).problems
    assert (found.code, found.severity) == ("FACT15", "error")
    line = MODULE.replace(*change).split("\n")[found.line - 1]
    assert "or_earlier" in line


_DAYS = st.dates(date(2024, 1, 1), TODAY)


@settings(max_examples=40)
@given(late=_DAYS, changed=st.dates(date(2018, 1, 2), TODAY), day=_DAYS, earlier=st.booleans())
def test_the_content_of_any_day_is_whole(
    late: date, changed: date, day: date, earlier: bool
) -> None:
    known = "or_earlier: true, " if earlier else ""
    moved = (
        ("{from: 2026-03-01, value: 500", f"{{from: {late}, {known}value: 500"),
        ("{from: 2026-01-01, value: 300", f"{{from: {changed}, value: 300"),
    )
    with TemporaryDirectory() as root:
        checked = on(Path(root), day, *moved)
    assert {p.code for p in checked.problems} <= {"FACT13"}
    _whole(checked.filled.modules[0])
    assert bool(left_out(checked)) is (changed > day or (late > day and not earlier))


def _whole(tiny: Module) -> None:
    """Every id that records name is there."""
    questions, benefits = {q.id for q in tiny.questions}, {b.id for b in tiny.benefits}
    assert {*tiny.forms.opening, *tiny.forms.closing} <= questions
    assert {s.claim for s in tiny.situations if s.claim} <= questions
    assert {step.question for step in tiny.lesson.steps if step.question} <= questions
    assert {name for s in tiny.situations for name in s.helps} <= benefits
    assert {q.objective for q in tiny.questions} == {o.id for o in tiny.objectives}


def _rich_tree() -> Any:
    text = MODULE
    for old, new in RICH:
        text = text.replace(old, new, 1)
    document = parse_document(text.encode(), "tiny.yaml", Problems())
    return document.data if document else None


@settings(max_examples=60)
@given(place=st.sampled_from(places(_rich_tree())), value=NODES)
def test_whatever_stands_there_a_past_day_is_checked(
    tmp_path: Path, place: tuple[str | int, ...], value: Any
) -> None:
    content = write_module(tmp_path)
    text = json.dumps(replaced(_rich_tree(), place, value), ensure_ascii=False, default=str)
    (content / "modules" / "tiny.yaml").write_text(text, encoding="utf-8")
    for problem in check_content(content, date(2025, 6, 1)).problems:
        assert problem.line >= 1
        assert problem.code


def test_a_mistake_stays_a_mistake_on_a_past_day(tmp_path: Path) -> None:
    # The late question is left out; an unknown objective and uneven tests are told as ever.
    lost = on(tmp_path, date(2026, 1, 1), ("objective: tiny.know", "objective: tiny.knwo"))
    assert "ID02" in {p.code for p in lost.problems.errors}
    uneven = on(tmp_path, date(2026, 1, 1), ("closing: [tiny.q.other, ", "closing: ["))
    assert [p.code for p in uneven.problems.errors] == ["QUEST08"]


# Lists in lists, each leaf a number of its own.
_TREES = st.recursive(
    st.none(), lambda inner: st.lists(inner, min_size=1, max_size=4), max_leaves=12
)


def _numbered(tree: Any, numbers: Any) -> Any:
    return [_numbered(t, numbers) for t in tree] if tree is not None else next(numbers)


def _left(tree: Any, place: tuple[int, ...], gone: list[Any]) -> Any:
    if not isinstance(tree, list):
        return tree
    places = [(*place, i) for i in range(len(tree))]
    return [_left(tree[p[-1]], p, gone) for p in places if p not in gone]


def _leaves(tree: Any, place: tuple[int, ...]) -> Iterator[tuple[tuple[int, ...], int]]:
    if not isinstance(tree, list):
        yield place, tree
        return
    for i, inner in enumerate(tree):
        yield from _leaves(inner, (*place, i))


@given(st.lists(_TREES, min_size=1, max_size=4), st.data())
def test_places_move_with_what_they_are_of(trees: list[Any], data: st.DataObject) -> None:
    tree = _numbered(trees, iter(range(100, 999)))
    document = parse_document(yaml.dump(tree).encode(), "x.yaml", Problems())
    assert document
    places = [place for place in document.starts if place]
    gone = data.draw(st.lists(st.sampled_from(places), max_size=3, unique=True))
    left = replace(document, removed=tuple(sorted(gone)))
    for place, number in _leaves(_left(tree, (), gone), ()):
        start = left.offset_of(place)
        assert document.text[start:].startswith(str(number))


PARSED = ParseCache()


@cache
def ours_on(day: str) -> Checked:
    """The content we ship on that day; its files are parsed once for all days."""
    return check_content(default_root(), date.fromisoformat(day), PARSED)


@pytest.mark.slow
@pytest.mark.parametrize(
    "day", ["2026-11-01", "2026-01-01", "2025-12-31", "2025-06-01", "2024-06-01", "2015-08-20"]
)
def test_our_content_tells_the_truth_of_a_past_day(day: str) -> None:
    problems = ours_on(day).problems
    assert [str(p) for p in problems.errors] == []
    assert {p.code for p in problems} <= {"FACT13"}


@pytest.mark.slow
def test_our_content_begins_with_the_savings_fund() -> None:
    (error,) = ours_on("2015-08-19").problems.errors
    assert (error.code, error.file) == ("FACT14", "content/modules/nsf.yaml")
    assert error.hint.endswith("2015-08-20")


@pytest.mark.slow
def test_our_sheets_of_2025_hold_the_amounts_of_2025() -> None:
    catalogue = compile_catalogue(ours_on("2025-12-31"))
    assert catalogue.facts["s40.visit"].value == 50
    assert "200 บาท" in catalogue.benefit_cells["s40.benefit.child"]["option3"].shown
    assert catalogue.benefit_cells["s40.benefit.rest"]["option1"].shown.endswith("3 วันขึ้นไป")
    # For fifteen years then, and our words say for life: better not told.
    assert "s40.benefit.disability" not in catalogue.benefits
    hotline = catalogue.facts["s40.hotline"]
    assert (hotline.text.shown, hotline.unconfirmed, hotline.since) == ("1506", True, None)
