"""Every right of the shipped content, in every situation, worked out a second time.

The second working-out reads the written benefits and the facts' values and nothing else: if
it and the rules disagree by a baht, one of them misreads the law as it is written down.
"""

from __future__ import annotations

from datetime import date
from functools import cache
from typing import NamedTuple

import pytest

from engine.catalogue import Catalogue
from engine.compiling import check_content, compile_catalogue
from engine.content import default_root
from engine.model.benefit import Access, Benefit, ByOption, Covers, LumpSum, Monthly, PerUnit
from engine.model.situation import Harm, Situation
from games.rules import FUND, NOMINATION, Setup, Tables, compile_tables, ledger, replay
from games.rules.claims import Judgement, judge
from games.rules.ending import old_age
from games.simulate.bots import Bot, always, careful
from tests.rules.member import Member
from tests.rules.recorded import bot_log

DAYS = (date(2025, 6, 1), date(2026, 11, 20))
"""Before and since the new Section 40 amounts."""
YEAR, MONTH = 6, 7
"""The event comes in July of the sixth year: 66 months of the game lie before it."""
BEFORE = 12 * (YEAR - 1) + MONTH - 1


@cache
def catalogue_on(day: date) -> Catalogue:
    return compile_catalogue(check_content(default_root(), day))


@cache
def tables_on(day: date) -> Tables:
    return compile_tables(catalogue_on(day))


class Came(NamedTuple):
    """What an event's rights come to."""

    cash: int
    covered: int
    hearts: int
    monthly: tuple[tuple[str, int], ...]


# --- the second working-out -----------------------------------------------------------------


class Reckoner:
    """Works out what somebody gets, from the written benefits and the facts alone."""

    def __init__(self, catalogue: Catalogue, member: Member) -> None:
        self.catalogue = catalogue
        self.member = member

    def fact(self, fact: str | None, absent: int) -> int:
        value = self.catalogue.facts[fact].value if fact else absent
        assert isinstance(value, (int, float)), fact
        return int(value)

    def amount(self, source: ByOption | None, option: str, absent: int = 0) -> int:
        return self.fact(source if isinstance(source, str | None) else source[option], absent)

    def option(self, benefit: Benefit) -> str | None:
        """The option held that carries the right; "" when none is needed; None: not held."""
        scheme = self.catalogue.schemes.get(benefit.scheme or "")
        if scheme is None or scheme.automatic:
            return ""
        for name in self.member.hold:
            held, _, option = name.partition(".")
            if held == scheme.id and option in (benefit.options or [o.id for o in scheme.options]):
                return option
        return None

    def entitled(self, benefit: Benefit, harm: Harm) -> bool:
        if self.option(benefit) is None:
            return False
        needs = benefit.needs
        test = needs.accident if harm.accident and needs.accident else needs.contributed
        if test is not None:
            window = self.fact(test.of_last, BEFORE)
            months = range(max(0, BEFORE - window), BEFORE)
            if sum(self.member.paid[0] >> m & 1 for m in months) < self.fact(test.months, 0):
                return False
        if needs.age is not None:
            lowest = self.fact(needs.age.lowest, 0)
            if not lowest <= self.member.age <= self.fact(needs.age.highest, 200):
                return False
        return not needs.named or NOMINATION in self.member.hold

    def came(self, situation: Situation) -> Came:
        harm = situation.harm
        # Rights of supplements are not in this game: what one covers costs nobody anything.
        known = [self.catalogue.benefits[name] for name in situation.helps]
        rights = [b for b in known if b.id in self.catalogue.module_of]
        elsewhere = any(isinstance(b.pays, Covers) for b in known if b not in rights)
        mine = [benefit for benefit in rights if self.entitled(benefit, harm)]
        left = treatment = 0 if elsewhere else harm.treatment
        cash = hearts = 0
        days: dict[str, int] = {}
        monthly = []
        for benefit in mine:
            option = self.option(benefit) or ""
            match benefit.pays:
                case PerUnit() as pays:
                    children = min(harm.children, self.fact(pays.at_most_children, 99))
                    units = {
                        "hospital_day": harm.hospital_days,
                        "rest_day": harm.rest_days,
                        "visit": harm.visits,
                        "child_month": children * harm.months,
                        "paid_month": 0,
                    }[pays.unit]
                    if units < self.fact(pays.from_day, 0):
                        continue
                    group = pays.limit_group or benefit.id
                    most = self.amount(pays.at_most, option, 10**6)
                    units = min(units, most - days.get(group, 0))
                    days[group] = days.get(group, 0) + units
                    cash += units * self.amount(pays.amount, option)
                case LumpSum() as pays:
                    cash += self.amount(pays.amount, option)
                case Monthly() as pays:
                    each = self.amount(pays.amount, option)
                    cash += each * (12 - MONTH)
                    monthly.append((benefit.id, each))
                case Covers() as pays:
                    left -= min(left, self.fact(pays.at_most, 10**9))
                case Access() as pays:
                    hearts += pays.hearts
        if not any(isinstance(b.pays, Covers) for b in rights):
            left = 0 if any(isinstance(b.pays, Access) for b in mine) else left
        return Came(cash, treatment - left, hearts, tuple(monthly))


def in_full(months: int) -> int:
    """That many months paid, the last ones before the event."""
    return ((1 << months) - 1) << (BEFORE - months)


PAID = {
    "never": 0,
    "the month before": in_full(1),
    "three months": in_full(3),
    "a year": in_full(12),
    "always": in_full(BEFORE),
    "not lately": in_full(BEFORE) & ~(((1 << 10) - 1) << (BEFORE - 10)),
    "every other month": sum(1 << m for m in range(0, BEFORE, 2)),
    "only since the event": ((1 << 12) - 1) << BEFORE,
}


