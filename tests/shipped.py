"""The content we ship: compiled and measured once for all tests and all their processes."""

from __future__ import annotations

from datetime import date
from functools import cache
from pathlib import Path

from engine.building.catalogue_cache import kept_catalogue
from engine.catalogue import Catalogue
from engine.languages import SOURCE
from engine.loading.content import default_root

DAY = date(2026, 11, 20)
"""The day that the tests' content is of."""
KEPT = Path(__file__).parents[1] / "build" / "tests"


@cache
def shipped_catalogue(language: str = SOURCE) -> Catalogue:
    """Return the catalogue on that day, kept by a hash of the content and the engine's code."""
    return kept_catalogue(default_root(), DAY, KEPT, language)


def remember_fits() -> None:
    """Make this process know how sheets fit, by a hash of what they show and of the code.

    Each Pango has a file of its own: it sets the lines, and no hash holds its version.
    """
    from weasyprint.text.ffi import pango

    from printables.layout.fit_memory import remember_in

    remember_in(KEPT / f"fits-{pango.pango_version()}.jsonl")
