"""Lays a one-pager out so that it fills its A4 side, or says by how much it is too long."""

from __future__ import annotations

from dataclasses import asdict, dataclass
from itertools import pairwise
from typing import TYPE_CHECKING, Any

from engine.days import written_year
from engine.diagnostics.messages import Message
from engine.diagnostics.problems import RusitError
from engine.schema.text import Text
from printables.layout.fit_memory import fits
from printables.pdf import weasyprint_adapter
from printables.print_target import PrintTarget, any_unconfirmed
from printables.sheets.onepager import Ask, Asked, Line, Numbers, OnePager, Shown
from printables.sheets.onepager_bands import (
    Band,
    Part,
    arranged,
    is_narrow,
    parts_of,
    rows_of,
)
from printables.text import html_text
from printables.text.sheet_text import SheetText

if TYPE_CHECKING:
    from weasyprint.document import Document, Page

PAGE_HEIGHT = 297.0
BOTTOM_MARGIN = 8.5
ROOM = PAGE_HEIGHT - BOTTOM_MARGIN
TALL = 3000.0
"""Millimetres of the page on which heights are measured."""

USUAL = 12.0
"""Points of the running text that is tried first."""
LEAST, MOST = 11.0, 15.0
"""Points between which the running text is scaled to fill the page."""
LARGE_LEAST, LARGE_MOST = 20.0, 23.0
"""The same in large type."""

GAP = 2.6
"""Millimetres between blocks before the page is stretched."""
MOST_AIR = 3.0
"""Millimetres by which a gap's half or a row is stretched at most."""
MOST_ROW_AIR = 3.4
"""The same for the rows of the shorter of two stacks."""
TIGHTEST = 1.5
"""Millimetres of estimated height that a side may exceed its room by and still be tried."""

SURE = 5.0
"""Millimetres of room to spare with which a side whose blocks were added up surely fits."""

TRIES = 4
NEAR_ENOUGH = 12.0
"""Millimetres of height that may be left over, to be shared out as air."""

LARGE_OVERLEAF = ("note", "papers", "table", "benefits", "who", "watch", "steps", "numbers")
"""Kinds of block that leave the first side in large type, the first of them first."""


@dataclass(frozen=True, slots=True)
class _Air:
    """The air of a side.

    Attributes:
        size: points of the running text.
        gap, row: millimetres between blocks and rows.
        stacks: the same between rows of each stack of the two, instead of `row`.
    """

    size: float
    gap: float = GAP
    row: float = 0.0
    stacks: tuple[float, float] | None = None


@dataclass(frozen=True, slots=True)
class _Plan:
    """A side as it was found to fit.

    Attributes:
        bands: places of the blocks among the page's blocks and fillers.
        questions: how many to talk about.
    """

    bands: list[list[list[int]]]
    questions: int
    air: _Air


def print_one_pager(target: PrintTarget) -> bytes:
    """Return the PDF of a one-pager: what matters on one side, questions on the other.

    Raises:
        RusitError: PRINT01 when it does not fit; PRINT03 for a sign without a glyph.
    """
    documents = _sides(target)
    pages = [document.pages[0] for document in documents]
    for word in weasyprint_adapter.words_sticking_out(pages):
        message = Message(
            "the one-pager of {module} has no column wide enough for {word!r}",
            module=target.content.module,
            word=word,
        )
        hint = "write it shorter, or let the line break inside it"
        raise RusitError("PRINT01", message, hint=hint, **target.written_at(target.content.module))
    return weasyprint_adapter.write(documents[0].copy(pages), target, tagged=True)


def ensure_fits(target: PrintTarget) -> None:
    """Lay out no more than it takes to know that the one-pager fits.

    Raises:
        RusitError: PRINT01 when it does not fit; PRINT03 for a sign without a glyph.
    """
    page: OnePager = target.content
    parts, frame, word = _measured(target)
    room = ROOM - frame - SURE
    front = arranged(parts, room, may_leave=True)
    if not page.large and not word and front.height <= room:
        rest = _Sheet(target, [], "back", LEAST, LEAST).height_at(LEAST)
        if arranged(front.left_out, ROOM - rest, may_leave=False).height <= ROOM - rest - SURE:
            return
    if page.large and not word and max(part.wide for part in parts) <= room:
        return
    _sides(target)


