"""Cards: each drawn on its own, front and back, on pages of its own size.

A deck is imposed from them (`imposition.py`): workers share a deck, and a changed card costs
that card alone.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from engine.diagnostics.messages import Message
from engine.diagnostics.problems import ContentError, Problem
from engine.schema.text import Text
from printables.layout.type_size import STEP, first_size, next_size
from printables.pdf import weasyprint_adapter
from printables.pdf.geometry import LARGE, SMALL, CardSize
from printables.print_target import PrintTarget, any_unconfirmed
from printables.text import html_text
from printables.text.sheet_text import SheetText

if TYPE_CHECKING:
    from weasyprint.document import Page

LEAST, MOST = 9.5, {"front": 15.0, "back": 13.0}
"""Points of a card's running text: the largest size that fits is taken."""
LEAST_MATCH = 8.5
"""The same on the front of a card with two columns to match."""
TRIES = 6
WORTH = 0.5
"""Points by which type must grow to be worth another layout."""

SIDE_MARGIN = 5.5
TOP_MARGIN = {"front": 13.2, "back": 8.2}
BOTTOM_MARGIN = {"front": 7.6, "back": 11.6}
"""Millimetres around the text; the head stands above it, the foot below."""
FOOT = 8.0
"""Points of the small print."""
FOOT_LINE = 3.8
"""Millimetres that the draft's mark takes, as a further line of the foot."""

FACES = ("front", "back")
WHOLE = ("right", "dream", "occupation", "protection", "goal")
"""Kinds of card on whose backs nothing can be left out."""
HINTS = {
    "front": "shorten the question and its options, or the story",
    "back": "shorten what stands there: explain, why, remember",
}


@dataclass(frozen=True, slots=True)
class PrintedDeck:
    """Cards of one size, in order."""

    cards: tuple[Any, ...]
    facts: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class _Side:
    """One side of a card, to be laid out.

    Attributes:
        size: points of its running text.
        brief: without what can be left out where room is short: why wrong answers are wrong.
    """

    face: str
    card: Any
    edition: str
    size: float
    brief: bool = False


def card_size(target: PrintTarget) -> CardSize:
    """Return the size of a card by its target's kind and options."""
    return LARGE if target.kind == "large-card" else SMALL[target.options.size]


def print_card(target: PrintTarget) -> bytes:
    """Return a card as two pages of its own size: its front, then its back.

    Raises:
        ContentError: PRINT02 for each side that is too long at the smallest type.
    """
    problems: list[Problem] = []
    pages: list[Page] = []
    document = None
    for face in FACES:
        found = fitted(face, target)
        if isinstance(found, Problem):
            problems.append(found)
        else:
            document, page = found
            pages.append(page)
    if problems or document is None:
        raise ContentError(problems)
    return weasyprint_adapter.write(document.copy(pages), target, tagged=False)


def fitted(face: str, target: PrintTarget) -> tuple[Any, Page] | Problem:
    """Return the side at the largest type that fits it, in brief where it must be."""
    whole = _largest(face, target, brief=False)
    if isinstance(whole, Problem) and face == "back" and target.content.kind not in WHOLE:
        return _largest(face, target, brief=True)
    return whole


def _largest(face: str, target: PrintTarget, *, brief: bool) -> tuple[Any, Page] | Problem:
    """Return the side at the largest type, a step of half a point apart, that fits it."""
    room = _room(face, target)
    edition = dict(target.parts)[target.content.id]
    least = _least(face, target)
    size = estimated_size(face, target, brief=brief)
    best: tuple[Any, Page] | None = None
    fitting, failing = 0.0, MOST[face] + STEP
    for tried in range(TRIES):
        side = _Side(face, target.content, edition, size, brief)
        document = weasyprint_adapter.lay_out(_html(side, target), "cards")
        used = _height_used(document.pages, room, face)
        word = next(weasyprint_adapter.words_sticking_out(document.pages), "")
        if used <= room and not word:
            best, fitting = (document, document.pages[0]), size
            size = min(next_size(size, used + 0.5, room, size, MOST[face]), failing - STEP)
            if size - fitting < WORTH:
                break
        elif size <= least:
            return _misfit(side, target, used - room, word)
        else:
            failing = size
            size = min(next_size(size, used, room, least, size), failing - STEP)
            size = least if best is None and tried >= TRIES - 2 else size
            if size <= fitting:
                break
    assert best is not None
    return best


