"""What the device remembers, when things go well and when they do not."""

from __future__ import annotations

import os
import signal
import subprocess
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from datetime import date
from pathlib import Path
from typing import Any

import pytest
from playwright.sync_api import Browser, Page, Playwright, expect

from tests.web.browser import FLAGS, chromium, opened
from tests.web.thumbs import asked, begin, finish, go_on, pick, plain, reply, same, tap, words_of

FORBIDDEN = """
Object.defineProperty(window, 'indexedDB', {
  get() { throw new DOMException('no', 'SecurityError'); },
});
"""
FULL = """
const put = IDBObjectStore.prototype.put;
IDBObjectStore.prototype.put = function (value) {
  if (this.name === 'memory') throw new DOMException('full', 'QuotaExceededError');
  return put.call(this, value);
};
"""
# Reading waits until all that was being written is on the disk, however slow that is: the page
# does not let feedback wait for it longer than `PATIENCE` in playing.js.
READ = """() => new Promise((resolve) => {
  const opening = indexedDB.open('rusit-practice');
  opening.onsuccess = () => {
    const all = opening.result.transaction('memory').objectStore('memory').getAll();
    all.onsuccess = () => { opening.result.close(); resolve(all.result); };
  };
})"""
SPOIL = """() => new Promise((resolve) => {
  const opening = indexedDB.open('rusit-practice');
  opening.onsuccess = () => {
    const writing = opening.result.transaction(['memory', 'round'], 'readwrite');
    const memory = {stability: 'much'};
    writing.objectStore('memory').put({animal: 'elephant', question: 'x', memory});
    const round = {queue: [], first: null, returned: {}};
    writing.objectStore('round').put({animal: 'elephant', round});
    writing.oncomplete = () => { opening.result.close(); resolve(); };
  };
})"""


def test_a_reload_in_the_middle_goes_on_where_it_was(
    browser: Browser, page_url: str, content: dict[str, Any]
) -> None:
    with opened(browser, page_url) as page:
        pick(page)
        begin(page)
        for right in (True, False, True):
            reply(page, asked(page, content), right=right)
            go_on(page)
        before = asked(page, content)["id"]
        page.evaluate(READ)
        page.reload()
        page.wait_for_selector(".screen.round .ask")
        assert asked(page, content)["id"] == before
        assert finish(page, content) == 8


def test_a_killed_browser_loses_nothing(
    playwright: Playwright, page_url: str, tmp_path: Path
) -> None:
    with _own_chromium(playwright, tmp_path) as page:
        page.goto(page_url)
        page.locator(".animal").first.click()
        page.locator(".way").first.click()
        page.locator(".option").first.click()
        page.wait_for_selector(".feedback:not([hidden])")
        page.evaluate(READ)
    with _own_chromium(playwright, tmp_path) as page:
        page.goto(page_url)
        page.wait_for_selector(".home")
        kept = page.evaluate(READ)
    assert len(kept) == 1
    assert kept[0]["memory"]["seen"] == 1


@contextmanager
def _own_chromium(playwright: Playwright, profile: Path) -> Iterator[Page]:
    """A page in a Chromium of our own, which is killed, not closed, at the end."""
    process = subprocess.Popen(
        [
            str(chromium()),
            "--headless",
            *FLAGS,
            "--remote-debugging-port=0",
            f"--user-data-dir={profile}",
            "about:blank",
        ],
        stderr=subprocess.PIPE,
        stdout=subprocess.DEVNULL,
        text=True,
        start_new_session=True,
    )
    assert process.stderr is not None
    with process, process.stderr:
        try:
            told = "DevTools listening on "
            line = next(line for line in process.stderr if line.startswith(told))
            browser = playwright.chromium.connect_over_cdp(line.removeprefix(told).strip())
            yield browser.contexts[0].new_page()
        finally:
            os.killpg(process.pid, signal.SIGKILL)


@pytest.mark.parametrize(
    ("script", "words"),
    [(FORBIDDEN, "trouble.forbidden"), (FULL, "trouble.full")],
    ids=["forbidden", "full"],
)
def test_without_a_place_to_write_it_practises_and_says_so(
    browser: Browser, page_url: str, content: dict[str, Any], script: str, words: str
) -> None:
    with opened(browser, page_url, script=script) as page:
        told = same(content["words"][words])
        if words == "trouble.forbidden":
            assert told in words_of(page.locator(".note").first)
        pick(page)
        begin(page)
        reply(page, asked(page, content))
        if words == "trouble.full":
            assert told in words_of(page.locator("dialog"))
            tap(page.locator("dialog button"))
        go_on(page)
        assert finish(page, content) == 9


def test_a_device_that_is_full_from_the_first_tap_is_told(
    browser: Browser, page_url: str, content: dict[str, Any]
) -> None:
    with opened(browser, page_url, script=FULL.replace("'memory'", "'round'")) as page:
        pick(page)
        begin(page)
        assert same(content["words"]["trouble.full"]) in words_of(page.locator("dialog"))
        tap(page.locator("dialog button"))
        assert finish(page, content) == 10


def test_damaged_entries_are_left_aside_and_the_rest_is_used(
    browser: Browser, page_url: str, content: dict[str, Any]
) -> None:
    with opened(browser, page_url) as page:
        pick(page)
        begin(page)
        reply(page, asked(page, content))
        page.evaluate(SPOIL)
        page.evaluate("location.hash = '#home'")
        page.reload()
        page.wait_for_selector(".home")
        assert same(content["words"]["trouble.damaged"]).replace("{n}", "2") in words_of(
            page.locator(".note").first
        )
        begin(page)
        finish(page, content)


