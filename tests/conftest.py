"""Tests touch no one's own files, and what was left out is said loudly at the end."""

from __future__ import annotations

import gc
import os
from typing import Any

import pytest
from hypothesis import HealthCheck, settings
from xdist.scheduler import LoadScopeScheduling

from tests.web.axe import AXE
from tests.web.browser import chromium

# The suite tells the same of the same code, on a busy machine too. To look for what it has not
# met yet: pytest --hypothesis-profile=search
UNHURRIED = settings(
    deadline=None,
    suppress_health_check=[HealthCheck.too_slow, HealthCheck.function_scoped_fixture],
)
settings.register_profile("suite", UNHURRIED, derandomize=True)
settings.register_profile("search", UNHURRIED, max_examples=1_000)
settings.load_profile("suite")


# What tests make mostly stays: records, boxes, fonts. Looking through it again and again for
# garbage took a seventh of the run.
gc.set_threshold(20_000, 10, 10)


def pytest_collection_finish() -> None:
    """What is imported by now stays to the end: no search for garbage looks through it."""
    gc.freeze()


@pytest.fixture(autouse=True)
def _own_folders(tmp_path_factory: pytest.TempPathFactory, monkeypatch: pytest.MonkeyPatch) -> None:
    """Kept catalogues and saved games of tests stay among the tests' own files."""
    home = tmp_path_factory.getbasetemp()
    # One for all processes of a run: whoever is first compiles for the others.
    shared = home.parent if "PYTEST_XDIST_WORKER" in os.environ else home
    monkeypatch.setenv("XDG_CACHE_HOME", str(shared / "cache"))
    monkeypatch.setenv("XDG_DATA_HOME", str(home / "data"))


class FolderScheduling(LoadScopeScheduling):
    """Gives a folder's tests to one process: its browser, page and sheets are made once."""

    def _split_scope(self, nodeid: str) -> str:
        return nodeid.partition("::")[0].rpartition("/")[0]


def pytest_xdist_make_scheduler(config: pytest.Config, log: Any) -> FolderScheduling | None:
    """Schedule by folder under ``--dist loadscope``."""
    return FolderScheduling(config, log) if config.getvalue("dist") == "loadscope" else None


def pytest_terminal_summary(terminalreporter: Any) -> None:
    """A loud word when the practice page could not be tried in a browser."""
    left_out = [str(report.longrepr) for report in terminalreporter.stats.get("skipped", ())]
    if chromium() is None and any("no Chromium" in why for why in left_out):
        terminalreporter.section("THE PRACTICE PAGE WAS NOT TRIED IN A BROWSER", sep="!", red=True)
        terminalreporter.line("No Chromium was found, so its browser tests were left out.")
        terminalreporter.line("Install one (Debian: apt-get install chromium), or name one:")
        terminalreporter.line("    RUSIT_CHROMIUM=/path/to/chrome make test")
    if not AXE.exists() and any("axe-core" in why for why in left_out):
        terminalreporter.section("ACCESSIBILITY WAS NOT CHECKED BY AXE", sep="!", red=True)
        terminalreporter.line("axe-core is not in build/tools/page. Install it: make web-check")
