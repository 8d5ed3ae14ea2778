"""What the device remembers, when things go well and when they do not."""

from __future__ import annotations

import os
import signal
import subprocess
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import date
from pathlib import Path
from typing import Any

import pytest
from playwright.sync_api import Browser, Page, Playwright, expect

from tests.web.browser import FLAGS, chromium, opened
from tests.web.measures import READ
from tests.web.thumbs import asked, begin, go_on, pick, plain, reply_at_once, same, tap, words_of

FORBIDDEN = """
Object.defineProperty(window, 'indexedDB', {
  get() { throw new DOMException('no', 'SecurityError'); },
});
"""
HANGING = """
IDBFactory.prototype.open = () => ({});
const wait = window.setTimeout;
window.setTimeout = (act, milliseconds) => wait(act, milliseconds > 2000 ? 50 : milliseconds);
"""
FULL = """
const put = IDBObjectStore.prototype.put;
IDBObjectStore.prototype.put = function (value) {
  if (this.name === 'memory') throw new DOMException('full', 'QuotaExceededError');
  return put.call(this, value);
};
"""
SPOIL = """() => new Promise((resolve) => {
  const opening = indexedDB.open('rusit-practice');
  opening.onsuccess = () => {
    const stores = ['memory', 'round', 'person', 'setting'];
    const writing = opening.result.transaction(stores, 'readwrite');
    const memory = {stability: 'much'};
    writing.objectStore('memory').put({animal: 'elephant', question: 'x', memory});
    const round = {queue: [], first: null, returned: {}};
    writing.objectStore('round').put({animal: 'elephant', round});
    writing.objectStore('person').put({animal: 'dragon', days: 'all', deed: 7, pages: null});
    writing.objectStore('person').put({animal: 'elephant', days: ['x', 3], deed: {}, pace: -1});
    writing.objectStore('setting').put({name: 'modules', value: 'all'});
    writing.objectStore('setting').put({name: 'size', value: {}});
    writing.oncomplete = () => { opening.result.close(); resolve(); };
  };
})"""


def test_a_reload_in_the_middle_goes_on_where_it_was(
    browser: Browser, inside_url: str, content: dict[str, Any]
) -> None:
    with opened(browser, inside_url) as page:
        pick(page)
        begin(page)
        for right in (True, False, True):
            reply_at_once(page, right=right)
            go_on(page)
        before = asked(page, content)["id"]
        page.evaluate(READ)
        page.reload()
        page.wait_for_selector(".screen.round .ask")
        assert asked(page, content)["id"] == before
        reply_at_once(page)
        assert len(page.evaluate(READ)) == 4


def test_a_killed_browser_loses_nothing(
    playwright: Playwright, inside_url: str, tmp_path: Path
) -> None:
    with _own_chromium(playwright, tmp_path) as page:
        page.goto(inside_url)
        page.locator(".animal").first.click()
        page.locator(".way").first.click()
        page.locator(".option").first.click()
        page.wait_for_selector(".feedback")
        page.evaluate(READ)
    with _own_chromium(playwright, tmp_path) as page:
        page.goto(inside_url)
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
    [
        (FORBIDDEN, "trouble.forbidden"),
        (HANGING, "trouble.slow"),
        (FULL, "trouble.full"),
        (FULL.replace("'memory'", "'round'"), "trouble.full"),
    ],
    ids=["forbidden", "hanging", "full", "full-from-the-first-tap"],
)
def test_without_a_place_to_write_it_practises_and_says_so(
    browser: Browser, inside_url: str, content: dict[str, Any], script: str, words: str
) -> None:
    with opened(browser, inside_url, script=script) as page:
        told = same(content["words"][words])
        if words != "trouble.full":
            assert told in words_of(page.locator(".note").first)
        pick(page)
        begin(page)
        if words == "trouble.full":
            if "'memory'" in script:
                reply_at_once(page)
            assert told in words_of(page.locator("dialog"))
            tap(page.locator("dialog button"))
            expect(page.locator("dialog")).to_have_count(0)
        if page.locator(".feedback").count():
            go_on(page)
        for _ in range(2):
            reply_at_once(page)
            go_on(page)


