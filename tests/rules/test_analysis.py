"""Ledger, two lives, another decision, debrief: what a game that was played tells."""

from __future__ import annotations

from games.rules import (
    AnswersIn,
    Setup,
    Tables,
    continue_branch,
    debrief,
    decisions,
    fork,
    ledger,
    other_reply,
    replay,
    two_lives,
)
from games.rules.log import replay_events
from games.rules.model.events import RumourAnswered
from games.simulation.bots import Bot, careful, nothing
from tests.rules.playing import bot_log, bots_of

SETUP = Setup(4, 45, chapters=3)


def test_the_ledger_adds_up_to_every_purse(tables: Tables) -> None:
    for seed in range(8):
        log = bot_log(tables, SETUP, seed, bots_of(tables, 4))
        entries = ledger(tables, log)
        last = replay(tables, log)
        for seat, household in enumerate(last.households):
            own = [entry for entry in entries if entry.seat == seat]
            start = tables.amounts.start_money
            assert start + sum(entry.baht for entry in own) == household.money
            assert own[-1].money == household.money
        rights = [entry for entry in entries if entry.reason in ("right", "later")]
        assert rights
        assert all(entry.facts for entry in rights if entry.reason == "right")


def test_two_lives_share_the_same_years_and_luck(tables: Tables) -> None:
    log = bot_log(tables, SETUP, 3, [Bot(90, careful(tables))] * 4)
    last = replay(tables, log)
    for page in two_lives(tables, log):
        household = last.households[page.seat]
        assert page.held.money == household.money
        assert page.held.steps == household.steps
        assert page.held.received == household.received + household.covered
        assert [c.situations for c in page.held.chapters] == [
            c.situations for c in page.bare.chapters
        ]
        assert len(page.held.chapters) == 3
        assert sum(c.rights for c in page.held.chapters) == page.held.received
        assert page.bare.basket < page.held.basket
        assert page.bare.not_joined >= page.held.not_joined


def test_who_never_joined_sees_the_life_in_which_it_does(tables: Tables) -> None:
    log = bot_log(tables, SETUP, 5, [Bot(90, nothing, joins=False)] * 4)
    last = replay(tables, log)
    for page in two_lives(tables, log):
        household = last.households[page.seat]
        assert not page.joined
        assert page.played is page.bare
        assert (page.bare.money, page.bare.debt) == (household.money, household.debt)
        assert page.held.basket > page.bare.basket
        assert page.held.received > page.bare.received
        assert page.held.not_joined < page.bare.not_joined


def test_a_life_lived_as_recorded_is_the_game_itself(tables: Tables) -> None:
    for seed in range(10):
        log = bot_log(tables, SETUP, seed, bots_of(tables, 4))
        last = replay(tables, log)
        for page in two_lives(tables, log):
            household = last.households[page.seat]
            own = page.played
            told = (own.money, own.debt, own.hearts, own.steps)
            assert told == (household.money, household.debt, household.hearts, household.steps)


def test_the_same_decision_taken_again_is_the_same_game(tables: Tables) -> None:
    log = bot_log(tables, SETUP, 11, bots_of(tables, 4))
    for decision in decisions(tables, log, 0)[::3]:
        branch = fork(log, decision.at, other_reply(log, decision.at, 0, decision.reply))
        assert replay(tables, continue_branch(tables, branch, log)) == replay(tables, log)


def test_another_decision_changes_what_follows(tables: Tables) -> None:
    log = bot_log(tables, SETUP, 12, [Bot(90, careful(tables))] * 4)
    first = decisions(tables, log, 0)[0]
    assert (first.phase, first.chapter) == ("opening", 1)
    branch = fork(log, first.at, other_reply(log, first.at, 0, ()))
    other = continue_branch(tables, branch, log)
    last = replay(tables, other)
    assert last.phase == "over"
    assert "section40.option1" not in last.households[0].hold
    assert last.households[1].hold == replay(tables, log).households[1].hold


def test_a_game_that_is_not_over_is_carried_on_to_the_same_point(tables: Tables) -> None:
    log = bot_log(tables, SETUP, 13, bots_of(tables, 4))
    cut = log._replace(moves=log.moves[:20])
    first = decisions(tables, cut, 1)[0]
    branch = fork(cut, first.at, other_reply(cut, first.at, 1, ()))
    state = replay(tables, continue_branch(tables, branch, cut))
    then = replay(tables, cut)
    assert (state.chapter, state.phase, state.turn) == (then.chapter, then.phase, then.turn)


def test_the_debrief_counts_what_the_moves_show(tables: Tables) -> None:
    log = bot_log(tables, SETUP, 14, bots_of(tables, 4))
    found = debrief(tables, log)
    worst = sorted(found.questions, key=lambda a: (-a.missed, a.right, a.id))
    assert found.questions == tuple(worst)
    events = [event for *_, events in replay_events(tables, log) for event in events]
    rumours = [e for e in events if isinstance(e, RumourAnswered)]
    rightly = sum(answer is e.true for e in rumours for answer in e.answers)
    assert found.right == sum(q.right for q in found.questions) + rightly
    assert found.asked == sum(q.asked for q in found.questions) + 4 * len(rumours)
    assert any(isinstance(move, AnswersIn) for move in log.moves)
