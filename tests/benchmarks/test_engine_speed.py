"""How fast content is checked, compiled and rebuilt. Run with `make bench`."""

from __future__ import annotations

import subprocess
import sys
from datetime import date
from pathlib import Path

import pytest
from pytest_benchmark.fixture import BenchmarkFixture

from engine.compiling import check_content, compile_catalogue
from engine.content import default_root
from tests.engine.small import MODULE, write_content

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


@pytest.mark.parametrize("modules", [10, 50, 100])
def test_growth(benchmark: BenchmarkFixture, tmp_path: Path, modules: int) -> None:
    """Checking and compiling many modules of fifty questions: time grows with their number."""
    content = write_content(tmp_path)
    head, questions, tail = MODULE.partition("questions:\n")
    question, myths, rest = tail.partition("myths:\n")
    fifty = "".join(question.replace("tiny.q.days", f"tiny.q.days{i}") for i in range(50))
    whole = head + questions + fifty + myths + rest
    (content / "modules" / "tiny.yaml").unlink()
    for i in range(modules):
        text = whole.replace("tiny", f"tiny{i}")
        (content / "modules" / f"tiny{i}.yaml").write_text(text, encoding="utf-8")

    def work() -> int:
        checked = check_content(content, DAY)
        assert not checked.problems.errors
        return len(compile_catalogue(checked).modules)

    assert benchmark.pedantic(work, rounds=1) == modules
