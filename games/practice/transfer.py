"""Moving to another device, or to the page and back: codes as `memory_code.js` makes them.

``RS1.SUM.DATA``: DATA is base64 of deflated JSON, an animal and its memories and nothing else;
SUM its Adler-32, to notice a torn copy. Days are counted from 1970-01-01.
"""

from __future__ import annotations

import base64
import json
import re
import zlib
from collections.abc import Mapping
from datetime import date, timedelta
from typing import Any

from engine.diagnostics.problems import RusitError
from games.practice.animals import ANIMALS
from games.practice.scheduler import Memory
from games.practice.store_entries import is_possible

FORMAT = 1
FIRST_DAY = date(1970, 1, 1)
LARGEST = 8_000_000
"""Bytes that a code may unpack to: a hundred thousand questions."""

LONGEST_CODE = 2_000_000
"""Signs of a code; a hundred thousand questions pack into half of it."""

_CODE = re.compile(r"RS(\d{1,9})\.([0-9a-f]{8})\.([\w+/=-]*)", re.ASCII)


def to_code(animal: str, memories: Mapping[str, Memory]) -> str:
    """Return the code of an animal and its memories."""
    cards = [
        [
            question,
            round(m.stability, 4),
            round(m.difficulty, 4),
            (m.last - FIRST_DAY).days,
            (m.due - FIRST_DAY).days,
            m.seen,
            m.missed,
        ]
        for question, m in memories.items()
    ]
    written = json.dumps({"animal": animal, "cards": cards}, separators=(",", ":"))
    data = base64.b64encode(zlib.compress(written.encode())).decode()
    return f"RS{FORMAT}.{_sum(data)}.{data}"


def from_code(written: str) -> tuple[str, dict[str, Memory]]:
    """Return the animal and the memories of a code; white space in it does not matter.

    Raises:
        RusitError: PRAC02 not such a code, PRAC03 from a newer page, PRAC04 torn.
    """
    bare = "".join(written.split())
    found = _CODE.fullmatch(bare)
    if found is None and not bare.startswith("RS"):
        hint = "it begins with RS1. and comes from “move to another device”; nothing was changed"
        raise RusitError("PRAC02", "this is not a code of the practice page", hint=hint)
    if found is not None and int(found[1]) > FORMAT:
        hint = "update Rusit, then try again; nothing was changed"
        raise RusitError("PRAC03", "the code comes from a newer practice page", hint=hint)
    try:
        if found is None or len(bare) > LONGEST_CODE or _sum(found[3]) != found[2]:
            raise ValueError
        return _read(found[3])
    except (ValueError, TypeError, LookupError, OverflowError, RecursionError, zlib.error):
        message = "the code is torn: a part of it is missing or changed"
        hint = "copy all of it again; nothing was changed"
        raise RusitError("PRAC04", message, hint=hint) from None


def _read(data: str) -> tuple[str, dict[str, Memory]]:
    unpacking = zlib.decompressobj()
    written = unpacking.decompress(base64.b64decode(data, validate=True), LARGEST)
    if not unpacking.eof:
        raise ValueError
    read: Any = json.loads(written)
    if read["animal"] not in ANIMALS:
        raise ValueError
    return read["animal"], {_name(card[0]): _memory(*card[1:]) for card in read["cards"]}


def _name(written: Any) -> str:
    if not isinstance(written, str):
        raise TypeError
    written.encode()  # half a sign, which JSON can spell, is no text that can be kept
    return written


def _memory(
    stability: float, difficulty: float, last: float, due: float, seen: float, missed: float
) -> Memory:
    """Return a memory.

    Raises:
        ValueError, TypeError, OverflowError: its numbers cannot have come from practice.
    """
    numbers = (stability, difficulty, last, due, seen, missed)
    if any(isinstance(number, bool) for number in numbers):
        raise TypeError
    memory = Memory(
        float(stability),
        float(difficulty),
        FIRST_DAY + timedelta(days=int(last)),
        FIRST_DAY + timedelta(days=int(due)),
        int(seen),
        int(missed),
    )
    if not is_possible(memory):
        raise ValueError
    return memory


def _sum(data: str) -> str:
    return f"{zlib.adler32(data.encode()):08x}"
