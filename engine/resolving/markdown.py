"""Markdown to plain text and rich blocks. No raw HTML, no links, no pictures."""

from __future__ import annotations

import re
from html.parser import HTMLParser
from itertools import groupby

import nh3
from markdown import Markdown

from engine.schema.text import BULLET, MARKS, BlockKind, Mark, Span, TextBlock

_TAGS = {"p", "strong", "em", "ul", "ol", "li", "br"}
_RAW_HTML = re.compile(r"</?[a-zA-Z][^<>]*>?|<!--")
# Up to the bracket that makes it one: looking for its end, too, takes ages in a row of `[](`.
_LINK = re.compile(r"!?\[[^\[\]]*\]\(|(?:javascript|data|file):", re.IGNORECASE)
_MARKED_UP = re.compile(r"[*_`\\]|^\s*(?:[-+]|\d+\.)\s|^#|\n", re.MULTILINE)

_SIGN = re.compile(r"[*_`\\\n>#]|[-+.]\s")

MOST_SIGNS = 200
MOST_SIGNS_IN_FILE = 3_000
"""Python-Markdown works 20 µs on a sign, 70 µs on a text with any, and calls itself for each list
in a list. The richest of our texts has 31 signs, the richest file 145."""


def signs(text: str) -> int:
    """Return the number of signs Markdown has to look at; 0 for a text without markup."""
    return len(_SIGN.findall(text)) if _MARKED_UP.search(text) else 0


def raw_html(text: str) -> re.Match[str] | None:
    """Return the first HTML tag or comment in the text, if any."""
    return _RAW_HTML.search(text)


def link(text: str) -> re.Match[str] | None:
    """Return the first Markdown link or picture, or a risky address, if any."""
    return _LINK.search(text)


class RichText:
    """Renders texts; keeps one Markdown converter for all of them."""

    def __init__(self) -> None:
        self._markdown = Markdown(output_format="html", extensions=["sane_lists"])

    def render(self, text: str) -> tuple[str, tuple[TextBlock, ...]]:
        """Return the plain text and its blocks; no blocks if it held no Markdown."""
        if not _MARKED_UP.search(text):
            return text, ()
        self._markdown.reset()
        html = nh3.clean(self._markdown.convert(text.strip()), tags=_TAGS, attributes={})
        reader = _BlockReader(numbered="<ol>" in html)
        reader.feed(html)
        reader.close()
        return reader.result()


class _BlockReader(HTMLParser):
    """Reads our own small HTML into lines with their marks.

    Args:
        numbered: list items get numbers; else bullets.
    """

    def __init__(self, *, numbered: bool) -> None:
        super().__init__(convert_charrefs=True)
        self._numbered = numbered
        self._number = 0
        self._kind: BlockKind = "paragraph"
        self._signs: list[tuple[str, frozenset[Mark]]] = []
        self._marks: list[Mark] = []
        self._lines: list[tuple[BlockKind, str, list[tuple[str, frozenset[Mark]]]]] = []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:  # noqa: ARG002
        if tag == "li":
            self._end_line()
            self._kind = "number" if self._numbered else "bullet"
        elif tag == "br":
            self._end_line()
            self._kind = "line"
        elif tag in ("strong", "em"):
            self._marks.append("strong" if tag == "strong" else "em")

    def handle_endtag(self, tag: str) -> None:
        if tag in ("p", "ul", "ol"):
            self._end_line()
        elif tag in ("strong", "em"):
            self._marks.pop()

    def handle_data(self, data: str) -> None:
        marks = frozenset(self._marks)
        self._signs.extend((" " if sign == "\n" else sign, marks) for sign in data)

    def result(self) -> tuple[str, tuple[TextBlock, ...]]:
        """Return the plain text, one line a block, and the blocks; none if nothing is marked."""
        self._end_line()
        plain: list[str] = []
        blocks: list[TextBlock] = []
        length = 0
        for kind, prefix, signs in self._lines:
            start = length + len(prefix)
            words = "".join(sign for sign, _ in signs)
            blocks.append(
                TextBlock(
                    kind=kind, start=start, end=start + len(words), spans=_spans(signs, start)
                )
            )
            plain.append(prefix + words)
            length = start + len(words) + 1
        whole = "\n".join(plain)
        simple = len(blocks) == 1 and blocks[0].kind == "paragraph" and not blocks[0].spans
        return whole, () if simple else tuple(blocks)

    def _end_line(self) -> None:
        """Keep the line that ends here, spaces collapsed; nothing if it is empty."""
        kept: list[tuple[str, frozenset[Mark]]] = []
        for sign, marks in self._signs:
            if sign != " " or (kept and kept[-1][0] != " "):
                kept.append((sign, marks))
        while kept and kept[-1][0] == " ":
            kept.pop()
        if kept:
            prefix = ""
            if self._kind == "number":
                self._number += 1
                prefix = f"{self._number}. "
            elif self._kind == "bullet":
                prefix = BULLET
            self._lines.append((self._kind, prefix, kept))
        self._signs = []
        self._kind = "paragraph"


def _spans(signs: list[tuple[str, frozenset[Mark]]], start: int) -> tuple[Span, ...]:
    """Return the marked stretches of a line that begins at `start` of the text."""
    found: list[Span] = []
    for mark in MARKS:
        at = 0
        for marked, run in groupby(signs, key=lambda one: mark in one[1]):
            size = len(list(run))
            if marked:
                found.append(Span(start=start + at, end=start + at + size, mark=mark))
            at += size
    return tuple(sorted(found, key=lambda span: (span.start, -span.end)))
