"""A round of practice: question, explanation, question; then what is solid and what grows."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Sequence
from datetime import date

from engine.schema.module import Module
from engine.schema.question import Question, Response
from engine.schema.text import Text
from games.ui.screens.common.marks import bullet
from games.ui.screens.practice.trial import LONGEST_FRAME, Trial, TrialVerdict
from games.ui.shell.frame import dots, frame, heading
from games.ui.shell.practice_session import QUESTIONS, Given, Practice
from games.ui.shell.scene import BaseScene, Scene
from games.ui.toolkit.blocks import Block, Column, Gap, Picture, Row, Say
from games.ui.toolkit.interface_text import joined
from games.ui.toolkit.page import Page
from games.ui.toolkit.theme import INK, PAIRS, WHITE, pair
from games.ui.toolkit.widgets import Button, Card

SHOWN = 3
"""So many things that one can do are named, of those solid and of those growing."""

Leave = Callable[[], None]


def next_scene(practice: Practice, leave: Leave) -> Scene:
    """Return the question that is asked now; the close when none is left.

    Args:
        leave: where one goes when the round is laid aside or closed.
    """
    if practice.going is None or practice.going.over:
        return PracticeClose(practice, leave)
    return PracticeQuestion(practice, leave)


class PracticeQuestion(Trial):
    """A question of the round. Esc lays the round aside; it waits."""

    def __init__(self, practice: Practice, leave: Leave) -> None:
        question = practice.question
        met = practice.memories.get(question.id)
        super().__init__(practice, question, str(met.seen if met else 0))
        self.kind = f"practice-{question.kind}"
        self.practice = practice
        self.leave = leave

    def back(self) -> None:
        self.leave()

    def about(self, page: Page) -> list[Block]:
        practice = self.practice
        if practice.going is not None and practice.going.mode == "minutes":
            told = self.words("practice.left", minutes=practice.minutes_left)
            most = QUESTIONS
        else:
            most = practice.done + practice.left
            told = self.words("practice.number", n=min(practice.done + 1, most), all=most)
        if practice.again:
            told = self.words("practice.again")
        parts = super().about(page)
        parts.append(Say(told, "body", "strong", self.pair.dark))
        if page.scale.wide and not page.scale.large:
            parts.append(dots(most, practice.done, self.pair.dark))
        return parts

    def out(self) -> Button:
        return Button("pause", self.back, self.words("practice.pause"), "", "chip", role="body")

    def give(self, response: Response) -> None:
        seconds = self.seen / 1000
        self.practice.spend(seconds)
        given = self.practice.answer(response, seconds)
        self.practice.scenes.show(PracticeVerdict(self.practice, given, self.leave))


class PracticeVerdict(TrialVerdict):
    """The explanation of an answer that is already kept."""

    def __init__(self, practice: Practice, given: Given, leave: Leave) -> None:
        super().__init__(practice, given.question, given.response)
        self.kind = "practised-right" if given.right else "practised-wrong"
        self.practice = practice
        self.given = given
        self.leave = leave

    def tick(self, elapsed: int) -> bool:
        self.practice.spend(min(elapsed, LONGEST_FRAME) / 1000)
        return False

    def back(self) -> None:
        self.leave()

    def beside(self) -> list[Block]:
        lines: list[tuple[str, Text]] = []
        if self.given.returns:
            lines.append(("left-arrow-curving-right", self.words("practice.returns")))
        if self.practice.refused:
            lines.append(("warning", self.words("practice.refused")))
        return [
            Row(Picture(icon, 1.2), Say(line, "body", "strong", INK), shares=[0, 1])
            for icon, line in lines
        ]

    def day(self) -> date:
        return self.practice.today()

    def on(self) -> Text:
        return self.words("practice.to-close" if self.given.last else "go-on")

    def go_on(self) -> None:
        self.practice.scenes.show(next_scene(self.practice, self.leave))


class PracticeClose(BaseScene):
    """The close of a round: what is solid, what is growing, and one thing to do this week."""

    kind = "practice-close"

    def __init__(self, practice: Practice, leave: Leave) -> None:
        self.practice = practice
        self.words = practice.words
        self.leave = leave
        first = practice.going.first if practice.going else {}
        questions = practice.catalogue.questions
        self.solid = [questions[q] for q, grade in first.items() if grade == "good"]
        self.growing = [questions[q] for q, grade in first.items() if grade != "good"]

    def back(self) -> None:
        self.practice.close_round()
        self.leave()

    def build(self, page: Page) -> None:
        words, colours = self.words, PAIRS["leaf"]
        lists = [
            self._list("close.solid", "check-mark-button", self.solid, colours.dark),
            self._list("close.growing", "seedling", self.growing, PAIRS["gold"].dark),
        ]
        shown = [each for each in lists if each is not None]
        halves: Block = Row(*shown, grow=1) if page.scale.wide else Column(*shown, gaps=0.8, grow=1)
        parts = [halves, *self._deed()]
        count = len(self.solid) + len(self.growing)
        frame(
            page,
            Column(*parts, gaps=0.8),
            head=heading(words("close.thanks", n=count), colours.dark, "glowing-star"),
            primary=Button(
                "again", self._again, words("close.again"), look="primary", pair=colours
            ),
            sides=[Button("close", self.back, words("close.home"), "", "chip", role="body")],
            ground=colours.tint,
        )

    def _list(
        self, title: str, icon: str, asked: Sequence[Question], colour: tuple[int, int, int]
    ) -> Block | None:
        """Return what these questions were about, in the words of their objectives."""
        if not asked:
            return None
        cans: dict[str, Text] = {}
        for question in asked:
            objectives = self.practice.module_of(question.id).objectives
            can = next((o.can for o in objectives if o.id == question.objective), None)
            if can is not None:
                cans.setdefault(question.objective, can)
        head = Say(self.words(title, n=len(asked)), "lead", "title", colour)
        lines = [
            Row(bullet(colour, "body"), Say(can, "body", "read", INK), shares=[0, 1])
            for can in list(cans.values())[:SHOWN]
        ]
        body = Column(
            Row(Picture(icon, 1.4), head, shares=[0, 1]), *lines, Gap(0, grow=1), gaps=0.3
        )
        return Card(body, WHITE, grow=1)

    def _deed(self) -> list[Block]:
        """Return the one thing to do this week, of the module that needs it most."""
        module = self._module()
        if module is None or module.deed is None:
            return []
        colours = pair(module.colour)
        title = joined(self.words("close.deed"), module.short, between=" · ")
        told = Column(
            Say(title, "body", "title", colours.dark),
            Say(module.deed, "lead", "strong", INK),
            gaps=0.2,
        )
        return [Card(Row(Picture("pushpin", 1.8), told, shares=[0, 1]), WHITE, stripe=colours.dark)]

    def _module(self) -> Module | None:
        asked = self.growing or self.solid
        counts = Counter(self.practice.module_of(question.id).id for question in asked)
        if not counts:
            return None
        return self.practice.catalogue.module_by_id[counts.most_common(1)[0][0]]

    def _again(self) -> None:
        if self.practice.going is not None:
            self.practice.mode = self.practice.going.mode
        self.practice.begin()
        self.practice.scenes.show(next_scene(self.practice, self.leave))
