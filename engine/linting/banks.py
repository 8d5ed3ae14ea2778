"""A module's questions, rumours and life events as a whole: enough of each, and fair."""

from __future__ import annotations

from math import sqrt

from engine.diagnostics.messages import Message
from engine.linting.context import LintContext
from engine.linting.statistics import Measures, measures
from engine.schema.module import Module
from engine.schema.record import RecordPath

LEAST_CHOICES = 8
"""Choices from which on a module has a bank: of fewer nothing is said about the whole."""

LEAST_QUESTIONS = 55
LEAST_RUMOURS = 18
LEAST_EVENTS = 18
LEAST_VILLAGE = 6

POINTS_OVER_CHANCE = 10
"""Percent of the choices by which a length may be right more often than by chance."""


def check_banks(context: LintContext) -> None:
    """Check the question bank of every module.

    What a day leaves out counts too; texts are measured on a day that leaves nothing out.
    """
    whole = {module.id: module for module in context.whole.modules}
    for module in context.modules():
        numbers = measures(whole[module.id])
        if numbers.choices < LEAST_CHOICES:
            continue
        _check_counts(context, whole[module.id], numbers)
        _check_cards(context, whole[module.id])
        _check_true(context, whole[module.id], numbers)
        _check_several(context, module.id, numbers)
        _check_ease(context, module.id, numbers)
        if context.written is context.whole:
            _check_options(context, module.id, measures(module))


def _warn(
    context: LintContext, part: str, place: RecordPath, code: str, said: str, hint: str
) -> None:
    context.report(part, place, code, said, hint, warning=True)


def _check_counts(context: LintContext, module: Module, numbers: Measures) -> None:
    village = sum(situation.village for situation in module.situations)
    for field, kind, count, least in (
        ("questions", "questions", numbers.questions, LEAST_QUESTIONS),
        ("myths", "rumours", len(module.myths), LEAST_RUMOURS),
        ("situations", "life events", len(module.situations), LEAST_EVENTS),
        ("situations", "life events that befall every household", village, LEAST_VILLAGE),
    ):
        if count < least:
            message = Message(
                "{count} {kind}; a module has at least {least}",
                count=count,
                kind=Message(kind),
                least=least,
            )
            hint = "write more, so that a second game is not the first one again"
            _warn(context, module.id, (field,), "MOD07", message, hint)


def _check_cards(context: LintContext, module: Module) -> None:
    for i, situation in enumerate(module.situations):
        if not situation.cards:
            message = Message(
                "the life event {situation!r} does not name the cards to lay",
                situation=situation.id,
            )
            hint = "cards: six rights of any module, those of `helps` among them"
            _warn(context, module.id, ("situations", i), "SIT06", message, hint)


def _check_true(context: LintContext, module: Module, numbers: Measures) -> None:
    """Check that always answering the same is right about half of the time."""
    for field, kind, true, of in (
        ("questions", "true/false questions", numbers.true_statements, numbers.kinds),
        ("myths", "rumours", numbers.true_rumours, {"true_false": len(module.myths)}),
    ):
        count = of.get("true_false", 0)
        if count > 1 and abs(true - count / 2) > max(0.05 * count, 0.5):
            message = Message(
                "{true} of {count} {kind} are true", true=true, count=count, kind=Message(kind)
            )
            hint = "45 to 55 percent: who always answers the same must not win by it"
            _warn(context, module.id, (field,), "QUEST13", message, hint)


def _check_several(context: LintContext, part: str, numbers: Measures) -> None:
    if sum(numbers.several_right.values()) > 2 and len(numbers.several_right) == 1:
        (right,) = numbers.several_right
        message = Message("every question of several has {right} right options", right=right)
        hint = "vary it from one to four, so that nobody stops counting at that"
        _warn(context, part, ("questions",), "QUEST14", message, hint)


def _check_ease(context: LintContext, part: str, numbers: Measures) -> None:
    if numbers.recall * 4 > numbers.questions:
        message = Message(
            "{recall} of {questions} questions are bare recall",
            recall=numbers.recall,
            questions=numbers.questions,
        )
        hint = "at most a quarter: ask for conditions, steps, choices, consequences"
        _warn(context, part, ("questions",), "QUEST11", message, hint)
    if numbers.common_sense * 4 > numbers.questions:
        message = Message(
            "{common_sense} of {questions} questions need no lesson",
            common_sense=numbers.common_sense,
            questions=numbers.questions,
        )
        hint = "at most a quarter: wrong options are what people really believe"
        _warn(context, part, ("questions",), "QUEST15", message, hint)


def _check_options(context: LintContext, part: str, numbers: Measures) -> None:
    """Check that neither length nor place betrays the right option."""
    most = numbers.expected_longest + numbers.choices * POINTS_OVER_CHANCE / 100
    for code, length, count, hint in (
        (
            "QUEST09",
            Message("longest"),
            numbers.longest_is_right,
            "make wrong options as long and as specific",
        ),
        (
            "QUEST12",
            Message("shortest"),
            numbers.shortest_is_right,
            "make wrong options as short and as specific",
        ),
    ):
        if count > most:
            message = Message(
                "in {count} of {choices} choices the right option is the {length}; chance would "
                "give {expected_longest:.0f}",
                count=count,
                choices=numbers.choices,
                length=length,
                expected_longest=numbers.expected_longest,
            )
            _warn(context, part, ("questions",), code, message, hint)
    for position, count in numbers.positions.items():
        if _beyond_chance(count, numbers.expected_longest, numbers.choices):
            message = Message(
                "in {count} of {choices} choices the right option is written number {position}; "
                "chance would give {expected_longest:.0f}",
                count=count,
                choices=numbers.choices,
                position=position,
                expected_longest=numbers.expected_longest,
            )
            hint = "vary the place of the right option"
            _warn(context, part, ("questions",), "QUEST10", message, hint)


def _beyond_chance(count: int, expected: float, of: int) -> bool:
    """Return True if the count lies two standard deviations beyond the expected rate."""
    rate = expected / of
    return count > expected + 2 * sqrt(of * rate * (1 - rate))
