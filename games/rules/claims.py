"""Judging a life event: which rights apply in law, which the team holds, what each pays."""

from __future__ import annotations

from collections.abc import Collection
from typing import NamedTuple, Protocol

from games.rules.events import Outcome, Verdict
from games.rules.tables import NO_LIMIT, NOMINATION, BenefitRow, SituationRow, Tables


class Holder(Protocol):
    """What judging reads of a team; `TeamState` and the draft both have it."""

    @property
    def age(self) -> int: ...
    @property
    def hold(self) -> tuple[str, ...]: ...
    @property
    def paid(self) -> tuple[int, ...]: ...
    @property
    def saved_now(self) -> int: ...


class Holding(NamedTuple):
    """Whether a team holds a right, and why not.

    Attributes:
        outcome: "" when it does.
        option: the option held, or the cheapest one that would carry the right.
        have, need, window: the contribution test, in months.
    """

    outcome: Outcome | None
    option: str
    have: int
    need: int
    window: int


class Judgement(NamedTuple):
    """What the picked cards come to.

    Attributes:
        waiting: (benefit, baht) that the claim question decides.
        standing: (benefit, baht a month, months left or -1) that begin now.
        unregistered: schemes whose treatment was used before a unit was registered.
    """

    verdicts: tuple[Verdict, ...]
    covered: int
    hearts: int
    waiting: tuple[tuple[str, int], ...]
    standing: tuple[tuple[str, int, int], ...]
    missed: int
    unregistered: tuple[str, ...]


def holding(
    tables: Tables, benefit: BenefitRow, team: Holder, accident: bool, month: int
) -> Holding:
    """Whether the team holds the right in that month of the game (0 is the first).

    A month counts as paid only when it lies before the event: who joins this year has
    the months before it and no more.
    """
    option = benefit.options[0] if benefit.options else ""
    have = need = window = 0
    if benefit.ended:
        return Holding("ended", option, 0, 0, 0)
    if not benefit.automatic:
        held = tables.plans[team.hold].schemes.get(benefit.scheme)
        if held is None:
            return Holding("not_held", option, 0, 0, 0)
        if held.id not in benefit.options:
            return Holding("wrong_option", option, 0, 0, 0)
        option = held.id
        test = benefit.accident_test if accident and benefit.accident_test else benefit.test
        if test is not None and held.contributory >= 0:
            need, window = test.months, test.window
            paid = team.paid[held.contributory] & ((1 << month) - 1)
            if window:
                paid >>= max(0, month - window)
            have = paid.bit_count()
            if have < need:
                return Holding("contributions", option, have, need, window)
    if not benefit.youngest <= team.age <= benefit.oldest:
        return Holding("age", option, have, need, window)
    if benefit.registered and benefit.registered not in team.hold:
        return Holding("not_registered", option, have, need, window)
    if benefit.named and NOMINATION not in team.hold:
        return Holding("not_named", option, have, need, window)
    return Holding(None, option, have, need, window)


def judge(
    tables: Tables,
    team: Holder,
    situation: SituationRow,
    year: int,
    month: int,
    cards: tuple[str, ...],
    picks: Collection[str],
) -> Judgement:
    """The verdict on every card on the table.

    Yearly limits that several rights share are used up in the order of the situation's
    `helps`, picked and held ones first.
    """
    at = 12 * (year - 1) + month - 1
    used: dict[str, int] = {}
    treatment = situation.treatment
    covered = hearts = missed = 0
    waiting: list[tuple[str, int]] = []
    standing: list[tuple[str, int, int]] = []
    judged: dict[str, Verdict] = {}
    unregistered: list[str] = []
    others: list[tuple[BenefitRow, Holding]] = []
    for name in situation.helps:
        benefit = tables.benefits[name]
        held = holding(tables, benefit, team, situation.accident, at)
        if held.outcome is not None or name not in picks:
            others.append((benefit, held))
            continue
        verdict, units = _weigh(benefit, held, situation, month, treatment, used, True)
        judged[name] = verdict
        if units:
            group = benefit.group or name
            used[group] = used.get(group, 0) + units
        if benefit.shape in ("covers", "access"):
            treatment -= verdict.baht
            covered += verdict.baht
            hearts += benefit.hearts
            scheme = benefit.scheme
            act = tables.options.get(scheme)
            if act is not None and scheme not in (*team.hold, *unregistered):
                unregistered.append(scheme)
        elif benefit.shape != "match":
            if verdict.baht:
                waiting.append((name, verdict.baht))
            if verdict.monthly:
                left = benefit.for_months
                standing.append((name, verdict.each, left if left < 0 else left - verdict.times))
    for benefit, held in others:
        picked = benefit.id in picks
        verdict, _ = _weigh(benefit, held, situation, month, treatment, used, picked)
        judged[benefit.id] = verdict
        if verdict.missed:
            missed += verdict.baht
    verdicts = tuple(judged[name] if name in judged else _not_in_law(name, picks) for name in cards)
    return Judgement(
        verdicts, covered, hearts, tuple(waiting), tuple(standing), missed, tuple(unregistered)
    )


def _not_in_law(name: str, picks: Collection[str]) -> Verdict:
    picked = name in picks
    return Verdict(name, picked, False, False, "not_in_law", "", 0, 0, 0, 0, 0, 0, 0, (), False)


def _weigh(
    benefit: BenefitRow,
    held: Holding,
    situation: SituationRow,
    month: int,
    treatment: int,
    used: dict[str, int],
    picked: bool,
) -> tuple[Verdict, int]:
    """The verdict on a right that applies, and how many limited units it used."""
    option = held.option
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
        case "monthly":
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
    return (
        Verdict(
            benefit.id,
            picked,
            True,
            held.outcome is None,
            held.outcome or outcome,
            option,
            each,
            times,
            baht,
            most,
            held.have,
            held.need,
            held.window,
            benefit.rests_on(option, situation.accident),
            benefit.shape == "monthly",
        ),
        times if benefit.shape == "per_unit" else 0,
    )


def _units(benefit: BenefitRow, situation: SituationRow) -> int:
    """How many units of the story the right counts."""
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
