"""The planner: which plan promises most, from the odds of the cards and the amounts."""

from __future__ import annotations

from typing import NamedTuple

from games.rules.claims import judge
from games.rules.tables import OccupationRow, ProtectionPlan, Tables


class _Member(NamedTuple):
    """Someone who has paid every month: what a plan is worth once it has settled."""

    age: int
    hold: tuple[str, ...]
    paid: tuple[int, ...]
    saved_now: int = 0


class Planner:
    """Greedy: one plan for each occupation and age band, by expected baht a year."""

    def __init__(self, tables: Tables) -> None:
        self._tables = tables
        events = sum(1 for space in tables.spaces if space.kind == "event")
        self._odds = events / len(tables.spaces)
        self._best: dict[tuple[str, int], tuple[str, ...]] = {}

    def best(self, occupation: str, age: int) -> tuple[str, ...]:
        """The plan that promises most at that age."""
        band = age // 10
        known = self._best.get((occupation, band))
        if known is None:
            row = self._tables.occupations[occupation]
            known = max(
                self._tables.plans.values(),
                key=lambda plan: (self._worth(row, plan, age), plan.hold),
            ).hold
            self._best[(occupation, band)] = known
        return known

    def _worth(self, row: OccupationRow, plan: ProtectionPlan, age: int) -> float:
        tables = self._tables
        member = _Member(age, plan.hold, ((1 << 600) - 1,) * tables.contributory)
        total = sum(weight for _, weight in row.events) or 1
        expected = 0.0
        for situation, weight in row.events:
            result = judge(tables, member, situation, 40, 6, situation.helps, situation.helps)
            paid = sum(baht for _, baht in result.waiting) + result.covered
            for _, monthly, _ in result.standing:
                paid += 24 * monthly
            expected += paid * weight / total
        return self._odds * expected + self._laid_aside(plan, age) - plan.year

    def _laid_aside(self, plan: ProtectionPlan, age: int) -> float:
        """What a year adds to old age, as the score counts it."""
        tables = self._tables
        aside = 0.0
        for benefit in tables.old_age:
            held = plan.schemes.get(benefit.scheme)
            if held is not None and held.id in benefit.each:
                aside += 12 * benefit.each[held.id]
        for option in plan.options:
            match = tables.matches.get(option.scheme)
            if option.saves and match is not None:
                share = next((p for to, p, _ in match.bands if age <= to), 0)
                aside += option.yearly
                aside += min(match.each[option.id], option.yearly * share // 100)
        return aside * tables.amounts.old_age_counts / 100
