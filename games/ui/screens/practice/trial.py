"""A question tried alone, and its explanation: in a lesson, and in a round of practice."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date

from engine.schema.question import Question, Response
from engine.schema.text import Text
from games.practice.presentation import shown
from games.ui.screens.common.marks import mark
from games.ui.screens.common.scenes import Over
from games.ui.screens.question.answers import Answers
from games.ui.screens.question.explaining import explanation
from games.ui.screens.setup.overlays import (
    Call,
    call_button,
    hard_words,
    sources_button,
    terms_button,
)
from games.ui.shell.frame import chip, frame
from games.ui.shell.screen_context import ScreenContext
from games.ui.toolkit.blocks import Block, Column, Gap, Picture, Row, Say, natural
from games.ui.toolkit.page import Page
from games.ui.toolkit.theme import DIM, PAIRS, pair
from games.ui.toolkit.widgets import Button

LONGEST_FRAME = 1000
"""Milliseconds: what passes beyond that in one frame, the computer slept."""
WIDEST_CHIP = 0.3
"""Share of the width that the module's name may take in the head."""


class Trial(Over):
    """A question with its answers. Nothing of it is written down."""

    def __init__(self, context: ScreenContext, question: Question, seed: str = "") -> None:
        super().__init__(context)
        self.question = question
        self.kind = f"try-{question.kind}"
        self.module = context.module_of(question.id)
        self.pair = pair(self.module.colour)
        order = shown(question, f"{question.id}/{seed}")
        self.answers = Answers(self.words, question, order, self.pair)
        self.terms = hard_words(context.catalogue, question)
        self.seen = 0
        """Milliseconds for which it was on the screen."""

    def tick(self, elapsed: int) -> bool:
        self.seen += min(elapsed, LONGEST_FRAME)
        return False

    def build(self, page: Page) -> None:
        right = [terms_button(self.context, self.terms)] if self.terms else []
        right.append(self.out())
        left = self.about(page)
        head = Row(
            *left, Gap(0), *right, shares=[*[0.0] * len(left), 1, *[0.0] * len(right)], gaps=0.7
        )
        frame(
            page,
            self.answers.fitted(page),
            head=head,
            primary=self.answers.button(self.give),
            sides=call_sides(self.context, self.question),
            ground=self.pair.tint,
        )

    def about(self, page: Page) -> list[Block]:
        """Return what stands at the left of the head."""
        if not page.scale.wide:
            return [Picture(self.module.icon, 1.4)]
        roomy = page.scale.wide and not page.scale.large and not self.terms
        whole = chip(self.module.title, self.module.icon, self.pair)
        if roomy and natural(page, whole, page.rect.width, 0.0) <= page.inner.width * WIDEST_CHIP:
            return [whole]
        return [chip(self.module.short, self.module.icon, self.pair)]

    def out(self) -> Button:
        """Return the way out, at the top right."""
        return Button("close", self.back, self.words("lesson.back"), "", "chip", role="body")

    def give(self, response: Response) -> None:
        """Take the answer."""
        self.context.scenes.pop()
        self.context.scenes.push(TrialVerdict(self.context, self.question, response))


class TrialVerdict(Over):
    """The right answer, why it is right, why one may think otherwise, and where it is from."""

    def __init__(self, context: ScreenContext, question: Question, response: Response) -> None:
        super().__init__(context)
        self.question = question
        self.response = response
        self.right = question.is_right(response)
        self.kind = "tried-right" if self.right else "tried-wrong"

    def build(self, page: Page) -> None:
        colours = PAIRS["leaf" if self.right else "gold"]
        title = self.words("verdict.right" if self.right else "verdict.wrong")
        parts = explanation(self.words, self.question, self.response, right=self.right)
        parts += self.beside()
        parts += source_lines(self.context, self.question.rests_on(), self.day())
        frame(
            page,
            Column(*parts, gaps=0.8),
            head=Row(
                mark(self.right, colours.dark),
                Say(title, "lead", "title", colours.dark),
                shares=[0, 1],
            ),
            primary=Button("go-on", self.go_on, self.on(), look="primary", pair=colours),
            sides=[
                sources_button(self.context, self.question.rests_on()),
                *call_sides(self.context, self.question),
            ],
            ground=colours.tint,
        )

    def beside(self) -> list[Block]:
        """Return what is said beside the explanation."""
        return []

    def day(self) -> date:
        """Return the day by which a fact may be past its review."""
        return self.context.catalogue.as_of

    def on(self) -> Text:
        """Return the words on the way on."""
        return self.words("lesson.on")

    def go_on(self) -> None:
        """Go on to what follows."""
        self.over()


def call_sides(context: ScreenContext, question: Question) -> list[Button]:
    """Return whom to ask, where the question names someone."""
    line = context.catalogue.helplines.get(question.helpline or "")
    if line is None:
        return []
    return [call_button(context.words, line, lambda: context.scenes.push(Call(context, line)))]


def source_lines(context: ScreenContext, facts: Sequence[str], day: date) -> list[Block]:
    """Return the leading source and its date, an official one if there is one.

    A warning is added if a fact is past its review on `day`.
    """
    known = [context.catalogue.facts[f] for f in facts if f in context.catalogue.facts]
    parts: list[Block] = []
    if any(fact.review_by < day for fact in known):
        warning = context.words("sources.stale")
        parts.append(Say(warning, "body", "strong", PAIRS["lotus"].dark))
    named = [(context.catalogue.sources_of(fact)[0], fact) for fact in known if fact.sources]
    if named:
        source, fact = next((pair for pair in named if pair[0].official), named[0])
        line = context.words(
            "practice.source", source=source.short, day=context.words.day(fact.checked)
        )
        parts.append(Say(line, "label", "strong", DIM))
    return parts
