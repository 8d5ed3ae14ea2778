"""The manifest of a build: what the last good one made, from what and why."""

from __future__ import annotations

import hashlib
import json
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path, PurePosixPath
from typing import Any

MANIFEST = "manifest.json"
MANIFEST_FORMAT = 1


@dataclass(frozen=True, slots=True)
class Output:
    """A manifest entry: one output of the last build.

    Attributes:
        because: why it was last made: names of inputs that had changed, or the occasion.
    """

    name: str
    key: str
    sha256: str
    edition: str
    facts: tuple[str, ...]
    inputs: Mapping[str, str]
    because: tuple[str, ...]

    def record(self) -> dict[str, Any]:
        """Return the output as it stands in the manifest."""
        return {
            "key": self.key,
            "sha256": self.sha256,
            "edition": self.edition,
            "facts": list(self.facts),
            "inputs": dict(self.inputs),
            "because": list(self.because),
        }


def read_manifest(out: Path) -> dict[str, Any]:
    """Return the manifest of the last good build, or an empty one if there is none to trust.

    It is data and no order: an entry that is damaged, or that names a file outside the folder,
    is left out. Such a file is then neither believed nor removed.
    """
    try:
        data = json.loads((out / MANIFEST).read_text(encoding="utf-8"))
    except (OSError, ValueError, RecursionError):
        return {}
    sound = isinstance(data, dict) and data.get("format") == MANIFEST_FORMAT
    if not sound or not isinstance(data.get("outputs"), dict):
        return {}
    outputs = data["outputs"].items()
    return {**data, "outputs": {n: e for n, e in outputs if is_own(out, n) and _is_whole(e)}}


_STRINGS = ("key", "sha256", "edition")


def _is_whole(entry: object) -> bool:
    """Return True if the entry has the shape that `Output.record` gives it."""
    if not isinstance(entry, dict) or not all(isinstance(entry.get(n), str) for n in _STRINGS):
        return False
    inputs = entry.get("inputs")
    if not isinstance(inputs, dict) or not all(isinstance(v, str) for v in inputs.values()):
        return False
    lists = (entry.get("facts"), entry.get("because"))
    return all(isinstance(x, list) and all(isinstance(v, str) for v in x) for x in lists)


def is_own(out: Path, name: str) -> bool:
    """Return True if the name is one of an output, whose folder lies in `out` in truth too."""
    parts = PurePosixPath(name).parts
    if not parts or "\\" in name or ":" in name or "\0" in name or name != "/".join(parts):
        return False
    if ".." in parts or name.startswith("/") or parts[0].startswith(".") or name == MANIFEST:
        return False
    try:
        return (out / name).parent.resolve().is_relative_to(out.resolve())
    except (OSError, RuntimeError):
        return False


def is_current(out: Path, key: str) -> bool:
    """Return True if the last build had these inputs and every output still stands as made."""
    manifest = read_manifest(out)
    return (
        bool(manifest.get("outputs"))
        and manifest.get("inputs") == key
        and all(is_intact(out / name, entry) for name, entry in manifest["outputs"].items())
    )


def is_intact(path: Path, entry: Mapping[str, Any]) -> bool:
    """Return True if the file has the hash of its manifest entry."""
    try:
        return hashlib.sha256(path.read_bytes()).hexdigest() == entry.get("sha256")
    except OSError:
        return False
