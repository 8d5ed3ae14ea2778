"""A game as it is saved: seed, set-up and moves. Everything else follows."""

from __future__ import annotations

import json
from collections.abc import Iterator
from typing import Any, NamedTuple

from games.rules.clock import chapters_for
from games.rules.model.events import Event
from games.rules.model.moves import Move, move_from_json, move_to_json
from games.rules.model.state import Setup, State
from games.rules.model.tables import Tables
from games.rules.play import apply, new_game

RULES = 2
"""The edition of the rules, written into every save."""


class FirstEditionLog(ValueError):
    """A save of the first edition: it cannot be played on, only told.

    Attributes:
        data: the saved set-up as data: teams, minutes, names, occupations.
    """

    def __init__(self, data: dict[str, Any]) -> None:
        self.data = data
        super().__init__("this game was saved by the first edition of the rules")


class Log(NamedTuple):
    """A game as it is saved.

    Attributes:
        edition: of the catalogue it was played with.
        modules: ids chosen.
    """

    setup: Setup
    seed: int
    edition: str
    modules: tuple[str, ...]
    moves: tuple[Move, ...] = ()

    def with_move(self, move: Move) -> Log:
        """Return the log with one move more."""
        return self._replace(moves=(*self.moves, move))

    def undone(self) -> Log:
        """Return the log without its last move."""
        return self._replace(moves=self.moves[:-1])


def start_log(tables: Tables, setup: Setup, seed: int) -> Log:
    """Return the log of a game that begins, its number of chapters fixed."""
    chapters = setup.chapters or chapters_for(tables, setup)
    return Log(setup._replace(chapters=chapters), seed, tables.edition, tables.modules)


def replay(tables: Tables, log: Log) -> State:
    """Return the state the log leads to; byte for byte the one that was played.

    Raises:
        IllegalMove: the log does not fit these tables.
    """
    state = new_game(tables, log.setup, log.seed)
    for move in log.moves:
        state, _ = apply(tables, state, move)
    return state


def replay_events(
    tables: Tables, log: Log
) -> Iterator[tuple[State, Move, State, tuple[Event, ...]]]:
    """Yield for each move of the log the state before it, the move, the state after, events."""
    state = new_game(tables, log.setup, log.seed)
    for move in log.moves:
        before = state
        state, events = apply(tables, state, move)
        yield before, move, state, events


def setup_to_json(setup: Setup, modules: tuple[str, ...]) -> str:
    """Return the set-up and the modules as JSON, for the save file."""
    data = {"rules": RULES, **setup._asdict(), "modules": modules}
    return json.dumps(data, ensure_ascii=False)


def setup_from_json(text: str) -> tuple[Setup, tuple[str, ...]]:
    """Return the set-up and the modules in that text.

    Raises:
        FirstEditionLog: the first edition wrote it.
        ValueError: the text is not a set-up.
    """
    try:
        data = json.loads(text)
        _refuse_first_edition(data, data)
        return _setup(data), _names(data["modules"])
    except (TypeError, KeyError, AttributeError) as error:
        raise ValueError(f"not a set-up: {error}") from None


def _refuse_first_edition(data: dict[str, Any], setup: dict[str, Any]) -> None:
    if "rules" not in data and "teams" in setup:
        raise FirstEditionLog(setup)


def _setup(data: dict[str, Any]) -> Setup:
    return Setup(
        _a(int, data["households"]),
        _a(int, data["minutes"]),
        _a(int, data["talk"]),
        _names(data["names"]),
        _names(data["occupations"]),
        _a(str, data["luck"]),
        _a(bool, data["together"]),
        _a(int, data["chapters"]),
    )


def _names(values: Any) -> tuple[str, ...]:
    return tuple(_a(str, value) for value in _a(list, values))


def _a(kind: type[Any], value: Any) -> Any:
    """Return the value, when it is of that very kind."""
    if type(value) is not kind:
        raise TypeError(f"{value!r} is not {kind.__name__}")
    return value


def log_to_json(log: Log) -> str:
    """Return the whole log as JSON."""
    return json.dumps(
        {
            "rules": RULES,
            "setup": log.setup._asdict(),
            "seed": log.seed,
            "edition": log.edition,
            "modules": log.modules,
            "moves": [move_to_json(move) for move in log.moves],
        },
        ensure_ascii=False,
        separators=(",", ":"),
    )


def log_from_json(text: str) -> Log:
    """Return the log in that text.

    Raises:
        FirstEditionLog: the first edition wrote it.
        ValueError: the text is not a log.
    """
    try:
        data = json.loads(text)
        _refuse_first_edition(data, data["setup"])
        return Log(
            setup=_setup(data["setup"]),
            seed=_a(int, data["seed"]),
            edition=_a(str, data["edition"]),
            modules=_names(data["modules"]),
            moves=tuple(move_from_json(move) for move in data["moves"]),
        )
    except (TypeError, KeyError, AttributeError) as error:
        raise ValueError(f"not a log: {error}") from None
