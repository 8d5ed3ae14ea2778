"""Days and numbers as Thai and English readers write them."""

from __future__ import annotations

from datetime import date

MONTHS = (
    "มกราคม",
    "กุมภาพันธ์",
    "มีนาคม",
    "เมษายน",
    "พฤษภาคม",
    "มิถุนายน",
    "กรกฎาคม",
    "สิงหาคม",
    "กันยายน",
    "ตุลาคม",
    "พฤศจิกายน",
    "ธันวาคม",
)

BUDDHIST_ERA = 543


SHORT_MONTHS = (
    *("ม.ค.", "ก.พ.", "มี.ค.", "เม.ย.", "พ.ค.", "มิ.ย."),
    *("ก.ค.", "ส.ค.", "ก.ย.", "ต.ค.", "พ.ย.", "ธ.ค."),
)


def thai_date(day: date) -> str:
    """Return ``1 มกราคม 2569`` for 2026-01-01."""
    return f"{day.day} {MONTHS[day.month - 1]} {day.year + BUDDHIST_ERA}"


def short_thai_date(day: date) -> str:
    """Return ``1 ม.ค. 2569`` for 2026-01-01, for small print."""
    return f"{day.day} {SHORT_MONTHS[day.month - 1]} {day.year + BUDDHIST_ERA}"


def english_date(day: date) -> str:
    """Return ``1 January 2026``, whatever the machine's locale."""
    names = "January February March April May June July August September October November December"
    return f"{day.day} {names.split()[day.month - 1]} {day.year}"


def short_english_date(day: date) -> str:
    """Return ``1 Jan 2026``, for small print."""
    number, month, year = english_date(day).split()
    return f"{number} {month[:3]} {year}"


def grouped(number: float) -> str:
    """Return ``1,200`` or ``145.62``: thousands grouped, no needless decimals."""
    if float(number).is_integer():
        return f"{int(number):,}"
    return f"{number:,.2f}".rstrip("0")