def estimated_size(face: str, target: PrintTarget, *, brief: bool = False) -> float:
    """Return the points of type at which the side is likely to fit, before it is laid out."""
    least = _least(face, target)
    body = _html(_Side(face, target.content, "", least, brief), target)
    body = body.partition("<main>")[2].partition("</main>")[0]
    width = card_size(target).width - 2 * SIDE_MARGIN
    return first_size(body, width, _room(face, target), least, MOST[face])


def _least(face: str, target: PrintTarget) -> float:
    """Return the smallest points of type on the side."""
    matched = face == "front" and target.content.kind == "match"
    return LEAST_MATCH if matched else LEAST


def _room(face: str, target: PrintTarget) -> float:
    """Return the millimetres between the upper and the lower margin of a side."""
    return card_size(target).height - TOP_MARGIN[face] - _bottom_margin(face, target)


def _height_used(pages: list[Page], room: float, face: str) -> float:
    """Return the millimetres that the text takes, over all the pages it runs on."""
    last = weasyprint_adapter.bottom_of(pages[-1], "end") - TOP_MARGIN[face]
    return last + room * (len(pages) - 1)


def _html(side: _Side, target: PrintTarget) -> str:
    box = card_size(target)
    face = side.face
    bottom = _bottom_margin(face, target)
    return weasyprint_adapter.page_html(
        "cards.html",
        title=target.title,
        side=side,
        card=side.card,
        words=target.words,
        as_of=target.stamp.as_of.isoformat(),
        day=target.words.short_day(target.stamp.as_of),
        small_print=small_print(side.card, target.words, box),
        draft=target.draft,
        width=box.width,
        height=box.height,
        margins=f"{TOP_MARGIN[face]}mm {SIDE_MARGIN}mm {bottom}mm",
        below=box.height - TOP_MARGIN[face] - bottom,
        narrow=box.width < box.height and box.width < 80,
        filled=target.options.filled,
    )


def _bottom_margin(face: str, target: PrintTarget) -> float:
    drafted = face == "back" and target.draft is not None
    return BOTTOM_MARGIN[face] + FOOT_LINE * drafted


def small_print(card: Any, words: SheetText, box: CardSize) -> Text | None:
    """Return the first line of a back's foot: whom to ask, what the mark means, sources.

    As many sources as the line holds.
    """
    notes = []
    if card.phone:
        notes.append(words.put("sure", phone=card.phone))
    if any_unconfirmed(card):
        notes.append(words["unconfirmed_short"])
    ems = 0.97 * (box.width - 2 * SIDE_MARGIN) / (FOOT * 25.4 / 72)
    for count in range(len(card.sources), 0, -1):
        named = words.put("sources", sources=html_text.joined(card.sources[:count]))
        line = html_text.joined((*notes, named))
        if weasyprint_adapter.line_width(line.shown) <= ems:
            return line
    return html_text.joined(tuple(notes)) if notes else None


def _misfit(side: _Side, target: PrintTarget, over: float, word: str) -> Problem:
    """Return what does not fit on this side at the smallest type."""
    place = {"file": "", "line": 0, "col": 0, **target.written_at(side.card.id)}
    if word:
        message = Message(
            "the {face} of the card {card} has no line wide enough for {value!r} at the "
            "smallest type ({size:g} pt)",
            face=side.face,
            card=side.card.id,
            value=word,
            size=side.size,
        )
        hint = "write it shorter, or so that a line may break inside it"
    else:
        lines = max(1, round(over / (side.size * 1.42 * 25.4 / 72)))
        message = Message(
            "the {face} of the card {card} is too long at the smallest type ({size:g} pt), by "
            "about {lines} lines",
            face=side.face,
            card=side.card.id,
            size=side.size,
            lines=lines,
        )
        hint = HINTS[side.face]
    return Problem(code="PRINT02", message=message, hint=hint, **place)
