"""Files that are never seen half written."""

from __future__ import annotations

import os
from pathlib import Path


def write_atomically(path: Path, data: bytes, *, lasting: bool = True) -> None:
    """Write so that a reader sees the old file or the whole new one, never a part.

    Args:
        lasting: wait until the disk has it, so that it outlives a power cut. Not needed for
            what can be made again and is known by its hash.
    """
    path.parent.mkdir(parents=True, exist_ok=True)
    temporary = path.with_name(f".{path.name}.{os.getpid()}.part")
    with temporary.open("wb") as file:
        file.write(data)
        if lasting:
            file.flush()
            os.fsync(file.fileno())
    temporary.replace(path)
