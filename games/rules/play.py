"""A game from its first state to its last: new game, a move, the next step."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any, get_args

from games.rules.clock import chapters_for
from games.rules.legal import MINUTES, MOST_HOUSEHOLDS, TALK, why_not
from games.rules.model import events as ev
from games.rules.model import luck
from games.rules.model import moves as mv
from games.rules.model.events import Event
from games.rules.model.moves import Move
from games.rules.model.mutable import EventSink, MutableState, first_seat
from games.rules.model.state import EVERYBODY, Household, Luck, Setup, State
from games.rules.model.tables import Tables
from games.rules.phases import chapter, life_events, market, questions, unit, village
from games.rules.phases.decks import next_goal
from games.rules.phases.ending import finish
from games.rules.phases.life_events import FULL_HEART
from games.rules.unplayable import Unplayable

FACES = 12


def new_game(tables: Tables, setup: Setup, seed: int) -> State:
    """Return the first state: phase ``ready``, occupations drawn, households on corners.

    Raises:
        Unplayable: GAME04 households, minutes, names or occupations that cannot be played.
    """
    _check_setup(tables, setup)
    amounts = tables.amounts
    count = setup.households
    works = list(tables.occupations)
    drawn = [works[i] for i in luck.shuffled(len(works), seed, luck.OCCUPATION)]
    occupations = setup.occupations or tuple(drawn[i % len(drawn)] for i in range(count))
    names = setup.names or tables.names[:count]
    corners = luck.shuffled(len(tables.corners), seed, luck.CORNER)
    faces = luck.shuffled(FACES, seed, luck.FACE)
    state = State(
        seed=seed,
        minutes=setup.minutes,
        talk=setup.talk,
        luck=setup.luck,
        together=setup.together,
        chapters=setup.chapters or chapters_for(tables, setup),
        chapter=1,
        starter=0,
        turn=EVERYBODY,
        phase="ready",
        households=tuple(
            Household(
                name=names[seat],
                face=faces[seat],
                occupation=occupations[seat],
                position=tables.corners[corners[seat % len(corners)]],
                money=amounts.start_money,
                debt=0,
                hearts=FULL_HEART,
                before=(0,) * tables.contributory,
                joined=(0,) * tables.contributory,
                months=(0,) * len(tables.options),
            )
            for seat in range(count)
        ),
    )
    return state._replace(goal=next_goal(tables, state))


def _check_setup(tables: Tables, setup: Setup) -> None:
    wrong = ""
    if not 1 <= setup.households <= min(MOST_HOUSEHOLDS, len(tables.names)):
        wrong = f"{setup.households} households cannot play; 1 to {MOST_HOUSEHOLDS} can"
    elif setup.minutes not in MINUTES:
        wrong = f"{setup.minutes} minutes cannot be chosen; 30, 45, 60 or 90 can"
    elif setup.talk not in TALK:
        wrong = f"{setup.talk} seconds of talk cannot be chosen; 30, 45 or 60 can"
    elif setup.chapters and not 2 <= setup.chapters <= 8:
        wrong = f"{setup.chapters} chapters cannot be played; 2 to 8 can"
    elif setup.names and (
        len(set(setup.names)) != setup.households or not set(setup.names) <= set(tables.names)
    ):
        wrong = "names must be known, different, and one for each household"
    elif setup.occupations and (
        len(setup.occupations) != setup.households
        or not set(setup.occupations) <= set(tables.occupations)
    ):
        wrong = "occupations must be known, one for each household"
    elif setup.luck not in get_args(Luck):
        wrong = f"there is no luck {setup.luck!r}; there are {', '.join(get_args(Luck))}"
    elif setup.together and setup.households == 1:
        wrong = "playing together takes two households or more"
    if wrong:
        raise Unplayable("GAME04", wrong, hint="see `rusit play --help`")


def apply(tables: Tables, state: State, move: Move) -> tuple[State, tuple[Event, ...]]:
    """Return the state after the move, and what happened.

    Raises:
        IllegalMove: the rules do not allow the move now; it carries the reason.
    """
    refused = why_not(tables, state, move)
    if refused is not None:
        raise refused
    game = MutableState(state)
    events: list[Event] = []
    step(tables, game, move, events)
    return game.closed(), tuple(events)


def step(tables: Tables, game: MutableState, move: Move, events: EventSink) -> None:
    """Play a move that is legal, and go on to the next decision."""
    kind = type(move)
    handler = _BY_PHASE[game.phase] if kind is mv.AnswersIn else _BY_MOVE[kind]
    if handler(tables, game, move, events):
        _go_on(tables, game, events)


def turn_order(game: State | MutableState) -> tuple[int, ...]:
    """Return the seats in the order of this chapter's turns."""
    seats = len(game.households)
    first = first_seat(game)
    return tuple((first + place) % seats for place in range(seats))


