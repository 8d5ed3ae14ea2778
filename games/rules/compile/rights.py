"""Compiling what can be held and what it pays: options, lawful plans, benefits."""

from __future__ import annotations

from itertools import product

from engine.catalogue import Catalogue
from engine.schema.benefit import (
    Access,
    AgeLimits,
    Benefit,
    ByOption,
    Contributed,
    Covers,
    LumpSum,
    Monthly,
    MonthlyByAge,
    PerUnit,
    SavingsMatch,
)
from games.rules.model.amounts import Amounts
from games.rules.model.tables import (
    FUND,
    NO_LIMIT,
    NOMINATION,
    BenefitRow,
    ContributionTest,
    OptionRow,
    Plan,
    excluded_by,
)

OLD_AGE = 55
"""A right that begins at this age or later is one of old age: it comes at the end."""


def _number(catalogue: Catalogue, fact: str | None) -> int | None:
    """Return the fact's value as a whole number, or None when it has none today."""
    if fact is None:
        return None
    value = catalogue.facts[fact].value
    return round(value) if isinstance(value, (int, float)) else None


def _ages(catalogue: Catalogue, limits: AgeLimits | None) -> tuple[int, int, tuple[str, ...]]:
    if limits is None:
        return 0, NO_LIMIT, ()
    lowest = _number(catalogue, limits.lowest)
    highest = _number(catalogue, limits.highest)
    facts = tuple(f for f in (limits.lowest, limits.highest) if f is not None)
    return lowest or 0, NO_LIMIT if highest is None else highest, facts


def option_rows(catalogue: Catalogue, amounts: Amounts) -> dict[str, OptionRow]:
    """Return everything that can be held: options, acts, the welfare fund."""
    rows: list[OptionRow] = []
    contributory: dict[str, int] = {}
    named = any(benefit.needs.named for benefit in catalogue.benefits.values())
    for scheme in catalogue.schemes.values():
        youngest, oldest, facts = _ages(catalogue, scheme.join.age)
        if scheme.register_at is not None:
            rows.append(
                OptionRow(
                    id=scheme.id,
                    index=len(rows),
                    scheme=scheme.id,
                    act=True,
                    place=scheme.register_at,
                )
            )
        for option in scheme.options if not scheme.automatic else ():
            place = -1
            if option.pays_in is not None:
                place = contributory.setdefault(scheme.id, len(contributory))
            rows.append(
                OptionRow(
                    id=f"{scheme.id}.{option.id}",
                    index=len(rows),
                    scheme=scheme.id,
                    monthly=_number(catalogue, option.pays_in) or 0,
                    yearly=option.saves or 0,
                    saves=option.saves is not None,
                    contributory=place,
                    fact=option.pays_in or "",
                    place=scheme.join.at[0] if scheme.join.at else "",
                    youngest=youngest,
                    oldest=oldest,
                    age_facts=facts,
                    excludes=frozenset((*scheme.join.excludes, *option.excludes)),
                )
            )
    if named:
        rows.append(OptionRow(id=NOMINATION, index=len(rows), scheme=NOMINATION, act=True))
    rows.append(OptionRow(id=FUND, index=len(rows), scheme=FUND, yearly=amounts.fund_year))
    return {row.id: row for row in rows}


def lawful_plans(options: dict[str, OptionRow]) -> dict[tuple[str, ...], Plan]:
    """Return every lawful set: one option a scheme, nothing beside what it excludes."""
    by_scheme: dict[str, list[OptionRow | None]] = {}
    for option in options.values():
        by_scheme.setdefault(option.scheme, [None]).append(option)
    plans = {}
    for choice in product(*by_scheme.values()):
        held = tuple(option for option in choice if option is not None)
        if any(excluded_by(a, b) for i, a in enumerate(held) for b in held[i + 1 :]):
            continue
        hold = tuple(sorted(option.id for option in held))
        plans[hold] = Plan(
            hold=hold,
            options=held,
            schemes={option.scheme: option for option in held},
            year=sum(12 * o.monthly + o.yearly for o in held if not o.act),
        )
    return plans


def benefit_rows(
    catalogue: Catalogue, options: dict[str, OptionRow], first_age: int
) -> dict[str, BenefitRow]:
    """Return every right of the catalogue, by id.

    Args:
        first_age: age of the households when the game begins. A payment that steps with age
            pays in life events what it pays then: its later steps are those of old age.
    """
    return {
        name: _benefit(catalogue, benefit, options, first_age)
        for name, benefit in catalogue.benefits.items()
    }


