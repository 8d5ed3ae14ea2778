"""`rusit check` of content made to break it: time and memory of the whole command, started anew.

Bars: a second beyond what a small good content takes, and 200 MB, for any file up to 1 MB. The
command does one thing after the other and waits for nothing, so its processor time is what the
clock shows on a machine that is not busy.
"""

from __future__ import annotations

import json
import subprocess
import sys
from pathlib import Path
from typing import NamedTuple

import pytest
from pytest_benchmark.fixture import BenchmarkFixture

from engine.diagnostics.problems import Problems
from engine.loading.files import MOST_BYTES
from engine.loading.yaml_loader import MOST_NODES, parse_document
from tests.engine.hostile import Hostile, hostile
from tests.engine.small import write_content

MOST_SECONDS = 1.0
MOST_MEGABYTES = 200
ROWS = 12

# A process of its own between: what a process is born with counts as its memory, and this one
# has grown large.
LAUNCH = """
import json, os, sys
child = os.spawnv(os.P_NOWAIT, sys.executable, [sys.executable, "-m", "rusit", *sys.argv[1:]])
_, status, used = os.wait4(child, 0)
taken = used.ru_utime + used.ru_stime
unit = 1 if sys.platform == "darwin" else 1024
json.dump([os.waitstatus_to_exitcode(status), taken, used.ru_maxrss * unit / 1e6], sys.stderr)
"""


class Measured(NamedTuple):
    """One run of the command."""

    name: str
    size: int
    code: int
    seconds: float
    megabytes: float


def check(name: str, size: int, content: Path) -> Measured:
    """How `rusit check` takes that content."""
    command = [sys.executable, "-S", "-c", LAUNCH, "check", "--content", str(content)]
    run = subprocess.run(command, stdout=subprocess.DEVNULL, stderr=subprocess.PIPE, text=True)
    said, _, measured = run.stderr.rpartition("[")
    assert "Traceback" not in said, f"{name}: {said[-2000:]}"
    return Measured(name, size, *json.loads(f"[{measured}"))


def sizes(bad: Hostile) -> list[int]:
    """As large as may be read; and, where that is too many values, as many as may be."""
    few = bad.make(20_000)
    document = parse_document(few if isinstance(few, bytes) else few.encode(), "f", Problems())
    values = len(document.starts) + len(document.keys) if document else 0
    largest = MOST_BYTES * 97 // 100
    fitting = 20_000 * MOST_NODES // max(values, 1) * 95 // 100
    return [largest, fitting] if fitting < largest else [largest]


def measure_all(folder: Path) -> list[Measured]:
    """Each hostile file in an otherwise good content, beyond what good content takes."""
    good = write_content(folder / "good")
    check("warm", 0, good)
    start = min(check("good", 0, good).seconds for _ in range(5))
    found = []
    for number, bad in enumerate(hostile()):
        for size in sizes(bad):
            content = write_content(folder / f"{number}-{size}")
            written = bad.put(content, size)
            run = check(bad.name, written, content)
            if run.seconds - start > MOST_SECONDS / 2:
                # Once more: the first time, other programs may have had the memory and its caches.
                run = min(run, check(bad.name, written, content), key=lambda r: r.seconds)
            found.append(run._replace(seconds=run.seconds - start))
    return found


def test_hostile_files_take_little(
    benchmark: BenchmarkFixture, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    """Prints the slowest and the largest; all have to stay under both bars."""
    found = benchmark.pedantic(measure_all, (tmp_path,), rounds=1)
    with capsys.disabled():
        print(f"\n{len(found)} hostile files")
        for title, field in (("slowest", "seconds"), ("largest", "megabytes")):
            print(f"\n{title:50} {'bytes':>10} {'seconds':>8} {'MB':>5}  exit")
            for run in sorted(found, key=lambda r: -getattr(r, field))[:ROWS]:
                print(
                    f"{run.name:50} {run.size:10,} {run.seconds:8.2f} {run.megabytes:5.0f}"
                    f"  {run.code}"
                )
    # What is refused for its size alone would be no test.
    assert max(run.size for run in found) <= MOST_BYTES
    assert {run.code for run in found} <= {0, 1}
    assert [r for r in found if r.seconds > MOST_SECONDS or r.megabytes > MOST_MEGABYTES] == []
