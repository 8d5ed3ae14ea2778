"""Files that are never seen half written, and kept bytes that prove themselves."""

from __future__ import annotations

import hashlib
import os
from contextlib import suppress
from pathlib import Path
from tempfile import TemporaryFile

_DIGEST = hashlib.sha256().digest_size


def ready_folder(folder: Path) -> None:
    """Make the folder and see that it takes a file: asked before long work, not after it.

    Raises:
        OSError: it is no folder, or it cannot be written.
    """
    folder.mkdir(parents=True, exist_ok=True)
    with TemporaryFile(dir=folder):
        pass


def write_atomically(path: Path, data: bytes, *, lasting: bool = True) -> None:
    """Write so that a reader sees the old file or the whole new one, never a part.

    Args:
        lasting: wait until the disk has it, so that it outlives a power cut. Not needed for
            what can be made again and is known by its hash.
    """
    path.parent.mkdir(parents=True, exist_ok=True)
    temporary = path.with_name(f".{path.name}.{os.getpid()}.part")
    try:
        with temporary.open("wb") as file:
            file.write(data)
            if lasting:
                file.flush()
                os.fsync(file.fileno())
        temporary.replace(path)
    except OSError:
        # What was written may fill a disk that is full already.
        with suppress(OSError):
            temporary.unlink(missing_ok=True)
        raise
    if lasting:
        sync_folder(path.parent)


def sync_folder(folder: Path) -> None:
    """Wait until the disk has the folder's names, where the system can do that.

    A file that was renamed is whole under its old or its new name without it.
    """
    with suppress(OSError):
        descriptor = os.open(folder, os.O_RDONLY)
        try:
            os.fsync(descriptor)
        finally:
            os.close(descriptor)


def sealed(data: bytes) -> bytes:
    """Return the bytes behind their hash."""
    return hashlib.sha256(data).digest() + data


def unsealed(kept: bytes) -> bytes | None:
    """Return the bytes that `sealed` was given; None if one of them was changed or is missing."""
    digest, data = kept[:_DIGEST], kept[_DIGEST:]
    return data if hashlib.sha256(data).digest() == digest else None
