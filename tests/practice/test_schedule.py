"""When a question returns."""

from __future__ import annotations

import json
from datetime import date, timedelta
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from games.practice.scheduler import RULES, Grade, Memory, grade, learn

BEGIN = date(1970, 1, 1)
HISTORIES: list[dict[str, Any]] = json.loads(
    Path(__file__).with_name("histories.json").read_text(encoding="utf-8")
)

grades = st.sampled_from(["again", "hard", "good"])
histories = st.lists(st.tuples(st.integers(0, 400), grades), min_size=1, max_size=20)


@pytest.mark.parametrize("history", HISTORIES, ids=lambda h: h["name"])
def test_the_table_that_page_and_app_share(history: dict[str, Any]) -> None:
    memory = None
    for answer in history["answers"]:
        memory = learn(memory, answer["grade"], BEGIN + timedelta(days=answer["day"]))
        assert (memory.due - BEGIN).days == answer["due"]


def test_a_right_answer_stays_away_longer_than_a_missed_one() -> None:
    today = date(2026, 11, 20)
    waits = [(learn(None, g, today).due - today).days for g in ("again", "hard", "good")]
    assert waits == sorted(waits)
    assert waits[0] == 1


@given(histories)
def test_every_history_comes_back_within_the_limit(history: list[tuple[int, Grade]]) -> None:
    memory: Memory | None = None
    for offset, given_grade in history:
        today = date(2026, 1, 1) + timedelta(days=offset)
        memory = learn(memory, given_grade, today)
        assert today < memory.due <= today + timedelta(days=RULES["longest_days"])
        assert memory.stability > 0
        assert 1 <= memory.difficulty <= 10
    assert memory is not None
    assert memory.seen == len(history)
    assert memory.missed == sum(g == "again" for _, g in history)


def test_a_clock_set_back_makes_it_due_and_heals() -> None:
    ahead = learn(None, "good", date(2035, 1, 1))
    today = date(2026, 11, 20)
    assert ahead.is_due(today)
    healed = learn(ahead, "good", today)
    assert healed.last == today
    assert not healed.is_due(today)
    assert healed.due < date(2027, 6, 1)


def test_grades_come_from_right_and_hesitation() -> None:
    assert grade(right=False, seconds=1, signs=100) == "again"
    assert grade(right=True, seconds=5, signs=100) == "good"
    assert grade(right=True, seconds=300, signs=100) == "hard"


def test_who_reads_slowly_is_not_marked_down_for_reading() -> None:
    short, long = 40, 400
    assert grade(right=True, seconds=60, signs=short) == "hard"
    assert grade(right=True, seconds=60, signs=long) == "good"
