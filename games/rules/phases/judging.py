"""Judging a life event: which rights apply in law, which a household has, what each pays."""

from __future__ import annotations

from collections.abc import Collection, Mapping, Sequence
from typing import NamedTuple

from games.rules.model.events import Outcome, Verdict
from games.rules.model.tables import NO_LIMIT, NOMINATION, BenefitRow, SituationRow, Tables
from games.rules.phases.protection import Holder


class Holding(NamedTuple):
    """A household's hold on a right, or why it has none.

    Attributes:
        outcome: None when it has.
        option: the option held, or the cheapest one that would carry the right.
        have, need, window: the contribution test, in months.
    """

    outcome: Outcome | None
    option: str
    have: int
    need: int
    window: int


class Payment(NamedTuple):
    """What a right that applies pays in an event, whether it is held or not.

    Attributes:
        times: units, months or 1; `baht` in all.
        most: the limit that cut the units; 0: none did.
        used: units taken from a yearly limit.
    """

    outcome: Outcome
    each: int
    times: int
    baht: int
    most: int
    used: int


class Judgement(NamedTuple):
    """The judgement of the picked cards.

    Attributes:
        verdicts: one for each card, in the order of `SituationRow.cards`.
        waiting: (benefit, baht) that the claim question decides.
        register: schemes whose treatment was used before a unit was registered.
        missed: baht that asking for every right it has would have brought beside what was
            asked for; `not_joined` what joining would have brought beside that.
        best: the cards that each alone pay most, asked for or not.
    """

    verdicts: tuple[Verdict, ...]
    covered: int
    hearts: int
    waiting: tuple[tuple[str, int], ...]
    register: tuple[str, ...]
    missed: int
    not_joined: int
    trips: int
    best: frozenset[str]
    helped: bool


def holding(
    tables: Tables,
    benefit: BenefitRow,
    household: Holder,
    situation: SituationRow,
    age: int,
    month: int,
) -> Holding:
    """Return whether the household has the right in that event and month of the year (1 to 12).

    A month counts as paid only when it lies before the event. The household's age counts in its
    own events only: of a mother of 60 the story tells.
    """
    option = benefit.options[0] if benefit.options else ""
    have = need = window = 0
    if benefit.ended:
        return Holding("ended", option, 0, 0, 0)
    if not benefit.automatic:
        held = tables.plans[household.hold].schemes.get(benefit.scheme)
        if held is None:
            return Holding("not_held", option, 0, 0, 0)
        if held.id not in benefit.options:
            return Holding("wrong_option", option, 0, 0, 0)
        option = held.id
        test = (
            benefit.accident_test if situation.accident and benefit.accident_test else benefit.test
        )
        if test is not None and held.contributory >= 0:
            place = held.contributory
            need, window = test.months, test.window
            this_year = max(0, month - 1 - household.joined[place])
            if window:
                have = min(window, this_year + household.before[place])
            else:
                have = this_year + sum(
                    household.months[tables.options[o].index]
                    for o in tables.options
                    if tables.options[o].scheme == held.scheme
                )
            if have < need:
                return Holding("contributions", option, have, need, window)
    if situation.own and not benefit.youngest <= age <= benefit.oldest:
        return Holding("age", option, have, need, window)
    if benefit.registered and benefit.registered not in household.hold:
        return Holding("not_registered", option, have, need, window)
    if benefit.named and NOMINATION not in household.hold:
        return Holding("not_named", option, have, need, window)
    return Holding(None, option, have, need, window)


def judge(
    tables: Tables,
    household: Holder,
    situation: SituationRow,
    age: int,
    month: int,
    picks: Collection[str],
) -> Judgement:
    """Return the verdict on every card on the table.

    Yearly limits that several rights share are used up in the order of the situation's
    `helps`, those asked for and held first.
    """
    trip = tables.amounts.trip
    used: dict[str, int] = {}
    treatment = situation.treatment
    covered = hearts = trips = 0
    helped = False
    waiting: list[tuple[str, int]] = []
    judged: dict[str, Verdict] = {}
    register: list[str] = []
    rights: list[tuple[BenefitRow, Holding]] = []
    others: list[tuple[BenefitRow, Holding]] = []
    for name in situation.helps:
        benefit = tables.benefits[name]
        held = holding(tables, benefit, household, situation, age, month)
        rights.append((benefit, held))
        if held.outcome is not None or name not in picks:
            others.append((benefit, held))
            continue
        paid = _payment(benefit, held.option, situation, month, treatment, used)
        verdict = _verdict(benefit, held, situation, paid, True, 0)
        helped = helped or verdict.helps
        if paid.used:
            group = benefit.group or name
            used[group] = used.get(group, 0) + paid.used
        if benefit.shape in ("covers", "access"):
            treatment -= verdict.baht
            covered += verdict.baht
            hearts += benefit.hearts
            act = tables.options.get(benefit.scheme)
            if act is not None and benefit.scheme not in (*household.hold, *register):
                register.append(benefit.scheme)
                verdict = verdict._replace(trip=trip)
        elif benefit.shape != "match" and verdict.baht:
            waiting.append((name, verdict.baht))
        judged[name] = verdict
    for benefit, held in others:
        picked = benefit.id in picks
        lost = trip if picked else 0
        paid = _payment(benefit, held.option, situation, month, treatment, used)
        judged[benefit.id] = _verdict(benefit, held, situation, paid, picked, lost)
    # A card tells what it alone would pay; the sums count every cost and every day once.
    received = covered + sum([baht for _, baht in waiting])
    had = [right for right in rights if right[1].outcome is None]
    most = _worth(had, situation, month) if had and others else received
    joinable = [right for right in others if right[1].outcome in _WOULD_PAY]
    joined = _worth([*had, *joinable], situation, month) if joinable else most
    verdicts = []
    for name in situation.cards:
        known = judged.get(name)
        if known is None:
            picked = name in picks
            known = _NOT_IN_LAW[picked]._replace(benefit=name, trip=trip if picked else 0)
        trips += known.trip
        verdicts.append(known)
    return Judgement(
        tuple(verdicts), covered, hearts, tuple(waiting), tuple(register),
        most - received, joined - most, trips, _best(tables, situation, verdicts), helped,
    )  # fmt: skip