def test_the_memory_of_a_newer_page_is_left_alone(
    browser: Browser, page_url: str, content: dict[str, Any]
) -> None:
    with opened(browser, page_url) as page:
        pick(page)
        page.evaluate(
            """() => new Promise((done) => {
              const opening = indexedDB.open('rusit-practice', 99);
              opening.onsuccess = () => { opening.result.close(); done(); };
              opening.onupgradeneeded = () => {};
            })"""
        )
        page.evaluate("location.hash = '#who'")
        page.reload()
        page.wait_for_selector(".animals")
        assert same(content["words"]["trouble.newer"]) in words_of(page.locator(".note").first)


def test_just_once_leaves_nothing_behind(
    browser: Browser, page_url: str, content: dict[str, Any]
) -> None:
    with opened(browser, page_url) as page:
        tap(page.locator(".actions .plain").first)
        page.wait_for_selector(".home")
        begin(page)
        assert finish(page, content) == 10
        assert page.evaluate(READ) == []
        page.evaluate("location.hash = ''")
        page.reload()
        page.wait_for_selector(".animals")


def test_several_people_and_forgetting_one_with_a_confirmed_tap(
    browser: Browser, page_url: str, content: dict[str, Any]
) -> None:
    with opened(browser, page_url) as page:
        for animal in ("owl", "frog"):
            page.evaluate("location.hash = '#who'")
            page.wait_for_selector(".animals")
            pick(page, animal)
            begin(page)
            reply(page, asked(page, content))
        page.evaluate("location.hash = '#settings'")
        page.wait_for_selector(".settings")
        forget = page.locator(".settings .stack button").last
        tap(forget)
        tap(page.locator("dialog .plain"))
        assert {entry["animal"] for entry in page.evaluate(READ)} == {"owl", "frog"}
        tap(forget)
        tap(page.locator("dialog .primary"))
        page.wait_for_selector(".animals")
        assert {entry["animal"] for entry in page.evaluate(READ)} == {"owl"}


def _code(page: Page) -> str:
    page.evaluate("location.hash = '#move'")
    expect(page.locator("#code")).not_to_have_value("")
    return page.locator("#code").input_value()


def test_moving_to_another_device_by_code_and_by_file(
    browser: Browser, page_url: str, content: dict[str, Any], tmp_path: Path
) -> None:
    with opened(browser, page_url) as page:
        pick(page)
        begin(page)
        for _ in range(3):
            reply(page, asked(page, content))
            go_on(page)
        before = page.evaluate(READ)
        code = _code(page)
        with page.expect_download() as saved:
            tap(page.locator(".moving .actions .plain").first)
        saved.value.save_as(tmp_path / "practice.txt")
    assert "elephant" not in code
    assert (tmp_path / "practice.txt").read_text() == code
    for way in ("code", "file"):
        with opened(browser, page_url) as page:
            page.evaluate("location.hash = '#move'")
            page.wait_for_selector("#taken")
            if way == "code":
                page.locator("#taken").fill(f"  {code[:40]}\n{code[40:]} ")
                tap(page.locator(".moving .primary"))
            else:
                page.locator("#file").set_input_files(tmp_path / "practice.txt")
            page.wait_for_selector(".home")
            after = page.evaluate(READ)
            assert [(e["question"], e["memory"]["due"]) for e in after] == [
                (e["question"], e["memory"]["due"]) for e in before
            ]


@pytest.mark.parametrize(
    ("spoil", "words"),
    [
        (lambda code: "สวัสดี นี่คือข้อความจากไลน์", "move.foreign"),
        (lambda code: code[:-9], "move.damaged"),
        (lambda code: code.replace("RS1.", "RS7."), "move.newer"),
    ],
    ids=["foreign", "torn", "newer"],
)
def test_a_bad_code_changes_nothing_and_says_why(
    browser: Browser,
    page_url: str,
    content: dict[str, Any],
    spoil: Callable[[str], str],
    words: str,
) -> None:
    with opened(browser, page_url) as page:
        pick(page)
        begin(page)
        reply(page, asked(page, content))
        code = _code(page)
        before = page.evaluate(READ)
        page.locator("#taken").fill(spoil(code))
        tap(page.locator(".moving section:last-child .primary"))
        page.wait_for_selector(".note.think")
        assert same(content["words"][words]) in words_of(page.locator(".note.think"))
        assert page.evaluate(READ) == before


def test_a_clock_set_back_locks_nobody_out(
    browser: Browser, page_url: str, content: dict[str, Any]
) -> None:
    with opened(browser, page_url) as page:
        page.clock.set_fixed_time("2031-03-01T09:00:00")
        page.reload()
        pick(page)
        begin(page)
        first = asked(page, content)["id"]
        finish(page, content)
        page.clock.set_fixed_time("2025-01-05T09:00:00")
        page.evaluate("location.hash = '#home'")
        page.reload()
        page.wait_for_selector(".home")
        assert plain(content["words"]["clock"])[:20] in words_of(page.locator(".screen"))
        begin(page)
        assert asked(page, content)["id"] == first
        finish(page, content)
        kept = {e["question"]: e["memory"] for e in page.evaluate(READ)}
        assert kept[first]["due"] < kept[first]["last"] + 200
        assert kept[first]["last"] == (date(2025, 1, 5) - date(1970, 1, 1)).days
