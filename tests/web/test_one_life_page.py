"""One life as one plays it on the page: by thumb, by keys alone, in every size."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pytest
from playwright.sync_api import Browser, Page, expect

from games.web.export.one_life import CHAPTERS
from tests.web.axe import axe_script, violations
from tests.web.browser import LYING, PHONE, TABLET, opened
from tests.web.measures import CUT, SMALL, SPILT, WIDE
from tests.web.thumbs import pick, tap, words_of

Look = Callable[[Page, str], None]

SAME_LIFE = "crypto.getRandomValues = (numbers) => { numbers[0] = 40; return numbers; };"
"""Every life of a test has the same luck."""
GO_ON = ".life > .actions .primary"


def _begin(page: Page) -> None:
    tap(page.locator(".life-card button"))
    expect(page.locator("h1")).to_be_focused()


def _live(page: Page, look: Look) -> None:
    """Live a life to its end; what is shown is looked at on the way."""
    look(page, "work")
    tap(page.locator(".work").first)
    for chapter in range(CHAPTERS):
        page.wait_for_selector(".protecting")
        if chapter == 0:
            tap(page.locator(".hold").nth(0))
            look(page, "protection")
        else:
            look(page, "protection kept")
            tap(page.locator(".life-body button.plain", has_text="เปลี่ยน"))
            expect(page.locator(".hold").first).to_be_focused()
        tap(page.locator(GO_ON))
        page.wait_for_selector(".right-cards")
        for place in (0, 1, 3):
            tap(page.locator(".right-card").nth(place))
        look(page, "event")
        tap(page.locator(GO_ON))
        page.wait_for_selector(".revealing")
        while not page.locator(".summing").count():
            tap(page.locator(GO_ON))
            look(page, "cards")
        look(page, "sum")
        tap(page.locator(GO_ON))
    page.wait_for_selector(".old-age")
    look(page, "old age")
    tap(page.locator(GO_ON))
    page.wait_for_selector(".two-lives")
    look(page, "two lives")


@pytest.mark.parametrize("size", [PHONE, TABLET, LYING], ids=["phone", "tablet", "lying"])
def test_a_life_fits_every_screen(browser: Browser, page_url: str, size: tuple[int, int]) -> None:
    def look(page: Page, where: str) -> None:
        assert page.evaluate(SMALL, 48) == [], where
        assert page.evaluate(WIDE) == 0, where
        assert page.evaluate(SPILT) == [], where
        last = page.locator(".life > .actions")
        if last.locator("button").count():
            assert last.evaluate("(e) => e.getBoundingClientRect().bottom <= innerHeight"), where
        if size == PHONE:
            look_closely(page, where)

    axe = axe_script()
    seen: set[str] = set()

    def look_closely(page: Page, where: str) -> None:
        if where in seen:
            return
        seen.add(where)
        assert axe is None or violations(page, axe) == [], where
        page.evaluate("document.documentElement.dataset.size = '200'")
        assert page.evaluate(CUT) == [], where
        page.evaluate("delete document.documentElement.dataset.size")

    with opened(browser, page_url, size, SAME_LIFE) as page:
        pick(page)
        _begin(page)
        _live(page, look)
        assert words_of(page.locator(".band.held tbody tr th b").first) == "22"
        tap(page.locator(GO_ON))
        page.wait_for_selector(".works")


def test_keys_alone_live_a_life_that_is_heard(browser: Browser, page_url: str) -> None:
    with opened(browser, page_url, PHONE, SAME_LIFE) as page:
        pick(page)
        page.locator(".life-card button").focus()
        page.keyboard.press("Enter")
        expect(page.locator("h1")).to_be_focused()
        _tab_to(page, "work")
        page.keyboard.press("Enter")
        page.wait_for_selector(".protecting")
        expect(page.locator("h1")).to_be_focused()
        _tab_to(page, "hold")
        page.keyboard.press("Space")
        expect(page.locator("#live")).to_contain_text("จ่าย 840 เหลือ")
        assert page.evaluate("document.activeElement.getAttribute('aria-pressed')") == "true"
        _tab_to(page, "primary")
        page.keyboard.press("Enter")
        _tab_to(page, "right-card")
        page.keyboard.press("Space")
        expect(page.locator("#live")).to_contain_text("เลือกแล้ว 1 จาก 3 ใบ")
        _tab_to(page, "primary")
        page.keyboard.press("Enter")
        page.wait_for_selector(".revealing")
        _tab_to(page, "primary")
        page.keyboard.press("Enter")
        expect(page.locator("#live")).not_to_be_empty()
        # The way on keeps the focus, so that card after card is opened by one key.
        assert page.evaluate("document.activeElement.className") == "primary"


def _tab_to(page: Page, kind: str) -> None:
    for _ in range(40):
        page.keyboard.press("Tab")
        if kind in str(page.evaluate("document.activeElement.className")).split():
            return
    raise AssertionError(f"no key leads to .{kind}")


def test_a_life_is_gone_on_with_and_a_page_without_the_game_offers_none(
    browser: Browser, page_url: str, content: dict[str, Any], page_of: Callable[..., str]
) -> None:
    with opened(browser, page_url, PHONE, SAME_LIFE) as page:
        pick(page)
        _begin(page)
        tap(page.locator(".work").first)
        page.wait_for_selector(".protecting")
        title = words_of(page.locator("h1"))
        tap(page.locator(".bar button").first)
        page.wait_for_selector(".home")
        tap(page.locator(".life-card button"))
        page.wait_for_selector(".protecting")
        assert words_of(page.locator("h1")) == title
    with opened(browser, page_of({**content, "life": None})) as page:
        pick(page)
        assert not page.locator(".life-card").count()
        page.evaluate("location.hash = '#life'")
        page.wait_for_function("location.hash === '#home'")