def ruled(tables: Tables, situation: str, member: Member) -> Judgement:
    row = tables.situations[situation]
    return judge(tables, member, row, YEAR, MONTH, row.helps, row.helps)


@pytest.mark.parametrize("day", DAYS)
def test_every_right_pays_the_same_when_worked_out_twice(day: date) -> None:
    """All situations × lawful plans × contribution histories × ages."""
    tables, catalogue = tables_on(day), catalogue_on(day)
    compared = paying = 0
    for hold in (plan for plan in tables.plans if FUND not in plan):
        for paid in PAID.values():
            for age in (19, 60):
                member = Member(age=age, hold=hold, paid=(paid,) * tables.contributory)
                reckoner = Reckoner(catalogue, member)
                for situation in catalogue.situations.values():
                    result = ruled(tables, situation.id, member)
                    found = Came(
                        sum(baht for _, baht in result.waiting),
                        result.covered,
                        result.hearts,
                        tuple((name, each) for name, each, _ in result.standing),
                    )
                    assert found == reckoner.came(situation), (situation.id, member)
                    compared += 1
                    paying += found.cash > 0
    assert compared > 40_000
    assert paying > 1000


def test_rights_without_enrolment_pay_in_hearts_costs_avoided_and_access() -> None:
    """Who holds nothing at all has them all the same."""
    catalogue, tables = catalogue_on(DAYS[1]), tables_on(DAYS[1])
    nobody = Member(age=30, hold=(), paid=(0,) * tables.contributory)
    seen = set()
    for situation in catalogue.situations.values():
        for verdict in ruled(tables, situation.id, nobody).verdicts:
            benefit = catalogue.benefits[verdict.benefit]
            scheme = catalogue.schemes.get(benefit.scheme or "")
            if scheme is not None and not scheme.automatic:
                assert not verdict.gained
            elif verdict.gained:
                seen.add(verdict.benefit)
                assert verdict.outcome in ("covers", "mends", "nothing")
                assert verdict.each == verdict.times == 0
    named = {"sg.benefit.wlp_complaint", "ho.benefit.hormones", "ho.benefit.prep"}
    assert named <= seen
    assert {"gold.benefit.treatment", "gold.benefit.emergency", "ho.benefit.pep"} <= seen


def test_every_shape_and_condition_of_the_content_is_met_by_some_situation() -> None:
    catalogue = catalogue_on(DAYS[1])
    of_modules = {b.id: b for m in catalogue.modules for b in m.benefits}
    helped = {name for s in catalogue.situations.values() for name in s.helps}
    shapes = {of_modules[name].pays.shape for name in helped & of_modules.keys()}
    written = {benefit.pays.shape for benefit in of_modules.values()}
    # A match comes with saving; no life event is needed for it.
    assert (
        shapes | {"match"}
        == written
        == {"per_unit", "lump_sum", "monthly", "covers", "match", "access"}
    )


@pytest.mark.parametrize("day", DAYS)
def test_old_age_is_the_months_paid_times_the_fact(day: date) -> None:
    catalogue, tables = catalogue_on(day), tables_on(day)
    benefit = catalogue.benefits["s40.benefit.old_age"]
    assert isinstance(benefit.pays, PerUnit)
    assert isinstance(benefit.pays.amount, dict)
    for option in ("option1", "option2", "option3"):
        log = bot_log(
            tables,
            Setup(2, 40),
            4,
            [Bot(80, always(_with_acts(tables, f"section40.{option}")))] * 2,
        )
        for team in replay(tables, log).teams:
            lines = [line for line in old_age(tables, team) if line.benefit == benefit.id]
            months = team.months[tables.options[f"section40.{option}"].index]
            fact = benefit.pays.amount.get(option)
            each = catalogue.facts[fact].value if fact else 0
            assert sum(line.baht for line in lines) == months * (each or 0)  # type: ignore[operator]


def _with_acts(tables: Tables, option: str) -> tuple[str, ...]:
    return tuple(sorted({option, *(o.id for o in tables.options.values() if o.act)}))


def test_the_savings_pension_comes_from_savings_never_from_the_example() -> None:
    """The fund's own printed example is for reading; the game divides what was saved."""
    tables = tables_on(DAYS[1])
    rights = [fact for row in tables.benefits.values() for f in row.facts.values() for fact in f]
    assert "nsf.pension.example" not in rights
    assert all(not row.each for row in tables.benefits.values() if row.id == "nsf.benefit.pension")


@pytest.mark.parametrize("seed", range(4))
def test_every_payment_names_its_right_its_facts_and_their_sources(seed: int) -> None:
    catalogue, tables = catalogue_on(DAYS[1]), tables_on(DAYS[1])
    log = bot_log(tables, Setup(6, 60), seed, [Bot(75, careful(tables))] * 6)
    last = replay(tables, log)
    lines = ledger(tables, log)
    for line in lines:
        assert line.benefit in catalogue.benefits
        assert line.facts
        for fact in line.facts:
            known = catalogue.facts[fact]
            assert known.sources or known.unconfirmed
        if line.times:
            assert line.baht == line.each * line.times
    for seat, team in enumerate(last.teams):
        own = [line for line in lines if line.team == seat]
        by_kind = {
            kinds: sum(line.baht for line in own if line.kind in kinds)
            for kinds in (("now", "later", "monthly"), ("covered",), ("matched",))
        }
        assert list(by_kind.values()) == [team.received, team.covered, team.matched]
