"""The debrief: what the room knew, missed and could not answer. Counts by household, no names."""

from __future__ import annotations

from collections import Counter
from typing import NamedTuple

from games.rules.log import Log, replay_events
from games.rules.model import events as ev
from games.rules.model.tables import Tables


class Asked(NamedTuple):
    """The outcome of a question or rumour."""

    id: str
    asked: int
    right: int
    silent: int

    @property
    def missed(self) -> int:
        """Answers that were not right."""
        return self.asked - self.right


class HouseholdDebrief(NamedTuple):
    """A household's record of the game.

    Attributes:
        asked, right: questions and rumours it answered itself, and answered rightly.
        used: baht of rights paid or covered; `missed` had and not asked for; `not_joined`
            baht that rights it had not joined would have paid.
    """

    seat: int
    asked: int
    right: int
    used: int
    missed: int
    not_joined: int


class Debrief(NamedTuple):
    """The debrief of a game, finished or not.

    Attributes:
        questions, rumours: most missed first.
        situations: life events met, in order.
        overlooked: (benefit, times had and not asked for), most often first.
        not_held: (benefit, times it would have helped but was not held).
        in_vain: (benefit, times asked for where it does not apply).
    """

    questions: tuple[Asked, ...]
    rumours: tuple[Asked, ...]
    situations: tuple[str, ...]
    overlooked: tuple[tuple[str, int], ...]
    not_held: tuple[tuple[str, int], ...]
    in_vain: tuple[tuple[str, int], ...]
    households: tuple[HouseholdDebrief, ...]


def debrief(tables: Tables, log: Log) -> Debrief:
    """Return what the moves of the log show."""
    seats = log.setup.households
    questions: dict[str, Asked] = {}
    rumours: dict[str, Asked] = {}
    situations: list[str] = []
    counts: dict[str, Counter[str]] = {"overlooked": Counter(), "not_held": Counter()}
    counts["in_vain"] = Counter()
    asked = [0] * seats
    right = [0] * seats
    state = None
    for _, _, after, events in replay_events(tables, log):
        state = after
        for event in events:
            match event:
                case ev.Answered():
                    everybody = tables.questions[event.question].everybody
                    for seat, good in enumerate(event.right):
                        if everybody or seat == event.seat:
                            _count(questions, event.question, good is True, good is None)
                            asked[seat] += 1
                            right[seat] += good is True
                case ev.RumourAnswered():
                    for seat, answer in enumerate(event.answers):
                        good = answer is event.true
                        _count(rumours, event.myth, good, answer is None)
                        asked[seat] += 1
                        right[seat] += good
                case ev.EventDrawn():
                    situations.append(event.situation)
                case ev.Revealed():
                    _count_verdicts(event, counts)
    return Debrief(
        questions=_worst(questions),
        rumours=_worst(rumours),
        situations=tuple(situations),
        overlooked=tuple(counts["overlooked"].most_common()),
        not_held=tuple(counts["not_held"].most_common()),
        in_vain=tuple(counts["in_vain"].most_common()),
        households=tuple(
            HouseholdDebrief(
                seat,
                asked[seat],
                right[seat],
                household.received + household.covered,
                household.missed,
                household.not_joined,
            )
            for seat, household in enumerate(state.households if state is not None else ())
        ),
    )


def _count_verdicts(event: ev.Revealed, counts: dict[str, Counter[str]]) -> None:
    for verdict in event.verdicts:
        if verdict.missed:
            counts["overlooked"][verdict.benefit] += 1
        if verdict.applies and verdict.outcome == "not_held":
            counts["not_held"][verdict.benefit] += 1
        if verdict.picked and not verdict.applies:
            counts["in_vain"][verdict.benefit] += 1


def _count(found: dict[str, Asked], name: str, right: bool, silent: bool) -> None:
    old = found.get(name, Asked(name, 0, 0, 0))
    found[name] = Asked(name, old.asked + 1, old.right + right, old.silent + silent)


def _worst(found: dict[str, Asked]) -> tuple[Asked, ...]:
    return tuple(sorted(found.values(), key=lambda a: (-a.missed, a.right, a.id)))
