"""The Chromium of this machine, started as we need it."""

from __future__ import annotations

import os
import shutil
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from pathlib import Path
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
        """Begin to watch."""
        page.on("request", lambda request: self._asked(request.url))
        page.on("pageerror", lambda error: self.errors.append(str(error)))
        page.on(
            "console",
            lambda m: self.errors.append(m.text) if m.type in ("error", "warning") else None,
        )

    def forget(self) -> None:
        """Forget what was seen."""
        self.requests.clear()
        self.errors.clear()

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
    day: str = "",
    own: bool = False,
) -> Iterator[Page]:
    """The page at that size, with touch, without a network; nothing may ask or go wrong.

    Tests at one size take turns in one tab: a new one costs three times what opening the page
    costs. What a test leaves behind is taken away after it; a tab in which one failed is closed.

    Args:
        script: runs before the page's own, to take something away from it.
        day: what the clock of the page says from the beginning.
        own: True for a tab that no other test gets, for one that makes its clock run.
    """
    kept = _tabs.setdefault(browser, {})
    key = (size, bool(day))
    tab = (None if own else kept.pop(key, None)) or _new_tab(_context(browser, size))
    page = tab.page
    try:
        if day:
            page.clock.set_fixed_time(day)
        with _before_all_others(page, script):
            page.goto(url)
            page.wait_for_selector("h1")
            page.evaluate("document.fonts.ready.then(() => null)")
            yield page
        asked, wrong = list(tab.watch.requests), list(tab.watch.errors)
        if not own:
            page.goto(NOTHING)
            page.evaluate(FORGET)
            tab.watch.forget()
            kept[key] = tab
    finally:
        if kept.get(key) is not tab:
            page.context.close()
    assert not asked
    assert not wrong, wrong


NOTHING = Path(__file__).with_name("nothing.html").as_uri()
"""A page of the same origin, which holds nothing open."""
FORGET = """() => new Promise((done, failed) => {
  const removing = indexedDB.deleteDatabase('rusit-practice');
  removing.onsuccess = () => done();
  removing.onerror = () => failed(removing.error);
})"""


@dataclass(frozen=True)
class _Tab:
    """A tab and what is seen in it."""

    page: Page
    watch: Watch


_tabs: WeakKeyDictionary[Browser, dict[tuple[tuple[int, int], bool], _Tab]] = WeakKeyDictionary()
"""Tabs that no test has now, by size and whether their clock stands still."""


def _new_tab(context: BrowserContext) -> _Tab:
    """Return a watched tab of that context."""
    tab = _Tab(context.new_page(), Watch())
    tab.watch.over(tab.page)
    return tab


@contextmanager
def _before_all_others(page: Page, script: str) -> Iterator[None]:
    """Run a script before those of every page that is opened meanwhile."""
    if not script:
        yield
        return
    # Playwright's own way cannot be taken back.
    session = page.context.new_cdp_session(page)
    session.send("Page.enable")
    added = session.send("Page.addScriptToEvaluateOnNewDocument", {"source": script})
    yield
    session.send("Page.removeScriptToEvaluateOnNewDocument", added)
    session.detach()


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
