"""Fonts that write a text: the program's own, and those of a language's own script."""

from __future__ import annotations

import re
from dataclasses import dataclass
from pathlib import Path
from typing import Literal

import engine
from engine.languages import Script
from engine.schema.language import ContentLanguage

Face = Literal["title", "read", "strong"]

FONTS = Path(engine.__file__).parent / "assets" / "fonts"
FACES: dict[Face, str] = {
    "title": "Kanit-SemiBold.ttf",
    "read": "NotoSansThaiLooped-Regular.ttf",
    "strong": "NotoSansThaiLooped-SemiBold.ttf",
}
"""They hold Thai and Latin letters."""

_LETTERS: dict[Script, re.Pattern[str]] = {
    "Mymr": re.compile("[\u1000-\u109f\uaa60-\uaa7f\ua9e0-\ua9ff\u200b-\u200d]+"),
    "Khmr": re.compile("[\u1780-\u17ff\u19e0-\u19ff\u200b-\u200d]+"),
    "Laoo": re.compile("[\u0e80-\u0eff\u200b-\u200d]+"),
}
_THAI = re.compile("[\u0e00-\u0e7f]")

_LINE: dict[Script, float] = {"Latn": 1.38, "Khmr": 1.6, "Mymr": 1.75}
"""Height of a line in sizes, where it is not what the font says: that is for all its letters."""
_STACKED = 1.45
"""The same where marks stand above and below each other."""


@dataclass(frozen=True, slots=True)
class Typefaces:
    """The drawing of a language's letters.

    Attributes:
        script: of the language.
        files: fonts for letters that the program's own do not hold: one for running text, and
            perhaps one for titles and what stands out.
    """

    script: Script = "Thai"
    files: tuple[Path, ...] = ()

    @classmethod
    def of(cls, language: ContentLanguage, folder: Path | None = None) -> Typefaces:
        """Return how that language is drawn.

        Args:
            folder: fonts of the content; the program's own lie behind it.
        """
        places = [place for place in (folder, FONTS) if place is not None]
        found = [next((p / n for p in places if (p / n).exists()), None) for n in language.fonts]
        return cls(language.script, tuple(file for file in found if file is not None))

    def line(self) -> float:
        """Return the least height of a line in sizes."""
        return _LINE.get(self.script, _STACKED)

    def lift(self, face: Face) -> float:
        """Return by how many sizes letters stand above the middle of their line.

        Latin letters stand low in fonts that leave room for marks above Thai ones.
        """
        if self.script != "Latn":
            return 0.05
        return 0.08 if face == "title" else 0.17

    @property
    def tight(self) -> bool:
        """True if lines may stand nearer than the fonts say."""
        return self.script in _LINE

    def file(self, face: Face, script: Script) -> Path:
        """Return the font file for letters of that script in that face."""
        if script not in _LETTERS:
            return FONTS / FACES[face]
        return self.files[0] if face == "read" else self.files[-1]

    def runs(self, words: str) -> tuple[tuple[str, Script], ...]:
        """Return the words cut into stretches of one font each, with the script to shape them."""
        own = _LETTERS.get(self.script) if self.files else None
        if own is None:
            return ((words, self._house(words)),)
        found: list[tuple[str, Script]] = []
        position = 0
        for match in own.finditer(words):
            if match.start() > position:
                part = words[position : match.start()]
                found.append((part, self._house(part)))
            found.append((match.group(), self.script))
            position = match.end()
        if position < len(words) or not found:
            found.append((words[position:], self._house(words[position:])))
        return tuple(found)

    def _house(self, words: str) -> Script:
        """Return the script to shape words in the program's own fonts."""
        return "Thai" if self.script == "Thai" or _THAI.search(words) else "Latn"
