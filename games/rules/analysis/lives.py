"""Two lives: the same years and the same luck, with and without a household's protection."""

from __future__ import annotations

from typing import NamedTuple

from games.rules.analysis.counterfactual import (
    Exchange,
    MovesByMoment,
    as_recorded,
    ever_protected,
    live_again,
    with_protection,
    without_protection,
)
from games.rules.log import Log
from games.rules.model import events as ev
from games.rules.model.tables import Tables
from games.rules.phases.ages import age_of
from games.rules.phases.ending import old_age


class ChapterLine(NamedTuple):
    """A chapter of a life, at its close.

    Attributes:
        situations: life events met in it, the village's first.
        rights: baht that rights paid or covered in it.
    """

    chapter: int
    age: int
    situations: tuple[str, ...]
    rights: int
    money: int
    debt: int
    hearts: int
    steps: int


class Life(NamedTuple):
    """A life to its end.

    Attributes:
        basket: baht a month in old age.
        received: baht of rights paid or covered; `missed` had and not asked for;
            `not_joined` of rights that joining would have paid.
    """

    chapters: tuple[ChapterLine, ...]
    money: int
    debt: int
    hearts: int
    steps: int
    basket: int
    received: int
    missed: int
    not_joined: int


class TwoLives(NamedTuple):
    """A household's page: a life with protection, and the same one without any.

    Attributes:
        joined: it protected itself, and `held` is the life it played. Else `bare` is, and
            `held` is the one in which it joins what is cheapest and asks for it.
    """

    seat: int
    held: Life
    bare: Life
    joined: bool

    @property
    def played(self) -> Life:
        """The life it played."""
        return self.held if self.joined else self.bare


def two_lives(tables: Tables, log: Log) -> tuple[TwoLives, ...]:
    """Return the page of every household of a game played to its end."""
    record = MovesByMoment(tables, log)
    pages = []
    for seat, played in enumerate(lives(tables, log, record, as_recorded)):
        joined = ever_protected(tables, record.last, seat)
        exchange = without_protection(seat) if joined else with_protection(tables, seat)
        other = lives(tables, log, record, exchange)[seat]
        held, bare = (played, other) if joined else (other, played)
        pages.append(TwoLives(seat, held, bare, joined))
    return tuple(pages)


def lives(tables: Tables, log: Log, record: MovesByMoment, exchange: Exchange) -> tuple[Life, ...]:
    """Return every household's life as it goes with these exchanges."""
    seats = log.setup.households
    chapters: list[list[ChapterLine]] = [[] for _ in range(seats)]
    counted = [0] * seats
    events: list[ev.Event] = []
    game = None
    for game in live_again(tables, log, record, exchange, events):
        if game.phase == "over":
            break
        drawn = [event for event in events if isinstance(event, ev.EventDrawn)]
        events.clear()
        for seat, household in enumerate(game.households):
            total = household.received + household.covered
            chapters[seat].append(
                ChapterLine(
                    game.chapter,
                    age_of(tables, game),
                    tuple(e.situation for e in drawn if e.seat in (-1, seat)),
                    total - counted[seat],
                    household.money,
                    household.debt,
                    household.hearts,
                    household.steps,
                )
            )
            counted[seat] = total
    if game is None:
        raise ValueError("a game without an end has no lives to compare")
    return tuple(
        Life(
            tuple(chapters[seat]),
            household.money,
            household.debt,
            household.hearts,
            household.steps,
            old_age(tables, seat, household).monthly,
            household.received + household.covered,
            household.missed,
            household.not_joined,
        )
        for seat, household in enumerate(game.households)
    )
