"""A small sample of the games that docs/balance.md rests on: a rule or an amount that breaks the
balance turns it red. What needs thousands of games, `rusit simulate` judges.
"""

from __future__ import annotations

from functools import cache
from math import sqrt
from statistics import fmean
from typing import NamedTuple

import pytest

from games.rules import compile_tables
from games.rules.clock import Clock, best_chapters, labels
from games.rules.model.state import Setup
from games.rules.model.tables import Tables
from games.simulation import EXPERT, OTHERS
from games.simulation.balance import PlanEnds, best_plans, plan_ends, twins
from games.simulation.bars import (
    EXPERT_FIRST,
    LEADER_FIRST,
    RUMOURS_FALSE,
    STANDARD,
    TRICK_FIRST,
    TWINS_LESS,
    TWINS_MORE,
    BalanceCounts,
    rows_of,
)
from games.simulation.bots import TRICKS, Bot, careful
from games.simulation.series import play_series
from games.simulation.waiting import measure
from tests.rules.test_real_content import MODULES
from tests.shipped import shipped_catalogue

pytestmark = pytest.mark.slow

SETS: tuple[tuple[str, ...], ...] = ((), *((name,) for name in MODULES))
GAMES = 48
"""Games of a kind for each set; every seat has its turn as often."""
FEW = 24
PLANS = 12
TIMED = 3
FIRM = (
    "everybody meets their rights",
    "nobody waits",
    "the label is true",
    "few taps",
)
"""Rows that few games settle."""


class Share(NamedTuple):
    """So many of so many games, rumours or twins."""

    part: float
    of: float

    def __add__(self, other: Share) -> Share:  # type: ignore[override]
        return Share(self.part + other.part, self.of + other.of)

    def more_than(self, bar: float) -> bool:
        """Whether it lies above the bar by more than chance explains."""
        return self.part / self.of - bar > 2 * sqrt(bar * (1 - bar) / self.of)

    def less_than(self, bar: float) -> bool:
        return Share(self.of - self.part, self.of).more_than(1 - bar)


@cache
def ends(modules: tuple[str, ...]) -> PlanEnds:
    tables = compile_tables(shipped_catalogue(), modules)
    plain = Bot(OTHERS, careful(tables))
    return plan_ends(tables, STANDARD, seed_of(modules), PLANS, plain)


def seed_of(modules: tuple[str, ...]) -> int:
    """Games of its own for each set, so that all together tell more."""
    return 1 + SETS.index(modules)


@cache
def sample(modules: tuple[str, ...]) -> tuple[Tables, BalanceCounts]:
    seed = seed_of(modules)
    tables = compile_tables(shipped_catalogue(), modules)
    plain = Bot(OTHERS, careful(tables))
    expert = plain._replace(knowledge=EXPERT)

    def first(special: Bot, games: int) -> float:
        return play_series(tables, STANDARD, seed, games, plain, special).special_first / games

    return tables, BalanceCounts(
        play_series(tables, STANDARD, seed, GAMES, plain, plain),
        first(expert, GAMES),
        {trick: first(plain._replace(trick=trick), FEW) for trick in TRICKS},
        (*twins(tables, STANDARD, seed, FEW, plain), FEW),
        best_plans(ends(modules)),
        measure(tables, STANDARD, seed, PLANS, [plain] * STANDARD.households),
        {n: labels(tables, n, STANDARD.talk) for n in range(2, 7)},
        _label_minutes(tables, seed, plain),
    )


def _label_minutes(tables: Tables, seed: int, plain: Bot) -> dict[tuple[int, int], float]:
    found = {}
    for n in range(2, 7):
        clock = Clock(tables, n, STANDARD.talk)
        for minutes in labels(tables, n, STANDARD.talk):
            setup = Setup(n, minutes, STANDARD.talk, chapters=best_chapters(clock, minutes))
            found[n, minutes] = fmean(measure(tables, setup, seed, TIMED, [plain] * n).minutes)
    return found


def shares(modules: tuple[str, ...]) -> dict[str, Share]:
    """What chance has a part in, of a set."""
    _, found = sample(modules)
    counts = found.counts
    more, less, pairs = found.twins
    return {
        "expert": Share(found.expert * GAMES, GAMES),
        "leader": Share(counts.leaders_first, counts.leaders),
        "more": Share(more, pairs),
        "less": Share(less, pairs),
        "false": Share(counts.false_rumours, counts.rumours),
        **{trick: Share(found.tricks[trick] * FEW, FEW) for trick in TRICKS},
    }


def out_of_bounds(found: dict[str, Share]) -> list[str]:
    checks = {
        "expert first too seldom": found["expert"].less_than(EXPERT_FIRST[0]),
        "expert first too often": found["expert"].more_than(EXPERT_FIRST[1]),
        "leader": found["leader"].more_than(LEADER_FIRST),
        "twins with more": found["more"].less_than(TWINS_MORE),
        "twins with less": found["less"].more_than(TWINS_LESS),
        "few false rumours": found["false"].less_than(RUMOURS_FALSE[0]),
        "many false rumours": found["false"].more_than(RUMOURS_FALSE[1]),
        **{trick: found[trick].more_than(TRICK_FIRST) for trick in TRICKS},
    }
    return [f"{name}: {found}" for name, wrong in checks.items() if wrong]


@pytest.mark.parametrize("modules", SETS, ids=lambda modules: "+".join(modules) or "all")
def test_a_set_of_modules_is_in_balance(modules: tuple[str, ...]) -> None:
    tables, found = sample(modules)
    rows = {bar.name: bar for bar in rows_of(tables, STANDARD, found)}
    assert [f"{name}: {rows[name].found}" for name in FIRM if not rows[name].holds] == []
    assert out_of_bounds(shares(modules)) == []


def test_all_sets_together_are_in_balance() -> None:
    """What every set shares shows sooner in all their games."""
    names = shares(SETS[0])
    together = {name: Share(0, 0) for name in names}
    for modules in SETS:
        for name, share in shares(modules).items():
            together[name] += share
    assert out_of_bounds(together) == []


def test_no_single_protection_is_best_over_all_sets() -> None:
    together: PlanEnds = {}
    for modules in SETS:
        for hold, own in ends(modules).items():
            for work, found in own.items():
                together.setdefault(hold, {}).setdefault(work, []).extend(found)
    tables, found = sample(())
    (row,) = (
        row
        for row in rows_of(tables, STANDARD, found._replace(best=best_plans(together)))
        if row.name == "no single best protection"
    )
    assert row.holds, row.found
