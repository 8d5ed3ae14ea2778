"""Letters the fonts hold, so that none is shown as an empty box."""

from __future__ import annotations

from functools import cache
from pathlib import Path

import engine

FONTS = Path(engine.__file__).parent / "assets" / "fonts"

_OURS = ("Kanit-SemiBold.ttf", "NotoSansThaiLooped-Regular.ttf")
"""The faces of titles and of running text; the others have the letters of these."""


def missing_letters(text: str, further: tuple[str, ...] = ()) -> set[str]:
    """Return the letters of the text that no font holds.

    Args:
        further: font files of a language, used where ours lack a letter.
    """
    letters = {sign for sign in text if not sign.isspace()}
    held = _letters(_OURS[0]) & _letters(_OURS[1])
    for name in further:
        held |= _letters(name)
    return {sign for sign in letters if ord(sign) not in held}


@cache
def _letters(name: str) -> frozenset[int]:
    """Return the code points of a font file; none if it is not there."""
    from fontTools.ttLib import TTFont

    path = FONTS / name
    if not path.exists():
        return frozenset()
    with TTFont(path, lazy=True) as font:
        return frozenset(font.getBestCmap())
