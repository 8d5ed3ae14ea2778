"""Stores as the first edition left them: SQLite files."""

from __future__ import annotations

import sqlite3
import zlib
from contextlib import closing
from pathlib import Path

from games.session.store import KIND as GAMES

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


def first_edition_games(folder: Path, moves: int = 30) -> Path:
    """Make a first edition's store with two games; return its file."""
    path = folder / GAMES.older
    with closing(sqlite3.connect(path, isolation_level=None)) as db:
        db.execute("PRAGMA page_size = 512")
        db.execute("PRAGMA synchronous = OFF")
        db.executescript(f"BEGIN; {SCHEMA} PRAGMA user_version = 1; COMMIT;")
        db.execute("INSERT INTO setting VALUES ('large', '1')")
        packed = zlib.compress(b'{"facts": 1}')
        db.execute("INSERT INTO catalogue VALUES ('abc', ?)", (packed,))
        for game, state in ((1, "finished"), (2, "open")):
            values = (game, game * 7, '{"teams":2}', "abc", state)
            db.execute("INSERT INTO game VALUES (?, ?, ?, ?, ?)", values)
            for number in range(moves):
                text = f'{{"move":"answer","response":[{number}]}}'
                db.execute("INSERT INTO move VALUES (?, ?, ?)", (game, number, text))
        db.execute("INSERT INTO flag VALUES (2, 'nsf.q.age')")
    return path
