"""Mouse, touch, keyboard and clicker all work, and Esc never loses a game."""

from __future__ import annotations

from dataclasses import replace

import pygame
import pytest

from engine.catalogue import Catalogue
from games.rules import Setup
from games.ui.screens.opening.starter import StarterScene
from games.ui.screens.question.question import QuestionScene
from games.ui.screens.setup.menu import FULL_SCREEN
from games.ui.shell.input import SETTLE_MS
from tests.ui.playing import Hand


@pytest.fixture
def hand(catalogue: Catalogue, screen: pygame.Surface) -> Hand:
    return Hand(catalogue)


def test_the_fourth_tap_from_home_throws_the_die(hand: Hand) -> None:
    hand.touch("play")
    hand.touch("start")
    hand.touch("begin")
    assert hand.kind == "starter"
    hand.touch("throw")
    assert hand.kind == "starter-found"
    starter = hand.game.state.starter
    said = hand.game.words("starter.found", household=hand.game.household_name(starter))
    assert said.shown in hand.words()
    hand.touch("go-on")
    assert hand.kind == "dream"


def test_a_household_alone_begins_without_a_throw(
    catalogue: Catalogue, screen: pygame.Surface
) -> None:
    hand = Hand(catalogue, households=1)
    hand.begin()
    hand.click("begin")
    assert hand.kind == "dream"


def test_a_tap_while_the_die_rolls_lets_it_lie_still(hand: Hand) -> None:
    hand.begin()
    hand.click("begin")
    hand.app.settings.calm = False
    hand.tap(hand.target("die").rect.center)
    rolling = hand.app.scenes.scene
    assert isinstance(rolling, StarterScene)
    rolled = rolling.moving
    hand.app.frame(hand.window, SETTLE_MS, True)
    hand.tap(hand.target("go-on").rect.center)
    assert (rolled, rolling.moving) == (True, False)
    assert hand.kind == "starter-found"


def test_a_touch_counts_once_though_sdl_repeats_it_as_a_mouse_event(hand: Hand) -> None:
    hand.touch("play")
    hand.touch("module-nsf")
    assert hand.target("module-nsf")
    hand.touch("start")
    assert "nsf" not in hand.game.log.modules


def test_a_press_that_slides_off_does_nothing(hand: Hand) -> None:
    at = hand.target("play").rect.center
    down = pygame.event.Event(pygame.MOUSEBUTTONDOWN, pos=at, button=1, touch=False)
    up = pygame.event.Event(pygame.MOUSEBUTTONUP, pos=(5, 5), button=1, touch=False)
    hand.app.handle(hand.controls, down)
    hand.app.handle(hand.controls, up)
    assert hand.kind == "home"


def test_a_whole_game_by_keyboard_alone(hand: Hand) -> None:
    hand.key(pygame.K_RETURN)
    hand.press("households-2")
    hand.press("start")
    for _ in range(2_000):
        if hand.app.game is None:
            return
        hand.step(hand.press)
    pytest.fail("the game did not end")


def test_a_clicker_needs_two_keys(hand: Hand) -> None:
    hand.key(pygame.K_PAGEDOWN)
    assert hand.kind == "set-up"
    hand.key(pygame.K_PAGEUP)
    assert hand.app.scenes.focused() is not None
    hand.key(pygame.K_PAGEDOWN)
    assert hand.kind == "set-up"
    hand.touch("start")
    hand.key(pygame.K_PAGEDOWN)
    assert hand.kind == "dream"


def test_esc_opens_the_menu_and_never_loses_the_game(hand: Hand) -> None:
    hand.click("play")
    hand.click("start")
    hand.click("begin")
    hand.click("throw")
    hand.click("go-on")
    state = hand.game.state
    hand.key(pygame.K_ESCAPE)
    assert hand.kind == "menu"
    hand.key(pygame.K_ESCAPE)
    assert hand.kind == "dream"
    assert hand.game.state is state
    for _ in range(7):
        hand.key(pygame.K_ESCAPE)
    assert hand.app.scenes.running


