"""Protection: what a year of it costs, and what law, age and purse allow."""

from __future__ import annotations

from typing import Literal, NamedTuple

from games.rules.model.mutable import Game, MutableHousehold
from games.rules.model.state import Household
from games.rules.model.tables import OptionRow, Plan, Tables, excluded_by
from games.rules.phases.ages import age_of

HALF_YEAR = 6
"""Who is invited joins with so many months of the year gone."""

Refusal = Literal["", "excluded", "age", "money"]
Holder = Household | MutableHousehold


class ProtectionChoice(NamedTuple):
    """One thing that could be held this year, for the opening.

    Attributes:
        each, times: baht, and how often this year; `cost` both together.
        held: held already (or for ever, for an act).
        refusal: why it cannot be added to what is `beside` it: excluded by law, age,
            or money; "" when it can.
        beside: the chosen option that excludes it.
        says: the scheme whose `join.because` gives the reason in law.
    """

    option: str
    scheme: str
    each: int
    times: int
    cost: int
    held: bool
    refusal: Refusal
    beside: str
    says: str


def due(option: OptionRow, household: Holder, gone: int = 0) -> tuple[int, int]:
    """Return what the option costs this year, as (each, times), with `gone` months gone."""
    if option.act:
        return (option.yearly, 0 if option.id in household.hold else 1)
    if option.contributory >= 0:
        return (option.monthly, 12 - gone)
    return (option.yearly, 1)


def cost(plan: Plan, household: Holder) -> int:
    """Return the baht the plan costs the household this year."""
    total = plan.year
    for option in plan.options:
        if option.act and option.id not in household.hold:
            total += option.yearly
    return total


def too_young_or_old(tables: Tables, option: OptionRow, household: Holder, age: int) -> bool:
    """Return whether age forbids joining; who holds the scheme already may stay."""
    if option.youngest <= age <= option.oldest:
        return False
    return option.scheme not in tables.plans[household.hold].schemes


def acts(tables: Tables, hold: tuple[str, ...]) -> tuple[str, ...]:
    """Return what was done once and for ever, of what is held."""
    return tuple(name for name in hold if tables.options[name].act)


def whole_hold(tables: Tables, household: Holder, chosen: tuple[str, ...]) -> tuple[str, ...]:
    """Return what is held when this is chosen: acts done stay done; sorted."""
    return tuple(sorted({*chosen, *acts(tables, household.hold)}))


def affordable(
    tables: Tables, household: Holder, wanted: tuple[str, ...], age: int
) -> tuple[str, ...]:
    """Return the dearest part of what is wanted that law, age and purse allow this year."""
    purse = max(0, household.money)
    wish = whole_hold(tables, household, wanted)
    plan = tables.plans.get(wish)
    if plan and cost(plan, household) <= purse and _may_hold(tables, plan, household, age):
        return wish
    done = acts(tables, household.hold)
    fitting = [
        plan
        for plan in tables.plans.values()
        if set(done) <= set(plan.hold) <= set(wish) and _may_hold(tables, plan, household, age)
    ]
    fitting.sort(key=lambda plan: (-plan.year, -len(plan.hold), plan.hold))
    return next((plan.hold for plan in fitting if cost(plan, household) <= purse), done)


def cheapest_of_all(tables: Tables) -> tuple[str, ...]:
    """Return the cheapest option of each scheme that is paid for, and every act."""
    chosen: dict[str, str] = {}
    for option in sorted(tables.joinable, key=lambda o: (12 * o.monthly + o.yearly, o.index)):
        if option.contributory >= 0 or option.saves:
            chosen.setdefault(option.scheme, option.id)
    done = [option.id for option in tables.options.values() if option.act]
    return tuple(sorted((*chosen.values(), *done)))


def _may_hold(tables: Tables, plan: Plan, household: Holder, age: int) -> bool:
    return not any(too_young_or_old(tables, option, household, age) for option in plan.options)


def protection(
    tables: Tables, game: Game, seat: int, chosen: tuple[str, ...] | None = None
) -> tuple[ProtectionChoice, ...]:
    """Return every choice of a household, judged beside what it has `chosen` so far.

    Args:
        chosen: ids ticked on the screen; None: what the household holds.
    """
    household = game.households[seat]
    age = age_of(tables, game)
    ticked = household.hold if chosen is None else chosen
    rows = [tables.options[name] for name in ticked if name in tables.options]
    choices = []
    for option in tables.options.values():
        others = [row for row in rows if row.scheme != option.scheme]
        blocker = next((row for row in others if excluded_by(option, row)), None)
        each, times = due(option, household)
        spent = sum(a * b for a, b in (due(row, household) for row in others))
        refusal: Refusal = ""
        says = ""
        if blocker is not None:
            refusal = "excluded"
            ruling = excluded_by(option, blocker)
            says = ruling.scheme if ruling is not None else ""
        elif too_young_or_old(tables, option, household, age):
            refusal = "age"
            says = option.scheme
        elif each * times and spent + each * times > max(0, household.money):
            refusal = "money"
        choices.append(
            ProtectionChoice(
                option=option.id,
                scheme=option.scheme,
                each=each,
                times=times,
                cost=each * times,
                held=option.id in household.hold,
                refusal=refusal,
                beside=blocker.id if blocker is not None else "",
                says=says,
            )
        )
    return tuple(choices)
