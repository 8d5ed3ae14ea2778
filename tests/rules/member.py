"""A person for the tests of judging."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True)
class Member:
    """What judging and paying read of a team. `paid` has a month in each bit."""

    age: int = 35
    hold: tuple[str, ...] = ()
    paid: tuple[int, ...] = (0,)
    saved_now: int = 0
    money: int = 10000