@pytest.mark.usefixtures("screen")
def test_digits_press_the_answer_that_shows_them(catalogue: Catalogue) -> None:
    hand = Hand(catalogue, seed=12)  # meets such a question soon
    hand.begin()
    for _ in range(400):
        scene = hand.app.scenes.scene
        if isinstance(scene, QuestionScene) and scene.question.kind == "several":
            hand.key(pygame.K_2)
            assert scene.answers.touched.ticked == {scene.answers.shown[1]}
            return
        if hand.app.game is None:
            hand = Hand(hand.app.catalogue, seed=hand.luck.randrange(1000))
            hand.begin()
        hand.step()
    pytest.fail("no such question was met")


def test_three_hasty_taps_decide_nothing(hand: Hand) -> None:
    hand.begin()
    hand.until("opening")
    held = [household.hold for household in hand.game.state.households]
    at = hand.target("go-on").rect.center
    for _ in range(3):
        hand.tap(at)
        hand.app.frame(hand.window, 90, True)
    assert hand.game.state.phase == "opening"
    assert [household.hold for household in hand.game.state.households] == held
    assert hand.kind == "opening"


def test_a_question_is_uncovered_only_when_all_have_answered(hand: Hand) -> None:
    hand.begin()
    for _ in range(400):
        scene = hand.app.scenes.scene
        if isinstance(scene, QuestionScene) and scene.together and not scene.long:
            break
        hand.step()
    assert isinstance(scene, QuestionScene)
    hand.click("answer-1-1")
    state = hand.game.state
    for key in (pygame.K_RETURN, pygame.K_SPACE, pygame.K_PAGEDOWN):
        hand.app.scenes.view.focus = None
        hand.app.handle(hand.controls, pygame.event.Event(pygame.KEYDOWN, key=key, mod=0))
    assert hand.game.state is state
    assert "uncover" not in hand.names()
    hand.click("household-2")
    hand.click("uncover")
    assert hand.kind.startswith("verdict")


def test_undo_takes_back_exactly_one_move(hand: Hand) -> None:
    hand.click("play")
    hand.click("start")
    before = hand.game.state
    hand.click("begin")
    hand.click("throw")
    hand.click("menu")
    hand.click("undo")
    assert hand.game.state == before
    assert hand.kind == "title"


def test_arrows_move_the_focus_where_they_point(hand: Hand) -> None:
    hand.click("play")
    hand.focus("households-2")
    hand.key(pygame.K_RIGHT)
    assert hand.app.scenes.view.focus == "households-3"
    hand.key(pygame.K_DOWN)
    assert (hand.app.scenes.view.focus or "").startswith("minutes-")


def test_large_type_can_be_switched_in_the_menu_and_is_remembered(hand: Hand) -> None:
    hand.click("settings")
    hand.click("large")
    assert hand.app.scenes.scale.large
    assert hand.store.settings()["large"] == "1"


def test_the_second_of_two_quick_taps_presses_nothing(hand: Hand) -> None:
    at = hand.target("play").rect.center
    for kind in (pygame.MOUSEBUTTONDOWN, pygame.MOUSEBUTTONUP) * 2:
        event = pygame.event.Event(kind, pos=at, button=1, touch=False)
        hand.app.handle(hand.controls, event)
        hand.app.frame(hand.window, 20, True)
    assert hand.kind == "set-up"


def test_the_whole_screen_can_be_filled_without_a_keyboard(hand: Hand) -> None:
    hand.click("settings")
    pygame.event.clear()
    hand.touch("full")
    assert [event.key for event in pygame.event.get(pygame.KEYDOWN)] == [FULL_SCREEN]


@pytest.mark.parametrize("households", [1, 6])
@pytest.mark.usefixtures("screen")
def test_the_set_up_tells_how_many_chapters_come(catalogue: Catalogue, households: int) -> None:
    hand = Hand(catalogue)
    hand.app.options = replace(hand.app.options, setup=Setup(2, 45))
    hand.click("play")
    hand.click(f"households-{households}")
    told = hand.words()
    hand.click("start")
    setup = hand.game.log.setup
    wanted = hand.app.words("setup.start", chapters=setup.chapters, minutes=setup.minutes).shown
    assert wanted in told
