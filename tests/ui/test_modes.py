"""Ways to play: set-up and modes by hand, hidden answers, and one village that nobody ranks."""

from __future__ import annotations

from pathlib import Path

import pygame
import pytest

from engine.catalogue import Catalogue
from games.rules import Setup, compile_tables, labels
from games.ui.screens.ending.old_age import OldAgeScene
from games.ui.screens.question.question import QuestionScene
from games.ui.shell.app import App, AppOptions
from tests.ui.playing import Hand

pytestmark = pytest.mark.usefixtures("screen")


def test_the_set_up_keeps_what_it_was_given(
    catalogue: Catalogue, screen: pygame.Surface, tmp_path: Path
) -> None:
    hand = Hand(catalogue, tmp_path)
    setup = Setup(3, 60, 60, luck="storm", together=True, chapters=2)
    hand.app = App(catalogue, AppOptions(size=screen.get_size(), seed=2, setup=setup), hand.store)
    hand.controls = type(hand.controls)(hand.app.scenes)
    hand.see()
    hand.begin()
    assert hand.game.log.setup == setup
    hand.store.close()


def test_modes_are_chosen_by_hand(catalogue: Catalogue) -> None:
    hand = Hand(catalogue)
    hand.click("play")
    hand.click("modes")
    for name in ("luck-calm", "together", "talk-30", "answers-hidden", "close"):
        hand.click(name)
    hand.click("start")
    state = hand.game.state
    assert (state.luck, state.together, state.talk) == ("calm", True, 30)
    assert hand.app.settings.hidden
    assert hand.store.settings()["hidden"] == "1"


def test_one_household_alone_is_no_village(catalogue: Catalogue) -> None:
    hand = Hand(catalogue)
    hand.click("play")
    hand.click("modes")
    hand.click("together")
    hand.click("close")
    hand.click("households-1")
    hand.click("modes")
    assert "together" not in hand.names()
    hand.click("close")
    hand.click("start")
    assert not hand.game.state.together


@pytest.mark.parametrize("households", [2, 4, 6])
def test_only_minutes_that_can_be_kept_are_offered(catalogue: Catalogue, households: int) -> None:
    hand = Hand(catalogue)
    hand.click("play")
    hand.click(f"households-{households}")
    offered = {name for name in hand.names() if name.startswith("minutes-")}
    kept = labels(compile_tables(catalogue), households, 45)
    assert offered == {f"minutes-{minutes}" for minutes in kept}


def test_hidden_answers_are_never_drawn(catalogue: Catalogue) -> None:
    hand = Hand(catalogue, households=4)
    hand.app.settings.hidden = True
    hand.begin()
    for _ in range(400):
        scene = hand.app.scenes.scene
        if isinstance(scene, QuestionScene) and scene.together:
            break
        hand.step()
    assert isinstance(scene, QuestionScene)
    if scene.long:
        hand.click("collect")
    pictures = []
    for column in range(2):
        hand.click(f"answer-{scene.answering[0] + 1}-{column + 1}")
        assert scene.reply(scene.answering[0]) == scene.meanings[column]
        assert scene.ballot.key.about == hand.game.state.question
        scene.timer_state.left = 60_000
        hand.app.scenes.dirty = True
        pictures.append(pygame.image.tobytes(hand.app.scenes.build().surface, "RGB"))
        hand.click(f"household-{scene.answering[0] + 1}")
    assert pictures[0] == pictures[1]


def test_a_village_stands_in_its_seats_without_places(catalogue: Catalogue) -> None:
    hand = Hand(catalogue, households=3, seed=4)
    hand.click("play")
    hand.click("modes")
    hand.click("together")
    hand.click("close")
    hand.click("start")
    hand.until("old-age")
    scene = hand.app.scenes.scene
    assert isinstance(scene, OldAgeScene)
    assert [place.place for place in scene.end.places] == [1, 1, 1]
    names = [hand.game.household_name(seat).shown for seat in hand.game.seats]
    assert [word for word in hand.words() if word in names] == names
