"""The what-if page and the debrief, on whole games."""

from __future__ import annotations

from games.rules import Setup, Tables, debrief, purse_changes, retell, start_log, what_if
from games.rules.events import Answered, Matched, Protected, RumourAnswered
from games.rules.play import new_game
from games.rules.whatif import WhatIf
from games.simulate.bots import Bot, careful
from tests.rules.playing import random_log
from tests.rules.recorded import bot_log


def page(tables: Tables, knowledge: int, seed: int) -> tuple[WhatIf, ...]:
    bots = [Bot(knowledge, careful(tables))] * 3
    return what_if(tables, bot_log(tables, Setup(3, 40), seed, bots))


def test_bare_life_pays_nothing_in_and_saves_nothing(tables: Tables) -> None:
    for life in page(tables, 50, 4):
        assert life.bare.account == 0
        assert life.bare.lump == 0
        assert not any(isinstance(e, Matched) for e in life.bare.events)
        assert all(e.baht == 0 for e in life.bare.events if isinstance(e, Protected))


def test_who_knows_everything_missed_nothing(tables: Tables) -> None:
    for life in page(tables, 100, 5):
        assert life.missed == 0
        assert life.claimed.rights == life.played.rights == life.used


def test_the_best_life_is_no_worse_and_missed_rights_are_the_difference(tables: Tables) -> None:
    for seed in range(6):
        for life in page(tables, 40, seed):
            assert life.best.score >= max(life.played.score, life.claimed.score)
            assert life.claimed.rights == life.used + life.missed


def test_every_baht_of_a_life_can_be_traced(tables: Tables) -> None:
    setup = Setup(3, 40)
    log = bot_log(tables, setup, 9, [Bot(60, careful(tables))] * 3)
    start = new_game(tables, setup, 9).teams
    for life in what_if(tables, log):
        own = start[life.team].money
        for event in life.bare.events:
            own += sum(baht for team, baht in purse_changes(event) if team == life.team)
        assert own == life.bare.money


def test_random_games_have_a_page_too(tables: Tables) -> None:
    for seed in range(4):
        log, _ = random_log(tables, Setup(2, 20), seed)
        assert len(what_if(tables, log)) == 2


def test_the_debrief_counts_what_was_said(tables: Tables) -> None:
    log, last = random_log(tables, Setup(4, 40), 21)
    told = [event for _, _, events in retell(tables, log) for event in events]
    found = debrief(tables, log)
    answers = [e for e in told if isinstance(e, Answered)]
    assert sum(q.asked for q in found.questions) == len(answers)
    assert sum(q.right for q in found.questions) == sum(e.right for e in answers)
    rumours = [e for e in told if isinstance(e, RumourAnswered)]
    assert sum(r.asked for r in found.rumours) == 4 * len(rumours)
    missed = [q.missed for q in found.questions]
    assert missed == sorted(missed, reverse=True)
    for team in found.teams:
        assert team.used == last.teams[team.team].received + last.teams[team.team].covered
        assert team.missed == last.teams[team.team].missed


def test_a_game_hardly_begun_has_an_empty_debrief(tables: Tables) -> None:
    found = debrief(tables, start_log(tables, Setup(2, 20), 1))
    assert found.questions == ()
    assert found.teams == ()
