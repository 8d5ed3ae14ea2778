"""The spaces, the close of the year, and the end."""

from __future__ import annotations

import pytest

from engine.diagnostics.problems import RusitError
from games.rules import (
    Answer,
    AnswerRumour,
    AskMentor,
    Borrow,
    Contribute,
    GiveHeart,
    Greet,
    HelpJoin,
    Mend,
    Pick,
    Setup,
    State,
    Tables,
    UseHint,
    apply,
    compile_tables,
    new_game,
    why_not,
)
from games.rules import events as ev
from games.rules.ending import old_age
from tests.rules.fixture import fixture_catalogue
from tests.rules.playing import until

SETUP = Setup(teams=3, minutes=40)


def at(tables: Tables, phase: str, **team: object) -> State:
    """A game in that phase, the team on turn changed as given."""
    for seed in range(50):
        state = until(tables, new_game(tables, SETUP, seed), "protect")
        state = until(tables, state, phase, seed)
        if state.phase == phase:
            changed = state.team._replace(**team)  # type: ignore[arg-type]
            teams = list(state.teams)
            teams[state.turn] = changed
            return state._replace(teams=tuple(teams))
    raise AssertionError(phase)


def test_a_right_answer_is_a_star_and_a_wrong_one_no_loss(tables: Tables) -> None:
    state = at(tables, "question", stars=1, money=5000)
    right = tables.questions[state.question].answer
    seat = state.turn
    won, told = apply(tables, state, Answer(right))
    assert won.teams[seat].stars == 2
    assert next(e for e in told if isinstance(e, ev.Answered)).right
    silent, told = apply(tables, state, Answer(None))
    assert silent.teams[seat].stars == 1
    assert next(e for e in told if isinstance(e, ev.Answered)).silent


def test_every_team_answers_a_rumour(tables: Tables) -> None:
    state = at(tables, "rumour", money=5000)
    truth = tables.truths[state.myth]
    before = [team.stars for team in state.teams]
    after, told = apply(tables, state, AnswerRumour((truth, not truth, None)))
    stars = next(e for e in told if isinstance(e, ev.RumourAnswered)).stars
    assert stars[0] > 0
    assert stars[1:] == (0, 0)
    assert after.teams[0].stars == before[0] + stars[0]
    refused = why_not(tables, state, AnswerRumour((truth,)))
    assert refused is not None
    assert refused.reason == "team"


def test_a_claim_answered_wrongly_pays_next_year(tables: Tables) -> None:
    state = at(tables, "claim", money=5000)._replace(waiting=(("s.rest", 600),), projects=())
    seat = state.turn
    question = tables.questions[state.question]
    now, told = apply(tables, state, Answer(question.answer))
    assert next(e for e in told if isinstance(e, ev.ClaimSettled)).now
    late, told = apply(tables, state, Answer(None))
    assert not next(e for e in told if isinstance(e, ev.ClaimSettled)).now
    assert late.teams[seat].later == (("s.rest", 600),)
    assert now.teams[seat].received == late.teams[seat].received
    helped = state._replace(projects=("p.claim_help",))
    _, told = apply(tables, helped, Answer(None))
    settled = next(e for e in told if isinstance(e, ev.ClaimSettled))
    assert settled.now
    assert settled.helped


def test_six_cards_lie_on_the_table_and_only_those_can_be_picked(tables: Tables) -> None:
    state = at(tables, "event")
    assert len(set(state.cards)) == 6
    assert set(tables.situations[state.situation].helps) <= set(state.cards)
    refused = why_not(tables, state, Pick(("no-such-card",)))
    assert refused is not None
    assert refused.reason == "unknown"


def test_hints_cost_a_star_unless_the_mentor_owes_one(tables: Tables) -> None:
    state = at(tables, "event", stars=1, hints=1)._replace(hinted=())
    helps = tables.situations[state.situation].helps
    if len(helps) < 2:
        state = state._replace(situation="s.fall", cards=("s.rest", "s.inpatient", "g.treatment"))
        helps = tables.situations["s.fall"].helps
    first, told = apply(tables, state, UseHint())
    hint = next(e for e in told if isinstance(e, ev.HintGiven))
    assert not hint.star
    assert state.cards[hint.hinted[0]] in helps
    second, told = apply(tables, first, UseHint())
    assert next(e for e in told if isinstance(e, ev.HintGiven)).star
    refused = why_not(tables, second, UseHint())
    assert refused is not None
    assert refused.reason == "no_star"


def test_the_service_unit_offers_three_things(tables: Tables) -> None:
    state = at(tables, "unit", hearts=1, stars=1, money=5000)
    seat = state.turn
    mended, _ = apply(tables, state, Mend())
    assert mended.teams[seat].hearts >= 2
    asked, _ = apply(tables, state, AskMentor("nsf"))
    assert (asked.teams[seat].stars, asked.teams[seat].hints) == (0, state.team.hints + 2)
    whole = at(tables, "unit", hearts=3, stars=0)
    reasons = {move: why_not(tables, whole, move) for move in (Mend(), AskMentor("nsf"), Greet())}
    assert [None if r is None else r.reason for r in reasons.values()] == ["whole", "no_star", None]


