"""Numbers about a module's questions: for the report, and for what only a whole bank shows."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass

from engine.schema.module import Module
from engine.schema.question import Choice, Option, Question, Several, TrueFalse


@dataclass(frozen=True, slots=True)
class Measures:
    """Numbers about a module's questions, for the report.

    Attributes:
        longest_is_right, shortest_is_right: choice questions whose right option is that.
        expected_longest: how many each would be by chance.
        positions: how often the right option was written first, second…
        recall: questions of bare recall; `common_sense` those that need no lesson.
        true_statements: true/false questions whose statement holds; `true_rumours` alike.
        several_right: how often a question of several has one right option, two…
        mean_ask, longest_ask: characters in what is asked.
        mean_option, longest_option: characters in an option.
    """

    questions: int
    kinds: dict[str, int]
    levels: dict[int, int]
    recall: int
    common_sense: int
    true_statements: int
    true_rumours: int
    several_right: dict[int, int]
    choices: int
    longest_is_right: int
    shortest_is_right: int
    expected_longest: float
    positions: dict[int, int]
    mean_ask: float
    longest_ask: int
    mean_option: float
    longest_option: int


def measures(module: Module) -> Measures:
    """Return the numbers of a module's question bank."""
    choices = [q for q in module.questions if isinstance(q, Choice)]
    options = [o.text.shown for q in module.questions for o in _options(q)]
    asks = [len(q.ask.shown) for q in module.questions]
    return Measures(
        questions=len(module.questions),
        kinds=dict(sorted(Counter(q.kind for q in module.questions).items())),
        levels=dict(sorted(Counter(int(q.level) for q in module.questions).items())),
        recall=sum(q.recall for q in module.questions),
        common_sense=sum(q.common_sense for q in module.questions),
        true_statements=sum(q.answer for q in module.questions if isinstance(q, TrueFalse)),
        true_rumours=sum(myth.true for myth in module.myths),
        several_right=dict(
            sorted(
                Counter(
                    sum(o.right for o in q.options)
                    for q in module.questions
                    if isinstance(q, Several)
                ).items()
            )
        ),
        choices=len(choices),
        longest_is_right=sum(_stands_out(q, longest=True) for q in choices),
        shortest_is_right=sum(_stands_out(q, longest=False) for q in choices),
        expected_longest=sum(1 / len(q.options) for q in choices),
        positions=dict(
            sorted(
                Counter(
                    1 + [o.right for o in q.options].index(True)
                    for q in choices
                    if any(o.right for o in q.options)
                ).items()
            )
        ),
        mean_ask=sum(asks) / len(asks),
        longest_ask=max(asks),
        mean_option=sum(map(len, options)) / len(options) if options else 0.0,
        longest_option=max(map(len, options), default=0),
    )


def _options(question: Question) -> tuple[Option, ...]:
    return question.options if isinstance(question, Choice | Several) else ()


def _stands_out(question: Choice, *, longest: bool) -> bool:
    """Return True if the right option is the longest of all, or the shortest."""
    sign = 1 if longest else -1
    right = [sign * len(o.text.shown) for o in question.options if o.right]
    wrong = [sign * len(o.text.shown) for o in question.options if not o.right]
    return bool(right and wrong) and max(right) > max(wrong)
