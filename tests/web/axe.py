"""axe-core, which knows WCAG: one pinned package of npm, fetched once and kept in `build/`."""

from __future__ import annotations

import hashlib
import os
import shutil
import subprocess
import tarfile
from pathlib import Path
from typing import Any

from playwright.sync_api import Page

VERSION = "4.14.1"
SHA256 = "e6b0ce02b84d892e2e33e403485e7f3d6c29e2be6df65daf44d89ba564139745"
KEPT = Path(__file__).parents[2] / "build" / "tools" / f"axe-core-{VERSION}.tgz"
RULES = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"]


def axe_script() -> str | None:
    """The library, or None where it is not kept and npm cannot fetch it."""
    if not KEPT.exists() and not _fetch():
        return None
    data = KEPT.read_bytes()
    assert hashlib.sha256(data).hexdigest() == SHA256, f"{KEPT} is not axe-core {VERSION}"
    with tarfile.open(KEPT) as package:
        found = package.extractfile("package/axe.min.js")
        assert found is not None
        return found.read().decode()


def _fetch() -> bool:
    npm = shutil.which("npm")
    if npm is None:
        return False
    own = KEPT.parent / f"fetching-{os.getpid()}"
    own.mkdir(parents=True, exist_ok=True)
    try:
        done = subprocess.run(
            [npm, "pack", "--silent", f"axe-core@{VERSION}"],
            cwd=own,
            check=False,
            capture_output=True,
            timeout=120,
        )
        if done.returncode:
            return False
        (own / KEPT.name).replace(KEPT)
    except subprocess.TimeoutExpired:
        return False
    finally:
        shutil.rmtree(own, ignore_errors=True)
    return True


def violations(page: Page, script: str) -> list[str]:
    """What axe finds wrong on the page, one line each."""
    # Evaluated by the browser's own tools, so the page's policy stays as it is.
    page.evaluate(f"() => {{ {script} }}")
    found: dict[str, Any] = page.evaluate(
        "(tags) => window.axe.run(document, {runOnly: {type: 'tag', values: tags}})", RULES
    )
    return [
        f"{v['id']}: {v['help']}: {[n['html'][:120] for n in v['nodes'][:3]]}"
        for v in found["violations"]
    ]
