"""A practised question: the order it is shown in, and whether an answer to it is right.

An answer is written as in the game: the index of an option, indexes of those ticked, true or
false, indexes of the steps as tapped, for each left side the index of its right side, or the
number. Indexes are those of the content, whatever the order shown.
"""

from __future__ import annotations

import zlib
from typing import assert_never

from engine.schema.question import Choice, Match, Number, Order, Question, Several, TrueFalse
from engine.schema.text import Text
from games.rules import Response
from games.rules.luck import order_of


def shown(question: Question, seed: str) -> tuple[int, ...]:
    """The order in which options, steps or right sides are shown; empty when none are.

    Args:
        seed: the same gives the same order, so that a round gone on with looks the same.
    """
    mixed = zlib.crc32(seed.encode())
    match question:
        case Choice() | Several():
            return order_of(len(question.options), mixed)
        case Order():
            return order_of(len(question.steps), mixed, changed=True)
        case Match():
            return order_of(len(question.pairs), mixed, changed=True)
        case _:
            return ()


def texts_of(question: Question) -> list[Text]:
    """All there is to read before answering: the question and what one chooses among."""
    match question:
        case Choice() | Several():
            return [question.ask, *(option.text for option in question.options)]
        case Order():
            return [question.ask, *question.steps]
        case Match():
            return [question.ask, *(t for two in question.pairs for t in (two.left, two.right))]
        case _:
            return [question.ask]


def facts_of_answer(question: Question) -> set[str]:
    """What the right answer itself rests on: whoever reads these knows it."""
    match question:
        case Choice() | Several():
            return {f for option in question.options if option.right for f in option.text.facts}
        case Number():
            return {question.answer.fact}
        case _:
            return set()


def right_response(question: Question) -> Response:
    """The right answer."""
    match question:
        case Choice():
            return next(n for n, option in enumerate(question.options) if option.right)
        case Several():
            return tuple(n for n, option in enumerate(question.options) if option.right)
        case TrueFalse():
            return question.answer
        case Order():
            return tuple(range(len(question.steps)))
        case Match():
            return tuple(range(len(question.pairs)))
        case Number():
            return question.answer.value or 0
        case _:
            assert_never(question)


def is_right(question: Question, response: Response) -> bool:
    """Whether the answer is right: exact, but for a number's tolerance."""
    right = right_response(question)
    if isinstance(question, Number):
        return (
            isinstance(response, int | float)
            and isinstance(right, int | float)
            and abs(response - right) <= question.tolerance
        )
    if isinstance(question, Match) and isinstance(response, tuple):
        # Two needs may share one office, so the words decide, not the place in the list.
        pairs = question.pairs
        return [pairs[n].right.th for n in response] == [pair.right.th for pair in pairs]
    if isinstance(question, Several) and isinstance(response, tuple):
        return tuple(sorted(response)) == right
    return response == right
