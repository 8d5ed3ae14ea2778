"""Looking things up offline, on the screen."""

from __future__ import annotations

from playwright.sync_api import Browser, expect

from tests.web.browser import opened
from tests.web.thumbs import pick, tap
from tests.web.thumbs import words_of as shown


def test_looking_things_up(browser: Browser, page_url: str) -> None:
    with opened(browser, page_url) as page:
        pick(page)
        page.evaluate("location.hash = '#search'")
        page.locator("#search-field").fill("xyzzy")
        assert page.locator(".result").count() == 0
        assert "ค่าทำศพ" in shown(page.locator(".results"))
        page.locator("#search-field").fill("เอกสารตอนยื่นเจ็บป่วย")
        tap(page.locator(".result button").first)
        page.wait_for_selector(".sheet")
        page.evaluate("location.hash = '#glossary'")
        tap(page.locator(".terms button").first)
        expect(page.locator("dialog[open] p").first).to_be_visible()
        page.keyboard.press("Escape")
        expect(page.locator("dialog")).to_have_count(0)
        page.wait_for_selector(".terms")
