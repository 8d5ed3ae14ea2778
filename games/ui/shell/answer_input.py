"""Input of an answer: what was touched so far, and the answer that it makes."""

from __future__ import annotations

from engine.schema.question import (
    Choice,
    Match,
    Number,
    Order,
    Question,
    Response,
    Several,
    TrueFalse,
)


class AnswerInput:
    """An answer on its way. Options, steps and right sides are meant as written.

    Attributes:
        ticked: chosen options; `holds` true or false; `order` the steps taken so far.
        pairs: right side by left side; `left` the left side that gets the next one.
        amount: where the stepper stands; it counts once it was `stepped`.
    """

    def __init__(self, question: Question) -> None:
        self.question = question
        self.ticked: set[int] = set()
        self.order: list[int] = []
        self.pairs: dict[int, int] = {}
        self.left = 0
        self.holds: bool | None = None
        self.stepped = False
        self.amount = question.lowest if isinstance(question, Number) else 0

    @property
    def response(self) -> Response:
        """The answer as it stands; None while it is not whole."""
        question = self.question
        if isinstance(question, Choice):
            return next(iter(self.ticked), None)
        if isinstance(question, Several):
            return tuple(sorted(self.ticked)) or None
        if isinstance(question, TrueFalse):
            return self.holds
        if isinstance(question, Order):
            return tuple(self.order) if len(self.order) == len(question.steps) else None
        if isinstance(question, Match):
            done = len(self.pairs) == len(question.pairs)
            return tuple(self.pairs[n] for n in range(len(question.pairs))) if done else None
        return self.amount if self.stepped else None

    def choose(self, option: int) -> None:
        """Tick the option or take the tick away; where one can be right, choose it."""
        if isinstance(self.question, Several):
            self.ticked ^= {option}
        else:
            self.ticked = {option}

    def say(self, holds: bool) -> None:
        """Answer true or false."""
        self.holds = holds

    def take(self, step: int) -> None:
        """Take the next step; one that was taken goes back, with all after it."""
        if step in self.order:
            self.order = self.order[: self.order.index(step)]
        else:
            self.order.append(step)

    def begin_pair(self, left: int) -> None:
        """Choose the left side that the next right side belongs to."""
        self.left = left

    def end_pair(self, right: int) -> None:
        """Join the right side to it; the next left side that has none comes next."""
        self.pairs = {k: v for k, v in self.pairs.items() if v != right}
        self.pairs[self.left] = right
        sides = self.question.pairs if isinstance(self.question, Match) else ()
        free = [n for n in range(len(sides)) if n not in self.pairs]
        if free:
            self.left = next((n for n in free if n > self.left), free[0])

    def step(self, by: int) -> None:
        """Move the stepper."""
        self.amount += by
        self.stepped = True
