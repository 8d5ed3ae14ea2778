"""Practice on the screen: rounds, who practises, and what is kept."""

from __future__ import annotations

from collections.abc import Callable
from datetime import timedelta
from pathlib import Path
from typing import Literal

import pygame
import pytest

from engine.catalogue import Catalogue
from engine.diagnostics.problems import RusitError
from engine.schema.question import Choice, Match, Order, Question, Response, Several, TrueFalse
from games.demo.bots import answering
from games.demo.practice_demo import run_practice_demo
from games.practice.rounds import Round
from games.practice.scheduler import RULES
from games.practice.store import PracticeStore, open_practice
from games.session import open_store
from games.ui.screens.practice.round import PracticeClose, PracticeQuestion, PracticeVerdict
from games.ui.screens.practice.start import PracticeStart, Who
from games.ui.screens.practice.trial import Trial
from games.ui.shell.app import App, AppOptions
from games.ui.shell.practice_session import QUESTIONS, Practice
from tests.ui.playing import Hand


class Learner(Hand):
    """Someone at practice."""

    def sit(self, animal: str = "elephant") -> None:
        self.click("practise")
        self.click(f"animal-{animal}")

    @property
    def practice(self) -> Practice:
        scene = self.app.scenes.scene
        assert isinstance(
            scene, Who | PracticeStart | PracticeQuestion | PracticeVerdict | PracticeClose
        )
        return scene.practice

    @property
    def asked(self) -> str:
        scene = self.app.scenes.scene
        assert isinstance(scene, Trial)
        return scene.question.id

    def answer(self, right: bool = True) -> None:
        scene = self.app.scenes.scene
        assert isinstance(scene, Trial)
        question = scene.question
        response = question.right_response if right else wrong(question)
        for name in answering(scene.answers, response):
            self.click(name)
        self.click("answer")

    def texts(self) -> str:
        return "\n".join(drawn.text.shown for drawn in self.app.scenes.build().drawn)

    def word(self, key: str) -> str:
        return self.app.catalogue.words[f"ui.{key}"].shown


def wrong(question: Question) -> Response:
    """A whole answer that is not right."""
    right = question.right_response
    match question:
        case Choice():
            assert isinstance(right, int)
            return (right + 1) % len(question.options)
        case Several():
            return tuple(n for n, option in enumerate(question.options) if not option.right)
        case TrueFalse():
            return not right
        case Order() | Match():
            assert isinstance(right, tuple)
            return tuple(reversed(right))
        case _:
            return question.lowest if right != question.lowest else question.highest


@pytest.fixture
def learner(catalogue: Catalogue, screen: pygame.Surface) -> Learner:
    return Learner(catalogue)


def test_three_taps_begin_a_round(learner: Learner) -> None:
    learner.touch("practise")
    learner.touch("animal-cat-face")
    learner.touch("start")
    assert isinstance(learner.app.scenes.scene, PracticeQuestion)


def test_a_round_of_ten_closes_with_what_is_solid_and_one_thing_to_do(learner: Learner) -> None:
    learner.sit()
    learner.click("start")
    for _ in range(QUESTIONS):
        learner.answer()
        assert learner.kind == "practised-right"
        learner.key(pygame.K_SPACE)
    assert learner.kind == "practice-close"
    deeds = {m.deed.shown for m in learner.app.catalogue.modules if m.deed}
    assert deeds & set(learner.texts().split("\n"))
    assert "10" in learner.texts()


def test_rounds_mix_the_modules(learner: Learner) -> None:
    learner.sit()
    learner.click("start")
    going = learner.practice.going
    assert going is not None
    modules = {learner.app.catalogue.module_of[q] for q in going.queue}
    assert modules == set(learner.app.catalogue.module_by_id)


def test_a_round_is_about_the_chosen_modules(learner: Learner) -> None:
    learner.sit()
    for module in learner.app.catalogue.modules[1:]:
        learner.click(f"module-{module.id}")
    learner.click("start")
    going = learner.practice.going
    assert going is not None
    first = learner.app.catalogue.modules[0].id
    assert {learner.app.catalogue.module_of[q] for q in going.queue} == {first}


def test_a_missed_question_comes_back_before_the_round_ends(learner: Learner) -> None:
    learner.sit()
    learner.click("start")
    missed = learner.asked
    learner.answer(right=False)
    assert learner.kind == "practised-wrong"
    assert learner.word("practice.returns") in learner.texts()
    learner.click("go-on")
    for _ in range(RULES["round"]["gap"]):
        assert learner.asked != missed
        learner.answer()
        learner.click("go-on")
    assert learner.asked == missed
    assert learner.word("practice.again") in learner.texts()


def test_the_explanation_says_why_and_where_from(learner: Learner) -> None:
    learner.sit()
    learner.click("start")
    question = learner.app.catalogue.questions[learner.asked]
    learner.answer(right=False)
    shown = learner.texts()
    assert question.explain.shown in shown
    assert "ตรวจล่าสุด" in shown
    assert ("call" in learner.names()) is bool(question.helpline)


