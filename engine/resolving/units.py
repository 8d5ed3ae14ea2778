"""Units of facts, and values written out."""

from __future__ import annotations

from datetime import date

from engine.resolving.value_words import ValueWords, thai_words
from engine.schema.fact import Unit, Value
from engine.schema.text import Text
from engine.thai.dates import grouped

UNITS: dict[Unit, Unit | None] = {
    "baht": "baht",
    "baht/day": "baht",
    "baht/month": "baht",
    "baht/year": "baht",
    "baht/visit": "baht",
    "baht/child/month": "baht",
    "baht/kit": "baht",
    "percent": None,
    "years": None,
    "months": "months",
    "days": "days",
    "hours": None,
    "minutes": None,
    "days/year": "days",
    "times": None,
    "times/year": "times",
    "visits": None,
    "persons": None,
    "children": None,
    "places": None,
    "items": None,
}
"""Units that stand after a number, each with the unit once the time is taken out.

`date`, `phone` and `text` are words by themselves.
"""

WORD_UNITS: frozenset[Unit] = frozenset({"text", "phone", "date"})


def number_of(value: Value | None) -> int | float | None:
    """Return the value as a number, or None when it is words."""
    return value if isinstance(value, int | float) else None


def bare(value: Value, words: ValueWords | None = None) -> Text:
    """Return the value without its unit; in Thai unless other words are given."""
    if isinstance(value, Text):
        return value
    if isinstance(value, date):
        return Text(shown=(words or thai_words()).day(value))
    return Text(shown=grouped(value))


def with_unit(value: Value, unit: Unit, words: ValueWords | None = None) -> Text:
    """Return the value with its unit, e.g. ``300 บาทต่อวัน``, ``ร้อยละ 50``, ``1 year``."""
    number = bare(value, words)
    if unit in WORD_UNITS or isinstance(value, Text):
        return number
    key = f"unit.{unit.replace('/', '-')}"
    return Text(shown=(words or thai_words()).say(key, n=number.shown))
