"""From events to scenes: what a move brought about, told in order, one idea a screen."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TypeVar

from engine.schema.text import Text
from games.rules import Event
from games.rules.events import (
    Answered,
    ClaimSettled,
    FundPaid,
    GameOver,
    HelpedJoin,
    Interest,
    Judged,
    LaterPaid,
    LuckTurned,
    Matched,
    Mended,
    MentorAsked,
    OldAge,
    Payday,
    ProjectDecided,
    ProjectOffered,
    Protected,
    RegisteredLate,
    RumourAnswered,
    StandingPaid,
    Thrown,
    YearClosed,
    purse_changes,
)
from games.ui.screens.claim.event import story
from games.ui.screens.claim.rights import Aftermath, RightsVerdict
from games.ui.screens.ending.debrief import DebriefScene
from games.ui.screens.ending.ending import closing_scenes
from games.ui.screens.question.question import QuestionScene
from games.ui.screens.question.rumour import RumourScene, RumourVerdict
from games.ui.screens.question.verdict import VerdictScene
from games.ui.screens.turn.board import BoardScene
from games.ui.screens.turn.protection import ProtectionScene
from games.ui.screens.turn.shortfall import Shortfall
from games.ui.screens.turn.turn import PaydayScene, Reveal
from games.ui.screens.turn.year_close import YearClose
from games.ui.screens.village.community import CommunityScene, CommunityVerdict
from games.ui.screens.village.mentor import mentor_scenes
from games.ui.screens.village.unit import UnitDone, UnitScene
from games.ui.shell.game_screens import GameScreens
from games.ui.shell.scene import Scene
from games.ui.toolkit.interface_text import joined

E = TypeVar("E")


def report_scenes(table: GameScreens) -> Iterator[Scene]:
    """The scenes that tell the last move's events; of a closed game, how it ended."""
    events = table.events
    for place, event in enumerate(events):
        if isinstance(event, GameOver) or not table.session.closed:
            yield from _report_event(table, events, place, event)


def _report_event(
    table: GameScreens, events: tuple[Event, ...], place: int, event: Event
) -> Iterator[Scene]:
    rest = events[place + 1 :]
    match event:
        case Thrown():
            yield BoardScene(table, event, luck_note(table, _first(rest, LuckTurned)))
        case Answered():
            yield VerdictScene(table, event, _first(rest, ClaimSettled))
        case Judged():
            fund = _first(rest, FundPaid)
            yield RightsVerdict(table, event)
            yield Aftermath(table, event, fund, _first(rest, RegisteredLate))
        case RumourAnswered():
            yield RumourVerdict(table, event)
        case Mended(by="unit") | HelpedJoin():
            yield UnitDone(table, event)
        case MentorAsked():
            yield from mentor_scenes(table, event)
        case ProjectDecided():
            yield CommunityVerdict(table, event)
        case YearClosed():
            yield YearClose(table, event)
        case Payday():
            also = [e for e in rest if isinstance(e, LaterPaid | StandingPaid | Interest)]
            moved = (change for e in events[place:] for change in purse_changes(e))
            had = table.state.teams[event.team].money
            had -= sum(baht for team, baht in moved if team == event.team)
            yield PaydayScene(table, event, also, had)
        case GameOver():
            ages = [e for e in events if isinstance(e, OldAge)]
            closed = max(n for n, e in enumerate(events) if isinstance(e, YearClosed))
            later = [e for e in events[closed:] if isinstance(e, LaterPaid)]
            yield from closing_scenes(table, ages, later, event)


def input_scene(table: GameScreens) -> Scene:
    """The scene that asks for the next move."""
    match table.state.phase:
        case "ready":
            return Reveal(table)
        case "protect":
            return ProtectionScene(table)
        case "throw":
            return BoardScene(table, note=protection_note(table))
        case "question" | "claim":
            return QuestionScene(table)
        case "event":
            return story(table)
        case "rumour":
            return RumourScene(table)
        case "unit":
            return UnitScene(table)
        case "community":
            offered = _first(table.events, ProjectOffered)
            share = offered.share if offered else table.tables.amounts.share
            return CommunityScene(table, share)
        case "shortfall":
            return Shortfall(table)
        case _:
            return DebriefScene(table)


def protection_note(table: GameScreens) -> Text | None:
    """What protection has just cost, and what the state added to savings."""
    protected = _first(table.events, Protected)
    if protected is None or not protected.baht:
        return None
    cost = table.words("note.protected", baht=protected.baht)
    matched = sum(e.baht for e in table.events if isinstance(e, Matched))
    if not matched:
        return cost
    return joined(cost, table.words("note.matched", baht=matched))


def luck_note(table: GameScreens, turned: LuckTurned | None) -> Text | None:
    """That life struck, or passed by, where the space alone would not have said so."""
    if turned is None:
        return None
    if not turned.struck:
        return table.words("note.passed-by", die=turned.die)
    # With no story left that can befall the team, the space asks a question after all.
    return table.words("note.struck", die=turned.die) if table.state.phase == "event" else None


def _first(events: tuple[Event, ...], kind: type[E]) -> E | None:
    return next((e for e in events if isinstance(e, kind)), None)
