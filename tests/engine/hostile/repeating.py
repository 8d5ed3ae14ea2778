"""The same again and again, up to a size, and a good module with one line replaced by that."""

from __future__ import annotations

from collections.abc import Callable
from itertools import count

from tests.engine.small import MODULE


def filled(unit: str, size: int) -> str:
    """The unit again and again, up to so many bytes."""
    return unit * max(1, size // len(unit.encode()))


def numbered(pattern: str, size: int) -> str:
    """The pattern with 0, 1, 2… in the place of `#`, up to so many bytes."""
    pieces: list[str] = []
    for number in count():
        pieces.append(pattern.replace("#", str(number)))
        size -= len(pieces[-1].encode())
        if size <= 0:
            return "".join(pieces)
    raise AssertionError


def replaced(old: str, make: Callable[[int], str], size: int) -> str:
    """The good module with one of its lines replaced."""
    assert old in MODULE, old
    return MODULE.replace(old, make(size - len(MODULE.encode())), 1)
