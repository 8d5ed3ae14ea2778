"""What is allowed now: every legal move, lazily, and the reason when one is not."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from itertools import chain, combinations, permutations, product
from typing import Any

from games.rules import moves as mv
from games.rules.hints import hint_places
from games.rules.mutable_state import Game
from games.rules.protection import acts, cost, help_due, too_young_or_old
from games.rules.tables import FUND, OptionRow, QuestionRow, Tables, excluded_by
from games.rules.year import FULL_HEART, neighbours_give


class IllegalMove(ValueError):
    """A move the rules do not allow now.

    Attributes:
        move: the move.
        reason: ``phase`` not now · ``unknown`` no such thing here · ``excluded`` the law
            does not allow the two together · ``age`` · ``money`` · ``no_star`` ·
            ``no_hint`` nothing left to give away · ``whole`` hearts are whole · ``shape``
            not a full answer to this question · ``held`` already held · ``team`` · ``alone``
            only when playing together.
    """

    def __init__(self, move: mv.Move, reason: str, message: str) -> None:
        self.move = move
        self.reason = reason
        super().__init__(f"{type(move).__name__}: {message}")


def why_not(tables: Tables, state: Game, move: mv.Move) -> IllegalMove | None:
    """None when the move is legal, else the error that `apply` would raise."""
    check = _CHECKS.get(type(move))
    if check is None:
        return IllegalMove(move, "unknown", "there is no such move")
    phases, rule = check
    if state.phase not in phases:
        return IllegalMove(move, "phase", f"not in the phase {state.phase}")
    found = rule(tables, state, move)
    return None if found is None else IllegalMove(move, *found)


def legal_moves(tables: Tables, state: Game) -> Iterator[mv.Move]:
    """Every legal move, one by one as asked for. Empty only when the game is over."""
    for move in _candidates(tables, state):
        if why_not(tables, state, move) is None:
            yield move


_Found = tuple[str, str] | None


def _always(_tables: Tables, _state: Game, _move: Any) -> _Found:
    return None


def _protect(tables: Tables, state: Game, move: mv.Protect) -> _Found:
    team = state.team
    for name in move.hold:
        if name not in tables.options:
            return "unknown", f"there is no {name!r} to hold"
    hold = tuple(sorted({*move.hold, *acts(tables, team.hold)}))
    plan = tables.plans.get(hold)
    if plan is None:
        return _clash([tables.options[name] for name in hold])
    for option in plan.options:
        if too_young_or_old(tables, option, team):
            return "age", f"{option.id} cannot be joined at {team.age}"
    price = cost(plan, team, state.round)
    if price and price > team.money:
        return "money", f"it costs {price} and the purse holds {team.money}"
    return None


def _clash(options: list[OptionRow]) -> _Found:
    for one, other in combinations(options, 2):
        if one.scheme == other.scheme:
            return "excluded", f"{one.id} and {other.id} are options of one scheme"
        if excluded_by(one, other) is not None:
            return "excluded", f"the law does not allow {one.id} beside {other.id}"
    return "excluded", "these cannot be held together"


def _answer(tables: Tables, state: Game, move: mv.Answer) -> _Found:
    if fits(tables.questions[state.question], move.response):
        return None
    return "shape", "that is not a full answer to this question"


def fits(question: QuestionRow, response: mv.Response) -> bool:
    """Whether the response has the shape the question asks for. None (silence) fits all."""
    if response is None:
        return True
    size = question.size
    match question.kind:
        case "choice":
            return type(response) is int and 0 <= response < size
        case "true_false":
            return isinstance(response, bool)
        case "number":
            return (
                isinstance(response, (int, float))
                and not isinstance(response, bool)
                and question.lowest <= response <= question.highest
            )
        case "several":
            return (
                isinstance(response, tuple)
                and len(set(response)) == len(response)
                and all(type(i) is int and 0 <= i < size for i in response)
            )
        case _:
            return isinstance(response, tuple) and sorted(response) == list(range(size))


def _pick(_tables: Tables, state: Game, move: mv.Pick) -> _Found:
    if len(set(move.cards)) != len(move.cards) or not set(move.cards) <= set(state.cards):
        return "unknown", "only cards on the table can be picked, each once"
    return None


def _hint(tables: Tables, state: Game, _: mv.UseHint) -> _Found:
    if not state.team.hints and not state.team.stars:
        return "no_star", "neither a hint nor a star is left"
    if not hint_places(tables, state):
        return "no_hint", "the mentor can give nothing away here"
    return None


def _rumour(_tables: Tables, state: Game, move: mv.AnswerRumour) -> _Found:
    if len(move.answers) != len(state.teams):
        return "team", "one answer for each team, please"
    if not all(a is None or isinstance(a, bool) for a in move.answers):
        return "shape", "a rumour is true, false, or not answered"
    return None


def _mend(_tables: Tables, state: Game, _: mv.Mend) -> _Found:
    return ("whole", "all hearts are whole") if state.team.hearts >= FULL_HEART else None


def _mentor(tables: Tables, state: Game, move: mv.AskMentor) -> _Found:
    if move.scheme not in tables.asks:
        return "unknown", f"there is no scheme {move.scheme!r} here"
    return None if state.team.stars else ("no_star", "no star is left")


def _help(tables: Tables, state: Game, move: mv.HelpJoin) -> _Found:
    option = tables.options.get(move.option)
    if option is None or option.act:
        return "unknown", f"nobody can be helped to join {move.option!r}"
    if not 0 <= move.team < len(state.teams) or move.team == state.turn:
        return "team", "another team is helped, not one's own"
    if option.id == FUND and move.team > state.turn:
        return "team", "that team chooses about the fund in its own turn this year"
    other = state.teams[move.team]
    plan = tables.plans[other.hold]
    if option.scheme in plan.schemes:
        return "held", "the team holds that scheme already"
    if tuple(sorted((*other.hold, option.id))) not in tables.plans:
        return _clash([*plan.options, option])
    if too_young_or_old(tables, option, other):
        return "age", f"{option.id} cannot be joined at {other.age}"
    each, times = help_due(option, other, state.round)
    if each and not times:
        return "held", "what was paid lasts to the end of the year already"
    if each * times > other.money:
        return "money", f"it costs {each * times} and the purse holds {other.money}"
    return None


def _neighbours(_tables: Tables, state: Game, _: mv.AskNeighbours) -> _Found:
    if not state.together:
        return "alone", "each team closes its own year unless all play together"
    if not neighbours_give(state):
        return "money", "the other teams have not enough between them"
    return None


def _contribute(tables: Tables, state: Game, move: mv.Contribute) -> _Found:
    if len(move.gives) != len(state.teams):
        return "team", "one decision for each team, please"
    for team, gives in zip(state.teams, move.gives, strict=True):
        if gives and team.money < tables.amounts.share:
            return "money", f"{team.name} cannot pay its share"
    return None


_Rule = Callable[[Tables, Game, Any], _Found]
_CHECKS: dict[type[Any], tuple[tuple[str, ...], _Rule]] = {
    mv.Begin: (("ready",), _always),
    mv.Protect: (("protect",), _protect),
    mv.Throw: (("throw",), _always),
    mv.Answer: (("question", "claim"), _answer),
    mv.Pick: (("event",), _pick),
    mv.UseHint: (("question", "claim", "event"), _hint),
    mv.AnswerRumour: (("rumour",), _rumour),
    mv.Mend: (("unit",), _mend),
    mv.AskMentor: (("unit",), _mentor),
    mv.HelpJoin: (("unit",), _help),
    mv.Greet: (("unit",), _always),
    mv.Contribute: (("community",), _contribute),
    mv.Borrow: (("shortfall",), _always),
    mv.GiveHeart: (("shortfall",), _always),
    mv.AskNeighbours: (("shortfall",), _neighbours),
}


def _candidates(tables: Tables, state: Game) -> Iterator[mv.Move]:
    """Every well-formed move of the phase, legal or not."""
    match state.phase:
        case "ready":
            yield mv.Begin()
        case "protect":
            done = set(acts(tables, state.team.hold))
            for hold in tables.plans:
                if done <= set(hold):
                    yield mv.Protect(hold)
        case "throw":
            yield mv.Throw()
        case "question" | "claim":
            yield mv.UseHint()
            for response in responses(tables.questions[state.question]):
                yield mv.Answer(response)
        case "event":
            yield mv.UseHint()
            for cards in _subsets(state.cards):
                yield mv.Pick(cards)
        case "rumour":
            for answers in product((True, False, None), repeat=len(state.teams)):
                yield mv.AnswerRumour(answers)
        case "unit":
            yield mv.Greet()
            yield mv.Mend()
            for scheme in tables.asks:
                yield mv.AskMentor(scheme)
            for seat in range(len(state.teams)):
                for option in tables.joinable:
                    yield mv.HelpJoin(seat, option.id)
        case "community":
            for gives in product((True, False), repeat=len(state.teams)):
                yield mv.Contribute(gives)
        case "shortfall":
            yield mv.Borrow()
            yield mv.GiveHeart()
            yield mv.AskNeighbours()


def responses(question: QuestionRow) -> Iterator[mv.Response]:
    """Every answer that can be given, silence last."""
    match question.kind:
        case "choice":
            yield from range(question.size)
        case "true_false":
            yield from (True, False)
        case "number":
            yield from range(question.lowest, question.highest + 1, question.step)
        case "several":
            yield from _subsets(tuple(range(question.size)))
        case _:
            yield from permutations(range(question.size))
    yield None


def _subsets(items: tuple[Any, ...]) -> Iterator[tuple[Any, ...]]:
    return chain.from_iterable(combinations(items, n) for n in range(len(items) + 1))
