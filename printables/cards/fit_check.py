"""Cards that no build could print, found without laying out those that surely fit."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import TYPE_CHECKING

from engine.diagnostics.problems import Problem
from printables.cards import deck
from printables.layout.type_size import STEP

if TYPE_CHECKING:
    from engine.building.executor import BuildTarget
    from printables.print_target import PrintTarget

_DOUBTFUL = deck.LEAST + STEP
"""Points: a side whose estimated type is larger fits; any other is laid out once."""


def cards_too_long(targets: Iterable[BuildTarget]) -> Iterator[Problem]:
    """Yield PRINT02 for each side of a card that does not fit at the smallest type."""
    for target in targets:
        for card in getattr(target, "pieces", ()):
            if card.kind in ("card", "large-card"):
                yield from _sides_too_long(card)


def _sides_too_long(card: PrintTarget) -> Iterator[Problem]:
    for face in deck.FACES:
        if not deck.fits_surely(face, card) and deck.estimated_size(face, card) <= _DOUBTFUL:
            found = deck.fitted(face, card)
            if isinstance(found, Problem):
                yield found
