"""The game on the content we ship: any modules play to the end, every event can be met."""

from __future__ import annotations

from dataclasses import replace
from itertools import chain, combinations, compress

import pytest

from games.rules import Setup, compile_tables, debrief, labels, ledger, new_game, two_lives
from games.rules.model.events import OldAge, Protected, Revealed
from games.rules.model.tables import CARDS
from games.rules.phases.judging import judge
from tests.rules.playing import random_game, random_log
from tests.shipped import shipped_catalogue

MODULES = ("section40", "gold_card", "nsf", "sogiesc", "hormones")


@pytest.mark.parametrize("modules", [(), *((name,) for name in MODULES), MODULES[:3]])
def test_any_modules_play_to_the_end_and_name_real_facts(modules: tuple[str, ...]) -> None:
    tables = compile_tables(shipped_catalogue(), modules)
    facts = shipped_catalogue().facts
    for seed in range(3):
        for _, _, _, events in random_game(tables, Setup(4, 45, chapters=3), seed):
            for event in events:
                match event:
                    case Revealed(verdicts=verdicts):
                        assert all(fact in facts for v in verdicts for fact in v.facts)
                        assert all(v.facts for v in verdicts if v.outcome == "pays" and v.baht)
                    case Protected(lines=lines):
                        assert all(p.baht == p.each * p.times for p in lines)
                    case OldAge(lines=lines):
                        assert all(fact in facts for line in lines for fact in line.facts)
    log, last = random_log(tables, Setup(2, 45, chapters=3), 1)
    assert len(two_lives(tables, log)) == 2
    assert debrief(tables, log).asked
    for seat, household in enumerate(last.households):
        spent = sum(entry.baht for entry in ledger(tables, log) if entry.seat == seat)
        assert tables.amounts.start_money + spent == household.money


def test_every_event_lays_six_cards_of_which_some_help_and_two_do_not() -> None:
    tables = compile_tables(shipped_catalogue())
    for row in tables.situations.values():
        assert len(set(row.cards)) == len(row.cards) == CARDS, row.id
        assert row.helps, row.id
        assert set(row.helps) <= set(row.cards), row.id
        assert len(row.cards) - len(row.helps) >= 2, row.id


def test_every_occupation_meets_events_of_every_module() -> None:
    tables = compile_tables(shipped_catalogue())
    for work in tables.occupations.values():
        met = {row.id for at in work.events for row in at.rows}
        modules = {shipped_catalogue().module_of[name] for name in met}
        assert modules == set(MODULES), work.id


def test_what_was_received_and_missed_is_what_asking_for_everything_brings() -> None:
    """To the last baht: no cost and no day is counted twice, whatever was asked for."""
    tables = compile_tables(shipped_catalogue())
    household = new_game(tables, Setup(2, 45), 1).households[0]
    for row in tables.situations.values():
        for hold in tables.plans:
            own = household._replace(hold=hold, before=(240,) * tables.contributory)
            everything = judge(tables, own, row, 30, 9, row.helps)
            most = everything.covered + sum(baht for _, baht in everything.waiting)
            for picks in chain(combinations(row.helps, 1), ((), row.helps)):
                found = judge(tables, own, row, 30, 9, picks)
                received = found.covered + sum(baht for _, baht in found.waiting)
                assert received + found.missed == most, (row.id, hold, picks)
                assert found.not_joined == everything.not_joined


def test_in_another_persons_event_the_households_age_refuses_nothing() -> None:
    """A mother turns 60: her pension is no lost trip for a household of 22."""
    tables = compile_tables(shipped_catalogue())
    household = new_game(tables, Setup(2, 45), 1).households[0]
    plan = next(hold for hold, plan in tables.plans.items() if "nsf" in plan.schemes)
    own = household._replace(hold=plan, before=(240,) * tables.contributory)
    mothers = tables.situations["nsf.ev.turn60"]

    found = judge(tables, own, mothers, 22, 9, mothers.helps)
    assert {v.benefit: v.outcome for v in found.verdicts if v.picked} == {
        "nsf.benefit.pension": "mends",
        "allowance.old_age": "pays",
    }
    assert found.trips == 0
    refused = judge(tables, own, replace(mothers, own=True), 22, 9, mothers.helps)
    assert {v.outcome for v in refused.verdicts if v.picked} == {"age"}


@pytest.mark.parametrize("modules", [(), *((name,) for name in MODULES)])
def test_every_event_of_the_content_can_be_met(modules: tuple[str, ...]) -> None:
    """And at some place, by some work, at least once in fifty times."""
    tables = compile_tables(shipped_catalogue(), modules)
    met = {row.id for row in tables.village}
    for work in tables.occupations.values():
        for rows, weights in work.events:
            likely = [50 * weight >= sum(weights) for weight in weights]
            met |= {row.id for row in compress(rows, likely)}
    written = {
        s.id for m in shipped_catalogue().modules if m.id in tables.modules for s in m.situations
    }
    assert met == written


@pytest.mark.parametrize("talk", [30, 45, 60])
def test_45_and_60_minutes_are_offered_to_two_to_six_households(talk: int) -> None:
    tables = compile_tables(shipped_catalogue())
    for households in range(2, 7):
        assert {45, 60} <= set(labels(tables, households, talk)), households