def _sides(target: PrintTarget) -> list[Document]:
    """Return the finished sides: as they were found to fit before, or as is found now."""
    known = [_plan(kept) for kept in fits().recall(target.fit_key) or ()]
    documents = [_planned(target, plan, place) for place, plan in enumerate(known)]
    if documents and all(map(_is_whole, documents)):
        return documents
    sides = _large_sheets(target) if target.content.large else _sheets(target)
    documents = [side.filled() for side in sides]
    fits().keep(target.fit_key, [asdict(side.plan) for side in sides])
    return documents


def _plan(kept: dict[str, Any]) -> _Plan:
    air = dict(kept["air"])
    stacks = air.pop("stacks")
    return _Plan(kept["bands"], kept["questions"], _Air(**air, stacks=tuple(stacks or ()) or None))


def _planned(target: PrintTarget, plan: _Plan, place: int) -> Document:
    blocks = _blocks(target.content)
    bands = [[[blocks[n] for n in stack] for stack in band] for band in plan.bands]
    questions = target.content.questions[: plan.questions]
    least = LARGE_LEAST if target.content.large else LEAST
    side = _Sheet(target, bands, ("front", "back")[place], least, least, questions)
    return side.document(plan.air, PAGE_HEIGHT)


def _is_whole(document: Document) -> bool:
    return len(document.pages) == 1 and _end(document) <= ROOM


def _end(document: Document) -> float:
    return weasyprint_adapter.bottom_of(document.pages[0], "end")


def _blocks(page: OnePager) -> tuple[Shown, ...]:
    return (*page.blocks, *page.fillers)


def _sheets(target: PrintTarget) -> list[_Sheet]:
    """Return the first side, and the second with what does not fit there and questions."""
    page: OnePager = target.content
    parts, frame, _ = _measured(target)
    front = arranged(parts, ROOM - frame, may_leave=True)
    first = _Sheet(target, front.bands, "front", LEAST, MOST, expected=front.height + frame)
    room = ROOM - frame
    while front.height <= room + TIGHTEST and not first.fits():
        # Heights add up to a millimetre or two, no nearer.
        room -= first.height_at(LEAST) - ROOM + 0.5
        front = arranged(parts, room, may_leave=True)
        first = _Sheet(target, front.bands, "front", LEAST, MOST)
    left = sorted(front.left_out, key=lambda part: _blocks(page).index(part.block))
    asked = page.questions
    while True:
        rest = _Sheet(target, [], "back", LEAST, MOST, asked).height_at(LEAST)
        back = arranged(left, ROOM - rest, may_leave=False)
        height = back.height + rest
        second = _Sheet(target, back.bands, "back", LEAST, MOST, asked, expected=height)
        if second.fits() or not asked:
            break
        asked = asked[:-1]
    return [first, second] if left or asked else [first]


def _measured(target: PrintTarget) -> tuple[list[Part], float, str]:
    """Return the parts with their heights at the smallest type, the rest's, and a wide word."""
    page: OnePager = target.content
    blocks = _blocks(page)
    narrow = [] if page.large else [block for block in blocks if is_narrow(block)]
    bands: list[Band] = [[narrow, []]] if narrow else []
    bands += [[[block]] for block in blocks]
    least = LARGE_LEAST if page.large else LEAST
    trial = _Sheet(target, bands, "front", least, least)
    document = trial.document(_Air(least), TALL)
    where = [weasyprint_adapter.bottom_of(document.pages[0], f"w{n}") for n in range(len(bands))]
    where.append(weasyprint_adapter.bottom_of(document.pages[0], "rest"))
    wide = [below - top for top, below in pairwise(where)]
    wide = wide[len(bands) - len(blocks) :]
    tops = [weasyprint_adapter.bottom_of(document.pages[0], f"p0-0{n}") for n in range(len(narrow))]
    tops.append(weasyprint_adapter.bottom_of(document.pages[0], "s0-0") + GAP if narrow else 0.0)
    halves = {
        id(block): below - top for block, (top, below) in zip(narrow, pairwise(tops), strict=True)
    }
    heights = [(high, halves.get(id(block))) for block, high in zip(blocks, wide, strict=True)]
    frame = _end(document) - where[-1] + where[0]
    word = next(weasyprint_adapter.words_sticking_out(document.pages), "")
    return parts_of(blocks, heights, len(page.fillers)), frame, word


