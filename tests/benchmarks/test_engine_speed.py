"""How fast content is checked, compiled and rebuilt. Run with `make bench`."""

from __future__ import annotations

import subprocess
import sys
from datetime import date
from pathlib import Path

import pytest
from pytest_benchmark.fixture import BenchmarkFixture

from engine.catalogue.compilation import check_content, compile_catalogue
from engine.loading.content import default_root
from tests.benchmarks.growth import many_modules

DAY = date(2026, 11, 20)


def test_check_five_modules(benchmark: BenchmarkFixture) -> None:
    """Bar: under a second."""
    benchmark.pedantic(check_content, (default_root(), DAY), rounds=5, warmup_rounds=1)


def test_compile_five_modules(benchmark: BenchmarkFixture) -> None:
    """With the dictionary already in memory."""
    checked = check_content(default_root(), DAY)
    benchmark.pedantic(compile_catalogue, (checked,), rounds=3, warmup_rounds=1)


def test_rebuild_with_nothing_changed(benchmark: BenchmarkFixture, tmp_path: Path) -> None:
    """The whole command, started anew. Bar: under 0.4 s."""
    command = [sys.executable, "-m", "rusit", "build", "--only", "pack", "--out", str(tmp_path)]
    subprocess.run(command, check=True, capture_output=True)
    benchmark.pedantic(
        subprocess.run, (command,), {"check": True, "capture_output": True}, rounds=5
    )


@pytest.mark.parametrize("modules", [10, 50])
def test_growth(benchmark: BenchmarkFixture, tmp_path: Path, modules: int) -> None:
    """Many modules of fifty questions; `growth.py` draws the whole line."""
    content = many_modules(tmp_path, modules)

    def work() -> int:
        checked = check_content(content, DAY)
        assert not checked.problems.errors
        return len(compile_catalogue(checked).modules)

    assert benchmark.pedantic(work, rounds=1) == modules
