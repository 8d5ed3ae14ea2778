"""Living again: a recorded game replayed under the same luck, with some decisions exchanged.

Where a recorded move is not legal in the other life, the plainest one is made: what can be
afforded of the protection, fewer coins, nothing bought, silence.
"""

from __future__ import annotations

from collections import defaultdict, deque
from collections.abc import Callable, Iterator
from typing import NamedTuple, cast

from games.rules.legal import MOST_PICKS, why_not, why_not_reply
from games.rules.log import Log, replay_events
from games.rules.model import moves as mv
from games.rules.model.mutable import EventSink, MutableState
from games.rules.model.state import State
from games.rules.model.tables import Tables
from games.rules.phases.ages import age_of
from games.rules.phases.answers import BallotKey, ballot_key
from games.rules.phases.judging import holding
from games.rules.phases.life_events import FULL_HEART
from games.rules.phases.market import STEPS
from games.rules.phases.protection import affordable, cheapest_of_all
from games.rules.play import new_game, step

Exchange = Callable[[Tables, MutableState, int, mv.Reply], mv.Reply]
"""Gives a seat's reply, from the one recorded for it (None: silence)."""


class Recorded(NamedTuple):
    """A move of the log, what it answered, and what each household held and had bought."""

    move: mv.Move
    key: BallotKey
    holds: tuple[tuple[str, ...], ...]
    steps: tuple[int, ...]


_Moment = tuple[int, int, str]


class MovesByMoment:
    """The moves of a log by the moment (chapter, turn, phase) they were made in.

    Attributes:
        last: the state the log leads to.
        bought: by seat, the dream steps bought at the end of each chapter.
    """

    def __init__(self, tables: Tables, log: Log) -> None:
        self._moves: dict[_Moment, deque[Recorded]] = defaultdict(deque)
        self.last = new_game(tables, log.setup, log.seed)
        self.bought: dict[int, tuple[int, ...]] = {}
        for before, move, after, _ in replay_events(tables, log):
            holds = tuple(h.hold for h in before.households)
            steps = tuple(h.steps for h in before.households)
            self._moves[_moment(before)].append(Recorded(move, ballot_key(before), holds, steps))
            self.bought[before.chapter] = tuple(h.steps for h in after.households)
            self.last = after

    def left(self) -> dict[_Moment, deque[Recorded]]:
        """Return the moves to be taken off while living again."""
        return defaultdict(deque, {at: deque(moves) for at, moves in self._moves.items()})


def _moment(game: State | MutableState) -> _Moment:
    return game.chapter, game.turn, game.phase


def live_again(
    tables: Tables, log: Log, record: MovesByMoment, exchange: Exchange, events: EventSink
) -> Iterator[MutableState]:
    """Play the log again with replies exchanged; yield the game at every close and at the end."""
    game = MutableState(new_game(tables, log.setup, log.seed))
    left = record.left()
    while game.phase != "over":
        if game.phase == "close":
            yield game
        step(tables, game, next_move(tables, game, left[_moment(game)], record, exchange), events)
    yield game


def next_move(
    tables: Tables,
    game: MutableState,
    left: deque[Recorded],
    record: MovesByMoment,
    exchange: Exchange,
) -> mv.Move:
    """Return the move recorded for this moment, made legal here."""
    recorded = None
    while left:
        recorded = left.popleft()
        hint = isinstance(recorded.move, mv.UseHint)
        if not hint or why_not(tables, game, recorded.move) is None:
            break
        recorded = None
    move = recorded.move if recorded is not None else None
    match game.phase:
        case "ready":
            return mv.Begin()
        case "throw":
            return mv.Throw()
        case "close":
            return mv.GoToOldAge() if _ends(game, move) else mv.NextChapter()
        case "unit":
            if move is not None and why_not(tables, game, move) is None:
                return move
            whole = game.household(game.turn).hearts >= FULL_HEART
            return mv.Greet() if whole else mv.Mend()
    if isinstance(move, mv.UseHint):
        return move
    return _answers(tables, game, recorded, record, exchange)


def _ends(game: MutableState, move: mv.Move | None) -> bool:
    return isinstance(move, mv.GoToOldAge) or game.chapter == game.chapters