def test_helping_another_team_join_gains_both_a_star(tables: Tables) -> None:
    state = at(tables, "unit", money=5000)
    other = (state.turn + 1) % 3
    teams = list(state.teams)
    teams[other] = teams[other]._replace(money=5000, hold=(), paid=(0,), age=40)
    state = state._replace(teams=tuple(teams))
    move = HelpJoin(other, "section40.option1")
    after, told = apply(tables, state, move)
    event = next(e for e in told if isinstance(e, ev.HelpedJoin))
    assert (event.each, event.times, event.baht) == (70, 6, 420)
    assert after.teams[other].stars >= state.teams[other].stars + 1
    paid = after.teams[other].paid[0]
    assert paid.bit_count() >= 6
    assert paid >> (12 * (state.round - 1)) & 0b111111111111 >= 0b111111000000
    refused = why_not(tables, state, HelpJoin(state.turn, "section40.option1"))
    assert refused is not None
    assert refused.reason == "team"


def test_nobody_is_helped_to_what_is_paid_for_the_year(tables: Tables) -> None:
    """A team that was helped and then let go would bring two stars a turn for nothing."""
    state = at(tables, "unit", money=5000)
    other = (state.turn + 1) % 3
    helped = 0b111111000000 << (12 * (state.round - 1))
    teams = list(state.teams)
    teams[other] = teams[other]._replace(money=5000, hold=(), paid=(helped,), age=40)
    state = state._replace(teams=tuple(teams))
    refused = why_not(tables, state, HelpJoin(other, "section40.option1"))
    assert refused is not None
    assert refused.reason == "held"


def test_a_project_comes_when_more_than_half_give(tables: Tables) -> None:
    state = at(tables, "community")
    state = state._replace(teams=tuple(team._replace(money=1000) for team in state.teams))
    project = state.project
    brought, _ = apply(tables, state, Contribute((True, True, False)))
    assert project in brought.projects
    alone, told = apply(tables, state, Contribute((True, False, False)))
    assert project not in alone.projects
    assert not next(e for e in told if isinstance(e, ev.ProjectDecided)).brought
    poor = state._replace(teams=tuple(team._replace(money=0) for team in state.teams))
    refused = why_not(tables, poor, Contribute((True, True, True)))
    assert refused is not None
    assert refused.reason == "money"


def test_a_year_that_ends_short_costs_debt_or_a_heart(tables: Tables) -> None:
    state = at(tables, "unit", money=-3000, hearts=3, debt=0)
    seat = state.turn
    short, told = apply(tables, state, Greet())
    assert short.phase == "shortfall"
    assert next(e for e in told if isinstance(e, ev.ShortOfMoney)).baht == 3000
    owing, _ = apply(tables, short, Borrow())
    assert owing.teams[seat].debt == 3000
    worn, _ = apply(tables, short, GiveHeart())
    assert (worn.teams[seat].debt, worn.teams[seat].hearts) == (1000, 2)


def test_beyond_what_anyone_lends_the_household_goes_without(tables: Tables) -> None:
    state = at(tables, "unit", money=-6000, hearts=2, debt=12000)
    seat = state.turn
    short, _ = apply(tables, state, Greet())
    after, told = apply(tables, short, Borrow())
    assert after.teams[seat].debt == 15000
    assert next(e for e in told if isinstance(e, ev.WentWithout)).baht == 3000
    assert after.teams[seat].hearts <= 2


def test_old_age_counts_the_months_paid_in_each_option(tables: Tables) -> None:
    option = tables.options["section40.option2"]
    months = tuple(30 if i == option.index else 0 for i in range(len(tables.options)))
    team = new_game(tables, SETUP, 1).teams[0]._replace(months=months)
    (line,) = old_age(tables, team)
    assert (line.benefit, line.each, line.times, line.baht) == ("s.oldage", 50, 30, 1500)
    assert line.facts[0] == "s.old2"


@pytest.mark.parametrize(
    "setup",
    [
        Setup(0, 40),
        Setup(7, 40),
        Setup(2, 30),
        Setup(2, 40, names=("team0", "team0")),
        Setup(2, 40, occupations=("rider",)),
        Setup(1, 40, occupations=("pilot",)),
    ],
)
def test_what_cannot_be_played_is_said(tables: Tables, setup: Setup) -> None:
    with pytest.raises(RusitError, match="GAME04"):
        new_game(tables, setup, 1)


def test_unknown_modules_and_missing_numbers_are_said() -> None:
    catalogue = fixture_catalogue()
    with pytest.raises(RusitError, match="GAME01"):
        compile_tables(catalogue, ("nonsense",))
    with pytest.raises(RusitError, match=r"GAME02.*debt_rate"):
        compile_tables(
            catalogue.model_copy(
                update={"tuning": {k: v for k, v in catalogue.tuning.items() if k != "debt_rate"}}
            )
        )
    with pytest.raises(RusitError, match="GAME03"):
        compile_tables(catalogue.model_copy(update={"board": None}))
