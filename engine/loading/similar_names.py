"""The name that was probably meant, found quickly among thousands."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable
from difflib import get_close_matches
from functools import lru_cache

from engine.schema.record import LONGEST_ID

_LOOKED_AT = 4


def closest_name(name: str, known: Iterable[str], cutoff: float) -> str | None:
    """Return the known name most like a wrong one, or None when none was found that is like it.

    Args:
        cutoff: how alike they must be, from 0 to 1, as difflib measures.
    """
    if len(name) > LONGEST_ID:
        return None  # Nothing is called like that: it is no slip of the finger.
    # Difflib takes up to a millisecond for two names alike, so it judges only the few that share
    # the most with this one.
    index = _index(frozenset(known))
    shared: Counter[str] = Counter()
    for part in _parts(name):
        shared.update(index.get(part, ()))
    likely = sorted(shared, key=lambda other: (-shared[other], abs(len(other) - len(name)), other))
    close = get_close_matches(name, likely[:_LOOKED_AT], n=1, cutoff=cutoff)
    return close[0] if close else None


@lru_cache(maxsize=16)
def _index(known: frozenset[str]) -> dict[str, tuple[str, ...]]:
    """Return the names that hold a part, by part."""
    found: dict[str, list[str]] = {}
    for name in known:
        for part in _parts(name):
            found.setdefault(part, []).append(name)
    return {part: tuple(names) for part, names in found.items()}


def _parts(name: str) -> set[str]:
    """Return the letters of a name, and its pairs of letters."""
    return {*name, *(name[i : i + 2] for i in range(len(name) - 1))}