def _large_sheets(target: PrintTarget) -> list[_Sheet]:
    """Return both sides in large type; blocks that find no room are left out."""
    parts, frame, _ = _measured(target)
    rank = LARGE_OVERLEAF.index

    def movable(part: Part) -> bool:
        return part.block.kind in LARGE_OVERLEAF

    front = list(parts)
    for part in sorted(filter(movable, reversed(parts)), key=lambda p: rank(p.block.kind)):
        if sum(p.wide for p in front) <= ROOM - frame:
            break
        front.remove(part)
    back: list[Part] = []
    rest = [part for part in parts if part not in front]
    for part in sorted(rest, key=lambda p: -rank(p.block.kind)):
        if sum(p.wide for p in (*front, part)) <= ROOM - frame:
            front.append(part)
        elif sum(p.wide for p in (*back, part)) <= ROOM - frame:
            back.append(part)
    sides = []
    for side, chosen in (("front", front), ("back", back)):
        chosen.sort(key=parts.index)
        sheet = _Sheet(target, [[[p.block]] for p in chosen], side, LARGE_LEAST, LARGE_MOST)
        while chosen and side == "back" and not sheet.fits():
            chosen.remove(min(chosen, key=lambda p: rank(p.block.kind)))
            sheet = _Sheet(target, [[[p.block]] for p in chosen], side, LARGE_LEAST, LARGE_MOST)
        if chosen:
            sides.append(sheet)
    return sides