def _answers(
    tables: Tables,
    game: MutableState,
    recorded: Recorded | None,
    record: MovesByMoment,
    exchange: Exchange,
) -> mv.AnswersIn:
    said: tuple[mv.Reply, ...] = (None,) * game.seats
    if recorded is not None and isinstance(recorded.move, mv.AnswersIn):
        same = recorded.key == ballot_key(game) or game.phase == "goal"
        said = recorded.move.answers if same else said
    replies = []
    for seat, reply in enumerate(said):
        if game.phase == "opening" and recorded is not None:
            wanted = cast(tuple[str, ...], recorded.holds[seat] if reply is None else reply)
            hold = game.household(seat).hold
            reply = changed(tables, hold, recorded.holds[seat], wanted)
        if game.phase == "market":
            reply = _purchase(tables, game, seat, reply, record)
        replies.append(_legal(tables, game, seat, exchange(tables, game, seat, reply)))
    return mv.AnswersIn(tuple(replies))


def _purchase(
    tables: Tables, game: MutableState, seat: int, reply: mv.Reply, record: MovesByMoment
) -> mv.Reply:
    """Return what is bought: as recorded; steps that are behind the record are caught up."""
    household = game.household(seat)
    wares = cast(tuple[str, ...], reply or ())
    behind = record.bought.get(game.chapter, (0,) * game.seats)[seat] - household.steps
    last = game.chapter == game.chapters
    steps = STEPS - household.steps if last else max(behind, wares.count("step"))
    tool = tuple(ware for ware in wares if ware == "tool")
    wares = (*tool, *("step",) * steps)
    while wares and why_not_reply(tables, game, seat, wares) is not None:
        wares = wares[:-1]
    return wares


def _legal(tables: Tables, game: MutableState, seat: int, reply: mv.Reply) -> mv.Reply:
    """Return the reply, or the nearest one that is legal here."""
    if game.phase == "opening":
        wanted = cast(tuple[str, ...], reply or ())
        return affordable(tables, game.household(seat), wanted, age_of(tables, game))
    if why_not_reply(tables, game, seat, reply) is None:
        return reply
    if game.phase == "goal" and isinstance(reply, int):
        return max(0, game.household(seat).money) // tables.amounts.coin if reply else 0
    return None


def changed(
    tables: Tables, hold: tuple[str, ...], before: tuple[str, ...], after: tuple[str, ...]
) -> tuple[str, ...]:
    """Return what is held here, changed as the record changed from `before` to `after`."""
    joined = set(after) - set(before)
    schemes = {tables.options[name].scheme for name in joined}
    kept = {name for name in hold if tables.options[name].scheme not in schemes}
    stopped = set(before) - set(after)
    return tuple(sorted((kept - stopped) | joined))


def as_recorded(_tables: Tables, _game: MutableState, _seat: int, reply: mv.Reply) -> mv.Reply:
    """Exchange nothing."""
    return reply


def without_protection(bare: int) -> Exchange:
    """Return an exchange in which that seat never protects itself.

    It asks for rights that everybody has and spares itself trips for the others.
    """

    def exchange(tables: Tables, game: MutableState, seat: int, reply: mv.Reply) -> mv.Reply:
        if seat != bare:
            return reply
        claims = game.phase == "village" or (game.phase == "event" and seat == game.turn)
        if claims and isinstance(reply, tuple):
            cards = cast(tuple[str, ...], reply)
            return tuple(card for card in cards if tables.benefits[card].automatic)
        match game.phase:
            case "opening":
                return ()
            case "invite":
                return False
        return reply

    return exchange


def with_protection(tables: Tables, joining: int) -> Exchange:
    """Return an exchange in which that seat holds the cheapest of all and asks for it.

    Of what it asked for it keeps what finds room beside that.
    """
    cheapest = cheapest_of_all(tables)

    def exchange(tables: Tables, game: MutableState, seat: int, reply: mv.Reply) -> mv.Reply:
        if seat != joining:
            return reply
        if game.phase == "village" or (game.phase == "event" and seat == game.turn):
            asked = cast(tuple[str, ...], reply or ())
            useful = [card for card in asked if card in tables.situations[game.situation].helps]
            wanted = dict.fromkeys((*_held_cards(tables, game, seat), *useful, *asked))
            return tuple(wanted)[:MOST_PICKS]
        return cheapest if game.phase == "opening" else reply

    return exchange


def _held_cards(tables: Tables, game: MutableState, seat: int) -> tuple[str, ...]:
    """Return the cards on the table that help, and that the household has by joining."""
    household, age = game.household(seat), age_of(tables, game)
    situation = tables.situations[game.situation]
    joined = [tables.benefits[card] for card in situation.helps if card in game.cards]
    return tuple(
        benefit.id
        for benefit in joined
        if not benefit.automatic
        and holding(tables, benefit, household, situation, age, game.month).outcome is None
    )


def ever_protected(tables: Tables, last: State, seat: int) -> bool:
    """Return whether the household held anything that is paid for, in any chapter."""
    household = last.households[seat]
    holds = any(not option.act for option in tables.plans[household.hold].options)
    return holds or household.bare < last.chapter
