"""Nothing leaks before a reveal: neither what others answered nor what is right."""

from __future__ import annotations

from dataclasses import replace
from itertools import pairwise

from hypothesis import given, settings
from hypothesis import strategies as st

from games.rules import (
    Setup,
    compile_tables,
    event_to_json,
    legal_replies,
    open_ballot,
    state_to_json,
)
from games.rules.compile.situations import lay_cards
from games.rules.phases.decks import shown
from tests.rules.fixture import fixture_catalogue
from tests.rules.playing import random_game

TABLES = compile_tables(fixture_catalogue())
BEFORE_A_REVEAL = ("EventDrawn", "QuestionAsked", "RumourHeard", "GoalOffered", "Invited")
"""Events that put something on the table."""
TELLING = ("answer", "answers", "right", "true", "helps", "pays", "gives")
"""Fields that only a reveal may have."""
seeds = st.integers(0, 2**63)


@given(seeds, st.integers(2, 6))
@settings(max_examples=20, deadline=None)
def test_what_is_put_on_the_table_tells_no_answer(seed: int, households: int) -> None:
    seen = set()
    for _, _, _, events in random_game(TABLES, Setup(households, chapters=2), seed):
        for told in map(event_to_json, events):
            if told["event"] in BEFORE_A_REVEAL:
                seen.add(told["event"])
                assert not set(TELLING) & set(told), told
    assert "EventDrawn" in seen


@given(seeds, st.integers(2, 4))
@settings(max_examples=20, deadline=None)
def test_what_one_answered_shows_neither_in_the_ballot_nor_in_the_game(
    seed: int, households: int
) -> None:
    """The others' choices are the same whatever it was, and only who has answered is told."""
    for before, _, _, _ in random_game(TABLES, Setup(households, chapters=2), seed):
        ballot = open_ballot(TABLES, before)
        text = state_to_json(before)
        for seat in ballot.waiting[:1]:
            replies = list(legal_replies(TABLES, before, seat))[1:4]
            given_in = [ballot.given(seat, reply) for reply in replies]
            assert len({one._replace(replies=()) for one in given_in}) <= 1
            assert {b.waiting for b in given_in} <= {tuple(s for s in ballot.waiting if s != seat)}
        assert state_to_json(before) == text


@given(seeds)
@settings(max_examples=20, deadline=None)
def test_the_order_of_options_does_not_depend_on_the_right_one(seed: int) -> None:
    for question in TABLES.questions.values():
        if question.kind == "choice":
            orders = {shown(replace(question, answer=n), seed) for n in range(question.size)}
            assert len(orders) == 1


def test_the_order_of_the_cards_does_not_depend_on_those_that_help() -> None:
    situations = fixture_catalogue().situations
    for row in TABLES.situations.values():
        written = situations[row.id].model_copy(update={"cards": row.cards, "tempting": ()})
        for helping in (row.cards[:1], row.cards[2:4], row.cards[5:]):
            assert lay_cards(written, helping, TABLES.benefits) == row.cards


def test_a_rumour_says_nothing_of_the_next() -> None:
    """Over many games two that follow one another are both true or both false in half of them."""
    alike = []
    for seed in range(400):
        told = [TABLES.myths[at].true for at in TABLES.rumours(seed)[:4]]
        alike += [one is following for one, following in pairwise(told)]
    assert 0.45 * len(alike) <= sum(alike) <= 0.55 * len(alike)
