"""Checks of the second edition: banks, lessons, life events, remarks; each on a small module."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest

from engine.catalogue.compilation import check_content
from engine.diagnostics.problems import Problem
from tests.engine.small import write_module

DAY = date(2026, 11, 20)


def told(root: Path, *changes: tuple[str, str]) -> list[Problem]:
    return list(check_content(write_module(root, *changes), DAY).problems)


def codes(root: Path, *changes: tuple[str, str]) -> set[str]:
    return {problem.code for problem in told(root, *changes)}


# Life events

BENEFITS = "".join(
    f"""\
  - id: tiny.other{n}
    title: อื่น
    short: อื่น
    icon: bed
    when: ใช้เมื่ออื่น
    pays: {{shape: access}}
"""
    for n in range(6)
)


def event(harm: str = "other: 100", **more: str) -> tuple[tuple[str, str], ...]:
    keys = "".join(f"    {key}: {value}\n" for key, value in more.items())
    situation = f"""\
situations:
  - id: tiny.s.one
    title: เรื่อง
    icon: bed
    story: เกิดเรื่อง
    harm: {{{harm}}}
    helps: [tiny.benefit]
{keys}    remember: จำไว้
    talk: คุยกัน
myths:
"""
    return ("lesson:\n", BENEFITS + "lesson:\n"), ("myths:\n", situation)


OTHERS = [f"tiny.other{n}" for n in range(6)]


@pytest.mark.parametrize(
    ("cards", "code"),
    [
        (["tiny.benefit", *OTHERS[:5]], set()),
        (["tiny.benefit", *OTHERS[:4]], {"SIT03"}),
        (["tiny.benefit", *OTHERS[:4], OTHERS[0]], {"SIT03"}),
        (OTHERS, {"SIT03"}),
        (["tiny.benefit", *OTHERS[:4], "tiny.nothing"], {"ID02"}),
    ],
)
def test_the_cards_to_lay(tmp_path: Path, cards: list[str], code: set[str]) -> None:
    assert codes(tmp_path, *event(cards=f"[{', '.join(cards)}]")) == code


@pytest.mark.parametrize(
    ("harm", "code"),
    [
        ("hospital_days: 3, lost_days: 7", {"SIT04"}),
        ("hospital_days: 3, rest_days: 7", set()),
        ("hospital_days: 3, rest_days: 5, lost_days: 2", set()),
        ("lost_days: 7", set()),
    ],
)
def test_days_after_the_hospital_have_a_doctors_order(
    tmp_path: Path, harm: str, code: set[str]
) -> None:
    assert codes(tmp_path, *event(harm)) == code


def test_a_village_event_names_no_work_and_places_are_the_boards(tmp_path: Path) -> None:
    assert codes(tmp_path, *event(village="true")) == set()
    # The occupation and the space are not there either: the small folder has no board.
    found = codes(tmp_path, *event(village="true", **{"for": "[rider]"}, places="[home]"))
    assert found == {"SIT05", "ID02"}


# Lessons


def test_a_lesson_can_be_said_in_its_minutes(tmp_path: Path) -> None:
    long = ("say: โทรถามสายด่วน", "say: " + "ยาวมาก" * 500)
    (problem,) = told(tmp_path, long)
    assert problem.code == "MOD04"
    assert "3,0" in problem.message
    assert codes(tmp_path, ("say: โทรถามสายด่วน", "say: " + "ยาวมาก" * 450)) == set()


FACTS = "".join(
    f"""\
  - id: tiny.f{n}
    label: เลข
    unit: baht
    values: [{{from: 2018-01-01, value: {n + 1}, source: leaflet}}]
    checked: 2026-11-20
    review_by: 2027-05-20
    grade: A
    no_quiz: ลอง
