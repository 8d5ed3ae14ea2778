"""The executor of a build: workers make outputs, whole or from pieces that are kept.

Workers are started while the content is still being read. A piece is kept by its key, behind
a hash of its bytes, so that one that is lost or damaged is simply made again.
"""

from __future__ import annotations

import hashlib
import os
import signal
from collections.abc import Callable, Collection, Iterable, Iterator, Mapping, Sequence
from concurrent.futures import (
    FIRST_COMPLETED,
    BrokenExecutor,
    Executor,
    Future,
    ProcessPoolExecutor,
    wait,
)
from contextlib import contextmanager, suppress
from dataclasses import dataclass, field
from multiprocessing import parent_process, util
from pathlib import Path
from threading import Thread
from typing import Any, Protocol, cast

from engine.atomic_files import sealed, unsealed, write_atomically
from engine.diagnostics.problems import ContentError, Problem, Problems, RusitError

LESS_URGENT = 10
"""By how much the system prefers other processes to workers, from 0 to 19."""


class Piece(Protocol):
    """A part of an output. It is pickled to be rendered in a worker process."""

    @property
    def key(self) -> str:
        """Hash of everything the piece depends on; its file name."""

    def render(self) -> bytes:
        """Return the bytes of the piece.

        Raises:
            RusitError: the content does not allow it.
        """


class BuildTarget(Protocol):
    """One output file. It is pickled to be rendered in a worker process."""

    @property
    def name(self) -> str:
        """Path of the output below the build folder, with forward slashes."""

    @property
    def key(self) -> str:
        """Hash of everything the output depends on."""

    @property
    def inputs(self) -> Mapping[str, str]:
        """Hashes of what goes into the key, by name: `rusit build --explain` compares them."""

    @property
    def edition(self) -> str:
        """The stamp printed on the output; empty when it has none."""

    @property
    def facts(self) -> tuple[str, ...]:
        """Ids of the facts the output shows."""

    def render(self) -> bytes:
        """Return the bytes of the output.

        Raises:
            RusitError: the content does not allow it.
        """


class JoinedTarget(BuildTarget, Protocol):
    """An output that is joined from pieces, so that a change costs the pieces it touches."""

    @property
    def pieces(self) -> Sequence[Piece]:
        """The pieces in order; empty if the output is rendered as a whole."""

    def join(self, pieces: Sequence[bytes]) -> bytes:
        """Return the bytes of the output from the bytes of its pieces."""


def worker_pool(jobs: int, warm_up: Callable[[], None]) -> Executor:
    """Return workers for one build or for many, to be used as a context.

    Args:
        jobs: how many processes; 1: everything is made in this one.
        warm_up: done at once in each process, so that imports are over when work comes.
    """
    if jobs == 1:
        return _InlineExecutor()
    workers = _WorkerPool(jobs, initializer=_start_worker, initargs=(warm_up,))
    # The first task, though it is none, starts them all.
    workers.submit(_do_nothing)
    return workers


class _WorkerPool(ProcessPoolExecutor):
    """Workers that drop what is not begun when the build is given up."""

    def submit(self, fn: Callable[..., Any], /, *args: Any, **kwargs: Any) -> Future[Any]:
        # Workers are started here. One that has just begun would take Ctrl+C for its own.
        with _interrupts_blocked():
            return super().submit(fn, *args, **kwargs)

    def __exit__(self, kind: object, *rest: object) -> None:
        self.shutdown(wait=True, cancel_futures=kind is not None)


@contextmanager
def _interrupts_blocked() -> Iterator[None]:
    """Block Ctrl+C; a process started meanwhile gets it once it unblocks it."""
    if not hasattr(signal, "pthread_sigmask"):  # Windows
        yield
        return
    before = signal.pthread_sigmask(signal.SIG_BLOCK, {signal.SIGINT})
    try:
        yield
    finally:
        signal.pthread_sigmask(signal.SIG_SETMASK, before)


