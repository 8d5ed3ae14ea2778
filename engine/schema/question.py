"""Questions of six kinds, and myths."""

from __future__ import annotations

from typing import Annotated, ClassVar, Literal

from pydantic import Field

from engine.schema.record import FactId, HelplineId, Id, ObjectiveId, Record, Removable
from engine.schema.text import Text

Journey = Literal["join", "pay", "paper", "claim", "refused", "appeal", "care"]
"""The steps from joining a scheme to a refused claim and its appeal; `care` is treatment."""

Response = bool | int | float | tuple[int, ...] | None
"""A full answer in the order the question is *written*, never as shown: choice the option's
index · several the ticked indexes · true_false True or False · order the step indexes as given ·
match for each left side the index of its right side · number the number · None: no answer."""


class QuestionCore(Record):
    """The fields and methods of every kind of question.

    Attributes:
        explain: why the right answer is right (Markdown).
        facts: facts it rests on beside those in braces.
        helpline: whom to ask to be sure.
        recall: True for bare recall of an amount, date or number.
        journey: the step of using a right that the question practises.
        common_sense: True if the right answer can be found without the lesson.
        note_for_editors: a remark that no screen, sheet or export reads.
    """

    id: Id
    objective: ObjectiveId
    level: Literal[1, 2, 3]
    ask: Text
    explain: Text
    facts: tuple[FactId, ...] = ()
    helpline: HelplineId | None = None
    recall: bool = False
    journey: Journey | None = None
    common_sense: bool = False
    note_for_editors: str = Field(default="", exclude=True)

    everybody: ClassVar[bool] = False
    """True if all households answer it at once; else one answers and the others judge."""
    sorted_when_written: ClassVar[bool] = False
    """True if the written order gives the answer away: what is shown must differ from it."""

    @property
    def choices(self) -> tuple[Text, ...]:
        """The texts one chooses among or arranges, in written order."""
        return ()

    @property
    def shuffled(self) -> int:
        """The number of things shown in another order than written; 0: none."""
        return 0

    @property
    def right_response(self) -> Response:
        """The right answer."""
        raise NotImplementedError

    def is_right(self, response: Response) -> bool:
        """Return True if the response is the right answer."""
        return response == self.right_response

    @property
    def reasons(self) -> tuple[Text, ...]:
        """The texts that say why one may think otherwise."""
        return ()

    @property
    def named_in_answer(self) -> tuple[str, ...]:
        """Ids of the facts under the right answer itself: who reads their values knows it."""
        return ()

    def rests_on(self) -> tuple[str, ...]:
        """Return the ids of all facts it rests on, each once; the answer's own come first."""
        texts = (self.explain, self.ask, *self.choices, *self.reasons)
        shown = (fact for text in texts for fact in text.facts)
        return tuple(dict.fromkeys((*self.named_in_answer, *shown, *self.facts)))


class Option(Record):
    """An answer to choose. A wrong one says why a person may think so, and what is so."""

    text: Text
    right: bool = False
    why: Text | None = None


class _WithOptions(QuestionCore):
    """A question with options to choose."""

    options: tuple[Option, ...] = ()

    @property
    def choices(self) -> tuple[Text, ...]:
        return tuple(option.text for option in self.options)

    @property
    def shuffled(self) -> int:
        return len(self.options)

    @property
    def right_options(self) -> tuple[int, ...]:
        """The indexes of the right options."""
        return tuple(n for n, option in enumerate(self.options) if option.right)

    @property
    def reasons(self) -> tuple[Text, ...]:
        return tuple(option.why for option in self.options if option.why is not None)

    @property
    def named_in_answer(self) -> tuple[str, ...]:
        return tuple(fact for n in self.right_options for fact in self.options[n].text.facts)


class Choice(_WithOptions):
    """One right option among three or four."""

    everybody: ClassVar[bool] = True
    kind: Literal["choice"]
    options: tuple[Option, ...] = Field(min_length=3, max_length=4)

    @property
    def right_response(self) -> Response:
        return self.right_options[0]


class Several(_WithOptions):
    """Every right option must be ticked, and no other."""

    kind: Literal["several"]
    options: tuple[Option, ...] = Field(min_length=3, max_length=6)

    @property
    def right_response(self) -> Response:
        return self.right_options

    def is_right(self, response: Response) -> bool:
        return isinstance(response, tuple) and tuple(sorted(response)) == self.right_options


class TrueFalse(QuestionCore):
    """A statement that holds or not.

    Attributes:
        answer: whether the statement holds.
        why: what the person who answers otherwise is probably thinking.
    """

    everybody: ClassVar[bool] = True
    kind: Literal["true_false"]
    answer: bool
    why: Text

    @property
    def right_response(self) -> Response:
        return self.answer

    @property
    def reasons(self) -> tuple[Text, ...]:
        return (self.why,)


class Order(QuestionCore):
    """Steps, written in the right order and shuffled when shown."""

    sorted_when_written: ClassVar[bool] = True
    kind: Literal["order"]
    steps: tuple[Text, ...] = Field(min_length=3, max_length=5)
    why: Text

    @property
    def choices(self) -> tuple[Text, ...]:
        return self.steps

    @property
    def shuffled(self) -> int:
        return len(self.steps)

    @property
    def right_response(self) -> Response:
        return tuple(range(len(self.steps)))

    @property
    def reasons(self) -> tuple[Text, ...]:
        return (self.why,)


class Pair(Record):
    """Two things that belong together."""

    left: Text
    right: Text


class Match(QuestionCore):
    """Pairs to find: need and office, letter and meaning."""

    sorted_when_written: ClassVar[bool] = True
    kind: Literal["match"]
    pairs: tuple[Pair, ...] = Field(min_length=3, max_length=4)
    why: Text

    @property
    def choices(self) -> tuple[Text, ...]:
        return tuple(text for pair in self.pairs for text in (pair.left, pair.right))

    @property
    def shuffled(self) -> int:
        return len(self.pairs)

    @property
    def right_response(self) -> Response:
        return tuple(range(len(self.pairs)))

    @property
    def reasons(self) -> tuple[Text, ...]:
        return (self.why,)

    def is_right(self, response: Response) -> bool:
        # Two needs may share one office, so the words decide, not the place in the list.
        rights = [pair.right.shown for pair in self.pairs]
        return isinstance(response, tuple) and [rights[n] for n in response] == rights


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
    mistakes: Annotated[tuple[Mistake, ...], Removable()] = ()
    why: Text

    @property
    def right_response(self) -> Response:
        return self.answer.value or 0

    @property
    def reasons(self) -> tuple[Text, ...]:
        return (*(mistake.why for mistake in self.mistakes), self.why)

    @property
    def named_in_answer(self) -> tuple[str, ...]:
        return (self.answer.fact,)

    def is_right(self, response: Response) -> bool:
        right = self.answer.value or 0
        is_number = isinstance(response, int | float)
        return is_number and abs(float(response) - right) <= self.tolerance  # type: ignore[arg-type]


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
        note_for_editors: a remark that no screen, sheet or export reads.
    """

    id: Id
    said: Text
    really: Text
    why: Text
    true: bool = False
    facts: tuple[FactId, ...] = ()
    note_for_editors: str = Field(default="", exclude=True)
