"""Decks: which question, event, rumour or project comes next. Nothing repeats before all came."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TypeVar

from games.rules import luck
from games.rules.mutable_state import MutableState
from games.rules.tables import QuestionRow, SituationRow, Tables

Row = TypeVar("Row", QuestionRow, SituationRow)


def shown(question: QuestionRow, seed: int) -> tuple[int, ...]:
    """The order in which a game shows a question's options, steps or right sides."""
    if not question.size:
        return ()
    mixed = luck.bits(seed, luck.SHOWN, question.index)
    return luck.order_of(question.size, mixed, changed=question.kind in ("order", "match"))


def next_question(tables: Tables, draft: MutableState, module: int) -> QuestionRow:
    """The next question of the module (-1: of the one asked least), marked as asked.

    The objective asked least comes next; within it, chance by weight.
    """
    if module < 0:
        module = _least_asked(tables, draft)
    deck = tables.decks[module]
    if draft.asked & deck.mask == deck.mask:
        draft.asked &= ~deck.mask
    asked = draft.asked
    piles = deck.piles
    first = luck.below(len(piles), draft.seed, luck.DECK, draft.round, draft.turn)
    least, best = 1 << 40, piles[0]
    for i in range(first - len(piles), first):
        pile = piles[i]
        share = ((asked & pile.mask).bit_count() << 20) // len(pile.questions)
        if share < least:
            least, best = share, pile
    weights = best.weights
    fresh = [(q, weights[q.id]) for q in best.questions if not asked >> q.index & 1]
    question = _by_weight(draft, fresh, luck.QUESTION)
    draft.asked |= 1 << question.index
    return question


def claim_question(tables: Tables, draft: MutableState, situation: SituationRow) -> QuestionRow:
    """The situation's claim question or one of the same objective, not asked before."""
    asked = draft.asked
    fresh = [(q, weight) for q, weight in situation.claims if not asked >> q.index & 1]
    if not fresh:
        return next_question(tables, draft, situation.claims[0][0].module)
    question = _by_weight(draft, fresh, luck.QUESTION)
    draft.asked |= 1 << question.index
    return question


def _by_weight(draft: MutableState, rows: Sequence[tuple[Row, int]], purpose: int) -> Row:
    """One of the rows, each as likely as its weight says."""
    total = 0
    for _, weight in rows:
        total += weight
    point = luck.below(total, draft.seed, purpose, draft.round, draft.turn)
    for row, weight in rows:
        point -= weight
        if point < 0:
            return row
    return rows[-1][0]


def _least_asked(tables: Tables, draft: MutableState) -> int:
    count = len(tables.decks)
    if count == 1:
        return 0
    asked = draft.asked
    first = draft.seed % count
    best, least = 0, 1 << 40
    for i in range(count):
        place = (first + i) % count
        deck = tables.decks[place]
        share = ((asked & deck.mask).bit_count() << 20) // deck.size
        if share < least:
            best, least = place, share
    return best


def next_situation(tables: Tables, draft: MutableState, occupation: str) -> SituationRow | None:
    """An event that can befall the occupation, drawn by weight; None when there is none."""
    events = tables.occupations[occupation].events
    if not events:
        return None
    met = draft.met
    fresh = [(row, weight) for row, weight in events if not met >> row.index & 1]
    if not fresh:
        for row, _ in events:
            draft.met &= ~(1 << row.index)
        fresh = list(events)
    row = _by_weight(draft, fresh, luck.EVENT)
    draft.met |= 1 << row.index
    return row


def lay_cards(draft: MutableState, situation: SituationRow) -> tuple[str, ...]:
    """Six right-cards: those that help, those that tempt, and fillers; shuffled."""
    cards = (*situation.helps, *situation.tempting)
    fillers = situation.fillers
    wanted = min(6 - len(cards), len(fillers))
    if wanted > 0:
        start = luck.below(len(fillers), draft.seed, luck.FILLER, draft.round, draft.turn)
        stride = max(1, len(fillers) // wanted)
        cards += tuple(fillers[(start + i * stride) % len(fillers)] for i in range(wanted))
    mixed = luck.bits(draft.seed, luck.CARDS, draft.round, draft.turn)
    return tuple(cards[i] for i in luck.order_of(len(cards), mixed))


def next_rumour(tables: Tables, draft: MutableState) -> str | None:
    """The next rumour; None when the modules hold none."""
    if not tables.myths:
        return None
    if draft.heard.bit_count() == len(tables.myths):
        draft.heard = 0
    for place in tables.rumours(draft.seed):
        if not draft.heard >> place & 1:
            draft.heard |= 1 << place
            return tables.myths[place]
    raise AssertionError("a deck without a rumour left was not cleared")


def next_project(tables: Tables, draft: MutableState) -> str | None:
    """A project the village does not have yet; None when it has all."""
    waiting = [name for name in tables.projects if name not in draft.projects]
    if not waiting:
        return None
    return waiting[luck.below(len(waiting), draft.seed, luck.DECK, draft.round, 50 + draft.turn)]
