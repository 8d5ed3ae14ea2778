"""Lays a one-pager out so that it fills its A4 side, or says by how much it is too long."""

from __future__ import annotations

from dataclasses import dataclass
from itertools import product
from math import ceil
from typing import TYPE_CHECKING

from engine.diagnostics.messages import Message
from engine.diagnostics.problems import RusitError
from engine.schema.text import Text
from printables.pdf import weasyprint_adapter
from printables.print_target import PrintTarget, any_unconfirmed
from printables.sheets.onepager import (
    Ask,
    Asked,
    Items,
    Numbers,
    OnePager,
    Papers,
    SheetRow,
    SheetTable,
    Shown,
)
from printables.text import html_text
from printables.text.sheet_text import SheetText

if TYPE_CHECKING:
    from weasyprint.document import Document

PAGE_HEIGHT = 297.0
BOTTOM_MARGIN = 8.5
ROOM = PAGE_HEIGHT - BOTTOM_MARGIN

USUAL = 12.0
"""Points of the running text that is tried first."""
LEAST, MOST = 11.0, 17.0
"""Points between which the running text is scaled to fill the page."""
LARGE_LEAST, LARGE_MOST = 20.0, 26.0
"""The same in large type."""

GAP = 2.6
"""Millimetres between blocks before the page is stretched."""

TRIES = 4
NEAR_ENOUGH = 12.0
"""Millimetres of height that may be left over, to be shared out as air."""

OVERLEAF = ("note", "papers", "who", "table", "benefits", "steps")
"""Kinds of block that go on the second side when the first is full, the first of them first."""

LARGE_OVERLEAF = ("note", "papers", "table", "benefits", "who", "watch", "steps", "numbers")
"""The same in large type, where only the last of them may find room at all."""

Band = list[list[Shown]]
"""Side by side: one stack of blocks over the whole width, or two stacks."""


@dataclass(frozen=True, slots=True)
class _Air:
    """How loosely the page is set: points, then millimetres between blocks and rows."""

    size: float
    gap: float = GAP
    row: float = 0.0


def print_one_pager(target: PrintTarget) -> bytes:
    """Return the PDF of a one-pager: what matters on one side, questions on the other.

    Raises:
        RusitError: PRINT01 when it does not fit; PRINT03 for a sign without a glyph.
    """
    page: OnePager = target.content
    sides = _large_sides(target) if page.large else _sides(target)
    documents = [side.filled() for side in sides]
    pages = [document.pages[0] for document in documents]
    for word in weasyprint_adapter.words_sticking_out(pages):
        raise RusitError(
            "PRINT01",
            Message(
                "the one-pager of {module} has no column wide enough for {word!r}",
                module=page.module,
                word=word,
            ),
            hint="write it shorter, or let the line break inside it",
            **target.written_at(page.module),
        )
    return weasyprint_adapter.write(documents[0].copy(pages), target, tagged=True)


def _sides(target: PrintTarget) -> list[_Sheet]:
    """Return the first side, and the second with what does not fit there and questions."""
    page: OnePager = target.content
    first, back = _first_side(target, OVERLEAF, LEAST, MOST)
    back.sort(key=page.blocks.index)
    asked = page.questions
    second = _Sheet(target, tuple(back), "back", LEAST, MOST, asked)
    while asked and not second.fits():
        asked = asked[:-1]
        second = _Sheet(target, tuple(back), "back", LEAST, MOST, asked)
    return [first, second] if back or asked else [first]


def _large_sides(target: PrintTarget) -> list[_Sheet]:
    """Return both sides in large type; blocks that find no room are left out."""
    page: OnePager = target.content
    first, back = _first_side(target, LARGE_OVERLEAF, LARGE_LEAST, LARGE_MOST)
    back.sort(key=lambda block: -LARGE_OVERLEAF.index(block.kind))
    kept: list[Shown] = []
    for block in back:
        if _Sheet(target, (*kept, block), "back", LARGE_LEAST, LARGE_MOST).fits():
            kept.append(block)
    kept.sort(key=page.blocks.index)
    if not kept:
        return [first]
    return [first, _Sheet(target, tuple(kept), "back", LARGE_LEAST, LARGE_MOST)]


