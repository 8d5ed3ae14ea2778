"""Playing whole games in tests: every choice from one stream of numbers, or by bots."""

from __future__ import annotations

import random
from collections.abc import Iterator, Sequence

from games.rules import (
    Event,
    Log,
    Move,
    Setup,
    State,
    Tables,
    apply,
    asks,
    legal_moves,
    legal_replies,
    new_game,
    open_ballot,
    start_log,
    why_not,
)
from games.rules.legal import other_moves
from games.rules.model.mutable import MutableState
from games.simulation.bots import Bot, any_lawful, careful, choose, nothing

Step = tuple[State, Move, State, tuple[Event, ...]]


def random_move(tables: Tables, state: State, chance: random.Random) -> Move:
    """Return a random legal move; where answers are asked for, often those."""
    ballot = open_ballot(tables, state)
    asked = [seat for seat, ask in enumerate(asks(tables, state)) if ask.kind != "nothing"]
    if not asked or chance.random() < 0.02:
        others = legal_moves_but_answers(tables, state)
        if others:
            return chance.choice(others)
    for seat in asked:
        ballot = ballot.given(seat, chance.choice(list(legal_replies(tables, state, seat))))
    return ballot.move()


def legal_moves_but_answers(tables: Tables, state: State) -> list[Move]:
    """Return the legal moves that are no answers."""
    return [move for move in other_moves(tables, state) if why_not(tables, state, move) is None]


def random_game(tables: Tables, setup: Setup, seed: int) -> Iterator[Step]:
    """Yield a game of random legal moves: state before, move, state after, events."""
    chance = random.Random(seed)
    state = new_game(tables, setup, seed)
    while state.phase != "over":
        move = random_move(tables, state, chance)
        after, events = apply(tables, state, move)
        yield state, move, after, events
        state = after


def random_log(tables: Tables, setup: Setup, seed: int) -> tuple[Log, State]:
    """Return the log of such a game, and its last state."""
    log = start_log(tables, setup, seed)
    state = new_game(tables, setup, seed)
    for _, move, after, _ in random_game(tables, setup, seed):
        log = log.with_move(move)
        state = after
    return log, state


def bots_of(tables: Tables, count: int) -> list[Bot]:
    """Return bots of four kinds in turn."""
    every = [
        Bot(90, careful(tables)),
        Bot(40, nothing, gives=0, joins=False),
        Bot(60, careful(tables), gives=2),
        Bot(50, any_lawful),
    ]
    return [every[seat % len(every)] for seat in range(count)]


def bot_log(tables: Tables, setup: Setup, seed: int, bots: Sequence[Bot]) -> Log:
    """Return the log of a game the bots played."""
    log = start_log(tables, setup, seed)
    state = new_game(tables, setup, seed)
    while state.phase != "over":
        move = choose(tables, MutableState(state), bots)
        state, _ = apply(tables, state, move)
        log = log.with_move(move)
    return log


def first(tables: Tables, state: State) -> Move:
    """Return the plainest legal move."""
    return next(iter(legal_moves(tables, state)))


def until(tables: Tables, state: State, phase: str, seed: int = 0) -> State:
    """Return the state after random legal moves until the phase comes."""
    chance = random.Random(seed)
    while state.phase != phase:
        assert state.phase != "over", f"the phase {phase} did not come"
        state, _ = apply(tables, state, random_move(tables, state, chance))
    return state
