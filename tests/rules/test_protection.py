"""What can be held, what it costs, and why not."""

from __future__ import annotations

import pytest

from games.rules import (
    Begin,
    IllegalMove,
    Protect,
    Setup,
    State,
    Tables,
    Throw,
    apply,
    new_game,
    protection,
    why_not,
)
from games.rules.events import Matched, Protected
from games.rules.state import TeamState


def first_turn(tables: Tables, **team: object) -> State:
    """The first team's protection phase, that team changed as given."""
    state, _ = apply(tables, new_game(tables, Setup(2, 40), 3), Begin())
    changed: TeamState = state.teams[0]._replace(**{"money": 20000, "age": 35, **team})  # type: ignore[arg-type]
    return state._replace(teams=(changed, *state.teams[1:]))


def refusal(tables: Tables, state: State, *hold: str) -> str:
    refused = why_not(tables, state, Protect(hold))
    return "" if refused is None else refused.reason


def test_a_year_costs_twelve_contributions(tables: Tables) -> None:
    state, told = apply(tables, first_turn(tables), Protect(("section40.option1",)))
    event = next(e for e in told if isinstance(e, Protected))
    assert [(p.option, p.each, p.times, p.baht, p.fact) for p in event.paid] == [
        ("section40.option1", 70, 12, 840, "s.pay1")
    ]
    assert event.joined == ("section40.option1",)
    assert state.team.money == 20000 - 840
    assert state.team.paid[0].bit_count() == 12
    assert state.phase == "throw"


def test_what_the_law_excludes_is_refused_with_the_reason(tables: Tables) -> None:
    state = first_turn(tables)
    assert refusal(tables, state, "section40.option2", "nsf.small") == "excluded"
    assert refusal(tables, state, "section40.option1", "nsf.small") == ""
    assert refusal(tables, state, "section40.option1", "section40.option2") == "excluded"
    choices = {c.option: c for c in protection(tables, state, ("nsf.small",))}
    blocked = choices["section40.option3"]
    assert (blocked.refusal, blocked.beside, blocked.says) == ("excluded", "nsf.small", "nsf")
    assert choices["section40.option1"].refusal == ""
    assert choices["nsf.large"].refusal == ""


def test_age_and_purse_refuse_too(tables: Tables) -> None:
    old = first_turn(tables, age=66)
    assert refusal(tables, old, "section40.option1") == "age"
    member = first_turn(tables, age=66, hold=("section40.option1",))
    assert refusal(tables, member, "section40.option2") == ""
    poor = first_turn(tables, money=839)
    assert refusal(tables, poor, "section40.option1") == "money"
    assert refusal(tables, poor) == ""
    assert {c.option: c.refusal for c in protection(tables, poor)}["section40.option1"] == "money"


def test_unknown_things_are_refused_by_name(tables: Tables) -> None:
    with pytest.raises(IllegalMove, match="lottery") as caught:
        apply(tables, first_turn(tables), Protect(("lottery",)))
    assert caught.value.reason == "unknown"


@pytest.mark.parametrize(
    ("age", "option", "share"),
    [
        (25, "nsf.small", 300),
        (40, "nsf.small", 480),
        (40, "nsf.large", 1800),
        (55, "nsf.medium", 1800),
    ],
)
def test_the_state_adds_its_share_by_age(tables: Tables, age: int, option: str, share: int) -> None:
    state, told = apply(tables, first_turn(tables, age=age), Protect((option,)))
    event = next(e for e in told if isinstance(e, Matched))
    assert event.baht == share
    assert state.team.matched == share
    assert "n.most" in event.facts


def test_an_act_is_done_once_and_never_lost(tables: Tables) -> None:
    state, told = apply(tables, first_turn(tables), Protect(("gold_card",)))
    assert next(e for e in told if isinstance(e, Protected)).acts == ("gold_card",)
    again = state._replace(phase="protect")
    after, told = apply(tables, again, Protect(()))
    assert after.team.hold == ("gold_card",)
    assert next(e for e in told if isinstance(e, Protected)).acts == ()


def test_stopping_ends_the_months_paid(tables: Tables) -> None:
    state, _ = apply(tables, first_turn(tables), Protect(("section40.option1",)))
    next_year = state._replace(phase="protect", round=2)
    after, told = apply(tables, next_year, Protect(()))
    assert next(e for e in told if isinstance(e, Protected)).stopped == ("section40.option1",)
    assert after.team.paid == ((1 << 12) - 1,)
    assert apply(tables, after, Throw())[0].die in range(1, 7)
