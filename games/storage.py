"""One SQLite file that loses nothing: how games and practice keep what was done.

Write-ahead log, synchronous FULL: what a transaction has committed is on the disk, whatever
happens to the process or the power. A file that cannot be trusted never stops play: it is moved
aside, or the store lives in memory and says so.
"""

from __future__ import annotations

import re
import sqlite3
from collections.abc import Iterator
from contextlib import closing, contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import Literal

from engine.diagnostics.problems import RusitError

Trouble = Literal["forbidden", "newer"]
"""Why nothing lasts: the folder cannot be written, or a newer Rusit made the file."""


@dataclass(frozen=True, slots=True)
class StoreSchema:
    """The name and the tables of a store's file.

    Attributes:
        file: its name in the folder.
        format: version of the schema, kept in the file.
        schema: the statements that make its tables.
    """

    file: str
    format: int
    schema: str

    @property
    def tables(self) -> set[str]:
        """The names of its tables."""
        return set(re.findall(r"CREATE TABLE (\w+)", self.schema))


@dataclass(frozen=True, slots=True)
class Opened:
    """An open database.

    Attributes:
        trouble: why what is written will be forgotten; None while all is well.
        set_aside: where a damaged file was moved, when one was found.
    """

    db: sqlite3.Connection
    trouble: Trouble | None = None
    set_aside: Path | None = None


def open_database(folder: Path | None, plan: StoreSchema) -> Opened:
    """Return the database in that folder, made when there is none; in memory when `folder` is
    None.
    """
    if folder is None:
        return Opened(_in_memory(plan))
    path = folder / plan.file
    try:
        folder.mkdir(parents=True, exist_ok=True)
        return Opened(_at(path, plan))
    except _NewerError:
        return Opened(_in_memory(plan), "newer")
    except (OSError, sqlite3.OperationalError):
        return Opened(_in_memory(plan), "forbidden")
    except sqlite3.DatabaseError:
        aside = _move_aside(path)
    return Opened(_at(path, plan), set_aside=aside)


@contextmanager
def transaction(
    db: sqlite3.Connection, code: str, failure: str, hint: str
) -> Iterator[sqlite3.Connection]:
    """Yield one transaction; on the disk when it ends.

    Raises:
        RusitError: `code` when it could not be written (disk full, card pulled out).
    """
    try:
        db.execute("BEGIN IMMEDIATE")
        yield db
        db.execute("COMMIT")
    except sqlite3.Error as error:
        if db.in_transaction:
            db.execute("ROLLBACK")
        raise RusitError(code, f"{failure}: {error}", hint=hint) from error


class _NewerError(Exception):
    """A newer Rusit made the file."""


def _in_memory(plan: StoreSchema) -> sqlite3.Connection:
    return _ready(sqlite3.connect(":memory:", isolation_level=None), plan)


def _at(path: Path, plan: StoreSchema) -> sqlite3.Connection:
    connection = sqlite3.connect(path, isolation_level=None, timeout=3)
    try:
        return _ready(connection, plan)
    except BaseException:
        connection.close()
        raise


def _ready(db: sqlite3.Connection, plan: StoreSchema) -> sqlite3.Connection:
    (version,) = db.execute("PRAGMA user_version").fetchone()
    if version > plan.format:
        raise _NewerError
    db.execute("PRAGMA journal_mode = WAL")
    db.execute("PRAGMA synchronous = FULL")
    db.execute("PRAGMA foreign_keys = ON")
    with closing(db.execute("PRAGMA quick_check")) as check:
        if check.fetchone() != ("ok",):
            raise sqlite3.DatabaseError("the file is damaged")
    there = {name for (name,) in db.execute("SELECT name FROM sqlite_master").fetchall()}
    foreign = bool(there) if version == 0 else not plan.tables <= there
    if foreign:
        raise sqlite3.DatabaseError("another program's file")
    if version == 0:
        db.executescript(f"BEGIN; {plan.schema} PRAGMA user_version = {plan.format}; COMMIT;")
    return db


def _move_aside(path: Path) -> Path:
    """Rename the damaged file (and its log) to the first free name beside it."""
    number = 1
    while (aside := path.with_name(f"{path.stem}-damaged-{number}{path.suffix}")).exists():
        number += 1
    path.rename(aside)
    for tail in ("-wal", "-shm"):
        extra = path.with_name(path.name + tail)
        if extra.exists():
            extra.rename(aside.with_name(aside.name + tail))
    return aside
