"""Rows of the first edition's SQLite files, as far as they can be read."""

from __future__ import annotations

import sqlite3
from collections.abc import Mapping
from contextlib import closing
from pathlib import Path
from typing import Any

OLD_FORMAT = 1

Row = tuple[Any, ...]


def read_rows(path: Path, queries: Mapping[str, str]) -> tuple[dict[str, list[Row]], bool]:
    """Return the rows of each query, and False if some of the file could not be read.

    Rows after a damaged page are left out; text that is damaged comes as bytes. What a damaged
    row holds instead of text or a number is for the reader to find: these files carry no hashes.
    """
    rows: dict[str, list[Row]] = {name: [] for name in queries}
    whole = True
    try:
        connection = sqlite3.connect(path)
    except sqlite3.Error:
        return rows, False
    connection.text_factory = _text
    with closing(connection):
        try:
            checked = connection.execute("PRAGMA quick_check").fetchone()
            version = connection.execute("PRAGMA user_version").fetchone()
            whole = checked == ("ok",) and version == (OLD_FORMAT,)
            if connection.execute("SELECT count(*) FROM sqlite_master").fetchone() == (0,):
                return rows, checked == ("ok",)
        except (sqlite3.Error, UnicodeError):
            whole = False
        for name, query in queries.items():
            try:
                for row in connection.execute(query):
                    rows[name].append(row)
            except (sqlite3.Error, UnicodeError, OverflowError):
                whole = False
    return rows, whole


def _text(stored: bytes) -> str | bytes:
    try:
        return stored.decode()
    except UnicodeDecodeError:
        return stored
