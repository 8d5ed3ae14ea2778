"""The check for sheets that no build could print."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from engine.catalogue.compilation import Checked
    from engine.diagnostics.problems import Problem


def user_fits() -> Path:
    """Return the file in which fits of sheets are kept for this user."""
    from platformdirs import user_cache_path

    return user_cache_path("rusit", appauthor=False) / "fits.jsonl"


def sheets_too_long(checked: Checked) -> Iterator[Problem]:
    """Yield the cards and one-pagers that no build could print; none where none can be drawn."""
    from platformdirs import user_cache_path

    from engine.catalogue.compilation import compile_catalogue
    from engine.diagnostics.problems import RusitError
    from printables.layout.fit_memory import remember_in
    from printables.pdf.libraries import require_libraries
    from printables.print_target import PrintOptions
    from printables.targets.fit_check import too_long
    from printables.targets.registry import targets

    try:
        require_libraries()
    except RusitError:
        return
    remember_in(user_fits())
    words = user_cache_path("rusit", appauthor=False) / "words.json"
    catalogue = compile_catalogue(checked, words)
    yield from too_long(targets(catalogue, PrintOptions(), checked.places()))
