"""The state of a game: immutable, small, and the same as JSON. It holds no secret answer."""

from __future__ import annotations

import hashlib
import json
from typing import Any, Literal, NamedTuple, get_args

Phase = Literal[
    "ready",
    "dream",
    "opening",
    "village",
    "throw",
    "question",
    "event",
    "claim",
    "unit",
    "invite",
    "rumour",
    "goal",
    "market",
    "close",
    "over",
]

Luck = Literal["calm", "ordinary", "storm"]
"""How rough the years are: how far the seasons swing and how fast the storm comes."""

EVERYBODY = -1
"""`State.turn` where no household is on turn."""


class Setup(NamedTuple):
    """The leader's choices for a game.

    Attributes:
        households: 1 (alone) to 6.
        minutes: 30, 45, 60 or 90, set-up and debrief included.
        talk: seconds of talk at each item: 30, 45 or 60.
        names: team ids from the catalogue, in seat order; empty: the first ones.
        occupations: occupation ids in seat order; empty: drawn by the seed.
        luck: calm, ordinary or storm.
        together: the households play as one village and nobody is ranked.
        chapters: 2 to 8; 0: as many as the clock model finds for the minutes.
    """

    households: int
    minutes: int = 45
    talk: int = 45
    names: tuple[str, ...] = ()
    occupations: tuple[str, ...] = ()
    luck: Luck = "ordinary"
    together: bool = False
    chapters: int = 0


class Household(NamedTuple):
    """One household.

    Attributes:
        name: team id in the catalogue; `face` a number from 0 to 11 for its picture.
        position: index of its space on the board.
        money, debt: whole baht; money below zero becomes debt at the chapter's close.
        hearts: 0 to 3.
        hints: hints the mentor still owes.
        dream: its id, "" before it is chosen; `steps` bought, 0 to 3.
        tool: whether it has the tool of its work.
        hold: ids held, sorted: options, acts (``gold_card``, ``nomination``), ``fund``.
        before: for each contributory scheme the months paid without a gap before this year.
        joined: for each contributory scheme the months of this year that had passed at joining.
        months: for each option of `Tables.options` the months paid in the whole life.
        saved, matched: baht in the savings fund: own, and the state's share.
        saved_now, matched_now: of these, put in this year.
        later: (benefit, baht) that come at the next payday.
        received: baht that rights paid; `covered` cost of treatment they took over.
        missed: baht of rights it had and did not ask for; `not_joined` baht of rights that
            its events would have paid had it joined.
        trips: trips for nothing; `events` life events met, `paid` those in which a right paid.
        rumours: rumours judged rightly; `judged` good judgements of others' answers and claims.
        coins: given to the village; `helped` households that joined at its invitation.
        no_heart: chapters closed without a heart; `bare` lived without paying for protection.
        borrowed: baht borrowed in the whole life.
    """

    name: str = ""
    face: int = 0
    occupation: str = ""
    position: int = 0
    money: int = 0
    debt: int = 0
    hearts: int = 0
    stars: int = 0
    hints: int = 0
    dream: str = ""
    steps: int = 0
    tool: bool = False
    hold: tuple[str, ...] = ()
    before: tuple[int, ...] = ()
    joined: tuple[int, ...] = ()
    months: tuple[int, ...] = ()
    saved: int = 0
    matched: int = 0
    saved_now: int = 0
    matched_now: int = 0
    later: tuple[tuple[str, int], ...] = ()
    received: int = 0
    covered: int = 0
    missed: int = 0
    not_joined: int = 0
    trips: int = 0
    events: int = 0
    paid: int = 0
    rumours: int = 0
    judged: int = 0
    coins: int = 0
    helped: int = 0
    no_heart: int = 0
    borrowed: int = 0
    bare: int = 0


class State(NamedTuple):
    """A game at one moment.

    Attributes:
        chapters: how many there are; `chapter` counts from 1.
        starter: seat that begins in chapter 1; each chapter the next seat begins.
        turn: seat on turn, or -1 where everybody acts alike (`EVERYBODY`).
        die: the last throw, 0 before any.
        question: id on the table in the phases `question` and `claim`.
        shown: how its options, steps or right sides are laid out: written indexes in
            the order to show.
        hinted: written option indexes struck out, or (event) cards that apply, by place.
        myth: id on the table in the phase `rumour`.
        situation, month, cards: the life event (`village`, `event`, `claim`): month 1 to 12
            of the year, and the right-cards to pick from, as benefit ids.
        waiting: (benefit, baht) that the claim question decides for the seat on turn.
        guest, option: the seat invited and what it may join, in the phase `invite`.
        goal: id of the village goal being built, "" when all are; `coins` given so far.
        built: goals built.
        storm: steps the storm has come; `storms` times it broke.
        asked, met, heard: bit sets of questions, situations, myths already used.
    """

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
    households: tuple[Household, ...]
    die: int = 0
    question: str = ""
    shown: tuple[int, ...] = ()
    hinted: tuple[int, ...] = ()
    myth: str = ""
    situation: str = ""
    month: int = 0
    cards: tuple[str, ...] = ()
    waiting: tuple[tuple[str, int], ...] = ()
    guest: int = -1
    option: str = ""
    goal: str = ""
    coins: int = 0
    built: tuple[str, ...] = ()
    storm: int = 0
    storms: int = 0
    asked: int = 0
    met: int = 0
    heard: int = 0


def state_to_json(state: State) -> str:
    """Return stable JSON: same state, same text."""
    data = state._asdict()
    data["households"] = [household._asdict() for household in state.households]
    return json.dumps(data, ensure_ascii=False, separators=(",", ":"))


def state_from_json(text: str) -> State:
    """Return the state in that text.

    Raises:
        ValueError: the text is not a state.
    """
    try:
        data: dict[str, Any] = json.loads(text)
        households = tuple(
            Household(**{key: _frozen(value) for key, value in household.items()})
            for household in data.pop("households")
        )
        state = State(households=households, **{key: _frozen(value) for key, value in data.items()})
    except (TypeError, KeyError, AttributeError) as error:
        raise ValueError(f"not a state: {error}") from None
    if state.phase not in get_args(Phase):
        raise ValueError(f"not a state: there is no phase {state.phase!r}")
    return state


def state_hash(state: State) -> str:
    """Return the SHA-256 of the state's JSON, in hex: what golden games pin."""
    return hashlib.sha256(state_to_json(state).encode()).hexdigest()


def _frozen(value: Any) -> Any:
    return tuple(_frozen(item) for item in value) if isinstance(value, list) else value
