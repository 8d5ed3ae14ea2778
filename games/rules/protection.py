"""Protection: what a year of it costs, and what law, age and purse allow."""

from __future__ import annotations

from typing import Literal, NamedTuple, Protocol

from games.rules.mutable_state import Game
from games.rules.tables import OptionRow, ProtectionPlan, Tables, excluded_by

YEAR = (1 << 12) - 1
"""Twelve months paid, as bits."""
HALF = 6
"""Who is helped to join pays from the seventh month of the year on."""

Refusal = Literal["", "excluded", "age", "money"]


class Payer(Protocol):
    """What the costs depend on; `TeamState` and the draft both have it."""

    @property
    def age(self) -> int: ...
    @property
    def money(self) -> int: ...
    @property
    def hold(self) -> tuple[str, ...]: ...
    @property
    def paid(self) -> tuple[int, ...]: ...
    @property
    def saved_now(self) -> int: ...


class ProtectionChoice(NamedTuple):
    """One thing that could be held this year, for the protection screen.

    Attributes:
        cost: baht this year.
        held: held last year (or for ever, for an act).
        refusal: why it cannot be added to what is `beside` it: excluded by law, age,
            or money; "" when it can.
        beside: the held or chosen option that excludes it.
        says: the scheme whose `join.because` gives the reason in law.
    """

    option: str
    scheme: str
    cost: int
    held: bool
    refusal: Refusal
    beside: str
    says: str


def due(option: OptionRow, team: Payer, year: int) -> tuple[int, int]:
    """What the option still costs in that year, as (each, times)."""
    if option.act:
        return (option.yearly, 0 if option.id in team.hold else 1)
    if option.contributory >= 0:
        paid = (team.paid[option.contributory] >> (12 * (year - 1))) & YEAR
        return (option.monthly, 12 - paid.bit_count())
    if option.saves:
        return (max(0, option.yearly - team.saved_now), 1)
    return (option.yearly, 1)


def help_due(option: OptionRow, team: Payer, year: int) -> tuple[int, int]:
    """What a team helped to join pays in that year, as (each, times)."""
    if option.contributory >= 0:
        paid = (team.paid[option.contributory] >> (12 * (year - 1))) & YEAR
        return (option.monthly, 12 - HALF - (paid >> HALF).bit_count())
    return due(option, team, year)


def cost(plan: ProtectionPlan, team: Payer, year: int) -> int:
    """Baht the plan costs the team in that year."""
    total = 0
    for option in plan.options:
        each, times = due(option, team, year)
        total += each * times
    return total


def too_young_or_old(tables: Tables, option: OptionRow, team: Payer) -> bool:
    """Whether age forbids joining; who holds the scheme already may stay."""
    if option.youngest <= team.age <= option.oldest:
        return False
    return option.scheme not in tables.plans[team.hold].schemes


def acts(tables: Tables, hold: tuple[str, ...]) -> tuple[str, ...]:
    """Of what is held, what was done once and for ever."""
    return tuple(name for name in hold if tables.options[name].act)


def protection(
    tables: Tables, state: Game, chosen: tuple[str, ...] | None = None
) -> tuple[ProtectionChoice, ...]:
    """Every choice of the team on turn, judged beside what it has `chosen` so far.

    Args:
        chosen: ids ticked on the screen; None: what the team holds.
    """
    team = state.team
    ticked = team.hold if chosen is None else chosen
    rows = [tables.options[name] for name in ticked if name in tables.options]
    choices = []
    for option in tables.options.values():
        others = [row for row in rows if row.scheme != option.scheme]
        blocker = next((row for row in others if excluded_by(option, row)), None)
        each, times = due(option, team, state.round)
        spent = sum(a * b for a, b in (due(row, team, state.round) for row in others))
        refusal: Refusal = ""
        says = ""
        if blocker is not None:
            refusal = "excluded"
            ruling = excluded_by(option, blocker)
            says = ruling.scheme if ruling is not None else ""
        elif too_young_or_old(tables, option, team):
            refusal = "age"
            says = option.scheme
        elif spent + each * times > max(0, team.money) and each * times > 0:
            refusal = "money"
        choices.append(
            ProtectionChoice(
                option=option.id,
                scheme=option.scheme,
                cost=each * times,
                held=option.id in team.hold,
                refusal=refusal,
                beside=blocker.id if blocker is not None else "",
                says=says,
            )
        )
    return tuple(choices)
