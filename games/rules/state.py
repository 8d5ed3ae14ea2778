"""The state of a game: immutable, small, and the same as JSON."""

from __future__ import annotations

import hashlib
import json
from typing import Any, Literal, NamedTuple

Phase = Literal[
    "ready",
    "protect",
    "throw",
    "question",
    "event",
    "claim",
    "rumour",
    "unit",
    "community",
    "shortfall",
    "over",
]


Luck = Literal["calm", "ordinary", "storm"]
"""How rough the years are: how far the seasons swing, and how often life strikes."""


class Setup(NamedTuple):
    """What the facilitator chose.

    Attributes:
        teams: 1 (alone) to 6.
        minutes: 20, 40 or 60.
        names: team ids from the catalogue, in seat order; empty: the first ones.
        occupations: occupation ids in seat order; empty: drawn by the seed.
        luck: calm, ordinary or storm.
        together: the teams play as one village: they help one another out of a bad year,
            and nobody is ranked.
    """

    teams: int
    minutes: int
    names: tuple[str, ...] = ()
    occupations: tuple[str, ...] = ()
    luck: Luck = "ordinary"
    together: bool = False


class TeamState(NamedTuple):
    """One team.

    Attributes:
        name: team id in the catalogue.
        age: in years, this year.
        position: index of its space on the board.
        money, debt: whole baht; money may be below zero until the year closes.
        hearts: 0 to 3.
        hints: hints the mentor still owes.
        hold: ids held, sorted, as in `Protect.hold`.
        paid: for each contributory scheme the months paid, bit 0 the game's first month.
        months: for each option of `Tables.options`, how many months were paid in it.
        saved, matched: baht in the savings fund: own, and the state's share.
        saved_now: of `saved`, put in this year.
        later: (benefit, baht) that come at the next payday.
        standing: (benefit, baht a month, months left or -1 for life).
        received: money that rights paid; `covered` cost of treatment they took over.
        missed: baht of rights the team held and did not pick.
        event_now: an event befell it this year.
        empty_years: years closed without a heart.
    """

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


class State(NamedTuple):
    """A game at one moment.

    Attributes:
        rounds: how many there are; `round` counts from 1.
        turn: seat of the team whose turn it is.
        die: the last throw, 0 before any.
        question: id on the table in the phases `question` and `claim`.
        shown: how its options, steps or right sides are laid out: written indexes in
            the order to show.
        hinted: written option indexes struck out, or (event) card places that apply.
        myth: id on the table in the phase `rumour`.
        situation, month, cards: the life event (`event`, `claim`): month 1 to 12 of the
            year, and the six right-cards as benefit ids.
        waiting: (benefit, baht) that the claim question decides.
        project: id offered in the phase `community`; `projects` those in the village.
        asked, met, heard: bit sets of questions, situations, myths already used.
        luck, together: as set up.
    """

    seed: int
    minutes: int
    rounds: int
    round: int
    turn: int
    phase: Phase
    teams: tuple[TeamState, ...]
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
    luck: Luck = "ordinary"
    together: bool = False

    @property
    def team(self) -> TeamState:
        """The team whose turn it is."""
        return self.teams[self.turn]


def state_to_json(state: State) -> str:
    """Stable JSON: same state, same text. What came later into the rules and was not chosen
    is left out, so that old games keep their text and their hash."""
    data = state._asdict()
    for name, usual in State._field_defaults.items():
        if data[name] == usual:
            del data[name]
    data["teams"] = [team._asdict() for team in state.teams]
    return json.dumps(data, ensure_ascii=False, separators=(",", ":"))


def state_from_json(text: str) -> State:
    """The state in that text.

    Raises:
        ValueError: the text is not a state.
    """
    try:
        data: dict[str, Any] = json.loads(text)
        teams = tuple(
            TeamState(**{key: _frozen(value) for key, value in team.items()})
            for team in data.pop("teams")
        )
        return State(teams=teams, **{key: _frozen(value) for key, value in data.items()})
    except (TypeError, KeyError, AttributeError) as error:
        raise ValueError(f"not a state: {error}") from None


def state_hash(state: State) -> str:
    """SHA-256 of the state's JSON, in hex: what golden games pin."""
    return hashlib.sha256(state_to_json(state).encode()).hexdigest()


def _frozen(value: Any) -> Any:
    return tuple(_frozen(item) for item in value) if isinstance(value, list) else value
