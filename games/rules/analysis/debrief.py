"""The debrief: what the room knew, missed and could not answer. Counts by team, no names."""

from __future__ import annotations

from collections import Counter
from typing import NamedTuple

from games.rules import events as ev
from games.rules.game import Log, replay_steps
from games.rules.tables import Tables


class QuestionCount(NamedTuple):
    """How a question or rumour went."""

    id: str
    asked: int
    right: int
    silent: int

    @property
    def missed(self) -> int:
        """Answers that were not right."""
        return self.asked - self.right


class TeamDebrief(NamedTuple):
    """How a team did.

    Attributes:
        questions, right: questions and rumours put to it, and answered rightly.
        used: baht of rights paid or covered; `missed` held but not picked.
        could_have: baht that rights not held would have paid in its events.
    """

    team: int
    questions: int
    right: int
    used: int
    missed: int
    could_have: int


class Debrief(NamedTuple):
    """The debrief of a game, finished or not.

    Attributes:
        questions, rumours: most missed first.
        situations: life events met, in order.
        overlooked: (benefit, times held and not picked), most often first.
        not_held: (benefit, times it would have helped but nothing was enrolled).
    """

    questions: tuple[QuestionCount, ...]
    rumours: tuple[QuestionCount, ...]
    situations: tuple[str, ...]
    overlooked: tuple[tuple[str, int], ...]
    not_held: tuple[tuple[str, int], ...]
    teams: tuple[TeamDebrief, ...]


def debrief(tables: Tables, log: Log) -> Debrief:
    """What the moves of the log show."""
    seats = log.setup.teams
    questions: dict[str, QuestionCount] = {}
    rumours: dict[str, QuestionCount] = {}
    situations: list[str] = []
    overlooked: Counter[str] = Counter()
    not_held: Counter[str] = Counter()
    asked = [0] * seats
    right = [0] * seats
    could_have = [0] * seats
    state = None
    for after, _, told in replay_steps(tables, log):
        state = after
        for event in told:
            match event:
                case ev.Answered():
                    _count(questions, event.question, event.right, event.silent)
                    asked[event.team] += 1
                    right[event.team] += event.right
                case ev.RumourAnswered():
                    for seat, answer in enumerate(event.answers):
                        was_right = answer is event.true
                        _count(rumours, event.myth, was_right, answer is None)
                        asked[seat] += 1
                        right[seat] += was_right
                case ev.Judged():
                    situations.append(event.situation)
                    for verdict in event.verdicts:
                        if verdict.missed:
                            overlooked[verdict.benefit] += 1
                        if verdict.applies and verdict.outcome == "not_held":
                            not_held[verdict.benefit] += 1
                            could_have[event.team] += verdict.baht
    teams = state.teams if state is not None else ()
    return Debrief(
        questions=_worst(questions),
        rumours=_worst(rumours),
        situations=tuple(situations),
        overlooked=tuple(overlooked.most_common()),
        not_held=tuple(not_held.most_common()),
        teams=tuple(
            TeamDebrief(
                team=seat,
                questions=asked[seat],
                right=right[seat],
                used=team.received + team.covered,
                missed=team.missed,
                could_have=could_have[seat],
            )
            for seat, team in enumerate(teams)
        ),
    )


def _count(found: dict[str, QuestionCount], name: str, right: bool, silent: bool) -> None:
    old = found.get(name, QuestionCount(name, 0, 0, 0))
    found[name] = QuestionCount(name, old.asked + 1, old.right + right, old.silent + silent)


def _worst(found: dict[str, QuestionCount]) -> tuple[QuestionCount, ...]:
    return tuple(sorted(found.values(), key=lambda a: (-a.missed, a.right, a.id)))
