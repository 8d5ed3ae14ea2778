"""How the question went: the right answer, why it is right, and why one may think otherwise."""

from __future__ import annotations

from collections.abc import Sequence

from engine.schema.question import Choice, Match, Number, Order, Question, Several, TrueFalse
from engine.schema.text import Text
from games.rules import Response
from games.rules.events import Answered, ClaimSettled
from games.ui.screens.common.marks import mark
from games.ui.screens.common.scenes import Turn
from games.ui.screens.setup.overlays import RoomCall, call_button, sources_button
from games.ui.shell.frame import frame, heading
from games.ui.shell.game_screens import GameScreens
from games.ui.toolkit.blocks import Block, Column, Picture, Row, Say
from games.ui.toolkit.interface_text import InterfaceText, joined, number, plain
from games.ui.toolkit.page import Page
from games.ui.toolkit.theme import INK, PAIRS, WHITE
from games.ui.toolkit.widgets import Button, Card


class VerdictScene(Turn):
    """Right or not yet: never a humiliation, always an explanation."""

    kind = "verdict"

    def __init__(
        self, table: GameScreens, answered: Answered, settled: ClaimSettled | None = None
    ) -> None:
        super().__init__(table)
        self.answered = answered
        self.settled = settled
        self.question: Question = table.catalogue.questions[answered.question]
        self.kind = "verdict-right" if answered.right else "verdict-wrong"

    def build(self, page: Page) -> None:
        right = self.answered.right
        colours = PAIRS["leaf" if right else "gold"]
        parts = explanation(self.words, self.question, self.answered.response, right=right)
        if self.settled is not None:
            parts.append(self._money(self.settled))
        frame(
            page,
            Column(parts, gaps=0.8),
            head=self.head(
                self.sign(page, self.answered.team),
                mark(right, colours.dark),
                Say(self._title(), "lead", "title", colours.dark),
            )
            if page.scale.wide
            else heading(self._title(), colours.dark, "", self.gear()),
            primary=self.way_on(colours),
            sides=self._sides(),
            ground=colours.tint,
        )

    def _title(self) -> Text:
        if self.answered.silent:
            return self.words("verdict.silent")
        if not self.answered.right:
            return self.words("verdict.wrong")
        if self.answered.stars:
            return self.words("verdict.star", stars=self.answered.stars)
        return self.words("verdict.right")

    def _money(self, settled: ClaimSettled) -> Block:
        colours = PAIRS["indigo"]
        if settled.helped:
            told = self.words("claim.helped", baht=settled.baht)
        elif settled.now:
            told = self.words("claim.now", baht=settled.baht)
        else:
            told = self.words("claim.later", baht=settled.baht)
        say = Say(told, "lead", "title", colours.dark)
        return Card(Row([Picture("money-bag", 1.8), say], [0, 1]), colours.tint)

    def _sides(self) -> list[Button]:
        sides = [sources_button(self.table, self.question.rests_on())]
        line = self.table.helpline(self.question.id, self.question.helpline)
        if line is not None:
            sides.append(call_button(self.words, line, self._call))
        return sides

    def _call(self) -> None:
        line = self.table.helpline(self.question.id, self.question.helpline)
        if line is not None:
            self.table.stage.push(RoomCall(self.table, line, self.question.id))


def explanation(
    words: InterfaceText, question: Question, response: Response, *, right: bool
) -> list[Block]:
    """The question with its right answer, why it is right, and why one may think otherwise."""
    leaf = PAIRS["leaf"].dark
    answer = right_answer(question, words("true"), words("false"))
    parts: list[Block] = [
        Card(
            Column(
                [
                    Say(question.ask, "body", "read", INK),
                    *(Say(text, "lead", "title", leaf) for text in answer),
                ],
                gaps=0.5,
            ),
            WHITE,
            stripe=leaf,
        ),
        Card(
            Row([Picture("light-bulb", 1.8), Say(question.explain, "lead", "read", INK)], [0, 1]),
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
        told = Column([Say(line, "body", "read", INK) for line in lines], gaps=0.3)
        parts.append(Card(Row([Picture("thinking-face", 1.8), told], [0, 1]), WHITE))
    return parts


def right_answer(question: Question, true: Text, false: Text) -> list[Text]:
    """The right answer in lines."""
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
