"""Syllables of a text that is read aloud: the measure of the game's clock.

A rule over the letters of each word, not a dictionary of sounds. It misses syllables that Thai
links words with beyond those listed here; over a page the count is within a few percent.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from functools import lru_cache
from itertools import pairwise

_C = "[ก-ฮ]"
_TONE = "[่-๋]?"
_CLUSTER = (
    "(?:[กขค][รลว]|[ปพ][รล]|ผล|ตร|ทร|บล|ดร|ฟร|ฟล|จร(?=ิง)|สร(?=[้ะ็])|ห[งญนมยรลว]|อย(?=[\u0e39่า]))"
)
_ONSET = f"(?:{_CLUSTER}|{_C})"
_SIGN = "[ะาำ\u0e31\u0e34-\u0e39็่-๋]"
"""What stands behind, above or below a consonant that begins a syllable."""
# A last consonant: the next sign is none that would make it a first one, and it leaves no single
# consonant behind. อ alone is a vowel.
_LAST = f"{_C}(?!{_SIGN}|อ(?!{_SIGN}|[อย])|รร|{_C}$)"
# Letters that are written after a last consonant and not read: บัตร พุทธ พรหม สิทธิ ชาติ เหตุ.
_FINAL = f"(?:(?:[ตทชคกธ]ร|ทธ(?!ร)|หม)(?!{_SIGN})|ทธิ|(?<=[า\u0e31ห])ต[ิุ]|{_LAST})"

_SYLLABLE = re.compile(
    "|".join(
        (
            # Vowels that begin before their consonant.
            f"เ{_ONSET}ี{_TONE}ยว?ะ?{_FINAL}?",
            f"เ{_ONSET}ื{_TONE}อะ?{_FINAL}?",
            f"เ{_ONSET}[ิ็]{_TONE}{_FINAL}",
            f"เ{_ONSET}{_TONE}าะ?",
            f"(?P<two>[เแโ](?!{_CLUSTER}){_C}(?!{_FINAL}$){_C}(?:[ีืิ็]{_TONE}[ยอ]?{_LAST}?|{_LAST}))",
            f"เ{_ONSET}{_TONE}อะ?{_FINAL}?",
            f"[เแโ]{_ONSET}็?{_TONE}(?:ะ|{_FINAL})?",
            f"[ใไ]{_ONSET}{_TONE}(?:ย(?!{_SIGN}))?",
            # Vowels above, below and behind.
            f"{_ONSET}\u0e31{_TONE}(?:วะ?|{_FINAL})",
            f"{_ONSET}ื{_TONE}อ",
            f"{_ONSET}[ิีึืุู]{_TONE}{_FINAL}?",
            f"{_ONSET}{_TONE}(?:า{_FINAL}?|[ำะ])",
            f"{_ONSET}็(?:อ?{_FINAL})?",
            f"{_ONSET}รร{_FINAL}?",
            f"{_ONSET}{_TONE}อ(?!{_SIGN}){_FINAL}?",
            f"{_ONSET}{_TONE}ว{_LAST}",
            f"ฤ{_FINAL}?",
            # ขนม ถนน: of three consonants the first is read by itself; กรม ตรง are one syllable.
            f"(?P<three>(?!{_CLUSTER}){_C}{_C}{_C}$)",
            f"{_ONSET}{_TONE}{_FINAL}",
            f"{_C}{_TONE}",
        )
    )
)
# Syllables that are read between two words: ราด-ชะ-กาน, สุก-ขะ-พาบ.
_LINKED = re.compile(
    "สุข(?=ภา)|กรรม(?=ก)|ราช(?=[กวดท])|เทศ(?=บา)|รัฐ(?=[บมธ])|คุณ(?=[ภธ])|เอก(?=สา)|โทร(?=ศ)|พล(?=ภา)"
    "|วัฒ(?=น)|ศาส(?=นา)|อุบัติ(?=เ)|ผล(?=ไม้)|มก(?=รา)|รณ(?=สุข)|โฆษ(?=ณ)"
)
_UNREAD = re.compile(f"{_C}[ิุ]?์")
_ABBREVIATION = re.compile(r"(?<![ก-ฮ])(?:[ก-ฮ]{1,5}\.)+")
_PIECES = re.compile(
    r"(?P<number>\d[\d,]*(?:\.\d+)?)|(?P<latin>[A-Za-z]+)|(?P<thai>[\u0e01-\u0e4e]+)|(?P<percent>%)"
    r"|\{[^{}]*\}"
)


def syllables(text: str, breaks: Iterable[int] = ()) -> int:
    """Return how many syllables the text has when it is read aloud.

    Args:
        breaks: where its words begin; without them a run of Thai is taken for one word.
    """
    edges = [0, *breaks, len(text)]
    count = before = 0
    for start, end in pairwise(edges):
        word = text[start:end]
        if word.strip() == "ๆ":
            count += before
            continue
        here = _of_word(word)
        if "ๆ" in word:
            here *= 2
        count += here
        before = here or before
    return count


@lru_cache(maxsize=20_000)
def _of_word(word: str) -> int:
    """Return the syllables of one word with the spaces and signs around it."""
    count = 0

    def spelled(match: re.Match[str]) -> str:
        nonlocal count
        count += len(match[0].replace(".", ""))
        return " "

    rest = _ABBREVIATION.sub(spelled, word)
    for piece in _PIECES.finditer(rest):
        if piece["number"]:
            count += _of_number(piece["number"])
        elif piece["latin"]:
            count += _of_latin(piece["latin"])
        elif piece["thai"]:
            count += _of_thai(piece["thai"])
        elif piece["percent"]:
            count += 3  # เปอร์เซ็นต์
    return count


def _of_thai(word: str) -> int:
    count = len(_LINKED.findall(word))
    word = _UNREAD.sub("", word)
    position = 0
    while position < len(word):
        found = _SYLLABLE.match(word, position)
        if found is None:
            position += 1
            continue
        # A consonant that is left over at a word's end is not read: จักร พุทธ.
        alone = position and found.end() == len(word) and len(found[0]) == 1
        count += 0 if alone else 2 if found["two"] or found["three"] else 1
        position = found.end()
    return count


def _of_number(written: str) -> int:
    """Return the syllables of a number as read: 1,250 is หนึ่ง-พัน-สอง-ร้อย-ห้า-สิบ."""
    whole, _, part = written.replace(",", "").partition(".")
    after = 1 + len(part) if part else 0
    if whole.startswith("0"):
        return len(whole) + after
    count = 0
    for place, digit in enumerate(reversed(whole)):
        if digit != "0":
            ten = place % 6 == 1
            count += 1 if place % 6 == 0 or (ten and digit == "1") else 2
        if place and place % 6 == 0:
            count += 1  # ล้าน
    return count + after


def _of_latin(word: str) -> int:
    """Return the syllables of Latin letters: capitals are spelled, else vowels count."""
    if word.isupper():
        return len(word) + 2 * word.count("W")
    return max(1, len(re.findall(r"[aeiouy]+", word.lower())))
