"""Judging: every answer of the content has a right one, and others are told apart."""

from __future__ import annotations

import pytest

from engine.catalogue import Catalogue
from engine.schema.question import Match, Number, Order, Pair, Several
from engine.schema.text import Text
from games.practice.presentation import shown
from tests.shipped import shipped_catalogue


@pytest.fixture(scope="module")
def catalogue() -> Catalogue:
    return shipped_catalogue()


def test_the_right_answer_of_every_question_is_right(catalogue: Catalogue) -> None:
    for question in catalogue.questions.values():
        assert question.is_right(question.right_response), question.id
        assert not question.is_right(None), question.id


def test_every_wrong_option_is_wrong(catalogue: Catalogue) -> None:
    for question in catalogue.questions.values():
        if question.kind == "choice":
            verdicts = [question.is_right(n) for n in range(len(question.options))]
            assert verdicts == [option.right for option in question.options]
        if question.kind == "true_false":
            assert not question.is_right(not question.answer)


def test_ticks_count_in_any_order_and_all_are_needed(catalogue: Catalogue) -> None:
    for question in catalogue.questions.values():
        if isinstance(question, Several):
            right = question.right_response
            assert isinstance(right, tuple)
            assert question.is_right(tuple(reversed(right)))
            assert not question.is_right(right[1:])


def test_a_number_may_be_off_by_its_tolerance(catalogue: Catalogue) -> None:
    for question in catalogue.questions.values():
        if isinstance(question, Number):
            right = question.right_response
            assert isinstance(right, int | float)
            assert question.is_right(right + question.tolerance)
            assert not question.is_right(right + question.tolerance + 1)


def test_two_needs_of_one_office_may_be_paired_either_way() -> None:
    office = Text(shown="ประกันสังคม")
    pairs = tuple(
        Pair(left=Text(shown=left), right=right)
        for left, right in (("ป่วย", office), ("แก่", office), ("ออม", Text(shown="กอช.")))
    )
    words = Text(shown="ที่ไหน")
    question = Match(
        kind="match",
        id="a.b",
        objective="a.o",
        level=1,
        ask=words,
        explain=words,
        why=words,
        pairs=pairs,
    )
    assert question.is_right((1, 0, 2))
    assert not question.is_right((2, 0, 1))


def test_what_is_shown_holds_all_and_steps_are_never_in_their_order(catalogue: Catalogue) -> None:
    for question in catalogue.questions.values():
        for seed in "0", "1", "2":
            order = shown(question, seed)
            assert order == shown(question, seed)
            assert sorted(order) == list(range(len(order)))
            if isinstance(question, Order | Match):
                assert order != tuple(range(len(order)))


def test_all_that_is_read_is_counted(catalogue: Catalogue) -> None:
    for question in catalogue.questions.values():
        texts = (question.ask, *question.choices)
        assert texts[0] == question.ask
        assert len(texts) > 1 or question.kind in {"true_false", "number"}
