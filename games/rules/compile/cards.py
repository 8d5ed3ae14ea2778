"""Compiling what is asked and told: questions and rumours, with the syllables of their texts."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from engine.schema.module import Module
from engine.schema.question import Choice, Number, Order, Question, Several, TrueFalse
from engine.schema.text import Text
from games.rules.compile.syllables import spoken
from games.rules.model.tables import Deck, MythRow, QuestionRow

Piles = dict[str, list[QuestionRow]]
"""A module's questions by objective."""

EVERYBODY_KINDS = ("choice", "true_false")
"""Kinds of question that all answer at once; the others are answered by who is on turn."""


def question_rows(modules: Sequence[Module]) -> tuple[dict[str, QuestionRow], list[Piles]]:
    """Return every question by id, and each module's questions by objective."""
    rows: dict[str, QuestionRow] = {}
    modules_piles: list[Piles] = []
    for number, module in enumerate(modules):
        piles: Piles = {}
        for question in module.questions:
            row = _question(question, len(rows), number)
            rows[row.id] = row
            piles.setdefault(question.objective, []).append(row)
        modules_piles.append(piles)
    return rows, modules_piles


def deck_of(piles: Piles) -> Deck:
    """Return a module's deck."""
    made = tuple((sum(1 << q.index for q in pile), tuple(pile)) for pile in piles.values())
    return Deck(mask=sum(mask for mask, _ in made), piles=made)


def myth_rows(modules: Sequence[Module]) -> tuple[MythRow, ...]:
    """Return every rumour of these modules."""
    return tuple(
        MythRow(myth.id, myth.true, spoken(myth.said), spoken(myth.really))
        for module in modules
        for myth in module.myths
    )


def _question(question: Question, index: int, module: int) -> QuestionRow:
    ask = [question.ask, *_choices(question)]
    common = {
        "id": question.id,
        "index": index,
        "module": module,
        "kind": question.kind,
        "everybody": question.kind in EVERYBODY_KINDS,
        "written": question,
        "ask": sum(map(spoken, ask)),
        "after": spoken(question.explain),
    }
    return QuestionRow(**common, **_answer(question))  # type: ignore[arg-type]


def _choices(question: Question) -> Iterable[Text]:
    """Return the texts that are read aloud beside the question itself."""
    match question:
        case Choice() | Several():
            return [option.text for option in question.options]
        case Order():
            return question.steps
        case TrueFalse() | Number():
            return ()
        case _:
            return [text for pair in question.pairs for text in (pair.left, pair.right)]


def _answer(question: Question) -> dict[str, object]:
    """Return the fields of the row that depend on the kind."""
    match question:
        case Choice():
            right = next(i for i, o in enumerate(question.options) if o.right)
            wrong = tuple(i for i, o in enumerate(question.options) if not o.right)
            return {"answer": right, "size": len(question.options), "strike": wrong}
        case Several():
            ticked = tuple(i for i, o in enumerate(question.options) if o.right)
            wrong = tuple(i for i, o in enumerate(question.options) if not o.right)
            return {"answer": ticked, "size": len(question.options), "strike": wrong}
        case TrueFalse():
            return {"answer": question.answer}
        case Order():
            size = len(question.steps)
            return {"answer": tuple(range(size)), "size": size}
        case Number():
            return {
                "answer": question.answer.value,
                "lowest": question.lowest,
                "highest": question.highest,
                "step": question.step,
                "tolerance": question.tolerance,
            }
        case _:
            size = len(question.pairs)
            return {"answer": tuple(range(size)), "size": size}
