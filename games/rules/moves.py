"""Moves: everything a team, or all teams together, can decide. Values, not actions."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass, fields
from typing import Any

Response = bool | int | float | tuple[int, ...] | None
"""A full answer, in the order the question was *written* (never as shown):

choice the option's index · several the ticked indexes · true_false True or False ·
order the step indexes in the order given · match for each left side the index of the
right side · number the number · None nobody answered.
"""


@dataclass(frozen=True, slots=True)
class Begin:
    """Start: the first team's payday."""


@dataclass(frozen=True, slots=True)
class Protect:
    """What the team holds this year: all of it, kept or new.

    Attributes:
        hold: ids in any order: ``section40.option1``, ``nsf.small``, ``fund`` (the
            community welfare fund), ``gold_card`` (registering the regular unit, once),
            ``nomination`` (writing down who receives, once).
    """

    hold: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Throw:
    """Throw the die and walk."""


@dataclass(frozen=True, slots=True)
class Answer:
    """The answer to the question on the table (right space or claim)."""

    response: Response


@dataclass(frozen=True, slots=True)
class Pick:
    """The right-cards, by benefit id, that the team believes answer the event."""

    cards: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class UseHint:
    """A hint from the mentor on the card on the table: a kept hint, else a star."""


@dataclass(frozen=True, slots=True)
class AnswerRumour:
    """One answer for each team, in seat order: true, false, or None for silence."""

    answers: tuple[bool | None, ...]


@dataclass(frozen=True, slots=True)
class Mend:
    """Service unit: mend a heart."""


@dataclass(frozen=True, slots=True)
class AskMentor:
    """Service unit: spend a star; the mentor explains a scheme and leaves hints."""

    scheme: str


@dataclass(frozen=True, slots=True)
class HelpJoin:
    """Service unit: help another team join, for the second half of the year.

    Attributes:
        team: seat of the team that joins and pays.
        option: one id as in `Protect.hold`.
    """

    team: int
    option: str


@dataclass(frozen=True, slots=True)
class Greet:
    """Service unit: nothing is needed today."""


@dataclass(frozen=True, slots=True)
class Contribute:
    """Community: for each team, in seat order, whether it puts in its share."""

    gives: tuple[bool, ...]


@dataclass(frozen=True, slots=True)
class Borrow:
    """Close of the year: what is missing becomes informal debt."""


@dataclass(frozen=True, slots=True)
class GiveHeart:
    """Close of the year: do without; a heart stands for part of what is missing."""


@dataclass(frozen=True, slots=True)
class AskNeighbours:
    """Close of the year, playing together: the other teams pay what is missing."""


Move = (
    Begin
    | Protect
    | Throw
    | Answer
    | Pick
    | UseHint
    | AnswerRumour
    | Mend
    | AskMentor
    | HelpJoin
    | Greet
    | Contribute
    | Borrow
    | GiveHeart
    | AskNeighbours
)

_KINDS: dict[str, Callable[..., Move]] = {
    "begin": Begin,
    "protect": Protect,
    "throw": Throw,
    "answer": Answer,
    "pick": Pick,
    "hint": UseHint,
    "rumour": AnswerRumour,
    "mend": Mend,
    "mentor": AskMentor,
    "help": HelpJoin,
    "greet": Greet,
    "contribute": Contribute,
    "borrow": Borrow,
    "heart": GiveHeart,
    "neighbours": AskNeighbours,
}
_NAMES: dict[object, str] = {kind: name for name, kind in _KINDS.items()}


def move_to_json(move: Move) -> dict[str, Any]:
    """The move as plain JSON data: ``{"move": "answer", "response": 2}``."""
    values = {field.name: getattr(move, field.name) for field in fields(move)}
    return {"move": _NAMES[type(move)], **values}


def move_from_json(data: object) -> Move:
    """The move that data stands for. Whether it is legal is not asked here.

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
    return tuple(value) if isinstance(value, list) else value


def _all_of(*kinds: type[Any]) -> Callable[[Any], bool]:
    """Whether a value is a tuple of nothing but these."""
    return lambda value: isinstance(value, tuple) and all(type(item) in kinds for item in value)


_FITS: dict[str, Callable[[Any], bool]] = {
    "hold": _all_of(str),
    "cards": _all_of(str),
    "response": lambda v: v is None or isinstance(v, (int, float)) or _all_of(int)(v),
    "answers": _all_of(bool, type(None)),
    "gives": _all_of(bool),
    "scheme": lambda v: isinstance(v, str),
    "option": lambda v: isinstance(v, str),
    "team": lambda v: type(v) is int,
}
"""Whether a value read from a file can be a move's attribute of that name."""
