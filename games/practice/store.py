"""What this computer remembers of those who practise on it: one SQLite file.

An animal stands for a person: no name, no number. An answer and the place where its round
then stands are written in one transaction, flushed to the disk, before the feedback is seen.
"""

from __future__ import annotations

import json
import sqlite3
from collections.abc import Mapping
from contextlib import AbstractContextManager, suppress
from datetime import date
from pathlib import Path
from typing import Any

from engine.diagnostics.problems import RusitError
from games.practice.rounds import Round
from games.practice.scheduler import Memory
from games.storage import StoreSchema, Trouble, open_database, transaction

SCHEMA = """
CREATE TABLE person (animal TEXT PRIMARY KEY) STRICT, WITHOUT ROWID;
CREATE TABLE memory (
    animal TEXT NOT NULL REFERENCES person(animal) ON DELETE CASCADE,
    question TEXT NOT NULL,
    stability REAL NOT NULL CHECK (stability > 0),
    difficulty REAL NOT NULL CHECK (difficulty BETWEEN 1 AND 10),
    last TEXT NOT NULL,
    due TEXT NOT NULL,
    seen INTEGER NOT NULL,
    missed INTEGER NOT NULL,
    PRIMARY KEY (animal, question)
) STRICT, WITHOUT ROWID;
CREATE TABLE round (
    animal TEXT PRIMARY KEY REFERENCES person(animal) ON DELETE CASCADE,
    state TEXT NOT NULL
) STRICT, WITHOUT ROWID;
"""

PLAN = StoreSchema("practice.sqlite3", 1, SCHEMA)


class PracticeStore:
    """An open store. Made by `open_practice`.

    Attributes:
        trouble: why what is practised will be forgotten; None while all is well.
        set_aside: where a damaged file was moved, when one was found.
    """

    def __init__(
        self, connection: sqlite3.Connection, trouble: Trouble | None, set_aside: Path | None
    ) -> None:
        self._db = connection
        self.trouble = trouble
        self.set_aside = set_aside

    def close(self) -> None:
        """Close the file."""
        self._db.close()

    def people(self) -> tuple[str, ...]:
        """Return the animals that practise here."""
        rows = self._db.execute("SELECT animal FROM person ORDER BY animal").fetchall()
        return tuple(animal for (animal,) in rows)

    def begin(self, animal: str) -> None:
        """Make room for an animal; nothing happens when it is known."""
        with self._change() as db:
            db.execute("INSERT OR IGNORE INTO person VALUES (?)", (animal,))

    def forget(self, animal: str) -> None:
        """Forget an animal and all that it practised."""
        with self._change() as db:
            db.execute("DELETE FROM person WHERE animal = ?", (animal,))

    def memories(self, animal: str) -> dict[str, Memory]:
        """Return the animal's memories by question. A memory whose days cannot be read is left
        out: its question comes as a new one."""
        rows = self._db.execute(
            "SELECT question, stability, difficulty, last, due, seen, missed"
            " FROM memory WHERE animal = ?",
            (animal,),
        )
        memories = {}
        for question, stability, difficulty, last, due, seen, missed in rows.fetchall():
            with suppress(ValueError):
                days = (date.fromisoformat(last), date.fromisoformat(due))
                memories[question] = Memory(stability, difficulty, *days, seen, missed)
        return memories

    def round(self, animal: str) -> Round | None:
        """Return the round the animal is in; None when it is in none, or that cannot be read."""
        row = self._db.execute("SELECT state FROM round WHERE animal = ?", (animal,)).fetchone()
        try:
            return _round(json.loads(row[0])) if row else None
        except (ValueError, TypeError, KeyError):
            return None

    def keep_answer(self, animal: str, question: str, memory: Memory, going: Round) -> None:
        """Keep an answer and the round after it; returns when both are on the disk."""
        with self._change() as db:
            _put_memories(db, animal, {question: memory})
            _put_round(db, animal, going)

    def take(self, animal: str, memories: Mapping[str, Memory]) -> None:
        """Take in memories from another device, and keeps of each question the later one."""
        own = self.memories(animal)
        later = {
            question: memory
            for question, memory in memories.items()
            if question not in own or _newness(memory) > _newness(own[question])
        }
        with self._change() as db:
            db.execute("INSERT OR IGNORE INTO person VALUES (?)", (animal,))
            _put_memories(db, animal, later)

    def keep_round(self, animal: str, going: Round | None) -> None:
        """Keep where the round stands; None puts it away."""
        with self._change() as db:
            if going is None:
                db.execute("DELETE FROM round WHERE animal = ?", (animal,))
            else:
                _put_round(db, animal, going)

    def _change(self) -> AbstractContextManager[sqlite3.Connection]:
        """Return one transaction.

        Raises:
            RusitError: PRAC01 when it could not be written (disk full, card pulled out).
        """
        return transaction(
            self._db,
            "PRAC01",
            "the answer could not be kept",
            "make room on the disk; you can go on practising, it is just not remembered",
        )


def open_practice(folder: Path | None) -> PracticeStore:
    """Return the store in that folder, made when there is none; in memory when `folder` is None.

    A damaged file is moved aside and a new one begun. Where the folder cannot be written, or
    a newer Rusit made the file, the store lives in memory and says so (`trouble`).
    """
    opened = open_database(folder, PLAN)
    return PracticeStore(opened.db, opened.trouble, opened.set_aside)


def open_lasting(folder: Path) -> PracticeStore:
    """Return the store in that folder, where what is written is sure to last.

    Raises:
        RusitError: PRAC05 when nothing would.
    """
    store = open_practice(folder)
    if store.trouble is None:
        return store
    store.close()
    why = "it cannot be written" if store.trouble == "forbidden" else "a newer Rusit made the file"
    raise RusitError(
        "PRAC05", f"practice cannot be kept in {folder}: {why}", hint="name another with --saves"
    )


def _round(state: dict[str, Any]) -> Round:
    return Round(
        tuple(map(str, state["queue"])),
        dict(state["first"]),
        dict(state["returned"]),
        state.get("mode", "questions"),
        float(state.get("spent", 0.0)),
    )


def _newness(memory: Memory) -> tuple[date, int]:
    return (memory.last, memory.seen)


def _put_memories(db: sqlite3.Connection, animal: str, memories: Mapping[str, Memory]) -> None:
    db.executemany(
        "INSERT OR REPLACE INTO memory VALUES (?, ?, ?, ?, ?, ?, ?, ?)",
        [
            (
                animal,
                question,
                m.stability,
                m.difficulty,
                m.last.isoformat(),
                m.due.isoformat(),
                m.seen,
                m.missed,
            )
            for question, m in memories.items()
        ],
    )


def _put_round(db: sqlite3.Connection, animal: str, going: Round) -> None:
    state = {
        "queue": going.queue,
        "first": dict(going.first),
        "returned": dict(going.returned),
        "mode": going.mode,
        "spent": going.spent,
    }
    db.execute("INSERT OR REPLACE INTO round VALUES (?, ?)", (animal, json.dumps(state)))
