"""The height of a text at a size of type, estimated from the widths of its words alone.

Lines are broken as on the sheet, at zero-width spaces and white space, without kerning; what a
style sheet adds is a matter of a few constants, see `printables.cards.deck`.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from html import unescape

from printables.pdf import weasyprint_adapter
from printables.text.typefaces import DISPLAY, THAI, Typeface

LEADING = 1.42
"""Height of a line of Thai, in ems."""
POINT = 25.4 / 72

_BLOCK = re.compile(r"<(/?)(h2|p|li|div|ul|ol|table|tr|td)\b([^>]*)>")
_TAG = re.compile(r"<[^>]*>")
# A letter or number before an item stands apart from its lines.
_APART = re.compile(r'(<(?:li|div)[^>]*>(?:<i[^>]*></i>)?)<(b|span) class="(?:label|n)">[^<]*</\2>')
_WHOLE = re.compile(r'(?<=<span class="w">)[^<]*')
_PIECE = re.compile("([^\u200b \\n]+)([\u200b \\n]*)")
_TICK = '<i class="tick">'

_INDENT = {"li": 1.5, "td": 1.6}
_TICKED = 2.5
"""Ems that an item or a cell stands in, and an item with a box to tick."""
_DISPLAYED = {'class="hero': 1.15, 'class="title': 1.35}
"""Ems of type in the display face."""
_PADDED = {'class="hero"': 1.4, 'class="yes"': 3.3, 'class="no"': 3.3}
"""Ems that paragraphs and items of these classes stand in."""


@dataclass(frozen=True, slots=True)
class _Paragraph:
    """Words that begin a line of their own.

    Attributes:
        pieces: widths of what no line splits, and of the space behind it, in ems.
        em: height of its type, of the running text's.
        share: part of the width that it has.
        indent: ems of the running text that it stands in.
    """

    pieces: tuple[tuple[float, float], ...]
    em: float
    share: float
    indent: float

    def lines(self, width: float) -> int:
        """Return the lines of the paragraph in so many ems of the running text."""
        room = (width * self.share - self.indent) / self.em
        count, used = 1, 0.0
        for piece, space in self.pieces:
            if used and used + piece > room:
                count, used = count + 1, 0.0
            used += piece + space
        return count


@dataclass(frozen=True, slots=True)
class Paragraphs:
    """The paragraphs of a text."""

    paragraphs: tuple[_Paragraph, ...]
    lead: float

    def lines(self, size: float, width: float) -> float:
        """Return the millimetres of its lines at so many points, in so many millimetres."""
        em = size * POINT
        count = sum(p.share * p.em * p.lines(width / em) for p in self.paragraphs)
        return count * em * LEADING * self.lead

    @property
    def count(self) -> float:
        """Return how many there are, of those side by side a part."""
        return sum(p.share for p in self.paragraphs)


def paragraphs_of(html: str, typeface: Typeface = THAI) -> Paragraphs:
    """Return the paragraphs of a piece of HTML."""
    return Paragraphs(tuple(_paragraphs(_unmarked(html), typeface)), typeface.lead)


def _unmarked(html: str) -> str:
    """Return the HTML without what stands apart, and with spaces that no line ends at as such."""
    return _WHOLE.sub(lambda match: match[0].replace(" ", "\u00a0"), _APART.sub(r"\1", html))


def _paragraphs(html: str, typeface: Typeface) -> Iterator[_Paragraph]:
    around: list[tuple[float, float, float, bool]] = [(1.0, 1.0, 0.0, False)]
    last = 0
    for match in _BLOCK.finditer(html):
        yield from _paragraph(html[last : match.start()], typeface, *around[-1][:3])
        last = match.end()
        closes, tag, attributes = match.groups()
        if closes:
            around = around[:-1] or around
            continue
        _, share, indent, in_pairs = around[-1]
        in_pairs = 'class="harm"' in attributes or (in_pairs and tag == "li")
        if tag == "td" or (in_pairs and tag == "li"):
            share = 0.5
        em = next((em for name, em in _DISPLAYED.items() if name in attributes), 1.0)
        indent = _TICKED if html.startswith(_TICK, last) else _INDENT.get(tag, indent)
        indent = next((ems for name, ems in _PADDED.items() if name in attributes), indent)
        around.append((em, share, indent, in_pairs))
    yield from _paragraph(html[last:], typeface, *around[-1][:3])


def _paragraph(
    html: str, typeface: Typeface, em: float, share: float, indent: float
) -> Iterator[_Paragraph]:
    text = unescape(_TAG.sub("", html))
    face = typeface.reading if em == 1.0 else DISPLAY
    pieces = tuple(
        (
            weasyprint_adapter.line_width(words, face),
            weasyprint_adapter.line_width(" ", face) * (gap.strip("\u200b") != ""),
        )
        for words, gap in _PIECE.findall(text)
    )
    if pieces:
        yield _Paragraph(pieces, em, share, indent)
