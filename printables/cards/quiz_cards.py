"""Quiz cards: the question as one answers it on paper, and its answer."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from hashlib import sha256

from engine.catalogue import Catalogue
from engine.schema.module import Module
from engine.schema.question import (
    Choice,
    Match,
    Mistake,
    Number,
    Order,
    Question,
    Several,
    TrueFalse,
)
from engine.schema.text import Text
from engine.thai.dates import grouped
from printables.text.sheet_text import SheetText
from printables.text.source_names import sources_of

SOURCES_ON_A_CARD = 2


@dataclass(frozen=True, slots=True)
class Labelled:
    """A text behind its letter or number."""

    label: str
    text: Text


@dataclass(frozen=True, slots=True)
class QuizCard:
    """One question, front and back.

    Attributes:
        lines: what is chosen from, ticked, numbered, or stands left in a match.
        facing: what stands right in a match, shuffled.
        answer: the right answer's lines; for a match, `letters` says which go together.
        figure: the right number, with `unit`; empty for other kinds.
        reasons: why the wrong ones are wrong, by their letter (empty: in general).
        phone: whom to call to be sure.
    """

    id: str
    kind: str
    colour: str
    icon: str
    head: Text
    level: int
    ask: Text
    lines: tuple[Labelled, ...]
    facing: tuple[Labelled, ...]
    answer: tuple[Labelled, ...]
    letters: str
    holds: bool
    figure: str
    unit: Text | None
    tolerance: str
    explain: Text
    reasons: tuple[Labelled, ...]
    sources: tuple[Text, ...]
    phone: str
    facts: tuple[str, ...]
    template: str = "quiz"


@dataclass(frozen=True, slots=True)
class Sides:
    """The part of a card that depends on the kind of question."""

    lines: tuple[Labelled, ...] = ()
    facing: tuple[Labelled, ...] = ()
    answer: tuple[Labelled, ...] = ()
    letters: str = ""
    holds: bool = False
    figure: str = ""
    unit: Text | None = None
    tolerance: str = ""
    reasons: tuple[Labelled, ...] = ()


def quiz_card(
    catalogue: Catalogue, module: Module, question: Question, words: SheetText
) -> QuizCard:
    """Return the card of a question of that module."""
    sides = sides_of(question, words.letters)
    facts = question.rests_on()
    line = catalogue.helplines.get(question.helpline or "")
    return QuizCard(
        id=question.id,
        kind=question.kind,
        colour=module.colour,
        icon=module.icon,
        head=module.short,
        level=question.level,
        ask=question.ask,
        lines=sides.lines,
        facing=sides.facing,
        answer=sides.answer,
        letters=sides.letters,
        holds=sides.holds,
        figure=sides.figure,
        unit=sides.unit,
        tolerance=sides.tolerance,
        explain=question.explain,
        reasons=sides.reasons,
        sources=sources_of(catalogue, facts)[:SOURCES_ON_A_CARD],
        phone=line.phone if line else "",
        facts=facts,
    )


def shuffled(count: int, seed: str, *, never_sorted: bool = False) -> tuple[int, ...]:
    """Return an order of `count` things that depends on the seed alone.

    Args:
        never_sorted: for steps, where the order as written would give the answer away.
    """
    for turn in range(100):

        def mark(i: int, turn: int = turn) -> bytes:
            return sha256(f"{seed}/{turn}/{i}".encode()).digest()

        order = tuple(sorted(range(count), key=mark))
        if count < 2 or not never_sorted or order != tuple(range(count)):
            return order
    raise AssertionError("a hundred shuffles in written order")


def _shuffled(question: Question) -> tuple[int, ...]:
    """Return the order in which the card shows options, steps or right sides."""
    return shuffled(question.shuffled, question.id, never_sorted=question.sorted_when_written)


def sides_of(question: Question, letters: Sequence[str]) -> Sides:
    """Return what stands on both sides of a question, by its kind; options get the letters."""
    match question:
        case Choice() | Several():
            return _chosen(question, letters)
        case TrueFalse():
            return Sides(holds=question.answer, reasons=(Labelled("", question.why),))
        case Order():
            order = _shuffled(question)
            return Sides(
                lines=tuple(Labelled("", question.steps[i]) for i in order),
                answer=tuple(Labelled(f"{n}.", s) for n, s in enumerate(question.steps, 1)),
                reasons=(Labelled("", question.why),),
            )
        case Match():
            return _matched(question, letters)
        case Number():
            return _numbered(question)


def _chosen(question: Choice | Several, letters: Sequence[str]) -> Sides:
    order = _shuffled(question)
    options = [question.options[i] for i in order]
    lettered = list(zip(letters, options, strict=False))
    right = [Labelled(f"{letter}.", option.text) for letter, option in lettered if option.right]
    return Sides(
        lines=tuple(Labelled(f"{letter}.", option.text) for letter, option in lettered),
        answer=tuple(right),
        reasons=tuple(
            Labelled(f"{letter}.", option.why)
            for letter, option in lettered
            if not option.right and option.why
        ),
    )


def _matched(question: Match, letters: Sequence[str]) -> Sides:
    order = _shuffled(question)
    letter_of = {pair: letters[place] for place, pair in enumerate(order)}
    return Sides(
        lines=tuple(Labelled(f"{n}.", p.left) for n, p in enumerate(question.pairs, 1)),
        facing=tuple(
            Labelled(f"{letters[n]}.", question.pairs[i].right) for n, i in enumerate(order)
        ),
        letters="   ".join(f"{i + 1}–{letter_of[i]}" for i in range(len(order))),
        reasons=(Labelled("", question.why),),
    )


def _numbered(question: Number) -> Sides:
    mistakes = tuple(_mistaken(m) for m in question.mistakes)
    value = question.answer.value
    return Sides(
        figure=grouped(value) if value is not None else "",
        unit=question.unit,
        tolerance=grouped(question.tolerance) if question.tolerance else "",
        reasons=(*mistakes, Labelled("", question.why)),
    )


def _mistaken(mistake: Mistake) -> Labelled:
    """Return the wrong number before its reason, unless the reason tells it itself."""
    value = mistake.amount.value
    shown = grouped(value) if value is not None else ""
    return Labelled("" if shown in mistake.why.shown else shown, mistake.why)
