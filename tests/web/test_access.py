"""For every eye, ear and hand."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pytest
from playwright.sync_api import Browser, Page, expect

from tests.web.axe import axe_script, violations
from tests.web.browser import LYING, PHONE, TABLET, opened
from tests.web.test_rounds import KINDS, only
from tests.web.thumbs import asked, begin, finish, go_on, pick, reply, same, tap, words_of

SCREENS = (
    "who",
    "home",
    "lesson/section40/2",
    "sheet/nsf",
    "search",
    "settings",
    "move",
    "glossary",
)

SMALL = """(least) => [...document.querySelectorAll('button, a, input, summary, label.button')]
  .filter((e) => e.offsetParent !== null && !e.closest('label input') && e.id !== 'file')
  .map((e) => [e.outerHTML.slice(0, 90), e.getBoundingClientRect()])
  .filter(([, box]) => box.width < least || box.height < least)
  .map(([html, box]) => `${html} ${box.width}×${box.height}`)"""

WIDE = "() => document.documentElement.scrollWidth - document.documentElement.clientWidth"

CUT = """() => [...document.querySelectorAll('main *')]
  .filter((e) => !e.closest('.unseen, textarea, svg, #file, details:not([open])'))
  .filter((e) => e.scrollWidth > e.clientWidth + 1)
  .filter((e) => getComputedStyle(e).display !== 'inline')
  .map((e) => e.outerHTML.slice(0, 120))"""

# Buttons whose words or signs stand out of them, above or below, in usual or in the largest type.
SPILT = """() => {
  const root = document.documentElement;
  const own = root.dataset.size;
  const found = ['100', '200'].flatMap((size) => {
    root.dataset.size = size;
    return [...document.querySelectorAll('main :is(button, .button)')].filter((button) => {
      const box = button.getBoundingClientRect();
      return [...button.querySelectorAll(':not(.unseen)')]
        .map((part) => part.getBoundingClientRect())
        .some((part) => part.bottom > box.bottom + 1 || part.top < box.top - 1);
    }).map((button) => `${size} %: ${button.outerHTML.slice(0, 120)}`);
  });
  root.dataset.size = own;
  return found;
}"""

VOICE = """
const voice = { name: 'ไทย', lang: 'th-TH', localService: true, default: false, voiceURI: 'th' };
const said = [];
window.said = said;
Object.defineProperty(window, 'speechSynthesis', { value: Object.assign(new EventTarget(), {
  getVoices: () => [voice], cancel() {}, speak(words) { said.push(words.text); },
}) });
window.SpeechSynthesisUtterance = class { constructor(text) { this.text = text; } };
"""


@pytest.fixture(scope="session")
def axe() -> str:
    """axe-core; left out, loudly, where it cannot be had."""
    script = axe_script()
    if script is None:
        pytest.skip("axe-core is not installed")
    return script


def visit(page: Page, screen: str) -> None:
    page.evaluate(
        """(wanted) => location.hash === wanted || new Promise((shown) => {
          window.addEventListener('hashchange', shown, { once: true });
          location.hash = wanted;
        }).then(() => true)""",
        f"#{screen}",
    )
    expect(page.locator("h1")).to_be_focused()


@pytest.mark.parametrize("contrast", [False, True], ids=["plain", "contrast"])
def test_axe_finds_nothing_on_any_screen(
    browser: Browser, page_url: str, content: dict[str, Any], axe: str, contrast: bool
) -> None:
    with opened(browser, page_url) as page:
        pick(page)
        if contrast:
            visit(page, "settings")
            tap(page.locator(".settings .toggle"))
            page.wait_for_selector("[data-contrast]")
        for screen in SCREENS:
            visit(page, screen)
            if screen == "search":
                page.locator("#search-field").fill("ค่าทำศพ เท่าไร")
            assert violations(page, axe) == [], screen
        visit(page, "home")
        begin(page)
        assert violations(page, axe) == []
        reply(page, asked(page, content), right=False)
        assert violations(page, axe) == []
        go_on(page)
        finish(page, content)
        assert violations(page, axe) == []


@pytest.mark.parametrize("kind", KINDS)
def test_axe_finds_nothing_on_any_kind_of_question(
    browser: Browser,
    content: dict[str, Any],
    page_of: Callable[[dict[str, Any]], str],
    axe: str,
    kind: str,
) -> None:
    changed = only(content, kind)
    with opened(browser, page_of(changed)) as page:
        pick(page)
        begin(page)
        assert violations(page, axe) == []
        assert page.evaluate(SMALL, 48) == []
        reply(page, asked(page, changed), right=False)
        assert violations(page, axe) == []


@pytest.mark.parametrize("kind", KINDS)
def test_every_answer_stands_inside_its_button(
    browser: Browser,
    content: dict[str, Any],
    page_of: Callable[[dict[str, Any]], str],
    kind: str,
) -> None:
    changed = only(content, kind, 1)
    with opened(browser, page_of(changed)) as page:
        pick(page)
        begin(page)
        for _ in changed["modules"]:
            assert page.evaluate(SPILT) == []
            reply(page, asked(page, changed), right=False)
            assert page.evaluate(SPILT) == []
            go_on(page)


def test_every_screen_has_its_own_title(browser: Browser, page_url: str) -> None:
    with opened(browser, page_url) as page:
        pick(page)
        titles = set()
        for screen in SCREENS:
            visit(page, screen)
            title = page.title()
            assert title.startswith(words_of(page.locator("h1")))
            titles.add(title)
        assert len(titles) == len(SCREENS)
        page.evaluate("location.hash = '#constructor/%'")
        page.wait_for_selector(".home")


def test_a_setting_keeps_the_keyboard_where_it_was(browser: Browser, page_url: str) -> None:
    with opened(browser, page_url) as page:
        pick(page)
        visit(page, "settings")
        for control in (".chip[data-size='150']", ".toggle"):
            press_until(page, control)
            page.keyboard.press("Enter")
            expect(page.locator(f".settings {control}")).to_be_focused()
        assert page.locator("html").get_attribute("data-size") == "150"
        page.wait_for_selector("[data-contrast]")


@pytest.mark.parametrize("size", [PHONE, TABLET, LYING], ids=["phone", "tablet", "lying"])
def test_every_target_is_wide_enough_for_a_thumb(
    browser: Browser, page_url: str, size: tuple[int, int]
) -> None:
    with opened(browser, page_url, size) as page:
        pick(page)
        for screen in SCREENS:
            visit(page, screen)
            assert page.evaluate(SMALL, 48) == [], screen


@pytest.mark.parametrize("size", [PHONE, LYING], ids=["phone", "lying"])
def test_type_at_200_percent_fits_the_width(
    browser: Browser, page_url: str, content: dict[str, Any], size: tuple[int, int]
) -> None:
    with opened(browser, page_url, size) as page:
        pick(page)
        before = page.locator("h1").evaluate("(e) => parseFloat(getComputedStyle(e).fontSize)")
        visit(page, "settings")
        tap(page.locator("[data-size='200'].chip"))
        page.wait_for_selector("[data-size='200'].chip[aria-pressed=true]")
        visit(page, "home")
        after = page.locator("h1").evaluate("(e) => parseFloat(getComputedStyle(e).fontSize)")
        assert after / before > 1.9
        for screen in SCREENS:
            visit(page, screen)
            assert page.evaluate(WIDE) == 0, screen
            assert page.evaluate(CUT) == [], screen
        visit(page, "home")
        begin(page)
        for _ in range(5):
            assert page.evaluate(WIDE) == 0
            assert page.evaluate(CUT) == []
            reply(page, asked(page, content), right=False)
            assert page.evaluate(WIDE) == 0
            go_on(page)


def test_a_round_by_keyboard_alone(
    browser: Browser, content: dict[str, Any], page_of: Callable[[dict[str, Any]], str]
) -> None:
    changed = only(content, "choice", 1)
    changed["modules"] = changed["modules"][:1]
    with opened(browser, page_of(changed)) as page:
        press_until(page, ".animal")
        page.keyboard.press("Enter")
        page.wait_for_selector(".home")
        press_until(page, ".way")
        page.keyboard.press("Enter")
        page.wait_for_selector(".ask")
        press_until(page, ".option")
        page.keyboard.press("Space")
        expect(page.locator("#feedback-title")).to_be_focused()
        press_until(page, ".primary")
        page.keyboard.press("Enter")
        page.locator(".feedback:not([hidden])").wait_for(state="detached")


def press_until(page: Page, wanted: str) -> None:
    """Presses Tab until something of that kind has the focus."""
    for _ in range(30):
        page.keyboard.press("Tab")
        if page.evaluate("(css) => document.activeElement.matches(css)", wanted):
            return
    raise AssertionError(f"the Tab key never comes to {wanted}")


def test_the_feedback_is_told_to_a_screen_reader(
    browser: Browser, page_url: str, content: dict[str, Any]
) -> None:
    with opened(browser, page_url) as page:
        assert page.locator("#live").get_attribute("aria-live") == "polite"
        pick(page)
        begin(page)
        reply(page, asked(page, content))
        assert page.locator("#live").inner_text() == same(content["words"]["right"])
        go_on(page)
        assert page.locator("#live").inner_text() == ""


def test_every_button_of_home_says_what_it_is_about(browser: Browser, page_url: str) -> None:
    with opened(browser, page_url) as page:
        pick(page)
        buttons = page.get_by_role("button").all()
        names = [words_of(button) for button in buttons]
        assert len(buttons) > 10
        assert len(set(names)) == len(names), names


def test_it_reads_aloud_only_with_a_thai_voice_of_the_device(
    browser: Browser, page_url: str, content: dict[str, Any]
) -> None:
    with opened(browser, page_url) as page:
        pick(page)
        begin(page)
        assert (
            page.locator(
                ".ask .chip", has=page.locator("use[href='#i-speaker-high-volume']")
            ).count()
            == 0
        )
    with opened(browser, page_url, script=VOICE) as page:
        pick(page)
        begin(page)
        question = asked(page, content)
        tap(page.locator(".ask .chip", has=page.locator("use[href='#i-speaker-high-volume']")))
        page.wait_for_function("window.said.length > 0")
        assert page.evaluate("window.said[0]") == same(question["ask"])


def test_no_line_breaks_inside_a_name(
    browser: Browser, page_url: str, content: dict[str, Any]
) -> None:
    """Every word that begins a line begins at one of our break points."""
    with opened(browser, page_url) as page:
        pick(page)
        for screen in ("sheet/section40", "sheet/gold_card", "lesson/sogiesc/4"):
            visit(page, screen)
            assert page.evaluate(LINES) == [], screen


# Stretches between our break points that stand on two lines although one would hold them.
LINES = """() => {
  const found = [];
  const walker = document.createTreeWalker(document.querySelector('main'), NodeFilter.SHOW_TEXT);
  while (walker.nextNode()) {
    const node = walker.currentNode;
    if (node.parentElement.closest('.unseen, .long, textarea')) continue;
    let start = 0;
    for (const stretch of node.data.split('\\u200b')) {
      const range = document.createRange();
      range.setStart(node, start);
      range.setEnd(node, start + stretch.trimEnd().length);
      const boxes = [...range.getClientRects()].filter((box) => box.width > 0);
      const tops = new Set(boxes.map((box) => Math.round(box.top)));
      if (tops.size > 1) found.push(stretch);
      start += stretch.length + 1;
    }
  }
  return found;
}"""


def test_reading_on_by_swipe_and_by_button(
    browser: Browser, page_url: str, content: dict[str, Any]
) -> None:
    steps = content["modules"][0]["lesson"]["steps"]
    with opened(browser, page_url) as page:
        pick(page)
        tap(page.locator(".module .plain").first)
        page.wait_for_selector(".lesson")
        tap(page.locator("#page .actions .primary").last)
        expect(page.locator(".page h2").first).to_contain_text(same(steps[1]["title"])[:6])
        page.locator(".lesson").evaluate(SWIPE, {"from": 300, "to": 60})
        assert same(steps[2]["title"]) in words_of(page.locator(".page h2").first)
        page.locator(".lesson").evaluate(SWIPE, {"from": 60, "to": 300})
        assert same(steps[1]["title"]) in words_of(page.locator(".page h2").first)
        page.keyboard.press("ArrowRight")
        assert same(steps[2]["title"]) in words_of(page.locator(".page h2").first)


SWIPE = """(element, {from, to}) => {
  const touch = (x) => new Touch({ identifier: 1, target: element, clientX: x, clientY: 300 });
  element.dispatchEvent(new TouchEvent('touchstart', { touches: [touch(from)], bubbles: true }));
  element.dispatchEvent(new TouchEvent('touchend', { changedTouches: [touch(to)], bubbles: true }));
}"""
