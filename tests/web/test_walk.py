"""One walk through the page at each size: every screen, every question, every kind of answer."""

from __future__ import annotations

from typing import Any

import pytest
from playwright.sync_api import Browser, Page, expect

from engine.catalogue import Catalogue
from games.web.voice.texts import voice_texts
from tests.web.axe import axe_script, violations
from tests.web.browser import LYING, PHONE, TABLET, opened
from tests.web.measures import CUT, SMALL, SPILT, WIDE
from tests.web.thumbs import words_of

SCREENS = (
    "who",
    "home",
    "lesson/section40/1",
    "lesson/section40/2",
    "lesson/section40/4",
    "lesson/sogiesc/4",
    "sheet/nsf",
    "sheet/gold_card",
    "search",
    "settings",
    "move",
    "glossary",
    "life",
)


FULLEST = 3
"""Questions of each kind and module that are asked on the wider screens."""


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


@pytest.mark.parametrize("size", [PHONE, TABLET, LYING], ids=["phone", "tablet", "lying"])
def test_every_screen_and_every_question(
    browser: Browser, inside_url: str, catalogue: Catalogue, size: tuple[int, int]
) -> None:
    with opened(browser, inside_url, size) as page:
        page.locator(".animals .animal").first.tap()
        page.wait_for_selector(".home")
        titles = set()
        for screen in SCREENS:
            visit(page, screen)
            assert page.evaluate(SMALL, 48) == [], screen
            assert page.evaluate(WIDE) == 0, screen
            assert page.evaluate("brokenStretches()") == [], screen
            assert page.title().startswith(words_of(page.locator("h1")))
            titles.add(page.title())
        assert len(titles) > len(SCREENS) - 4
        # The narrowest screen shows them all; wider ones those that need the most room.
        wrong = {"right": False, "lines": True, "most": None if size == PHONE else FULLEST}
        assert page.evaluate("(walk) => walkQuestions(walk)", wrong) == []
        if size == PHONE:
            walk = {"right": True, "voices": [text.id for text in voice_texts(catalogue)]}
            assert page.evaluate("(walk) => walkQuestions(walk)", walk) == []
        if size == LYING:
            visit(page, "lesson/section40/2")
            assert page.evaluate(COLUMNS) == [True, True, True]
        if size != TABLET:
            _in_the_largest_type(page)


COLUMNS = """() => {
  const box = (css) => document.querySelector(css).getBoundingClientRect();
  const [words, figures, pictures] = [box('.say'), box('.numbers'), box('.pictures')];
  const next = box('.lesson > .actions .primary');
  return [
    words.right <= figures.left && words.right <= pictures.left,
    Math.abs(words.top - pictures.top) < 4,
    next.bottom <= innerHeight && pictures.bottom <= next.top,
  ];
}"""
"""A lesson on a tablet lying down: words beside pictures and figures, the way on in sight."""


def _in_the_largest_type(page: Page) -> None:
    """Every screen and a question of each kind in type of 200 %: nothing is cut or spilt."""
    before = page.locator("h1").evaluate("(e) => parseFloat(getComputedStyle(e).fontSize)")
    page.evaluate("document.documentElement.dataset.size = '200'")
    after = page.locator("h1").evaluate("(e) => parseFloat(getComputedStyle(e).fontSize)")
    assert after / before > 1.9
    for screen in SCREENS:
        visit(page, screen)
        assert page.evaluate(WIDE) == 0, screen
        assert page.evaluate(CUT) == [], screen
    for kind in _one_of_each_kind(page):
        page.evaluate("(id) => ask(modules('core/content').questions.get(id))", kind)
        assert page.evaluate(CUT) == [], kind
        assert page.evaluate(SPILT) == [], kind
        page.evaluate("(id) => reply(modules('core/content').questions.get(id), false)", kind)
        assert page.evaluate(CUT) == [], kind
        assert page.evaluate(WIDE) == 0, kind


def _one_of_each_kind(page: Page) -> list[str]:
    """Return the id of the wordiest question of each kind."""
    found: dict[str, str] = page.evaluate(
        """() => {
          const { bank } = modules('core/content');
          const length = (question) => JSON.stringify(question).length;
          const wordy = [...bank].sort((a, b) => length(a) - length(b));
          return Object.fromEntries(wordy.map(({ kind, id }) => [kind, id]));
        }"""
    )
    return list(found.values())


def test_axe_finds_nothing(browser: Browser, inside_url: str, axe: str) -> None:
    with opened(browser, inside_url) as page:
        page.locator(".animals .animal").first.tap()
        for screen in {screen.split("/")[0]: screen for screen in SCREENS}.values():
            visit(page, screen)
            if screen == "search":
                page.locator("#search-field").fill("ค่าทำศพ เท่าไร")
            assert violations(page, axe) == [], screen
        for number, kind in enumerate(_one_of_each_kind(page)):
            page.evaluate("(id) => ask(modules('core/content').questions.get(id))", kind)
            assert violations(page, axe) == [], kind
            page.evaluate("(id) => reply(modules('core/content').questions.get(id), false)", kind)
            page.evaluate("document.querySelector('.actions').inert = false")
            assert violations(page, axe) == [], kind
            if number == 0:
                page.evaluate("document.documentElement.toggleAttribute('data-contrast')")
                assert violations(page, axe) == [], f"{kind} in high contrast"
                page.evaluate("document.documentElement.toggleAttribute('data-contrast')")
        page.evaluate("document.documentElement.toggleAttribute('data-contrast')")
        visit(page, "home")
        assert violations(page, axe) == [], "home in high contrast"


def test_the_strictest_policy_lets_every_screen_be_shown(
    browser: Browser, page_url: str, content: dict[str, Any]
) -> None:
    """The page as it is shipped, whose policy the open page of the other tests is without."""
    with opened(browser, page_url) as page:
        page.locator(".animals .animal").first.tap()
        for screen in SCREENS:
            visit(page, screen)
        page.evaluate("location.hash = '#constructor/%'")
        page.wait_for_selector(".home")
        edition = words_of(page.locator("footer"))
        assert content["edition"] in edition