def test_damaged_entries_are_left_aside_and_the_rest_is_used(
    browser: Browser, inside_url: str, content: dict[str, Any]
) -> None:
    with opened(browser, inside_url) as page:
        pick(page)
        begin(page)
        reply_at_once(page)
        page.evaluate(SPOIL)
        page.evaluate("location.hash = '#home'")
        page.reload()
        page.wait_for_selector(".home")
        assert same(content["words"]["trouble.damaged"]).replace("{n}", "2") in words_of(
            page.locator(".note").first
        )
        assert same(content["words"]["days"]).replace("{n}", "1") in words_of(page.locator(".days"))
        page.evaluate("location.hash = '#who'")
        page.wait_for_selector(".animals.known")
        assert page.locator(".known .animal").count() == 1
        page.evaluate("location.hash = '#home'")
        page.wait_for_selector(".home")
        begin(page)
        reply_at_once(page)


def test_the_person_last_here_may_be_unknown_to_this_page(
    browser: Browser, inside_url: str
) -> None:
    with opened(browser, inside_url) as page:
        page.evaluate(
            """() => new Promise((done) => {
              const opening = indexedDB.open('rusit-practice');
              opening.onsuccess = () => {
                const writing = opening.result.transaction(['person', 'setting'], 'readwrite');
                writing.objectStore('person').put({ animal: 'dragon' });
                writing.objectStore('setting').put({ name: 'animal', value: 'dragon' });
                writing.oncomplete = () => { opening.result.close(); done(); };
              };
            })"""
        )
        page.reload()
        page.wait_for_selector(".animals.new")
        assert page.locator(".known").count() == 0


def test_the_memory_of_a_newer_page_is_left_alone(
    browser: Browser, inside_url: str, content: dict[str, Any]
) -> None:
    with opened(browser, inside_url) as page:
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


def test_just_once_leaves_nothing_behind(browser: Browser, inside_url: str) -> None:
    with opened(browser, inside_url) as page:
        tap(page.locator(".actions .plain").first)
        page.wait_for_selector(".home")
        begin(page)
        reply_at_once(page)
        assert page.evaluate(READ) == []
        page.evaluate("location.hash = ''")
        page.reload()
        page.wait_for_selector(".animals")


def test_several_people_and_forgetting_one_with_a_confirmed_tap(
    browser: Browser, inside_url: str
) -> None:
    with opened(browser, inside_url) as page:
        for animal, colour in (("owl", None), ("frog", None), ("owl", "teal")):
            page.evaluate("location.hash = '#who'")
            page.wait_for_selector(".animals")
            if colour is None:
                pick(page, animal)
            else:
                tap(page.locator(".new .animal").filter(has=page.locator("use[href='#i-owl']")))
                tap(
                    page.locator("dialog button").filter(
                        has=page.locator(f"[data-colour={colour}]")
                    )
                )
                page.wait_for_selector(".home")
            begin(page)
            reply_at_once(page)
        page.evaluate("location.hash = '#settings'")
        page.wait_for_selector(".settings")
        forget = page.locator(".settings .stack button").last
        tap(forget)
        tap(page.locator("dialog .plain"))
        expect(page.locator("dialog")).to_have_count(0)
        assert {e["animal"] for e in page.evaluate(READ)} == {"owl", "frog", "owl.teal"}
        tap(forget)
        tap(page.locator("dialog .primary"))
        page.wait_for_selector(".animals")
        assert {entry["animal"] for entry in page.evaluate(READ)} == {"owl", "frog"}
        assert page.locator(".known .animal").count() == 2


