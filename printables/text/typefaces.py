"""The letters of each script: their family, its files, and how high its lines are beside Thai."""

from __future__ import annotations

import re
from dataclasses import dataclass

from engine.languages import Script


@dataclass(frozen=True, slots=True)
class Typeface:
    """A family for running text.

    Attributes:
        family: its name in our style sheets.
        stem: what its files' names begin with; they end in Regular or SemiBold.
        lead: height of a line as a part of what Thai needs.
    """

    family: str
    stem: str
    lead: float = 1.0

    @property
    def reading(self) -> str:
        """Return the name of the file of running text, without its ending."""
        return f"{self.stem}-Regular"

    @property
    def strong(self) -> str:
        """Return the name of the file of what is set bold."""
        return f"{self.stem}-SemiBold"


THAI = Typeface("Looped", "NotoSansThaiLooped")
DISPLAY = "Kanit-SemiBold"
"""The face of titles and figures; other scripts than Thai and Latin have titles in their own."""

TYPEFACES: dict[Script, Typeface] = {
    "Thai": THAI,
    # Latin letters have no marks above and below, so their lines stand closer. They are a
    # little narrow: English takes a fifth more letters than Thai.
    "Latn": Typeface("Latin", "NotoSansSemiCondensed", 0.9),
    # Letters are stacked.
    "Mymr": Typeface("Myanmar", "NotoSansMyanmar", 1.25),
    "Khmr": Typeface("Khmer", "NotoSansKhmer", 1.15),
    "Laoo": Typeface("Lao", "NotoSansLao"),
}

_RANGES: tuple[tuple[int, int, Script], ...] = (
    (0x0E00, 0x0E7F, "Thai"),
    (0x0E80, 0x0EFF, "Laoo"),
    (0x1000, 0x109F, "Mymr"),
    (0x1780, 0x17FF, "Khmr"),
    (0xA9E0, 0xA9FF, "Mymr"),
    (0xAA60, 0xAA7F, "Mymr"),
)
_SMALLEST_LEAD = 1.2
"""Ems; lower lines hold figures or single words, and stay."""
_RUNNING_TEXT = re.compile(r"(?<!@font-face { )font-family: Looped")
_LINE_HEIGHT = re.compile(r"(line-height: )(\d(?:\.\d+)?)(?=\s*[;}])")


def style_for(css: str, script: Script) -> str:
    """Return a style sheet that is written for Thai, as the script needs it.

    Its letters come before those of Thai, which names of programmes keep.
    """
    face = TYPEFACES[script]
    if face is THAI:
        return css
    css = css.replace("Kanit, Looped", f"Kanit, {face.family}, Looped")
    css = _RUNNING_TEXT.sub(f"font-family: {face.family}, Looped", css)

    def led(match: re.Match[str]) -> str:
        height = float(match[2])
        return f"{match[1]}{height * face.lead:.3g}" if height >= _SMALLEST_LEAD else match[0]

    return _LINE_HEIGHT.sub(led, css)


def font_faces(script: Script) -> str:
    """Return the rules that name the script's files; Thai's stand in `base.css`."""
    face = TYPEFACES[script]
    if face is THAI:
        return ""
    return "".join(
        f"@font-face {{ font-family: {face.family}; font-weight: {weight}; "
        f"src: url(asset:fonts/{file}.ttf); }}\n"
        for weight, file in ((400, face.reading), (600, face.strong))
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
