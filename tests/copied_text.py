"""Text copied out of a PDF, in a form in which it can be compared with what was written."""

from __future__ import annotations

import re

from printables.text.html_text import DOT

_UNSEEN = re.compile("[\\s\u200b\u2060\ufeff\ufffe\x00-\x1f]+")


def as_written(text: str) -> str:
    """Return the text without white space and zero-width signs: lines wrap where they must."""
    return _UNSEEN.sub("", text)


def without_dots(text: str) -> str:
    """Return the same without dots between things: a line's end says what a dot there would."""
    return as_written(text).replace(DOT, "")
