"""Units of facts, and values written out in Thai and English."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from engine.languages import SOURCE
from engine.schema.fact import Unit, Value
from engine.schema.text import Language, Text
from engine.thai.dates import english_date, grouped, thai_date


@dataclass(frozen=True, slots=True)
class UnitWords:
    """The words of a unit after a number; `times` is the unit once the time is taken out."""

    thai: str
    english: str
    times: Unit | None = None


UNITS: dict[Unit, UnitWords] = {
    "baht": UnitWords("บาท", "baht", "baht"),
    "baht/day": UnitWords("บาทต่อวัน", "baht a day", "baht"),
    "baht/month": UnitWords("บาทต่อเดือน", "baht a month", "baht"),
    "baht/year": UnitWords("บาทต่อปี", "baht a year", "baht"),
    "baht/visit": UnitWords("บาทต่อครั้ง", "baht a visit", "baht"),
    "baht/child/month": UnitWords("บาทต่อคนต่อเดือน", "baht a child a month", "baht"),
    "baht/kit": UnitWords("บาทต่อชุด", "baht a kit", "baht"),
    "percent": UnitWords("%", "%"),
    "years": UnitWords("ปี", "years"),
    "months": UnitWords("เดือน", "months", "months"),
    "days": UnitWords("วัน", "days", "days"),
    "hours": UnitWords("ชั่วโมง", "hours"),
    "minutes": UnitWords("นาที", "minutes"),
    "days/year": UnitWords("วันต่อปี", "days a year", "days"),
    "times": UnitWords("ครั้ง", "times"),
    "times/year": UnitWords("ครั้งต่อปี", "times a year", "times"),
    "visits": UnitWords("ครั้ง", "visits"),
    "persons": UnitWords("คน", "people"),
    "children": UnitWords("คน", "children"),
    "places": UnitWords("แห่ง", "places"),
    "items": UnitWords("ชิ้น", "pieces"),
}
"""Units that stand after a number. `date`, `phone` and `text` are words by themselves."""

WORD_UNITS: frozenset[Unit] = frozenset({"text", "phone", "date"})


def number_of(value: Value | None) -> int | float | None:
    """Return the value as a number, or None when it is words."""
    return value if isinstance(value, int | float) else None


def bare(value: Value, language: Language = SOURCE) -> Text:
    """Return the value without its unit."""
    if isinstance(value, Text):
        return value
    if isinstance(value, date):
        return Text(shown=thai_date(value) if language == "th" else english_date(value))
    return Text(shown=grouped(value))


def with_unit(value: Value, unit: Unit, language: Language = SOURCE) -> Text:
    """Return the value with its unit, e.g. ``300 บาทต่อวัน``, ``ร้อยละ 50``."""
    number = bare(value, language)
    if unit in WORD_UNITS or isinstance(value, Text):
        return number
    if unit == "percent":
        return Text(shown=f"ร้อยละ {number.shown}" if language == "th" else f"{number.shown}%")
    words = UNITS[unit]
    return Text(shown=f"{number.shown} {words.thai if language == 'th' else words.english}")
