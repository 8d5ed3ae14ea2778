"""The printed sheets as a part of a build."""

from __future__ import annotations

from collections.abc import Iterable
from functools import partial
from pathlib import Path

from engine.building.content_build import BuildPart, CompiledContent
from engine.building.executor import BuildTarget
from printables.layout.fit_memory import remember_in
from printables.print_target import PrintOptions
from printables.targets import registry


def print_part(out: Path, address: str) -> BuildPart:
    """Return the part that makes every sheet.

    Args:
        out: the build folder, in which fits are kept.
        address: where a QR code leads; empty for none.
    """
    fits = out / ".fits.jsonl"

    def targets(content: CompiledContent) -> Iterable[BuildTarget]:
        remember_in(fits)
        options = PrintOptions(address=address)
        return registry.targets(content.catalogue, options, content.checked.places())

    return BuildPart(
        ("print/",),
        targets,
        partial(_get_ready, fits),
        options={"address": address},
        code=("printables",),
    )


def _get_ready(fits: Path) -> None:
    """Load what draws, in a worker process: this one may have nothing to draw."""
    from printables.targets.rendering import get_ready

    get_ready(fits)
