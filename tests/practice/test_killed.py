"""Killed in the middle of a round, practice loses nothing that was answered."""

from __future__ import annotations

import signal
import subprocess
import sys
from pathlib import Path

from games.practice.scheduler import RULES
from games.practice.store import open_practice
from tests.shipped import shipped_catalogue

ROOT = Path(__file__).parents[2]
LEAD = 4
"""Answers that the process may be ahead of its killer."""


def practise_until(answers: int, folder: Path) -> int:
    """Lets a process practise, kills it after so many answers; gives how many it has drawn."""
    module = "tests.practice.killed_practice"
    command = [sys.executable, "-m", module, str(folder), str(answers + LEAD)]
    drawn = 0
    pipes = {"stdin": subprocess.PIPE, "stdout": subprocess.PIPE}
    with subprocess.Popen(command, cwd=ROOT, text=True, **pipes) as process:
        assert process.stdout is not None
        for line in process.stdout:
            drawn = int(line)
            if drawn >= answers:
                process.send_signal(signal.SIGKILL)
                break
        return max([drawn, *(int(line) for line in process.stdout)])


def test_a_killed_round_goes_on_where_it_stood(tmp_path: Path) -> None:
    shipped_catalogue()  # kept for the processes
    total = 0
    for stop in (1, 3):
        total += practise_until(stop, tmp_path)
        store = open_practice(tmp_path)
        assert store.trouble is None
        assert store.set_aside is None
        memories = store.memories("owl")
        going = store.round("owl")
        store.close()
        assert total <= len(memories) <= total + 1
        assert going is not None
        assert len(going.queue) == RULES["round"]["at_most"] - len(memories)
        assert not set(going.queue) & set(memories)
        total = len(memories)
