"""Sheets to cut out: walkers, tokens, coins, a die to fold and the draw of months."""

from __future__ import annotations

from dataclasses import dataclass

from engine.catalogue import Catalogue
from engine.thai.dates import grouped
from printables.sheets.household_mat import Emblem, emblems_of

LAID = 3
"""Rights that a household may lay at an event."""
MONTHS = 12


@dataclass(frozen=True, slots=True)
class Month:
    """A month to draw: how many of the year lie before it, and how many are left after it."""

    number: int
    before: int
    left: int


@dataclass(frozen=True, slots=True)
class Tokens:
    """One sheet for so many households.

    Attributes:
        emblems: of the households, one walker and three tokens each.
        coins: as many as all households can hold in their hands at once; `coin` what each is
            worth, in baht.
        months: from the first in which life events befall.
    """

    emblems: tuple[Emblem, ...]
    laid: int
    coins: int
    coin: str
    months: tuple[Month, ...]
    facts: tuple[str, ...] = ()
    template: str = "tokens"
    style: str = "table"
    pages: int = 1


def tokens_sheet(catalogue: Catalogue, households: int) -> Tokens:
    """Return the tokens of so many households."""
    first = catalogue.tuning["life_first_month"].value
    return Tokens(
        emblems=emblems_of(catalogue)[:households],
        laid=LAID,
        coins=households * catalogue.tuning["life_most_coins"].value,
        coin=grouped(catalogue.tuning["life_coin"].value),
        months=tuple(Month(n, n - 1, MONTHS - n) for n in range(first, MONTHS + 1)),
    )
