"""A store on the disk: read whole at the start, then only added to.

What `Journal.append` has returned from is on the disk, whatever happens to the process or the
power. Copying the one file copies everything in it. No content of the file stops the start:
what can be trusted is used, and the damaged original is kept beside it.
"""

from __future__ import annotations

import errno
import os
import shutil
import weakref
from collections.abc import Callable, Sequence
from contextlib import suppress
from dataclasses import dataclass
from hashlib import blake2b
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Literal

from engine.atomic_files import write_atomically
from games.storage.lines import Reading, StoreEntry, file_of, header, line_of, read_file
from games.storage.lock import InUseError, is_locked, lock

Trouble = Literal["forbidden", "newer", "open"]
"""Why nothing lasts: the folder cannot be written, a newer Rusit made the file, or another copy
of the program has it open."""

LARGEST = 64_000_000
"""Bytes that are read of a file. Ten years of weekly sessions stay below a tenth of it."""

BACKUPS = 3
"""Copies of a first edition's file that are kept."""


@dataclass(frozen=True, slots=True)
class StoreKind:
    """The names of a store's files, now and before.

    Attributes:
        name: in the header.
        file: name of the file in the folder.
        older: name of the first edition's SQLite file.
        migrate: reads a copy of such a file; gives its entries, and False if some of it could
            not be read.
    """

    name: str
    file: str
    older: str
    migrate: Callable[[Path], tuple[list[StoreEntry], bool]]

    @property
    def lock(self) -> str:
        """Name of the file that is locked while the store is open."""
        return f".{self.file}.lock"


@dataclass(frozen=True, slots=True)
class Opened:
    """A store as it was found.

    Attributes:
        entries: all that could be trusted.
        trouble: why nothing that is written will last; None while all is well.
        damaged: True if something that was written could not be read.
        set_aside: the damaged original, where it could be kept.
    """

    journal: Journal
    entries: Sequence[StoreEntry]
    trouble: Trouble | None = None
    damaged: bool = False
    set_aside: Path | None = None


class Journal:
    """An open file that is added to; in memory if it has no path.

    Args:
        path: the file, which holds just what `reading` found.
        locked: descriptor of the lock, closed with the journal.
    """

    def __init__(
        self,
        kind: StoreKind,
        path: Path | None = None,
        reading: Reading | None = None,
        locked: int | None = None,
    ) -> None:
        self._name, self._path = kind.name, path
        self._chains = dict(reading.chains) if reading else {}
        self._lines = len(reading.entries) if reading else 0
        self._end = reading.end if reading else 0
        self._files: list[int] = [] if path is None else [_open(path)]
        # A write that failed, or that the power cut, left something behind the last line.
        self._torn = path is not None and os.fstat(self._files[0]).st_size > self._end
        locks = [] if locked is None else [locked]
        self.close = weakref.finalize(self, _close_all, self._files, locks)

    @property
    def size(self) -> int:
        """Length of the file in bytes; 0 in memory."""
        return self._end

    def append(self, entry: StoreEntry) -> None:
        """Write an entry; on the disk when this returns. After a fault the file is as before.

        Raises:
            OSError: it could not be written.
        """
        if self._path is None:
            return
        chains = dict(self._chains)
        line = line_of(entry, self._lines + 1, chains)
        file = self._file()
        size = os.fstat(file).st_size
        if size < self._end or (size > self._end and not self._torn):
            raise OSError("the file was changed by another program")
        try:
            if size > self._end:
                os.ftruncate(file, self._end)
            _write(file, self._end, line)
            os.fsync(file)
        except OSError:
            self._torn = True
            with suppress(OSError):
                os.ftruncate(file, self._end)
            raise
        self._torn = False
        self._chains = chains
        self._end += len(line)
        self._lines += 1
        # The count never runs ahead of the lines: it goes to the disk with the next one. If it
        # cannot be written the line is kept all the same, as one that was not counted yet.
        with suppress(OSError):
            _write(file, 0, header(self._name, self._lines))

    def rewrite(self, entries: Sequence[StoreEntry]) -> None:
        """Replace the whole file by these entries, or leave it as it was.

        Raises:
            OSError: it could not be written.
        """
        if self._path is None:
            return
        data = file_of(self._name, entries)
        # Windows replaces no file that is open.
        os.close(self._file())
        self._files.clear()
        try:
            write_atomically(self._path, data)
        finally:
            self._files.append(_open(self._path))
        written = read_file(self._name, data)
        self._chains, self._lines, self._end = written.chains, len(entries), written.end

    def _file(self) -> int:
        if not self._files:
            raise OSError("the store is closed")
        return self._files[0]


Accepted = Callable[[Sequence[StoreEntry]], list[StoreEntry]]
"""Leaves out entries that make no sense to a store, though their hashes are right."""