def test_a_fact_past_its_review_is_said(learner: Learner) -> None:
    learner.day += timedelta(days=4000)
    learner.sit()
    learner.click("start")
    learner.answer()
    assert learner.word("sources.stale") in learner.texts()


def test_five_minutes_end_with_what_was_begun(learner: Learner) -> None:
    learner.sit()
    learner.click("mode-minutes")
    learner.click("start")
    missed = learner.asked
    learner.answer(right=False)
    learner.click("go-on")
    learner.practice.spend(RULES["round"]["minutes"] * 60)
    learner.answer()
    learner.click("go-on")
    assert learner.asked == missed
    learner.answer()
    learner.click("go-on")
    assert learner.kind == "practice-close"


def test_a_round_that_was_laid_aside_goes_on(learner: Learner) -> None:
    learner.sit()
    learner.click("start")
    learner.answer()
    learner.click("go-on")
    waits = learner.asked
    learner.key(pygame.K_ESCAPE)
    assert learner.kind == "practice"
    learner.click("resume")
    assert learner.asked == waits


def test_an_answer_is_on_the_disk_before_its_feedback_is_drawn(
    catalogue: Catalogue, screen: pygame.Surface, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    learner = Learner(catalogue, tmp_path)
    learner.sit()
    learner.click("start")
    asked = learner.asked
    kept: list[bool] = []
    real = PracticeVerdict.build

    def watched(self: PracticeVerdict, page: object) -> None:
        other = open_practice(tmp_path)
        kept.append(asked in other.memories("elephant"))
        other.close()
        real(self, page)  # type: ignore[arg-type]

    monkeypatch.setattr(PracticeVerdict, "build", watched)
    learner.answer()
    assert kept
    assert all(kept)


def test_what_was_practised_is_there_after_the_window_was_killed(
    catalogue: Catalogue, screen: pygame.Surface, tmp_path: Path
) -> None:
    learner = Learner(catalogue, tmp_path)
    learner.sit()
    learner.click("start")
    first = learner.asked
    learner.answer()
    second = Learner(catalogue, tmp_path)
    second.click("practise")
    assert "1" in second.texts()
    second.click("animal-elephant")
    second.click("resume")
    assert second.asked != first
    assert set(second.practice.memories) == {first}
    assert second.practice.left == QUESTIONS - 1


def test_a_round_of_minutes_goes_on_as_one(
    catalogue: Catalogue, screen: pygame.Surface, tmp_path: Path
) -> None:
    learner = Learner(catalogue, tmp_path)
    learner.sit()
    learner.click("mode-minutes")
    learner.click("start")
    learner.practice.spend(200)
    learner.answer()
    second = Learner(catalogue, tmp_path)
    second.sit()
    second.click("resume")
    going = second.practice.going
    assert going is not None
    assert going.mode == "minutes"
    assert going.spent >= 200


def test_a_question_that_is_gone_from_the_content_is_left_out(
    catalogue: Catalogue, screen: pygame.Surface, tmp_path: Path
) -> None:
    known = next(iter(catalogue.questions))
    store = open_practice(tmp_path)
    store.begin("owl")
    store.keep_round("owl", Round(("gone.q", known), {"lost.q": "good"}))
    store.close()
    learner = Learner(catalogue, tmp_path)
    learner.sit("owl")
    learner.click("resume")
    assert learner.asked == known


def test_just_once_leaves_nothing(
    catalogue: Catalogue, screen: pygame.Surface, tmp_path: Path
) -> None:
    learner = Learner(catalogue, tmp_path)
    learner.click("practise")
    learner.click("once")
    learner.click("start")
    learner.answer()
    assert learner.practice.memories
    store = open_practice(tmp_path)
    assert store.people() == ()
    learner.key(pygame.K_ESCAPE)
    learner.click("close")
    learner.click("once")
    assert not learner.practice.memories


def test_several_practise_on_one_device(learner: Learner) -> None:
    learner.sit("owl")
    learner.click("start")
    learner.answer()
    learner.key(pygame.K_ESCAPE)
    learner.click("close")
    learner.click("animal-fish")
    assert not learner.practice.memories
    learner.click("close")
    assert set(learner.practice.people()) == {"owl", "fish"}


def test_forgetting_takes_one_confirmed_tap(learner: Learner) -> None:
    learner.sit("owl")
    learner.click("start")
    learner.answer()
    learner.key(pygame.K_ESCAPE)
    learner.click("forget")
    learner.key(pygame.K_ESCAPE)
    assert learner.practice.people() == {"owl": 1}
    learner.click("forget")
    learner.click("forget")
    assert learner.practice.people() == {}


def test_what_is_due_comes_first_on_another_day(learner: Learner) -> None:
    learner.sit()
    learner.click("start")
    missed = learner.asked
    learner.answer(right=False)
    learner.key(pygame.K_ESCAPE)
    learner.day += timedelta(days=30)
    learner.click("new")
    assert learner.asked == missed


def test_a_full_disk_is_told_and_practice_goes_on(
    learner: Learner, monkeypatch: pytest.MonkeyPatch
) -> None:
    def full(*_: object) -> None:
        raise RusitError("PRAC01", "full", hint="make room")

    learner.sit()
    learner.click("start")
    monkeypatch.setattr(PracticeStore, "keep_answer", full)
    learner.answer()
    assert learner.word("practice.refused") in learner.texts()
    learner.click("go-on")
    assert learner.practice.done == 1
    learner.key(pygame.K_ESCAPE)
    monkeypatch.setattr(PracticeStore, "forget", full)
    learner.click("forget")
    learner.click("forget")
    assert learner.kind == "practice.full"
    learner.click("go-on")
    assert learner.kind == "forget"


def _blocked(folder: Path) -> None:
    (folder / "practice.sqlite3").mkdir()


def _torn(folder: Path) -> None:
    (folder / "practice.sqlite3").write_bytes(b"torn" * 3000)


@pytest.mark.parametrize(
    ("harm", "told"), [(_blocked, "practice.forbidden"), (_torn, "practice.damaged")]
)
@pytest.mark.usefixtures("screen")
def test_a_memory_that_cannot_be_used_is_told(
    catalogue: Catalogue, tmp_path: Path, harm: Callable[[Path], None], told: str
) -> None:
    harm(tmp_path)
    learner = Learner(catalogue, tmp_path)
    learner.click("practise")
    assert learner.kind == told
    learner.click("go-on")
    learner.click("animal-owl")
    learner.click("start")
    learner.answer()
    assert learner.kind == "practised-right"


def test_a_whole_round_by_keyboard_alone(learner: Learner) -> None:
    learner.press("practise")
    learner.press("animal-turtle")
    learner.key(pygame.K_RETURN)
    for _ in range(200):
        scene = learner.app.scenes.scene
        if isinstance(scene, PracticeClose):
            return
        if isinstance(scene, Trial):
            for name in answering(scene.answers, scene.question.right_response):
                learner.press(name)
            learner.press("answer")
        else:
            learner.key(pygame.K_SPACE)
    pytest.fail("the round did not end")


def test_a_lesson_is_read_to_its_end_and_leads_to_practice(learner: Learner) -> None:
    module = learner.app.catalogue.modules[2]
    learner.click("lessons")
    learner.click(f"lesson-{module.id}")
    seen = ""
    tried = 0
    while "practise" not in learner.names():
        seen += learner.texts() + "\n"
        if isinstance(learner.app.scenes.scene, Trial):
            tried += 1
            learner.answer()
            assert learner.kind == "tried-right"
        learner.key(pygame.K_SPACE)
    seen += learner.texts()
    for step in module.lesson.steps:
        assert step.title.shown in seen
        for line in step.say.shown.split("\n"):
            assert line.removeprefix("• ") in seen
    assert tried == sum(step.question is not None for step in module.lesson.steps)
    learner.click("practise")
    assert learner.kind == "who"
    assert learner.practice.modules == {module.id}
    assert learner.practice.people() == {}


def test_a_lesson_keeps_its_place_when_the_screen_is_turned(learner: Learner) -> None:
    learner.click("lessons")
    learner.click(f"lesson-{learner.app.catalogue.modules[0].id}")
    for _ in range(3):
        learner.click("next")
    kind = learner.kind
    learner.app.scenes.resize((800, 1280), large=False)
    assert learner.names()
    assert learner.kind == kind


def test_esc_leads_home_from_every_scene(learner: Learner) -> None:
    learner.sit()
    learner.click("start")
    learner.answer()
    for _ in range(3):
        learner.key(pygame.K_ESCAPE)
    assert learner.kind == "home"
    learner.click("lessons")
    learner.click(f"lesson-{learner.app.catalogue.modules[0].id}")
    for _ in range(2):
        learner.key(pygame.K_ESCAPE)
    assert learner.kind == "home"


@pytest.mark.parametrize(("first", "kind"), [("practice", "who"), ("lessons", "lessons")])
@pytest.mark.usefixtures("screen")
def test_the_first_screen_can_be_chosen_and_home_lies_behind_it(
    catalogue: Catalogue, first: Literal["practice", "lessons"], kind: str
) -> None:
    app = App(catalogue, AppOptions(first=first), open_store(None))
    assert app.scenes.scene.kind == kind
    app.scenes.scene.back()
    assert app.scenes.scene.kind == "home"


def test_the_practice_demo_draws_every_kind_of_scene(catalogue: Catalogue, tmp_path: Path) -> None:
    saved = run_practice_demo(catalogue, 3, tmp_path, (1024, 600), ("nsf",))
    kinds = {path.name.partition("-")[2].removesuffix(".png") for path in saved}
    wanted = {"who", "practice", "practised-right", "practised-wrong", "practice-close"}
    assert wanted | {"forget", "lessons", "lesson-story", "lesson-act"} <= kinds