_WOULD_PAY = ("not_held", "wrong_option", "contributions", "not_registered")
"""Why a right is not held that joining, or joining in time, would have given."""


def _worth(
    rights: Sequence[tuple[BenefitRow, Holding]], situation: SituationRow, month: int
) -> int:
    """Return the baht that asking for all of these brings, in their order."""
    left = situation.treatment
    used: dict[str, int] = {}
    total = 0
    for benefit, held in rights:
        paid = _payment(benefit, held.option, situation, month, left, used)
        total += paid.baht
        if benefit.shape in ("covers", "access"):
            left -= paid.baht
        elif paid.used:
            group = benefit.group or benefit.id
            used[group] = used.get(group, 0) + paid.used
    return total


_NOT_IN_LAW = tuple(
    Verdict("", picked, False, False, "not_in_law", "", 0, 0, 0, 0, 0, 0, 0, (), False, 0)
    for picked in (False, True)
)


def _best(tables: Tables, situation: SituationRow, verdicts: Sequence[Verdict]) -> frozenset[str]:
    """Return the cards that pay most of those the household has; a right that mends is least.

    Each counts for what it alone would pay, as its printed card tells, whatever else was asked for.
    """
    alone = {
        v.benefit: _alone(tables.benefits[v.benefit], v, situation)
        for v in verdicts
        if v.applies and v.held
    }
    most = max(alone.values(), default=0)
    return frozenset(name for name, baht in alone.items() if baht == most)


def _alone(benefit: BenefitRow, verdict: Verdict, situation: SituationRow) -> int:
    """Return what the right pays beside no other."""
    match benefit.shape:
        case "covers":
            return min(situation.treatment, benefit.covers_most)
        case "access":
            return situation.avoidable
        case "per_unit" if benefit.group:
            wanted = _units(benefit, situation)
            enough = wanted >= max(1, benefit.fewest)
            return verdict.each * min(wanted, benefit.most.get(verdict.option, NO_LIMIT)) * enough
        case _:
            return verdict.baht


def _payment(
    benefit: BenefitRow,
    option: str,
    situation: SituationRow,
    month: int,
    treatment: int,
    used: Mapping[str, int],
) -> Payment:
    """Return what the right pays by that option.

    Args:
        treatment: baht of treatment that nothing covers yet; `used` units of each yearly limit.
    """
    key = option if option in benefit.facts else ""
    each = benefit.each.get(key, 0)
    times = baht = most = 0
    outcome: Outcome = "pays"
    match benefit.shape:
        case "per_unit":
            wanted = _units(benefit, situation)
            limit = benefit.most.get(key, NO_LIMIT)
            left = max(0, limit - used.get(benefit.group or benefit.id, 0))
            enough = wanted >= max(1, benefit.fewest)
            times = min(wanted, left) if enough else 0
            most = limit if enough and times < wanted else 0
            baht = each * times
            if not times:
                outcome = "limit" if enough else "nothing"
        case "lump_sum":
            times, baht = 1, each
        case "monthly" | "monthly_by_age":
            times = 12 - month
            if benefit.for_months >= 0:
                times = min(times, benefit.for_months)
            baht = each * times
        case "covers":
            outcome = "covers"
            baht = min(treatment, benefit.covers_most)
            if not baht and not situation.treatment:
                outcome = "nothing"
        case "access":
            outcome, baht = "mends", min(treatment, situation.avoidable)
        case _:
            outcome, each = "automatic", 0
    return Payment(outcome, each, times, baht, most, times if benefit.shape == "per_unit" else 0)


def _verdict(
    benefit: BenefitRow,
    held: Holding,
    situation: SituationRow,
    paid: Payment,
    picked: bool,
    trip: int,
) -> Verdict:
    """Return the verdict on a right that applies."""
    return Verdict(
        benefit.id,
        picked,
        True,
        held.outcome is None,
        held.outcome or paid.outcome,
        held.option,
        paid.each,
        paid.times,
        paid.baht,
        paid.most,
        held.have,
        held.need,
        held.window,
        benefit.rests_on(held.option, situation.accident),
        benefit.shape == "monthly",
        trip,
    )


def _units(benefit: BenefitRow, situation: SituationRow) -> int:
    """Return how many units of the story the right counts."""
    match benefit.unit:
        case "hospital_day":
            return situation.hospital_days
        case "rest_day":
            return situation.rest_days
        case "visit":
            return situation.visits
        case "child_month":
            return min(situation.children, benefit.children) * situation.months
        case _:
            return 0