def open_journal(folder: Path | None, kind: StoreKind, accepted: Accepted) -> Opened:
    """Return the store in that folder, made if there is none; in memory if `folder` is None."""
    if folder is None:
        return Opened(Journal(kind), ())
    held = None
    try:
        folder.mkdir(parents=True, exist_ok=True)
        held = lock(folder / kind.lock)
        return _open_locked(folder, kind, accepted, held)
    except InUseError:
        return Opened(Journal(kind), (), "open")
    except OSError:
        if held is not None:
            os.close(held)
        return _remembered(folder, kind, accepted)


def is_open(folder: Path, kind: StoreKind) -> bool:
    """Return True if another process has the store open."""
    return is_locked(folder / kind.lock)


def read_store(folder: Path, kind: StoreKind) -> Reading | None:
    """Return what the file holds, changing nothing; None if there is none.

    Raises:
        OSError: it cannot be read.
    """
    path = folder / kind.file
    return read_file(kind.name, _read(path)) if path.exists() else None


def _open_locked(folder: Path, kind: StoreKind, accepted: Accepted, held: int | None) -> Opened:
    path = folder / kind.file
    if not path.exists():
        return _begin(folder, kind, accepted, held)
    data = _read(path)
    reading = read_file(kind.name, data)
    if reading.newer:
        if held is not None:
            os.close(held)
        return Opened(Journal(kind), (), "newer")
    entries = accepted(reading.entries)
    if reading.sound and len(entries) == len(reading.entries):
        return Opened(Journal(kind, path, reading, held), entries)
    # The original is safe before it is replaced, so a power cut in between loses nothing.
    aside = _keep_aside(path, data)
    journal = _write_new(path, kind, entries, held)
    return Opened(journal, entries, damaged=True, set_aside=aside)


def _begin(folder: Path, kind: StoreKind, accepted: Accepted, held: int | None) -> Opened:
    """Make the file, from the first edition's if there is one."""
    older = folder / kind.older
    if not older.exists():
        return Opened(_write_new(folder / kind.file, kind, [], held), ())
    with TemporaryDirectory(dir=folder, prefix=".migrating-") as copies:
        for tail in ("", "-wal"):
            if (source := older.with_name(older.name + tail)).exists():
                shutil.copyfile(source, Path(copies) / source.name)
        read, whole = kind.migrate(Path(copies) / older.name)
    entries = accepted(read)
    whole = whole and len(entries) == len(read)
    journal = _write_new(folder / kind.file, kind, entries, held)
    # The new file is complete: if the old one cannot be moved now, nobody reads it any more.
    aside = None
    with suppress(OSError):
        aside = _keep_backup(older)
    return Opened(journal, entries, damaged=not whole, set_aside=None if whole else aside)


def _write_new(
    path: Path, kind: StoreKind, entries: Sequence[StoreEntry], held: int | None
) -> Journal:
    data = file_of(kind.name, entries)
    write_atomically(path, data)
    return Journal(kind, path, read_file(kind.name, data), held)


def _remembered(folder: Path, kind: StoreKind, accepted: Accepted) -> Opened:
    """Return what can be read where nothing can be written."""
    try:
        reading = read_store(folder, kind)
    except OSError:
        reading = None
    if reading is None:
        return Opened(Journal(kind), (), "forbidden")
    return Opened(Journal(kind), accepted(reading.entries), "forbidden", not reading.sound)


def _keep_aside(path: Path, data: bytes) -> Path:
    """Copy a damaged file beside its place; the same damage is kept once."""
    mark = blake2b(data, digest_size=4).hexdigest()
    aside = path.with_name(f"{path.stem}-damaged-{mark}{path.suffix}")
    if not aside.exists() or aside.read_bytes() != data:
        write_atomically(aside, data)
    return aside


def _keep_backup(older: Path) -> Path:
    """Move a file of the first edition to ``…-backup-1``; older backups move on, the last goes."""

    def backup(number: int) -> Path:
        return older.with_name(f"{older.stem}-backup-{number}{older.suffix}")

    for tail in ("", "-wal", "-shm"):
        for number in range(BACKUPS - 1, 0, -1):
            last = backup(number)
            moved = last.with_name(last.name + tail)
            if moved.exists():
                moved.replace(backup(number + 1).with_name(backup(number + 1).name + tail))
        source = older.with_name(older.name + tail)
        if source.exists():
            source.replace(backup(1).with_name(backup(1).name + tail))
    return backup(1)


def _read(path: Path) -> bytes:
    with path.open("rb") as file:
        data = file.read(LARGEST + 1)
    if len(data) > LARGEST:
        raise OSError(errno.EFBIG, "the file is no store")
    return data


def _open(path: Path) -> int:
    return os.open(path, os.O_RDWR | getattr(os, "O_BINARY", 0) | getattr(os, "O_CLOEXEC", 0))


def _write(file: int, offset: int, data: bytes) -> None:
    os.lseek(file, offset, os.SEEK_SET)
    while data:
        data = data[os.write(file, data) :]


def _close_all(files: list[int], locks: list[int]) -> None:
    for descriptors in (files, locks):
        while descriptors:
            with suppress(OSError):
                os.close(descriptors.pop())