def _first_side(
    target: PrintTarget, overleaf: tuple[str, ...], least: float, most: float
) -> tuple[_Sheet, list[Shown]]:
    """Return the first side with as many blocks as fit, and the others."""
    front, back = list(target.content.blocks), list[Shown]()
    first = _Sheet(target, tuple(front), "front", least, most)
    movable = sorted(
        (block for block in reversed(front) if block.kind in overleaf),
        key=lambda block: overleaf.index(block.kind),
    )
    for block in movable:
        if first.fits():
            break
        front.remove(block)
        back.append(block)
        first = _Sheet(target, tuple(front), "front", least, most)
    # What was put away first may fit beside a shorter column after all.
    order = target.content.blocks.index
    for block in back[:-1]:
        fuller = _Sheet(target, tuple(sorted((*front, block), key=order)), "front", least, most)
        if fuller.fits():
            first = fuller
            front.append(block)
    return first, [block for block in back if block not in front]


class _Sheet:
    """One side that is tried at several sizes."""

    def __init__(
        self,
        target: PrintTarget,
        blocks: tuple[Shown, ...],
        side: str,
        least: float,
        most: float,
        questions: tuple[Asked, ...] = (),
    ) -> None:
        self._target = target
        self._page: OnePager = target.content
        self._side = side
        self._questions = questions
        self._least, self._most = least, most
        self._bands = bands(blocks, narrow=not self._page.large)
        self._words = target.words
        self._heights: dict[float, float] = {}

    def fits(self) -> bool:
        """Return whether all of it finds room at the smallest type."""
        return self._height_at(self._least) <= ROOM

    def filled(self) -> Document:
        """Return the page at the size that fills it, the rest of its height shared as air."""
        size, height = self._largest_that_fits()
        left = ROOM - height
        rows = sum(max(map(_rows, band)) for band in self._bands)
        share = left / (2 * (len(self._bands) + 2) + rows)
        for loosened in (0.97, 0.85, 0.6, 0.3, 0.0):
            unit = min(share, 2.6) * loosened
            document = self._document(_Air(size, GAP + 2 * unit, unit), PAGE_HEIGHT)
            if (
                len(document.pages) == 1
                and weasyprint_adapter.bottom_of(document.pages[0], "end") <= ROOM
            ):
                break
        return document

    def _largest_that_fits(self) -> tuple[float, float]:
        """Return the largest type that fits, and its height; by the line through two tries."""
        size = max(USUAL, self._least)
        for _ in range(TRIES):
            if 0 <= ROOM - self._height_at(size) < NEAR_ENOUGH:
                break
            size = self._next_size()
            if size in self._heights:
                break
        fitting = [s for s, height in self._heights.items() if height <= ROOM]
        if not fitting and self.fits():
            fitting = [self._least]
        if not fitting:
            self._too_long(self._height_at(self._least) - ROOM)
        return max(fitting), self._heights[max(fitting)]

    def _too_long(self, millimetres: float) -> None:
        line = self._least * 1.45 * 25.4 / 72
        raise RusitError(
            "PRINT01",
            Message(
                "the one-pager of {module} is {millimetres:.0f} mm too long for its A4 side at "
                "the smallest type ({smallest:g} pt), about {value} lines",
                module=self._page.module,
                millimetres=millimetres,
                smallest=self._least,
                value=max(1, round(millimetres / line)),
            ),
            hint="shorten or take out items of its one_pager blocks",
            **self._target.written_at(self._page.module),
        )

    def _height_at(self, size: float) -> float:
        """Return the millimetres from the top to where the content ends, on an endless page."""
        if size not in self._heights:
            document = self._document(_Air(size), 2000)
            self._heights[size] = weasyprint_adapter.bottom_of(document.pages[0], "end")
        return self._heights[size]

    def _next_size(self) -> float:
        """Return where the height should be a little under the room, by straight line."""
        aim = ROOM - NEAR_ENOUGH / 3
        (size, height), *before = reversed(self._heights.items())
        # Larger type makes lines higher and more of them, but not all lines are full.
        slope = (height - before[0][1]) / (size - before[0][0]) if before else 1.2 * height / size
        wanted = size + (aim - height) / max(slope, 1.0)
        return round(min(max(wanted, self._least), self._most), 2)

    def _document(self, air: _Air, height: float) -> Document:
        page, words, stamp = self._page, self._words, self._target.stamp
        html = weasyprint_adapter.page_html(
            "onepager.html",
            title=self._target.title,
            page=page,
            side=self._side,
            bands=self._bands,
            questions=self._questions,
            words=words,
            filled=self._target.options.filled,
            draft=self._target.draft,
            size=f"{air.size:.3f}",
            gap=f"{air.gap:.3f}",
            row=f"{air.row:.3f}",
            height=f"{height:g}",
            as_of=stamp.as_of.isoformat(),
            as_of_line=words.put("as_of", date=words.day(stamp.as_of)),
            edition=words.put("edition", edition=stamp.edition),
            sources=words.put("sources", sources=html_text.joined(page.sources))
            if page.sources
            else None,
            legend=any_unconfirmed(page) or _any_mark(page),
            phones=_phones(page, words),
            qr=weasyprint_adapter.qr(self._target.options.address, page.module, stamp.edition),
        )
        return weasyprint_adapter.lay_out(html, "onepager")


