"""Payouts of each right in a life event, from its facts, for the backs of paper cards.

Sums are for a household that holds the right and meets all its conditions, for each card laid
alone; the rules sheet says what rights together cannot exceed. The game's rules compute the
same, and a test compares them.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, replace
from typing import Literal

from engine.catalogue import Catalogue
from engine.schema.benefit import (
    Access,
    Benefit,
    ByOption,
    Covers,
    LumpSum,
    Monthly,
    MonthlyByAge,
    PerUnit,
)
from engine.schema.situation import Harm, Situation

Way = Literal["per_unit", "once", "monthly", "covers", "mends", "later", "nothing"]


@dataclass(frozen=True, slots=True)
class Payout:
    """The payment of one option of a right's scheme.

    Attributes:
        option: its id; empty where the right has no options.
        way: how it is paid; `monthly` for each month left of the year, `later` in old age.
        each, times: baht and how often; `baht` both together, of a month for `monthly`.
        shared: units that this right and those counted before it may pay together at most; 0
            where the event asks for no more.
    """

    option: str
    way: Way
    each: int = 0
    times: int = 0
    shared: int = 0

    @property
    def baht(self) -> int:
        """The sum."""
        return self.each * self.times


def payouts(
    catalogue: Catalogue, situation: Situation, benefit: Benefit, age: int
) -> tuple[Payout, ...]:
    """Return what the right pays by option; options that pay the same come together."""
    scheme = catalogue.schemes.get(benefit.scheme or "")
    names = [o.id for o in scheme.options] if scheme else []
    if benefit.options:
        names = [name for name in names if name in benefit.options]
    found: dict[Payout, list[str]] = {}
    for name in names or [""]:
        paid = _payout(catalogue, situation, benefit, name, age)
        found.setdefault(replace(paid, option=""), []).append(name)
    whole = len(found) == 1
    return tuple(
        replace(paid, option="" if whole else " ".join(options)) for paid, options in found.items()
    )


def _payout(
    catalogue: Catalogue, situation: Situation, benefit: Benefit, option: str, age: int
) -> Payout:
    harm = situation.harm

    def value(fact: ByOption | None) -> int:
        if fact is None:
            return 1 << 30
        name = fact if isinstance(fact, str) else fact.get(option, "")
        found = catalogue.facts[name].value if name in catalogue.facts else None
        return int(found) if isinstance(found, int | float) else 0

    match benefit.pays:
        case PerUnit() as pays:
            wanted = _units(pays, harm, value(pays.at_most_children))
            fewest = 1 if pays.from_day is None else max(1, value(pays.from_day))
            most = value(pays.at_most)
            times = min(wanted, most) if wanted >= fewest else 0
            shared = most if _units_together(catalogue, situation, pays) > most else 0
            return Payout(
                option, "per_unit" if times else "nothing", value(pays.amount), times, shared
            )
        case LumpSum() as pays:
            return Payout(option, "once", value(pays.amount), 1)
        case Monthly() as pays:
            return Payout(option, "monthly", value(pays.amount), 1)
        case MonthlyByAge() as pays:
            begun = [b for b in pays.bands if b.from_age is None or value(b.from_age) <= age]
            # Whoever is younger gets nothing: the card says from what age, or the story does.
            band = begun[-1] if begun else pays.bands[0]
            return Payout(option, "monthly", value(band.amount), 1)
        case Covers() as pays:
            baht = min(harm.treatment, value(pays.at_most))
            return Payout(option, "covers" if baht else "nothing", baht, 1)
        case Access():
            return Payout(option, "mends", _avoidable(catalogue.benefits, situation, harm), 1)
        case _:
            return Payout(option, "later")


def _avoidable(benefits: Mapping[str, Benefit], situation: Situation, harm: Harm) -> int:
    """Return the cost that asking for a right spares: none where another right covers it."""
    covered = any(isinstance(benefits[b].pays, Covers) for b in situation.helps)
    return 0 if covered else harm.treatment


def _units_together(catalogue: Catalogue, situation: Situation, pays: PerUnit) -> int:
    """Return the units counted before and by a right whose limit others share; 0: none before."""
    others = [catalogue.benefits[name].pays for name in situation.helps]
    sharing = [p for p in others if isinstance(p, PerUnit) and p.limit_group == pays.limit_group]
    if not pays.limit_group or sharing[0] is pays:
        return 0
    return sum(_units(p, situation.harm, 0) for p in sharing)


def _units(pays: PerUnit, harm: Harm, children: int) -> int:
    match pays.unit:
        case "hospital_day":
            return harm.hospital_days
        case "rest_day":
            return harm.rest_days
        case "visit":
            return harm.visits
        case "child_month":
            return min(harm.children, children) * harm.months
        case _:
            return 0
