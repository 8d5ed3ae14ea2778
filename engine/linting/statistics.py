"""Numbers about a module's questions: for the report, and for what only a whole bank shows."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass

from engine.schema.module import Module
from engine.schema.question import Choice, Option, Question, Several


@dataclass(frozen=True, slots=True)
class Measures:
    """Numbers about a module's questions, for the report.

    Attributes:
        longest_is_right: choice questions whose right option is the longest.
        expected_longest: how many that would be by chance.
        positions: how often the right option was written first, second…
        recall: questions of bare recall.
        mean_ask, longest_ask: characters in what is asked.
        mean_option, longest_option: characters in an option.
    """

    questions: int
    kinds: dict[str, int]
    levels: dict[int, int]
    recall: int
    choices: int
    longest_is_right: int
    expected_longest: float
    positions: dict[int, int]
    mean_ask: float
    longest_ask: int
    mean_option: float
    longest_option: int


def measures(module: Module) -> Measures:
    """The numbers of a module's question bank."""
    choices = [q for q in module.questions if isinstance(q, Choice)]
    options = [o.text.th for q in module.questions for o in _options(q)]
    asks = [len(q.ask.th) for q in module.questions]
    return Measures(
        questions=len(module.questions),
        kinds=dict(sorted(Counter(q.kind for q in module.questions).items())),
        levels=dict(sorted(Counter(int(q.level) for q in module.questions).items())),
        recall=sum(q.recall for q in module.questions),
        choices=len(choices),
        longest_is_right=sum(_longest_is_right(q) for q in choices),
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


def _longest_is_right(question: Choice) -> bool:
    right = max((len(o.text.th) for o in question.options if o.right), default=0)
    return all(len(o.text.th) < right for o in question.options if not o.right)
