"""Fonts cut to the signs a page shows, as data inside its style sheet."""

from __future__ import annotations

import base64
import io
from functools import cache
from pathlib import Path

from fontTools.subset import Options, Subsetter
from fontTools.ttLib import TTFont

FONTS = Path(__file__).parent.parent.parent / "engine" / "assets" / "fonts"

_FACES = (
    ("Reading", 400, "NotoSansThaiLooped-Regular.ttf"),
    ("Reading", 600, "NotoSansThaiLooped-SemiBold.ttf"),
    ("Heading", 600, "Kanit-SemiBold.ttf"),
)
# What a person may type into the search, whatever the content holds.
_TYPED = frozenset(map(chr, (*range(0x20, 0x7F), *range(0xE01, 0xE3B), *range(0xE3F, 0xE5A))))


def font_faces(signs: frozenset[str]) -> str:
    """The `@font-face` rules with fonts that hold these signs and no others."""
    shown = "".join(sorted(signs | _TYPED))
    return "\n".join(
        f'@font-face {{ font-family: "{family}"; font-weight: {weight}; font-display: block;'
        f' src: url("data:font/woff2;base64,{_cut(file, shown)}") format("woff2"); }}'
        for family, weight, file in _FACES
    )


@cache
def _cut(file: str, signs: str) -> str:
    font = TTFont(FONTS / file, recalcTimestamp=False)
    options = Options()
    options.flavor = "woff2"
    options.layout_features = ["*"]
    options.hinting = False
    options.drop_tables += ["DSIG"]
    subsetter = Subsetter(options)
    subsetter.populate(text=signs)
    subsetter.subset(font)
    font.flavor = "woff2"
    written = io.BytesIO()
    font.save(written)
    return base64.b64encode(written.getvalue()).decode()
