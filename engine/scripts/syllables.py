"""Syllables of a text read aloud, for languages other than Thai: an estimate."""

from __future__ import annotations

import re

_WORD = re.compile(r"[a-zà-öø-ÿāēīōū']+", re.IGNORECASE)
_VOWELS = re.compile(r"[aeiouyà-öø-ÿāēīōū]+", re.IGNORECASE)
_SILENT = re.compile(r"(?<![aeiouy])(?<!l)e[sd]?$|(?<=[aeiouy])les?$", re.IGNORECASE)
_SPOKEN_ENDING = re.compile(r"(?:[td]ed|[sxz]es|[cs]hes|[cg]es)$", re.IGNORECASE)
_DIGITS = re.compile(r"\d")
_PLACE = re.compile(r"\{[^{}]*\}")
_OTHER = re.compile("[\u0e80-\u0eff\u1000-\u109f\u1780-\u17ff\uaa60-\uaa7f]")

_A_DIGIT = 1.5
"""Syllables: 300 is three hundred, 2026 twenty twenty-six."""
_LETTERS = 2.25
"""Letters and marks in a syllable of a script whose vowels are written as marks."""


def syllables(text: str) -> int:
    """Return how many syllables are read; places that are filled in later count none."""
    outside = _PLACE.sub(" ", text)
    words = sum(_of_word(match[0]) for match in _WORD.finditer(outside))
    digits = len(_DIGITS.findall(outside)) * _A_DIGIT
    others = len(_OTHER.findall(outside)) / _LETTERS
    return round(words + digits + others)


def _of_word(word: str) -> int:
    """Return the syllables of a word in Latin letters: groups of vowels, without a silent e."""
    groups = len(_VOWELS.findall(word))
    if groups > 1 and _SILENT.search(word) and not _SPOKEN_ENDING.search(word):
        groups -= 1
    return max(groups, 1)
