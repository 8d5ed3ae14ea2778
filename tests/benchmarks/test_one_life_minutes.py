"""How long One life takes somebody who reads every word: syllables, and a while for each tap.

A figure of the texts, not of the machine: 300 syllables a minute, as the game's clock counts
reading aloud, and 1.5 seconds a tap.
"""

from __future__ import annotations

import re
from datetime import date
from statistics import mean

from playwright.sync_api import Browser, Page
from pythainlp.util import num_to_thaiword

from engine.catalogue import Catalogue
from engine.catalogue.compilation import check_content, word_breaker
from engine.loading.content import default_root
from engine.thai.syllables import syllables
from games.rules import Tables, compile_tables
from tests.web.browser import opened
from tests.web.conftest import browser, catalogue, fonts, made, page_url, playwright
from tests.web.thumbs import pick, plain, tap

__all__ = ["browser", "catalogue", "fonts", "made", "page_url", "playwright"]

SYLLABLES_A_MINUTE = 300
SECONDS_A_TAP = 1.5
LIVES = 12
GO_ON = ".life > .actions .primary"

LINES = """() => {
  const text = [];
  const walk = (node) => {
    for (const child of node.childNodes) {
      if (child.nodeType === 3) text.push(child.textContent);
      else if (child.nodeType === 1 && !child.matches('.unseen, .tools')
               && getComputedStyle(child).display !== 'none') {
        if (child.matches('p, li, h2, h3, button, tr, caption, th, td')) text.push('\\n');
        walk(child);
      }
    }
    text.push('\\n');
  };
  ['h1', '.life-body', '.life > .actions'].forEach((name) => walk(document.querySelector(name)));
  return text.join('').split('\\n').map((line) => line.trim()).filter(Boolean);
}"""


class Reader:
    """Counts the syllables of what is new on every screen."""

    def __init__(self) -> None:
        content = check_content(default_root(), date(2026, 11, 20)).filled
        self._breaker = word_breaker(content)
        self._known: set[str] = set()
        self.syllables = 0
        self.taps = 0

    def read(self, page: Page) -> None:
        """Read the lines of the screen that were not there before."""
        for line in page.evaluate(LINES):
            if line not in self._known:
                self._known.add(line)
                self.syllables += self._count(plain(line))

    def tap(self, page: Page, selector: str, place: int = 0) -> None:
        """Tap one of the elements."""
        tap(page.locator(selector).nth(place))
        self.taps += 1

    @property
    def minutes(self) -> float:
        """How long it took."""
        return self.syllables / SYLLABLES_A_MINUTE + self.taps * SECONDS_A_TAP / 60

    def _count(self, line: str) -> int:
        spoken = re.sub(r"\d[\d,]*", lambda m: num_to_thaiword(int(m[0].replace(",", ""))), line)
        return syllables(spoken, self._breaker.breaks(spoken))


def _minutes(page: Page, catalogue: Catalogue, tables: Tables) -> float:
    """Live a life: the middle option, then at each event a right that helps and one that does not.

    Returns:
        What it took, in minutes.
    """
    titles = {
        plain(catalogue.situations[s].title.shown): row for s, row in tables.situations.items()
    }
    reader = Reader()
    pick(page)
    reader.tap(page, ".life-card button")
    page.wait_for_selector(".works")
    reader.read(page)
    reader.tap(page, ".work")
    page.wait_for_selector(".protecting")
    reader.tap(page, ".hold", 1)
    while True:
        page.wait_for_selector(".protecting")
        reader.read(page)
        reader.tap(page, GO_ON)
        page.wait_for_selector(".right-cards")
        reader.read(page)
        row = titles[plain(page.locator(".story h2").inner_text()).strip()]
        helps = [card in row.helps and not tables.benefits[card].automatic for card in row.cards]
        for wanted in (True, False):
            if wanted in helps:
                reader.tap(page, ".right-card", helps.index(wanted))
        reader.tap(page, GO_ON)
        page.wait_for_selector(".revealing")
        while not page.locator(".summing").count():
            reader.tap(page, GO_ON)
            page.wait_for_timeout(50)
            reader.read(page)
        reader.tap(page, GO_ON)
        page.wait_for_selector(".protecting, .old-age")
        if page.locator(".old-age").count():
            break
    reader.read(page)
    reader.tap(page, GO_ON)
    page.wait_for_selector(".two-lives")
    reader.read(page)
    return reader.minutes


def test_one_life_takes_under_four_minutes(
    browser: Browser, page_url: str, catalogue: Catalogue
) -> None:
    tables = compile_tables(catalogue)
    found = []
    for seed in range(1, LIVES + 1):
        script = f"crypto.getRandomValues = (n) => {{ n[0] = {seed}; return n; }};"
        with opened(browser, page_url, script=script) as page:
            found.append(_minutes(page, catalogue, tables))
    print(f"\n{LIVES} lives: {mean(found):.2f} minutes, {min(found):.2f} to {max(found):.2f}")
    assert mean(found) < 4
