"""A round: what is asked, in which order, and what comes back.

Due questions first, then new ones, then the ones soonest due; within each, modules take
turns. A missed question returns a few questions later, so that nobody leaves on a mistake.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field, replace
from datetime import date
from typing import Literal

from games.practice.scheduler import RULES, Grade, Memory

Mode = Literal["questions", "minutes"]
"""How long a round is: so many questions, or so many minutes."""


@dataclass(frozen=True, slots=True)
class AskedQuestion:
    """A question as the round sees it."""

    id: str
    module: str
    level: int


@dataclass(frozen=True, slots=True)
class Round:
    """A round on its way.

    Attributes:
        queue: what is still to be asked; the first one is being asked now.
        first: the grade of the first answer to each question, in the order asked.
        returned: how often each missed question was put back.
        mode: what ends it.
        spent: seconds it has taken so far.
    """

    queue: tuple[str, ...]
    first: Mapping[str, Grade] = field(default_factory=dict)
    returned: Mapping[str, int] = field(default_factory=dict)
    mode: Mode = "questions"
    spent: float = 0.0

    @property
    def over(self) -> bool:
        """True if nothing is left to ask."""
        return not self.queue


def choose(
    bank: Sequence[AskedQuestion], memories: Mapping[str, Memory], today: date, at_most: int
) -> tuple[str, ...]:
    """Return the questions of a round that begins today, in order.

    Args:
        bank: all questions of the chosen modules, in reading order.
    """
    due, early, new = [], [], []
    for position, asked in enumerate(bank):
        memory = memories.get(asked.id)
        if memory is None:
            new.append((asked.level, position, asked))
        elif memory.is_due(today):
            due.append((min(memory.due, today).toordinal(), position, asked))
        else:
            early.append((memory.due.toordinal(), position, asked))
    chosen = [
        asked.id
        for group in (due, new, early)
        for asked in _in_turns(asked for _, _, asked in sorted(group, key=lambda g: g[:2]))
    ]
    return tuple(chosen[:at_most])


def _in_turns(questions: Iterable[AskedQuestion]) -> list[AskedQuestion]:
    """Return the same questions with the modules taking turns, each in its own order."""
    waiting: dict[str, list[AskedQuestion]] = {}
    for asked in questions:
        waiting.setdefault(asked.module, []).append(asked)
    longest = max(map(len, waiting.values()), default=0)
    return [
        group[turn] for turn in range(longest) for group in waiting.values() if turn < len(group)
    ]


def answer(going: Round, given: Grade) -> Round:
    """Return the round after the answer to its first question."""
    asked, rest = going.queue[0], going.queue[1:]
    first = dict(going.first)
    first.setdefault(asked, given)
    returned = dict(going.returned)
    rules = RULES["round"]
    if given == "again" and returned.get(asked, 0) < rules["returns"]:
        returned[asked] = returned.get(asked, 0) + 1
        place = min(int(rules["gap"]), len(rest))
        rest = (*rest[:place], asked, *rest[place:])
    return replace(going, queue=rest, first=first, returned=returned)


def without_new(going: Round) -> Round:
    """Return the round when its minutes are over: only what was begun is finished."""
    return replace(going, queue=tuple(q for q in going.queue if q in going.first))
