"""Playing whole games in tests: every choice from one stream of numbers."""

from __future__ import annotations

import random
from collections.abc import Iterator

from games.rules import (
    Event,
    Log,
    Move,
    Setup,
    State,
    Tables,
    apply,
    legal_moves,
    new_game,
    start_log,
)

Step = tuple[State, Move, State, tuple[Event, ...]]


def random_game(tables: Tables, setup: Setup, seed: int) -> Iterator[Step]:
    """A game of random legal moves: state before, move, state after, events."""
    chance = random.Random(seed)
    state = new_game(tables, setup, seed)
    while state.phase != "over":
        move = chance.choice(list(legal_moves(tables, state)))
        after, told = apply(tables, state, move)
        yield state, move, after, told
        state = after


def random_log(tables: Tables, setup: Setup, seed: int) -> tuple[Log, State]:
    """The log of such a game, and its last state."""
    log = start_log(tables, setup, seed)
    state = new_game(tables, setup, seed)
    for _, move, after, _ in random_game(tables, setup, seed):
        log = log.with_move(move)
        state = after
    return log, state


def until(tables: Tables, state: State, phase: str, seed: int = 0) -> State:
    """Random legal moves until the phase comes."""
    chance = random.Random(seed)
    while state.phase != phase:
        state, _ = apply(tables, state, chance.choice(list(legal_moves(tables, state))))
    return state
