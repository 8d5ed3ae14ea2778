"""Distributions: how a figure spreads over many games, in bins that read well."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass

from engine.catalogue import Catalogue
from engine.schema.text import Text
from engine.thai.dates import grouped

MOST_BINS = 32


@dataclass(frozen=True, slots=True)
class Distribution:
    """The distribution of a figure.

    Attributes:
        name: ``baskets``, ``hearts``, ``lengths`` or ``payments``.
        title, unit, counted, middle: what the figure is, its unit, of what it is counted,
            and the word for the median.
        start, step: bin i holds the values from ``start + i × step`` to just below the next.
        low, median, high: the values that 5, 50 and 95 in 100 do not exceed.
    """

    name: str
    title: str
    unit: str
    counted: str
    middle: str
    start: int
    step: int
    counts: tuple[int, ...]
    low: int
    median: int
    high: int


def distribution(catalogue: Catalogue, name: str, seen: Counter[int], counted: str) -> Distribution:
    """Return the distribution of these values; its words from content/locale/simulate.yaml.

    Args:
        seen: how often each value came about; at least one.
        counted: ``households`` or ``games``.
    """
    first, last = min(seen), max(seen)
    step = _step(last - first)
    start = first // step * step
    counts = [0] * ((last - start) // step + 1)
    for value, times in seen.items():
        counts[(value - start) // step] += times
    return Distribution(
        name=name,
        title=words(catalogue, name),
        unit=words(catalogue, f"{name}.unit"),
        counted=words(catalogue, counted),
        middle=words(catalogue, "middle"),
        start=start,
        step=step,
        counts=tuple(counts),
        low=_quantile(seen, 5),
        median=_quantile(seen, 50),
        high=_quantile(seen, 95),
    )


def _step(width: int) -> int:
    """Return the least of 1, 2, 5, 10, 20, 50… that parts the width into few enough bins."""
    size = 1
    while True:
        for factor in (1, 2, 5):
            if width < factor * size * MOST_BINS:
                return factor * size
        size *= 10


def _quantile(seen: Counter[int], percent: int) -> int:
    """Return the least value that so many in 100 do not exceed."""
    wanted = -(-seen.total() * percent // 100)
    reached = 0
    for value in sorted(seen):
        reached += seen[value]
        if reached >= wanted:
            return value
    raise AssertionError("a distribution of nothing")


def words(catalogue: Catalogue, key: str, **values: int) -> str:
    """Return the text of that key, its places filled; the key where there is none."""
    text = catalogue.words.get(f"simulate.{key}", Text(shown=key))
    return text.put(**{name: grouped(value) for name, value in values.items()}).shown