class _Sheet:
    """One side that is tried at several sizes."""

    def __init__(
        self,
        target: PrintTarget,
        bands: list[Band],
        side: str,
        least: float,
        most: float,
        questions: tuple[Asked, ...] = (),
        expected: float = 0.0,
    ) -> None:
        self._expected = expected
        self._target = target
        self._page: OnePager = target.content
        self._side = side
        self._questions = questions
        self._least, self._most = least, most
        self._bands = bands
        self._words = target.words
        self._heights: dict[float, float] = {}
        self._measured: dict[float, Page] = {}
        self._air = _Air(least)

    def fits(self) -> bool:
        """Return whether all of it finds room at the smallest type."""
        if 0 < self._expected <= ROOM - SURE:
            return True
        return self.height_at(self._least) <= ROOM

    @property
    def plan(self) -> _Plan:
        """Return how the side was laid out by `filled`."""
        blocks = _blocks(self._page)
        bands = [[[blocks.index(b) for b in stack] for stack in band] for band in self._bands]
        return _Plan(bands, len(self._questions), self._air)

    def filled(self) -> Document:
        """Return the page at the size that fills it, the rest of its height shared as air."""
        size, height = self._largest_that_fits()
        left = ROOM - height
        rows = sum(max(sum(map(rows_of, stack)) for stack in band) for band in self._bands)
        rows += 2 * len(self._questions)
        gaps = len(self._bands) + 2 * bool(self._questions)
        unit = min(left / (2 * (gaps + 1) + rows), MOST_AIR)
        for loosened in (0.97, 0.9, 0.6, 0.0):
            air = unit * loosened
            stacks = self._even_stacks(size, air)
            self._air = _Air(size, round(GAP + 2 * air, 3), round(air, 3), stacks)
            document = self.document(self._air, PAGE_HEIGHT)
            if _is_whole(document):
                break
        return document

    def _even_stacks(self, size: float, row: float) -> tuple[float, float] | None:
        """Return the air between rows with which two stacks end at the same height, if they can."""
        for place, band in enumerate(self._bands):
            if len(band) < 2:
                continue
            page = self._measured[size]
            rows = [sum(map(rows_of, stack)) for stack in band]
            ends = [
                weasyprint_adapter.bottom_of(page, f"s{place}-{n}") + row * count
                for n, count in enumerate(rows)
            ]
            short = ends.index(min(ends))
            more = min((max(ends) - min(ends)) / max(rows[short], 1), MOST_ROW_AIR - row)
            airs = [row, row]
            airs[short] += max(more, 0.0) * 0.97
            return round(airs[0], 3), round(airs[1], 3)
        return None

    def _largest_that_fits(self) -> tuple[float, float]:
        """Return the largest type that fits, and its height; by the line through two tries."""
        size = max(USUAL, self._least)
        if self._expected and not self._heights:
            self._heights[self._least] = self._expected
            size = self._next_size()
            # What was expected is not yet known.
            del self._heights[self._least]
        elif self._heights:
            size = self._next_size()
        for _ in range(TRIES):
            if 0 <= ROOM - self.height_at(size) < NEAR_ENOUGH:
                break
            size = self._next_size()
            if size in self._heights:
                break
        fitting = [s for s, height in self._heights.items() if height <= ROOM]
        if not fitting and self.height_at(self._least) <= ROOM:
            fitting = [self._least]
        if not fitting:
            self._too_long(self.height_at(self._least) - ROOM)
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

    def height_at(self, size: float) -> float:
        """Return the millimetres from the top to where the content ends, on an endless page."""
        if size not in self._heights:
            document = self.document(_Air(size), TALL)
            height = _end(document)
            if size > self._least and any(weasyprint_adapter.words_sticking_out(document.pages)):
                height = max(height, ROOM + NEAR_ENOUGH)
            self._heights[size] = height
            self._measured[size] = document.pages[0]
        return self._heights[size]

    def _next_size(self) -> float:
        """Return where the height should be a little under the room, by straight line."""
        aim = ROOM - NEAR_ENOUGH / 3
        (size, height), *before = reversed(self._heights.items())
        # Larger type makes lines higher and more of them, but not all lines are full.
        slope = (height - before[0][1]) / (size - before[0][0]) if before else 1.2 * height / size
        wanted = size + (aim - height) / max(slope, 1.0)
        return round(min(max(wanted, self._least), self._most), 2)

    def document(self, air: _Air, height: float) -> Document:
        """Return the side on a page so many millimetres high."""
        page, target, words = self._page, self._target, self._words
        return weasyprint_adapter.sheet_pages(
            target,
            "onepager",
            "onepager",
            page=page,
            side=self._side,
            bands=self._bands,
            questions=self._questions,
            ask_columns=ask_columns,
            filled=target.options.filled,
            size=f"{air.size:.3f}",
            gap=f"{air.gap:.3f}",
            row=f"{air.row:.3f}",
            stack_rows=[f"{row:.3f}" for row in air.stacks or (air.row, air.row)],
            height=f"{height:g}",
            sources=page.sources and words.put("sources", sources=html_text.joined(page.sources)),
            legend=any_unconfirmed(page) or _any_mark(page),
            phones=_phones(page, words),
            qr=weasyprint_adapter.qr(target.options.address, page.module, target.stamp.edition),
        )


@dataclass(frozen=True, slots=True)
class AskColumn:
    """Helplines below each other, in a part of the width."""

    width: float
    lines: tuple[Line, ...]


def ask_columns(block: Ask, large: bool) -> list[AskColumn]:
    """Return the helplines in one, two or three columns of like height."""
    count = 1 if large or len(block.lines) == 1 else 2 if len(block.lines) in (2, 4) else 3
    columns = [block.lines[n::count] for n in range(count)]
    # A text fills a square of the root's width; half the width is every column's own.
    weights = [sum(map(_ask_letters, column)) ** 0.5 for column in columns]
    return [
        AskColumn(round(49.9 * (1 / count + weight / sum(weights)), 2), lines)
        if count > 1
        else AskColumn(100, lines)
        for weight, lines in zip(weights, columns, strict=True)
    ]


def _ask_letters(line: Line) -> float:
    texts = (line.title, line.for_what, *((line.hours,) if line.hours else ()))
    return sum(weasyprint_adapter.line_width(text.shown) for text in texts)


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
    first, last = (written_year(year, words.language) for year in (years[0], years[-1]))
    shown = first if first == last else f"{first}–{last}"
    return words.put("phone_seen", year=shown)
