"""The Chromium of this machine, started as we need it."""

from __future__ import annotations

import os
import shutil
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field

from playwright.sync_api import Browser, Page, Playwright, expect

FLAGS = ["--no-sandbox", "--disable-gpu", "--disable-background-networking"]

PATIENCE = 30_000
"""Milliseconds to wait for what must come: a loaded machine is slow, and that is no fault."""
expect.set_options(timeout=PATIENCE)

PHONE = (360, 740)
TABLET = (800, 1280)
LYING = (1280, 800)


def chromium() -> str | None:
    """Where Chromium is, or None. RUSIT_CHROMIUM names another one."""
    names = [os.environ.get("RUSIT_CHROMIUM", ""), "chromium", "chromium-browser", "google-chrome"]
    return next((found for name in names if name and (found := shutil.which(name))), None)


def launch(playwright: Playwright) -> Browser:
    """A browser without a window."""
    return playwright.chromium.launch(executable_path=chromium(), args=FLAGS)


@dataclass
class Watch:
    """What must not happen on a page: requests, errors, words on the console."""

    requests: list[str] = field(default_factory=list)
    errors: list[str] = field(default_factory=list)

    def over(self, page: Page) -> None:
        """Begins to watch."""
        page.on("request", lambda request: self._asked(request.url))
        page.on("pageerror", lambda error: self.errors.append(str(error)))
        page.on(
            "console",
            lambda m: self.errors.append(m.text) if m.type in ("error", "warning") else None,
        )

    def _asked(self, url: str) -> None:
        # The file itself, its own fonts and the file a person saves are no requests to anyone.
        if not url.startswith(("file:", "data:", "blob:")):
            self.requests.append(url)


@contextmanager
def opened(
    browser: Browser, url: str, size: tuple[int, int] = PHONE, script: str = ""
) -> Iterator[Page]:
    """The page at that size, with touch, without a network; nothing may ask or go wrong.

    Args:
        script: runs before the page's own, to take something away from it.
    """
    context = browser.new_context(
        viewport={"width": size[0], "height": size[1]},
        has_touch=True,
        locale="th-TH",
        offline=True,
        reduced_motion="reduce",  # nothing is on its way somewhere else when it is tapped
    )
    context.set_default_timeout(PATIENCE)
    try:
        page = context.new_page()
        watch = Watch()
        watch.over(page)
        if script:
            page.add_init_script(script)
        page.goto(url)
        page.wait_for_selector("h1")
        page.evaluate("document.fonts.ready.then(() => null)")
        yield page
    finally:
        context.close()
    assert not watch.requests
    assert not watch.errors, watch.errors
