"""The longest texts of the catalogue find room in their scenes, read from four metres.

One game supplies the states; the longest record of each kind takes the place of the drawn one.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator

import pygame
import pytest

from engine.catalogue import Catalogue
from engine.schema.text import Text
from games.rules.model.events import GameOver, NeighboursPaid
from games.ui.screens.claim.story import StoryScene
from games.ui.screens.ending.old_age import OldAgeScene
from games.ui.screens.question.question import QuestionScene
from games.ui.screens.village.goal import GoalScene
from games.ui.screens.village.neighbours import NeighboursScene
from games.ui.screens.village.rumour import RumourScene
from games.ui.shell.game_screens import GameScreens
from games.ui.shell.scene import Scene
from tests.ui.audit import faults
from tests.ui.playing import Hand

SIZES = [(1024, 600), (1280, 800), (1920, 1080)]
Scenes = Callable[[GameScreens], Iterator[Scene]]


def long(text: Text) -> int:
    return len(text.shown)


def questions(game: GameScreens) -> Iterator[Scene]:
    state, found = game.state, {}
    for question in sorted(game.catalogue.questions.values(), key=lambda q: long(q.ask)):
        found[question.kind] = question
    for question in found.values():
        size = game.tables.questions[question.id].size
        shown = tuple(range(size))
        game.session.state = state._replace(question=question.id, shown=shown, situation="")
        yield QuestionScene(game)


def stories(game: GameScreens) -> Iterator[Scene]:
    state = game.state
    situations = game.catalogue.situations.values()
    longest = max(situations, key=lambda s: long(s.story))
    known = [b for b in game.catalogue.benefits.values() if b.id in game.tables.benefits]
    cards = tuple(b.id for b in sorted(known, key=lambda b: -long(b.short))[:6])
    game.session.state = state._replace(situation=longest.id, cards=cards)
    for picking in (False, True):
        scene = StoryScene(game, longest)
        scene.picking = picking
        yield scene


def rumours(game: GameScreens) -> Iterator[Scene]:
    myth = max(game.catalogue.myths.values(), key=lambda m: long(m.said))
    game.session.state = game.state._replace(myth=myth.id)
    yield RumourScene(game)


def goals(game: GameScreens) -> Iterator[Scene]:
    assert game.catalogue.village is not None
    goal = max(game.catalogue.village.goals, key=lambda g: long(g.text) + long(g.title))
    game.session.state = game.state._replace(goal=goal.id)
    yield GoalScene(game)


def neighbours(game: GameScreens) -> Iterator[Scene]:
    yield NeighboursScene(game, NeighboursPaid(0, (0, 4_000, 4_000, 4_345), 12_345))


AT: list[tuple[str, Scenes]] = [
    ("question", questions),
    ("event", stories),
    ("rumour", rumours),
    ("goal", goals),
    ("close", neighbours),
]


@pytest.fixture(scope="module")
def hand(catalogue: Catalogue) -> Iterator[Hand]:
    pygame.display.init()
    pygame.font.init()
    pygame.display.set_mode((1280, 800))
    hand = Hand(catalogue, seed=7, households=4)
    hand.begin()
    yield hand
    pygame.quit()


def test_the_longest_texts_find_room(hand: Hand) -> None:
    found: list[str] = []
    open_ones = dict(AT)
    while open_ones:
        for kind in [k for k in open_ones if hand.kind.startswith(k)]:
            found += _measured(hand, open_ones.pop(kind))
        hand.step()
    assert not found, "\n".join(found)


def test_old_age_with_the_longest_titles_finds_room(hand: Hand) -> None:
    hand.until("old-age")
    scene = hand.app.scenes.scene
    assert isinstance(scene, OldAgeScene)
    titles = sorted(hand.game.catalogue.titles, key=lambda t: -long(t.title))
    places = zip(scene.end.places, titles, strict=False)
    scene.end = GameOver(
        tuple(place._replace(title=title.id) for place, title in places),
        *scene.end[1:],
    )
    assert not (found := _measured(hand, lambda game: iter([scene]))), "\n".join(found)


def _measured(hand: Hand, scenes_of: Scenes) -> list[str]:
    """Return the faults of these scenes at three sizes; the game stands as it did after."""
    scenes, game = hand.app.scenes, hand.game
    state, scene = game.state, scenes.scene
    found: list[str] = []
    for shown in scenes_of(game):
        scenes.show(shown)
        for size in SIZES:
            scenes.resize(size, False)
            page = scenes.build()
            found += faults(page, shown.kind)
            if page.scrolling.most and not shown.kind.startswith("question"):
                found.append(f"{shown.kind} scrolls at {size}")
    game.session.state = state
    scenes.resize((1280, 800), False)
    scenes.show(scene)
    hand.see()
    return found
