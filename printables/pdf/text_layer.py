"""The text that comes out of a PDF equals the text that went in, letter by letter.

Two things stand in the way. Sara am (U+0E33) is drawn as nikhahit, tone mark and sara aa
(`html_text.for_drawing`), so its glyphs are marked with the true letters as /ActualText:
`mark_sara_am`. And a tone mark that the font lifts is a text object of its own, which readers
that sort by position (PDFium, so Chrome) put after the next letter whenever it begins a hair to
the right of it: `keep_marks_in_order` takes that hair away.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping
from typing import Any

_LIFT = re.compile(rb"^(-?[\d.]+(?:e-?\d+)?) Ts$")
_LIFTED = re.compile(rb"^\[(-?[\d.]+(?:e-?\d+)?)?(<[0-9a-f]+>)\] TJ$")
_NEXT = re.compile(rb"^\[<>(-?[\d.]+(?:e-?\d+)?)(.*)\] TJ$", re.DOTALL)
_FONT = re.compile(rb"^/(\S+) -?[\d.]+(?:e-?\d+)? Tf$")
_SHOWN = re.compile(rb"^\[(.*)\] TJ$", re.DOTALL)
_PART = re.compile(rb"<([0-9a-f]*)>|(-?[\d.]+(?:e-?\d+)?)")

LEFT_OF_PEN = 6.0
"""Thousandths of an em that a lifted mark begins before the next letter. Rounding in the
advance widths of one word adds up to less."""

NIKHAHIT, SARA_AA, SARA_AM = "\u0e4d", "\u0e32", "\u0e33"


def true_letters(document: Any, pdf: Any) -> None:
    """Make the text layer hold the letters as written (a finisher for WeasyPrint)."""
    fonts = {str(font.hash).encode(): font.to_unicode for font in document.fonts.values()}
    for thing in pdf.objects:
        stream = getattr(thing, "stream", None)
        if isinstance(stream, list):
            keep_marks_in_order(stream)
            stream[:] = mark_sara_am(stream, fonts)


def mark_sara_am(operations: Iterable[Any], fonts: Mapping[bytes, Mapping[int, str]]) -> list[Any]:
    """Return the operations with every drawn sara am inside a span that says what it is.

    The span reaches from the nikhahit over its tone mark to the sara aa, across operators.

    Args:
        operations: of one content stream.
        fonts: the letters of each glyph, by the font's name in the stream.
    """
    made: list[Any] = []
    letters: Mapping[int, str] = {}
    rings: frozenset[bytes] = frozenset()
    opened, said = -1, ""
    for operation in operations:
        font = _FONT.match(operation) if isinstance(operation, bytes) else None
        if font is not None:
            letters = fonts.get(font[1], {})
            rings = frozenset(b"%04x" % g for g, text in letters.items() if NIKHAHIT in text)
        shown = _SHOWN.match(operation) if isinstance(operation, bytes) else None
        if shown is None or not (opened >= 0 or any(ring in shown[1] for ring in rings)):
            made.append(operation)
            continue
        parts: list[bytes] = []
        for part in _glyphs_and_moves(shown[1]):
            text = (
                letters.get(int(part[1:-1], 16), "") if len(part) > 2 and part[:1] == b"<" else ""
            )
            if opened < 0 and NIKHAHIT in text:
                _show(made, parts)
                opened, said = len(made), ""
                made.append(b"")
            parts.append(part)
            if opened >= 0:
                said += text
                if SARA_AA in text:
                    _show(made, parts)
                    true = said.replace(NIKHAHIT, "").replace(SARA_AA, "") + SARA_AM
                    made[opened] = b"/Span <</ActualText <feff%b>>> BDC" % (
                        true.encode("utf-16-be").hex().encode()
                    )
                    made.append(b"EMC")
                    opened = -1
        _show(made, parts)
    return made


def _glyphs_and_moves(shown: bytes) -> Iterator[bytes]:
    """Yield each glyph as ``<00b2>``, each adjustment as its number."""
    for part in _PART.finditer(shown):
        if part[1] is None:
            yield part[2]
        for at in range(0, len(part[1] or b""), 4):
            yield b"<%b>" % part[1][at : at + 4]


def _show(made: list[Any], parts: list[bytes]) -> None:
    """Append an operator that shows the parts, and empty them."""
    if parts:
        made.append(b"[%b] TJ" % b" ".join(parts))
        parts.clear()


def keep_marks_in_order(operations: list[Any]) -> None:
    """Move each lifted mark left by at most 0.05 em, and give the same back to what follows.

    No lifted mark then begins to the right of the pen.
    """
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
    """Return an operator whose letters start where they did before the mark moved left."""
    if not isinstance(shown, bytes) or not shown.endswith(b"] TJ"):
        return shown
    following = _NEXT.match(shown)
    if following is not None:
        return b"[<>%f%s] TJ" % (float(following[1]) - moved, following[2])
    return b"[%f%s" % (-moved, shown[1:])
