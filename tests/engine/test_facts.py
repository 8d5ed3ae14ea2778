"""Facts in time, and how they fill texts."""

from __future__ import annotations

from datetime import date
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from engine.cli.fact_reports import rows
from engine.resolving.facts import ResolvedFact, fact_today, resolve_fact
from engine.resolving.placeholders import FillError, fill_placeholders
from engine.schema.fact import Fact
from engine.schema.text import Text


def fact(**changes: Any) -> Fact:
    """A fact that was 200 baht a day, and is 300 since 2026."""
    data: dict[str, Any] = {
        "id": "s40.rest",
        "label": "เงินทดแทนต่อวัน",
        "unit": "baht/day",
        "values": [
            {"from": "2018-01-01", "value": 200, "source": "leaflet"},
            {"from": "2026-01-01", "value": 300, "source": "leaflet"},
        ],
        "checked": "2026-11-20",
        "review_by": "2027-05-20",
        "grade": "A",
    }
    return Fact.model_validate(data | changes)


def on(day: str, **changes: Any) -> dict[str, ResolvedFact]:
    return {"s40.rest": resolve_fact(fact(**changes), "section40", date.fromisoformat(day))}


def filled(text: str, day: str = "2026-11-20", **changes: Any) -> str:
    return fill_placeholders(Text(shown=text), on(day, **changes)).shown


@pytest.mark.parametrize(
    ("day", "shown"),
    [
        ("2025-12-31", "200 บาทต่อวัน"),
        ("2026-01-01", "300 บาทต่อวัน"),
        ("2030-01-01", "300 บาทต่อวัน"),
    ],
)
def test_the_value_on_a_day_is_the_last_that_has_begun(day: str, shown: str) -> None:
    assert filled("{s40.rest}", day) == shown


@pytest.mark.parametrize(
    ("place", "shown"),
    [
        ("{s40.rest|number}", "300"),
        ("{s40.rest|times 4}", "1,200 บาท"),
        ("{s40.rest|times 4|number}", "1,200"),
        ("{s40.rest|before}", "200 บาทต่อวัน"),
        ("{s40.rest|before|times 2}", "400 บาท"),
        ("{s40.rest|since}", "1 มกราคม 2569"),
        ("ได้ {s40.rest} นะ", "ได้ 300 บาทต่อวัน นะ"),
        ("{team} ได้ {s40.rest|number}", "{team} ได้ 300"),
    ],
)
def test_filters(place: str, shown: str) -> None:
    assert filled(place) == shown


@pytest.mark.parametrize(
    ("place", "day", "code"),
    [
        ("{s40.reast}", "2026-11-20", "FACT01"),
        ("{s40.rest}", "2017-01-01", "FACT02"),
        ("{s40.rest|before}", "2019-01-01", "FACT04"),
        ("{s40.rest|twice}", "2026-11-20", "FACT04"),
    ],
)
def test_what_cannot_be_filled_says_why(place: str, day: str, code: str) -> None:
    with pytest.raises(FillError) as error:
        filled(place, day)
    assert error.value.code == code
    assert error.value.message


def test_an_unknown_fact_names_the_nearest() -> None:
    with pytest.raises(FillError) as error:
        filled("{s40.reast}")
    assert error.value.hint == "did you mean s40.rest?"


def test_grade_d_and_missing_sources_carry_the_mark() -> None:
    assert filled("{s40.rest}", grade="D") == "300 บาทต่อวัน\\*"
    unsourced = [{"from": "2018-01-01", "value": 200, "source": None}]
    done = fill_placeholders(Text(shown="{s40.rest}"), on("2026-11-20", values=unsourced))
    assert done.unconfirmed
    assert done.shown.endswith("*")
    assert not fill_placeholders(Text(shown="{s40.rest}"), on("2026-11-20")).unconfirmed


def test_a_right_that_has_ended_says_so() -> None:
    values = [
        {"from": "2018-01-01", "value": 200, "source": "leaflet"},
        {"from": "2026-01-01", "value": None, "source": "leaflet"},
    ]
    ended = fact_today(on("2026-11-20", values=values)["s40.rest"])
    assert (ended.value, ended.text.shown) == (None, "สิ้นสุดแล้ว")
    with pytest.raises(FillError):
        filled("{s40.rest}", values=values)


