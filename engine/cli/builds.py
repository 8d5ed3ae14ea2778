"""Words about a build that was made."""

from __future__ import annotations

from pathlib import Path

import typer

from engine.building.manifest import read_manifest
from engine.diagnostics.messages import Message


def why_made(out: Path, name: str) -> str:
    """Return why an output of the last build was made."""
    outputs = read_manifest(out).get("outputs", {})
    short = name.removeprefix(f"{out.as_posix()}/")
    if short not in outputs:
        there = ", ".join(outputs) or Message("nothing")
        message = Message(
            "the last build did not make {short!r}; it made {there}", short=short, there=there
        )
        raise typer.BadParameter(message, param_hint="--explain")
    entry = outputs[short]
    return Message(
        "{short}: made because {names}; edition {entry}",
        short=short,
        names=", ".join(entry["because"]),
        entry=entry["edition"],
    )
