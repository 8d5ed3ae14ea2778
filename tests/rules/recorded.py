"""Games of bots, with their log."""

from __future__ import annotations

from collections.abc import Sequence

from games.rules import Log, Setup, Tables, apply, new_game, start_log
from games.rules.mutable_state import MutableState
from games.simulation.bots import Bot, choose


def bot_log(tables: Tables, setup: Setup, seed: int, bots: Sequence[Bot]) -> Log:
    """The log of a game the bots played."""
    log = start_log(tables, setup, seed)
    state = new_game(tables, setup, seed)
    while state.phase != "over":
        move = choose(tables, MutableState(state), bots)
        state, _ = apply(tables, state, move)
        log = log.with_move(move)
    return log
