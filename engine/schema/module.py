"""A rights module: everything about one right, in one file."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Annotated, Literal

from pydantic import Field

from engine.schema.benefit import Benefit, Scheme
from engine.schema.fact import Fact, Profession
from engine.schema.question import Myth, Question
from engine.schema.record import (
    BenefitId,
    Colour,
    Day,
    FactId,
    HelplineId,
    Id,
    Name,
    PaperId,
    QuestionId,
    Record,
    Removable,
)
from engine.schema.situation import Situation
from engine.schema.text import Text


class Objective(Record):
    """An ability after learning: a sentence that begins with a verb."""

    id: Id
    can: Text


class LessonStep(Record):
    """A part of the ten-minute lesson.

    Attributes:
        say: what the leader says or reads out (Markdown).
        question: a question of the module to put to the room.
        facts: facts taught beside those in braces.
        picture: the icon that stands for the step.
        for_trainers: background for the trainer's sheet, never read aloud.
    """

    kind: Literal["story", "explain", "ask", "check", "act"]
    title: Text
    minutes: float = Field(gt=0, le=10)
    say: Text
    question: Annotated[QuestionId | None, Removable()] = None
    facts: tuple[FactId, ...] = ()
    picture: str | None = None
    for_trainers: Annotated[Text | None, Removable()] = None


class Lesson(Record):
    """A lesson; the minutes of its steps add up to `minutes`.

    Attributes:
        title: its name, needed where a module has more than one lesson.
    """

    title: Text | None = None
    minutes: float = Field(gt=0, le=20)
    steps: Annotated[tuple[LessonStep, ...], Removable(least=3)] = Field(min_length=3)


class ListBlock(Record):
    """Short items: who may have it, numbered steps, warnings, a note."""

    kind: Literal["who", "steps", "watch", "note"]
    title: Text
    items: Annotated[tuple[Text, ...], Removable(least=1)] = Field(min_length=1, max_length=8)


class BigNumber(Record):
    """An amount as the hero: the largest thing on the sheet, its unit beside it."""

    title: Text
    fact: FactId
    caption: Text | None = None


class NumbersBlock(Record):
    """Two to four big numbers side by side."""

    kind: Literal["numbers"]
    title: Text
    numbers: Annotated[tuple[BigNumber, ...], Removable(least=1)] = Field(
        min_length=1, max_length=4
    )


class BenefitColumn(Record):
    """A column of a benefit table: an option of the scheme, with its heading."""

    title: Text
    option: Id


class BenefitsBlock(Record):
    """A table printed from the benefits themselves: rows benefits, columns options."""

    kind: Literal["benefits"]
    title: Text
    columns: tuple[BenefitColumn, ...] = Field(min_length=1, max_length=3)
    rows: Annotated[tuple[BenefitId, ...], Removable(least=1)] = Field(min_length=1)


class TableRow(Record):
    """A row in words."""

    head: Text
    cells: tuple[Text, ...] = Field(min_length=1, max_length=3)


class TableBlock(Record):
    """A table in words, for rights that are not amounts."""

    kind: Literal["table"]
    title: Text
    columns: tuple[Text, ...] = Field(min_length=2, max_length=4)
    rows: Annotated[tuple[TableRow, ...], Removable(least=1)] = Field(min_length=1)


class PapersBlock(Record):
    """Papers to bring, by id, and further words."""

    kind: Literal["papers"]
    title: Text
    papers: tuple[PaperId, ...] = ()
    items: Annotated[tuple[Text, ...], Removable(least=1)] = ()


class AskBlock(Record):
    """Helplines to ask."""

    kind: Literal["ask"]
    title: Text
    helplines: tuple[HelplineId, ...] = Field(min_length=1)


Block = Annotated[
    ListBlock | NumbersBlock | BenefitsBlock | TableBlock | PapersBlock | AskBlock,
    Field(discriminator="kind"),
]


class Forms(Record):
    """Opening and closing test: parallel forms of equal length, objectives and levels."""

    opening: Annotated[tuple[QuestionId, ...], Removable()] = ()
    closing: Annotated[tuple[QuestionId, ...], Removable()] = ()


class SignOff(Record):
    """A confirmation of facts by an office or a profession. It names no person.

    Attributes:
        by: the office or profession.
        profession: which need for sign-off it meets.
        on: the day of the confirmation.
        scope: the fact ids it covers, or `all`.
    """

    by: Text
    profession: Profession
    on: Day
    scope: tuple[FactId, ...] | Literal["all"] = "all"
    note: str = Field(default="", exclude=True)


class Module(Record):
    """One rights module.

    Attributes:
        facts: everything that a law or an office can change, each written once.
        questions: thirty or more, of the six kinds.
        helplines: whom to ask, by their ids; the first one leads.
        tagline: one line under the title on the one-pager.
        this_week: one small thing to do, for the end of a game or a round of practice;
            absent: what the lesson's last step `act` says.
        more_lessons: further lessons of a module that is too long for one.
        signed: sign-offs by offices and professions.
        keep_together: names of this module that no line may split.
        note_for_editors: a remark that no screen, sheet or export reads.
    """

    id: Id
    title: Text
    short: Text
    icon: str
    colour: Colour
    audience: Text
    summary: Text
    tagline: Text
    this_week: Annotated[Text | None, Removable()] = None
    objectives: Annotated[tuple[Objective, ...], Removable(least=1)] = Field(min_length=1)
    facts: tuple[Fact, ...] = ()
    schemes: tuple[Scheme, ...] = ()
    benefits: Annotated[tuple[Benefit, ...], Removable()] = ()
    lesson: Lesson
    more_lessons: Annotated[tuple[Lesson, ...], Removable()] = ()
    one_pager: Annotated[tuple[Block, ...], Removable(least=1)] = Field(min_length=1)
    questions: Annotated[tuple[Question, ...], Removable(least=1)] = Field(min_length=1)
    myths: Annotated[tuple[Myth, ...], Removable()] = ()
    situations: Annotated[tuple[Situation, ...], Removable()] = ()
    forms: Forms = Forms()
    helplines: tuple[HelplineId, ...] = ()
    keep_together: tuple[Name, ...] = Field(default=(), max_length=100)
    signed: tuple[SignOff, ...] = ()
    note_for_editors: str = Field(default="", exclude=True)

    def lessons(self) -> Iterator[tuple[tuple[str | int, ...], Lesson]]:
        """Yield every lesson, with the place at which it is written."""
        yield ("lesson",), self.lesson
        yield from ((("more_lessons", i), lesson) for i, lesson in enumerate(self.more_lessons))

    @property
    def deed(self) -> Text | None:
        """One small thing to do this week."""
        acts = [step.say for step in self.lesson.steps if step.kind == "act"]
        return self.this_week or (acts[-1] if acts else None)
