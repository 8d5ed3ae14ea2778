"""Letters on the screen: shaped by HarfBuzz in their script, lines broken only between words.

pygame's own word wrap cuts Thai inside a word, so lines begin only at the break points that
the catalogue carries (after spaces in a text without any). Shaped lines are cached: the
frame loop blits, it does not shape.
"""

from __future__ import annotations

from collections import OrderedDict
from functools import lru_cache
from itertools import pairwise
from pathlib import Path

import pygame

from engine.languages import Script
from engine.schema.text import Text
from games.ui.toolkit.lettering import Face, Lettering
from games.ui.toolkit.theme import Colour

CACHE_BYTES = 12_000_000
MOST_FONTS = 36
"""Fonts kept open: each keeps the pictures of its letters, half a megabyte of them."""

THAI = Lettering()


class TextRenderer:
    """Fonts, line breaking and shaped lines."""

    def __init__(self, lettering: Lettering | None = None) -> None:
        self._lettering = lettering or Lettering()
        self._fonts: OrderedDict[tuple[Path, int, Script], pygame.font.Font] = OrderedDict()
        self._lines: OrderedDict[tuple[str, Face, int, Colour], pygame.Surface] = OrderedDict()
        self._bytes = 0
        self._measure = lru_cache(maxsize=10_000)(self._measure_now)
        self._break = lru_cache(maxsize=4_000)(self._break_now)

    def font(self, face: Face, size: int, script: Script | None = None) -> pygame.font.Font:
        """Return the font of that face with an em of `size` pixels, ready for the script.

        Args:
            script: of the letters; the language's own without it.
        """
        script = script or self._lettering.script
        file = self._lettering.file(face, script)
        key = (file, size, script)
        found = self._fonts.get(key)
        if found is None:
            found = pygame.font.Font(file, size)
            found.set_script(script)
            self._fonts[key] = found
            if len(self._fonts) > MOST_FONTS:
                self._fonts.popitem(last=False)
        else:
            self._fonts.move_to_end(key)
        return found

    def height(self, face: Face, size: int, text: Text | None = None) -> int:
        """Return the height of a line in pixels: what the script needs for marks around letters.

        Args:
            text: what is written; one that nobody has translated yet is Thai in every language.
        """
        lettering = self._of(text)
        least = round(size * lettering.line())
        if lettering.tight:
            return least
        return max(least, self.font(face, size, lettering.script).get_linesize())

    def lift(self, face: Face, size: int, text: Text | None = None) -> int:
        """Return how many pixels letters stand above the middle of their line."""
        return round(size * self._of(text).lift(face))

    def _of(self, text: Text | None) -> Lettering:
        """Return how the letters of the text are drawn."""
        return THAI if text is not None and text.untranslated else self._lettering

    def width(self, words: str, face: Face, size: int) -> int:
        """Width of words on one line, in pixels."""
        return self._measure(words, face, size)

    def lines(self, text: Text, face: Face, size: int, width: int) -> tuple[str, ...]:
        """Return the text in lines of at most `width` pixels, where its words allow."""
        return self._break(pieces(text), face, size, width)

    def widest(self, text: Text, face: Face, size: int, width: int) -> int:
        """Width of the widest line when broken to `width`; more when a word is too long."""
        return max(self.width(line, face, size) for line in self.lines(text, face, size, width))

    def balanced(self, text: Text, face: Face, size: int, width: int) -> int:
        """Return the least width that needs no more lines than `width`: lines alike in length."""
        count = len(self.lines(text, face, size, width))
        if count < 2:
            return width
        low, high = width // 2, width
        while high - low > size // 2:
            middle = (low + high) // 2
            fits = self.widest(text, face, size, middle) <= middle
            if fits and len(self.lines(text, face, size, middle)) == count:
                high = middle
            else:
                low = middle
        return high

    def draw(self, words: str, face: Face, size: int, colour: Colour) -> pygame.Surface:
        """Return one shaped line on a clear ground. The surface is shared: do not draw on it."""
        key = (words, face, size, colour)
        found = self._lines.get(key)
        if found is not None:
            self._lines.move_to_end(key)
            return found
        made = self._render(words, face, size, colour)
        self._lines[key] = made
        self._bytes += made.get_width() * made.get_height() * 4
        while self._bytes > CACHE_BYTES and len(self._lines) > 1:
            _, old = self._lines.popitem(last=False)
            self._bytes -= old.get_width() * old.get_height() * 4
        return made

    def _measure_now(self, words: str, face: Face, size: int) -> int:
        runs = self._lettering.runs(words)
        return sum(self.font(face, size, script).size(part)[0] for part, script in runs)

    def _render(self, words: str, face: Face, size: int, colour: Colour) -> pygame.Surface:
        """Return the words drawn run by run, all on one baseline."""
        runs = self._lettering.runs(words)
        fonts = [self.font(face, size, script) for _, script in runs]
        drawn = [
            font.render(part, True, colour) for (part, _), font in zip(runs, fonts, strict=True)
        ]
        if len(drawn) == 1:
            return drawn[0]
        above = max(font.get_ascent() for font in fonts)
        tops = [above - font.get_ascent() for font in fonts]
        tall = max(top + picture.get_height() for top, picture in zip(tops, drawn, strict=True))
        whole = pygame.Surface((sum(p.get_width() for p in drawn), tall), pygame.SRCALPHA)
        x = 0
        for top, picture in zip(tops, drawn, strict=True):
            whole.blit(picture, (x, top))
            x += picture.get_width()
        return whole

    def _break_now(
        self, parts: tuple[str, ...], face: Face, size: int, width: int
    ) -> tuple[str, ...]:
        lines: list[str] = []
        current = ""
        for part in parts:
            if part == "\n":
                lines.append(current.strip())
                current = ""
                continue
            longer = current + part
            if current.strip() and self._measure(longer.strip(), face, size) > width:
                lines.append(current.strip())
                current = part.lstrip()
            else:
                current = longer
        lines.append(current.strip())
        return tuple(line for line in lines if line) or ("",)


@lru_cache(maxsize=3_000)
def pieces(text: Text) -> tuple[str, ...]:
    r"""Return the text cut where a line may begin.

    That is at its break points; after spaces when it has none.

    A line break in the text is a piece of its own, ``"\n"``.
    """
    words = text.shown
    breaks = text.breaks
    cuts = {0, len(words), *(b for b in breaks if 0 < b < len(words))}
    for position, sign in enumerate(words):
        if sign == " " and not breaks:
            cuts.add(position + 1)
        elif sign == "\n":
            cuts.update((position, position + 1))
    order = sorted(cuts)
    return tuple(words[a:b] for a, b in pairwise(order))
