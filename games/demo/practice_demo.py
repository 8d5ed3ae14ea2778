"""A bot practises on the real screen and reads a lesson; each kind of scene becomes a picture."""

from __future__ import annotations

import random
from pathlib import Path

from engine.catalogue import Catalogue
from engine.schema.question import Choice, Match, Number, Order, Question, Response, Several
from games.demo.bots import answering
from games.demo.game_demo import Demo, record
from games.ui.screens.practice.trial import Trial
from games.ui.shell.app import AppOptions

KINDS = {"choice", "several", "true_false", "order", "match", "number"}
MOST_ROUNDS = 20
MOST_TAPS = 400
RIGHT = 0.6
"""How often the bot answers right."""


def run_practice_demo(
    catalogue: Catalogue,
    seed: int,
    screenshots: Path,
    size: tuple[int, int] = (1280, 800),
    modules: tuple[str, ...] = (),
) -> list[Path]:
    """Practise until all six kinds of question were met; save a PNG of each kind of scene.

    Same seed, same pictures.

    Raises:
        RusitError: UI02 when the pictures cannot be written.
    """
    options = AppOptions(
        size=size,
        seed=seed,
        modules=modules,
        first="practice",
        today=lambda: catalogue.as_of,
    )
    return record(PracticeDemo, catalogue, options, screenshots)


class PracticeDemo(Demo):
    """Someone who practises, is forgotten, and comes back for a lesson."""

    def play(self) -> None:
        """Practise until every kind was met, then take a lesson."""
        self.look()
        self.tap("animal-elephant")
        self.tap("start")
        self._lay_aside()
        self._round()
        self.tap("close")
        self.tap("mode-minutes")
        for _ in range(MOST_ROUNDS):
            self.tap("start")
            self._round()
            self.tap("close")
            met = {kind for kind, _ in self._seen}
            if {f"practice-{kind}" for kind in KINDS} <= met | self._missing():
                break
        self._other()
        self.tap("lessons")
        chosen = self.app.options.modules or (self.app.catalogue.modules[0].id,)
        self.read(chosen[0])

    def _missing(self) -> set[str]:
        """Return the kinds of which the chosen modules have no question."""
        questions = self.app.catalogue.questions
        chosen = self.app.options.modules
        of = self.app.catalogue.module_of
        there = {q.kind for name, q in questions.items() if not chosen or of[name] in chosen}
        return {f"practice-{kind}" for kind in KINDS - there}

    def _lay_aside(self) -> None:
        """Leave a round that waits, and go on with it."""
        self._answer()
        self.tap_primary()
        self.tap("pause")
        self._save("practice-waits")
        self.tap("resume")

    def _round(self) -> None:
        """Question after question, to the close."""
        for _ in range(MOST_TAPS):
            if self.app.scenes.scene.kind == "practice-close":
                return
            self._look_aside()
            self._answer()
            self._look_aside()
            self.tap_primary()
        raise AssertionError("the round did not end")

    def _answer(self) -> None:
        """Answer the question on the screen."""
        scene = self.app.scenes.scene
        assert isinstance(scene, Trial), scene.kind
        right = self._luck.random() < RIGHT
        question = scene.question
        response = question.right_response if right else some_response(question, self._luck)
        for name in answering(scene.answers, response):
            self.tap(name)
        self.tap("answer")

    def _other(self) -> None:
        """Someone else sits down just once; the first one is forgotten."""
        self.tap("close")
        self._save("who-known")
        self.tap("once")
        self.tap("close")
        self.tap("animal-elephant")
        self.tap("forget")
        self.tap("keep")
        self.tap("forget")
        self.tap("forget")
        self.tap("close")

    def read(self, module: str) -> None:
        """Take a whole lesson from the list, try its questions, then practise about it."""
        self.tap(f"lesson-{module}")
        for _ in range(MOST_TAPS):
            scene = self.app.scenes.scene
            if any(target.name == "practise" for target in self.app.scenes.build().targets):
                self.tap("practise")
                return
            if isinstance(scene, Trial):
                self._answer()
            else:
                self.tap_primary()
        raise AssertionError("the lesson did not end")


def some_response(question: Question, luck: random.Random) -> Response:
    """Return a whole answer that need not be right."""
    match question:
        case Choice():
            return luck.randrange(len(question.options))
        case Several():
            count = len(question.options)
            return tuple(sorted(luck.sample(range(count), luck.randint(1, count))))
        case Order():
            return tuple(luck.sample(range(len(question.steps)), len(question.steps)))
        case Match():
            return tuple(luck.sample(range(len(question.pairs)), len(question.pairs)))
        case Number():
            return min(question.highest, question.lowest + question.step * luck.randint(1, 5))
        case _:
            return luck.random() < 0.5
