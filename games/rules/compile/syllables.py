"""Syllables read aloud: as the build counted them, or estimated from the letters."""

from __future__ import annotations

import unicodedata

from engine.schema.text import Text

LETTERS_A_SYLLABLE = 2.25
"""Thai letters (marks above and below apart) in a spoken syllable, counted over the content."""
SYLLABLES_A_DIGIT = 1.7
"""A number of three digits is five syllables."""


def spoken(text: Text) -> int:
    """Return the syllables of the Thai text."""
    if text.syllables:
        return text.syllables
    letters = sum(unicodedata.category(sign) in ("Lo", "Ll", "Lu") for sign in text.shown)
    digits = sum(sign.isdigit() for sign in text.shown)
    return round(letters / LETTERS_A_SYLLABLE + digits * SYLLABLES_A_DIGIT)
