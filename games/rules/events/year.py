"""The year of a team: payday, what it protects itself with, and how it stands at the close."""

from __future__ import annotations

from typing import NamedTuple


class TurnBegan(NamedTuple):
    """A team's year begins."""

    team: int
    round: int
    age: int


class Payday(NamedTuple):
    """Income less living: `net` goes to the purse.

    Attributes:
        swing: percent the season moved the ordinary income, e.g. -7.
        weary: baht of income lost because the team had no heart left.
        money: the purse afterwards.
    """

    team: int
    ordinary: int
    swing: int
    weary: int
    income: int
    living: int
    net: int
    money: int


class LaterPaid(NamedTuple):
    """A payment put off to this year by last year's claim."""

    team: int
    benefit: str
    baht: int


class StandingPaid(NamedTuple):
    """A monthly right: `monthly × months = baht`."""

    team: int
    benefit: str
    monthly: int
    months: int
    baht: int


class Paid(NamedTuple):
    """What one protection cost this year: `each × times = baht` (months, or 1)."""

    option: str
    each: int
    times: int
    baht: int
    fact: str


class Protected(NamedTuple):
    """The team's protection this year.

    Attributes:
        acts: ``gold_card`` or ``nomination`` when done now.
    """

    team: int
    hold: tuple[str, ...]
    joined: tuple[str, ...]
    stopped: tuple[str, ...]
    acts: tuple[str, ...]
    paid: tuple[Paid, ...]
    baht: int
    money: int


class Matched(NamedTuple):
    """The state's share on savings: `saved × percent`, at most `at_most` a year."""

    team: int
    benefit: str
    saved: int
    percent: int
    at_most: int
    baht: int
    facts: tuple[str, ...]


class YearClosed(NamedTuple):
    """How the team stands at the end of its year."""

    team: int
    round: int
    money: int
    debt: int
    hearts: int
    stars: int
