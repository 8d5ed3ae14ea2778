"""Content that several modules share: comparison, mixed test form, words of respect."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Annotated

from pydantic import Field

from engine.languages import SOURCE
from engine.schema.record import (
    Colour,
    FactId,
    Id,
    QuestionId,
    Record,
    RecordPath,
    RefKind,
    Removable,
)
from engine.schema.text import Language, Text


class ComparisonColumn(Record):
    """One thing to choose: an option of a scheme, or a scheme without options."""

    id: Id
    title: Text
    icon: str
    colour: Colour
    scheme: Id
    option: Id | None = None

    def further_references(self, path: RecordPath) -> Iterator[tuple[RefKind, RecordPath, str]]:
        """Yield the scheme, or the option of it that is meant."""
        name = f"{self.scheme}.{self.option}" if self.option else self.scheme
        yield "scheme or option", (*path, "scheme"), name


class ComparisonRow(Record):
    """One question about all of them, a cell for each column.

    Attributes:
        facts: facts its words rest on beside those in braces; for the check alone.
    """

    head: Text
    cells: tuple[Text, ...] = Field(min_length=2)
    facts: tuple[FactId, ...] = Field(default=(), exclude=True)


class Comparison(Record):
    """Schemes side by side: who, cost, what you get, what you do not get, where."""

    title: Text
    intro: Text
    columns: tuple[ComparisonColumn, ...] = Field(min_length=2, max_length=6)
    rows: Annotated[tuple[ComparisonRow, ...], Removable(least=1)] = Field(min_length=1)
    choose: Annotated[tuple[Text, ...], Removable()] = ()
    notes: Annotated[tuple[Text, ...], Removable()] = ()


class MixedForm(Record):
    """A test over several modules."""

    id: Id
    title: Text
    questions: Annotated[tuple[QuestionId, ...], Removable(least=1)] = Field(min_length=1)


class Word(Record):
    """A word not to use, the one people use for themselves, and why.

    Attributes:
        allow_in: longer expressions in which the word may stand.
        language: in which it is a word to avoid; `use` and `because` are Thai all the same.
    """

    avoid: str = Field(min_length=1, max_length=100)
    use: str
    because: str
    allow_in: tuple[str, ...] = Field(default=(), max_length=20)
    language: Language = SOURCE
