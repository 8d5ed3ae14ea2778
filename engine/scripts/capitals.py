"""Capitals at the beginning of a sentence, in languages that have them."""

from __future__ import annotations

import re

_WORD = re.compile(r"[^\W\d_]+(?=[\s,;]|[.)]?$|[.)]\s)")
"""A word alone: no address such as www.sso.go.th."""
_BEFORE_A_SENTENCE = re.compile(r"(?:^|[.!?]\s|\n)(?:[\s>*-]|\d+\. )*$")


def begins_sentence(text: str, at: int) -> bool:
    """Return True if a sentence begins at that place of the text."""
    return _BEFORE_A_SENTENCE.search(text, max(0, at - 8), at) is not None


def with_capital(words: str) -> str:
    """Return the words with a capital first letter; an address stays as it is."""
    return words[:1].upper() + words[1:] if _WORD.match(words) else words