def test_percent_and_dates_read_as_thai_does() -> None:
    half = [{"from": "2018-01-01", "value": 50, "source": "leaflet"}]
    assert filled("{s40.rest}", unit="percent", values=half) == "ร้อยละ 50"
    began = [{"from": "2018-01-01", "value": date(2025, 1, 23), "source": "leaflet"}]
    assert filled("{s40.rest}", unit="date", values=began) == "23 มกราคม 2568"


def test_a_fact_past_its_review_day_is_stale() -> None:
    assert not fact_today(on("2027-05-20")["s40.rest"]).stale
    assert fact_today(on("2027-05-21")["s40.rest"]).stale


OLDER = [
    {"from": "2018-01-01", "or_earlier": True, "value": 200, "source": "leaflet"},
    {"from": "2026-01-01", "value": 300, "source": "leaflet"},
]


def test_a_value_may_be_older_than_its_source_and_is_marked_then() -> None:
    assert filled("{s40.rest}", "2017-12-31", values=OLDER) == "200 บาทต่อวัน\\*"
    assert filled("{s40.rest}", "2018-01-01", values=OLDER) == "200 บาทต่อวัน"
    then = fact_today(on("2017-12-31", values=OLDER)["s40.rest"])
    assert (then.value, then.grade, then.unconfirmed, then.since) == (200, "D", True, None)
    assert rows([then], {}, {}, "th")[0][2:5] == ("200 บาทต่อวัน", "not known", "D*")
    later = fact_today(on("2018-01-01", values=OLDER)["s40.rest"])
    assert (later.grade, later.unconfirmed, later.since) == ("A", False, date(2018, 1, 1))


def test_nobody_knows_since_when_an_older_value_holds() -> None:
    for day in ("2017-12-31", "2018-01-01"):
        with pytest.raises(FillError) as error:
            filled("{s40.rest|since}", day, values=OLDER)
        assert error.value.code == "FACT04"
    assert filled("{s40.rest|since}", values=OLDER) == "1 มกราคม 2569"


def test_a_value_that_looks_like_a_place_is_not_filled_again() -> None:
    template = Text(shown="{a} {b}")
    done = template.put(a="{b}", b="x")
    assert done.shown == "{b} x"


_DAYS = st.dates(date(2010, 1, 1), date(2030, 1, 1))


@given(st.lists(_DAYS, min_size=1, max_size=4, unique=True), _DAYS, st.booleans())
def test_the_first_value_alone_reaches_back(days: list[date], day: date, older: bool) -> None:
    values = [
        {"from": str(d), "value": n, "source": "leaflet", "or_earlier": older and n == 0}
        for n, d in enumerate(sorted(days))
    ]
    resolved = on(str(day), values=values)["s40.rest"]
    begun = sum(d <= day for d in days)
    shown = begun - 1 if begun else 0 if older else None
    assert (resolved.now.value if resolved.now else None) == shown
    assert resolved.assumed is (older and not begun)
    assert resolved.unconfirmed is resolved.assumed
    assert (resolved.before is None) is (begun < 2)


_PLAIN = st.text(alphabet="กาบที่ {}ab.", max_size=20)


@given(_PLAIN, _PLAIN)
def test_text_around_a_place_is_left_as_it_is(before: str, after: str) -> None:
    before, after = (
        before.replace("{", "").replace("}", ""),
        after.replace("{", "").replace("}", ""),
    )
    assert filled(before + "{s40.rest|number}" + after) == before + "300" + after


@given(st.lists(st.integers(0, 12), max_size=4), st.integers(0, 5))
def test_put_moves_break_points_along(breaks: list[int], inner: int) -> None:
    template = Text(shown="ตาของ{team}ทอยเต๋า", breaks=tuple(sorted({*breaks} - {0})))
    done = template.put(team=Text(shown="ดอกคูน", breaks=(inner,) if inner else ()))
    assert done.shown == "ตาของดอกคูนทอยเต๋า"
    start, end = 5, 11
    for at in template.breaks:
        if at <= start:
            assert at in done.breaks
        elif at >= end:
            assert at - len("{team}") + len("ดอกคูน") in done.breaks
    if inner:
        assert start + inner in done.breaks
