"""Legal moves: each of them, lazily, and the reason when one is not allowed."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from itertools import combinations, product
from typing import Any, cast

from games.rules.model import moves as mv
from games.rules.model.mutable import Game
from games.rules.model.tables import OptionRow, QuestionRow, Tables, excluded_by
from games.rules.phases.ages import age_of
from games.rules.phases.answers import asks, replies
from games.rules.phases.decks import dreams_offered
from games.rules.phases.life_events import FULL_HEART
from games.rules.phases.market import price_of
from games.rules.phases.protection import (
    HALF_YEAR,
    Holder,
    cost,
    due,
    too_young_or_old,
    whole_hold,
)
from games.rules.phases.unit import Invitation, hint_places

MOST_HOUSEHOLDS = 6
MINUTES = (30, 45, 60, 90)
TALK = (30, 45, 60)
MOST_PICKS = 3


class IllegalMove(ValueError):
    """A move the rules do not allow now.

    Attributes:
        move: the move.
        reason: ``phase`` not now · ``unknown`` no such thing here · ``excluded`` the law
            does not allow the two together · ``age`` · ``money`` · ``no_star`` ·
            ``no_hint`` nothing left to give away · ``whole`` hearts are whole · ``shape``
            not an answer to this · ``held`` already held · ``seat`` not this household ·
            ``many`` more than three cards · ``last`` there is no next chapter.
    """

    def __init__(self, move: mv.Move, reason: str, message: str) -> None:
        self.move = move
        self.reason = reason
        super().__init__(f"{type(move).__name__}: {message}")


_Found = tuple[str, str] | None
"""A reason and a message; None: it is legal."""


def why_not(tables: Tables, game: Game, move: mv.Move) -> IllegalMove | None:
    """Return None when the move is legal, else the error that `apply` would raise."""
    found = _found(tables, game, move)
    return None if found is None else IllegalMove(move, *found)


def _found(tables: Tables, game: Game, move: mv.Move) -> _Found:
    if isinstance(move, mv.AnswersIn):
        if game.phase not in _REPLIES:
            return "phase", f"nothing is asked in the phase {game.phase}"
        if len(move.answers) != len(game.households):
            return "seat", "one answer for each household, None for silence"
        for seat, reply in enumerate(move.answers):
            found = why_not_reply(tables, game, seat, reply)
            if found is not None:
                return found
        return None
    known = _MOVES.get(type(move))
    if known is None:
        return "unknown", "there is no such move"
    phases, rule = known
    if game.phase not in phases:
        return "phase", f"not in the phase {game.phase}"
    return rule(tables, game, move)


def legal_moves(tables: Tables, game: Game) -> Iterator[mv.Move]:
    """Yield every legal move, one by one as asked for. None only when the game is over."""
    if game.phase in _REPLIES:
        each = [list(legal_replies(tables, game, seat)) for seat in range(len(game.households))]
        for answers in product(*each):
            yield mv.AnswersIn(answers)
    for move in other_moves(tables, game):
        if why_not(tables, game, move) is None:
            yield move


def legal_replies(tables: Tables, game: Game, seat: int) -> Iterator[mv.Reply]:
    """Yield everything a household may answer now, silence first."""
    yield None
    for reply in replies(tables, game, asks(tables, game)[seat]):
        if why_not_reply(tables, game, seat, reply) is None:
            yield reply


def why_not_reply(tables: Tables, game: Game, seat: int, reply: mv.Reply) -> _Found:
    """Return the reason and a message when a household may not answer that; None when it may."""
    if reply is None:
        return None
    return _REPLIES[game.phase](tables, game, seat, reply)


def _dream(tables: Tables, game: Game, seat: int, reply: mv.Reply) -> _Found:
    if reply in dreams_offered(tables, game, seat):
        return None
    return "unknown", f"{reply!r} is not among the three dreams"


def _opening(tables: Tables, game: Game, seat: int, reply: mv.Reply) -> _Found:
    if not isinstance(reply, tuple):
        return "shape", "what is held is a tuple of ids"
    household = game.households[seat]
    for name in reply:
        if name not in tables.options:
            return "unknown", f"there is no {name!r} to hold"
    hold = whole_hold(tables, household, cast(tuple[str, ...], reply))
    plan = tables.plans.get(hold)
    if plan is None:
        return _clash([tables.options[name] for name in hold])
    age = age_of(tables, game)
    for option in plan.options:
        if too_young_or_old(tables, option, household, age):
            return "age", f"{option.id} cannot be joined at {age}"
    price = cost(plan, household)
    if price and price > household.money:
        return "money", f"it costs {price} and the purse holds {household.money}"
    return None


def _clash(options: list[OptionRow]) -> _Found:
    for one, other in combinations(options, 2):
        if one.scheme == other.scheme:
            return "excluded", f"{one.id} and {other.id} are options of one scheme"
        if excluded_by(one, other) is not None:
            return "excluded", f"the law does not allow {one.id} beside {other.id}"
    return "excluded", "these cannot be held together"


def _picks(_tables: Tables, game: Game, _seat: int, reply: mv.Reply) -> _Found:
    if not isinstance(reply, tuple):
        return "shape", "what is asked for is a tuple of cards"
    if len(set(reply)) != len(reply) or not set(reply) <= set(game.cards):
        return "unknown", "only cards on the table can be asked for, each once"
    if len(reply) > MOST_PICKS:
        return "many", "three cards at most"
    return None


def _event(tables: Tables, game: Game, seat: int, reply: mv.Reply) -> _Found:
    if seat == game.turn:
        return _picks(tables, game, seat, reply)
    if reply in game.cards:
        return None
    return "unknown", "one card of those on the table is backed"


def _question(tables: Tables, game: Game, seat: int, reply: mv.Reply) -> _Found:
    question = tables.questions[game.question]
    if seat != game.turn and not question.everybody:
        return None if isinstance(reply, bool) else ("shape", "the others agree or disagree")
    return None if fits(question, reply) else ("shape", "not a full answer to this question")


def fits(question: QuestionRow, reply: mv.Reply) -> bool:
    """Return whether the reply has the shape the question asks for."""
    size = question.size
    match question.kind:
        case "choice":
            return type(reply) is int and 0 <= reply < size
        case "true_false":
            return isinstance(reply, bool)
        case "number":
            return (
                isinstance(reply, (int, float))
                and not isinstance(reply, bool)
                and question.lowest <= reply <= question.highest
            )
        case "several":
            return (
                isinstance(reply, tuple)
                and len(set(reply)) == len(reply)
                and all(type(i) is int and 0 <= i < size for i in reply)
            )
        case _:
            return (
                isinstance(reply, tuple)
                and len(reply) == size
                and all(type(i) is int for i in reply)
                and set(reply) == set(range(size))
            )


def _rumour(_tables: Tables, _game: Game, _seat: int, reply: mv.Reply) -> _Found:
    return None if isinstance(reply, bool) else ("shape", "a rumour is true or false")


def _invite_reply(_tables: Tables, game: Game, seat: int, reply: mv.Reply) -> _Found:
    if seat != game.guest:
        return "seat", "only the invited household answers"
    return None if isinstance(reply, bool) else ("shape", "an invitation is agreed to or not")


def _coins(tables: Tables, game: Game, seat: int, reply: mv.Reply) -> _Found:
    if type(reply) is not int or not 0 <= reply <= tables.amounts.most_coins:
        return "shape", f"0 to {tables.amounts.most_coins} coins are given"
    if reply and reply * tables.amounts.coin > game.households[seat].money:
        return "money", "the purse does not hold so many coins"
    return None


def _wares(tables: Tables, game: Game, seat: int, reply: mv.Reply) -> _Found:
    if not isinstance(reply, tuple):
        return "shape", "what is bought is a tuple of step and tool"
    price = price_of(tables, game, seat, cast(tuple[str, ...], reply))
    if price is None:
        return "unknown", f"{reply!r} is not for sale to this household"
    household = game.households[seat]
    missing = price + household.debt - household.money
    return ("money", f"{missing} baht are missing") if reply and missing > 0 else None


def _always(_tables: Tables, _game: Game, _move: Any) -> _Found:
    return None


def _on_turn(game: Game) -> Holder:
    return game.households[game.turn]


def _hint(tables: Tables, game: Game, _: mv.UseHint) -> _Found:
    household = _on_turn(game)
    if not household.hints and not household.stars:
        return "no_star", "neither a hint nor a star is left"
    if not hint_places(tables, game):
        return "no_hint", "the mentor can give nothing away here"
    return None


def _mend(_tables: Tables, game: Game, _: mv.Mend) -> _Found:
    return ("whole", "all hearts are whole") if _on_turn(game).hearts >= FULL_HEART else None


def _mentor(tables: Tables, game: Game, move: mv.AskMentor) -> _Found:
    if move.scheme not in tables.asks:
        return "unknown", f"there is no scheme {move.scheme!r} here"
    return None if _on_turn(game).stars else ("no_star", "no star is left")


def _invite(tables: Tables, game: Game, move: mv.Invite) -> _Found:
    option = tables.options.get(move.option)
    if option is None or option.act:
        return "unknown", f"nobody can be invited to {move.option!r}"
    if not 0 <= move.seat < len(game.households) or move.seat == game.turn:
        return "seat", "another household is invited, not one's own"
    guest = game.households[move.seat]
    plan = tables.plans[guest.hold]
    if option.scheme in plan.schemes:
        return "held", "the household holds that already"
    if tuple(sorted((*guest.hold, option.id))) not in tables.plans:
        return _clash([*plan.options, option])
    if too_young_or_old(tables, option, guest, age_of(tables, game)):
        return "age", f"{option.id} cannot be joined at this age"
    each, times = due(option, guest, HALF_YEAR)
    if each * times > guest.money:
        return "money", f"it costs {each * times} and the purse holds {guest.money}"
    return None


def _next(_tables: Tables, game: Game, _: mv.NextChapter) -> _Found:
    return None if game.chapter < game.chapters else ("last", "this was the last chapter")


def invitations(tables: Tables, game: Game) -> tuple[Invitation, ...]:
    """Return what the household on turn can invite others to."""
    found = []
    for seat in range(len(game.households)):
        for option in tables.joinable:
            if _invite(tables, game, mv.Invite(seat, option.id)) is None:
                each, times = due(option, game.households[seat], HALF_YEAR)
                found.append(Invitation(seat, option.id, each, times))
    return tuple(found)


_REPLIES: dict[str, Callable[[Tables, Game, int, mv.Reply], _Found]] = {
    "dream": _dream,
    "opening": _opening,
    "village": _picks,
    "question": _question,
    "event": _event,
    "claim": _question,
    "invite": _invite_reply,
    "rumour": _rumour,
    "goal": _coins,
    "market": _wares,
}
_MOVES: dict[type[Any], tuple[tuple[str, ...], Callable[[Tables, Game, Any], _Found]]] = {
    mv.Begin: (("ready",), _always),
    mv.Throw: (("throw",), _always),
    mv.UseHint: (("question", "claim", "event"), _hint),
    mv.Mend: (("unit",), _mend),
    mv.AskMentor: (("unit",), _mentor),
    mv.Invite: (("unit",), _invite),
    mv.Greet: (("unit",), _always),
    mv.NextChapter: (("close",), _next),
    mv.GoToOldAge: (("close",), _always),
}


def other_moves(tables: Tables, game: Game) -> Iterator[mv.Move]:
    """Yield every well-formed move of the phase that is no answer, legal or not."""
    match game.phase:
        case "ready":
            yield mv.Begin()
        case "throw":
            yield mv.Throw()
        case "question" | "event" | "claim":
            yield mv.UseHint()
        case "unit":
            yield mv.Greet()
            yield mv.Mend()
            for scheme in tables.asks:
                yield mv.AskMentor(scheme)
            for seat in range(len(game.households)):
                for option in tables.joinable:
                    yield mv.Invite(seat, option.id)
        case "close":
            yield mv.NextChapter()
            yield mv.GoToOldAge()
