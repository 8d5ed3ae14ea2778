"""Putting a question on the table, and judging the answer."""

from __future__ import annotations

from games.rules import events as ev
from games.rules import moves as mv
from games.rules.decks import next_question, shown
from games.rules.mutable_state import EventSink, MutableState
from games.rules.tables import QuestionRow, Tables


def ask(draft: MutableState, question: QuestionRow, claim: bool, out: EventSink) -> None:
    """Put the question on the table; `claim` when it decides an event's payment."""
    draft.phase = "claim" if claim else "question"
    draft.question = question.id
    draft.shown = shown(question, draft.seed)
    draft.hinted = ()
    if out is not None:
        out.append(ev.QuestionAsked(draft.turn, question.id, draft.shown, claim))


def is_right(question: QuestionRow, response: mv.Response) -> bool:
    """Whether the response is right: exact, but for a number's tolerance, and for right sides
    of pairs that read the same."""
    if response is None:
        return False
    if question.kind == "number":
        answer = question.answer
        return (
            isinstance(response, (int, float))
            and isinstance(answer, (int, float))
            and abs(response - answer) <= question.tolerance
        )
    if question.kind == "several" and isinstance(response, tuple):
        return tuple(sorted(response)) == question.answer
    if question.alike and isinstance(response, tuple):
        return tuple(question.alike[right] for right in response) == question.alike
    return response == question.answer


def ask_any(tables: Tables, draft: MutableState, out: EventSink) -> None:
    """Ask a question of the module asked least: also where a deck has nothing else to give."""
    ask(draft, next_question(tables, draft, -1), False, out)
