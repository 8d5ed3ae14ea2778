"""Checks: each mistake in content is told with its code, at its line."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest

from engine.catalogue.compilation import check_content, compile_catalogue
from engine.diagnostics.problems import Problem
from tests.engine.small import MODULE, write_content, write_module

DAY = date(2026, 11, 20)


def problems(root: Path, *replacements: tuple[str, str], day: date = DAY) -> list[Problem]:
    return list(check_content(write_module(root, *replacements), day).problems)


def line_of(text: str, *replacements: tuple[str, str]) -> int:
    module = MODULE
    for old, new in replacements:
        module = module.replace(old, new, 1)
    return module[: module.index(text)].count("\n") + 1


def test_the_small_module_is_clean(tmp_path: Path) -> None:
    assert problems(tmp_path) == []


CASES: list[tuple[str, str, str, str]] = [
    # (old, new, code, text whose line the problem stands on)
    ("summary: สิทธิสำหรับทดสอบ", "summry: x", "SHAPE01", "summry"),
    ("summary: สิทธิสำหรับทดสอบ\n", "", "SHAPE02", "id: tiny"),
    ("colour: teal", "colour: pink", "SHAPE03", "colour: pink"),
    ("level: 1", "level: 9", "SHAPE03", "level: 9"),
    ("unit: baht/day", "unit: bath", "SHAPE03", "unit: bath"),
    ("kind: choice", "kind: chioce", "SHAPE03", "kind: chioce"),
    ("id: tiny.most", "id: tiny.daily", "ID01", "- id: tiny.daily\n    label: จำนวน"),
    ("short: หนึ่ง}\n", "short: หนึ่ง}\n      - {id: one, title: ก, short: ข}\n",
     "ID01", "- {id: one, title: ก"),
    ("source: leaflet}\n    checked: 2026-11-20\n    review_by: 2027-05-20\n    grade: B",
     "source: flyer}\n    checked: 2026-11-20\n    review_by: 2027-05-20\n    grade: B",
     "ID02", "source: flyer"),
    ("objective: tiny.know", "objective: tiny.no", "ID02", "objective: tiny.no"),
    ("icon: bed", "icon: bedd", "ICON01", "icon: bedd"),
    ("{tiny.daily|number} บาท", "{tiny.dayly|number} บาท", "FACT01", "{tiny.dayly"),
    ("{tiny.daily|times 4}\", right", "{tiny.daily|twice}\", right", "FACT04", "twice"),
    ("from: 2026-01-01", "from: 2017-01-01", "FACT06", "from: 2017-01-01"),
    ("review_by: 2027-05-20", "review_by: 2026-11-19", "FACT03", "review_by: 2026-11-19"),
    ("value: 30,", "value: สามสิบ,", "FACT08", "value: สามสิบ"),
    ("source: leaflet, where", "source: null, where", "FACT09", "source: null"),
    ("ได้เงินเท่าไร\n    options", "ได้ <script>x</script>\n    options", "TEXT01", "<script>"),
    ("ได้เงินเท่าไร\n    options", "ได้ [ลิงก์](http://x)\n    options", "TEXT02", "[ลิงก์]"),
    ("ได้เงินเท่าไร\n    options", "ได้เงินเท่าไร สำาคัญ\n    options", "THAI03", "สำาคัญ"),
    (", right: true", "", "QUEST01", "- {text: \"{tiny.daily|times 4}"),
    (", why: นับคืนแรกด้วย", "", "QUEST02", "times 3"),
    ("{tiny.daily|before|times 4}", "{tiny.daily|times 3}", "QUEST03", "why: เป็นอัตราเดิม"),
    ("objectives:\n", "objectives:\n  - {id: tiny.two, can: ทำได้}\n", "QUEST04", "tiny.two"),
    ("minutes: 10", "minutes: 12", "MOD01", "minutes: 12"),
    ("kind: act", "kind: ask", "MOD02", "- {kind: story"),
    ("option: one}", "option: two}", "ID02", "option: two"),
    ("id: tiny\n", "id: other\n", "ID03", "id: other"),
    ("    options:\n      - {id: one", "    register_at: nowhere\n    options:\n      - {id: one",
     "ID02", "register_at: nowhere"),
]  # fmt: skip


@pytest.mark.parametrize(("old", "new", "code", "near"), CASES, ids=[c[2] + c[1] for c in CASES])
def test_each_mistake_is_told_at_its_line(
    tmp_path: Path, old: str, new: str, code: str, near: str
) -> None:
    found = problems(tmp_path, (old, new))
    assert (code, line_of(near, (old, new))) in [(p.code, p.line) for p in found], found
    assert all(p.file.endswith(".yaml") for p in found)


def test_a_bad_place_in_a_sentence_is_told_at_its_column(tmp_path: Path) -> None:
    change = ("ปีละไม่เกิน {tiny.most}", "ปีละ {tiny.mots}")
    (found,) = [p for p in problems(tmp_path, change) if p.code == "FACT01"]
    line = MODULE.replace(*change).split("\n")[found.line - 1]
    assert line[found.col - 1 :].startswith("{tiny.mots}")
    assert found.hint == "did you mean tiny.most?"


@pytest.mark.parametrize(
    ("old", "new", "said"),
    [
        ("from: 2026-01-01", "from: 2569-01-01", "write 2026-01-01"),
        ("from: 2026-01-01", "from: 1026-01-01", "years run from 1900 to 2200"),
        ("from: 2026-01-01", "from: 9999-01-01", "years run from 1900 to 2200"),
        ("checked: 2026-11-20", "checked: 2569-11-20", "write 2026-11-20"),
        ("review_by: 2027-05-20", "review_by: 2570-05-20", "write 2027-05-20"),
        ("value: 300", "value: 2569-03-14", "write 2026-03-14"),
    ],
)
def test_a_year_of_another_era_is_the_one_error(
    tmp_path: Path, old: str, new: str, said: str
) -> None:
    (found,) = problems(tmp_path, (old, new))
    assert (found.code, found.line, found.hint) == ("FACT16", line_of(new, (old, new)), said)
    line = MODULE.replace(old, new, 1).split("\n")[found.line - 1]
    assert line[found.col - 1 :].startswith(new.partition(": ")[2])


@pytest.mark.parametrize("dated", ["2568", "2568-03", "2568-03-14"])
def test_a_source_is_dated_in_the_common_era(tmp_path: Path, dated: str) -> None:
    content = write_module(tmp_path)
    sources = content / "sources.yaml"
    text = sources.read_text(encoding="utf-8").replace("2025-03", dated)
    sources.write_text(text, encoding="utf-8")
    (found,) = check_content(content, DAY).problems
    assert (found.code, found.line) == ("FACT16", 5)
    assert (found.message, found.hint) == (
        "2568 is a Buddhist year",
        f"write {dated.replace('2568', '2025')}",
    )


def test_a_number_of_the_game_stands_once(tmp_path: Path) -> None:
    content = write_module(tmp_path)
    row = "  - {id: trip, value: 1, why: ก}\n"
    (content / "game.yaml").write_text(f"tuning:\n{row}{row}", encoding="utf-8")
    (found,) = [p for p in check_content(content, DAY).problems if p.code != "WORD02"]
    assert (found.code, found.line) == ("ID01", 3)


def test_the_board_names_modules_that_are_there(tmp_path: Path) -> None:
    content = write_module(tmp_path)
    spaces = "  - {id: s%d, title: ก, kind: right, icon: books, module: %s}\n"
    board = "".join(spaces % (n, "tiny" if n else "tinny") for n in range(28))
    (content / "board.yaml").write_text(f"spaces:\n{board}", encoding="utf-8")
    (found,) = check_content(content, DAY).problems
    assert (Path(found.file).name, found.line, found.code) == ("board.yaml", 2, "ID02")
    assert found.hint == "did you mean tiny?"


@pytest.mark.parametrize(
    ("name", "hint"),
    [
        ("modules/new.yaml.txt", "call it new.yaml"),
        ("modules/new.YAML", "call it new.yaml"),
        ("source.yaml", "sources.yaml is read already: keep one of the two here"),
        ("helpline.yaml", "call it helplines.yaml"),
        ("Helplines.yml", "call it helplines.yaml"),
        ("locale/extra.yml", "call it extra.yaml"),
        ("nsf.yaml", "modules stand in the folder `modules`"),
        ("modules/tiny.yaml.txt", "tiny.yaml is read already: keep one of the two here"),
    ],
)
def test_a_file_that_is_passed_over_is_told(tmp_path: Path, name: str, hint: str) -> None:
    content = write_content(tmp_path)
    (content / name).write_text("ก", encoding="utf-8")
    for other in (".new.yaml.swp", "modules/.new.yaml", "STYLE.th.md", "modules/new.txt"):
        (content / other).write_text("ก", encoding="utf-8")
    (found,) = check_content(content, DAY).problems
    assert (found.code, found.severity, found.hint) == ("FILE05", "warning", hint)
    assert found.file.endswith(name)


@pytest.mark.parametrize(
    ("dated", "hint"),
    [
        ("14/3/2568", "write it as 2025-03-14"),
        ("03/2568", "write it as 2025, 2025-03, 2025-03-14"),
        ("2025-13", "write it as 2025, 2025-03, 2025-03-14"),
    ],
)
def test_a_source_is_dated_in_one_form(tmp_path: Path, dated: str, hint: str) -> None:
    content = write_module(tmp_path)
    sources = content / "sources.yaml"
    text = sources.read_text(encoding="utf-8").replace("2025-03", dated)
    sources.write_text(text, encoding="utf-8")
    (found,) = check_content(content, DAY).problems
    assert (found.code, found.line, found.hint) == ("SHAPE03", 5, hint)


def test_many_mistakes_are_told_in_one_run_sorted(tmp_path: Path) -> None:
    found = problems(
        tmp_path, ("icon: bed", "icon: bedd"), (", right: true", ""), ("minutes: 10", "minutes: 9")
    )
    assert {"ICON01", "QUEST01", "MOD01"} <= {p.code for p in found}
    assert [p.line for p in found] == sorted(p.line for p in found)


def test_a_broken_file_does_not_make_references_to_it_wrong(tmp_path: Path) -> None:
    content = write_module(tmp_path)
    sources = content / "sources.yaml"
    sources.write_text(sources.read_text(encoding="utf-8") + "  oops: 1\n", encoding="utf-8")
    found = list(check_content(content, DAY).problems)
    assert [p.code for p in found] == ["SHAPE01"]


def with_neighbour(root: Path, *replacements: tuple[str, str]) -> Path:
    """A second module that names a fact of the first one, in a text and as a fact."""
    content = write_module(root, *replacements)
    text = MODULE.replace("tiny", "near").replace("say: โทรถามสายด่วน", "say: '{tiny.daily}'")
    text = text.replace("why: ชื่อคล้ายกัน", "why: ชื่อคล้ายกัน, facts: [tiny.most]")
    (content / "modules" / "near.yaml").write_text(text, encoding="utf-8")
    return content


def test_facts_of_a_broken_module_are_not_unknown_in_another(tmp_path: Path) -> None:
    assert list(check_content(with_neighbour(tmp_path / "whole"), DAY).problems) == []
    content = with_neighbour(tmp_path / "broken", ("tagline:", "taglin:"))
    found = list(check_content(content, DAY).problems)
    assert [(Path(p.file).name, p.code) for p in found] == [
        ("tiny.yaml", "SHAPE02"),
        ("tiny.yaml", "SHAPE01"),
    ]


def test_a_fact_that_no_broken_module_holds_is_told(tmp_path: Path) -> None:
    content = with_neighbour(tmp_path, ("tagline:", "taglin:"), ("id: tiny.daily", "id: tiny.dail"))
    told = [p.message for p in check_content(content, DAY).problems if p.code == "FACT01"]
    assert told == ["there is no fact 'tiny.daily'"]


def test_ids_of_an_unreadable_file_are_not_judged_and_that_is_said(tmp_path: Path) -> None:
    content = with_neighbour(tmp_path, ("summary:", "\tsummary:"))
    found = list(check_content(content, DAY).problems)
    assert [(Path(p.file).name, p.code, p.severity) for p in found] == [
        ("tiny.yaml", "ID04", "warning"),
        ("tiny.yaml", "YAML02", "error"),
    ]


def test_an_unreadable_file_hides_only_the_ids_that_may_stand_in_it(tmp_path: Path) -> None:
    content = write_module(tmp_path, ("at_most: tiny.most", "at_most: tiny.mots"))
    (content / "sources.yaml").write_text("\t- id: leaflet\n", encoding="utf-8")
    errors = check_content(content, DAY).problems.errors
    assert [p.code for p in errors] == ["ID02", "YAML02"]
    assert errors[0].message == "there is no fact 'tiny.mots'"


@pytest.mark.parametrize("name", ["tiny2.yaml", "a-tiny.yaml"])
def test_a_copied_module_is_one_error_that_names_the_other_file(tmp_path: Path, name: str) -> None:
    content = write_module(tmp_path)
    first = content / "modules" / "tiny.yaml"
    (content / "modules" / name).write_text("# copy\n" + MODULE, encoding="utf-8")
    (found,) = check_content(content, DAY).problems
    assert (Path(found.file).name, found.line, found.code) == (name, 2, "ID01")
    assert found.message == f"the module id 'tiny' stands twice; first at {first}:1"


def test_an_id_of_another_module_is_told_with_the_place_of_the_first(tmp_path: Path) -> None:
    content = with_neighbour(tmp_path)
    near = content / "modules" / "near.yaml"
    text = near.read_text(encoding="utf-8").replace("id: near.benefit", "id: tiny.benefit")
    near.write_text(text.replace("rows: [near.", "rows: [tiny."), encoding="utf-8")
    (found,) = (p for p in check_content(content, DAY).problems if p.code == "ID01")
    assert Path(found.file).name == "tiny.yaml"
    assert f"first at {near}:{line_of('id: tiny.benefit')}" in found.message


def test_literal_numbers_are_asked_about_and_can_be_silenced(tmp_path: Path) -> None:
    change = ('explain: "ได้ {tiny.daily}', 'explain: "ได้ 300 บาท {tiny.daily}')
    (found,) = problems(tmp_path, change)
    assert (found.code, found.severity) == ("FACT05", "warning")
    silenced = ('{tiny.most}"\nmyths', '{tiny.most}"  # fact-ok: ตัวอย่าง\nmyths')
    assert problems(tmp_path, change, silenced) == []


def test_story_steps_may_hold_numbers(tmp_path: Path) -> None:
    assert "นอนโรงพยาบาล 4 วัน" in MODULE
    assert problems(tmp_path) == []


def test_untaught_and_unasked_facts_are_warned_about(tmp_path: Path) -> None:
    found = problems(tmp_path, ("ปีละไม่เกิน {tiny.most}", ""), ("at_most: tiny.most", ""))
    assert {p.code for p in found} == {"FACT10", "FACT11"}
    reason = ("grade: B", "grade: B\n    reference_only: ใช้อ้างอิง")
    assert (
        problems(tmp_path, ("ปีละไม่เกิน {tiny.most}", ""), ("at_most: tiny.most", ""), reason) == []
    )


def test_a_fact_not_to_be_asked_must_not_be(tmp_path: Path) -> None:
    found = problems(tmp_path, ("grade: B", "grade: B\n    no_quiz: ยังขัดแย้ง"))
    assert [p.code for p in found] == ["FACT12"]


NUMBER = """\
  - id: tiny.q.number
    kind: number
    objective: tiny.know
    level: 2
    ask: ได้วันละเท่าไร
    answer: {fact: tiny.daily}
    unit: บาท
    highest: 500
    step: 50
    why: ดูอัตราปัจจุบัน
    explain: "ได้ {tiny.daily}"
