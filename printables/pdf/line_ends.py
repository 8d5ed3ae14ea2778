"""Lines that ended where no line may: found after layout, and the HTML that keeps them whole.

A dot between two things of a row is left out where the line ends with it: the line's end parts
them as well.

WeasyPrint lays a text out by its first letters only and lets Pango cut there, so now and then
a word is split although it is known where lines may break. Our places are zero-width spaces
and white space; a line that ends elsewhere is split.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Iterator
from html import escape, unescape
from typing import Any

from printables.text.html_text import DOT

_GAP = re.compile("[\\s\u200b]+")
_UNSEEN = " \t\n\u00a0\u200b"
_BREAK = "br"
_TAG = re.compile("(<[^>]*>)")


def split_stretches(pages: Iterable[Any]) -> set[str]:
    """Return the stretches of text that some line of these pages splits."""
    found: set[str] = set()
    for page in pages:
        for block in text_blocks(page._page_box):
            found.update(_split_in(block))
    return found


def kept_whole(html: str, stretches: Iterable[str]) -> str:
    """Return the HTML with each of the stretches in a span that never wraps."""
    parts = _TAG.split(html)
    for stretch in stretches:
        written = escape(stretch)
        whole = re.compile(f"(?<![^\\s\u200b]){re.escape(written)}(?![^\\s\u200b])")
        span = f'<span class="w">{written}</span>'
        parts[::2] = [whole.sub(span, part) for part in parts[::2]]
    return "".join(parts)


def words_lost(pages: Iterable[Any], html: str) -> Iterator[str]:
    """Yield stretches of text that the body holds more often than the pages draw them.

    What stands in a box of a fixed place and runs off the page is left out by WeasyPrint.
    """
    blocks = (block for page in pages for block in text_blocks(page._page_box))
    lines = (line for block in blocks for line in block.children)
    drawn = _GAP.sub("", "".join(text for line in lines for text in texts_of(line)))
    body = unescape(_TAG.sub("\u200b", html.partition("<body")[2].partition(">")[2]))
    for stretch, times in Counter(_GAP.split(body)).items():
        if stretch != DOT and drawn.count(stretch) < times:
            yield stretch


def leave_out_last_dots(pages: Iterable[Any]) -> None:
    """Take the dot off each line that ends with one, or that begins with it alone."""
    for page in pages:
        for block in text_blocks(page._page_box):
            for line in block.children:
                shown = [part for part in line.descendants() if _said(part).strip(_UNSEEN)]
                if shown and _said(shown[-1]).rstrip(_UNSEEN).endswith(DOT):
                    _write(shown[-1], _said(shown[-1]).rstrip(_UNSEEN)[: -len(DOT)])
                if len(shown) > 1 and _said(shown[0]).strip(_UNSEEN) == DOT:
                    _write(shown[0], "")
                    line.translate(-shown[0].width)


def _said(box: Any) -> str:
    text = getattr(box, "text", None)
    return text if isinstance(text, str) else ""


def _write(box: Any, words: str) -> None:
    """Make a laid-out box of text draw other words, at the same place."""
    box.text = words
    box.pango_layout.reactivate(box.style)
    box.pango_layout.set_text(words)
    box.pango_layout.deactivate()


def text_blocks(box: Any) -> Iterator[Any]:
    """Yield every box whose children are lines."""
    children = getattr(box, "children", ())
    if any(type(child).__name__ == "LineBox" for child in children):
        yield box
    for child in children:
        yield from text_blocks(child)


def _split_in(block: Any) -> Iterator[str]:
    lines = [child for child in block.children if type(child).__name__ == "LineBox"]
    if len(lines) < 2 or block.element is None:
        return
    stretches = _GAP.split("".join(_written(block.element)))
    whole = "".join(stretches)
    ends: dict[int, str] = {}
    at = 0
    for stretch in stretches:
        ends.update(dict.fromkeys(range(at + 1, at + len(stretch)), stretch))
        at += len(stretch)
    cursor = 0
    for line in lines[:-1]:
        shown = _GAP.sub("", "".join(texts_of(line)))
        place = whole.find(shown, cursor) if shown else -1
        if place < 0:
            continue
        cursor = place + len(shown)
        if cursor in ends:
            yield ends[cursor]


def _written(element: Any) -> Iterator[str]:
    """Yield the texts of an element; a line break that is written there is a gap."""
    yield element.text or ""
    for child in element:
        yield from "\n" if child.tag == _BREAK else _written(child)
        yield child.tail or ""


def texts_of(box: Any) -> Iterator[str]:
    """Yield the texts of a laid-out box, in order."""
    yield from map(_said, box.descendants())
