"""Calm and stormy luck, playing together, playing alone."""

from __future__ import annotations

import json

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from engine.diagnostics.problems import RusitError
from games.rules import (
    FUND,
    NOMINATION,
    AskNeighbours,
    IllegalMove,
    Log,
    Luck,
    Setup,
    State,
    Tables,
    apply,
    compile_tables,
    debrief,
    legal_moves,
    log_from_json,
    log_to_json,
    new_game,
    purse_changes,
    replay,
    replay_steps,
    setup_from_json,
    setup_to_json,
    state_from_json,
    state_to_json,
    what_if,
    why_not,
)
from games.rules.ending import over
from games.rules.events import (
    EventDrawn,
    GameOver,
    LuckTurned,
    NeighboursPaid,
    Payday,
    SpaceReached,
    YearClosed,
)
from games.simulation import run
from games.simulation.bots import Bot, careful
from tests.rules.fixture import fixture_catalogue
from tests.rules.playing import random_game, random_log
from tests.rules.recorded import bot_log

TABLES = compile_tables(fixture_catalogue())
MODES: tuple[Luck, ...] = ("calm", "ordinary", "storm")


def short_of_money(tables: Tables, together: bool) -> State:
    """A state in which the team on turn is short and the others are not."""
    for seed in range(200):
        setup = Setup(3, 40, luck="storm", together=together)
        for before, _, _, _ in random_game(tables, setup, seed):
            if before.phase == "shortfall":
                rich = [
                    team if seat == before.turn else team._replace(money=9000 + seat)
                    for seat, team in enumerate(before.teams)
                ]
                return before._replace(teams=tuple(rich))
    raise AssertionError("no team was ever short")


