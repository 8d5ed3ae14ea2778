"""The store: one SQLite file with games, their moves and the settings of this device.

A move is committed (write-ahead log, synchronous FULL) before it is drawn, so a process that
is killed, or a power cut, loses nothing that was seen. A game keeps a copy of the catalogue
it was begun with: an update of the content never changes a running game. Nothing here names
a person: a game is a seed, a set-up and a list of moves.
"""

from __future__ import annotations

import sqlite3
import zlib
from contextlib import AbstractContextManager
from dataclasses import dataclass
from pathlib import Path

from games.storage import StoreSchema, open_database, transaction

SCHEMA = """
CREATE TABLE catalogue (edition TEXT PRIMARY KEY, packed BLOB NOT NULL) STRICT;
CREATE TABLE game (
    id INTEGER PRIMARY KEY,
    seed INTEGER NOT NULL,
    setup TEXT NOT NULL,
    edition TEXT NOT NULL,
    state TEXT NOT NULL DEFAULT 'open' CHECK (state IN ('open', 'finished', 'left'))
) STRICT;
CREATE TABLE move (
    game INTEGER NOT NULL REFERENCES game(id),
    number INTEGER NOT NULL,
    move TEXT NOT NULL,
    PRIMARY KEY (game, number)
) STRICT, WITHOUT ROWID;
CREATE TABLE flag (
    game INTEGER NOT NULL REFERENCES game(id),
    subject TEXT NOT NULL,
    PRIMARY KEY (game, subject)
) STRICT, WITHOUT ROWID;
CREATE TABLE setting (key TEXT PRIMARY KEY, value TEXT NOT NULL) STRICT, WITHOUT ROWID;
"""

PLAN = StoreSchema("games.sqlite3", 1, SCHEMA)


@dataclass(frozen=True, slots=True)
class SavedGame:
    """A game that can be gone on with, or looked at again.

    Attributes:
        setup: JSON, as the rules wrote it.
        edition: of the catalogue it was begun with.
        moves: JSON of every move, in order.
        flags: ids of questions the room could not answer.
    """

    id: int
    seed: int
    setup: str
    edition: str
    moves: tuple[str, ...]
    flags: tuple[str, ...] = ()


class Store:
    """An open store. Made by `open_store`.

    Attributes:
        lasting: False when the disk could not be used and games live in memory alone.
        set_aside: where a damaged file was moved, when one was found.
    """

    def __init__(
        self, connection: sqlite3.Connection, lasting: bool, set_aside: Path | None
    ) -> None:
        self._db = connection
        self.lasting = lasting
        self.set_aside = set_aside

    def close(self) -> None:
        """Closes the file."""
        self._db.close()

    def begin(self, seed: int, setup: str, edition: str, catalogue: str) -> int:
        """Starts a game and gives its id; the game that was open before is left.

        Args:
            catalogue: its JSON; kept once for each edition.
        """
        with self._change() as db:
            db.execute("UPDATE game SET state = 'left' WHERE state = 'open'")
            db.execute(
                "INSERT OR IGNORE INTO catalogue VALUES (?, ?)",
                (edition, zlib.compress(catalogue.encode())),
            )
            made = db.execute(
                "INSERT INTO game (seed, setup, edition) VALUES (?, ?, ?)", (seed, setup, edition)
            )
            db.execute(
                "DELETE FROM catalogue WHERE edition NOT IN"
                " (SELECT edition FROM game WHERE state = 'open' OR id ="
                " (SELECT max(id) FROM game WHERE state = 'finished'))"
            )
            return int(made.lastrowid or 0)

    def append(self, game: int, number: int, move: str) -> None:
        """Writes the move with that number (0 is the first). Returns when it is on the disk."""
        with self._change() as db:
            db.execute("INSERT INTO move VALUES (?, ?, ?)", (game, number, move))

    def drop_last(self, game: int) -> None:
        """Takes the last move back."""
        with self._change() as db:
            db.execute(
                "DELETE FROM move WHERE game = ?1 AND number ="
                " (SELECT max(number) FROM move WHERE game = ?1)",
                (game,),
            )

    def flag(self, game: int, subject: str, on: bool) -> None:
        """Notes, or forgets, that the room could not answer this question."""
        with self._change() as db:
            if on:
                db.execute("INSERT OR IGNORE INTO flag VALUES (?, ?)", (game, subject))
            else:
                db.execute("DELETE FROM flag WHERE game = ? AND subject = ?", (game, subject))

    def finish(self, game: int, state: str = "finished") -> None:
        """Closes the game: it is not offered again."""
        with self._change() as db:
            db.execute("UPDATE game SET state = ? WHERE id = ?", (state, game))

    def open_game(self) -> SavedGame | None:
        """The game that was not finished, if there is one."""
        return self._last("open")

    def finished_game(self) -> SavedGame | None:
        """The game that was finished last, if there is one."""
        return self._last("finished")

    def _last(self, state: str) -> SavedGame | None:
        row = self._db.execute(
            "SELECT id, seed, setup, edition FROM game WHERE state = ? ORDER BY id DESC", (state,)
        ).fetchone()
        if row is None:
            return None
        moves = self._db.execute("SELECT move FROM move WHERE game = ? ORDER BY number", row[:1])
        flags = self._db.execute("SELECT subject FROM flag WHERE game = ?", row[:1])
        game, seed, setup, edition = row
        return SavedGame(
            game,
            seed,
            setup,
            edition,
            moves=tuple(move for (move,) in moves.fetchall()),
            flags=tuple(subject for (subject,) in flags.fetchall()),
        )

    def catalogue(self, edition: str) -> str | None:
        """The JSON of the catalogue of that edition; None when no game was begun with it, or
        when what was kept of it is damaged."""
        row = self._db.execute(
            "SELECT packed FROM catalogue WHERE edition = ?", (edition,)
        ).fetchone()
        try:
            return zlib.decompress(row[0]).decode() if row else None
        except (zlib.error, UnicodeDecodeError):
            return None

    def settings(self) -> dict[str, str]:
        """The settings of this device."""
        return dict(self._db.execute("SELECT key, value FROM setting").fetchall())

    def set(self, key: str, value: str) -> None:
        """Keeps a setting."""
        with self._change() as db:
            db.execute("INSERT OR REPLACE INTO setting VALUES (?, ?)", (key, value))

    def _change(self) -> AbstractContextManager[sqlite3.Connection]:
        """One transaction.

        Raises:
            RusitError: SES02 when it could not be written (disk full, card pulled out).
        """
        return transaction(
            self._db,
            "SES02",
            "the move could not be saved",
            "make room on the disk, then go on: the game stands at the last saved move",
        )


def open_store(folder: Path | None) -> Store:
    """The store in that folder, made when there is none; in memory when `folder` is None.

    A damaged file is moved aside, beside its old place, and a new one begun. Where the folder
    cannot be written, or a newer Rusit made the file, the store lives in memory and says so
    (`lasting`).
    """
    opened = open_database(folder, PLAN)
    lasting = folder is not None and opened.trouble is None
    return Store(opened.db, lasting, opened.set_aside)