def _benefit(
    catalogue: Catalogue, benefit: Benefit, options: dict[str, OptionRow], first_age: int
) -> BenefitRow:
    scheme = catalogue.schemes[benefit.scheme] if benefit.scheme else None
    carrying = tuple(
        o.id
        for o in sorted(options.values(), key=lambda o: (12 * o.monthly + o.yearly, o.index))
        if scheme is not None
        and not o.act
        and o.scheme == scheme.id
        and (not benefit.options or o.id.removeprefix(f"{scheme.id}.") in benefit.options)
    )
    keys = carrying or ("",)
    prefix = f"{scheme.id}." if scheme is not None else ""
    youngest, oldest, age_facts = _ages(catalogue, benefit.needs.age)
    row: dict[str, object] = {}
    facts: dict[str, list[str]] = {key: [] for key in keys}
    missing = False

    def by_option(source: ByOption | None) -> dict[str, int]:
        """Return the fact's value for each carrying option; notes the facts on the way."""
        nonlocal missing
        found: dict[str, int] = {}
        if source is None:
            return found
        for key in keys:
            fact = source if isinstance(source, str) else source.get(key.removeprefix(prefix))
            value = _number(catalogue, fact)
            if fact is None or value is None:
                missing = True
                continue
            found[key] = value
            facts[key].append(fact)
        return found

    def one(fact: str | None, absent: int) -> int:
        value = _number(catalogue, fact)
        if fact is None or value is None:
            return absent
        for noted in facts.values():
            noted.append(fact)
        return value

    begins = 0
    match benefit.pays:
        case PerUnit() as pays:
            row |= {
                "unit": pays.unit,
                "each": by_option(pays.amount),
                "most": by_option(pays.at_most),
                "fewest": one(pays.from_day, 0),
                "children": one(pays.at_most_children, NO_LIMIT),
                "group": pays.limit_group,
            }
        case LumpSum() as pays:
            row |= {"each": by_option(pays.amount)}
        case Monthly() as pays:
            row |= {"each": by_option(pays.amount), "for_months": one(pays.for_months, -1)}
        case MonthlyByAge() as pays:
            bands = tuple(
                (
                    one(band.from_age, 0),
                    one(band.amount, 0),
                    tuple(f for f in (band.from_age, band.amount) if f is not None),
                )
                for band in pays.bands
            )
            begins = bands[0][0]
            begun = [baht for from_age, baht, _ in bands if from_age <= first_age]
            # Of nobody's age yet: what another person gets who has reached the first one.
            now = begun[-1] if begun else bands[0][1]
            row |= {"bands": bands, "each": dict.fromkeys(keys, now)}
        case Covers() as pays:
            row |= {"covers_most": one(pays.at_most, NO_LIMIT)}
        case SavingsMatch() as pays:
            row |= {
                "each": by_option(pays.at_most),
                "bands": tuple(
                    (one(band.to_age, NO_LIMIT), one(band.percent, 0), (band.to_age, band.percent))
                    for band in pays.bands
                ),
            }
        case Access() as pays:
            row |= {"hearts": pays.hearts}
    test = _test(catalogue, benefit.needs.contributed)
    accident_test = _test(catalogue, benefit.needs.accident)

    def with_conditions(asked: ContributionTest | None) -> dict[str, tuple[str, ...]]:
        """Return by option the facts of the sum, of that test and of the ages."""
        tested = asked.facts if asked else ()
        return {
            key: tuple(dict.fromkeys((*noted, *tested, *age_facts))) for key, noted in facts.items()
        }

    return BenefitRow(
        id=benefit.id,
        scheme=scheme.id if scheme is not None else "",
        automatic=scheme is None or scheme.automatic,
        options=carrying,
        shape=benefit.pays.shape,
        test=test,
        accident_test=accident_test,
        youngest=youngest,
        oldest=oldest,
        registered=(
            scheme.id
            if scheme is not None and benefit.needs.registered and scheme.id in options
            else ""
        ),
        named=benefit.needs.named,
        ended=missing,
        facts=with_conditions(test),
        accident_facts=with_conditions(accident_test) if accident_test else {},
        grounds=benefit.facts,
        old_age=max(youngest, begins) >= OLD_AGE,
        **row,  # type: ignore[arg-type]
    )


def _test(catalogue: Catalogue, needs: Contributed | None) -> ContributionTest | None:
    if needs is None:
        return None
    facts = tuple(f for f in (needs.months, needs.of_last) if f is not None)
    return ContributionTest(
        months=_number(catalogue, needs.months) or 0,
        window=_number(catalogue, needs.of_last) or 0,
        facts=facts,
    )