"""
    for n in range(9)
)


def test_a_step_tells_at_most_eight_new_facts(tmp_path: Path) -> None:
    facts = ("schemes:\n", FACTS + "schemes:\n")
    names = [f"{{tiny.f{n}}}" for n in range(9)]
    story = "say: พี่แอ๋วนอนโรงพยาบาล 4 วัน"
    act = "say: โทรถามสายด่วน"
    one = (story, f'say: "{" ".join(names)}"')
    two = ((story, f'say: "{" ".join(names[:5])}"'), (act, f'say: "{" ".join(names)}"'))
    assert codes(tmp_path, facts, one) == {"MOD05"}
    assert codes(tmp_path, facts, *two) == set()


def test_a_picture_of_a_step_is_an_icon(tmp_path: Path) -> None:
    assert codes(tmp_path, ("kind: story,", "kind: story, picture: bed,")) == set()
    assert codes(tmp_path, ("kind: story,", "kind: story, picture: bedd,")) == {"ICON01"}


def test_a_sign_off_names_facts_there_are(tmp_path: Path) -> None:
    signed = "signed:\n  - {by: สภา, profession: lawyer, on: 2026-11-20, scope: [tiny.dayly]}\n"
    assert codes(tmp_path, ("myths:\n", signed + "myths:\n")) == {"ID02"}


# Remarks


@pytest.mark.parametrize(
    "remark",
    ["ให้บุคลากรสุขภาพตรวจทานก่อนพิมพ์เผยแพร่", "TODO", "ยอด xxx บาท", "ถึงบรรณาธิการ ดูอีกที"],
)
def test_editors_remarks_are_found_where_members_read(tmp_path: Path, remark: str) -> None:
    (problem,) = told(tmp_path, ("พี่แอ๋วนอนโรงพยาบาล 4 วัน", f"พี่แอ๋ว {remark}"))
    assert (problem.code, problem.severity) == ("TEXT07", "error")
    assert (
        codes(tmp_path, ("    grade: A\n", f"    grade: A\n    note_for_editors: {remark}\n"))
        == set()
    )


# The whole bank


def bank(
    *, right: str = "ถูกกลาง", common: int = 0, statements: str = "", several: str = ""
) -> tuple[tuple[str, str], ...]:
    """Eight choices, and what else is asked for; counts are always too small."""
    lines = []
    for n in range(8):
        options = [
            f"{{text: {right}, right: true}}",
            "{text: ผิด, why: เพราะ}",
            "{text: ผิดยาวกว่ามาก, why: เพราะ}",
        ]
        turned = options[n % 3 :] + options[: n % 3]
        lines.append(
            f"  - id: tiny.q.bank{n}\n    kind: choice\n    objective: tiny.know\n    level: 1\n"
            f"    ask: ถามที่ {n}\n    options:\n"
            + "".join(f"      - {option}\n" for option in turned)
            + f"    common_sense: {str(n < common).lower()}\n    explain: อธิบาย\n"
        )
    lines += [
        f"  - {{id: tiny.q.say{n}, kind: true_false, objective: tiny.know, level: 1, ask: ข้อ {n}, "
        f"answer: {'true' if sign == 't' else 'false'}, why: เพราะ, explain: อธิบาย}}\n"
        for n, sign in enumerate(statements)
    ]
    lines += [
        f"  - id: tiny.q.many{n}\n    kind: several\n    objective: tiny.know\n    level: 1\n"
        f"    ask: เลือก {n}\n    options:\n"
        + "".join(
            f"      - {{text: ข้อ {k}, {'right: true' if k < int(count) else 'why: เพราะ'}}}\n"
            for k in range(4)
        )
        + "    explain: อธิบาย\n"
        for n, count in enumerate(several)
    ]
    return (("myths:\n", "".join(lines) + "myths:\n"),)


ALWAYS = {"MOD06", "MOD07"}


def test_a_small_bank_is_told_what_it_lacks(tmp_path: Path) -> None:
    said = [p.message for p in told(tmp_path, *bank()) if p.code == "MOD07"]
    assert sorted(words.split()[0] for words in said) == ["0", "0", "1", "9"]
    assert codes(tmp_path, *bank()) == ALWAYS


@pytest.mark.parametrize(
    ("code", "made"),
    [
        ("QUEST09", bank(right="ถูกและยาวที่สุดในทุกข้อเสมอ")),
        ("QUEST12", bank(right="ดี")),
        ("QUEST13", bank(statements="ttf" + "t")),
        ("QUEST14", bank(several="222")),
        ("QUEST15", bank(common=3)),
    ],
)
def test_each_unfairness_of_a_bank_is_told(
    tmp_path: Path, code: str, made: tuple[tuple[str, str], ...]
) -> None:
    assert codes(tmp_path, *made) == ALWAYS | {code}


@pytest.mark.parametrize("made", [bank(statements="ttf"), bank(several="223"), bank(common=2)])
def test_a_fair_bank_is_not_told_of(tmp_path: Path, made: tuple[tuple[str, str], ...]) -> None:
    assert codes(tmp_path, *made) == ALWAYS


def test_rumours_are_as_often_true_as_false(tmp_path: Path) -> None:
    more = "".join(
        f"  - {{id: tiny.m.more{n}, said: ลือ, really: จริง, why: เพราะ}}\n" for n in range(3)
    )
    unfair = (*bank(), ("myths:\n", "myths:\n" + more))
    assert codes(tmp_path, *unfair) == ALWAYS | {"QUEST13"}


def test_a_bank_names_the_cards_of_each_event(tmp_path: Path) -> None:
    situation = """\
situations:
  - {id: tiny.s.one, title: เรื่อง, icon: bed, story: เกิดเรื่อง,
     harm: {other: 100}, helps: [tiny.benefit], remember: จำไว้, talk: คุยกัน}
"""
    assert codes(tmp_path, *bank(), ("myths:\n", situation + "myths:\n")) == ALWAYS | {"SIT06"}
