"""The steps of a turn: each takes the draft through one move. Legality is checked before."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from games.rules import events as ev
from games.rules import life_events, luck, village, year
from games.rules import moves as mv
from games.rules.decks import next_question
from games.rules.hints import hint_places
from games.rules.mutable_state import EventSink, MutableState
from games.rules.questions import ask, is_right
from games.rules.tables import Tables


def step(tables: Tables, draft: MutableState, move: mv.Move, out: EventSink) -> None:
    """Take a legal move; everything that follows by itself follows."""
    _STEPS[type(move)](tables, draft, move, out)


def throw(tables: Tables, draft: MutableState, _: mv.Throw, out: EventSink) -> None:
    """Throw the die, walk, and let the space do its work."""
    seat = draft.turn
    team = draft.open(seat)
    start = team.position
    draft.die = 1 + luck.below(6, draft.seed, luck.DIE, draft.round, seat)
    team.position = (start + draft.die) % len(tables.spaces)
    space = tables.spaces[team.position]
    if out is not None:
        out.append(ev.Thrown(seat, draft.die, start, team.position))
        out.append(ev.SpaceReached(seat, space.id, space.kind))
    kind = space.kind
    if draft.luck != "ordinary":
        kind = _turned(tables, draft, kind, out)
    match kind:
        case "event":
            life_events.draw_event(tables, draft, out)
        case "rumour":
            village.hear_rumour(tables, draft, out)
        case "unit":
            draft.phase = "unit"
            if out is not None:
                out.append(ev.UnitReached(seat))
        case "community":
            village.offer_project(tables, draft, out)
        case _:
            ask(draft, next_question(tables, draft, space.module), False, out)


def _turned(tables: Tables, draft: MutableState, kind: str, out: EventSink) -> str:
    """What the space does in calm or stormy years: a second die decides."""
    storm = draft.luck == "storm"
    if kind != ("right" if storm else "event"):
        return kind
    die = 1 + luck.below(6, draft.seed, luck.WEATHER, draft.round, draft.turn)
    amounts = tables.amounts
    if die > (amounts.storm_strikes if storm else amounts.calm_passes):
        return kind
    if out is not None:
        out.append(ev.LuckTurned(draft.turn, die, storm))
    return "event" if storm else "right"


def answer(tables: Tables, draft: MutableState, move: mv.Answer, out: EventSink) -> None:
    """Judge the answer: a right one is a star, and settles a claim now."""
    seat = draft.turn
    team = draft.open(seat)
    claim = draft.phase == "claim"
    right = is_right(tables.questions[draft.question], move.response)
    if right:
        team.stars += 1
    if out is not None:
        out.append(
            ev.Answered(
                seat,
                draft.question,
                move.response,
                right,
                move.response is None,
                int(right),
                claim,
            )
        )
    draft.question = ""
    draft.shown = ()
    draft.hinted = ()
    if claim:
        life_events.settle(tables, draft, right, out)
    year.close_year(tables, draft, out)


def hint(tables: Tables, draft: MutableState, _: mv.UseHint, out: EventSink) -> None:
    """Give one thing away, for a hint owed or a star."""
    team = draft.open(draft.turn)
    star = team.hints == 0
    if star:
        team.stars -= 1
    else:
        team.hints -= 1
    draft.hinted += hint_places(tables, draft)[:1]
    if out is not None:
        out.append(ev.HintGiven(draft.turn, draft.hinted, star))


_STEPS: dict[type[Any], Callable[[Tables, MutableState, Any, EventSink], None]] = {
    mv.Begin: year.begin,
    mv.Protect: year.protect,
    mv.Throw: throw,
    mv.Answer: answer,
    mv.Pick: life_events.pick,
    mv.UseHint: hint,
    mv.AnswerRumour: village.answer_rumour,
    mv.Mend: village.mend,
    mv.AskMentor: village.ask_mentor,
    mv.HelpJoin: village.help_join,
    mv.Greet: village.greet,
    mv.Contribute: village.contribute,
    mv.Borrow: year.borrow,
    mv.GiveHeart: year.give_heart,
    mv.AskNeighbours: year.ask_neighbours,
}
