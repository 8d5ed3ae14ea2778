"""The board and the village's screens: built from one seeded game, at every size that counts."""

from __future__ import annotations

from collections.abc import Iterator
from functools import lru_cache

import pygame
import pytest

from engine.catalogue import Catalogue
from games.rules import GoToOldAge, Setup, Tables, compile_tables, start_log
from games.rules.model.events import (
    Bought,
    GoalGiven,
    InviteAnswered,
    RumourAnswered,
    StormBroke,
    Thrown,
)
from games.rules.model.mutable import MutableState
from games.session import open_store
from games.session.game_session import GameSession
from games.simulation import bots
from games.ui.screens.board.board import ARRIVED, WALK, BoardScene
from games.ui.screens.board.close import CloseScene
from games.ui.screens.board.storm import StormScene
from games.ui.screens.board.story import HouseholdStory
from games.ui.screens.village.bought import BoughtScene
from games.ui.screens.village.goal import GoalScene, GoalVerdict
from games.ui.screens.village.invite import InviteDone, InviteScene
from games.ui.screens.village.market import MarketScene
from games.ui.screens.village.rumour import RumourScene, RumourVerdict
from games.ui.screens.village.unit import UnitScene
from games.ui.shell.game_screens import GameScreens, SceneRouter, Settings
from games.ui.shell.scene import Scene, SceneStack
from games.ui.toolkit.interface_text import InterfaceText
from games.ui.toolkit.page import Page
from games.ui.toolkit.text_render import TextRenderer
from games.ui.toolkit.typefaces import Typefaces
from tests.ui.audit import faults

ASKING = {
    "throw": BoardScene,
    "close": CloseScene,
    "rumour": RumourScene,
    "goal": GoalScene,
    "market": MarketScene,
    "unit": UnitScene,
    "invite": InviteScene,
}
WINDOWS = [(4, (1024, 600), False), (6, (1280, 800), True), (3, (800, 1280), False)]


@lru_cache(maxsize=1)
def _tables(edition: str) -> Tables:
    return compile_tables(_CATALOGUES[edition], ())


_CATALOGUES: dict[str, Catalogue] = {}


def a_game(
    catalogue: Catalogue, households: int, size: tuple[int, int], *, large: bool, seed: int = 2
) -> GameScreens:
    _CATALOGUES[catalogue.edition] = catalogue
    tables = _tables(catalogue.edition)
    store = open_store(None)
    number = store.begin(seed, "{}", catalogue.edition, "{}")
    log = start_log(tables, Setup(households=households, chapters=4), seed)
    words = InterfaceText(catalogue)
    scenes = SceneStack(
        TextRenderer(Typefaces.of(catalogue.reading)), words, size, large, lambda kind: None
    )
    router = SceneRouter(lambda game: (), BoardScene, BoardScene, lambda: None, lambda: None)
    session = GameSession(store, tables, log, number)
    return GameScreens(scenes, session, catalogue, Settings(calm=True), router, words)


def played(game: GameScreens) -> Iterator[GameScreens]:
    """The game after each move of the bots, to its end."""
    protect = bots.careful(game.tables)
    minds = [bots.Bot(40 + 10 * seat, protect, gives=seat % 4) for seat in game.seats]
    while game.state.phase != "over":
        yield game
        move = bots.choose(game.tables, MutableState(game.state), minds)
        game.session.play(move)


def page_of(game: GameScreens, scene: Scene) -> Page:
    game.scenes.show(scene)
    return game.scenes.build()


def scenes(game: GameScreens) -> Iterator[Scene]:
    """The scenes of what has just happened and of what is asked now."""
    bought = tuple(e for e in game.events if isinstance(e, Bought))
    if bought:
        yield BoughtScene(game, bought)
    for event in game.events:
        match event:
            case Thrown():
                yield BoardScene(game, event)
            case RumourAnswered():
                yield RumourVerdict(game, event)
            case GoalGiven():
                yield GoalVerdict(game, event)
            case StormBroke():
                yield StormScene(game, event)
            case InviteAnswered():
                yield InviteDone(game, event)
            case _:
                pass
    asking = ASKING.get(game.state.phase)
    if asking is not None:
        yield asking(game)


