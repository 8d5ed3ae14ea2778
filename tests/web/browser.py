"""The Chromium of this machine, started as we need it."""

from __future__ import annotations

import os
import shutil
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from weakref import WeakKeyDictionary

from playwright.sync_api import Browser, BrowserContext, Page, Playwright, expect

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
    browser: Browser,
    url: str,
    size: tuple[int, int] = PHONE,
    script: str = "",
    *,
    own: bool = False,
) -> Iterator[Page]:
    """The page at that size, with touch, without a network; nothing may ask or go wrong.

    Pages of one size share a context, which is most of what a page costs; what one leaves behind
    is taken away after it.

    Args:
        script: runs before the page's own, to take something away from it.
        own: True for a context of its own, in which time and downloads may be changed.
    """
    is_own = own or bool(script)
    context = _context(browser, size) if is_own else _shared(browser, size)
    page = context.new_page()
    try:
        watch = Watch()
        watch.over(page)
        if script:
            page.add_init_script(script)
        page.goto(url)
        page.wait_for_selector("h1")
        page.evaluate("document.fonts.ready.then(() => null)")
        yield page
    finally:
        if is_own:
            context.close()
        else:
            page.evaluate(FORGET)
            page.close()
    assert not watch.requests
    assert not watch.errors, watch.errors


FORGET = """() => new Promise((done) => {
  const removing = indexedDB.deleteDatabase('rusit-practice');
  removing.onsuccess = removing.onerror = removing.onblocked = () => done();
})"""

_contexts: WeakKeyDictionary[Browser, dict[tuple[int, int], BrowserContext]] = WeakKeyDictionary()


def _shared(browser: Browser, size: tuple[int, int]) -> BrowserContext:
    """The context of all pages of that size."""
    contexts = _contexts.setdefault(browser, {})
    if size not in contexts:
        contexts[size] = _context(browser, size)
    return contexts[size]


def _context(browser: Browser, size: tuple[int, int]) -> BrowserContext:
    context = browser.new_context(
        viewport={"width": size[0], "height": size[1]},
        has_touch=True,
        locale="th-TH",
        offline=True,
        reduced_motion="reduce",  # nothing is on its way somewhere else when it is tapped
    )
    context.set_default_timeout(PATIENCE)
    return context
