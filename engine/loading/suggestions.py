"""Suggestions for a number, a day or an id that is written in another way.

People write as in a letter: 1,000 and ๓๐๐ บาท, 1/1/2569 and 1 ม.ค. 2569. Content wants one way
for all, so that no two readers disagree; here is what to write instead.
"""

from __future__ import annotations

import re
import unicodedata
from datetime import date

from engine.schema.record import ID_PATTERN
from engine.thai.dates import BUDDHIST_ERA, MONTHS

_ARABIC = str.maketrans("๐๑๒๓๔๕๖๗๘๙", "0123456789")
_SHORT_MONTHS = re.findall(r"\S+", "ม.ค. ก.พ. มี.ค. เม.ย. พ.ค. มิ.ย. ก.ค. ส.ค. ก.ย. ต.ค. พ.ย. ธ.ค.")
_MONTH = {name: n for names in (MONTHS, _SHORT_MONTHS) for n, name in enumerate(names, start=1)}

_NUMBER = re.compile(r"[^\d.,]*(\d{1,3}(?:[,_]\d{3})+(?:\.\d+)?|\d*\.?\d+)(?!\d)[^\d]*")
_DAY_FIRST = re.compile(r"(\d{1,2})[/.\- ](\d{1,2})[/.\- ](\d{4})")
_YEAR_FIRST = re.compile(r"(\d{4})[/.\- ](\d{1,2})[/.\- ](\d{1,2})")
_IN_WORDS = re.compile(r"(\d{1,2}) *([ก-๎.]+?) *(?:พ\.ศ\.|ค\.ศ\.)? *(\d{4})")
_LONGEST = 60
"""Characters of a number or a day with all its words."""


def suggest_number(written: str) -> str | None:
    """Return ``1000`` for ``1,000``, ``๑,๐๐๐ บาท`` or ``฿1000``; None without a single number."""
    text = written.translate(_ARABIC).strip()
    text = re.sub(r"(?<=\d)[oO](?=[\doO.,]|$)", "0", re.sub(r"(?<=\d)[lI](?=[\d.,]|$)", "1", text))
    found = _NUMBER.fullmatch(text) if len(text) <= _LONGEST else None
    if found is None:
        return None
    whole, point, part = found[1].replace(",", "").replace("_", "").partition(".")
    return f"{int(whole or '0')}{point}{part}"


def suggest_date(written: str) -> date | None:
    """Return the first of January 2026 for ``1/1/2569``, ``2026.1.1`` or ``1 ม.ค. 2569``."""
    text = written.translate(_ARABIC).strip()
    if len(text) > _LONGEST:
        return None
    if found := _DAY_FIRST.fullmatch(text):
        day, month, year = (int(part) for part in found.groups())
    elif found := _YEAR_FIRST.fullmatch(text):
        year, month, day = (int(part) for part in found.groups())
    elif (found := _IN_WORDS.fullmatch(text)) and found[2] in _MONTH:
        day, month, year = int(found[1]), _MONTH[found[2]], int(found[3])
    else:
        return None
    try:
        return date(year - BUDDHIST_ERA if year >= 2400 else year, month, day)
    except ValueError:
        return None


def suggest_id(written: str) -> str | None:
    """Return ``tiny.q.days`` for ``Tiny.Q.Days `` or ``tiny q.days``; None if no id is like it."""
    seen = "".join(sign for sign in written if first_invisible(sign) is None)
    likely = re.sub(r"[\s/]+", "-", seen.strip().strip("“”\"'").lower())
    return likely if re.fullmatch(ID_PATTERN, likely) else None


def first_invisible(text: str) -> str | None:
    """Return the first sign that looks like a space or like nothing, as ``U+00A0``."""
    for sign in text:
        if sign != " " and unicodedata.category(sign) in ("Cf", "Zs", "Zl", "Zp"):
            return f"U+{ord(sign):04X}"
    return None