def _start_worker(warm_up: Callable[[], None]) -> None:
    """Set up a worker process: ignore Ctrl+C, end with the parent, load the libraries."""
    # Ctrl+C is for the build, which then ends its workers.
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    if hasattr(signal, "pthread_sigmask"):
        signal.pthread_sigmask(signal.SIG_UNBLOCK, {signal.SIGINT})
    if hasattr(os, "nice"):
        # The parent reads the content meanwhile, on which all else waits; a game stays smooth too.
        os.nice(LESS_URGENT)
    Thread(target=_exit_with_parent, daemon=True).start()
    # What is missing is reported by the first task that needs it.
    with suppress(RusitError):
        warm_up()


def _exit_with_parent() -> None:
    """Exit when the build's process is gone; else a worker would wait for ever."""
    parent = parent_process()
    if parent is not None:
        parent.join()
        # As at its own end: fonts go from the temporary folder.
        util._exit_function()  # type: ignore[attr-defined]
        os._exit(1)


class _InlineExecutor(Executor):
    """Does what is submitted at once."""

    def submit(self, fn: Callable[..., Any], /, *args: Any, **kwargs: Any) -> Future[Any]:
        done: Future[Any] = Future()
        try:
            done.set_result(fn(*args, **kwargs))
        except Exception as error:
            done.set_exception(error)
        return done


def _do_nothing() -> None:
    pass


Made = tuple[str, tuple[Problem, ...]]
"""Of a task: the hash of the output it made, or what went wrong. Problems come back as values:
they have to travel between processes."""


@dataclass(frozen=True, slots=True)
class Workspace:
    """The folders in which outputs and pieces are rendered. It is pickled for workers.

    Attributes:
        staging: where outputs wait to be published.
        pieces: where pieces are kept, for this build and the next.
    """

    staging: Path
    pieces: Path

    def lacks(self, piece: Piece) -> bool:
        """Return True if the piece has to be made."""
        return _read_piece(self.pieces / piece.key) is None

    def make_piece(self, piece: Piece) -> Made:
        """Make a piece and keep it."""
        return "", _collect_problems(lambda: self._made(piece))

    def make_whole(self, target: BuildTarget) -> Made:
        """Make an output that has no pieces."""
        return self._stage(target, lambda: target.render())

    def join(self, target: BuildTarget) -> Made:
        """Make an output from its pieces."""
        pieces = pieces_of(target)
        joined = cast("JoinedTarget", target)
        return self._stage(target, lambda: joined.join([*map(self._kept, pieces)]))

    def _stage(self, target: BuildTarget, made: Callable[[], bytes]) -> Made:
        digest = ""

        def write() -> None:
            nonlocal digest
            data = made()
            write_atomically(self.staging / target.name, data)
            digest = hashlib.sha256(data).hexdigest()

        problems = _collect_problems(write)
        return digest, problems

    def _kept(self, piece: Piece) -> bytes:
        kept = _read_piece(self.pieces / piece.key)
        return self._made(piece) if kept is None else kept

    def _made(self, piece: Piece) -> bytes:
        data = piece.render()
        write_atomically(self.pieces / piece.key, sealed(data), lasting=False)
        return data


Progress = Callable[[str, int, int], None]
"""Called for each output: its name, how many are done, and of how many."""


@dataclass(slots=True)
class _Job:
    """An output on its way.

    Attributes:
        open: tasks that are not done yet.
    """

    target: BuildTarget
    open: int = 0
    problems: list[Problem] = field(default_factory=list)