@pytest.mark.parametrize("luck", MODES)
def test_the_seasons_swing_as_the_years_are(tables: Tables, luck: Luck) -> None:
    """The same seed moves every income the same way, by the mode's share."""
    share = {"calm": 50, "ordinary": 100, "storm": 150}[luck]

    def swings(luck: Luck) -> dict[tuple[int, int], int]:
        log = bot_log(tables, Setup(4, 40, luck=luck), 6, [Bot(50, careful(tables))] * 4)
        found, year = {}, 0
        for _, _, told in replay_steps(tables, log):
            for event in told:
                if isinstance(event, Payday):
                    found[year // 4, event.team] = event.swing
                    year += 1
        return found

    ordinary = swings("ordinary")
    assert swings(luck) == {when: int(swing * share / 100) for when, swing in ordinary.items()}


def test_calm_years_let_some_events_pass_and_storms_bring_some(tables: Tables) -> None:
    def events(luck: Luck) -> tuple[int, int, int]:
        met = turned = wrong = 0
        for seed in range(12):
            for _, _, _, told in random_game(tables, Setup(4, 40, luck=luck), seed):
                kind = ""
                for event in told:
                    match event:
                        case SpaceReached(kind=kind):
                            pass
                        case LuckTurned(struck=struck, die=die):
                            turned += 1
                            wrong += die > 2 or kind != ("right" if struck else "event")
                        case EventDrawn():
                            met += 1
        return met, turned, wrong

    calm, usual, storm = events("calm"), events("ordinary"), events("storm")
    assert calm[0] < usual[0] < storm[0]
    assert calm[1] > 0 < storm[1]
    assert usual[1] == calm[2] == storm[2] == 0


@given(
    st.integers(1, 6),
    st.sampled_from(MODES),
    st.booleans(),
    st.integers(0, 2**40),
)
@settings(max_examples=40)
def test_every_mode_plays_to_the_end_and_nothing_is_lost(
    teams: int, luck: Luck, together: bool, seed: int
) -> None:
    setup = Setup(teams, 20, luck=luck, together=together and teams > 1)
    log, last = random_log(TABLES, setup, seed)
    assert log_from_json(log_to_json(log)) == log
    assert setup_from_json(setup_to_json(setup, ("nsf",))) == (setup, ("nsf",))
    assert replay(TABLES, log) == last
    assert state_from_json(state_to_json(last)) == last
    purses = [team.money for team in new_game(TABLES, setup, seed).teams]
    for state, _, told in replay_steps(TABLES, log):
        for event in told:
            for team, baht in purse_changes(event):
                purses[team] += baht
        assert purses == [team.money for team in state.teams]
    assert len(what_if(TABLES, log)) == teams


def test_saves_from_before_there_were_modes_still_load(tables: Tables) -> None:
    log, last = random_log(tables, Setup(2, 20), 4)
    data = json.loads(log_to_json(log))
    del data["setup"]["luck"], data["setup"]["together"]
    assert log_from_json(json.dumps(data)) == log
    assert replay(tables, log_from_json(json.dumps(data))) == last
    text = json.loads(setup_to_json(log.setup, log.modules))
    del text["luck"], text["together"]
    assert setup_from_json(json.dumps(text)) == (log.setup, log.modules)
    assert "together" not in state_to_json(last)


def test_a_catalogue_from_before_plays_every_mode_as_ordinary() -> None:
    catalogue = fixture_catalogue()
    old = {k: v for k, v in catalogue.tuning.items() if not k.startswith(("calm", "storm"))}
    tables = compile_tables(catalogue.model_copy(update={"tuning": old}))
    usual = [team.money for team in random_log(tables, Setup(3, 20), 8)[1].teams]
    for luck in MODES:
        last = random_log(tables, Setup(3, 20, luck=luck), 8)[1]
        assert [team.money for team in last.teams] == usual


def test_neighbours_pay_what_is_missing_evenly(tables: Tables) -> None:
    state = short_of_money(tables, together=True)
    missing = -state.team.money
    after, told = apply(tables, state, AskNeighbours())
    paid = next(event for event in told if isinstance(event, NeighboursPaid))
    assert paid.baht == missing == sum(paid.gives)
    assert paid.gives[state.turn] == 0
    given = [baht for seat, baht in enumerate(paid.gives) if seat != state.turn]
    assert max(given) - min(given) <= 1
    closed = next(event for event in told if isinstance(event, YearClosed))
    assert (closed.money, closed.debt) == (0, state.team.debt)
    assert after.teams[state.turn].hearts >= state.team.hearts


def test_a_poor_neighbour_gives_what_it_has_and_the_other_the_rest(tables: Tables) -> None:
    state = short_of_money(tables, together=True)
    poor, rich = (seat for seat in range(3) if seat != state.turn)
    teams = list(state.teams)
    teams[state.turn] = teams[state.turn]._replace(money=-1000)
    teams[poor] = teams[poor]._replace(money=100)
    teams[rich] = teams[rich]._replace(money=5000)
    _, told = apply(tables, state._replace(teams=tuple(teams)), AskNeighbours())
    paid = next(event for event in told if isinstance(event, NeighboursPaid))
    assert (paid.gives[poor], paid.gives[rich]) == (100, 900)


def test_neighbours_cannot_be_asked_when_they_have_not_enough_or_play_apart(
    tables: Tables,
) -> None:
    apart = why_not(tables, short_of_money(tables, together=False), AskNeighbours())
    assert isinstance(apart, IllegalMove)
    assert apart.reason == "alone"
    state = short_of_money(tables, together=True)
    bare = state._replace(
        teams=tuple(
            team if seat == state.turn else team._replace(money=0)
            for seat, team in enumerate(state.teams)
        )
    )
    refused = why_not(tables, bare, AskNeighbours())
    assert isinstance(refused, IllegalMove)
    assert refused.reason == "money"
    assert AskNeighbours() not in list(legal_moves(tables, bare))


def test_together_nobody_is_ranked(tables: Tables) -> None:
    def over(log: Log) -> GameOver:
        told = [event for _, _, events in replay_steps(tables, log) for event in events]
        return next(event for event in told if isinstance(event, GameOver))

    bots = [Bot(60, careful(tables))] * 4
    end = over(bot_log(tables, Setup(4, 20, together=True), 3, bots))
    assert end.together
    assert end.ranking == (0, 1, 2, 3)
    assert end.village == min(score.total for score in end.scores)
    assert not over(bot_log(tables, Setup(4, 20), 3, bots)).together


@pytest.mark.parametrize("minutes", [20, 40, 60])
def test_alone_one_lives_a_working_life_against_the_years(tables: Tables, minutes: int) -> None:
    log = bot_log(tables, Setup(1, minutes), 5, [Bot(70, careful(tables))])
    last = replay(tables, log)
    assert abs(last.rounds * 75 / 60 - minutes) <= 0.15 * minutes
    assert 20 <= last.teams[0].age <= 60
    assert len(state_to_json(last)) < 8000
    (page,) = what_if(tables, log)
    assert page.best.score >= page.played.score
    assert debrief(tables, log).teams
    told = [event for _, _, events in replay_steps(tables, log) for event in events]
    end = next(event for event in told if isinstance(event, GameOver))
    assert end.ranking == (0,)
    own = last.teams[0]
    assert end.community is (own.hearts > 0 and own.debt == 0 and end.scores[0].protected)


@pytest.mark.parametrize(
    ("hold", "protected"),
    [
        ((), False),
        ((NOMINATION,), False),
        (("gold_card",), True),
        ((FUND,), True),
        ((NOMINATION, "section40.option1"), True),
    ],
)
def test_the_village_wins_when_nobody_is_left_without_protection(
    tables: Tables, hold: tuple[str, ...], protected: bool
) -> None:
    safe, other = (
        team._replace(hold=held, hearts=1, debt=0)
        for team, held in zip(
            new_game(tables, Setup(2, 20), 1).teams, (("gold_card",), hold), strict=True
        )
    )
    end = over(tables, (safe, other))
    assert [line.protected for line in end.scores] == [True, protected]
    assert end.community is protected
    assert not over(tables, (safe, other._replace(debt=1))).community
    assert not over(tables, (safe, other._replace(hearts=0))).community


@pytest.mark.parametrize(
    "setup",
    [Setup(2, 20, luck="hail"), Setup(1, 20, together=True)],  # type: ignore[arg-type]
)
def test_modes_that_cannot_be_played_are_refused(tables: Tables, setup: Setup) -> None:
    with pytest.raises(RusitError, match="GAME04"):
        new_game(tables, setup, 1)


def test_simulation_plays_the_modes_and_ranks_nothing_it_cannot() -> None:
    report = run(fixture_catalogue(), games=20, seed=2, luck="storm", together=True)
    assert (report.luck, report.together) == ("storm", True)
    assert "storm luck · together" in report.text_report()
    ranked = {"knowledge decides more than luck", "fair seats", "fair occupations"}
    assert all(bar.holds is None for bar in report.bars if bar.name in ranked)
