"""What the scenes promise: words exist, nothing is guessed, sensitive stories come gently."""

from __future__ import annotations

import re
from pathlib import Path

import pygame
import pytest

import games.ui
from engine.catalogue import Catalogue
from engine.schema.question import Choice
from games.ui.shell.timer import FIRST, Timer
from games.ui.toolkit.icons import icon
from games.ui.toolkit.interface_text import number
from tests.ui.playing import Hand

SOURCE = "\n".join(p.read_text() for p in Path(games.ui.__file__).parent.rglob("*.py"))


def test_every_word_the_screen_asks_for_exists(catalogue: Catalogue) -> None:
    asked = set(re.findall(r'words\(\s*"([a-z0-9.-]+)"', SOURCE))
    missing = {key for key in asked if f"ui.{key}" not in catalogue.words}
    assert len(asked) > 100
    assert not missing


def test_no_thai_word_stands_in_the_code() -> None:
    inside = re.sub(r'""".*?"""|#.*', "", SOURCE, flags=re.DOTALL)
    assert not re.findall(r"[ก-๛]+", inside)


def test_every_icon_of_the_content_can_be_drawn(
    catalogue: Catalogue, screen: pygame.Surface
) -> None:
    board = catalogue.board
    assert board is not None
    names = {s.icon for s in board.spaces} | {o.icon for o in catalogue.occupations}
    names |= {t.icon for t in catalogue.teams} | {d.icon for d in catalogue.dreams}
    names |= {b.icon for b in catalogue.benefits.values()}
    names |= {s.icon for s in catalogue.situations.values()}
    for name in names:
        assert icon(name, 24).get_size() == (24, 24)


def test_numbers_are_written_with_commas_and_a_true_minus() -> None:
    assert number(14300) == "14,300"
    assert number(-1200) == "−1,200"


def test_the_timer_starts_pauses_goes_on_and_is_extended() -> None:
    timer = Timer()
    assert not timer.tick(5_000)
    timer.tap()
    assert timer.tick(1_000)
    assert timer.shown == "0:59"
    timer.tap()
    timer.tick(9_000)
    assert timer.shown == "0:59"
    timer.extend()
    assert timer.shown == "1:29"
    timer.tap()
    timer.tick(FIRST * 2)
    assert timer.left == 0
    assert not timer.running


@pytest.mark.usefixtures("screen")
def test_a_sensitive_story_begins_with_a_note_and_a_helpline(catalogue: Catalogue) -> None:
    from games.ui.screens.claim.care import CareScene
    from games.ui.screens.claim.story import StoryScene, story_scene

    hand = _at(catalogue, "event")
    game = hand.game
    for situation in catalogue.situations.values():
        game.session.state = game.state._replace(situation=situation.id)
        kind = CareScene if situation.care else StoryScene
        assert isinstance(story_scene(game), kind)
        if situation.care:
            assert situation.care.helpline in catalogue.helplines


@pytest.mark.usefixtures("screen")
def test_every_question_has_room_and_its_options_look_alike(catalogue: Catalogue) -> None:
    from games.ui.screens.question.question import QuestionScene

    hand = _at(catalogue, "question")
    scenes, game = hand.app.scenes, hand.game
    scenes.resize((1024, 600), False)
    state = game.state
    for question in catalogue.questions.values():
        kept = game.tables.questions[question.id]
        game.session.state = state._replace(question=question.id, shown=tuple(range(kept.size)))
        scenes.show(QuestionScene(game))
        page = scenes.build()
        assert page.scrolling.most == 0, question.id
        if isinstance(question, Choice):
            texts = {option.text.shown for option in question.options}
            drawn = [d for d in page.drawn if d.text.shown in texts]
            assert len({(d.face, d.size) for d in drawn}) == 1, question.id


@pytest.mark.usefixtures("screen")
def test_an_unconfirmed_fact_brings_its_legend(catalogue: Catalogue) -> None:
    from games.ui.screens.setup.overlays import Note

    hand = Hand(catalogue)
    legend = catalogue.words["ui.unconfirmed"].shown
    plain_text = catalogue.words["ui.go-on"]
    for unconfirmed in (False, True):
        marked = plain_text.model_copy(update={"unconfirmed": unconfirmed})
        hand.app.scenes.push(Note(hand.app.words, plain_text, [marked], hand.app.scenes.pop))
        hand.see()
        shown = {drawn.text.shown for drawn in hand.app.scenes.page.drawn}
        assert (legend in shown) is unconfirmed


@pytest.mark.usefixtures("screen")
def test_questions_the_room_could_not_answer_are_kept(catalogue: Catalogue) -> None:
    hand = _at(catalogue, "question")
    while "call" not in hand.names():
        hand.step()
    question = hand.game.state.question
    hand.click("call")
    hand.click("flag")
    assert hand.game.session.flags == {question}
    saved = hand.store.open_game()
    assert saved is not None
    assert saved.flags == (question,)


def _at(catalogue: Catalogue, wanted: str) -> Hand:
    """A game that stands at the first scene of that kind."""
    hand = Hand(catalogue, seed=7, households=4)
    hand.begin()
    hand.until(wanted)
    return hand
