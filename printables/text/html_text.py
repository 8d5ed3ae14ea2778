"""Thai texts as HTML that breaks at our places only, and can be copied out again.

Pango breaks Thai by its own dictionary and splits names (บัตร|ทอง). So a zero-width space
stands at each of our break points, and a stretch between two of them that Pango would break
inside becomes a span that never wraps.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache
from html import escape

from engine.resolving.rich_html import html_of_blocks
from engine.schema.text import Text
from engine.scripts.capitals import with_capital
from engine.thai.dates import SHORT_MONTHS
from engine.thai.word_breaks import parts_unit

ZERO_WIDTH_SPACE = "\u200b"

KEPT_TOGETHER = ((36, 7, 14), (18, 7, 12), (0, 4, 8))
"""How many letters shall stand on a last line, and how many at most are kept together for it, in
a text of at least so many letters: a short one stands in a narrow column."""
LABEL, TITLE = (24, 11), (60, 24)
"""A text of at most so many letters keeps its phrases, which are parted by spaces, whole while
they have at most so many letters: any short one, and a title."""

DOT = "·"
"""What parts two things of a row."""

_ABOVE_OR_BELOW = re.compile("[\u0e31\u0e34-\u0e3a\u0e47-\u0e4e]")
_THAI = re.compile("[\u0e00-\u0e7f]")
_DOT = f" {DOT} "
_YEAR_OF_MONTH = re.compile(f"(?:{'|'.join(map(re.escape, SHORT_MONTHS))}) (?=[0-9])")
_SIGNS_OF_SUMS = "×=÷"
_NO_BREAK_SPACE = "\u00a0"
_SARA_AM = re.compile("([\u0e48-\u0e4b]?)\u0e33")
_DRAWN = re.compile("\u0e4d([\u0e48-\u0e4b]?)\u0e32")


def for_drawing(thai: str) -> str:
    """Return the text with sara am as nikhahit, tone, sara aa: the drawing is the same.

    WeasyPrint's text layer loses the tone mark and doubles the vowel when the one character is
    drawn; `printables.pdf.text_layer` marks the three glyphs with the true letters.
    """
    return _SARA_AM.sub("\u0e4d\\1\u0e32", thai)


def from_drawing(shown: str) -> str:
    """Return what `for_drawing` was given, for messages."""
    return _DRAWN.sub("\\1\u0e33", shown)


def html_of(text: Text) -> str:
    """Return the text as HTML: its Markdown's tags if it held any, else the words alone."""
    return _rich(text) if text.blocks else plain_html(text)


def plain_html(text: Text) -> str:
    """Return the words of the text as HTML, without any tags of its Markdown."""
    return "".join(_pieces(text.shown, 0, _break_points(text)))


def title_html(text: Text) -> str:
    """Return the words of a title as HTML: its lines end between its phrases."""
    return "".join(_pieces(text.shown, 0, _break_points(text), TITLE))


def joined(texts: tuple[Text, ...]) -> Text:
    """Return texts in a row with a dot between; a line may begin at each."""
    places = [f"{{{i}}}" for i in range(len(texts))]
    starts = [sum(len(p) + len(_DOT) for p in places[:i]) for i in range(1, len(texts))]
    row = Text(shown=_DOT.join(places), breaks=tuple(starts))
    return row.put(**{str(i): text for i, text in enumerate(texts)})


def sentence(text: Text) -> Text:
    """Return a text that stands alone: it begins with a capital, where letters have any."""
    return text.model_copy(update={"shown": with_capital(text.shown)})


def words_in(html: str) -> str:
    """Return the words of a piece of HTML, tags and zero-width signs taken out."""
    return from_drawing(" ".join(re.sub(r"<[^>]*>?|[^<>]*>|\u200b", "", html).split()))


def _break_points(text: Text) -> frozenset[int]:
    """Return the text's break points.

    For a text that has none, they are after its spaces, but not between a number and its unit.
    """
    words = text.shown
    if not text.breaks:
        return frozenset(m.end() for m in re.finditer(r"(?<![\d\s])\s+", words))
    # A number that was put in since is not known to the breaks of its sentence.
    whole = {m.end() for m in _YEAR_OF_MONTH.finditer(words)}
    parted = (parts_unit, _parts_sum)
    return frozenset(
        b for b in text.breaks if b not in whole and not any(part(words, b) for part in parted)
    )


def _parts_sum(words: str, offset: int) -> bool:
    """Return True if a line break there parts a sum: "200 × | 30"."""
    signs = words[:offset].rstrip()[-1:] + words[offset : offset + 1]
    return any(sign in _SIGNS_OF_SUMS for sign in signs)


def _pieces(
    words: str, offset: int, breaks: frozenset[int], kept: tuple[int, int] = LABEL
) -> Iterator[str]:
    """Unbreakable spans of `words`, which stands at `offset` of the whole text."""
    if offset in breaks and offset:
        yield ZERO_WIDTH_SPACE
    ends = [end for end in range(1, len(words)) if offset + end in breaks]
    together = _kept_for_the_last_line(words, ends) | _kept_in_phrases(words, ends, *kept)
    start = 0
    for end in (*(end for end in ends if end not in together), len(words)):
        stretch = words[start:end]
        core = stretch.rstrip()
        if core:
            yield _stretch(core, joined=not together.isdisjoint(range(start, end)))
        if core != stretch:
            yield " "
        elif end < len(words):
            yield ZERO_WIDTH_SPACE
        start = end


def _kept_for_the_last_line(words: str, ends: list[int]) -> frozenset[int]:
    """Return the break points near the end that would leave one short word on the last line."""
    letters = _letters(words)
    last, most = next((last, most) for least, last, most in KEPT_TOGETHER if letters >= least)
    kept: set[int] = set()
    for end in reversed(ends):
        if _letters(words[end:]) >= last:
            break
        before = max((e for e in ends if e < end), default=0)
        if not before or _letters(words[before:]) > most:
            break
        kept.add(end)
    return frozenset(kept)


def _kept_in_phrases(words: str, ends: list[int], whole: int, most: int) -> frozenset[int]:
    """Return the break points inside phrases of `most` letters, in a text of at most `whole`."""
    if _letters(words) > whole or " " not in words:
        return frozenset()
    phrases = [m.span() for m in re.finditer(r"\S+", words) if _letters(m[0]) <= most]
    return frozenset(end for end in ends if any(start < end < stop for start, stop in phrases))


def _letters(words: str) -> int:
    """Return the letters that take width."""
    return len(words) - len(_ABOVE_OR_BELOW.findall(words))


@cache
def _stretch(words: str, *, joined: bool = False) -> str:
    """Return a stretch that no line may split, as HTML; `joined`: of words that stay together."""
    from weasyprint.text.line_break import can_break_text

    shown = for_drawing(words)
    if not _THAI.search(words):
        # Where a line ends before a span, WeasyPrint now and then leaves it half empty.
        shown = shown.replace(" ", _NO_BREAK_SPACE)
        joined = False
    # A span costs layout time, and five stretches of six do without.
    if joined or can_break_text(shown, "th"):
        return f'<span class="w">{escape(shown)}</span>'
    return escape(shown)


def _rich(text: Text) -> str:
    breaks = _break_points(text)

    def words(start: int, end: int) -> str:
        inside = frozenset(b - start for b in breaks if start <= b < end)
        lead = ZERO_WIDTH_SPACE if start in breaks else ""
        return lead + "".join(_pieces(text.shown[start:end], 0, inside - {0}))

    return html_of_blocks(text, words)
