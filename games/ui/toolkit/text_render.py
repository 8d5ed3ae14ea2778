"""Letters on the screen: shaped by HarfBuzz in their script, lines broken only between words.

pygame's own word wrap cuts Thai inside a word, so lines begin only at the break points that
the catalogue carries (after spaces in a text without any). Shaped lines are cached: the
frame loop blits, it does not shape.
"""

from __future__ import annotations

from bisect import bisect_right
from collections import OrderedDict
from collections.abc import Iterator
from functools import cache, lru_cache
from itertools import accumulate, groupby, pairwise

import pygame

from engine.languages import Script
from engine.schema.text import Text
from games.ui.toolkit.theme import Colour
from games.ui.toolkit.typefaces import Face, Typefaces

LEAST = 10
"""Pixels of the smallest type."""
CACHE_BYTES = 12_000_000
MOST_FONTS = 36
"""Fonts kept open: each keeps the pictures of its letters, half a megabyte of them."""

THAI = Typefaces()


class TextRenderer:
    """Fonts, line breaking and shaped lines."""

    def __init__(self, typefaces: Typefaces | None = None) -> None:
        self._typefaces = typefaces or Typefaces()
        self._file = cache(self._file_now)
        self._fonts: OrderedDict[tuple[str, int, Script], pygame.font.Font] = OrderedDict()
        self._lines: OrderedDict[tuple[str, Face, int, Colour], pygame.Surface] = OrderedDict()
        self._bytes = 0
        self._measure = lru_cache(maxsize=10_000)(self._measure_now)
        self._break = lru_cache(maxsize=4_000)(self._break_now)
        self._fit = lru_cache(maxsize=4_000)(self._fit_now)

    def font(self, face: Face, size: int, script: Script | None = None) -> pygame.font.Font:
        """Return the font of that face with an em of `size` pixels, ready for the script.

        Args:
            script: of the letters; the language's own without it.
        """
        script = script or self._typefaces.script
        file = self._file(face, script)
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
        typefaces = self._of(text)
        least = round(size * typefaces.line())
        if typefaces.tight:
            return least
        return max(least, self.font(face, size, typefaces.script).get_linesize())

    def lift(self, face: Face, size: int, text: Text | None = None) -> int:
        """Return how many pixels letters stand above the middle of their line."""
        return round(size * self._of(text).lift(face))

    def _of(self, text: Text | None) -> Typefaces:
        """Return how the letters of the text are drawn."""
        return THAI if text is not None and text.untranslated else self._typefaces

    def width(self, words: str, face: Face, size: int) -> int:
        """Width of words on one line, in pixels."""
        return self._measure(words, face, size)

    def lines(self, text: Text, face: Face, size: int, width: int) -> tuple[str, ...]:
        """Return the text in lines of at most `width` pixels, where its words allow."""
        return self._break(text.shown, text.breaks, face, size, width)

    def widest(self, text: Text, face: Face, size: int, width: int) -> int:
        """Width of the widest line when broken to `width`; more when a word is too long."""
        return max(self.width(line, face, size) for line in self.lines(text, face, size, width))

    def fitting(self, text: Text, face: Face, size: int, width: int) -> int:
        """Return the size, made smaller until no word is wider than `width`."""
        return self._fit(text.shown, text.breaks, face, size, width)

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

    def _file_now(self, face: Face, script: Script) -> str:
        return str(self._typefaces.file(face, script))

    def _measure_now(self, words: str, face: Face, size: int) -> int:
        runs = self._typefaces.runs(words)
        return sum(self.font(face, size, script).size(part)[0] for part, script in runs)

    def _render(self, words: str, face: Face, size: int, colour: Colour) -> pygame.Surface:
        """Return the words drawn run by run, all on one baseline."""
        runs = self._typefaces.runs(words)
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
        self, words: str, breaks: tuple[int, ...], face: Face, size: int, width: int
    ) -> tuple[str, ...]:
        lines: list[str] = []
        for ends_line, parts in groupby(pieces(words, breaks), key="\n".__eq__):
            if not ends_line:
                lines += self._filled(list(parts), face, size, width)
        return tuple(line for line in lines if line) or ("",)

    def _fit_now(
        self, words: str, breaks: tuple[int, ...], face: Face, size: int, width: int
    ) -> int:
        while size > LEAST and any(
            self.width(line, face, size) > width
            for line in self._break(words, breaks, face, size, width)
        ):
            size -= 1
        return size

    def _filled(self, parts: list[str], face: Face, size: int, width: int) -> Iterator[str]:
        """Yield lines that hold as many of the parts as are not wider than `width`.

        The share of the whole that a line can hold tells about where it ends, so few of the
        stretches that it could be are measured.
        """
        words = "".join(parts)
        whole = self._measure(words.strip(), face, size)
        if whole <= width:
            yield words.strip()
            return
        ends = list(accumulate(map(len, parts)))
        about = len(words) * width // whole
        first = start = 0
        while first < len(ends):
            last = guess = max(first, bisect_right(ends, start + about) - 1)
            while last > first and self._over(words[start : ends[last]], face, size, width):
                last -= 1
            while guess <= last < len(ends) - 1 and not self._over(
                words[start : ends[last + 1]], face, size, width
            ):
                last += 1
            yield words[start : ends[last]].strip()
            first, start = last + 1, ends[last]

    def _over(self, words: str, face: Face, size: int, width: int) -> bool:
        """Return whether the words are wider than that, without the spaces around them."""
        return self._measure(words.strip(), face, size) > width


@lru_cache(maxsize=3_000)
def pieces(words: str, breaks: tuple[int, ...] = ()) -> tuple[str, ...]:
    r"""Return the words cut where a line may begin.

    That is at the breaks; after spaces when there are none.

    A line break in the words is a piece of its own, ``"\n"``.
    """
    cuts = {0, len(words), *(b for b in breaks if 0 < b < len(words))}
    for position, sign in enumerate(words):
        if sign == " " and not breaks:
            cuts.add(position + 1)
        elif sign == "\n":
            cuts.update((position, position + 1))
    order = sorted(cuts)
    return tuple(words[a:b] for a, b in pairwise(order))
