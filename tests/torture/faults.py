"""A disk that fails: at the n-th call that changes a file, or at every one from there on."""

from __future__ import annotations

import builtins
import errno
import io
import os
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from typing import Any
from unittest.mock import patch

WAYS = ((errno.ENOSPC, False), (errno.EIO, False), (errno.EROFS, True))
"""No room for a moment, a read error, and a card that turns read-only for good."""

_CALLS = ("write", "fsync", "ftruncate", "replace", "rename", "unlink", "mkdir")


class FailingDisk:
    """Counts calls that change files, and fails one of them.

    Args:
        at: the call that fails, counted from 1.
        error: number of the error.
        on: all after it fail too.

    Attributes:
        calls: how many there were.
        failed: how many were failed.
    """

    def __init__(self, at: int, error: int, *, on: bool = False) -> None:
        self.calls = 0
        self.failed = 0
        self._at, self._error, self._on = at, error, on

    def fails(self) -> bool:
        """Count a call, and return True if it has to fail."""
        self.calls += 1
        failing = self.calls == self._at or (self._on and self.calls > self._at > 0)
        self.failed += failing
        return failing

    def refuse(self) -> OSError:
        """Return the error of a call that fails."""
        return OSError(self._error, os.strerror(self._error))


class _FailingFile:
    """A file open for writing; a write that fails has written half."""

    def __init__(self, file: Any, disk: FailingDisk) -> None:
        self._file, self._disk = file, disk

    def write(self, data: Any) -> int:
        if self._disk.fails():
            self._file.write(data[: len(data) // 2])
            raise self._disk.refuse()
        return int(self._file.write(data))

    def __getattr__(self, name: str) -> Any:
        return getattr(self._file, name)

    def __enter__(self) -> _FailingFile:
        return self

    def __exit__(self, *_: object) -> None:
        self._file.close()


@contextmanager
def failing_disk(disk: FailingDisk) -> Iterator[None]:
    """Let the calls of this process that change files fail as the disk says."""
    real_open = builtins.open

    def failing(call: Callable[..., Any], name: str) -> Callable[..., Any]:
        def called(*arguments: Any, **named: Any) -> Any:
            if not disk.fails():
                return call(*arguments, **named)
            if name == "write":
                call(arguments[0], arguments[1][: len(arguments[1]) // 2])
            raise disk.refuse()

        return called

    def opened(file: Any, mode: str = "r", *arguments: Any, **named: Any) -> Any:
        if not set(mode) & set("wax+"):
            return real_open(file, mode, *arguments, **named)
        if disk.fails():
            raise disk.refuse()
        return _FailingFile(real_open(file, mode, *arguments, **named), disk)

    patches = [patch.object(os, name, failing(getattr(os, name), name)) for name in _CALLS]
    patches.append(patch.object(io, "open", opened))
    for one in patches:
        one.start()
    try:
        yield
    finally:
        for one in patches:
            one.stop()
