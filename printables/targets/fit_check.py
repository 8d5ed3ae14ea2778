"""Cards and one-pagers that no build could print, found without laying out what surely fits."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import TYPE_CHECKING

from engine.diagnostics.problems import Problem, RusitError
from engine.garbage_collection import uncollected
from printables.cards import deck
from printables.layout.fit_memory import fits
from printables.sheets import onepager_layout

if TYPE_CHECKING:
    from engine.building.executor import BuildTarget
    from printables.print_target import PrintTarget

_DOUBTFUL = deck.LEAST + deck.STEP
"""Points: a side whose estimated type is larger fits with a tenth of its room to spare; any other
is laid out once, with its lines as close as they go."""


def too_long(targets: Iterable[BuildTarget]) -> Iterator[Problem]:
    """Yield PRINT02 for each side of a card, PRINT01 for each one-pager, that does not fit.

    What was found to fit is remembered by what it shows, see `printables.layout.fit_memory`.
    """
    with uncollected():
        for target in targets:
            if getattr(target, "kind", "") == "onepager":
                yield from _one_pager_too_long(target)  # type: ignore[arg-type]
            for card in getattr(target, "pieces", ()):
                if card.kind in ("card", "large-card"):
                    yield from _sides_too_long(card)


def _sides_too_long(card: PrintTarget) -> Iterator[Problem]:
    for face in deck.FACES:
        key = deck.fit_key(face, card)
        if fits().recall(key) is not None:
            continue
        if deck.estimated_size(face, card) > _DOUBTFUL:
            fits().keep(key, SIZE_UNKNOWN)
            continue
        found = deck.too_long(face, card)
        if found is None:
            fits().keep(key, SIZE_UNKNOWN)
        else:
            yield found


def _one_pager_too_long(target: PrintTarget) -> Iterator[Problem]:
    key = f"{target.fit_key}/check"
    if fits().recall(target.fit_key) is not None or fits().recall(key) is not None:
        return
    try:
        onepager_layout.ensure_fits(target)
    except RusitError as error:
        yield error.problem
    else:
        fits().keep(key, SIZE_UNKNOWN)


SIZE_UNKNOWN = 0
"""Kept for what fits, at a size that was not looked for."""
