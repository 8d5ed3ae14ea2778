"""An empty purse: debt, what else stands in for money, and paying back."""

from __future__ import annotations

from typing import NamedTuple


class ShortOfMoney(NamedTuple):
    """The year closes with too little: debt, or a heart."""

    team: int
    baht: int


class Borrowed(NamedTuple):
    """Informal debt taken."""

    team: int
    baht: int
    debt: int


class WentWithout(NamedTuple):
    """Nobody lends more: the household goes without for `baht`, and it costs `hearts`."""

    team: int
    baht: int
    hearts: int


class HeartGiven(NamedTuple):
    """A heart stood for `baht` of what was missing."""

    team: int
    baht: int
    hearts: int


class NeighboursPaid(NamedTuple):
    """Playing together: the other teams paid what was missing.

    Attributes:
        gives: baht from each team, in seat order; 0 from the one helped.
    """

    team: int
    gives: tuple[int, ...]
    baht: int


class DebtRepaid(NamedTuple):
    """Debt paid back from the purse."""

    team: int
    baht: int
    debt: int


class Interest(NamedTuple):
    """A year's interest on what is still owed: `percent` of the debt."""

    team: int
    percent: int
    baht: int
    debt: int
