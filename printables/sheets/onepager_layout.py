"""Lays a one-pager out so that it fills its A4 side, or says by how much it is too long."""

from __future__ import annotations

from dataclasses import dataclass
from math import ceil
from typing import TYPE_CHECKING

from engine.diagnostics.messages import Message
from engine.diagnostics.problems import RusitError
from engine.schema.text import Text
from engine.thai.dates import thai_date
from printables.pdf import weasyprint_adapter
from printables.print_target import PrintTarget, any_unconfirmed
from printables.sheets.onepager import (
    Ask,
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
BOTTOM_MARGIN = 7.0
ROOM = PAGE_HEIGHT - BOTTOM_MARGIN

BODY = 10.0
"""Points of the running text that is tried first: what a full page takes."""
SMALLEST, LARGEST = 9.2, 16.0
"""Points between which the running text is scaled to fill the page."""

GAP = 2.6
"""Millimetres between blocks before the page is stretched."""

TRIES = 4
NEAR_ENOUGH = 12.0
"""Millimetres of height that may be left over, to be shared out as air."""

Band = list[list[Shown]]
"""Side by side: one stack of blocks over the whole width, or two stacks."""


@dataclass(frozen=True, slots=True)
class _Air:
    """How loosely the page is set: points, then millimetres between blocks and rows."""

    size: float
    gap: float = GAP
    row: float = 0.0


def print_one_pager(target: PrintTarget) -> bytes:
    """The PDF of a one-pager.

    Raises:
        RusitError: PRINT01 when it does not fit; PRINT03 for a sign without a glyph.
    """
    page: OnePager = target.content
    sheet = _Sheet(target, page, target.words)
    document = sheet.filled()
    for word in weasyprint_adapter.words_sticking_out(document.pages):
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
    return weasyprint_adapter.write(document, target, tagged=True)


class _Sheet:
    """One page that is tried at several sizes."""

    def __init__(self, target: PrintTarget, page: OnePager, words: SheetText) -> None:
        self._target = target
        self._page = page
        self._bands = bands(page.blocks)
        self._words = words

    def filled(self) -> Document:
        """The page at the size that fills it, the rest of its height shared out as air."""
        air, height = self._largest_that_fits()
        left = ROOM - height
        rows = sum(max(map(_rows, band)) for band in self._bands)
        share = left / (2 * (len(self._bands) + 1) + rows)
        for loosened in (0.97, 0.85, 0.6, 0.3, 0.0):
            unit = min(share, 2.2) * loosened
            document = self._document(
                _Air(air.size, air.gap + 2 * unit, air.row + unit), PAGE_HEIGHT
            )
            if (
                len(document.pages) == 1
                and weasyprint_adapter.bottom_of(document.pages[0], "end") <= ROOM
            ):
                break
        return document

    def _largest_that_fits(self) -> tuple[_Air, float]:
        """The largest type that fits, and its height; by the line through the last two tries."""
        tried: dict[float, float] = {}
        size = BODY
        for _ in range(TRIES):
            tried[size] = self._height(_Air(size))
            if 0 <= ROOM - tried[size] < NEAR_ENOUGH:
                break
            size = _next_size(tried)
            if size in tried:
                break
        fitting = [s for s, height in tried.items() if height <= ROOM]
        if not fitting and SMALLEST not in tried:
            tried[SMALLEST] = self._height(_Air(SMALLEST))
            fitting = [SMALLEST] if tried[SMALLEST] <= ROOM else []
        if not fitting:
            self._too_long(tried[SMALLEST] - ROOM)
        return _Air(max(fitting)), tried[max(fitting)]

    def _too_long(self, millimetres: float) -> None:
        line = SMALLEST * 1.45 * 25.4 / 72
        raise RusitError(
            "PRINT01",
            Message(
                "the one-pager of {module} is {millimetres:.0f} mm too long for its A4 side at "
                "the smallest type ({smallest:g} pt), about {value} lines",
                module=self._page.module,
                millimetres=millimetres,
                smallest=SMALLEST,
                value=max(1, round(millimetres / line)),
            ),
            hint="shorten or take out items of its one_pager blocks",
            **self._target.written_at(self._page.module),
        )

    def _height(self, air: _Air) -> float:
        """Millimetres from the top to where the content ends, on an endless page."""
        document = self._document(air, 2000)
        return weasyprint_adapter.bottom_of(document.pages[0], "end")

    def _document(self, air: _Air, height: float) -> Document:
        page, words, stamp = self._page, self._words, self._target.stamp
        html = weasyprint_adapter.page_html(
            "onepager.html",
            title=self._target.title,
            page=page,
            bands=self._bands,
            words=words,
            size=f"{air.size:.3f}",
            gap=f"{air.gap:.3f}",
            row=f"{air.row:.3f}",
            height=f"{height:g}",
            as_of=stamp.as_of.isoformat(),
            as_of_line=words.put("as_of", date=thai_date(stamp.as_of)),
            edition=words.put("edition", edition=stamp.edition),
            sources=words.put("sources", sources=html_text.joined(page.sources))
            if page.sources
            else None,
            legend=any_unconfirmed(page) or _any_mark(page),
            phones=_phones(page, words),
            qr=weasyprint_adapter.qr(self._target.options.address, page.module, stamp.edition),
        )
        return weasyprint_adapter.lay_out(html, "onepager")


def _next_size(tried: dict[float, float]) -> float:
    """Where the height should be a little under the room, by straight line."""
    aim = ROOM - NEAR_ENOUGH / 3
    (size, height), *before = reversed(tried.items())
    # Larger type makes lines higher and more of them, but not all lines are full.
    slope = (height - before[0][1]) / (size - before[0][0]) if before else 1.2 * height / size
    wanted = size + (aim - height) / max(slope, 1.0)
    return round(min(max(wanted, SMALLEST), LARGEST), 2)


def bands(blocks: tuple[Shown, ...]) -> list[Band]:
    """Wide blocks alone; lists that follow each other in two stacks of like height."""
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
    """Whether half the width is enough: lists, and tables of a head and one cell."""
    if isinstance(block, SheetTable):
        return len(block.columns) <= 2
    return isinstance(block, Items | Papers)


def _split(run: list[Shown]) -> list[Band]:
    if len(run) < 2:
        return [[run]] if run else []
    weights = [_weight(block) for block in run]
    cut = min(range(1, len(run)), key=lambda i: abs(sum(weights[:i]) - sum(weights[i:])))
    return [[run[:cut], run[cut:]]]


COLUMN = 22.0
"""Ems of running text, about, in one line of half the page."""


def _weight(block: Shown) -> float:
    """Lines that a block takes in a column of half the page, about."""
    match block:
        case Papers():
            entries = [f"{p.title.th} {p.tip.th if p.tip else ''}" for p in block.papers]
            return 1.6 + sum(map(_item_lines, (*entries, *(i.th for i in block.items))))
        case Items():
            padding = 1.6 if block.kind == "steps" else 2.8
            return padding + sum(_item_lines(i.th) for i in block.items)
        case SheetTable():
            return 3.2 + sum(map(_row_lines, block.rows))
        case _:
            return 0.0


def _item_lines(words: str) -> float:
    return ceil(weasyprint_adapter.line_width(words) / COLUMN) + 0.3


def _row_lines(row: SheetRow) -> float:
    """A row's head has a third of the column, its cell the rest."""
    head = ceil(weasyprint_adapter.line_width(row.head.th) / (COLUMN / 3))
    cells = (weasyprint_adapter.line_width(c.th) / (COLUMN * 2 / 3) for c in row.cells if c)
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
    """Whether a figure or phone stands there with its own mark."""
    for block in page.blocks:
        if isinstance(block, Numbers) and any(n.mark for n in block.numbers):
            return True
        if isinstance(block, Ask) and any(line.mark for line in block.lines):
            return True
    return False


def _phones(page: OnePager, words: SheetText) -> Text | None:
    """The note on the years in which the numbers were read; None without numbers."""
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
