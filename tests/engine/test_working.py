"""Workers: they end with their build, however it ends, and one that dies is told."""

from __future__ import annotations

import os
import signal
import subprocess
import sys
import textwrap
import time
from pathlib import Path

import pytest

from engine.building.build import build
from engine.building.executor import worker_pool
from engine.diagnostics.problems import RusitError
from tests.engine.test_building import DAY, Sheet, contents, nothing, run

LEFT_BEHIND = """
    import os, time
    from engine.building.executor import worker_pool
    from tests.engine.test_building import nothing

    with worker_pool(2, nothing) as workers:
        pids = {workers.submit(os.getpid).result() for _ in range(20)}
        print(*pids, flush=True)
        time.sleep(60)
"""


def test_workers_end_when_their_build_is_killed() -> None:
    command = [sys.executable, "-c", textwrap.dedent(LEFT_BEHIND)]
    environment = {**os.environ, "PYTHONPATH": str(Path.cwd())}
    with subprocess.Popen(command, stdout=subprocess.PIPE, env=environment, text=True) as build:
        assert build.stdout is not None
        workers = [int(pid) for pid in build.stdout.readline().split()]
        assert workers
        build.kill()
    until = time.monotonic() + 20
    while time.monotonic() < until and any(is_running(pid) for pid in workers):
        time.sleep(0.05)
    assert not any(is_running(pid) for pid in workers)


def is_running(pid: int) -> bool:
    """Whether that process is there and not over."""
    try:
        os.kill(pid, 0)
    except OSError:
        return False
    state = Path(f"/proc/{pid}/stat")
    return not state.exists() or state.read_text().rpartition(")")[2].split()[0] != "Z"


GIVEN_UP = """
    import os, sys, time
    from engine.building.executor import worker_pool
    from tests.engine.test_building import nothing

    os.register_at_fork(after_in_child=lambda: time.sleep({}))
    try:
        with worker_pool(2, nothing) as workers:
            waiting = [workers.submit(time.sleep, 1) for _ in range(50)]
            print("begun", flush=True)
            time.sleep(60)
    except KeyboardInterrupt:
        sys.exit("stopped")
"""


@pytest.mark.parametrize("seconds_to_begin", [0, 1])
def test_a_build_that_is_given_up_ends_soon_and_quietly(seconds_to_begin: int) -> None:
    """Also when its workers have hardly begun, which is when people see their mistake."""
    command = [sys.executable, "-c", textwrap.dedent(GIVEN_UP).format(seconds_to_begin)]
    with subprocess.Popen(
        command,
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        env={**os.environ, "PYTHONPATH": str(Path.cwd())},
        text=True,
        start_new_session=True,
    ) as build:
        assert build.stdout is not None
        assert build.stdout.readline() == "begun\n"
        # As a terminal does with Ctrl+C: to the build and to its workers.
        os.killpg(build.pid, signal.SIGINT)
        _, told = build.communicate(timeout=20)
    assert told == "stopped\n"


class Fatal(Sheet):
    def render(self) -> bytes:
        os.kill(os.getpid(), signal.SIGKILL)
        return super().render()


def test_a_worker_that_dies_is_told_and_nothing_is_lost(tmp_path: Path) -> None:
    run(tmp_path, Sheet("x.txt", "one"))
    before = contents(tmp_path)
    with pytest.raises(RusitError) as error, worker_pool(2, nothing) as workers:
        build(
            tmp_path,
            [Fatal("x.txt", "two")],
            inputs="j",
            as_of=DAY,
            edition="e",
            worker_pool=workers,
        )
    assert error.value.problem.code == "BUILD02"
    assert contents(tmp_path) == before
