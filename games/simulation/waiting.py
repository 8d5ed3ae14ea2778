"""Waiting, minutes and taps of a game, by the clock model: nobody is timed."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass, field

from games.rules.clock import LEADER_TAPS, Clock
from games.rules.model.mutable import MutableState
from games.rules.model.state import Setup
from games.rules.model.tables import Tables
from games.rules.phases.answers import asks
from games.rules.play import new_game, step
from games.simulation.bots import Bot, choose
from games.simulation.series import game_seed

_UNTIMED = ("ready", "dream")
"""Phases that lie in the minutes of the set-up."""


@dataclass
class Waits:
    """The time games take in a room.

    Attributes:
        waits: seconds between two decisions of one household: from its answer until it can
            talk about the next, whole seconds and how often.
        minutes: of each game, set-up and debrief included.
        question_taps, event_taps: the leader's most taps of a turn on such a space, beside one
            for each answer.
    """

    waits: Counter[int] = field(default_factory=Counter)
    minutes: list[float] = field(default_factory=list)
    question_taps: int = 0
    event_taps: int = 0

    @property
    def mean(self) -> float:
        """Mean seconds of waiting."""
        return sum(s * n for s, n in self.waits.items()) / max(1, self.waits.total())

    @property
    def longest(self) -> int:
        """Most seconds of waiting."""
        return max(self.waits, default=0)


def measure(tables: Tables, setup: Setup, seed: int, games: int, bots: Sequence[Bot]) -> Waits:
    """Play the games and time each item by the model."""
    found = Waits()
    clock = Clock(tables, setup.households, setup.talk)
    for number in range(games):
        _play(tables, setup, game_seed(seed, number), bots, clock, found)
    return found


def _play(
    tables: Tables, setup: Setup, seed: int, bots: Sequence[Bot], clock: Clock, found: Waits
) -> None:
    game = MutableState(new_game(tables, setup, seed))
    now = float(clock.set_up)
    answered: list[float | None] = [None] * game.seats
    taps = 0
    turn_kind = ""
    while game.phase != "over":
        phase = game.phase
        if phase not in _UNTIMED:
            spent = clock.item(game)
            now += spent.listen
            deciding = _deciding(tables, game)
            for seat in deciding:
                since = answered[seat]
                if since is not None:
                    found.waits[round(now - since)] += 1
            now += spent.decide
            for seat in deciding:
                answered[seat] = now
            now += spent.resolve
        if game.phase == "throw":
            taps, turn_kind = 0, ""
        elif not turn_kind:
            turn_kind = phase
        taps += LEADER_TAPS[phase]
        if turn_kind == "question" and phase == "question":
            found.question_taps = max(found.question_taps, taps)
        elif turn_kind == "event" and phase in ("event", "claim"):
            found.event_taps = max(found.event_taps, taps)
        step(tables, game, choose(tables, game, bots), None)
    found.minutes.append((now + tables.amounts.debrief) / 60)


def _deciding(tables: Tables, game: MutableState) -> tuple[int, ...]:
    """Return the seats that decide something now."""
    if game.phase in ("throw", "close"):
        return ()
    if game.phase == "unit":
        return (game.turn,)
    asked = asks(tables, game)
    return tuple(seat for seat, ask in enumerate(asked) if ask.kind != "nothing")
