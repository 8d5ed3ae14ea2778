"""How high the text of a card will stand, before it is laid out: where to begin with its type.

Follows `styles/cards.css` for what moves lines: sizes, leading, indents, air. Words are as wide
as their letters and lines are filled as the page fills them. A wrong estimate costs a layout,
or one step of type.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field, replace
from html.parser import HTMLParser
from typing import Any

from printables.pdf import weasyprint_adapter
from printables.pdf.weasyprint_adapter import DISPLAY, READING, STRONG

TEXT_WIDTH = 82.0
"""Millimetres between the margins of a card."""


@dataclass(frozen=True, slots=True)
class _Setting:
    """How a block is set; ems are of its own type.

    Attributes:
        size: points of its type, by the side's running text.
        leading: of its lines, in ems.
        air: ems above and below its text, margins and padding.
        fixed: millimetres of air beside.
        indent: ems taken from the width.
        width: part of its parent's width.
        face: of its letters.
        beside: its children stand side by side, not one below the other.
    """

    size: float = 1.0
    leading: float = 1.42
    air: float = 0.0
    fixed: float = 0.0
    indent: float = 0.0
    width: float = 1.0
    face: str = READING
    beside: bool = False


_RULES: Sequence[tuple[str, dict[str, Any]]] = (
    ("h2", {"size": 1.08, "face": STRONG}),
    ("b", {"face": STRONG}),
    ("strong", {"face": STRONG}),
    (".title", {"size": 1.4, "leading": 1.35, "face": DISPLAY}),
    (".said", {"air": 0.21}),
    (".options", {"air": 0.5}),
    (".options li", {"air": 0.16, "indent": 1.5}),
    (".several .options li", {"indent": 3.0}),
    (".front .steps", {"air": 0.5}),
    (".front .steps li", {"air": 0.32, "indent": 2.3}),
    (".verdicts", {"air": 1.0, "beside": True}),
    (".verdicts p", {"size": 1.25, "air": 1.0, "fixed": 1.0, "indent": 2.8, "width": 0.46}),
    ("table", {"air": 0.6}),
    ("tr", {"beside": True}),
    (".front td", {"size": 0.95, "leading": 1.35, "air": 0.44, "indent": 1.35}),
    (".front .left", {"width": 0.43}),
    (".front .right", {"width": 0.45}),
    (".write", {"size": 1.2, "air": 1.1, "fixed": 7.0}),
    (".answer", {"air": 1.05, "indent": 3.7}),
    (".tag", {"size": 0.82, "leading": 1.3, "face": STRONG}),
    (".hero", {"size": 1.28, "leading": 1.35, "face": DISPLAY}),
    (".figure", {"size": 2.1, "leading": 1.15}),
    (".right .answer .hero", {"size": 1.1, "face": READING}),
    (".reason", {"air": 0.22}),
    (".explain ul", {"indent": 1.0}),
    (".explain ol", {"indent": 1.0}),
    (".answer li", {"indent": 1.5}),
    (".helps li", {"indent": 1.8, "face": STRONG}),
    (".care", {"size": 0.9, "face": STRONG, "air": 0.4, "fixed": 0.8, "indent": 1.0}),
    (".story", {"air": 0.2}),
    (".harm", {"air": 0.45}),
    (".harm li", {"size": 0.93, "leading": 1.7, "face": STRONG}),
)

_APART = frozenset({"frame", "head", "strip", "foot", "tick"})
"""Classes of what stands outside the flow of the text."""
_IN_LINE = frozenset({"b", "em", "i", "img", "span", "strong"})
_EMPTY = frozenset({"br", "img"})
_BESIDE_ICON = 2.9
"""Ems of a sign in the row of harm, beside its words."""
_WORD = re.compile("[^\u200b\\s]+ ?")


@dataclass(slots=True)
class _Word:
    """Letters that no line splits.

    Attributes:
        width: ems of the card's running text.
        leading: height of its line, in the same ems.
    """

    width: float
    leading: float


@dataclass(slots=True)
class _Box:
    """An element; `inner` holds words and boxes in order."""

    names: frozenset[str]
    setting: _Setting
    inner: list[_Word | _Box] = field(default_factory=list)


def heights(html: str, sizes: Sequence[float]) -> Iterator[float]:
    """Millimetres that a side of a card takes, at each of those points.

    Args:
        html: the side's section.
    """
    reader = _Reader()
    reader.feed(html)
    reader.close()
    for size in sizes:
        em = size * 25.4 / 72
        yield _height(reader.top, TEXT_WIDTH, em)


def _height(box: _Box, width: float, em: float) -> float:
    """Millimetres that a box takes in that width; `em` is one of the card's running text."""
    own = box.setting
    room = width * own.width - own.indent * own.size * em
    total = own.air * own.size * em + own.fixed
    line: list[_Word] = []
    parts: list[float] = []
    for thing in box.inner:
        if isinstance(thing, _Word):
            line.append(thing)
            continue
        parts.append(em * _lines(line, room / em))
        line = []
        parts.append(_height(thing, room, em))
    parts.append(em * _lines(line, room / em))
    return total + (max(parts) if own.beside else sum(parts))


