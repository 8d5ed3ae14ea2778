r"""The lines of a store: text that proves itself.

A file is a header of fixed length, then lines::

    RUSIT games 2 lines=0000000003 2f9c…                    the count of lines, and its hash
    8d3a50c1f0e2b7d4 -1 ["setting","large","1"]            hash, stream, JSON
    41be9c30aa7d2215 1 ["begin",7,"{…}","abc"]
    90d2e0b1c4f5a677 1 ["move",0,"{\"move\":\"throw\"}"]

The hash of a line covers its text and, within a stream, the hash of the stream's line before it.
So a stream whose line is damaged ends before that line, and the other streams go on. A line with
``-`` and its number stands alone: it rests on no other line, and counts once, in its place. The
count in the header tells whether lines are missing at the end.
"""

from __future__ import annotations

import json
import re
from collections.abc import Iterable
from dataclasses import dataclass, field
from hashlib import blake2b
from typing import Any

FORMAT = 2
"""Version of this form. The first edition kept SQLite files."""

ALONE = "-"
"""The stream of lines that rest on no other line."""

HEADER_SIZE = 64
_HEADER = re.compile(rb"RUSIT ([a-z]{1,16}) (\d{1,4}) lines=(\d{10}) ([0-9a-f]{16}) *\n")
_LINE = re.compile(r"([0-9a-f]{16}) (-?[1-9][0-9]{0,17}) (\[.*\])")


@dataclass(frozen=True, slots=True)
class StoreEntry:
    """One line of a store.

    Attributes:
        stream: what it belongs to: the id of a game, or `ALONE`.
        value: a JSON list; its first item names the kind of entry.
    """

    stream: str
    value: list[Any]


@dataclass(slots=True)
class Reading:
    """The part of a file that could be read.

    Attributes:
        entries: those whose hash is right; first those that stand alone, then the streams.
        chains: the hash of each stream's last line.
        damaged: numbers of lines that are wrong, or 0 for the header; 1 is the first line.
        missing: lines that the header counts and the file does not have.
        newer: a later version of Rusit wrote the file.
        end: bytes up to the end of the last line, without a line torn by a power cut.
    """

    entries: list[StoreEntry] = field(default_factory=list)
    chains: dict[str, str] = field(default_factory=dict)
    damaged: list[int] = field(default_factory=list)
    missing: int = 0
    newer: bool = False
    end: int = 0

    @property
    def sound(self) -> bool:
        """True if every line that was written is here and unchanged."""
        return not self.damaged and not self.missing


def header(name: str, lines: int) -> bytes:
    """Return the header of a store with that many lines."""
    text = f"RUSIT {name} {FORMAT} lines={lines:010d}"
    return f"{text} {_hash(text)}".ljust(HEADER_SIZE - 1).encode() + b"\n"


def line_of(entry: StoreEntry, number: int, chains: dict[str, str]) -> bytes:
    """Return the line of an entry, and note its hash in `chains`.

    Args:
        number: of the line; the first one is 1.
    """
    text = json.dumps(entry.value, separators=(",", ":"))
    stream = f"{ALONE}{number}" if entry.stream == ALONE else entry.stream
    digest = _line_hash(stream, text, chains)
    if entry.stream != ALONE:
        chains[entry.stream] = digest
    return f"{digest} {stream} {text}\n".encode()


def file_of(name: str, entries: Iterable[StoreEntry]) -> bytes:
    """Return a whole file that holds these entries."""
    chains: dict[str, str] = {}
    lines = [line_of(entry, number, chains) for number, entry in enumerate(entries, start=1)]
    return header(name, len(lines)) + b"".join(lines)


def read_file(name: str, data: bytes) -> Reading:
    """Return what can be trusted of a file's bytes. No bytes make it fail."""
    reading = Reading(end=min(len(data), HEADER_SIZE))
    counted = _read_header(name, data[:HEADER_SIZE], reading)
    if reading.newer:
        return reading
    *lines, torn = data[HEADER_SIZE:].split(b"\n")
    whole = len(lines)
    alone: dict[int, StoreEntry] = {}
    for number, line in enumerate(lines, start=1):
        read = _read_line(line, reading.chains)
        if read is not None and read[0] not in alone:
            place, entry = read
            if entry.stream == ALONE:
                alone[place] = entry
            else:
                reading.entries.append(entry)
        elif counted is not None and number == whole > counted and not torn:
            # The power went while this line was written: nobody was told that it is kept.
            break
        else:
            reading.damaged.append(number)
        reading.end += len(line) + 1
    if (reading.entries or alone) and counted is None and reading.damaged == [0]:
        # A header that a fault left half written costs nothing while every line is right; what
        # the same fault may have torn off the last line was never said to be kept.
        reading.damaged.clear()
    reading.entries[:0] = [entry for _, entry in sorted(alone.items())]
    reading.missing = max(0, (counted or 0) - whole)
    return reading


def _read_header(name: str, data: bytes, reading: Reading) -> int | None:
    """Return how many lines the header counts; None if it is damaged."""
    found = _HEADER.fullmatch(data)
    if found is None or found[4].decode() != _hash(data[: found.start(4) - 1].decode()):
        reading.damaged.append(0)
        return None
    reading.newer = int(found[2]) > FORMAT
    if found[1].decode() != name or int(found[2]) < FORMAT:
        reading.damaged.append(0)
    return int(found[3])


def _read_line(line: bytes, chains: dict[str, str]) -> tuple[int, StoreEntry] | None:
    """Return an entry, with its number if it stands alone and 0 if not; None if it is wrong."""
    try:
        found = _LINE.fullmatch(line.decode())
        if found is None or _line_hash(found[2], found[3], chains) != found[1]:
            return None
        value = json.loads(found[3])
    except (ValueError, RecursionError):
        return None
    if found[2].startswith(ALONE):
        return int(found[2][1:]), StoreEntry(ALONE, value)
    chains[found[2]] = found[1]
    return 0, StoreEntry(found[2], value)


def _line_hash(stream: str, text: str, chains: dict[str, str]) -> str:
    return _hash(f"{chains.get(stream, '')} {stream} {text}")


def _hash(text: str) -> str:
    return blake2b(text.encode(), digest_size=8).hexdigest()
