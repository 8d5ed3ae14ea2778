"""Answers: who is asked what, and a ballot that collects replies until they are uncovered."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import chain, combinations, permutations
from typing import Any, Literal, NamedTuple, cast

from games.rules.model import moves as mv
from games.rules.model.mutable import Game
from games.rules.model.tables import QuestionRow, Tables
from games.rules.phases.decks import dreams_offered
from games.rules.phases.market import STEPS, offers, open_steps

AskKind = Literal[
    "nothing",
    "dream",
    "hold",
    "cards",
    "card",
    "choice",
    "several",
    "true_false",
    "order",
    "match",
    "number",
    "agree",
    "coins",
    "wares",
]


class Ask(NamedTuple):
    """A question to one household.

    Attributes:
        kind: how it answers; "nothing": it does not.
        choices: what there is to choose, in the order to show: ids (dream, cards, wares), or
            written indexes (choice, several, order, match); coins: 0 to the most.
        most: how many of them may be chosen.
    """

    kind: AskKind
    choices: tuple[str, ...] | tuple[int, ...] = ()
    most: int = 1


NOTHING = Ask("nothing", (), 0)


def asks(tables: Tables, game: Game) -> tuple[Ask, ...]:
    """Return what each household is asked now, by seat."""
    seats = range(len(game.households))
    match game.phase:
        case "dream":
            return tuple(Ask("dream", dreams_offered(tables, game, s)) for s in seats)
        case "opening":
            ids = tuple(tables.options)
            return tuple(Ask("hold", ids, len(ids)) for _ in seats)
        case "village":
            return tuple(Ask("cards", game.cards, 3) for _ in seats)
        case "event":
            backing = Ask("card", game.cards)
            return tuple(Ask("cards", game.cards, 3) if s == game.turn else backing for s in seats)
        case "question" | "claim":
            question = tables.questions[game.question]
            answer = _answer_ask(question, game.shown)
            judging = answer if question.everybody else Ask("agree")
            return tuple(answer if s == game.turn else judging for s in seats)
        case "invite":
            return tuple(Ask("agree") if s == game.guest else NOTHING for s in seats)
        case "rumour":
            return tuple(Ask("true_false") for _ in seats)
        case "goal":
            coin, most = tables.amounts.coin, tables.amounts.most_coins
            return tuple(
                Ask("coins", tuple(n for n in range(most + 1) if not n or n * coin <= h.money))
                for h in game.households
            )
        case "market":
            return tuple(_ware_ask(tables, game, s) for s in seats)
        case _:
            return tuple(NOTHING for _ in seats)


def _answer_ask(question: QuestionRow, shown: tuple[int, ...]) -> Ask:
    most = 1 if question.kind in ("choice", "true_false", "number") else question.size
    return Ask(cast(AskKind, question.kind), shown, most)


def _ware_ask(tables: Tables, game: Game, seat: int) -> Ask:
    wares = tuple(offer.what for offer in offers(tables, game, seat) if not offer.short)
    most = open_steps(game) - game.households[seat].steps + wares.count("tool")
    return Ask("wares", wares, most) if wares else NOTHING


def replies(tables: Tables, game: Game, ask: Ask) -> Iterator[mv.Reply]:
    """Yield every well-formed reply to what is asked, legal or not, but silence."""
    match ask.kind:
        case "hold":
            yield from tables.plans
        case "cards":
            yield from _subsets(ask.choices, ask.most)
        case "several":
            yield from _subsets(tuple(sorted(ask.choices)), ask.most)
        case "order" | "match":
            yield from permutations(sorted(ask.choices))
        case "true_false" | "agree":
            yield from (True, False)
        case "number":
            question = tables.questions[game.question]
            yield from range(question.lowest, question.highest + 1, question.step)
        case "wares":
            for tools in range(1 + ("tool" in ask.choices)):
                for steps in range(STEPS + 1):
                    yield ("tool",) * tools + ("step",) * steps
        case _:
            yield from ask.choices


def _subsets(items: tuple[Any, ...], most: int) -> Iterator[tuple[Any, ...]]:
    return chain.from_iterable(combinations(items, n) for n in range(most + 1))


class BallotKey(NamedTuple):
    """The question a ballot answers: a reply with another key comes too late."""

    chapter: int
    turn: int
    phase: str
    about: str


def ballot_key(game: Game) -> BallotKey:
    """Return the key of what is asked now."""
    about = game.question or game.situation or game.myth or game.goal
    return BallotKey(game.chapter, game.turn, game.phase, about)


class Ballot(NamedTuple):
    """Replies of some households, covered until all are in. A value: it never changes.

    Attributes:
        asked: what each household is asked.
        replies: by seat; None: not answered yet, or silent.
        silent: seats that will not answer.
    """

    key: BallotKey
    asked: tuple[Ask, ...]
    replies: tuple[mv.Reply, ...]
    silent: frozenset[int] = frozenset()

    @property
    def waiting(self) -> tuple[int, ...]:
        """Seats that still have to answer."""
        return tuple(
            seat
            for seat, reply in enumerate(self.replies)
            if reply is None and self.asked[seat].kind != "nothing" and seat not in self.silent
        )

    def given(self, seat: int, reply: mv.Reply) -> Ballot:
        """Return the ballot with that household's reply; None: it stays silent."""
        replies = (*self.replies[:seat], reply, *self.replies[seat + 1 :])
        silent = self.silent | {seat} if reply is None else self.silent - {seat}
        return self._replace(replies=replies, silent=silent)

    def without(self, seat: int) -> Ballot:
        """Return the ballot with that household's reply taken back."""
        replies = (*self.replies[:seat], None, *self.replies[seat + 1 :])
        return self._replace(replies=replies, silent=self.silent - {seat})

    def move(self) -> mv.AnswersIn:
        """Return the move: who has not answered is silent."""
        return mv.AnswersIn(self.replies)


def open_ballot(tables: Tables, game: Game) -> Ballot:
    """Return an empty ballot for what is asked now."""
    return Ballot(ballot_key(game), asks(tables, game), (None,) * len(game.households))
