"""From the first page of a game to its first reveal: nothing hasty, nothing uncovered early."""

from __future__ import annotations

from collections.abc import Callable

import pygame
import pytest

from engine.catalogue import Catalogue
from games.rules import Begin, Log, Setup, Tables, compile_tables
from games.rules.model.events import Purse, Revealed
from games.rules.model.mutable import MutableState
from games.session import open_store
from games.session.game_session import GameSession
from games.simulation.bots import Bot, careful, choose, nothing
from games.ui.screens.claim.care import CareScene
from games.ui.screens.claim.reveal import RevealScene
from games.ui.screens.claim.story import StoryScene, story_scene
from games.ui.screens.opening.dream import DreamScene
from games.ui.screens.opening.protection import OpeningScene
from games.ui.screens.opening.title import TitleScene
from games.ui.shell.game_screens import GameScreens, SceneRouter, Settings
from games.ui.shell.scene import BaseScene, Scene, SceneStack
from games.ui.toolkit.interface_text import InterfaceText
from games.ui.toolkit.page import Page
from games.ui.toolkit.text_render import TextRenderer
from games.ui.toolkit.typefaces import Typefaces
from tests.ui.audit import faults

SIZES = ((1280, 800), (1024, 600), (800, 1280))


class Blank(BaseScene):
    """Any other scene."""

    kind = "blank"

    def build(self, page: Page) -> None:
        page.ground()

    def back(self) -> None:
        return


Table = Callable[..., GameScreens]


@pytest.fixture(scope="session")
def tables(catalogue: Catalogue) -> Tables:
    return compile_tables(catalogue, tuple(module.id for module in catalogue.modules))


@pytest.fixture
def game(catalogue: Catalogue, tables: Tables, screen: pygame.Surface) -> Table:
    modules = tuple(module.id for module in catalogue.modules)

    def begin(
        households: int = 4, size: tuple[int, int] = (1280, 800), hidden: bool = False
    ) -> GameScreens:
        log = Log(Setup(households, 60, chapters=3), 7, "test", modules, ())
        store = open_store(None)
        session = GameSession(store, tables, log, store.begin(7, "{}", "test", "{}"))
        words = InterfaceText(catalogue)
        scenes = SceneStack(
            TextRenderer(Typefaces.of(catalogue.reading)), words, size, False, lambda kind: None
        )
        router = SceneRouter(
            lambda game: (), lambda game: Blank(), lambda game: Blank(), lambda: None, lambda: None
        )
        settings = Settings(calm=True, hidden=hidden)
        return GameScreens(scenes, session, catalogue, settings, router, words)

    return begin


def play_to(game: GameScreens, phase: str) -> GameScreens:
    """Let bots play until that phase."""
    guarded = Bot(60, careful(game.tables))
    bots = [guarded if seat % 2 == 0 else Bot(60, nothing) for seat in game.seats]
    for _ in range(300):
        if game.state.phase == phase:
            return game
        game.session.play(choose(game.tables, MutableState(game.state), bots))
    raise AssertionError(f"{phase} was not reached")


def shown(game: GameScreens, scene: Scene) -> Page:
    game.scenes.show(scene)
    return game.scenes.build()


def names(page: Page) -> set[str]:
    return {target.name for target in page.targets}


def test_every_household_chooses_its_dream_before_the_game_goes_on(game: Table) -> None:
    game = game()
    game.session.play(Begin())
    scene = DreamScene(game)
    for seat in game.seats:
        assert "begin" not in names(shown(game, scene))
        assert scene.shown == seat
        dream = scene.ballot.asked[seat].choices[seat % 3]
        scene.choose(str(dream))
    assert "begin" in names(shown(game, scene))
    scene.show(1)
    assert "household-0" in names(shown(game, scene))
    scene.submit()
    assert game.state.phase == "opening"
    assert all(household.dream for household in game.state.households)


def test_no_hasty_tap_leaves_a_household_uninsured(game: Table) -> None:
    """The way on waits until each household that could join has decided."""
    game = play_to(game(), "opening")
    scene = OpeningScene(game)
    scene.go_on()
    able = [seat for seat in game.seats if scene.choosing.open(seat, "section40")]
    assert able
    for seat in able:
        assert "go-on" not in names(shown(game, scene))
        scene.pick(seat, "section40", "section40.option1")
    assert "go-on" in names(shown(game, scene))
    assert game.scenes.age == 0


def test_what_the_law_does_not_allow_together_is_locked_and_says_why(game: Table) -> None:
    game = play_to(game(), "opening")
    scene = OpeningScene(game)
    scene.go_on()
    seat = max(game.seats, key=lambda s: game.state.households[s].money)
    scene.pick(seat, "section40", "section40.option3")
    for other in game.seats:
        if other != seat:
            scene.pick(other, "section40", "")
    scene.go_on()
    scene.pick(seat, "nsf", "nsf.small")
    assert scene.choosing.held(seat, "nsf") == ""
    assert scene.note is not None
    while game.state.phase == "opening":
        scene.go_on()
    assert game.state.households[seat].hold == ("section40.option3",)


