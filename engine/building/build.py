"""The build: targets with keys, done in parallel, published all at once.

Same key, no work. New outputs are made in a staging folder; only when every one of them has
succeeded do they take their places, each by a rename, with the manifest last. So a build that
fails or is killed leaves the last good one, and the next build completes it.

An output may be joined from pieces. They are kept by key beside the outputs, so that a change
costs the pieces it touches; a folder of pieces may be lost at any time.
"""

from __future__ import annotations

import hashlib
import json
import os
import shutil
from collections.abc import Iterable, Iterator, Mapping, Sequence
from concurrent.futures import Executor
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from typing import Any

try:
    import fcntl
except ImportError:  # Windows: two builds at once in one folder are not kept apart there.
    fcntl = None  # type: ignore[assignment]

from engine.atomic_files import write_atomically
from engine.building.executor import (
    BuildTarget,
    Progress,
    Workspace,
    make_targets,
    pieces_of,
    remove_unused_pieces,
)
from engine.building.manifest import (
    MANIFEST,
    MANIFEST_FORMAT,
    Output,
    is_intact,
    is_own,
    read_manifest,
)
from engine.diagnostics.messages import Message, reason
from engine.diagnostics.problems import Problems, RusitError
from engine.loading.files import read_bytes

STAGING = ".staging"
LOCK = ".lock"
PIECES = ".pieces"


@dataclass(frozen=True, slots=True)
class Built:
    """The result of a build: names rendered anew, left alone, and removed."""

    made: tuple[str, ...]
    kept: tuple[str, ...]
    removed: tuple[str, ...]


def inputs_key(files: Iterable[Path], options: Mapping[str, str], code: Iterable[Path]) -> str:
    """Return one hash over everything that can change a build: content, options, our own code."""
    digest = hashlib.sha256()
    for name, value in sorted(options.items()):
        digest.update(f"{name}={value}\n".encode())
    for path in files:
        # What cannot be read is reported by the check that follows.
        raw = read_bytes(path, path.name, Problems())
        digest.update(os.fsencode(f"content:{path.parent.name}/{path.name}:{raw is None}\n"))
        digest.update(hashlib.sha256(raw or b"").digest())
    for path in code:
        digest.update(f"code:{path.parent.name}/{path.name}\n".encode())
        digest.update(hashlib.sha256(path.read_bytes()).digest())
    return digest.hexdigest()


def build(
    out: Path,
    targets: Iterable[BuildTarget],
    *,
    inputs: str,
    as_of: date,
    edition: str,
    worker_pool: Executor,
    whole: Sequence[str] = ("",),
    on_done: Progress = lambda *_: None,
) -> Built:
    """Make what is missing or changed, then publish.

    Args:
        targets: of all outputs; what comes first is begun while the next is still worked out.
        inputs: the key of the whole build, remembered to skip it next time.
        worker_pool: its workers, see `executor.worker_pool`.
        whole: what the names of outputs begin with of which these are all; what else is
            called so is removed. A part of a build leaves the rest alone.
        on_done: called for each output as it is made.

    Raises:
        ContentError: outputs that could not be made, all of them; nothing is published.
        RusitError: BUILD01 when the folder cannot be written, BUILD02 when a worker ended,
            BUILD03 when another build is at work there, BUILD04 when a link leads out of it.
    """
    with _folder_lock(out):
        known: dict[str, Any] = read_manifest(out).get("outputs", {})
        wanted: dict[str, BuildTarget] = {}
        todo: list[BuildTarget] = []

        def to_make() -> Iterator[BuildTarget]:
            for target in targets:
                wanted[target.name] = target
                entry = known.get(target.name, {})
                if entry.get("key") != target.key or not is_intact(out / target.name, entry):
                    todo.append(target)
                    yield target

        staging = out / STAGING
        _clear(staging)
        staging.mkdir(parents=True)
        if (out / PIECES).is_symlink():
            (out / PIECES).unlink()
        try:
            digests = make_targets(
                to_make(), Workspace(staging, out / PIECES), worker_pool, on_done
            )
        except RusitError:
            _clear(staging)
            raise
        made = [_output(target, digests[target.name], known) for target in todo]
        gone = [n for n in known if n not in wanted and n.startswith(tuple(whole))]
        others = {n: known[n] for n in known if n not in wanted and n not in gone}
        kept = wanted.keys() - digests.keys()
        entries = {n: known[n] for n in kept} | {o.name: o.record() for o in made} | others
        manifest = {
            "format": MANIFEST_FORMAT,
            "as_of": as_of.isoformat(),
            "edition": edition,
            "inputs": inputs,
            "outputs": dict(sorted(entries.items())),
        }
        _publish(out, staging, [o.name for o in made], gone, manifest)
        pieces = {piece.key for target in wanted.values() for piece in pieces_of(target)}
        if pieces and not others:
            remove_unused_pieces(out / PIECES, pieces)
        return Built(tuple(o.name for o in made), tuple(sorted(kept)), tuple(gone))


