"""Explaining a question: the right answer, why it is right, why one may think otherwise."""

from __future__ import annotations

from collections.abc import Sequence

from engine.schema.question import (
    Choice,
    Match,
    Number,
    Order,
    Question,
    Response,
    Several,
    TrueFalse,
)
from engine.schema.text import Text
from games.ui.toolkit.blocks import Block, Column, Picture, Row, Say
from games.ui.toolkit.interface_text import InterfaceText, joined, number, plain
from games.ui.toolkit.theme import INK, PAIRS, WHITE
from games.ui.toolkit.widgets import Card


def explanation(
    words: InterfaceText, question: Question, response: Response, *, right: bool
) -> list[Block]:
    """Return the question, its right answer, why it is right and why one may think otherwise."""
    leaf = PAIRS["leaf"].dark
    answer = right_answer(question, words("true"), words("false"))
    parts: list[Block] = [
        Card(
            Column(
                Say(question.ask, "body", "read", INK),
                *(Say(text, "lead", "title", leaf) for text in answer),
                gaps=0.5,
            ),
            WHITE,
            stripe=leaf,
        ),
        Card(
            Row(
                Picture("light-bulb", 1.8),
                Say(question.explain, "lead", "read", INK),
                shares=[0, 1],
            ),
            WHITE,
            grow=0.6,
        ),
    ]
    thinking = [] if right else reasons(question, response)
    if thinking:
        lines = [
            words("verdict.chosen", answer=chosen, why=why) if chosen else why
            for chosen, why in thinking
        ]
        told = Column(*[Say(line, "body", "read", INK) for line in lines], gaps=0.3)
        parts.append(Card(Row(Picture("thinking-face", 1.8), told, shares=[0, 1]), WHITE))
    return parts


def right_answer(question: Question, true: Text, false: Text) -> list[Text]:
    """Return the right answer in lines."""
    if isinstance(question, Choice):
        return [o.text for o in question.options if o.right]
    if isinstance(question, Several):
        return [joined(plain("•"), o.text) for o in question.options if o.right]
    if isinstance(question, TrueFalse):
        return [true if question.answer else false]
    if isinstance(question, Order):
        return [joined(plain(f"{n}."), step) for n, step in enumerate(question.steps, 1)]
    if isinstance(question, Match):
        return [joined(two.left, two.right, between=" – ") for two in question.pairs]
    return [joined(plain(number(round(question.answer.value or 0))), question.unit)]


def reasons(question: Question, response: Response) -> list[tuple[Text | None, Text]]:
    """For a wrong answer: what was chosen, and what a person who chooses it may think."""
    if isinstance(question, Choice):
        if isinstance(response, int) and 0 <= response < len(question.options):
            option = question.options[response]
            return [(option.text, option.why)] if option.why else []
        return []
    if isinstance(question, Several):
        ticked: Sequence[int] = response if isinstance(response, tuple) else ()
        wrong = [question.options[n] for n in ticked if not question.options[n].right]
        return [(o.text, o.why) for o in wrong[:2] if o.why]
    if isinstance(question, Number):
        for mistake in question.mistakes:
            if response is not None and mistake.amount.value == response:
                return [(None, mistake.why)]
    return [(None, question.why)]
