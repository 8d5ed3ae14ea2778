"""The ten-minute lesson of a module, page by page, with its questions to try."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from engine.schema.module import Module
from engine.schema.question import Question
from games.ui.screens.common.marks import bullet
from games.ui.screens.practice.trial import Trial
from games.ui.screens.setup.overlays import sources_button
from games.ui.shell.frame import body_box, chip, frame, heading
from games.ui.shell.scene import BaseScene
from games.ui.shell.screen_context import ScreenContext
from games.ui.toolkit.blocks import Block, Column, Gap, Grid, Picture, Row, Say
from games.ui.toolkit.page import Page
from games.ui.toolkit.paragraphs import Paragraph, pages, paragraphs
from games.ui.toolkit.theme import INK, PAIRS, WHITE, pair
from games.ui.toolkit.widgets import Button, Card

INDIGO = PAIRS["indigo"]
ICONS = {
    "story": "open-book",
    "explain": "light-bulb",
    "ask": "speech-balloon",
    "check": "check-mark-button",
    "act": "star",
}
EASE = 0.45
"""Paragraphs are dealt out to pages at about half of the range of type sizes, so that a
lesson is read from across a room."""

PAD = 1.4
GAPS = 0.6

Practise = Callable[[tuple[str, ...]], None]


class Lessons(BaseScene):
    """All lessons; a tap opens one."""

    kind = "lessons"

    def __init__(
        self, context: ScreenContext, practise: Practise, leave: Callable[[], None]
    ) -> None:
        self.context = context
        self.words = context.words
        self.practise = practise
        self.leave = leave

    def back(self) -> None:
        self.leave()

    def build(self, page: Page) -> None:
        cells = [self._module(module) for module in self.context.catalogue.modules]
        frame(
            page,
            Grid(cells, 2 if page.scale.wide and len(cells) > 3 else 1, gaps=0.8),
            head=heading(self.words("home.lessons"), INDIGO.dark, "open-book"),
            primary=Button("close", self.back, self.words("back"), look="primary", pair=INDIGO),
            ground=INDIGO.tint,
        )

    def _module(self, module: Module) -> Button:
        colours = pair(module.colour)
        minutes = self.words("minutes", minutes=round(module.lesson.minutes))
        part = Row(
            Picture(module.icon, 2),
            Column(
                Say(module.title, "button", "title", INK),
                Say(minutes, "body", "read", colours.dark),
                gaps=0,
            ),
            shares=[0, 1],
        )

        def open_it() -> None:
            self.context.scenes.push(LessonScene(self.context, module, self.practise))

        return Button(f"lesson-{module.id}", open_it, part=part, pair=colours)


@dataclass(frozen=True)
class Leaf:
    """One page of a lesson: some parts of a step, its question being the last one."""

    step: int
    parts: range


class LessonScene(BaseScene):
    """A lesson. Where one stands is a step and a part of it, so a turned screen keeps it."""

    def __init__(self, context: ScreenContext, module: Module, practise: Practise) -> None:
        self.context = context
        self.words = context.words
        self.module = module
        self.practise = practise
        self.pair = pair(module.colour)
        self.steps = module.lesson.steps
        self.said = [paragraphs(step.say) for step in self.steps]
        self.questions = [
            context.catalogue.questions.get(step.question or "") for step in self.steps
        ]
        self.step, self.part = 0, 0
        self.kind = f"lesson-{self.steps[0].kind}"
        self.tried: set[str] = set()

    def back(self) -> None:
        self.context.scenes.pop()

    def build(self, page: Page) -> None:
        leaves = self._leaves(page)
        here = next(
            n for n, leaf in enumerate(leaves) if leaf.step == self.step and self.part in leaf.parts
        )
        leaf = leaves[here]
        before = leaves[here - 1] if here else None
        after = leaves[here + 1] if here + 1 < len(leaves) else None
        question = self._question(leaf)
        waits = question is not None and question.id not in self.tried
        primary = self._try(question) if question is not None and waits else self._on(after)
        frame(
            page,
            Column(self._title(leaf), self._card(leaf), gaps=0.8),
            head=self._head(page, here + 1, len(leaves)),
            primary=primary,
            sides=self._sides(before, after if waits else None),
            ground=self.pair.tint,
        )

    def _leaves(self, page: Page) -> list[Leaf]:
        """Return all pages of the lesson in this window."""
        room = body_box(
            page,
            head=self._head(page, 1, 1),
            primary=self._on(None),
            sides=self._sides(Leaf(0, range(1)), Leaf(0, range(1))),
        )
        found: list[Leaf] = []
        for number in range(len(self.steps)):
            title = self._title(Leaf(number, range(0)))
            inside = self._card(Leaf(number, range(0))).height(page, room.width, EASE)
            high = room.height - title.height(page, room.width, EASE) - page.scale.gap - inside
            wide = room.width - 2 * round(page.scale.gap * PAD)
            heights = [block.height(page, wide, EASE) for block in self._parts(number)]
            gap = round(page.scale.gap * GAPS)
            found += [Leaf(number, some) for some in pages(heights, gap, high)]
        return found

    def _parts(self, step: int) -> list[Block]:
        """Return what is read in a step, and the question it ends with."""
        parts: list[Block] = [self._paragraph(each) for each in self.said[step]]
        question = self.questions[step]
        if question is not None:
            colours = self.pair
            ask = Say(question.ask, "lead", "strong", INK)
            row = Row(Picture("thinking-face", 1.8), ask, shares=[0, 1])
            parts.append(Card(row, colours.tint, stripe=colours.dark))
        return parts

    def _paragraph(self, paragraph: Paragraph) -> Block:
        say = Say(paragraph.text, "lead", "read", INK)
        if not paragraph.point:
            return say
        return Row(bullet(self.pair.dark, "lead"), say, shares=[0, 1], gaps=0.7)

    def _title(self, leaf: Leaf) -> Block:
        step = self.steps[leaf.step]
        title = Say(step.title, "title", "title", self.pair.dark)
        return Row(Picture(ICONS[step.kind], 1.9), title, shares=[0, 1])

    def _card(self, leaf: Leaf) -> Block:
        parts = self._parts(leaf.step)
        some = [parts[n] for n in leaf.parts]
        return Card(Column(*some, gaps=GAPS), WHITE, pad=PAD, grow=1)

    def _head(self, page: Page, number: int, count: int) -> Block:
        module: Block = Picture(self.module.icon, 1.4)
        if page.scale.wide:
            module = chip(self.module.short, self.module.icon, self.pair)
        told = self.words("lesson.page", page=number, pages=count)
        return Row(
            module,
            Gap(0),
            Say(told, "body", "strong", self.pair.dark),
            Button("close", self.back, self.words("lesson.close"), "", "chip", role="body"),
            shares=[0, 1, 0, 0],
            gaps=0.7,
        )

    def _sides(self, before: Leaf | None, after: Leaf | None) -> list[Button]:
        """To the page before, to the one after where a question waits, to the sources."""
        sides: list[Button] = []
        if before is not None:
            label = self.words("lesson.previous")
            sides.append(Button("previous", self._turn(before), label, "", "chip", role="body"))
        if after is not None:
            label = self.words("lesson.next")
            sides.append(Button("next", self._turn(after), label, "", "chip", role="body"))
        step = self.steps[self.step]
        sides.append(sources_button(self.context, [*step.say.facts, *step.facts]))
        return sides

    def _on(self, after: Leaf | None) -> Button:
        """Return the next page; after the last one, practice about this."""
        if after is not None:
            label, action, name = self.words("lesson.next"), self._turn(after), "next"
        else:
            label, action, name = self.words("lesson.practise"), self._practise, "practise"
        return Button(name, action, label, look="primary", pair=self.pair)

    def _try(self, question: Question) -> Button:
        def act() -> None:
            self.tried.add(question.id)
            self.context.scenes.push(Trial(self.context, question))

        label = self.words("lesson.try")
        return Button("try", act, label, look="primary", pair=self.pair)

    def _question(self, leaf: Leaf) -> Question | None:
        """Return the question, when it stands on this page."""
        question = self.questions[leaf.step]
        return question if len(self.said[leaf.step]) in leaf.parts else None

    def _turn(self, leaf: Leaf) -> Callable[[], None]:
        def act() -> None:
            self.step, self.part = leaf.step, leaf.parts.start
            self.kind = f"lesson-{self.steps[self.step].kind}"

        return act

    def _practise(self) -> None:
        self.practise((self.module.id,))
