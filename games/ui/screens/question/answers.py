"""The answers of a question, to touch, in all six kinds: used by the game and by practice."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from functools import partial

import pygame

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
from games.rules import Reply
from games.ui.screens.common.marks import numbered, tick_or_cross
from games.ui.screens.question.letters import SignMark, letter_sign
from games.ui.shell.answer_input import Touched
from games.ui.toolkit.blocks import Block, Column, Either, Grid, Row, Say
from games.ui.toolkit.interface_text import InterfaceText, joined, number, plain
from games.ui.toolkit.page import Page
from games.ui.toolkit.theme import INK, WHITE, Pair
from games.ui.toolkit.widgets import Button, Card

LETTER_KEYS = (pygame.K_1, pygame.K_2, pygame.K_3, pygame.K_4, pygame.K_5, pygame.K_6)
BIG_STEPS = 10
PAD = 0.25
"""Steps and pairs are many: their buttons are tighter, so that all are seen at once."""
NARROWEST = 0.4
"""Share of the width that either side of a matching question has at least."""


class Answers:
    """A question with its answers.

    Nothing is given by the first touch: an answer is chosen, then given by the primary
    action, so that a hand that slips costs nothing.

    Attributes:
        shown: the order in which options, steps or right sides stand.
        struck: options that cannot be chosen any more.
        touched: what was touched so far.
    """

    def __init__(
        self,
        words: InterfaceText,
        question: Question,
        shown: Sequence[int],
        pair: Pair,
        struck: Sequence[int] = (),
    ) -> None:
        self.words = words
        self.question = question
        self.shown = tuple(shown)
        self.pair = pair
        self.struck = tuple(struck)
        self.touched = Touched(question)

    def ask(self) -> Block:
        """Return the question alone."""
        return Card(Say(self.question.ask, "lead", "strong", INK), WHITE, pad=1.6, grow=0.6)

    def fitted(self, page: Page, above: Sequence[Block] = ()) -> Either:
        """Return the question and its answers, with as much about them as has room.

        Args:
            above: what stands over the question, and is left out last.
        """
        ask = Card(Say(self.question.ask, "body", "strong", INK), WHITE, pad=0.2)
        tight = [ask, self._answers(page)]
        full = [self.ask(), self._answers(page)]
        return Either(
            Column(*above, *full, gaps=0.6),
            Column(*above, *tight, gaps=0.4),
            Column(*tight, gaps=0.4),
        )

    def button(self, give: Callable[[Response], None]) -> Button:
        """Return the primary action: give the answer if it is whole, else tell how to answer."""
        response = self.touched.response
        ready = response is not None
        key = self._how() or "answer.choose"
        return Button(
            "answer",
            (lambda: give(response)) if ready else None,
            self.words("answer") if ready else self.words(key),
            look="primary",
            pair=self.pair,
        )

    def _how(self) -> str | None:
        kind = self.question.kind
        return f"how.{kind}" if kind in ("several", "order", "match", "number") else None

    # The answers, one way for each kind.

    def _answers(self, page: Page) -> Block:
        question = self.question
        if isinstance(question, Choice | Several):
            return self._options(page, question)
        if isinstance(question, TrueFalse):
            return self._halves()
        if isinstance(question, Order):
            return self._steps(page, question)
        if isinstance(question, Match):
            return self._matches(page, question)
        return self._stepper(question)

    def _options(self, page: Page, question: Choice | Several) -> Block:
        touched = self.touched
        cells: list[Block] = []
        for place, written in enumerate(self.shown):
            struck = written in self.struck
            chosen = written in touched.ticked
            text = question.options[written].text
            inside = Row(
                SignMark(letter_sign(self.words, place)),
                Say(text, "body", "strong", INK),
                shares=[0, 1],
            )
            if struck:
                inside = Row(
                    inside, Say(self.words("struck"), "body", "read", self.pair.dark), shares=[1, 0]
                )
            cells.append(
                Button(
                    f"option-{place + 1}",
                    None if struck else partial(touched.choose, written),
                    part=inside,
                    pair=self.pair,
                    selected=chosen,
                    key=LETTER_KEYS[place],
                    grow=1,
                    pad=PAD,
                )
            )
        columns = 2 if page.scale.wide and len(cells) != 3 else 1
        return Grid(cells, columns, gaps=0.4, grow=1.4)

    def _halves(self) -> Block:
        cells: list[Block] = []
        for key, holds, name in ((pygame.K_1, True, "true"), (pygame.K_2, False, "false")):
            cells.append(
                Button(
                    f"say-{name}",
                    partial(self.touched.say, holds),
                    part=Column(
                        tick_or_cross(holds, self.pair),
                        Say(self.words(name), "title", "title", INK, "centre"),
                        gaps=0.5,
                    ),
                    pair=self.pair,
                    selected=self.touched.holds is holds,
                    key=key,
                )
            )
        return Grid(cells, 2, grow=1.4)

    def _steps(self, page: Page, question: Order) -> Block:
        touched = self.touched
        cells: list[Block] = []
        for place, written in enumerate(self.shown):
            taken = written in touched.order
            sign = plain(str(touched.order.index(written) + 1)) if taken else plain(" ")
            cells.append(
                Button(
                    f"step-{place + 1}",
                    partial(touched.take, written),
                    part=Row(
                        numbered(sign, self.pair, taken),
                        Say(question.steps[written], "body", "strong", INK),
                        shares=[0, 1],
                    ),
                    pair=self.pair,
                    selected=taken,
                    pad=PAD,
                    key=LETTER_KEYS[place],
                )
            )
        columns = 2 if page.scale.wide and len(cells) > 3 else 1
        return Grid(cells, columns, gaps=0.7, grow=1.4)

    def _matches(self, page: Page, question: Match) -> Block:
        touched = self.touched
        lefts: list[Block] = []
        rights: list[Block] = []
        for n, two in enumerate(question.pairs):
            sign = self.words(f"letter.{n + 1}")
            lefts.append(
                Button(
                    f"left-{n + 1}",
                    partial(touched.begin_pair, n),
                    part=Row(
                        numbered(sign, self.pair, True),
                        Say(two.left, "body", "strong", INK),
                        shares=[0, 1],
                    ),
                    pair=self.pair,
                    selected=n == touched.left,
                    pad=PAD,
                )
            )
        for place, written in enumerate(self.shown):
            owner = next((left for left, right in touched.pairs.items() if right == written), None)
            sign = self.words(f"letter.{owner + 1}") if owner is not None else plain(" ")
            rights.append(
                Button(
                    f"right-{place + 1}",
                    partial(touched.end_pair, written),
                    part=Row(
                        numbered(sign, self.pair, owner is not None),
                        Say(question.pairs[written].right, "body", "strong", INK),
                        shares=[0, 1],
                    ),
                    pair=self.pair,
                    selected=False,
                    pad=PAD,
                    key=LETTER_KEYS[place],
                )
            )
        # Upright, long words need the half.
        share = _left_share(question) if page.scale.wide else 0.5
        rows = [
            Row(*two, shares=[share, 1 - share], gaps=0.7, grow=1)
            for two in zip(lefts, rights, strict=True)
        ]
        return Column(*rows, gaps=0.25, grow=1.4)

    def _stepper(self, question: Number) -> Block:
        touched = self.touched

        def button(name: str, sign: str, by: int, key: int) -> Button:
            possible = question.lowest <= touched.amount + by <= question.highest
            return Button(
                name,
                partial(touched.step, by) if possible else None,
                part=Say(plain(sign), "title", "title", self.pair.dark, "centre"),
                pair=self.pair,
                key=key,
            )

        step = question.step
        many = (question.highest - question.lowest) // step > BIG_STEPS * 2
        value = Column(
            Say(plain(number(touched.amount)), "hero", "title", INK, "centre"),
            Say(question.unit, "button", "strong", self.pair.dark, "centre"),
            gaps=0.1,
        )
        less = button("less", "−" + number(step), -step, pygame.K_MINUS)
        more = button("more", "+" + number(step), step, pygame.K_EQUALS)
        big = step * BIG_STEPS
        if many:
            downs: Block = Column(
                less, button("much-less", "−" + number(big), -big, pygame.K_LEFTBRACKET)
            )
            ups: Block = Column(
                more, button("much-more", "+" + number(big), big, pygame.K_RIGHTBRACKET)
            )
        else:
            downs, ups = less, more
        return Card(Row(downs, value, ups, shares=[1, 1.7, 1]), WHITE, grow=1.4)


def answer_lines(words: InterfaceText, question: Question, reply: Reply) -> list[Text]:
    """Return an answer in lines, as it is read out; no line for silence."""
    if isinstance(question, TrueFalse) and isinstance(reply, bool):
        return [words("true" if reply else "false")]
    if isinstance(question, Number) and isinstance(reply, int | float):
        return [joined(plain(number(round(reply))), question.unit)]
    if isinstance(question, Choice) and isinstance(reply, int):
        return [question.options[reply].text]
    if not isinstance(reply, tuple):
        return []
    chosen = [int(n) for n in reply]
    if isinstance(question, Several):
        return [joined(plain("•"), question.options[n].text) for n in chosen]
    if isinstance(question, Order):
        return [joined(plain(f"{n}."), question.steps[i]) for n, i in enumerate(chosen, 1)]
    if isinstance(question, Match):
        sides = zip(question.pairs, chosen, strict=True)
        return [joined(two.left, question.pairs[n].right, between=" – ") for two, n in sides]
    return []


def _left_share(question: Match) -> float:
    """Return the share of the width for the left halves: half way to that of their length."""
    left = max(len(two.left.shown) for two in question.pairs)
    right = max(len(two.right.shown) for two in question.pairs)
    return min(max((left / (left + right) + 0.5) / 2, NARROWEST), 1 - NARROWEST)
