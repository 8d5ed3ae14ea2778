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
    own: bool = False,
) -> Iterator[Page]:
    """The page at that size, with touch, without a network; nothing may ask or go wrong.

    Tests at one size take turns in one tab: a new one costs three times what opening the page
    costs. What a test leaves behind is taken away after it; a tab in which one failed is closed.

    Args:
        script: runs before the page's own, to take something away from it.
        own: True for a context of its own, in which time and downloads may be changed.
    """
    if own or script:
        context = _context(browser, size)
        try:
            tab = _new_tab(context)
            if script:
                tab.page.add_init_script(script)
            _open(tab.page, url)
            yield tab.page
        finally:
            context.close()
    else:
        tabs = _tabs.setdefault(browser, {})
        tab = tabs.pop(size, None) or _new_tab(_context(browser, size))
        try:
            _open(tab.page, url)
            yield tab.page
            tab.page.evaluate(FORGET)
            # The next test's address may be this one, which would not be opened anew.
            tab.page.goto("about:blank")
        except BaseException:
            tab.page.context.close()
            raise
    asked, wrong = list(tab.watch.requests), list(tab.watch.errors)
    if not (own or script):
        tab.watch.forget()
        tabs[size] = tab
    assert not asked
    assert not wrong, wrong


FORGET = """() => new Promise((done) => {
  const removing = indexedDB.deleteDatabase('rusit-practice');
  removing.onsuccess = removing.onerror = removing.onblocked = () => done();
})"""


@dataclass(frozen=True)
class _Tab:
    """A tab and what is seen in it."""

    page: Page
    watch: Watch


_tabs: WeakKeyDictionary[Browser, dict[tuple[int, int], _Tab]] = WeakKeyDictionary()


def _new_tab(context: BrowserContext) -> _Tab:
    """Return a watched tab of that context."""
    tab = _Tab(context.new_page(), Watch())
    tab.watch.over(tab.page)
    return tab


def _open(page: Page, url: str) -> None:
    """Open the page and wait until it stands in its own letters."""
    page.goto(url)
    page.wait_for_selector("h1")
    page.evaluate("document.fonts.ready.then(() => null)")


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
