"""The question on the table: the team reads, agrees, and gives one answer."""

from __future__ import annotations

from games.practice.judging import texts_of
from games.rules import Answer
from games.ui.blocks import Block, Column, Say
from games.ui.frame import chip, dots, frame
from games.ui.page import Page
from games.ui.scenes.answers import Answers
from games.ui.scenes.common import Turn
from games.ui.scenes.overlays import RoomCall, call_button, terms_button, terms_in
from games.ui.table import Table
from games.ui.theme import pair
from games.ui.timer import Timer
from games.ui.widgets import Button, Card


class QuestionScene(Turn):
    """Reads a question, lets the team agree, and takes one answer."""

    kind = "question"

    def __init__(self, table: Table) -> None:
        super().__init__(table)
        state = table.state
        self.question = table.catalogue.questions[state.question]
        self.kind = f"question-{self.question.kind}"
        self.claim = state.phase == "claim"
        self.module = table.module_of(self.question.id)
        self.pair = pair(self.module.colour)
        self.answers = Answers(self.words, self.question, state.shown, self.pair, state.hinted)
        self.terms = terms_in(table.catalogue, texts_of(self.question))
        self.timer_state = Timer()
        self.covered = False

    def tick(self, elapsed: int) -> bool:
        return self.timer_state.tick(elapsed)

    def build(self, page: Page) -> None:
        frame(
            page,
            Column(self._covered() if self.covered else self.answers.parts(page), gaps=0.8),
            head=self._head(page),
            primary=self.answers.button(
                lambda response: self.table.play(Answer(response)), open_=not self.covered
            ),
            sides=self._sides(),
            ground=self.pair.tint,
        )

    def _covered(self) -> list[Block]:
        """The question alone, its answers hidden until the room has talked."""
        cover = Say(self.words("covered"), "lead", "title", self.pair.dark, "centre")
        return [self.answers.ask(), Card(cover, self.pair.tint, self.pair.dark, grow=1)]

    def _head(self, page: Page) -> Block:
        module = self.module
        roomy = page.scale.wide and not page.scale.large and not self.terms
        left: list[Block] = [chip(module.title if roomy else module.short, module.icon, self.pair)]
        if self.claim:
            left = [chip(self.words("claim.head"), module.icon, self.pair)]
        right = [self.timer(self.timer_state)]
        if page.scale.wide:
            left.append(dots(3, self.question.level, self.pair.dark))
            if self.terms and not self.timer_state.begun:
                right.insert(0, terms_button(self.table, self.terms))
        if self.timer_state.begun:
            right.append(self.more(self.timer_state))
        return self.head(*left, right=tuple(right))

    def _sides(self) -> list[Button]:
        sides = []
        line = self.table.helpline(self.question.id, self.question.helpline)
        if line is not None:
            sides.append(call_button(self.words, line, self._call))
        sides += self.hints()
        cover = self.words("uncover") if self.covered else self.words("cover")
        sides.append(Button("cover", self._cover, cover, "", "chip", role="body"))
        return sides

    def _cover(self) -> None:
        self.covered = not self.covered

    def _call(self) -> None:
        line = self.table.helpline(self.question.id, self.question.helpline)
        if line is not None:
            self.table.stage.push(RoomCall(self.table, line, self.question.id))
