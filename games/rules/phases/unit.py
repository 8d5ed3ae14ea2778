"""The service unit: mend, ask the mentor, invite another household; and the mentor's hints."""

from __future__ import annotations

from typing import NamedTuple

from games.rules.model import events as ev
from games.rules.model import luck
from games.rules.model import moves as mv
from games.rules.model.mutable import EventSink, Game, MutableState, pay
from games.rules.model.tables import Tables
from games.rules.phases.ages import age_of
from games.rules.phases.life_events import FULL_HEART
from games.rules.phases.protection import HALF_YEAR, due
from games.rules.phases.questions import ask_any
from games.rules.phases.saving import count_saving


def mend(tables: Tables, game: MutableState, _: mv.Mend, events: EventSink) -> bool:
    """Mend hearts."""
    household = game.open(game.turn)
    hearts = min(tables.amounts.mend_hearts, FULL_HEART - household.hearts)
    household.hearts += hearts
    if events is not None:
        events.append(ev.HeartMended(game.turn, hearts, "unit"))
    return _mentor_asks(tables, game, events)


def ask_mentor(tables: Tables, game: MutableState, move: mv.AskMentor, events: EventSink) -> bool:
    """Spend a star on an explanation and hints."""
    household = game.open(game.turn)
    household.stars -= 1
    household.hints += tables.amounts.mentor_hints
    if events is not None:
        events.append(ev.MentorAsked(game.turn, move.scheme, household.hints))
    return _mentor_asks(tables, game, events)


def greet(tables: Tables, game: MutableState, _: mv.Greet, events: EventSink) -> bool:
    """Need nothing today."""
    return _mentor_asks(tables, game, events)


def _mentor_asks(tables: Tables, game: MutableState, events: EventSink) -> bool:
    """Let the mentor put a question to everybody, so that nobody only looks on."""
    ask_any(tables, game, -1, events)
    return False


def invite(tables: Tables, game: MutableState, move: mv.Invite, events: EventSink) -> bool:
    """Ask another household to join; it decides in the next phase."""
    game.phase = "invite"
    game.guest = move.seat
    game.option = move.option
    if events is not None:
        option = tables.options[move.option]
        each, times = due(option, game.household(move.seat), HALF_YEAR)
        events.append(ev.Invited(game.turn, move.seat, move.option, each, times, each * times))
    return False


def answer_invite(
    tables: Tables, game: MutableState, move: mv.AnswersIn, events: EventSink
) -> bool:
    """Let the guest join for the second half of the year, if it wants to."""
    seat, option = game.guest, tables.options[game.option]
    joined = move.answers[seat] is True
    stars = tables.amounts.help_stars if joined else 0
    if events is not None:
        events.append(ev.InviteAnswered(game.turn, seat, option.id, joined, stars))
    if joined:
        guest = game.open(seat)
        each, times = due(option, guest, HALF_YEAR)
        guest.hold = tuple(sorted((*guest.hold, option.id)))
        if option.contributory >= 0:
            guest.joined = _put(guest.joined, option.contributory, HALF_YEAR)
            guest.before = _put(guest.before, option.contributory, 0)
        pay(game, seat, -each * times, "protection", option.id, events, (option.fact,))
        if option.saves:
            count_saving(tables, guest, seat, option, age_of(tables, game), events)
        guest.stars += stars
        host = game.open(game.turn)
        host.stars += stars
        host.helped += 1
    game.guest = -1
    game.option = ""
    return _mentor_asks(tables, game, events)


def _put(values: tuple[int, ...], place: int, value: int) -> tuple[int, ...]:
    return (*values[:place], value, *values[place + 1 :])


class Invitation(NamedTuple):
    """An offer to another household to join, and what it would pay."""

    seat: int
    option: str
    each: int
    times: int


def hint_places(tables: Tables, game: Game) -> tuple[int, ...]:
    """Return the places the mentor can still give away: wrong options, or cards that apply."""
    if game.phase == "event":
        helps = tables.situations[game.situation].helps
        return tuple(
            place
            for place, card in enumerate(game.cards)
            if card in helps and place not in game.hinted
        )
    question = tables.questions[game.question]
    left = tuple(place for place in question.strike if place not in game.hinted)
    # One wrong option of a choice stays, or the hint would be the answer.
    return left[1:] if question.kind == "choice" and len(left) == 1 else left


def use_hint(tables: Tables, game: MutableState, _: mv.UseHint, events: EventSink) -> bool:
    """Give something away for an owed hint, else for a star."""
    household = game.open(game.turn)
    if household.hints:
        household.hints -= 1
    else:
        household.stars -= 1
    places = hint_places(tables, game)
    moment = 8 * game.turn + len(game.hinted)
    place = places[luck.below(len(places), game.seed, luck.HINT, game.chapter, moment)]
    game.hinted += (place,)
    if events is not None:
        events.append(ev.HintGiven(game.turn, place, household.stars, household.hints))
    return False
