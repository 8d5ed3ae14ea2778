"""One program at a time uses a store."""

from __future__ import annotations

import os
import sys
from contextlib import suppress
from pathlib import Path

FLAGS = os.O_RDWR | os.O_CREAT | getattr(os, "O_BINARY", 0) | getattr(os, "O_CLOEXEC", 0)


class InUseError(Exception):
    """Another program holds the lock."""


def lock(path: Path) -> int | None:
    """Lock the file for this process, until it ends or the descriptor is closed.

    Returns:
        The file descriptor; None where the file system has no locks.

    Raises:
        InUseError: another process holds it.
        OSError: the file cannot be made.
    """
    descriptor = os.open(path, FLAGS, 0o600)
    try:
        _lock(descriptor)
    except (BlockingIOError, PermissionError):
        os.close(descriptor)
        raise InUseError from None
    except OSError:
        os.close(descriptor)
        return None
    return descriptor


def is_locked(path: Path) -> bool:
    """Return True if another process holds the lock."""
    if not path.exists():
        return False
    try:
        descriptor = lock(path)
    except InUseError:
        return True
    except OSError:
        return False
    if descriptor is not None:
        with suppress(OSError):
            os.close(descriptor)
    return False


if sys.platform == "win32":
    import msvcrt

    def _lock(descriptor: int) -> None:
        msvcrt.locking(descriptor, msvcrt.LK_NBLCK, 1)
else:
    import fcntl

    def _lock(descriptor: int) -> None:
        fcntl.lockf(descriptor, fcntl.LOCK_EX | fcntl.LOCK_NB)
