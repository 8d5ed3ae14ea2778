"""What was left out is said loudly, at the end, where nobody overlooks it."""

from __future__ import annotations

from typing import Any

from tests.web.axe import KEPT
from tests.web.browser import chromium


def pytest_terminal_summary(terminalreporter: Any) -> None:
    """A loud word when the practice page could not be tried in a browser."""
    left_out = [str(report.longrepr) for report in terminalreporter.stats.get("skipped", ())]
    if chromium() is None and any("no Chromium" in why for why in left_out):
        terminalreporter.section("THE PRACTICE PAGE WAS NOT TRIED IN A BROWSER", sep="!", red=True)
        terminalreporter.line("No Chromium was found, so its browser tests were left out.")
        terminalreporter.line("Install one (Debian: apt-get install chromium), or name one:")
        terminalreporter.line("    RUSIT_CHROMIUM=/path/to/chrome make test")
    if not KEPT.exists() and any("axe-core" in why for why in left_out):
        terminalreporter.section("ACCESSIBILITY WAS NOT CHECKED BY AXE", sep="!", red=True)
        terminalreporter.line(
            f"axe-core is not in {KEPT.parent.name}/, and npm could not fetch it."
        )
