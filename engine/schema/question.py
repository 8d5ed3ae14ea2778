"""Questions of six kinds, and myths."""

from __future__ import annotations

from typing import Annotated, Literal

from pydantic import Field

from engine.schema.record import FactId, Id, Record
from engine.schema.text import Text


class QuestionCore(Record):
    """What every kind has.

    Attributes:
        explain: why the right answer is right (Markdown).
        facts: facts it rests on beside those in braces.
        helpline: whom to ask to be sure.
        recall: True for bare recall of an amount, date or number.
    """

    id: Id
    objective: Id
    level: Literal[1, 2, 3]
    ask: Text
    explain: Text
    facts: tuple[FactId, ...] = ()
    helpline: Id | None = None
    recall: bool = False


class Option(Record):
    """An answer to choose. A wrong one says why a person may think so, and what is so."""

    text: Text
    right: bool = False
    why: Text | None = None


class Choice(QuestionCore):
    """One right option among three or four."""

    kind: Literal["choice"]
    options: tuple[Option, ...] = Field(min_length=3, max_length=4)


class Several(QuestionCore):
    """Every right option must be ticked, and no other."""

    kind: Literal["several"]
    options: tuple[Option, ...] = Field(min_length=3, max_length=6)


class TrueFalse(QuestionCore):
    """A statement that holds or not.

    Attributes:
        answer: whether the statement holds.
        why: what the person who answers otherwise is probably thinking.
    """

    kind: Literal["true_false"]
    answer: bool
    why: Text


class Order(QuestionCore):
    """Steps, written in the right order and shuffled when shown."""

    kind: Literal["order"]
    steps: tuple[Text, ...] = Field(min_length=3, max_length=5)
    why: Text


class Pair(Record):
    """Two things that belong together."""

    left: Text
    right: Text


class Match(QuestionCore):
    """Pairs to find: need and office, letter and meaning."""

    kind: Literal["match"]
    pairs: tuple[Pair, ...] = Field(min_length=3, max_length=4)
    why: Text


class Amount(Record):
    """A number that comes from a fact, if need be times a number of the story.

    Attributes:
        value: filled in by compiling.
    """

    fact: FactId
    times: int = Field(default=1, ge=1, le=1000)
    value: float | int | None = None


class Mistake(Record):
    """A wrong number people give, and what they are thinking."""

    amount: Amount
    why: Text


class Number(QuestionCore):
    """A number to set with a stepper or to write.

    Attributes:
        unit: what stands beside the number, e.g. ``บาท``.
        lowest, highest, step: the stepper's range; the answer must lie on it.
        tolerance: how far off still counts as right.
        mistakes: known wrong numbers; `why` speaks to any other.
    """

    kind: Literal["number"]
    answer: Amount
    unit: Text
    lowest: int = 0
    highest: int
    step: int = Field(gt=0)
    tolerance: int = Field(default=0, ge=0)
    mistakes: tuple[Mistake, ...] = ()
    why: Text


Question = Annotated[
    Choice | Several | TrueFalse | Order | Match | Number, Field(discriminator="kind")
]


class Myth(Record):
    """A rumour heard in the village.

    Attributes:
        said: the rumour, as people say it.
        really: what is so, in one sentence.
        why: why it is believed, or what is behind it.
        true: some rumours hold; most do not.
    """

    id: Id
    said: Text
    really: Text
    why: Text
    true: bool = False
    facts: tuple[FactId, ...] = ()
