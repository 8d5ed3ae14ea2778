"""The largest type at which a sheet still fits its page."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

from printables.pdf import weasyprint_adapter

if TYPE_CHECKING:
    from weasyprint.document import Document


LEAST_GROWTH = 0.9
"""By how much of the type's growth a sheet grows at least: margins and small print stay."""


@dataclass(frozen=True, slots=True)
class Fit:
    """The fit of a sheet at one size.

    Attributes:
        size: points of the running text.
        height: millimetres down to where its longest page ends.
        too_wide: a word that no line is wide enough for; empty when there is none.
    """

    size: float
    height: float
    too_wide: str

    def within(self, room: float) -> bool:
        """Return True if all of it finds room."""
        return self.height <= room and not self.too_wide


def largest(
    sizes: Sequence[float],
    first: float,
    room: float,
    lay_out: Callable[[float], tuple[Document, float]],
) -> Fit:
    """Return the largest size that fits, or how the smallest does not.

    Args:
        sizes: falling points of the running text.
        first: the size tried first: what such a sheet usually takes.
        room: millimetres of height.
        lay_out: pages of endless height at that size, and where the longest ends.
    """
    low, high, at = 0, len(sizes) - 1, sizes.index(first)
    best: Fit | None = None
    while low <= high:
        document, height = lay_out(sizes[at])
        fit = Fit(
            sizes[at], height, next(weasyprint_adapter.words_sticking_out(document.pages), "")
        )
        if fit.within(room):
            best, high = fit, at - 1
            larger = sizes[high] / sizes[at] if high >= 0 else 1
            if height * (1 + LEAST_GROWTH * (larger - 1)) > room:
                break
        else:
            low = at + 1
        # Height grows about with the square of the size.
        wanted = 1.02 * sizes[at] * (room / height) ** 0.5
        at = min(max(sum(size > wanted for size in sizes), low), high)
    return best or fit
