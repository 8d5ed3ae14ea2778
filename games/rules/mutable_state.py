"""A draft: the state while one move is worked out. Mutable, private to the rules.

`apply` thaws a state, takes the move's steps and freezes the result; simulations keep one
draft for a whole game. Teams are thawed when first touched.
"""

from __future__ import annotations

from games.rules.events import Event
from games.rules.state import Luck, Phase, State, TeamState

EventSink = list[Event] | None
"""Where a step tells its events; None when nobody listens."""


class TeamDraft:
    """A team being changed: the fields of `TeamState`."""

    __slots__ = TeamState._fields

    name: str
    occupation: str
    age: int
    position: int
    money: int
    debt: int
    hearts: int
    stars: int
    hints: int
    hold: tuple[str, ...]
    paid: tuple[int, ...]
    months: tuple[int, ...]
    saved: int
    matched: int
    saved_now: int
    later: tuple[tuple[str, int], ...]
    standing: tuple[tuple[str, int, int], ...]
    received: int
    covered: int
    missed: int
    event_now: bool
    empty_years: int

    def __init__(self, team: TeamState) -> None:
        (
            self.name,
            self.occupation,
            self.age,
            self.position,
            self.money,
            self.debt,
            self.hearts,
            self.stars,
            self.hints,
            self.hold,
            self.paid,
            self.months,
            self.saved,
            self.matched,
            self.saved_now,
            self.later,
            self.standing,
            self.received,
            self.covered,
            self.missed,
            self.event_now,
            self.empty_years,
        ) = team

    def frozen(self) -> TeamState:
        """The team as it stands."""
        return TeamState(
            self.name,
            self.occupation,
            self.age,
            self.position,
            self.money,
            self.debt,
            self.hearts,
            self.stars,
            self.hints,
            self.hold,
            self.paid,
            self.months,
            self.saved,
            self.matched,
            self.saved_now,
            self.later,
            self.standing,
            self.received,
            self.covered,
            self.missed,
            self.event_now,
            self.empty_years,
        )


class MutableState:
    """A game being changed: the fields of `State`, teams opened on demand."""

    __slots__ = (*(f for f in State._fields if f != "teams"), "_frozen", "_open")

    seed: int
    minutes: int
    rounds: int
    round: int
    turn: int
    phase: Phase
    die: int
    question: str
    shown: tuple[int, ...]
    hinted: tuple[int, ...]
    myth: str
    situation: str
    month: int
    cards: tuple[str, ...]
    waiting: tuple[tuple[str, int], ...]
    project: str
    projects: tuple[str, ...]
    asked: int
    met: int
    heard: int
    luck: Luck
    together: bool

    def __init__(self, state: State) -> None:
        (
            self.seed,
            self.minutes,
            self.rounds,
            self.round,
            self.turn,
            self.phase,
            self._frozen,
            self.die,
            self.question,
            self.shown,
            self.hinted,
            self.myth,
            self.situation,
            self.month,
            self.cards,
            self.waiting,
            self.project,
            self.projects,
            self.asked,
            self.met,
            self.heard,
            self.luck,
            self.together,
        ) = state
        self._open: list[TeamDraft | None] = [None] * len(self._frozen)

    @property
    def seats(self) -> int:
        """How many teams play."""
        return len(self._open)

    @property
    def teams(self) -> tuple[TeamState | TeamDraft, ...]:
        """The teams as they stand, in seat order."""
        return tuple(new or old for old, new in zip(self._frozen, self._open, strict=True))

    @property
    def team(self) -> TeamState | TeamDraft:
        """The team whose turn it is, as it stands."""
        return self._open[self.turn] or self._frozen[self.turn]

    def open(self, seat: int) -> TeamDraft:
        """That team, open for change."""
        team = self._open[seat]
        if team is None:
            team = self._open[seat] = TeamDraft(self._frozen[seat])
        return team

    def frozen(self) -> State:
        """The state as it stands."""
        return State(
            self.seed,
            self.minutes,
            self.rounds,
            self.round,
            self.turn,
            self.phase,
            tuple(
                old if new is None else new.frozen()
                for old, new in zip(self._frozen, self._open, strict=True)
            ),
            self.die,
            self.question,
            self.shown,
            self.hinted,
            self.myth,
            self.situation,
            self.month,
            self.cards,
            self.waiting,
            self.project,
            self.projects,
            self.asked,
            self.met,
            self.heard,
            self.luck,
            self.together,
        )


Game = State | MutableState
"""A game to be read: both have the same fields."""
