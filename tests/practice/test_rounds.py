"""Which questions a round asks, and what returns."""

from __future__ import annotations

import json
from datetime import date, timedelta
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from games.practice.rounds import AskedQuestion, Round, answer, choose, without_new
from games.practice.scheduler import RULES, Memory

BEGIN = date(1970, 1, 1)
TABLE: list[dict[str, Any]] = json.loads(
    Path(__file__).with_name("rounds.json").read_text(encoding="utf-8")
)


def day(number: int) -> date:
    return BEGIN + timedelta(days=number)


@pytest.mark.parametrize("row", TABLE, ids=lambda row: row["name"])
def test_the_table_that_page_and_app_share(row: dict[str, Any]) -> None:
    bank = [AskedQuestion(*asked) for asked in row["bank"]]
    memories = {q: Memory(3.0, 5.0, day(a), day(b)) for q, (a, b) in row["memories"].items()}
    chosen = choose(bank, memories, day(row["today"]), row["at_most"])
    assert list(chosen) == row["chosen"]


def test_a_missed_question_returns_after_some_others() -> None:
    going = answer(Round(("a", "b", "c", "d", "e")), "again")
    assert going.queue == ("b", "c", "d", "a", "e")


def test_a_missed_last_question_returns_at_once() -> None:
    assert answer(Round(("a",)), "again").queue == ("a",)


def test_right_after_a_miss_still_counts_as_growing() -> None:
    going = answer(answer(Round(("a",)), "again"), "good")
    assert going.over
    assert going.first == {"a": "again"}


def test_when_minutes_are_over_only_what_was_begun_is_finished() -> None:
    going = without_new(answer(Round(("a", "b", "c", "d", "e", "f")), "again"))
    assert going.queue == ("a",)


@given(
    st.integers(1, 12).flatmap(
        lambda n: st.tuples(st.just(n), st.lists(st.booleans(), min_size=n * 3, max_size=n * 3))
    )
)
def test_every_round_ends_and_asks_everything(case: tuple[int, list[bool]]) -> None:
    count, rights = case
    going = Round(tuple(map(str, range(count))))
    asked = 0
    while not going.over:
        going = answer(going, "good" if rights[asked] else "again")
        asked += 1
    assert set(going.first) == set(map(str, range(count)))
    assert asked <= count * (1 + RULES["round"]["returns"])
