"""Content as it stood in a git revision."""

from __future__ import annotations

import io
import subprocess
import tarfile
from pathlib import Path
from tempfile import TemporaryDirectory

from engine.diagnostics.messages import Message
from engine.diagnostics.problems import ContentError, Problems, RusitError
from engine.loading.content import Content
from engine.loading.content_loader import read_content
from engine.loading.suggestions import suggest_date


def content_at(revision: str, root: Path) -> Content:
    """Return the content folder `root` as it was in that revision of its repository.

    Raises:
        RusitError: REV01 when git does not know the revision, or there is no git.
        ContentError: when the content of that revision cannot be read.
    """
    try:
        top, prefix = (
            _git(root, "rev-parse", "--show-toplevel", "--show-prefix").decode().split("\n")[:2]
        )
        packed = _git(Path(top), "archive", "--format=tar", f"{revision}:{prefix.rstrip('/')}")
    except (OSError, subprocess.CalledProcessError) as error:
        said = getattr(error, "stderr", b"") or str(error).encode()
        day = suggest_date(revision)
        raise RusitError(
            "REV01",
            Message(
                "{revision!r} is no catalogue file, no day and no git revision: {reason}",
                revision=revision,
                reason=said.decode(errors="replace").strip().splitlines()[0],
            ),
            hint=Message("write the day as {day}", day=day)
            if day
            else "name a catalogue.json, a day such as 2026-01-01, or a revision such as HEAD~3",
        ) from None
    problems = Problems()
    with TemporaryDirectory() as folder:
        with tarfile.open(fileobj=io.BytesIO(packed)) as archive:
            archive.extractall(folder, filter="data")
        content = read_content(Path(folder), problems)
    if problems.errors:
        raise ContentError(problems.errors)
    return content


def _git(folder: Path, *arguments: str) -> bytes:
    command = ["git", "-C", str(folder), *arguments]
    return subprocess.run(command, capture_output=True, check=True).stdout