@contextmanager
def _folder_lock(out: Path) -> Iterator[None]:
    """Keep other builds out of the folder; raise RusitError for what is in the way there.

    A build that is killed lets go of the folder.
    """
    try:
        out.mkdir(parents=True, exist_ok=True)
        if (out / LOCK).is_symlink():
            (out / LOCK).unlink()
        with (out / LOCK).open("wb") as lock:
            if fcntl is not None:
                fcntl.flock(lock, fcntl.LOCK_EX | fcntl.LOCK_NB)
            yield
    except BlockingIOError:
        message = Message("another build is at work in {out}", out=out)
        hint = "wait until it is done, or choose another folder with --out DIR"
        raise RusitError("BUILD03", message, hint=hint) from None
    except OSError as error:
        message = Message(
            "cannot write to {out}: {why}",
            out=error.filename2 or error.filename or out,
            why=reason(error),
        )
        hint = "see what is in the way, or choose another folder with --out DIR"
        raise RusitError("BUILD01", message, hint=hint) from None


def change_reasons(target: BuildTarget, entry: Mapping[str, Any] | None) -> tuple[str, ...]:
    """Return the reasons to render an output, given its manifest entry."""
    if entry is None:
        return (Message("it is new"),)
    if entry.get("key") == target.key:
        return (Message("the file was missing or damaged"),)
    before = entry.get("inputs", {})
    return tuple(
        Message("{name} changed", name=name)
        for name in sorted(before.keys() | target.inputs.keys())
        if before.get(name) != target.inputs.get(name)
    )


def _output(target: BuildTarget, digest: str, known: Mapping[str, Any]) -> Output:
    return Output(
        target.name,
        target.key,
        digest,
        target.edition,
        target.facts,
        target.inputs,
        change_reasons(target, known.get(target.name)),
    )


def _publish(
    out: Path, staging: Path, names: Sequence[str], gone: Sequence[str], manifest: dict[str, Any]
) -> None:
    for name in names:
        if not is_own(out, name):
            message = Message(
                "{name} would be written through a link that leads out of {out}", name=name, out=out
            )
            hint = "remove the link, or build into the folder it leads to with --out DIR"
            raise RusitError("BUILD04", message, hint=hint)
    for name in names:
        target = out / name
        target.parent.mkdir(parents=True, exist_ok=True)
        (staging / name).replace(target)
    # Before the manifest: what could not be removed stays in the old one, for the next build.
    for name in gone:
        (out / name).unlink(missing_ok=True)
    text = json.dumps(manifest, ensure_ascii=False, indent=1, sort_keys=True) + "\n"
    write_atomically(out / MANIFEST, text.encode())
    _clear(staging)


def _clear(staging: Path) -> None:
    """Remove what a build left there; a link goes, what it leads to stays."""
    if staging.is_symlink():
        staging.unlink()
    shutil.rmtree(staging, ignore_errors=True)