@pytest.mark.usefixtures("screen")
@pytest.mark.parametrize(("households", "size", "large"), WINDOWS)
def test_nothing_is_cut_covered_or_scrolled_in_a_whole_game(
    catalogue: Catalogue, households: int, size: tuple[int, int], large: bool
) -> None:
    game = a_game(catalogue, households, size, large=large)
    found: list[str] = []
    kinds = set()
    for now in played(game):
        for scene in scenes(now):
            page = page_of(now, scene)
            kinds.add(type(scene).__name__)
            found.extend(faults(page, scene.kind))
            if page.scrolling.most:
                found.append(f"{scene.kind} scrolls {page.scrolling.most}")
    for seat in game.seats:
        page = page_of(game, HouseholdStory(game, seat))
        found.extend(faults(page, "story"))
    assert found == []
    assert {"BoardScene", "CloseScene", "RumourVerdict", "GoalVerdict", "StormScene"} <= kinds


@pytest.mark.usefixtures("screen")
@pytest.mark.parametrize("phase", ["rumour", "goal"])
def test_a_secret_answer_is_not_seen_before_all_are_in(catalogue: Catalogue, phase: str) -> None:
    game = next(
        now
        for now in played(a_game(catalogue, 4, (1280, 800), large=False))
        if now.state.phase == phase
    )
    game.settings.hidden = True
    scene = RumourScene(game) if phase == "rumour" else GoalScene(game)
    pictures = []
    for reply in (True, False) if phase == "rumour" else (0, 1):
        scene.give(0, reply)
        page = page_of(game, scene)
        pictures.append(pygame.image.tobytes(page.surface, "RGB"))
        assert not any(target.name == "uncover" for target in page.targets)
    assert pictures[0] == pictures[1]


@pytest.mark.usefixtures("screen")
def test_old_age_is_never_under_the_finger_that_goes_on(catalogue: Catalogue) -> None:
    game = a_game(catalogue, 4, (1280, 800), large=False)
    before: list[Page] = []
    for now in played(game):
        for scene in scenes(now):
            page = page_of(now, scene)
            if isinstance(scene, CloseScene) and now.allows(GoToOldAge()):
                side = [t for t in page.targets if t.name == "old-age"]
                on = [t.rect for p in before[-3:] for t in p.targets if t.primary]
                assert not any(t.rect.colliderect(rect) for t in side for rect in on)
                assert not any(t.primary for t in side)
            before.append(page)


@pytest.mark.usefixtures("screen")
def test_tokens_stay_on_the_road_and_cover_no_label(catalogue: Catalogue) -> None:
    game = a_game(catalogue, 6, (1024, 600), large=False)
    for now in played(game):
        if now.state.phase != "throw":
            continue
        scene = BoardScene(now)
        page_of(now, scene)
        places = scene.places
        assert places is not None
        for x, y in scene.spots(places).values():
            token = pygame.Rect(0, 0, 2 * places.token, 2 * places.token)
            token.center = (x, y)
            assert places.road.contains(token)
            assert not token.inflate(-2, -2).colliderect(places.inner)


@pytest.mark.usefixtures("screen")
@pytest.mark.parametrize("calm", [False, True])
def test_a_space_opens_by_itself_after_the_walk_unless_motion_is_off(
    catalogue: Catalogue, calm: bool
) -> None:
    game = next(
        now
        for now in played(a_game(catalogue, 2, (1280, 800), large=False))
        if any(isinstance(event, Thrown) for event in now.events)
    )
    game.settings.calm = calm
    thrown = next(event for event in game.events if isinstance(event, Thrown))
    scene = BoardScene(game, thrown)
    page_of(game, scene)
    assert scene.moving is not calm
    scene.tick(WALK)
    assert not scene.moving
    assert game.scenes.scene is scene
    scene.tick(ARRIVED)
    assert (game.scenes.scene is scene) is calm
