"""The text that comes out of a PDF equals the text that went in.

Two things stand in the way. Sara am is written in three signs (`typeset.for_text_layer`).
And a tone mark that the font lifts is a text object of its own, which readers that sort
by position (PDFium, so Chrome and our own test) put after the next letter whenever it
begins a hair to the right of it; `keep_marks_in_order` takes that hair away.
"""

from __future__ import annotations

import re
from typing import Any

_LIFT = re.compile(rb"^(-?[\d.]+(?:e-?\d+)?) Ts$")
_LIFTED = re.compile(rb"^\[(-?[\d.]+(?:e-?\d+)?)?(<[0-9a-f]+>)\] TJ$")
_NEXT = re.compile(rb"^\[<>(-?[\d.]+(?:e-?\d+)?)(.*)\] TJ$", re.DOTALL)

LEFT_OF_PEN = 6.0
"""Thousandths of an em that a lifted mark begins before the next letter. Rounding in the
advance widths of one word adds up to less."""

_SPREAD_SARA_AM = re.compile("\u0e4d([\u0e48-\u0e4b]?)\u0e32")
_UNSEEN = re.compile("[\\s\u200b\u2060\ufeff\ufffe\x00-\x1f]+")


def as_written(text: str) -> str:
    """The one normalisation under which extracted and authored text are equal.

    White space and zero-width signs go (lines wrap where the page wants), and sara am is
    put together again.
    """
    return _SPREAD_SARA_AM.sub("\\1\u0e33", _UNSEEN.sub("", text))


def keep_marks_in_order(_document: Any, pdf: Any) -> None:
    """WeasyPrint finisher: no lifted mark begins to the right of the pen.

    Moves such marks left by at most 0.05 em, and gives the same back to what follows.
    """
    for thing in pdf.objects:
        stream = getattr(thing, "stream", None)
        if isinstance(stream, list):
            _mend(stream)


def _mend(operations: list[Any]) -> None:
    for i in range(1, len(operations) - 1):
        lift, shown = operations[i - 1], operations[i]
        if not (isinstance(lift, bytes) and isinstance(shown, bytes)):
            continue
        if not _LIFT.match(lift) or lift == b"0 Ts":
            continue
        mark = _LIFTED.match(shown)
        if mark is None:
            continue
        back = float(mark[1] or 0)
        if back >= LEFT_OF_PEN:
            continue
        operations[i] = b"[%f%s] TJ" % (LEFT_OF_PEN, mark[2])
        if i + 2 < len(operations):
            operations[i + 2] = _give_back(operations[i + 2], LEFT_OF_PEN - back)


def _give_back(shown: Any, moved: float) -> Any:
    """The next letters start where they did before the mark was moved left."""
    if not isinstance(shown, bytes) or not shown.endswith(b"] TJ"):
        return shown
    following = _NEXT.match(shown)
    if following is not None:
        return b"[<>%f%s] TJ" % (float(following[1]) - moved, following[2])
    return b"[%f%s" % (-moved, shown[1:])
