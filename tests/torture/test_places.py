"""A build needs nothing of the home, and leaves nothing there."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

import pytest

import rusit
from tests.engine.small import write_module

ROOT = Path(__file__).parents[2]
SAVES = ("SystemRoot", "PATH", "DYLD_FALLBACK_LIBRARY_PATH")
"""What a program needs of its surroundings."""


def arguments(folder: Path) -> tuple[str | Path, ...]:
    """Return what builds a small content that is written into the folder."""
    content = write_module(folder)
    options = ("--content", content, "--only", "pack", "--as-of", "2026-11-20", "--jobs", "1")
    return ("build", *options, "--out", folder / "out")


def build(home: Path, folder: Path) -> subprocess.CompletedProcess[str]:
    """Build a small content with that home, and nothing else of its own."""
    kept = {name: os.environ[name] for name in SAVES if name in os.environ}
    return subprocess.run(
        [sys.executable, str(ROOT / "rusit.py"), *arguments(folder)],
        env={**kept, "HOME": str(home), "PYTHONIOENCODING": "utf-8"},
        capture_output=True,
        encoding="utf-8",
        check=False,
    )


@pytest.mark.skipif(os.name == "nt", reason="the home is found in another way there")
def test_a_home_that_cannot_be_written_stops_no_build(tmp_path: Path) -> None:
    (tmp_path / "file").write_text("a file, where the home should be")
    built = build(tmp_path / "file" / "home", tmp_path)
    assert built.returncode == 0, built.stderr
    assert (tmp_path / "out" / "catalogue.json").exists()


@pytest.mark.skipif(os.name == "nt", reason="the home is found in another way there")
def test_a_build_writes_nothing_into_the_home(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    home = tmp_path / "home"
    home.mkdir()
    for name in os.environ.keys() - {"PYTEST_CURRENT_TEST", *SAVES}:
        monkeypatch.delenv(name)
    monkeypatch.setenv("HOME", str(home))
    assert Path.home() == home
    monkeypatch.setattr(sys, "argv", ["rusit", *map(str, arguments(tmp_path))])
    with pytest.raises(SystemExit) as end:
        rusit.main()
    assert not end.value.code
    assert (tmp_path / "out" / "catalogue.json").exists()
    assert list(home.iterdir()) == []
