"""The largest type that fits is found, whatever is tried first."""

from __future__ import annotations

from typing import Any

from hypothesis import given
from hypothesis import strategies as st

from printables.layout.fitting import LEAST_GROWTH, largest

SIZES = (15.0, 14.0, 13.0, 12.0, 11.2, 10.5, 9.8, 9.2, 8.7)


class Page:
    """Pages without a word that sticks out."""

    pages: tuple[Any, ...] = ()


@given(
    st.integers(0, len(SIZES) - 1),
    st.floats(80, 600),
    st.lists(st.floats(LEAST_GROWTH, 3), min_size=len(SIZES) - 1, max_size=len(SIZES) - 1),
)
def test_it_is_the_one_that_trying_all_would_give(
    first: int, smallest: float, growths: list[float]
) -> None:
    heights = {SIZES[-1]: smallest}
    for place, growth in zip(range(len(SIZES) - 2, -1, -1), growths, strict=True):
        before = SIZES[place + 1]
        heights[SIZES[place]] = heights[before] * (1 + growth * (SIZES[place] / before - 1))
    tried: list[float] = []

    def lay_out(size: float) -> tuple[Any, float]:
        tried.append(size)
        return Page(), heights[size]

    fit = largest(SIZES, SIZES[first], 289.0, lay_out)
    fitting = [size for size in SIZES if heights[size] <= 289.0]
    assert fit.within(289.0) == bool(fitting)
    assert fit.size == (max(fitting) if fitting else fit.size)
    assert len(tried) == len(set(tried))
