"""In which script a text is written."""

from __future__ import annotations

from engine.languages import Script

_RANGES: tuple[tuple[int, int, Script], ...] = (
    (0x0E00, 0x0E7F, "Thai"),
    (0x0E80, 0x0EFF, "Laoo"),
    (0x1000, 0x109F, "Mymr"),
    (0x1780, 0x17FF, "Khmr"),
    (0xA9E0, 0xA9FF, "Mymr"),
    (0xAA60, 0xAA7F, "Mymr"),
)


def script_of(text: str) -> Script:
    """Return the script of most letters of the text; Latin for one without letters."""
    counts: dict[Script, int] = {"Latn": 0}
    for sign in text:
        if sign.isalpha():
            script = _of_letter(ord(sign))
            counts[script] = counts.get(script, 0) + 1
    return max(counts, key=lambda script: counts[script])


def _of_letter(code: int) -> Script:
    return next((script for first, last, script in _RANGES if first <= code <= last), "Latn")
