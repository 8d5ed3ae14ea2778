"""Repairing what can be repaired safely in content files: marks and spaces, never words."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from difflib import unified_diff
from pathlib import Path

from engine.atomic_files import write_atomically
from engine.diagnostics.problems import Problems
from engine.loading.files import read_bytes
from engine.thai.lint import repaired


@dataclass(frozen=True, slots=True)
class Repair:
    """One file's text before and after."""

    path: Path
    before: str
    after: str

    def diff(self) -> str:
        """Return the change as a unified diff."""
        return "".join(
            unified_diff(
                self.before.splitlines(keepends=True),
                self.after.splitlines(keepends=True),
                f"{self.path} (now)",
                f"{self.path} (repaired)",
            )
        )

    def write(self) -> None:
        """Put the repaired text in the file's place, all or nothing."""
        write_atomically(self.path, self.after.encode("utf-8"))


def repairs(files: Iterable[Path]) -> list[Repair]:
    """Return the repairs of those files; files that cannot be read are left to the check.

    The rules touch nothing but Thai marks, spaces before them, two เ for one แ, Thai digits in
    mixed numbers and characters that cannot be seen, so YAML keeps its structure.
    """
    found = []
    for path in files:
        try:
            before = (read_bytes(path, path.name, Problems()) or b"").decode("utf-8")
        except UnicodeDecodeError:
            continue
        head, body = ("\ufeff", before[1:]) if before.startswith("\ufeff") else ("", before)
        after = head + repaired(body)
        if after != before:
            found.append(Repair(path, before, after))
    return found