myths:
"""


@pytest.mark.parametrize(
    ("change", "code"),
    [
        (("step: 50", "step: 70"), "QUEST05"),
        (("highest: 500", "highest: 250"), "QUEST05"),
        (("{fact: tiny.daily}", "{fact: tiny.none}"), "ID02"),
        (("step: 50", "step: 50\n    mistakes: [{amount: {fact: tiny.daily}, why: ก}]"), "QUEST03"),
        (("grade: A", "grade: C"), "QUEST06"),
    ],
)
def test_number_questions(tmp_path: Path, change: tuple[str, str], code: str) -> None:
    assert problems(tmp_path, ("myths:\n", NUMBER)) == []
    assert code in [p.code for p in problems(tmp_path, ("myths:\n", NUMBER), change)]


SECOND = NUMBER.replace("myths:\n", "forms: {opening: [tiny.q.days], closing: [%s]}\nmyths:\n")


def test_forms_share_no_question_and_are_parallel(tmp_path: Path) -> None:
    same = problems(tmp_path, ("myths:\n", SECOND % "tiny.q.days"))
    assert [p.code for p in same] == ["QUEST07"]
    other = problems(tmp_path, ("myths:\n", SECOND % "tiny.q.number"))
    assert [p.code for p in other] == ["QUEST08"]


def test_as_of_gives_that_days_truth(tmp_path: Path) -> None:
    content = write_module(tmp_path, ("{tiny.daily|before|times 4}", "{tiny.daily|times 2}"))
    for day, amount in ((date(2025, 6, 1), 200), (DAY, 300)):
        checked = check_content(content, day)
        assert not checked.problems.errors
        catalogue = compile_catalogue(checked)
        assert catalogue.facts["tiny.daily"].value == amount
        assert catalogue.benefit_cells["tiny.benefit"]["one"].shown == (
            f"วันละ {amount} บาท ไม่เกินปีละ 30 วัน"
        )
        right = catalogue.questions["tiny.q.days"].options[0].text.shown  # type: ignore[union-attr]
        assert right == f"{amount * 4:,} บาท"


WORDS = """\
- {avoid: กะเทย, use: คนข้ามเพศ, because: ใช้เรียกตัวเองเท่านั้น, allow_in: [เพื่อนกะเทยไทย]}
"""


def test_words_to_avoid_are_told_unless_they_stand_in_a_name(tmp_path: Path) -> None:
    said = "เครือข่ายเพื่อนกะเทยไทย กะเทยไทย"
    content = write_module(tmp_path, ("summary: สิทธิสำหรับทดสอบ", f"summary: {said}"))
    (content / "words.yaml").write_text(WORDS, encoding="utf-8")
    (found,) = check_content(content, DAY).problems
    assert (found.code, found.severity, found.hint) == ("TEXT04", "warning", "write คนข้ามเพศ")
    line = (
        (content / "modules" / "tiny.yaml").read_text(encoding="utf-8").split("\n")[found.line - 1]
    )
    assert line[: found.col - 1].endswith("เพื่อนกะเทยไทย ")
