"""A running game: the rules' state and its journal, without a screen."""

from __future__ import annotations

import json
from collections.abc import Collection

from games.rules import (
    Event,
    Log,
    Move,
    State,
    Tables,
    apply,
    move_from_json,
    move_to_json,
    new_game,
    why_not,
)
from games.session.saved_games import SavedGame
from games.session.store import Store


class GameSession:
    """One game and the store that keeps it.

    Attributes:
        game: its id in the store.
        log: seed, set-up and every move so far.
        state, before: the state now, and before the last move.
        events: what the last move brought about.
        chapter_events: every event since the running chapter began.
        flags: ids of questions the room could not answer.
        closed: True if the game is over and only looked at.

    Raises:
        IllegalMove: a move of the log does not fit the tables.
    """

    def __init__(
        self,
        store: Store,
        tables: Tables,
        log: Log,
        game: int,
        *,
        flags: Collection[str] = (),
        closed: bool = False,
    ) -> None:
        self.store = store
        self.tables = tables
        self.game = game
        self.flags = set(flags)
        self.closed = closed
        self.log = log
        self._replay()

    def play(self, move: Move) -> None:
        """Apply a move, write it to the store, then keep the new state.

        A fault while applying writes nothing; a fault while writing changes nothing here.

        Raises:
            IllegalMove: the rules refuse the move.
            RusitError: SES02 if the disk refuses it.
        """
        state, events = apply(self.tables, self.state, move)
        text = json.dumps(move_to_json(move), separators=(",", ":"))
        self.store.append(self.game, len(self.log.moves), text)
        self.log = self.log.with_move(move)
        self._advance(state, events)

    def allows(self, move: Move) -> bool:
        """Return True if the rules allow the move now."""
        return why_not(self.tables, self.state, move) is None

    def undo(self) -> bool:
        """Take the last move back; return False if there is none."""
        if not self.log.moves:
            return False
        self.store.drop_last(self.game)
        self.log = self.log.undone()
        self._replay()
        return True

    def flag(self, subject: str) -> None:
        """Add a question to the flags, or remove it when it is there."""
        on = subject not in self.flags
        self.store.flag(self.game, subject, on)
        (self.flags.add if on else self.flags.discard)(subject)

    def _replay(self) -> None:
        """Set the state to where the log leads."""
        self.state: State = new_game(self.tables, self.log.setup, self.log.seed)
        self.before = self.state
        self.events: tuple[Event, ...] = ()
        self.chapter_events: tuple[Event, ...] = ()
        for move in self.log.moves:
            self._advance(*apply(self.tables, self.state, move))

    def _advance(self, state: State, events: tuple[Event, ...]) -> None:
        self.before, self.state, self.events = self.state, state, events
        began = state.chapter != self.before.chapter
        self.chapter_events = events if began else (*self.chapter_events, *events)


def read_moves(saved: SavedGame) -> tuple[Move, ...]:
    """Return the moves of a saved game.

    Raises:
        ValueError: one of them is not a move.
    """
    return tuple(move_from_json(json.loads(text)) for text in saved.moves)