class _Scheduler:
    """Outputs on their way: what is being made, and for whom."""

    def __init__(self, workspace: Workspace, worker_pool: Executor, on_done: Progress) -> None:
        self.digests: dict[str, str] = {}
        self.problems = Problems()
        self._workspace, self._worker_pool, self._on_done = workspace, worker_pool, on_done
        self._waiting: dict[Future[Made], list[_Job]] = {}
        self._pieces: dict[str, Future[Made]] = {}
        self._taken = self._done = 0

    def take(self, target: BuildTarget) -> None:
        """Start an output. A piece that two outputs need is rendered once."""
        job = _Job(target)
        self._taken += 1
        pieces = pieces_of(target)
        missing = [piece for piece in pieces if self._workspace.lacks(piece)]
        for piece in missing:
            if piece.key not in self._pieces:
                self._pieces[piece.key] = self._worker_pool.submit(
                    self._workspace.make_piece, piece
                )
            self._wait(job, self._pieces[piece.key])
        if not missing:
            self._finish(job)

        self._settle(0)

    def finish(self) -> None:
        """Go on until everything that was taken is done."""
        while self._waiting:
            self._settle(None)

    def _settle(self, seconds: float | None) -> None:
        """Take in what is done; wait that long for it, or until there is something."""
        for task in wait(self._waiting, seconds, return_when=FIRST_COMPLETED).done:
            digest, found = task.result()
            for job in self._waiting.pop(task):
                job.open -= 1
                job.problems.extend(found)
                if not job.open:
                    self._close(job, digest)

    def _wait(self, job: _Job, task: Future[Made]) -> None:
        job.open += 1
        self._waiting.setdefault(task, []).append(job)

    def _finish(self, job: _Job) -> None:
        work = self._workspace.join if pieces_of(job.target) else self._workspace.make_whole
        self._wait(job, self._worker_pool.submit(work, job.target))

    def _close(self, job: _Job, digest: str) -> None:
        """Go on after the last open task of an output: its pieces, or the output itself."""
        if not digest and not job.problems:
            self._finish(job)
            return
        if digest:
            self.digests[job.target.name] = digest
        for problem in job.problems:
            self.problems.add(problem)
        self._done += 1
        self._on_done(job.target.name, self._done, self._taken)


def make_targets(
    targets: Iterable[BuildTarget], workspace: Workspace, worker_pool: Executor, on_done: Progress
) -> Mapping[str, str]:
    """Return every output, in the staging folder; its hash by its name.

    Args:
        targets: taken one by one, and begun at once: workers need not wait for the last.

    Raises:
        ContentError: what is wrong with any of them, after all have been tried.
        RusitError: BUILD02 when a worker ended before its work did.
    """
    scheduler = _Scheduler(workspace, worker_pool, on_done)
    try:
        for target in targets:
            scheduler.take(target)
        scheduler.finish()
    except BrokenExecutor:
        message = "a worker process ended before its work did; nothing that was built is lost"
        hint = "build again; if memory is short, or to see what ended it: --jobs 1"
        raise RusitError("BUILD02", message, hint=hint) from None
    if scheduler.problems.errors:
        raise ContentError(scheduler.problems.errors)
    return scheduler.digests


def pieces_of(target: BuildTarget) -> Sequence[Piece]:
    """Return the pieces an output is joined from, in order; empty if it has none."""
    pieces: Sequence[Piece] = getattr(target, "pieces", ())
    return pieces


def remove_unused_pieces(folder: Path, keep: Collection[str]) -> None:
    """Remove pieces that no output is made from any more."""
    if folder.is_dir() and not folder.is_symlink():
        for path in folder.iterdir():
            if path.name not in keep:
                path.unlink(missing_ok=True)


def _read_piece(path: Path) -> bytes | None:
    """Return the bytes of a kept piece; None when it is lost or damaged."""
    try:
        kept = path.read_bytes()
    except OSError:
        return None
    return unsealed(kept)


def _collect_problems(work: Callable[[], Any]) -> tuple[Problem, ...]:
    """Return the problems that the work raises; empty if it raises none."""
    try:
        work()
    except ContentError as error:
        return error.problems
    except RusitError as error:
        return (error.problem,)
    return ()
