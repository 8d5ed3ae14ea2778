"""What differs by language: units, plurals, days, line breaks, syllables."""

from __future__ import annotations

import re
from datetime import date
from itertools import pairwise
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from engine.days import short_day, written_day
from engine.languages import LANGUAGE_PATTERN
from engine.resolving.units import UNITS, with_unit
from engine.resolving.value_words import words_beside, written_words
from engine.schema.text import Text
from engine.scripts.syllables import syllables
from engine.scripts.text_breaker import TextBreaker
from engine.thai.word_breaks import WordBreaker

DAY = date(2026, 5, 1)


def breaks(text: str, language: str) -> list[str]:
    places = [0, *TextBreaker(WordBreaker([]), language).breaks(text), len(text)]
    return [text[a:b] for a, b in pairwise(places)]


@pytest.mark.parametrize(
    ("value", "unit", "thai", "english"),
    [
        (1, "years", "1 ปี", "1 year"),
        (3, "years", "3 ปี", "3 years"),
        (300, "baht/day", "300 บาทต่อวัน", "300 baht a day"),
        (1, "days/year", "1 วันต่อปี", "1 day a year"),
        (2, "children", "2 คน", "2 children"),
        (1, "persons", "1 คน", "1 person"),
        (1200, "baht", "1,200 บาท", "1,200 baht"),
        (50, "percent", "ร้อยละ 50", "50%"),
        (DAY, "date", "1 พฤษภาคม 2569", "1 May 2026"),
    ],
)
def test_a_value_is_said_as_each_language_says_it(
    value: int | date, unit: str, thai: str, english: str
) -> None:
    assert with_unit(value, unit).shown == thai  # type: ignore[arg-type]
    assert with_unit(value, unit, words_beside("en")).shown == english  # type: ignore[arg-type]


def test_every_unit_has_its_words_in_both_languages() -> None:
    words = written_words()[1]
    assert {key for key in words if key.startswith("unit.")} == {
        f"unit.{unit.replace('/', '-')}" for unit in UNITS
    }
    assert all(dict(text.beside).get("en") for text in words.values())


def test_a_word_takes_the_form_of_its_count() -> None:
    text = Text(shown="{n} {n|one:year|other:years} of {m|one:it|other:them}")
    assert text.put(n=1, m=2).shown == "1 year of them"
    assert text.put(n="1,200", m=Text(shown="1*")).shown == "1,200 years of it"
    assert text.put(n=2).shown == "2 years of {m|one:it|other:them}"


@pytest.mark.parametrize(
    ("language", "long", "short"),
    [
        ("th", "1 พฤษภาคม 2569", "1 พ.ค. 2569"),
        ("en", "1 May 2026", "1 May 2026"),
        ("km", "1 ឧសភា 2026", "1 ឧសភា 2026"),
    ],
)
def test_days_are_written_by_language(language: str, long: str, short: str) -> None:
    assert (written_day(DAY, language), short_day(DAY, language)) == (long, short)


@pytest.mark.parametrize(
    ("language", "pieces"),
    [
        ("en", ["Pay ", "self-", "employed ", "people ", "300 baht ", "a ", "day"]),
        ("en", ["gold ", "card ", "(บัตร", "ทอง)"]),
        ("my", ["လူမှုဖူလုံရေး", "အတွက်"]),
        ("km", ["ប្រទេស", "កម្ពុជា"]),
        ("lo", ["ປະກັນສັງຄົມ", "ສຳລັບ"]),
        ("shn", ["ၵၢၼ်", "ႁပ်ႉ", "ပၵ်း"]),
    ],
)
def test_lines_begin_where_the_script_allows(language: str, pieces: list[str]) -> None:
    assert breaks("".join(pieces), language) == pieces


def test_thai_breaks_are_those_of_the_thai_catalogue() -> None:
    text = "ประกันสังคม 300 บาทต่อวัน (self-employed)"
    assert TextBreaker(WordBreaker([])).breaks(text) == WordBreaker([]).breaks(text)


def test_no_line_begins_inside_the_forms_of_a_word() -> None:
    text = "for {n} {n|one:whole year|other:whole years} on"
    found = "|".join(breaks(text, "en"))
    assert "{n|one:whole year|other:whole years} |on" in found


@given(
    st.text(st.sampled_from("aก 1-(){|}ကခ်្ស្រ"), max_size=40),
    st.sampled_from(["en", "my", "km", "shn"]),
)
def test_breaks_lie_inside_the_text_in_order(text: str, language: str) -> None:
    found = TextBreaker(WordBreaker([]), language).breaks(text)
    assert list(found) == sorted(set(found))
    assert all(0 < place < len(text) for place in found)


@pytest.mark.parametrize(
    ("text", "count"),
    [
        ("money", 2),
        ("people paid", 3),
        ("The hospital gives the receipt", 8),
        ("insurance", 3),
        ("{team} wins", 1),
        ("", 0),
    ],
)
def test_english_syllables_are_close_to_what_is_read(text: str, count: int) -> None:
    assert abs(syllables(text) - count) <= 1


def test_codes_of_languages_are_lower_case() -> None:
    assert all(re.match(LANGUAGE_PATTERN, code) for code in ("th", "en", "shn", "zh-hant"))
    assert not any(re.match(LANGUAGE_PATTERN, code) for code in ("EN", "english", "e", "../x"))


def test_a_language_without_icu_says_what_to_install(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    import sys

    from engine.diagnostics.problems import RusitError

    monkeypatch.setitem(sys.modules, "icu4py.breakers", None)
    with pytest.raises(RusitError) as error:
        breaks("ប្រទេសកម្ពុជា", "km")
    assert error.value.problem.code == "LANG14"
