"""Cards: each drawn on its own, front and back, on pages of its own size.

A deck is imposed from them (`imposition.py`): workers share a deck, and a changed card costs
that card alone.
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, Any

from engine.diagnostics.problems import ContentError, Problem
from engine.schema.text import Text
from engine.thai.dates import thai_date
from printables.layout.height_estimate import heights
from printables.pdf import weasyprint_adapter
from printables.pdf.imposition import CARD_HEIGHT, CARD_WIDTH
from printables.pdf.text_layer import as_written
from printables.print_target import PrintTarget, any_unconfirmed
from printables.text import html_text
from printables.text.sheet_text import SheetText

if TYPE_CHECKING:
    from weasyprint.document import Page

SIZES = {"front": (14.5, 12.0, 10.5, 9.0), "back": (12.0, 10.5, 9.4, 8.5)}
"""Points of a card's running text: the first that fits is taken."""

LEADING = 1.42
TOP_MARGIN = {"front": 14.0, "back": 5.0}
MARGINS = {"front": 17.6, "back": 15.4}
"""Millimetres above the text, and above and below it, as in `styles/cards.css`."""

CONFIDENCE = 0.98
"""Estimates lean to the larger size: a misfit costs one more try, a cautious guess the eye."""

FOOT_WIDTH = 33.0
"""Ems of small print that stand on one line of a back's foot."""

HINTS = {
    "front": "shorten the question and its options, or the story",
    "back": "shorten what stands there: explain, why, remember, talk",
}


@dataclass(frozen=True, slots=True)
class PrintedDeck:
    """Cards of one kind, in order."""

    cards: tuple[Any, ...]
    facts: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class _Side:
    """One side of a card, to be laid out.

    Attributes:
        step: which of the face's type sizes is tried.
    """

    face: str
    card: Any
    edition: str
    step: int = 0

    @property
    def size(self) -> float:
        return SIZES[self.face][self.step]


def print_card(target: PrintTarget) -> bytes:
    """A card as two pages of its own size: its front, then its back.

    Raises:
        ContentError: PRINT02 for each side that is too long at the smallest type.
    """
    card = target.content
    edition = dict(target.parts)[card.id]
    document, found = _fitted([_Side(face, card, edition) for face in SIZES], target)
    return weasyprint_adapter.write(
        document.copy([found[face] for face in SIZES]), target, tagged=False
    )


def _fitted(sides: list[_Side], target: PrintTarget) -> tuple[Any, dict[str, Page]]:
    """A page for every side, at the largest type that fits it.

    Each side begins at the size that an estimate gives, or at the largest; what does not fit
    is laid out again, one size smaller.
    """
    found: dict[str, Page] = {}
    waiting = [side if _is_right_front(side) else _estimated(side, target) for side in sides]
    problems: list[Problem] = []
    first = None
    while waiting:
        document = _lay_out(waiting, target)
        first = first or document
        spread = _by_side(document.pages)
        again = []
        for side in waiting:
            problem = _misfit(side, spread[side.face], target)
            if problem is None:
                found[side.face] = spread[side.face][0]
            elif side.step + 1 < len(SIZES[side.face]):
                again.append(replace(side, step=side.step + 1))
            else:
                problems.append(problem)
        waiting = again
    if problems:
        raise ContentError(problems)
    return first, found


def _is_right_front(side: _Side) -> bool:
    """Whether it shows amounts and a picture among its lines, which no estimate follows."""
    return side.face == "front" and side.card.template == "right"


def _estimated(side: _Side, target: PrintTarget) -> _Side:
    """The side at the largest size at which its lines, as estimated, find room."""
    html = _html([side], target).partition("<body>")[2].partition("</body>")[0]
    room = CARD_HEIGHT - MARGINS[side.face]
    sizes = SIZES[side.face]
    for step, height in enumerate(heights(html, sizes)):
        if height * CONFIDENCE <= room:
            return replace(side, step=step)
    return replace(side, step=len(sizes) - 1)


def _lay_out(sides: list[_Side], target: PrintTarget) -> Any:
    return weasyprint_adapter.lay_out(_html(sides, target), "cards")


def _html(sides: list[_Side], target: PrintTarget) -> str:
    return weasyprint_adapter.page_html(
        "cards.html",
        title=target.title,
        sides=sides,
        words=target.words,
        as_of=target.stamp.as_of.isoformat(),
        day=thai_date(target.stamp.as_of),
        small_print=lambda card: small_print(card, target.words),
        width=CARD_WIDTH,
        height=CARD_HEIGHT,
    )


def small_print(card: Any, words: SheetText) -> Text | None:
    """The one line of a back's foot: whom to ask, what the mark means, and sources.

    As many sources as the line holds, but always the leading one.
    """
    notes = []
    if card.phone:
        notes.append(words.put("sure", phone=card.phone))
    if any_unconfirmed(card):
        notes.append(words["unconfirmed_short"])
    for count in range(len(card.sources), 0, -1):
        named = words.put("sources", sources=html_text.joined(card.sources[:count]))
        line = html_text.joined((named, *notes))
        if count == 1 or weasyprint_adapter.line_width(line.th) <= FOOT_WIDTH:
            return line
    return html_text.joined(tuple(notes)) if notes else None


def _by_side(pages: list[Page]) -> dict[str, list[Page]]:
    """The pages of each side: a page without a side's anchor goes on with the one before."""
    spread: dict[str, list[Page]] = {}
    current: list[Page] = []
    for page in pages:
        names = [anchor for anchor in page.anchors if anchor in SIZES]
        if names:
            current = spread.setdefault(names[0], [])
        current.append(page)
    return spread


def _misfit(side: _Side, pages: list[Page], target: PrintTarget) -> Problem | None:
    """What does not fit on this side as laid out; None when all does."""
    size = side.size
    if len(pages) > 1:
        lines = _lines_too_many(side, pages, size * LEADING * 25.4 / 72)
        return _problem(
            side,
            target,
            f"the {side.face} of the card {side.card.id} is too long at the smallest type "
            f"({size:g} pt), by about {lines} lines",
            HINTS[side.face],
        )
    for word in weasyprint_adapter.words_sticking_out(pages):
        return _problem(
            side,
            target,
            f"the {side.face} of the card {side.card.id} has no line wide enough for "
            f"{as_written(word)!r} at the smallest type ({size:g} pt)",
            "write it shorter, or so that a line may break inside it",
        )
    return None


def _lines_too_many(side: _Side, pages: list[Page], line: float) -> int:
    """Lines that stand on the pages after the first, about."""
    room: float = pages[0].height / weasyprint_adapter.MM - MARGINS[side.face]
    tail = weasyprint_adapter.bottom_of(pages[-1], f"end-{side.face}") - TOP_MARGIN[side.face]
    return max(1, round((tail + room * (len(pages) - 2)) / line))


def _problem(side: _Side, target: PrintTarget, message: str, hint: str) -> Problem:
    place = {"file": "", "line": 0, "col": 0, **target.written_at(side.card.id)}
    return Problem(code="PRINT02", message=message, hint=hint, **place)
