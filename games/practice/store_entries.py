"""Entries of the practice store, read and checked line by line.

``["learned", animal, [memory, …]]``, ``["answer", animal, memory, round]`` and
``["round", animal, round or null]``; a memory is a list, a round an object.
"""

from __future__ import annotations

import json
import math
from collections.abc import Sequence
from contextlib import suppress
from datetime import date
from pathlib import Path
from typing import Any, get_args

from games.practice.animals import ANIMALS
from games.practice.rounds import Mode, Round
from games.practice.scheduler import Grade, Memory
from games.storage.lines import ALONE, StoreEntry
from games.storage.sqlite_rows import read_rows

LONGEST_DAYS = 36_500.0
"""Days of stability: what is more was not worked out by us."""

MOST_ANSWERS = 1_000_000
"""Answers that a question can have been given: what is more was not counted by us."""

LONGEST_ROUND = 100_000.0
"""Seconds that a round can have taken."""


def read_first_edition(path: Path) -> tuple[list[StoreEntry], bool]:
    """Return the entries of an SQLite file, and False if some of it could not be read."""
    found, whole = read_rows(
        path,
        {
            "person": "SELECT animal FROM person ORDER BY animal",
            "memory": "SELECT animal, question, stability, difficulty, last, due, seen, missed"
            " FROM memory ORDER BY animal, question",
            "round": "SELECT animal, state FROM round",
        },
    )
    values: list[list[Any]] = [["learned", animal, []] for (animal,) in found["person"]]
    values += [["learned", animal, [[*memory]]] for animal, *memory in found["memory"]]
    for animal, state in found["round"]:
        # A round that cannot be read is begun anew; the answers in it are kept.
        with suppress(ValueError, TypeError, RecursionError):
            values.append(["round", animal, json.loads(state)])
    return [StoreEntry(ALONE, value) for value in values], whole


def accepted(entries: Sequence[StoreEntry]) -> list[StoreEntry]:
    """Return the entries that this program can have written."""
    return [entry for entry in entries if entry.stream == ALONE and _makes_sense(entry.value)]


def _makes_sense(value: list[Any]) -> bool:
    try:
        match value:
            case ["learned", str(animal), list(packed)]:
                list(map(read_memory, packed))
            case ["answer", str(animal), list(packed), dict(going)]:
                read_memory(packed)
                read_round(going)
            case ["round", str(animal), None]:
                pass
            case ["round", str(animal), dict(going)]:
                read_round(going)
            case _:
                return False
    except (ValueError, TypeError, KeyError, OverflowError, AttributeError):
        return False
    return animal in ANIMALS


def pack_memory(question: str, memory: Memory) -> list[Any]:
    """Return the memory of a question as it stands in an entry."""
    m = memory
    days = (m.last.isoformat(), m.due.isoformat())
    return [question, m.stability, m.difficulty, *days, m.seen, m.missed]


def read_memory(packed: list[Any]) -> tuple[str, Memory]:
    """Return a question and its memory.

    Raises:
        ValueError, TypeError: it is none that we can have written.
    """
    question, stability, difficulty, last, due, seen, missed = packed
    if not isinstance(question, str):
        raise TypeError
    memory = Memory(
        float(stability),
        float(difficulty),
        date.fromisoformat(last),
        date.fromisoformat(due),
        int(seen),
        int(missed),
    )
    if not is_possible(memory):
        raise ValueError
    return question, memory


def is_possible(memory: Memory) -> bool:
    """Return True if the numbers of a memory can have come from practice."""
    return (
        0 < memory.stability <= LONGEST_DAYS
        and 1 <= memory.difficulty <= 10
        and 0 <= memory.missed <= MOST_ANSWERS
        and 0 <= memory.seen <= MOST_ANSWERS
    )


def pack_round(going: Round) -> dict[str, Any]:
    """Return the round as it stands in an entry."""
    return {
        "queue": list(going.queue),
        "first": dict(going.first),
        "returned": dict(going.returned),
        "mode": going.mode,
        "spent": going.spent,
    }


def read_round(state: dict[str, Any]) -> Round:
    """Return a round.

    Raises:
        ValueError, TypeError, KeyError, AttributeError: it is none that we can have written.
    """
    queue, first, returned = state["queue"], state["first"], state["returned"]
    mode, spent = state.get("mode", "questions"), float(state.get("spent", 0.0))
    if not isinstance(queue, list) or not all(isinstance(name, str) for name in queue):
        raise TypeError
    if not set(first.values()) <= set(get_args(Grade)) or mode not in get_args(Mode):
        raise ValueError
    if not all(isinstance(times, int) for times in returned.values()):
        raise TypeError
    if not (math.isfinite(spent) and 0 <= spent <= LONGEST_ROUND):
        raise ValueError
    return Round(tuple(queue), dict(first), dict(returned), mode, spent)
