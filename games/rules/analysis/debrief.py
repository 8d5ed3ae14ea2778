"""The debrief: what the room knew and what it missed. Counts, no names."""

from __future__ import annotations

from typing import NamedTuple

from games.rules.log import Log, replay_events
from games.rules.model import events as ev
from games.rules.model.tables import Tables


class QuestionDebrief(NamedTuple):
    """The answers to one question: how many were asked, and how many were right."""

    id: str
    asked: int
    right: int

    @property
    def missed(self) -> int:
        """Answers that were not right."""
        return self.asked - self.right


class Debrief(NamedTuple):
    """The debrief of a game, finished or not.

    Attributes:
        questions: most missed first.
        asked, right: answers to questions and rumours, by households that were asked themselves.
    """

    questions: tuple[QuestionDebrief, ...]
    asked: int
    right: int


def debrief(tables: Tables, log: Log) -> Debrief:
    """Return what the moves of the log show."""
    questions: dict[str, QuestionDebrief] = {}
    answers: list[bool] = []
    for *_, events in replay_events(tables, log):
        for event in events:
            match event:
                case ev.Answered(question=name):
                    everybody = tables.questions[name].everybody
                    for seat, good in enumerate(event.right):
                        if everybody or seat == event.seat:
                            answers.append(good is True)
                            old = questions.get(name, QuestionDebrief(name, 0, 0))
                            questions[name] = QuestionDebrief(
                                name, old.asked + 1, old.right + (good is True)
                            )
                case ev.RumourAnswered():
                    answers += [answer is event.true for answer in event.answers]
    worst = sorted(questions.values(), key=lambda each: (-each.missed, each.right, each.id))
    return Debrief(tuple(worst), len(answers), sum(answers))
