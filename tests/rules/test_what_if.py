"""The what-if page and the debrief, on whole games."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from games.rules import (
    Answer,
    Begin,
    Event,
    Log,
    Luck,
    Move,
    Setup,
    Tables,
    UseHint,
    apply,
    compile_tables,
    debrief,
    purse_changes,
    replay_steps,
    start_log,
    what_if,
    why_not,
)
from games.rules.analysis import counterfactual
from games.rules.analysis.counterfactual import LifeLine, WhatIf
from games.rules.events import Answered, HelpedJoin, HintGiven, Matched, Protected, RumourAnswered
from games.rules.game import new_game
from games.rules.mutable_state import EventSink, MutableState
from games.rules.turn import step
from games.simulation.bots import Bot, careful, choose, nothing
from tests.rules.fixture import fixture_catalogue
from tests.rules.playing import random_log
from tests.rules.recorded import bot_log

CHOICES = ((), ("section40",), ("gold_card", "nsf"))
TABLES = {modules: compile_tables(fixture_catalogue(), modules) for modules in CHOICES}


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
    log = bot_log(tables, Setup(3, 40), 9, [Bot(60, careful(tables))] * 3)
    for found in what_if(tables, log):
        for life in lives(found):
            assert traced(tables, log, found.team, life) == life.money


def lives(found: WhatIf) -> tuple[LifeLine, ...]:
    return (found.played, found.bare, found.claimed, found.best)


def traced(tables: Tables, log: Log, seat: int, life: LifeLine) -> int:
    """The purse at the end, from the first one and the life's events alone."""
    own = new_game(tables, log.setup, log.seed).teams[seat].money
    for event in life.events:
        own += sum(baht for team, baht in purse_changes(event) if team == seat)
    return own


def test_a_hint_for_a_star_never_earned_there_is_left_out_alone(tables: Tables) -> None:
    """The team was helped to join, which brought the star for its hint, and then knew the
    answer. Neither the bare nor the best life has that help: no star, no hint, but the answer."""
    found = what_if(tables, helped_then_hinted(tables, 18))[1]
    assert stars(found.played) == [1, 1, 1, 0, 1, 1]
    assert stars(found.bare) == stars(found.best) == [0, 0, 1, 1]
    assert answers(found.bare, claims=True) == answers(found.played, claims=True)
    assert answers(found.best, claims=False) == answers(found.played, claims=False)


def helped_then_hinted(tables: Tables, seed: int) -> Log:
    """Teams that know nothing but what a hint brings them, and help each other to join."""
    log = start_log(tables, Setup(3, 40), seed)
    state = new_game(tables, log.setup, seed)
    while state.phase != "over":
        move = choose(tables, MutableState(state), [Bot(0, nothing)] * 3)
        if state.phase == "question":
            if why_not(tables, state, UseHint()) is None:
                move = UseHint()
            elif state.hinted:
                move = Answer(tables.questions[state.question].answer)
        state, _ = apply(tables, state, move)
        log = log.with_move(move)
    return log


def stars(life: LifeLine) -> list[int]:
    """The team's stars after each event that may win or cost one; rumours bring it none."""
    have, after = 0, []
    for event in life.events:
        match event:
            case Answered(stars=won) | HelpedJoin(stars=won):
                have += won
            case HintGiven(star=star):
                have -= star
            case _:
                continue
        after.append(have)
    return after


def answers(life: LifeLine, *, claims: bool) -> list[tuple[str, object]]:
    """What was answered to which question, with or without the claims."""
    return [
        (event.question, event.response)
        for event in life.events
        if isinstance(event, Answered) and (claims or not event.claim)
    ]


@given(
    st.sampled_from(CHOICES),
    st.integers(1, 6),
    st.sampled_from((20, 40)),
    st.sampled_from(("calm", "ordinary", "storm")),
    st.booleans(),
    st.integers(0, 2**63),
)
@settings(max_examples=40)
def test_every_life_keeps_the_rules_to_the_baht(
    modules: tuple[str, ...], teams: int, minutes: int, luck: Luck, together: bool, seed: int
) -> None:
    """Also the lives of plans that are best for no team and are never told."""
    tables = TABLES[modules]
    begun = 0

    def judged_step(tables: Tables, draft: MutableState, move: Move, out: EventSink) -> None:
        nonlocal begun
        begun += isinstance(move, Begin)
        refused = why_not(tables, draft, move)
        assert refused is None, str(refused)
        purses = [team.money for team in draft.teams]
        told: list[Event] = []
        step(tables, draft, move, told)
        for event in told:
            for seat, baht in purse_changes(event):
                purses[seat] += baht
        assert purses == [team.money for team in draft.teams]
        for team in draft.teams:
            assert 0 <= team.hearts <= 3
            assert team.stars >= 0
            assert team.hints >= 0
            assert 0 <= team.debt <= tables.amounts.debt_most
        if out is not None:
            out.extend(told)

    setup = Setup(teams, minutes, luck=luck, together=together and teams > 1)
    log, _ = random_log(tables, setup, seed)
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(counterfactual, "step", judged_step)
        pages = what_if(tables, log)
    assert begun >= 3  # the bare life, the claimed one, and that of one plan at least
    for found in pages:
        for life in lives(found):
            assert traced(tables, log, found.team, life) == life.money


def test_random_games_have_a_page_too(tables: Tables) -> None:
    for seed in range(4):
        log, _ = random_log(tables, Setup(2, 20), seed)
        assert len(what_if(tables, log)) == 2


def test_the_debrief_counts_what_was_said(tables: Tables) -> None:
    log, last = random_log(tables, Setup(4, 40), 21)
    told = [event for _, _, events in replay_steps(tables, log) for event in events]
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
