"""The scheduler of returning questions: FSRS over whole local days.

A day is the calendar day where the person is; no hour and no time zone enters. So a round in
the evening and one the next morning are a day apart, wherever the clock stands.
"""

from __future__ import annotations

import json
from dataclasses import dataclass
from datetime import UTC, date, datetime, time, timedelta
from functools import cache
from pathlib import Path
from typing import Any, Literal

from fsrs import Card, Rating, Scheduler, State

Grade = Literal["again", "hard", "good"]
"""Wrong; right after long thought; right. Worked out from the answer, never asked for."""

RULES: dict[str, Any] = json.loads(
    Path(__file__).with_name("schedule.json").read_text(encoding="utf-8")
)
"""The numbers that the page and the app share.

``longest_days``: no question stays away longer, because a right is looked at again every
half year. ``hesitation``: a right answer is `hard` after that many seconds, and so many more
for each sign there was to read: slow readers are not marked down for reading.
"""

_RATINGS = {"again": Rating.Again, "hard": Rating.Hard, "good": Rating.Good}


@dataclass(frozen=True, slots=True)
class Memory:
    """The memory of one question by one person, as FSRS counts it.

    Attributes:
        stability: days after which recall falls to the chosen retention.
        difficulty: from 1 to 10.
        last: the day of the last answer.
        due: the day on which it should come again.
        seen, missed: answers given, and wrong ones among them.
    """

    stability: float
    difficulty: float
    last: date
    due: date
    seen: int = 1
    missed: int = 0

    def is_due(self, today: date) -> bool:
        """Return True if it should be asked today.

        An answer from a day to come means that the clock was set back since: then it is
        asked, and heals by that.
        """
        return self.due <= today or self.last > today

    @property
    def solid(self) -> bool:
        """True if it will be remembered for weeks."""
        return self.stability >= float(RULES["solid_days"])


def grade(*, right: bool, seconds: float, signs: int) -> Grade:
    """Return the grade of an answer.

    Args:
        seconds: from the question being seen to the answer.
        signs: length of all that there was to read.
    """
    if not right:
        return "again"
    slow = RULES["hesitation"]
    return "hard" if seconds > slow["seconds"] + slow["seconds_per_sign"] * signs else "good"


def learn(memory: Memory | None, given: Grade, today: date) -> Memory:
    """Return the memory after an answer; None stands for a question never asked."""
    last = min(memory.last, today) if memory else None
    card = Card(
        card_id=0,
        state=State.Review if memory else State.Learning,
        stability=memory.stability if memory else None,
        difficulty=memory.difficulty if memory else None,
        due=_noon(today),
        last_review=_noon(last) if last else None,
    )
    after, _ = _scheduler().review_card(card, _RATINGS[given], _noon(today))
    assert after.stability is not None
    assert after.difficulty is not None
    return Memory(
        stability=after.stability,
        difficulty=after.difficulty,
        last=today,
        due=today + timedelta(days=(after.due - _noon(today)).days),
        seen=(memory.seen if memory else 0) + 1,
        missed=(memory.missed if memory else 0) + (given == "again"),
    )


@cache
def _scheduler() -> Scheduler:
    # No steps of minutes: within a round a missed question returns by the round's own rule.
    return Scheduler(
        parameters=RULES["weights"],
        desired_retention=RULES["retention"],
        learning_steps=(),
        relearning_steps=(),
        maximum_interval=RULES["longest_days"],
        enable_fuzzing=False,
    )


def _noon(day: date) -> datetime:
    return datetime.combine(day, time(12), UTC)
