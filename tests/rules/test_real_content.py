"""The game on the content we ship: any modules play to the end, and the balance holds."""

from __future__ import annotations

from datetime import date
from functools import cache

import pytest

from engine.catalogue import Catalogue
from engine.catalogue.compilation import check_content, compile_catalogue
from engine.loading.content import default_root
from games.rules import Setup, compile_tables, debrief, what_if
from games.rules.events import Judged, Paid, Protected
from games.simulation import run
from tests.rules.playing import random_game, random_log

MODULES = ("section40", "gold_card", "nsf", "sogiesc", "hormones")


@cache
def catalogue() -> Catalogue:
    return compile_catalogue(check_content(default_root(), date(2026, 11, 20)))


@pytest.mark.parametrize("modules", [(), *((name,) for name in MODULES), MODULES[:3]])
def test_any_modules_play_to_the_end_and_name_real_facts(modules: tuple[str, ...]) -> None:
    tables = compile_tables(catalogue(), modules)
    facts = catalogue().facts
    for seed in range(3):
        for _, _, _, told in random_game(tables, Setup(4, 20), seed):
            for event in told:
                match event:
                    case Judged(verdicts=verdicts):
                        assert all(fact in facts for v in verdicts for fact in v.facts)
                        assert all(v.facts for v in verdicts if v.outcome == "pays" and v.baht)
                    case Protected(paid=paid):
                        assert all(isinstance(p, Paid) and p.baht == p.each * p.times for p in paid)
    log, _ = random_log(tables, Setup(2, 20), 1)
    assert len(what_if(tables, log)) == 2
    assert debrief(tables, log).teams


def test_every_occupation_meets_events_of_every_module() -> None:
    tables = compile_tables(catalogue())
    for work in tables.occupations.values():
        modules = {catalogue().module_of[row.id] for row, _ in work.events}
        assert modules == set(MODULES), work.id


@pytest.mark.parametrize("modules", [(), ("section40",)])
def test_the_balance_holds(modules: tuple[str, ...]) -> None:
    """The bars of the game's design, at a size that keeps the suite quick."""
    report = run(catalogue(), games=1000, seed=1, modules=modules)
    failed = [f"{b.name}: {b.found}" for b in report.bars if b.holds is False and b.name != "speed"]
    assert failed == []
