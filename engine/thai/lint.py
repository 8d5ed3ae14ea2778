"""Damage that Thai text brings along from PDFs and bad keyboards, and its repair.

Unicode normalisation does not help: NFC leaves a tone mark before its vowel alone, and NFKC
takes good sara am apart. So each kind of damage has its own rule here.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass

from engine.diagnostics.problems import Severity

CONSONANT = "ก-ฮ"
_VOWEL_ABOVE_BELOW = "\u0e31\u0e34-\u0e39"
_TONE = "\u0e48-\u0e4b"
_MARK = "\u0e31\u0e34-\u0e3a\u0e47-\u0e4e"
_INVISIBLE = (
    "\u00ad\u061c\u180e\u200b-\u200f\u202a-\u202e\u2060-\u2064\u2066-\u206f\ufeff\ufff9-\ufffb"
)
"""Characters without a width, and those that turn the direction of what follows them."""

INVISIBLE = re.compile(f"[{_INVISIBLE}]+")


# No mark stands on these: vowels beside a letter, signs, digits.
_BESIDE = "ะาำเแโใไๅฯๆ๐-๙"
# Letters that begin no cluster before น, บ or ม: with ข, ส, ห and others there are words such as
# เขม็ง, เสม็ด, เหน็บ, and เปน็ cannot be told from them.
_ALONE = "กคฆงจชฌญฎฏฐฑฒณดตถทธนบปพฟภมยรลวฬฮ"

_ARABIC = str.maketrans("๐๑๒๓๔๕๖๗๘๙", "0123456789")


@dataclass(frozen=True, slots=True)
class Damage:
    """One damaged spot.

    Attributes:
        code: the rule's stable code.
        offset, broken: where it stands and how it reads.
        repaired: what it should be, or None when only a person can tell.
        kind: the damage in a few words.
    """

    code: str
    offset: int
    broken: str
    repaired: str | None
    kind: str
    severity: Severity = "error"


@dataclass(frozen=True, slots=True)
class _Rule:
    code: str
    kind: str
    pattern: re.Pattern[str]
    repair: Callable[[re.Match[str]], str | None]
    severity: Severity = "error"


def _ordered(match: re.Match[str]) -> str:
    return match[1] + match[3] + match[2]


def _silent(match: re.Match[str]) -> str | None:
    """Return the repair of a silent mark: สิทธ์ิ is สิทธิ์; None if the vowel may be wrong."""
    return _ordered(match) if match[1] in "ดทธ" else None


_RULES = (
    _Rule(
        "THAI01",
        "tone mark before its vowel",
        re.compile(f"([{CONSONANT}])([{_TONE}])([{_VOWEL_ABOVE_BELOW}])"),
        _ordered,
    ),
    _Rule(
        "THAI01",
        "์ before its vowel",
        re.compile(f"([{CONSONANT}])(์)([{_VOWEL_ABOVE_BELOW}])"),
        _silent,
    ),
    _Rule(
        "THAI16",
        "tone mark after า or ำ",
        re.compile(f"([{CONSONANT}])([าำ])([{_TONE}])"),
        _ordered,
    ),
    _Rule(
        "THAI15",
        "็ on the wrong letter",
        re.compile(f"([เแ][{_ALONE}])([นบม])(็)(?!อ)"),
        _ordered,
    ),
    _Rule(
        "THAI02",
        "space before a mark that belongs to the letter",
        re.compile(f"([{CONSONANT}][{_MARK}]?) +([{_MARK}])"),
        lambda m: m[1] + m[2],
    ),
    _Rule("THAI03", "doubled sara am", re.compile("ำา"), lambda _: "ำ"),
    _Rule(
        "THAI04",
        "sara am written in two parts",
        re.compile(f"ํ([{_TONE}]?)า|([{_TONE}])ํา"),
        lambda m: (m[1] or m[2] or "") + "ำ",
    ),
    _Rule("THAI04", "sara am written in two parts", re.compile("ํ"), lambda _: None),
    _Rule("THAI05", "character lost in conversion", re.compile("\ufffd"), lambda _: None),
    _Rule("THAI06", "stray phinthu", re.compile("\u0e3a"), lambda _: ""),
    _Rule(
        "THAI07",
        "the same mark twice",
        re.compile(f"([{_MARK}])\\1+"),
        lambda m: m[1],
    ),
    _Rule(
        "THAI08",
        "a vowel and its tone mark twice",
        re.compile(f"([{_VOWEL_ABOVE_BELOW}][{_TONE}])\\1+"),
        lambda m: m[1],
    ),
    _Rule(
        "THAI13",
        "two marks that cannot stand on one letter",
        re.compile(
            f"[{_VOWEL_ABOVE_BELOW}][{_TONE}]?[{_VOWEL_ABOVE_BELOW}]|[{_TONE}]{{2}}"
            f"|็[{_VOWEL_ABOVE_BELOW}{_TONE}์]|[{_VOWEL_ABOVE_BELOW}{_TONE}]็|[{_TONE}]์"
        ),
        lambda _: None,
    ),
    _Rule(
        "THAI09",
        "Thai and Arabic digits in one number",
        # From the number's first digit: asked at each digit, a long number would never end.
        re.compile("(?<![0-9๐-๙])[0-9๐-๙]*(?:[0-9][๐-๙]|[๐-๙][0-9])[0-9๐-๙]*"),
        lambda m: m[0].translate(_ARABIC),
    ),
    # Two keys for one: it looks the same, and neither searching nor breaking lines knows it.
    _Rule("THAI14", "two เ for one แ", re.compile("เเ"), lambda _: "แ"),
    _Rule(
        "THAI10",
        "a character that cannot be seen",
        INVISIBLE,
        lambda _: "",
    ),
    _Rule(
        "THAI11",
        "sara am may be missing",
        # "ทา" for "ทำ", "จัดท าแผน": a lone า after a space, or common words that lost it.
        re.compile(f"([{CONSONANT}]) (?=า)"),
        lambda _: None,
        "warning",
    ),
    _Rule(
        "THAI12",
        "a mark without a letter under it",
        re.compile(f"(?:^|(?<=[^\u0e00-\u0e7f])|(?<=[{_BESIDE}]))[{_MARK}]"),
        lambda _: None,
    ),
    # Only ก็ ends with ็, and nothing ends with ั. Often the mark slid on: เปน็ for เป็น, รบั for รับ.
    _Rule(
        "THAI15",
        "the letter that must follow ็ or ั is missing",
        re.compile(
            f"(?:(?!ก)[{CONSONANT}]็|[{CONSONANT}]ั[{_TONE}]?)(?![{CONSONANT}{_MARK}{_INVISIBLE}])"
        ),
        lambda _: None,
    ),
)


def is_sound(text: str) -> bool:
    """Return True if nothing in the text is damaged."""
    return not any(rule.pattern.search(text) for rule in _RULES)


def damages(text: str) -> Iterator[Damage]:
    """Yield every damaged spot of the text, in order; overlapping ones once."""
    taken = bytearray(len(text))
    found: list[Damage] = []
    for rule in _RULES:
        for match in rule.pattern.finditer(text):
            start, end = match.span()
            if any(taken[start:end]):
                continue
            taken[start:end] = b"\1" * (end - start)
            found.append(
                Damage(
                    rule.code, start, match.group(), rule.repair(match), rule.kind, rule.severity
                )
            )
    yield from sorted(found, key=lambda d: d.offset)


def repaired(text: str) -> str:
    """Return the text with all repairs that are safe: of marks, spaces and signs, never words."""
    for _ in range(4):
        pieces: list[str] = []
        position = 0
        for damage in damages(text):
            if damage.repaired is None:
                continue
            pieces.append(text[position : damage.offset])
            pieces.append(damage.repaired)
            position = damage.offset + len(damage.broken)
        fixed = "".join(pieces) + text[position:]
        if fixed == text:
            break
        text = fixed
    return text


_NEAR = 60
"""Signs before and after a spot that are looked through for the ends of its word."""


def word_around(text: str, offset: int, length: int) -> str:
    """Return the written word that holds a spot: what a person would search for.

    Of a very long one, what lies near the spot.
    """
    first, last = max(0, offset - _NEAR), min(len(text), offset + length + _NEAR)
    start = offset
    while start > first and not text[start - 1].isspace():
        start -= 1
    end = offset + length
    while end < last and not text[end].isspace():
        end += 1
    return text[start:end]
