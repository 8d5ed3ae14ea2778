"""Cards: each drawn on its own, front and back, on pages of its own size.

A deck is imposed from them (`imposition.py`): workers share a deck, and a changed card costs
that card alone.
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from math import ceil
from typing import TYPE_CHECKING, Any

from engine.diagnostics.messages import Message
from engine.diagnostics.problems import ContentError, Problem
from engine.schema.text import Text
from printables.layout.fit_memory import fits
from printables.layout.line_estimate import POINT, Paragraphs, paragraphs_of
from printables.pdf import weasyprint_adapter
from printables.pdf.geometry import LARGE, SMALL, CardSize
from printables.print_target import PrintTarget, any_unconfirmed
from printables.text import html_text
from printables.text.sheet_text import SheetText
from printables.text.typefaces import TYPEFACES

if TYPE_CHECKING:
    from weasyprint.document import Page

LEAST, MOST = 9.5, {"front": 15.0, "back": 13.0}
"""Points of a card's running text: the largest size that fits is taken."""
STEP = 0.25
"""Points between two sizes."""
TRIES = 6
WORTH, FULL = 0.75, 0.86
"""Points by which type must grow, and the part of the room already used, at which no larger type
is worth another layout."""
DENSE = 1.28
"""Height of a line, in ems, where lines are set closer."""
TALL = 600.0
"""Millimetres of a page on which a side is measured: no card is as long."""

SIDE_MARGIN = 5.5
TOP_MARGIN = {"front": 13.2, "back": 8.2}
BOTTOM_MARGIN = {"front": 7.6, "back": 11.6}
"""Millimetres around the text; the head stands above it, the foot below."""
FOOT = 8.0
"""Points of the small print."""
FOOT_LINE = 3.8
"""Millimetres that the draft's mark takes, as a further line of the foot."""

FACES = ("front", "back")
CENTRED = ("right", "rumour", "dream", "occupation", "goal")
"""Templates whose short fronts stand in the middle."""
CENTRED_AT, LEAST_DROP = 0.45, 1.5
"""The part of the free room above the text; millimetres that are worth moving it."""
ADDED = {
    ("choice", "front"): (0.15, 0.4),
    ("choice", "back"): (0.2, -0.2),
    ("several", "front"): (0.1, 3.2),
    ("several", "back"): (0.0, 4.7),
    ("true_false", "back"): (0.0, 2.7),
    ("order", "front"): (0.36, -1.0),
    ("order", "back"): (-0.3, 9.4),
    ("number", "front"): (0.4, 7.1),
    ("number", "back"): (0.15, 3.8),
    ("match", "front"): (0.0, 7.5),
    ("event", "front"): (0.74, 14.0),
    ("event", "back"): (0.18, 14.0),
    ("right", "front"): (0.8, 5.2),
    ("right", "back"): (0.27, -3.0),
    ("rumour", "front"): (0.6, -6.5),
    ("rumour", "back"): (0.2, 0.5),
    ("occupation", "front"): (0.0, 0.0),
    ("protection", "back"): (0.2, 42.5),
    ("goal", "front"): (0.2, 12.5),
}
USUALLY_ADDED = 0.2, 3.0
"""What a side takes beside its lines, by kind and face: ems for each paragraph, and millimetres;
least squares over our content."""
DOUBT = 1.0
"""Millimetres by which such an estimate is mostly right."""
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
        dense: with lines closer together and less air around them.
        loose: a name longer than a line may break.
    """

    face: str
    card: Any
    edition: str
    size: float
    dense: bool = False
    loose: bool = False


def card_size(target: PrintTarget) -> CardSize:
    """Return the size of a card by its target's kind and options."""
    return LARGE if target.kind == "large-card" else SMALL[target.options.size]


def _is_narrow(size: CardSize) -> bool:
    """Return True for a small card that stands upright."""
    return size.width < size.height and size.width < 80


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
    """Return the side at the largest type that fits it, lines closer where they must be."""
    key = fit_key(face, target)
    kept = fits().recall(key)
    if isinstance(kept, list):
        side = _side(face, target, *kept)
        trial = _try(side, target)
        if trial.fits:
            _centre(trial)
            return trial.document, trial.page
    found = _largest(face, target)
    if isinstance(found, Problem):
        return found
    _centre(found)
    side = found.side
    fits().keep(key, [side.size, side.dense, side.loose])
    return found.document, found.page


def too_long(face: str, target: PrintTarget) -> Problem | None:
    """Return what is wrong where the side fits at no type, with lines as close as they go."""
    found = _dense(face, target)
    return found if isinstance(found, Problem) else None


def fit_key(face: str, target: PrintTarget) -> str:
    """Return the key under which it is remembered how the side fits."""
    return f"{target.fit_key}/{face}"


@dataclass(frozen=True, slots=True)
class _Trial:
    """A side as it was laid out.

    Attributes:
        used: millimetres that the text takes, of the `room` it has.
        word: one that no line is wide enough for; empty when there is none.
    """

    side: _Side
    document: Any
    page: Page
    used: float
    room: float
    word: str

    @property
    def fits(self) -> bool:
        """Return True if all of it finds room."""
        return self.used <= self.room and not self.word


def _centre(trial: _Trial) -> None:
    """Lower the text of a short front to the middle of its room."""
    side = trial.side
    drop = CENTRED_AT * (trial.room - trial.used)
    if side.face == "front" and side.card.template in CENTRED and drop >= LEAST_DROP:
        weasyprint_adapter.lower(trial.page, "main", drop)


def _side(
    face: str, target: PrintTarget, size: float, dense: bool = False, loose: bool = False
) -> _Side:
    edition = dict(target.parts)[target.content.id]
    return _Side(face, target.content, edition, size, dense, loose)


