"""The state while one move is worked out. Mutable, private to the rules and the simulation.

`apply` opens a state, takes the move's steps and closes the result; simulations keep one
open for a whole game. Households are opened when first changed.
"""

from __future__ import annotations

from operator import attrgetter

from games.rules.model.events import Event, Purse, PurseReason
from games.rules.model.state import Household, Luck, Phase, State

EventSink = list[Event] | None
"""Where a step reports its events; None when nobody listens."""

_household_values = attrgetter(*Household._fields)
_state_fields = tuple(name for name in State._fields if name != "households")


class MutableHousehold:
    """A household being changed: the fields of `Household`."""

    __slots__ = Household._fields

    name: str
    face: int
    occupation: str
    position: int
    money: int
    debt: int
    hearts: int
    stars: int
    hints: int
    dream: str
    steps: int
    tool: bool
    hold: tuple[str, ...]
    before: tuple[int, ...]
    joined: tuple[int, ...]
    months: tuple[int, ...]
    saved: int
    matched: int
    saved_now: int
    matched_now: int
    later: tuple[tuple[str, int], ...]
    received: int
    covered: int
    missed: int
    not_joined: int
    trips: int
    events: int
    paid: int
    rumours: int
    judged: int
    coins: int
    helped: int
    no_heart: int
    borrowed: int
    bare: int

    def __init__(self, household: Household) -> None:
        for name, value in zip(Household._fields, household, strict=True):
            setattr(self, name, value)

    def closed(self) -> Household:
        """Return the household as it stands."""
        return Household(*_household_values(self))


class MutableState:
    """A game being changed: the fields of `State`, households opened on demand.

    Attributes:
        households: as they stand, in seat order; those that were opened are mutable.
    """

    __slots__ = (*_state_fields, "households")

    households: list[Household | MutableHousehold]

    seed: int
    minutes: int
    talk: int
    luck: Luck
    together: bool
    chapters: int
    chapter: int
    starter: int
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
    guest: int
    option: str
    goal: str
    coins: int
    built: tuple[str, ...]
    storm: int
    storms: int
    asked: int
    met: int
    heard: int

    def __init__(self, state: State) -> None:
        for name in _state_fields:
            setattr(self, name, getattr(state, name))
        self.households = list(state.households)

    @property
    def seats(self) -> int:
        """The number of households."""
        return len(self.households)

    def household(self, seat: int) -> Household | MutableHousehold:
        """Return that household to read."""
        return self.households[seat]

    def open(self, seat: int) -> MutableHousehold:
        """Return that household, open for change."""
        household = self.households[seat]
        if not isinstance(household, MutableHousehold):
            household = self.households[seat] = MutableHousehold(household)
        return household

    def closed(self) -> State:
        """Return the state as it stands."""
        return State(
            households=tuple(
                one.closed() if isinstance(one, MutableHousehold) else one
                for one in self.households
            ),
            **{name: getattr(self, name) for name in _state_fields},
        )


Game = State | MutableState
"""A game to be read: both have the same fields."""


def first_seat(game: Game) -> int:
    """Return the seat that begins in this chapter."""
    return (game.starter + game.chapter - 1) % len(game.households)


def pay(
    game: MutableState,
    seat: int,
    baht: int,
    reason: PurseReason,
    ref: str,
    events: EventSink,
    facts: tuple[str, ...] = (),
) -> None:
    """Move money into a purse (above zero) or out of it, and report it."""
    household = game.open(seat)
    household.money += baht
    if baht and events is not None:
        events.append(Purse(seat, baht, reason, ref, household.money, facts))
