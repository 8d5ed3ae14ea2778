"""Putting a question on the table, and judging the answers."""

from __future__ import annotations

from typing import cast

from engine.schema.question import Response
from games.rules.model import events as ev
from games.rules.model import moves as mv
from games.rules.model.mutable import EventSink, MutableState
from games.rules.model.tables import QuestionRow, Tables
from games.rules.phases.decks import next_question, shown


def ask(game: MutableState, question: QuestionRow, claim: bool, events: EventSink) -> None:
    """Put the question on the table; `claim` when it decides an event's payment."""
    game.phase = "claim" if claim else "question"
    game.question = question.id
    game.shown = shown(question, game.seed)
    game.hinted = ()
    if events is not None:
        events.append(
            ev.QuestionAsked(game.turn, question.id, game.shown, claim, question.everybody)
        )


def ask_any(tables: Tables, game: MutableState, module: int, events: EventSink) -> None:
    """Ask a question of the module, or (-1) of the one asked least."""
    ask(game, next_question(tables, game, module), False, events)


def is_right(question: QuestionRow, response: mv.Reply) -> bool:
    """Return whether the response is right; none is not."""
    # Legal moves carry only replies that fit the question's kind.
    return response is not None and question.written.is_right(cast(Response, response))


def judge_answers(
    tables: Tables, game: MutableState, answers: tuple[mv.Reply, ...], events: EventSink
) -> bool:
    """Judge all answers to the question on the table and give stars.

    Returns:
        Whether the household on turn was right.
    """
    question = tables.questions[game.question]
    on_turn = game.turn
    mine = is_right(question, answers[on_turn])
    right: list[bool | None] = []
    stars = []
    for seat, answer in enumerate(answers):
        won = 0
        good: bool | None = None
        if seat == on_turn:
            good = None if answer is None else mine
            won = 2 if mine else 0
        elif answer is not None:
            if question.everybody:
                good = is_right(question, answer)
                won = 1 if good else 0
            else:
                good = answer is mine
                won = 0 if not good else 1 if mine else tables.amounts.disagree_stars
                if good:
                    game.open(seat).judged += 1
        if won:
            game.open(seat).stars += won
        right.append(good)
        stars.append(won)
    if events is not None:
        events.append(
            ev.Answered(
                on_turn,
                question.id,
                game.phase == "claim",
                answers,
                tuple(right),
                tuple(stars),
            )
        )
    game.question = ""
    game.shown = ()
    game.hinted = ()
    return mine


def answer(tables: Tables, game: MutableState, move: mv.AnswersIn, events: EventSink) -> bool:
    """Take the answers to a question of a right space."""
    judge_answers(tables, game, move.answers, events)
    return True
