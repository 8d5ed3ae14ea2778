"""From the state and its events to scenes: one idea a screen, in the order of the game."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import TypeVar, assert_never

from games.rules.model.events import (
    Answered,
    Bought,
    ClaimSettled,
    GameOver,
    GoalGiven,
    HeartMended,
    InviteAnswered,
    MentorAsked,
    NeighboursPaid,
    Revealed,
    RumourAnswered,
    StarterDrawn,
    StormBroke,
    Thrown,
)
from games.ui.screens.board.board import BoardScene
from games.ui.screens.board.close import CloseScene
from games.ui.screens.board.storm import StormScene
from games.ui.screens.claim.reveal import RevealScene
from games.ui.screens.claim.story import story_scene
from games.ui.screens.ending.debrief import DebriefScene
from games.ui.screens.ending.old_age import OldAgeScene
from games.ui.screens.ending.two_lives import TwoLivesScene
from games.ui.screens.opening.dream import DreamScene
from games.ui.screens.opening.protection import OpeningScene
from games.ui.screens.opening.starter import StarterScene
from games.ui.screens.opening.title import TitleScene
from games.ui.screens.question.question import QuestionScene
from games.ui.screens.question.verdict import VerdictScene
from games.ui.screens.village.bought import BoughtScene
from games.ui.screens.village.goal import GoalScene, GoalVerdict
from games.ui.screens.village.invite import InviteDone, InviteScene
from games.ui.screens.village.market import MarketScene
from games.ui.screens.village.mended import MendedScene
from games.ui.screens.village.mentor import MentorScene
from games.ui.screens.village.neighbours import NeighboursScene
from games.ui.screens.village.rumour import RumourScene, RumourVerdict
from games.ui.screens.village.unit import UnitScene
from games.ui.shell.game_screens import GameScreens
from games.ui.shell.scene import Scene

E = TypeVar("E")


def report_scenes(game: GameScreens) -> Iterator[Scene]:
    """Yield the scenes that show the last move's events; of a closed game, how it ended."""
    events = game.events
    if not game.session.closed:
        yield from _scenes(game, events)
    if any(isinstance(event, GameOver) for event in events):
        yield OldAgeScene(game)
        yield TwoLivesScene(game)


def _scenes(game: GameScreens, events: Sequence[object]) -> Iterator[Scene]:
    # As objects: to narrow the union of all events case by case, mypy takes a second.
    revealed = tuple(event for event in events if isinstance(event, Revealed))
    if revealed:
        yield RevealScene(game, revealed)
    bought = tuple(event for event in events if isinstance(event, Bought))
    if bought:
        yield BoughtScene(game, bought)
    for event in events:
        match event:
            case StarterDrawn():
                yield StarterScene(game, event)
            case Thrown():
                yield BoardScene(game, event)
            case Answered():
                yield VerdictScene(game, event, _first(events, ClaimSettled))
            case RumourAnswered():
                yield RumourVerdict(game, event)
            case GoalGiven():
                yield GoalVerdict(game, event)
            case HeartMended(why="unit"):
                yield MendedScene(game, event)
            case MentorAsked():
                yield MentorScene(game, event)
            case InviteAnswered():
                yield InviteDone(game, event)
            case StormBroke():
                yield StormScene(game, event)
            case NeighboursPaid():
                yield NeighboursScene(game, event)
            case _:
                pass


def input_scene(game: GameScreens) -> Scene:
    """Return the scene that asks for the next move."""
    phase = game.state.phase
    match phase:
        case "ready":
            return TitleScene(game)
        case "dream":
            return DreamScene(game)
        case "opening":
            return OpeningScene(game)
        case "village" | "event":
            return story_scene(game)
        case "throw":
            return BoardScene(game)
        case "question" | "claim":
            return QuestionScene(game)
        case "unit":
            return UnitScene(game)
        case "invite":
            return InviteScene(game)
        case "rumour":
            return RumourScene(game)
        case "goal":
            return GoalScene(game)
        case "market":
            return MarketScene(game)
        case "close":
            return CloseScene(game)
        case "over":
            return DebriefScene(game)
    assert_never(phase)


def _first(events: Sequence[object], kind: type[E]) -> E | None:
    return next((e for e in events if isinstance(e, kind)), None)
