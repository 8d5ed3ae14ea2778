"""Moves: everything a household, or all of them together, can decide. Values, not actions."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass, fields
from typing import Any

Reply = bool | int | float | str | tuple[int, ...] | tuple[str, ...] | None
"""What one household answers; its shape follows from the phase, see `AnswersIn`."""


@dataclass(frozen=True, slots=True)
class Begin:
    """Start the game."""


@dataclass(frozen=True, slots=True)
class AnswersIn:
    """The answers of all households, in seat order: the one door for whatever is asked.

    =========== ==============================================================================
    dream       a dream id of the three offered; None: the first of them
    opening     tuple of ids to hold this year; None: what is held, as far as it can be paid
    village     tuple of at most three of `State.cards`; None: nothing asked for
    question    choice and true_false: each a `Response`. Other kinds: the household on turn
                a `Response`, the others True (agree) or False (disagree)
    event       on turn: tuple of at most three of `State.cards`; others: the one card that
                they believe pays most
    claim       as question
    rumour      True, False
    invite      the guest: True (joins) or False; others None
    goal        coins: 0 to 3
    market      tuple of ``"tool"`` and ``"step"`` (as often as steps are bought)
    =========== ==============================================================================

    None is always allowed: nothing was answered.
    """

    answers: tuple[Reply, ...]


@dataclass(frozen=True, slots=True)
class Throw:
    """Throw the die and walk."""


@dataclass(frozen=True, slots=True)
class UseHint:
    """Use a hint of the mentor on the card on the table: one that is owed, else for a star."""


@dataclass(frozen=True, slots=True)
class Mend:
    """Service unit: mend a heart."""


@dataclass(frozen=True, slots=True)
class AskMentor:
    """Service unit: spend a star; the mentor explains a scheme and owes hints."""

    scheme: str


@dataclass(frozen=True, slots=True)
class Invite:
    """Service unit: invite another household to join for the second half of the year.

    Attributes:
        seat: the household that is asked; it pays if it agrees.
        option: one id as held in `Household.hold`.
    """

    seat: int
    option: str


@dataclass(frozen=True, slots=True)
class Greet:
    """Service unit: nothing is needed today."""


@dataclass(frozen=True, slots=True)
class NextChapter:
    """Close: the years pass, and the next chapter opens."""


@dataclass(frozen=True, slots=True)
class GoToOldAge:
    """Close: the years pass to old age, and the game ends. Legal at every close."""


Move = (
    Begin
    | AnswersIn
    | Throw
    | UseHint
    | Mend
    | AskMentor
    | Invite
    | Greet
    | NextChapter
    | GoToOldAge
)

_KINDS: dict[str, Callable[..., Move]] = {
    "begin": Begin,
    "answers": AnswersIn,
    "throw": Throw,
    "hint": UseHint,
    "mend": Mend,
    "mentor": AskMentor,
    "invite": Invite,
    "greet": Greet,
    "next_chapter": NextChapter,
    "old_age": GoToOldAge,
}
_NAMES: dict[object, str] = {kind: name for name, kind in _KINDS.items()}


def move_to_json(move: Move) -> dict[str, Any]:
    """Return the move as plain JSON data: ``{"move": "mentor", "scheme": "nsf"}``."""
    values = {field.name: getattr(move, field.name) for field in fields(move)}
    return {"move": _NAMES[type(move)], **values}


def move_from_json(data: object) -> Move:
    """Return the move that data stands for. Whether it is legal is not asked here.

    Raises:
        ValueError: the data is not a move.
    """
    if isinstance(data, Mapping):
        values = {key: _frozen(value) for key, value in data.items() if key != "move"}
        kind = _KINDS.get(str(data.get("move")))
        try:
            if kind is not None and all(_FITS[key](value) for key, value in values.items()):
                return kind(**values)
        except (KeyError, TypeError):
            pass
    raise ValueError(f"not a move: {data!r}")


def _frozen(value: Any) -> Any:
    return tuple(_frozen(item) for item in value) if isinstance(value, list) else value


def _is_reply(value: Any) -> bool:
    if isinstance(value, tuple):
        return all(type(item) is int for item in value) or all(type(i) is str for i in value)
    return value is None or isinstance(value, (bool, int, float, str))


_FITS: dict[str, Callable[[Any], bool]] = {
    "answers": lambda v: isinstance(v, tuple) and all(map(_is_reply, v)),
    "scheme": lambda v: isinstance(v, str),
    "option": lambda v: isinstance(v, str),
    "seat": lambda v: type(v) is int,
}
"""Whether a value read from a file can be a move's attribute of that name."""