def _try(side: _Side, target: PrintTarget) -> _Trial:
    """Lay a side out on a long page, which is then cut to the card's own height."""
    document = weasyprint_adapter.lay_out(_html(side, target), "cards", script=target.words.script)
    page = document.pages[0]
    page.height = card_size(target).height * weasyprint_adapter.MM
    used = weasyprint_adapter.bottom_of(page, "end") - TOP_MARGIN[side.face]
    word = next(weasyprint_adapter.words_sticking_out(document.pages), "")
    return _Trial(side, document, page, used, _room(side.face, target), word)


def _largest(face: str, target: PrintTarget) -> _Trial | Problem:
    """Return the side at the largest type, about, that fits it; lines closer where they must be."""
    estimate = _estimate(face, target)
    size = estimate.largest(estimate.room - DOUBT)
    best: _Trial | None = None
    fitting, failing = 0.0, MOST[face] + STEP
    for tried in range(TRIES):
        trial = _try(_side(face, target, size), target)
        # What the estimate is wrong by at one size, it is about wrong by at the next.
        room = trial.room * estimate.height(size) / max(trial.used, 1.0)
        if trial.fits:
            best, fitting = trial, size
            size = min(estimate.largest(room), failing - STEP)
            if trial.used > FULL * trial.room or size - fitting < WORTH:
                break
        elif size <= LEAST:
            return _dense(face, target)
        else:
            failing = size
            # A word that sticks out says nothing about the height.
            room = min(room, estimate.height(size) / 1.2) if trial.word else room
            size = max(min(estimate.largest(room), failing - STEP), LEAST)
            size = LEAST if best is None and tried >= TRIES - 2 else size
            if size <= fitting:
                break
    assert best is not None
    return best


def _dense(face: str, target: PrintTarget) -> _Trial | Problem:
    """Return the side at the smallest type with its lines closer together."""
    trial = _try(_side(face, target, LEAST, dense=True), target)
    if trial.word and _is_narrow(card_size(target)):
        trial = _try(replace(trial.side, loose=True), target)
    return trial if trial.fits else _misfit(trial, target)


@dataclass(frozen=True, slots=True)
class _Estimate:
    """How much of its height a side takes, before it is laid out.

    Attributes:
        width, room: millimetres that its text has.
        gap: ems beside each paragraph; `fixed` millimetres beside all of them.
    """

    paragraphs: Paragraphs
    width: float
    room: float
    gap: float
    fixed: float
    most: float

    def height(self, size: float) -> float:
        """Return the millimetres that the text takes at so many points."""
        gaps = self.gap * self.paragraphs.count * size * POINT
        return self.paragraphs.lines(size, self.width) + gaps + self.fixed

    def largest(self, room: float) -> float:
        """Return the largest size that takes no more than so many millimetres."""
        steps = round((self.most - LEAST) / STEP)
        sizes = (self.most - STEP * step for step in range(steps))
        return next((size for size in sizes if self.height(size) <= room), LEAST)


def _estimate(face: str, target: PrintTarget) -> _Estimate:
    body = _html(_side(face, target, LEAST), target)
    body = body.partition("<main>")[2].partition("</main>")[0]
    return _Estimate(
        paragraphs_of(body, TYPEFACES[target.words.script]),
        card_size(target).width - 2 * SIDE_MARGIN,
        _room(face, target),
        *ADDED.get((target.content.kind, face), USUALLY_ADDED),
        MOST[face],
    )


def estimated_size(face: str, target: PrintTarget) -> float:
    """Return the points of type at which the side is likely to fit, before it is laid out."""
    estimate = _estimate(face, target)
    return estimate.largest(estimate.room - DOUBT)


def _room(face: str, target: PrintTarget) -> float:
    """Return the millimetres between the upper and the lower margin of a side."""
    return card_size(target).height - TOP_MARGIN[face] - _bottom_margin(face, target)


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
        tall=TALL,
        margins=f"{TOP_MARGIN[face]}mm {SIDE_MARGIN}mm 0",
        below=box.height - TOP_MARGIN[face] - bottom,
        narrow=_is_narrow(box),
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
    face = TYPEFACES[words.script].reading
    ems = 0.97 * (box.width - 2 * SIDE_MARGIN) / (FOOT * 25.4 / 72)
    for count in range(len(card.sources), 0, -1):
        named = words.put("sources", sources=html_text.joined(card.sources[:count]))
        line = html_text.joined((*notes, named))
        if weasyprint_adapter.line_width(line.shown, face) <= ems:
            return line
    return html_text.joined(tuple(notes)) if notes else None


def _misfit(trial: _Trial, target: PrintTarget) -> Problem:
    """Return what does not fit on this side at the smallest type."""
    side, word = trial.side, trial.word
    place = {"file": "", "line": 0, "col": 0, **target.written_at(side.card.id)}
    if word:
        message = Message(
            "the {face} of the card {card} has no line wide enough for {value!r} at the "
            "smallest type ({size:g} pt)",
            face=Message(side.face),
            card=side.card.id,
            value=word,
            size=side.size,
        )
        hint = "write it shorter, or so that a line may break inside it"
    else:
        lead = DENSE * TYPEFACES[target.words.script].lead
        lines = max(1, ceil((trial.used - trial.room) / (side.size * lead * 25.4 / 72)))
        message = Message(
            "the {face} of the card {card} is too long at the smallest type ({size:g} pt), by "
            "about {lines} lines",
            face=Message(side.face),
            card=side.card.id,
            size=side.size,
            lines=lines,
        )
        hint = HINTS[side.face]
    return Problem(code="PRINT02", message=message, hint=hint, **place)
