"""Days as readers write them, by language."""

from __future__ import annotations

from datetime import date, datetime

from engine.diagnostics.messages import Message
from engine.diagnostics.problems import RusitError
from engine.thai.dates import (
    BUDDHIST_ERA,
    english_date,
    short_english_date,
    short_thai_date,
    thai_date,
)


def written_day(day: date, language: str) -> str:
    """Return the day: ``1 มกราคม 2569`` in Thai, ``1 January 2026`` in English.

    Raises:
        RusitError: LANG14, another language needs ICU, which is not installed.
    """
    if language == "th":
        return thai_date(day)
    return english_date(day) if language == "en" else _by_icu(day, language, "long")


def short_day(day: date, language: str) -> str:
    """Return the day for small print: ``1 ม.ค. 2569``, ``1 Jan 2026``.

    Raises:
        RusitError: LANG14, see `written_day`.
    """
    if language == "th":
        return short_thai_date(day)
    return short_english_date(day) if language == "en" else _by_icu(day, language, "medium")


def written_year(buddhist: int, language: str) -> str:
    """Return a year of the Buddhist era as readers of the language write it."""
    return str(buddhist if language == "th" else buddhist - BUDDHIST_ERA)


def _by_icu(day: date, language: str, style: str) -> str:
    try:
        from icu4py.messageformat import MessageFormat
    except ImportError:
        raise icu_missing(language) from None
    noon = datetime(day.year, day.month, day.day, 12)
    return MessageFormat(f"{{day, date, {style}}}", language).format({"day": noon})


def icu_missing(language: str) -> RusitError:
    """Return what to say when a language needs ICU and it is not there."""
    message = Message("{language!r} needs ICU for its days and line breaks", language=language)
    return RusitError("LANG14", message, hint="install it: pip install 'rusit[scripts]'")