def test_the_next_chapter_keeps_what_is_held(game: Table) -> None:
    game = play_to(game(), "close")
    play_to(game, "opening")
    held = [household.hold for household in game.state.households]
    scene = OpeningScene(game)
    assert scene.steps == ()
    scene.open_sheet(0, "nsf")
    assert "option-none" in names(shown(game, scene))
    scene.back()
    assert scene.sheet is None
    kept = list(scene.choosing.chosen)
    scene.go_on()
    assert [household.hold for household in game.state.households] == kept
    assert all(set(now) <= set(before) for now, before in zip(kept, held, strict=True))


def story(game: GameScreens) -> StoryScene:
    """Return the story on the table, its cards laid."""
    scene = story_scene(game)
    if isinstance(scene, CareScene):
        assert "go-on" in names(shown(game, scene))
        scene.go_on()
        scene = game.scenes.scene
    assert isinstance(scene, StoryScene)
    scene.lay_cards()
    return scene


def test_at_most_three_cards_are_asked_for(game: Table) -> None:
    game = play_to(game(), "village")
    scene = story(game)
    cards = game.state.cards
    for card in cards[:4]:
        scene.tap(0, card)
    assert scene.reply(0) == cards[:3]
    scene.tap(0, cards[0])
    scene.tap(0, cards[4])
    assert scene.reply(0) == (cards[1], cards[2], cards[4])
    scene.nothing(1)
    assert scene.reply(1) == ()
    assert "uncover" not in names(shown(game, scene))


def test_hidden_picks_are_on_no_page_and_in_no_state(game: Table) -> None:
    game = play_to(game(hidden=True), "village")
    scene = story(game)
    before = game.state
    cards = game.state.cards
    blank = shown(game, scene).surface.copy()
    scene.tap_hidden(0, cards[2])
    scene.give_hidden(0)
    clean = StoryScene(game, scene.situation)
    clean.lay_cards()
    clean.ballot = clean.ballot.given(0, ())
    same = shown(game, clean).surface
    assert pygame.image.tobytes(shown(game, scene).surface, "RGB") == pygame.image.tobytes(
        same, "RGB"
    )
    assert pygame.image.tobytes(blank, "RGB") != pygame.image.tobytes(same, "RGB")
    for seat in game.seats[1:]:
        scene.tap_hidden(seat, cards[seat])
        scene.give_hidden(seat)
    taps = names(shown(game, scene))
    assert not {name for name in taps if name.startswith("card-")}
    assert game.state == before
    assert game.log.moves == game.session.log.moves
    scene.submit()
    assert game.state.phase == "throw"


@pytest.mark.parametrize("phase", ["village", "event"])
def test_every_card_is_opened_once_and_the_sums_are_the_purses(game: Table, phase: str) -> None:
    game = play_to(game(), phase)
    before = [household.money for household in game.state.households]
    scene = story(game)
    for seat in game.seats:
        scene.tap(seat, game.state.cards[seat % 6])
    scene.submit()
    revealed = tuple(event for event in game.events if isinstance(event, Revealed))
    opening = RevealScene(game, revealed)
    opened = [place for group in opening.groups for place in group]
    assert len(opened) == len(set(opened))
    for place in set(range(6)) - set(opened):
        assert not any(r.verdicts[place].applies or r.verdicts[place].picked for r in revealed)
    waits = any(one.waits for one in revealed)
    lesson = opening.situation.remember.shown
    for _ in opening.groups:
        assert not opening.summing
        page = shown(game, opening)
        assert not list(faults(page, "reveal"))
        assert lesson not in {drawn.text.shown for drawn in page.drawn}
        opening.go_on()
    assert opening.summing is not waits
    if not waits:
        assert lesson in {drawn.text.shown for drawn in shown(game, opening).drawn}
    for seat, household in enumerate(game.state.households):
        moved = sum(e.baht for e in game.events if isinstance(e, Purse) and e.seat == seat)
        assert household.money - before[seat] == moved


@pytest.mark.parametrize("size", SIZES)
@pytest.mark.parametrize("households", [2, 4, 6])
def test_nothing_is_cut_or_covered(game: Table, households: int, size: tuple[int, int]) -> None:
    game = game(households, size)
    found = list(faults(shown(game, TitleScene(game)), "title"))
    game.session.play(Begin())
    found += faults(shown(game, DreamScene(game)), "dream")
    play_to(game, "opening")
    scene = OpeningScene(game)
    for step in range(len(scene.steps)):
        scene.step = step
        found += faults(shown(game, scene), f"opening {step}")
    scene.open_sheet(0, "section40")
    found += faults(shown(game, scene), "sheet")
    play_to(game, "village")
    picks = story(game)
    found += faults(shown(game, picks), "cards")
    picks.picking = False
    found += faults(shown(game, picks), "story")
    play_to(game, "close")
    play_to(game, "opening")
    found += faults(shown(game, OpeningScene(game)), "overview")
    assert not found
