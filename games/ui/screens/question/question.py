"""The question on the table: the team reads, agrees, and gives one answer."""

from __future__ import annotations

from engine.schema.text import Text
from games.rules import Answer
from games.rules.year import has_project
from games.ui.screens.common.scenes import Turn
from games.ui.screens.question.answers import Answers
from games.ui.screens.setup.overlays import RoomCall, call_button, hard_words, terms_button
from games.ui.shell.frame import chip, dots, frame
from games.ui.shell.game_screens import GameScreens
from games.ui.shell.scene import Scene
from games.ui.shell.timer import Timer
from games.ui.toolkit.blocks import Block, Column, Either, Say
from games.ui.toolkit.page import Page
from games.ui.toolkit.theme import pair
from games.ui.toolkit.widgets import Button, Card


class QuestionScene(Turn):
    """Reads a question, lets the team agree, and takes one answer."""

    kind = "question"

    def __init__(self, table: GameScreens) -> None:
        super().__init__(table)
        state = table.state
        self.question = table.catalogue.questions[state.question]
        self.kind = f"question-{self.question.kind}"
        self.claim = state.phase == "claim"
        self.module = table.module_of(self.question.id)
        self.pair = pair(self.module.colour)
        self.answers = Answers(self.words, self.question, state.shown, self.pair, state.hinted)
        self.terms = hard_words(table.catalogue, self.question)
        self.timer_state = Timer()
        self.covered = False

    def tick(self, elapsed: int) -> bool:
        return self.timer_state.tick(elapsed)

    def build(self, page: Page) -> None:
        frame(
            page,
            Either(
                [
                    Column([*self._parts(page), *told], gaps=0.8)
                    for told in (self._stake(), list[Block]())
                ]
            ),
            head=self._head(page),
            primary=self._primary(),
            sides=self._sides(),
            ground=self.pair.tint,
        )

    def _parts(self, page: Page) -> list[Block]:
        """The question and its answers, or the question alone until the room has talked."""
        if not self.covered:
            return self.answers.parts(page)
        cover = Say(self.words("covered"), "lead", "title", self.pair.dark, "centre")
        return [self.answers.ask(), Card(cover, self.pair.tint, self.pair.dark, grow=1)]

    def _stake(self) -> list[Block]:
        """The money that waits for the answer."""
        waiting = sum(baht for _, baht in self.table.state.waiting)
        if not self.claim or not waiting:
            return []
        helped = has_project(self.table.tables, self.table.state, "claim_help")
        told = self.words("claim.stake.helped" if helped else "claim.stake", baht=waiting)
        return [Say(told, "body", "strong", self.pair.dark, "centre")]

    def _primary(self) -> Button:
        if self.covered:
            uncover = self.words("uncover")
            return Button("cover", self._cover, uncover, look="primary", pair=self.pair)
        return self.answers.button(lambda response: self.table.play(Answer(response)))

    def _head(self, page: Page) -> Block:
        module = self.module
        # In a narrow window no room is left for more than the module, in large type.
        roomy = page.scale.wide or not page.scale.large
        subject = self._claim_head() if self.claim and roomy else module.short
        left: list[Block] = [
            self.sign(page, self.seat),
            chip(subject, module.icon, self.pair),
        ]
        right = [self.timer(self.timer_state)]
        if page.scale.wide:
            left.append(dots(3, self.question.level, self.pair.dark))
            if self.terms and not self.timer_state.begun:
                right.insert(0, terms_button(self.table, self.terms))
        if self.timer_state.begun:
            right.append(self.more(self.timer_state))
        return self.head(*left, right=tuple(right))

    def _claim_head(self) -> Text:
        return self.words("claim.head" if self.table.claim_is_own else "claim.head.none")

    def _sides(self) -> list[Button]:
        sides = []
        line = self.table.helpline(self.question.id, self.question.helpline)
        if line is not None:
            sides.append(call_button(self.words, line, self._call))
        sides += self.hints(self._carry)
        if not self.covered:
            sides.append(Button("cover", self._cover, self.words("cover"), "", "chip", role="body"))
        return sides

    def _carry(self, scene: Scene) -> None:
        if isinstance(scene, QuestionScene):
            scene.timer_state = self.timer_state
            scene.answers.touched.ticked = self.answers.touched.ticked - set(scene.answers.struck)

    def _cover(self) -> None:
        self.covered = not self.covered

    def _call(self) -> None:
        line = self.table.helpline(self.question.id, self.question.helpline)
        if line is not None:
            self.table.stage.push(RoomCall(self.table, line, self.question.id))
