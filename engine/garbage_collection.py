"""Python's search for garbage, put off while much is made that stays."""

from __future__ import annotations

import gc
from collections.abc import Iterator
from contextlib import contextmanager


@contextmanager
def uncollected(*, keep: bool = False) -> Iterator[None]:
    """Look for no garbage meanwhile.

    The content as records, and a sheet as boxes, are hundreds of thousands of objects that all
    live to the end of the work: looking through them again and again takes a third of its time.

    Args:
        keep: what is there at the end is never looked through: for a process that soon ends.
    """
    before = gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        # All of it counts as old now: the next search for young garbage does not look through it.
        gc.freeze()
        if not keep:
            gc.unfreeze()
        if before:
            gc.enable()


MANY = 300_000
"""New objects after which a process that draws looks for garbage: some twenty cards."""


def collect_seldom() -> None:
    """Look for garbage after many new objects only, and never through what is loaded by now."""
    gc.freeze()
    gc.set_threshold(MANY, 5, 5)