def _code(page: Page) -> str:
    page.evaluate("location.hash = '#move'")
    expect(page.locator("#code")).not_to_have_value("")
    return page.locator("#code").input_value()


def test_moving_to_another_device_by_code_and_by_file(
    browser: Browser, inside_url: str, tmp_path: Path
) -> None:
    with opened(browser, inside_url) as page:
        pick(page)
        begin(page)
        for _ in range(3):
            reply_at_once(page)
            go_on(page)
        before = page.evaluate(READ)
        code = _code(page)
        with page.expect_download() as saved:
            tap(page.locator(".moving .actions .plain").first)
        saved.value.save_as(tmp_path / "practice.txt")
    assert "elephant" not in code
    assert (tmp_path / "practice.txt").read_text() == code
    for way in ("code", "file"):
        with opened(browser, inside_url) as page:
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


def test_memories_of_a_person_known_here_are_joined_only_when_asked(
    browser: Browser, inside_url: str
) -> None:
    with opened(browser, inside_url) as page:
        pick(page)
        begin(page)
        for _ in range(2):
            reply_at_once(page)
            go_on(page)
        code = _code(page)
        before = page.evaluate(READ)
        for choice, people in ((0, {"elephant"}), (1, {"elephant", "elephant.teal"})):
            page.evaluate("location.hash = '#move'")
            page.locator("#taken").fill(code)
            tap(page.locator(".moving section:last-child .primary"))
            told = words_of(page.locator("dialog"))
            assert "2" in told
            tap(page.locator("dialog button").nth(choice))
            expect(page.locator("dialog")).to_have_count(0)
            page.wait_for_selector(".home" if choice else ".moving")
            after = page.evaluate(READ)
            assert {entry["animal"] for entry in after} == people
        assert [e for e in after if e["animal"] == "elephant"] == before
        page.evaluate("location.hash = '#move'")
        page.locator("#taken").fill(code)
        tap(page.locator(".moving section:last-child .primary"))
        tap(page.locator("dialog .primary"))
        page.wait_for_selector(".home")
        assert len(page.evaluate(READ)) == 4


def test_a_bad_code_changes_nothing_and_says_why(
    browser: Browser, inside_url: str, content: dict[str, Any]
) -> None:
    with opened(browser, inside_url) as page:
        pick(page)
        begin(page)
        reply_at_once(page)
        code = _code(page)
        before = page.evaluate(READ)
        for bad, words in (
            ("สวัสดี นี่คือข้อความจากไลน์", "move.foreign"),
            (code[:-9], "move.damaged"),
            (code.replace("RS1.", "RS7."), "move.newer"),
        ):
            page.locator("#taken").fill(bad)
            tap(page.locator(".moving section:last-child .primary"))
            expect(page.locator(".note.think")).to_contain_text(content["words"][words][:9])
            assert same(content["words"][words]) in words_of(page.locator(".note.think"))
        assert page.evaluate(READ) == before


def test_a_clock_set_back_locks_nobody_out(
    browser: Browser, inside_url: str, content: dict[str, Any]
) -> None:
    with opened(browser, inside_url, day="2031-03-01T09:00:00") as page:
        pick(page)
        begin(page)
        first = asked(page, content)["id"]
        reply_at_once(page)
        go_on(page)
        page.evaluate("location.hash = '#home'")
        page.clock.set_fixed_time("2025-01-05T09:00:00")
        page.evaluate("location.hash = '#home'")
        page.reload()
        page.wait_for_selector(".home")
        assert plain(content["words"]["clock"])[:20] in words_of(page.locator(".screen"))
        begin(page)
        assert asked(page, content)["id"] == first
        reply_at_once(page)
        kept = {e["question"]: e["memory"] for e in page.evaluate(READ)}
        assert kept[first]["due"] < kept[first]["last"] + 200
        assert kept[first]["last"] == (date(2025, 1, 5) - date(1970, 1, 1)).days
