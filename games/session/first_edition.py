"""Saved games of the first edition: an SQLite file."""

from __future__ import annotations

import base64
from pathlib import Path
from typing import Any

from games.storage.lines import ALONE, StoreEntry
from games.storage.sqlite_rows import read_rows


def read_first_edition(path: Path) -> tuple[list[StoreEntry], bool]:
    """Return the entries of an SQLite file, and False if some of it could not be read."""
    found, whole = read_rows(
        path,
        {
            "setting": "SELECT key, value FROM setting",
            "catalogue": "SELECT edition, packed FROM catalogue",
            "game": "SELECT id, seed, setup, edition, state FROM game ORDER BY id",
            "move": "SELECT game, number, move FROM move ORDER BY game, number",
            "flag": "SELECT game, subject FROM flag ORDER BY game, subject",
        },
    )
    entries = [StoreEntry(ALONE, ["setting", *row]) for row in found["setting"]]
    for edition, packed in found["catalogue"]:
        if isinstance(packed, bytes):
            entries.append(
                StoreEntry(ALONE, ["catalogue", edition, base64.b64encode(packed).decode()])
            )
    for game, *begun, state in found["game"]:
        if isinstance(game, int) and 0 < game < 10**18:
            stream = str(game)
            entries.append(StoreEntry(stream, ["begin", *begun]))
            entries += _of_game(stream, "move", game, found["move"], ())
            entries += _of_game(stream, "flag", game, found["flag"], (True,))
            if state != "open":
                entries.append(StoreEntry(stream, ["end", state]))
    return entries, whole


def _of_game(
    stream: str, kind: str, game: int, rows: list[tuple[Any, ...]], more: tuple[bool, ...]
) -> list[StoreEntry]:
    return [StoreEntry(stream, [kind, *row[1:], *more]) for row in rows if row[0] == game]
