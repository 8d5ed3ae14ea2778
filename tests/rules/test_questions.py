"""Questions of six kinds: order shown, answers judged, and an even deck."""

from __future__ import annotations

from collections import Counter

import pytest

from engine.schema.question import Match
from games.rules import Setup, Tables, new_game
from games.rules.compile.cards import question_rows
from games.rules.decks import next_question, shown
from games.rules.legal import fits, responses
from games.rules.mutable_state import MutableState
from games.rules.questions import is_right
from games.simulation.bots import wrong_answer
from tests.rules.fixture import fixture_catalogue


@pytest.mark.parametrize("kind", ["choice", "several", "true_false", "order", "match", "number"])
def test_each_kind_has_right_and_wrong_answers_of_its_shape(tables: Tables, kind: str) -> None:
    for question in tables.questions.values():
        if question.kind != kind:
            continue
        every = list(responses(question))
        assert all(fits(question, response) for response in every)
        right = [response for response in every if is_right(question, response)]
        if kind == "number":
            assert right == [1200]
        else:
            assert right == [question.answer]
        assert every[-1] is None
        assert fits(question, wrong_answer(question))
        assert not is_right(question, wrong_answer(question))


def test_a_number_may_be_off_by_its_tolerance(tables: Tables) -> None:
    question = next(q for q in tables.questions.values() if q.kind == "number")
    assert is_right(question, 1250)
    assert not is_right(question, 1251)
    assert not fits(question, 3001)
    assert not fits(question, True)


def test_ticks_may_come_in_any_order_but_none_twice(tables: Tables) -> None:
    question = next(q for q in tables.questions.values() if q.kind == "several")
    assert is_right(question, question.answer)
    assert not fits(question, (1, 1))
    assert not fits(question, (0, 9))


def test_right_sides_that_read_the_same_may_change_places() -> None:
    catalogue = fixture_catalogue()
    module = catalogue.modules[0]
    match = next(q for q in module.questions if isinstance(q, Match))
    first, second, *others = match.pairs
    shared = (first, second.model_copy(update={"right": first.right}), *others)
    questions = [
        q.model_copy(update={"pairs": shared}) if q.id == match.id else q for q in module.questions
    ]
    changed = module.model_copy(update={"questions": tuple(questions)})
    rows, _ = question_rows((changed,))
    row = rows[match.id]
    rest = tuple(range(2, row.size))
    assert is_right(row, (0, 1, *rest))
    assert is_right(row, (1, 0, *rest))
    assert not is_right(row, (0, 2, 1, *rest[1:]))


def test_the_order_shown_is_the_seeds_and_never_gives_steps_away(tables: Tables) -> None:
    for question in tables.questions.values():
        orders = {shown(question, seed) for seed in range(40)}
        assert shown(question, 7) == shown(question, 7)
        for order in orders:
            assert sorted(order) == list(range(question.size))
        if question.kind in ("order", "match"):
            assert tuple(range(question.size)) not in orders
        if question.size:
            assert len(orders) > 1


def test_no_question_comes_again_before_all_have_come(tables: Tables) -> None:
    draft = MutableState(new_game(tables, Setup(4, 40), 11))
    seen = []
    for turn in range(18):
        draft.turn = turn % 4
        draft.round = 1 + turn // 4
        seen.append(next_question(tables, draft, 0).id)
    assert len(set(seen)) == 18
    objectives = [int(name.rpartition("q")[2]) % 2 for name in seen[:6]]
    assert Counter(objectives) == {0: 3, 1: 3}
    assert next_question(tables, draft, 0).id in seen


def test_any_module_asks_the_one_asked_least(tables: Tables) -> None:
    draft = MutableState(new_game(tables, Setup(4, 40), 2))
    count: Counter[int] = Counter()
    for turn in range(42):
        draft.turn = turn % 4
        draft.round = 1 + turn // 4
        count[next_question(tables, draft, -1).module] += 1
    assert count == {0: 18, 1: 12, 2: 12}
