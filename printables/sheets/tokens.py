"""Sheets to cut out: walkers, tokens, coins, a die to fold and the draw of months."""

from __future__ import annotations

from dataclasses import dataclass

from engine.catalogue import Catalogue
from engine.thai.dates import grouped
from printables.sheets.household_mat import Emblem, emblems_of

LAID = 3
"""Rights that a household may lay at an event."""
COINS = 20
"""As many as the dearest goal takes on the board, and some in hand."""
MONTHS = 12


@dataclass(frozen=True, slots=True)
class Tokens:
    """One sheet for so many households.

    Attributes:
        emblems: of the households, one walker and three tokens each.
        coins: how many are printed; `coin` what each is worth, in baht.
        months: from the first in which life events befall.
    """

    emblems: tuple[Emblem, ...]
    laid: int
    coins: int
    coin: str
    months: tuple[int, ...]
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
        coins=COINS,
        coin=grouped(catalogue.tuning["life_coin"].value),
        months=tuple(range(first, MONTHS + 1)),
    )
