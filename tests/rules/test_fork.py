"""Another way from any move of a game, under the same luck."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from games.rules import (
    Answer,
    Greet,
    HelpJoin,
    IllegalMove,
    Log,
    Protect,
    Setup,
    State,
    Tables,
    Throw,
    UseHint,
    compile_tables,
    continue_branch,
    decisions,
    fork,
    legal_moves,
    log_from_json,
    log_to_json,
    moment,
    new_game,
    purse_changes,
    replay,
    replay_steps,
)
from games.rules.events import OldAge, Protected, Thrown
from games.simulation.bots import Bot, careful, nothing
from tests.rules.fixture import fixture_catalogue
from tests.rules.playing import random_log
from tests.rules.recorded import bot_log
from tests.rules.test_what_if import helped_then_hinted

TABLES = compile_tables(fixture_catalogue())


def bare_game(tables: Tables, seed: int = 5) -> Log:
    """Two teams that never protect themselves, with money enough to have done it."""
    return bot_log(tables, Setup(2, 40), seed, [Bot(70, nothing)] * 2)


def test_what_if_we_had_joined_option_three_in_year_two(tables: Tables) -> None:
    log = bare_game(tables)
    at = moment(tables, log, year=2, seat=0, phase="protect")
    branch = fork(log, at, Protect(("section40.option3",)))
    other = continue_branch(tables, branch, log)
    last = replay(tables, other)
    assert last.phase == "over"
    held = {
        (e.team, state.round): e.hold
        for state, _, told in replay_steps(tables, other)
        for e in told
        if isinstance(e, Protected)
    }
    rounds = last.rounds
    assert held[0, 1] == ()
    assert all("section40.option3" in held[0, year] for year in range(2, rounds + 1))
    assert all("section40.option3" not in held[1, year] for year in range(1, rounds + 1))
    lump = {
        e.team: e.lump
        for _, _, told in replay_steps(tables, other)
        for e in told
        if isinstance(e, OldAge)
    }
    months = last.teams[0].months[tables.options["section40.option3"].index]
    assert lump[0] == 150 * months > 0


def test_the_branch_keeps_what_came_before_and_the_luck(tables: Tables) -> None:
    log = bare_game(tables, 9)
    at = moment(tables, log, year=3, seat=1, phase="protect")
    other = continue_branch(tables, fork(log, at, Protect(("fund",))), log)
    assert other.moves[:at] == log.moves[:at]

    def thrown(one: Log) -> list[Thrown]:
        return [
            e for _, _, told in replay_steps(tables, one) for e in told if isinstance(e, Thrown)
        ]

    assert thrown(other) == thrown(log)


def test_a_later_change_of_plan_is_carried_over(tables: Tables) -> None:
    """Who joined option 1 in year three joins it there too, and changes from option 3."""
    log = bare_game(tables)
    third = moment(tables, log, year=3, seat=0, phase="protect")
    changed = continue_branch(tables, fork(log, third, Protect(("section40.option1",))), log)
    second = moment(tables, changed, year=2, seat=0, phase="protect")
    other = continue_branch(tables, fork(changed, second, Protect(("section40.option3",))), changed)
    told = [e for _, _, events in replay_steps(tables, other) for e in events]
    plans = [e.hold for e in told if isinstance(e, Protected) and e.team == 0]
    assert plans[1] == ("section40.option3",)
    assert plans[2] == ("section40.option1",)


@given(st.integers(0, 2**32), st.integers(1, 5), st.data())
@settings(max_examples=25)
def test_any_game_can_be_forked_at_any_move(seed: int, teams: int, data: st.DataObject) -> None:
    log, last = random_log(TABLES, Setup(teams, 20), seed)
    at = data.draw(st.integers(0, len(log.moves)))
    assert fork(log, at) == log._replace(moves=log.moves[:at])
    assert continue_branch(TABLES, fork(log, len(log.moves)), log) == log
    if at == len(log.moves):
        return
    state = replay(TABLES, fork(log, at))
    moves = list(legal_moves(TABLES, state))
    branch = fork(log, at, data.draw(st.sampled_from(moves)))
    other = continue_branch(TABLES, branch, log)
    end = replay(TABLES, other)
    assert end.phase == "over"
    assert other.moves[: at + 1] == branch.moves
    assert log_from_json(log_to_json(other)) == other
    purses = [team.money for team in new_game(TABLES, other.setup, other.seed).teams]
    for _, _, told in replay_steps(TABLES, other):
        for event in told:
            for team, baht in purse_changes(event):
                purses[team] += baht
    assert purses == [team.money for team in end.teams]
    assert last.seed == end.seed


def test_the_same_move_again_changes_nothing(tables: Tables) -> None:
    log = bot_log(tables, Setup(3, 40), 4, [Bot(60, careful(tables))] * 3)
    for at in range(0, len(log.moves), 7):
        assert continue_branch(tables, fork(log, at, log.moves[at]), log) == log


def test_a_game_half_played_is_carried_on_as_far_as_it_went(tables: Tables) -> None:
    log = bot_log(tables, Setup(3, 40), 4, [Bot(60, careful(tables))] * 3)
    half = fork(log, len(log.moves) // 2)
    state = replay(tables, half)
    at = moment(tables, half, year=1, seat=1, phase="protect")
    other = replay(tables, continue_branch(tables, fork(half, at, Protect(())), half))
    assert (other.round, other.turn) == (state.round, state.turn)


def test_what_cannot_be_forked_is_refused(tables: Tables) -> None:
    log = bare_game(tables)
    for at in (-1, len(log.moves) + 1):
        with pytest.raises(ValueError, match="cannot be forked"):
            fork(log, at)
    with pytest.raises(ValueError, match="no move of seat 5"):
        moment(tables, log, year=1, seat=5, phase="protect")
    with pytest.raises(IllegalMove):
        continue_branch(tables, fork(log, 1, Throw()), log)


def test_a_hint_that_cannot_be_paid_in_the_branch_falls_away_alone(tables: Tables) -> None:
    """Had the teams greeted each other instead, the star for the hint would be missing; the
    questions that come up as they did are still answered as they were."""
    log = helped_then_hinted(tables, 18)
    at = next(i for i, move in enumerate(log.moves) if isinstance(move, HelpJoin))
    branch = fork(log, at, Greet())
    other = continue_branch(tables, branch, log)
    hints = [sum(isinstance(move, UseHint) for move in each.moves) for each in (log, other)]
    assert hints[1] < hints[0]
    assert answered(tables, log)
    assert answered(tables, other) == answered(tables, log)


def answered(tables: Tables, log: Log) -> dict[tuple[int, int, str], object]:
    """What was answered at questions met on the way, by year, seat and question."""
    return {
        (state.round, state.turn, state.question): move.response
        for state, move in decided(tables, log)
        if isinstance(move, Answer)
    }


def decided(tables: Tables, log: Log) -> Iterator[tuple[State, object]]:
    """Each state with the move that was made there."""
    state = new_game(tables, log.setup, log.seed)
    for after, move, _ in replay_steps(tables, log):
        yield state, move
        state = after


def test_decisions_tell_year_by_year_what_was_held(tables: Tables) -> None:
    log = bot_log(tables, Setup(2, 20), 5, [Bot(70, careful(tables)), Bot(70, nothing)])
    for seat in range(2):
        told = decisions(tables, log, seat)
        assert [decision.year for decision in told] == [*range(1, len(told) + 1)]
        for decision in told:
            assert log.moves[decision.at] == Protect(decision.hold)
            assert decision.at == moment(
                tables, log, year=decision.year, seat=seat, phase="protect"
            )
    assert any(decision.hold for decision in decisions(tables, log, 0))
