"""The memory of how sheets fit, kept between runs, so that nothing is measured twice.

A file of lines that every process adds to: ``digest key value``. It may be lost at any time, and
whoever takes a value from it sees on the laid-out page that it still holds.
"""

from __future__ import annotations

import hashlib
import json
from collections.abc import Iterator
from contextlib import suppress
from functools import lru_cache
from pathlib import Path
from typing import Any

MOST_BYTES = 1_000_000
"""Beyond these the file begins anew with what was added last."""
_DIGEST = 12


class FitMemory:
    """Fits by the key of what was measured.

    Args:
        file: where they are kept; None: only for this process.
    """

    def __init__(self, file: Path | None = None) -> None:
        self._file = file
        self._found = dict(_read(file)) if file else {}

    def recall(self, key: str) -> Any:
        """Return what was kept under the key; None when nothing was."""
        return self._found.get(key)

    def keep(self, key: str, value: Any) -> None:
        """Keep a value, which JSON can hold."""
        self._found[key] = value
        if self._file is None:
            return
        # A line at the end of a file is written whole, whichever process writes it.
        with suppress(OSError):
            self._file.parent.mkdir(parents=True, exist_ok=True)
            with self._file.open("ab", buffering=0) as file:
                file.write(_line(key, value))


@lru_cache(maxsize=1)
def _memory() -> list[FitMemory]:
    """Return the place of this process's memory, which `remember_in` fills anew."""
    return [FitMemory()]


def fits() -> FitMemory:
    """Return what this process knows."""
    return _memory()[0]


def remember_in(file: Path | None) -> None:
    """Make this process know the fits of a file, and add to it what it finds."""
    if file is not None:
        _shorten(file)
    _memory()[0] = FitMemory(file)


def _line(key: str, value: Any) -> bytes:
    data = json.dumps([key, value], ensure_ascii=False, separators=(",", ":")).encode()
    return hashlib.sha256(data).hexdigest()[:_DIGEST].encode() + b" " + data + b"\n"


def _read(file: Path) -> Iterator[tuple[str, Any]]:
    """Yield keys and values of whole lines; a damaged one is left out."""
    try:
        lines = file.read_bytes().split(b"\n")
    except OSError:
        return
    for line in lines:
        digest, _, data = line.partition(b" ")
        if hashlib.sha256(data).hexdigest()[:_DIGEST].encode() == digest:
            key, value = json.loads(data)
            yield key, value


def _shorten(file: Path) -> None:
    """Drop the older half of a file that has grown too large."""
    from engine.atomic_files import write_atomically

    with suppress(OSError):
        if file.stat().st_size > MOST_BYTES:
            newest = file.read_bytes()[-MOST_BYTES // 2 :].partition(b"\n")[2]
            write_atomically(file, newest, lasting=False)