def _go_on(tables: Tables, game: MutableState, events: EventSink) -> None:
    """Go on from an item that is over to the next decision."""
    match game.phase:
        case "ready":
            game.phase = "dream"
            return
        case "dream":
            chapter.open_chapter(tables, game, events)
            return
        case "opening":
            life_events.draw_village_event(tables, game, events)
            return
        case "village":
            _begin_turn(game, first_seat(game), events)
            return
        case "over":
            if events is not None:
                events.extend(finish(tables, game))
            return
    if game.turn != EVERYBODY:
        following = (game.turn + 1) % game.seats
        if following != first_seat(game):
            _begin_turn(game, following, events)
            return
        game.turn = EVERYBODY
        game.die = 0
        if village.hear_rumour(tables, game, events):
            return
        game.phase = "rumour"
    if game.phase == "rumour":
        if village.offer_goal(tables, game, events):
            return
        game.phase = "goal"
    if game.phase == "goal":
        village.move_storm(tables, game, "chapter", events)
        village.storm_breaks(tables, game, events)
        if market.open_market(tables, game, events):
            return
    chapter.close_chapter(tables, game, events)


def _begin_turn(game: MutableState, seat: int, events: EventSink) -> None:
    game.turn = seat
    game.phase = "throw"
    if events is not None:
        events.append(ev.TurnBegan(seat))


def _throw(tables: Tables, game: MutableState, _: mv.Throw, events: EventSink) -> bool:
    """Throw, walk, and put what the space holds on the table."""
    seat = game.turn
    household = game.open(seat)
    die = 1 + luck.below(6, game.seed, luck.DIE, game.chapter, seat)
    start = household.position
    place = (start + die) % len(tables.spaces)
    space = tables.spaces[place]
    game.die = die
    household.position = place
    if events is not None:
        events.append(ev.Thrown(seat, die, start, place, space.id, space.item))
    if die == 1:
        village.move_storm(tables, game, "die", events)
    match space.item:
        case "event":
            life_events.draw_event(tables, game, place, events)
        case "unit":
            game.phase = "unit"
        case "rumour" if village.hear_rumour(tables, game, events):
            pass
        case "goal" if village.offer_goal(tables, game, events):
            pass
        case "market" if market.open_market(tables, game, events):
            pass
        case _:
            questions.ask_any(tables, game, space.module, events)
    return False


def _begin(_tables: Tables, game: MutableState, _: mv.Begin, events: EventSink) -> bool:
    """Throw for the household that begins; a household alone begins without a throw.

    Each household has as many chances as its neighbour: on the table, a face that no household
    has is thrown again.
    """
    if game.seats > 1:
        game.starter = luck.below(game.seats, game.seed, luck.STARTER)
        if events is not None:
            events.append(ev.StarterDrawn(game.starter))
    return True


_Handler = Callable[[Tables, MutableState, Any, EventSink], bool]
"""Plays a move; True when the item is over and the game goes on."""

_BY_MOVE: dict[type[Any], _Handler] = {
    mv.Begin: _begin,
    mv.Throw: _throw,
    mv.UseHint: unit.use_hint,
    mv.Mend: unit.mend,
    mv.AskMentor: unit.ask_mentor,
    mv.Invite: unit.invite,
    mv.Greet: unit.greet,
    mv.NextChapter: chapter.next_chapter,
    mv.GoToOldAge: chapter.go_to_old_age,
}
_BY_PHASE: dict[str, _Handler] = {
    "dream": chapter.choose_dreams,
    "opening": chapter.protect,
    "village": life_events.claim_together,
    "question": questions.answer,
    "event": life_events.claim_own,
    "claim": life_events.settle_claim,
    "invite": unit.answer_invite,
    "rumour": village.answer_rumour,
    "goal": village.give_coins,
    "market": market.buy,
}