def _lines(words: list[_Word], room: float) -> float:
    """Ems of height that words take, filled in line by line."""
    height = filled = tallest = 0.0
    for word in words:
        if filled and filled + word.width > room:
            height, filled, tallest = height + tallest, 0.0, 0.0
        filled += word.width
        tallest = max(tallest, word.leading)
    return height + tallest


class _Reader(HTMLParser):
    """Builds the boxes of a side from its HTML."""

    def __init__(self) -> None:
        super().__init__(convert_charrefs=True)
        self.top = _Box(frozenset(), _Setting())
        self._open: list[_Box] = [self.top]
        self._skipped = 0

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        if tag in _EMPTY:
            return
        classes = (dict(attrs).get("class") or "").split()
        names = frozenset((tag, *(f".{name}" for name in classes)))
        if self._skipped or not _APART.isdisjoint(classes) or self._is_mark(names):
            self._skipped += 1
            return
        outer = self._open[-1]
        box = _Box(names, self._setting(names, outer.setting))
        if tag not in _IN_LINE:
            outer.inner.append(box)
        else:
            box.inner = outer.inner
        self._open.append(box)

    def handle_endtag(self, tag: str) -> None:
        if tag in _EMPTY:
            return
        if self._skipped:
            self._skipped -= 1
            return
        box = self._open.pop()
        if "li" in box.names and ".harm" in self._open[-1].names:
            row = self._open[-1].inner
            row.remove(box)
            width = sum(w.width for w in box.inner if isinstance(w, _Word))
            own = box.setting
            row.append(_Word(width + _BESIDE_ICON * own.size, own.leading * own.size))

    def handle_data(self, data: str) -> None:
        if self._skipped:
            return
        own = self._open[-1].setting
        self._open[-1].inner.extend(
            _Word(weasyprint_adapter.line_width(word, own.face) * own.size, own.leading * own.size)
            for word in _WORD.findall(data)
        )

    def _is_mark(self, names: frozenset[str]) -> bool:
        """Whether it is the letter before an answer, which hangs in the indent."""
        outer = self._open[-1].names
        return ".label" in names and ("li" in outer or "div" in outer)

    def _setting(self, names: frozenset[str], outer: _Setting) -> _Setting:
        own = replace(_Setting(), leading=outer.leading, face=outer.face)
        size = 1.0
        for selector, values in _RULES:
            if self._matches(selector, names):
                size = values.get("size", size)
                own = replace(own, **values)
        return replace(own, size=outer.size * size)

    def _matches(self, selector: str, names: frozenset[str]) -> bool:
        *above, last = selector.split()
        if last not in names:
            return False
        around = frozenset().union(*(box.names for box in self._open))
        return around.issuperset(above)
