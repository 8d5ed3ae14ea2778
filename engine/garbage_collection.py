"""Python's search for garbage, put off while much is made that stays."""

from __future__ import annotations

import gc
from collections.abc import Iterator
from contextlib import contextmanager


@contextmanager
def uncollected() -> Iterator[None]:
    """Yield no garbage is looked for meanwhile.

    The content as records, and a sheet as boxes, are hundreds of thousands of objects that all
    live to the end of the work: looking through them again and again takes a third of its time.
    """
    before = gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        # All of it counts as old now: the next search for young garbage does not look through it.
        gc.freeze()
        gc.unfreeze()
        if before:
            gc.enable()
