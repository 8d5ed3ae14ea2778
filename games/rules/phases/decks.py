"""Decks: which question, event, rumour or goal comes next. Nothing repeats before all came."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Sequence
from itertools import accumulate
from typing import TypeVar

from games.rules.model import luck
from games.rules.model.mutable import Game, MutableState
from games.rules.model.tables import MythRow, QuestionRow, SituationRow, Tables

Row = TypeVar("Row", QuestionRow, SituationRow)


def shown(question: QuestionRow, seed: int) -> tuple[int, ...]:
    """Return the order in which a game shows a question's options, steps or right sides."""
    if not question.size:
        return ()
    mixed = luck.bits(seed, luck.SHOWN, question.index)
    return luck.order_of(question.size, mixed, changed=question.kind in ("order", "match"))


def next_question(tables: Tables, game: MutableState, module: int) -> QuestionRow:
    """Return the next question of the module (-1: of the one asked least), marked as asked.

    The objective asked least comes next; within it, chance.
    """
    if module < 0:
        module = _least_asked(tables, game)
    deck = tables.decks[module]
    if game.asked & deck.mask == deck.mask:
        game.asked &= ~deck.mask
    asked = game.asked
    piles = deck.piles
    first = luck.below(len(piles), game.seed, luck.DECK, game.chapter, game.turn)
    least, best = 2.0, piles[0][1]
    for place in range(first - len(piles), first):
        mask, rows = piles[place]
        share = (asked & mask).bit_count() / len(rows)
        if share < least:
            least, best = share, rows
    question = _fresh(game, best, asked, luck.QUESTION)
    game.asked |= 1 << question.index
    return question


def claim_question(tables: Tables, game: MutableState, situation: SituationRow) -> QuestionRow:
    """Return the situation's claim question, or one of the same objective not asked before."""
    own = situation.claims[0]
    asked = game.asked
    if asked >> own.index & 1:
        fresh = [row for row in situation.claims if not asked >> row.index & 1]
        if not fresh:
            return next_question(tables, game, own.module)
        own = fresh[luck.below(len(fresh), game.seed, luck.QUESTION, game.chapter, game.turn)]
    game.asked = asked | 1 << own.index
    return own


def _fresh(game: Game, rows: Sequence[Row], used: int, purpose: int) -> Row:
    """Return one of the rows that is not used yet, or any when all are."""
    fresh = [row for row in rows if not used >> row.index & 1] or rows
    return fresh[luck.below(len(fresh), game.seed, purpose, game.chapter, game.turn)]


def _least_asked(tables: Tables, game: Game) -> int:
    count = len(tables.decks)
    shares = [(game.asked & deck.mask).bit_count() / deck.mask.bit_count() for deck in tables.decks]
    first = luck.below(count, game.seed, luck.DECK, game.chapter, 60 + game.turn)
    return min(range(count), key=lambda place: (shares[place], (place - first) % count))


def next_situation(
    tables: Tables, game: MutableState, occupation: str, space: int
) -> SituationRow | None:
    """Return an event that can befall the occupation there; None when there is none."""
    rows, weights = tables.occupations[occupation].events[space]
    if not rows:
        return None
    fresh = [
        w if not game.met >> row.index & 1 else 0 for row, w in zip(rows, weights, strict=True)
    ]
    if not any(fresh):
        fresh = list(weights)
    ends = tuple(accumulate(fresh))
    place = luck.below(ends[-1], game.seed, luck.EVENT, game.chapter, game.turn)
    row = rows[bisect_right(ends, place)]
    game.met |= 1 << row.index
    return row


def next_village_event(tables: Tables, game: MutableState) -> SituationRow:
    """Return what befalls every household alike this chapter.

    In all chapters but every fourth it is one in which protection that can be joined pays.
    """
    rows = tables.village if game.chapter % 4 == 0 else tables.paying
    row = _fresh(game, rows, game.met, luck.VILLAGE)
    game.met |= 1 << row.index
    return row


def next_rumour(tables: Tables, game: MutableState) -> MythRow | None:
    """Return the next rumour; None when the modules hold none."""
    if not tables.myths:
        return None
    if game.heard.bit_count() == len(tables.myths):
        game.heard = 0
    place = next(i for i in tables.rumours(game.seed) if not game.heard >> i & 1)
    game.heard |= 1 << place
    return tables.myths[place]


def next_goal(tables: Tables, game: Game) -> str:
    """Return a goal that the village has not built; "" when it has all."""
    order = luck.shuffled(len(tables.goals), game.seed, luck.GOAL)
    names = tuple(tables.goals)
    return next((names[i] for i in order if names[i] not in game.built), "")


def dreams_offered(tables: Tables, game: Game, seat: int) -> tuple[str, ...]:
    """Return the three dreams a household chooses from, no two households offered the same."""
    names = tuple(tables.dreams)
    order = luck.shuffled(len(names), game.seed, luck.DREAM)
    count = min(3, len(names))
    return tuple(names[order[(count * seat + place) % len(names)]] for place in range(count))