def bands(blocks: tuple[Shown, ...], *, narrow: bool = True) -> list[Band]:
    """Return wide blocks alone, and lists that follow each other in two stacks of like height.

    Args:
        narrow: whether half the page is wide enough for lists.
    """
    if not narrow:
        return [[[block]] for block in blocks]
    found: list[Band] = []
    run: list[Shown] = []
    for block in blocks:
        if _is_narrow(block):
            run.append(block)
            continue
        found.extend(_split(run))
        run = []
        found.append([[block]])
    found.extend(_split(run))
    return found


def _is_narrow(block: Shown) -> bool:
    """Return True if half the width is enough: lists, and tables of a head and one cell."""
    if isinstance(block, SheetTable):
        return len(block.columns) <= 2
    return isinstance(block, Items | Papers)


def _split(run: list[Shown]) -> list[Band]:
    if len(run) < 2:
        return [[run]] if run else []
    weights = [_weight(block) for block in run]
    # The first stays left; the others go wherever both stacks come out most alike.
    ways = product((False, True), repeat=len(run) - 1)
    right = min(
        ((False, *way) for way in ways if any(way)),
        key=lambda way: abs(sum(-w if r else w for w, r in zip(weights, way, strict=True))),
    )
    return [[[b for b, r in zip(run, right, strict=True) if r is side] for side in (False, True)]]


COLUMN = 22.0
"""Ems of running text, about, in one line of half the page."""


def _weight(block: Shown) -> float:
    """Lines that a block takes in a column of half the page, about."""
    match block:
        case Papers():
            entries = [f"{p.title.shown} {p.tip.shown if p.tip else ''}" for p in block.papers]
            return 1.6 + sum(map(_item_lines, (*entries, *(i.shown for i in block.items))))
        case Items():
            padding = 1.6 if block.kind == "steps" else 2.8
            return padding + sum(_item_lines(i.shown) for i in block.items)
        case SheetTable():
            return 3.2 + sum(map(_row_lines, block.rows))
        case _:
            return 0.0


def _item_lines(words: str) -> float:
    return ceil(weasyprint_adapter.line_width(words) / COLUMN) + 0.3


def _row_lines(row: SheetRow) -> float:
    """Return a row's head has a third of the column, its cell the rest."""
    head = ceil(weasyprint_adapter.line_width(row.head.shown) / (COLUMN / 3))
    cells = (weasyprint_adapter.line_width(c.shown) / (COLUMN * 2 / 3) for c in row.cells if c)
    return max(head, *map(ceil, cells), 1) + 0.5


def _rows(stack: list[Shown]) -> int:
    """Places in a stack that take air: rows of tables and items of lists."""
    count = 0
    for block in stack:
        match block:
            case Items():
                count += len(block.items)
            case Papers():
                count += len(block.items) + len(block.papers)
            case SheetTable():
                count += len(block.rows)
    return count


def _any_mark(page: OnePager) -> bool:
    """Return True if a figure or phone stands there with its own mark."""
    for block in page.blocks:
        if isinstance(block, Numbers) and any(n.mark for n in block.numbers):
            return True
        if isinstance(block, Ask) and any(line.mark for line in block.lines):
            return True
    return False


def _phones(page: OnePager, words: SheetText) -> Text | None:
    """Return the note on the years in which the numbers were read; None without numbers."""
    years = sorted(
        {
            line.seen
            for block in page.blocks
            if isinstance(block, Ask)
            for line in block.lines
            if line.phone and line.seen
        }
    )
    if not years:
        return None
    shown = str(years[0]) if len(years) == 1 else f"{years[0]}–{years[-1]}"
    return words.put("phone_seen", year=shown)
