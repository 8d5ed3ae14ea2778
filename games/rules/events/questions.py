"""Questions and hints."""

from __future__ import annotations

from typing import NamedTuple

from games.rules.moves import Response


class QuestionAsked(NamedTuple):
    """A question on the table; `claim` when it decides an event's payment."""

    team: int
    question: str
    shown: tuple[int, ...]
    claim: bool


class Answered(NamedTuple):
    """How the question went. `silent`: nobody answered."""

    team: int
    question: str
    response: Response
    right: bool
    silent: bool
    stars: int
    claim: bool


class HintGiven(NamedTuple):
    """The mentor's hint.

    Attributes:
        hinted: written option indexes struck out, or card places that apply in law.
        star: whether a star was spent for it.
    """

    team: int
    hinted: tuple[int, ...]
    star: bool
