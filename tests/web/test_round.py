"""Rounds, lessons and the deed in a real browser, with a thumb."""

from __future__ import annotations

import copy
from collections.abc import Callable
from typing import Any

from playwright.sync_api import Browser, Page, expect

from tests.web.browser import LYING, opened
from tests.web.measures import READ
from tests.web.thumbs import (
    asked,
    begin,
    finish,
    go_on,
    pick,
    plain,
    reply,
    same,
    tap,
    words_of,
)

PageOf = Callable[[dict[str, Any]], str]

FIRST_DAY = "2026-11-21T09:00:00"
NEXT_DAY = "2026-11-22T09:00:00"
NEXT_WEEK = "2026-11-29T09:00:00"


def filled(content: dict[str, Any], key: str, **places: object) -> str:
    """Return words of the page as they are shown."""
    words = same(content["words"][key])
    for name, value in places.items():
        words = words.replace(f"{{{name}}}", str(value))
    return words


def come_back(page: Page, day: str) -> None:
    """Open home again on that day."""
    page.clock.set_fixed_time(day)
    page.evaluate("location.hash = '#home'")
    page.reload()
    page.wait_for_selector(".home")


def test_the_first_week(browser: Browser, page_url: str, content: dict[str, Any]) -> None:
    """The first run, its close, the next day and the next week tell the same of one's progress."""
    first = content["modules"][0]
    own = {q["id"] for q in first["questions"]}
    with opened(browser, page_url, day=FIRST_DAY) as page:
        pick(page)
        start = words_of(page.locator(".start"))
        assert filled(content, "home.first") in start
        assert filled(content, "home.first-module", module=same(first["short"])) in start
        assert page.locator(".goal").count() == 0
        begin(page)
        missed = asked(page, content)
        reply(page, missed, right=False)
        expect(page.locator("#feedback-title")).to_be_focused()
        assert words_of(page.locator("#live")) == filled(content, "wrong")
        assert filled(content, "growth.missed") in words_of(page.locator(".feedback"))
        assert filled(content, "returns") in words_of(page.locator(".actions"))
        go_on(page)
        assert page.locator("#live").inner_text() == ""
        order = []
        while page.locator(".screen.round .ask").count():
            question = asked(page, content)
            order.append(question["id"])
            reply(page, question)
            go_on(page)
        assert set(order) <= own
        assert len(order) == 10
        assert order.index(missed["id"]) == 3

        close = words_of(page.locator(".ending"))
        assert filled(content, "close.right", n=9, all=10) in close
        assert filled(content, "close.growing", n=1) in close
        progress = filled(content, "goal", met=10, goal=20)
        assert progress in close
        assert filled(content, "days", n=1) in close
        act = next(s for s in first["lesson"]["steps"] if s["kind"] == "act")["say"]
        deed = page.locator(".deed")
        assert plain(act if isinstance(act, str) else act["html"])[:20] in words_of(deed)
        tap(deed.locator(".actions button"))
        page.wait_for_selector(".deed[data-state=open]")
        tap(page.locator(".ending > .actions .plain"))
        page.wait_for_selector(".home")
        home = words_of(page.locator(".home"))
        assert progress in home
        assert page.locator(".deed[data-state=open]").count() == 1
        # Modules count by the same stages.
        tomorrow = sum(e["memory"]["due"] == e["memory"]["last"] + 1 for e in page.evaluate(READ))
        assert filled(content, "home.tomorrow", n=tomorrow) in home
        assert filled(content, "stage.sprout", n=10) in words_of(page.locator(".module").first)

        come_back(page, NEXT_DAY)
        assert filled(content, "home.due", n=tomorrow) in words_of(page.locator(".start"))
        tap(page.locator(".deed .tick"))
        page.wait_for_selector(".deed[data-state=done]")
        tap(page.locator(".deed .tick"))
        page.wait_for_selector(".deed[data-state=open]")

        come_back(page, NEXT_WEEK)
        assert filled(content, "deed.asked") in words_of(page.locator(".deed"))
        with page.expect_download() as saved:
            tap(page.locator(".deed .chips .chip").nth(1))
        assert saved.value.suggested_filename == "rusit-deed.png"
        page.go_back()
        expect(page.locator("dialog")).to_have_count(0)
        tap(page.locator(".deed .actions .plain").last)
        page.wait_for_selector(".deed[data-state=done]")
        assert filled(content, "days", n=1) in words_of(page.locator(".home"))


def test_chosen_modules_take_turns(
    browser: Browser, page_url: str, content: dict[str, Any]
) -> None:
    with opened(browser, page_url, LYING) as page:
        pick(page)
        tap(page.locator(".start summary"))
        for toggle in page.locator(".start .toggle").all()[1:3]:
            tap(toggle)
        begin(page)
        seen = []
        for _ in range(3):
            shown = asked(page, content)
            seen.append(
                next(
                    m["id"]
                    for m in content["modules"]
                    if shown["id"] in {q["id"] for q in m["questions"]}
                )
            )
            reply(page, shown)
            go_on(page)
        assert sorted(seen) == sorted(m["id"] for m in content["modules"][:3])


def test_five_minutes_end_the_round(
    browser: Browser, page_url: str, content: dict[str, Any]
) -> None:
    with opened(browser, page_url, own=True) as page:
        page.clock.install()
        page.reload()
        pick(page)
        begin(page, way=1)
        for minutes in (2, 2, 2):
            question = asked(page, content)
            page.clock.fast_forward(minutes * 60_000)
            reply(page, question)
            page.clock.fast_forward(1_000)
            go_on(page)
        page.wait_for_selector(".ending")


def test_sources_are_folded_and_back_closes_them_alone(
    browser: Browser, content: dict[str, Any], page_of: PageOf
) -> None:
    def leading(fact: dict[str, Any]) -> dict[str, Any]:
        named: dict[str, Any] = content["sources"][fact["sources"][0]]
        return named

    facts = {name: fact for name, fact in content["facts"].items() if fact["sources"]}
    press = next(name for name, fact in facts.items() if not leading(fact)["official"])
    official = next(name for name, fact in facts.items() if leading(fact)["official"])
    changed = copy.deepcopy(content)
    module = changed["modules"][0]
    question = next(q for q in module["questions"] if q["kind"] == "choice")
    question |= {"facts": [press, official], "helpline": "sso-1506"}
    changed["modules"], module["questions"] = [module], [question]
    with opened(browser, page_of(changed)) as page:
        pick(page)
        begin(page)
        reply(page, question, right=False)
        wrong = next(o for o in question["options"] if not o.get("right"))
        assert same(wrong["why"]) in words_of(page.locator(".feedback"))
        assert page.locator(".feedback a").get_attribute("href") == "tel:1506"
        assert page.locator(".feedback .sources").count() == 0
        tap(page.locator(".feedback .source"))
        lines = [words_of(line) for line in page.locator("dialog .sources > p").all()]
        named = [same(leading(facts[name])["short"]) for name in (official, press)]
        found = [next(i for i, line in enumerate(lines) if name in line) for name in named]
        assert found[0] < found[1]
        page.go_back()
        expect(page.locator("dialog")).to_have_count(0)
        assert page.locator(".feedback").count() == 1
        # Closed by its own button, it leaves nothing behind in the history either.
        tap(page.locator(".feedback .source"))
        tap(page.locator("dialog .primary"))
        expect(page.locator("dialog")).to_have_count(0)
        go_on(page)
        assert finish(page, changed) == 1
        assert page.locator(".ending").count() == 1
        page.go_back()
        page.wait_for_selector(".home")


def test_a_lesson_keeps_its_place_and_its_answers_count(
    browser: Browser, page_url: str, content: dict[str, Any]
) -> None:
    steps = content["modules"][0]["lesson"]["steps"]
    asks = next(n for n, step in enumerate(steps) if step["kind"] == "ask")
    title = ".page > h2"
    with opened(browser, page_url) as page:
        pick(page)
        tap(page.locator(".module .actions .plain").first)
        page.wait_for_selector(".lesson")
        tap(page.locator(".lesson > .actions .primary"))
        expect(page.locator(title)).to_contain_text(plain(steps[1]["title"])[:6])
        page.locator(".lesson").evaluate(SWIPE, {"from": 300, "to": 60})
        assert same(steps[2]["title"]) in words_of(page.locator(title))
        page.locator(".lesson").evaluate(SWIPE, {"from": 60, "to": 300})
        assert same(steps[1]["title"]) in words_of(page.locator(title))
        for _ in range(asks - 1):
            page.keyboard.press("ArrowRight")
        # What the leader says to a circle is not told to one person.
        assert page.locator(".lesson .trial").count() == 1
        assert plain(steps[asks]["say"])[:12] not in words_of(page.locator(".page"))
        question = asked(page, content)
        reply(page, question, right=False)
        assert [entry["question"] for entry in page.evaluate(READ)] == [question["id"]]
        page.evaluate("location.hash = '#home'")
        page.wait_for_selector(".home")
        page.reload()
        page.wait_for_selector(".home")
        tap(page.locator(".module .actions .plain").first)
        expect(page.locator(".where")).to_contain_text(str(asks + 1))


SWIPE = """(element, {from, to}) => {
  const touch = (x) => new Touch({ identifier: 1, target: element, clientX: x, clientY: 300 });
  element.dispatchEvent(new TouchEvent('touchstart', { touches: [touch(from)], bubbles: true }));
  element.dispatchEvent(new TouchEvent('touchend', { changedTouches: [touch(to)], bubbles: true }));
}"""


def press_until(page: Page, wanted: str) -> None:
    """Press Tab until something of that kind has the focus."""
    for _ in range(30):
        page.keyboard.press("Tab")
        if page.evaluate("(css) => document.activeElement.matches(css)", wanted):
            return
    raise AssertionError(f"the Tab key never comes to {wanted}")


def test_by_keyboard_alone(browser: Browser, content: dict[str, Any], page_of: PageOf) -> None:
    changed = copy.deepcopy(content)
    module = changed["modules"][0]
    module["questions"] = [q for q in module["questions"] if q["kind"] == "choice"][:1]
    changed["modules"] = [module]
    with opened(browser, page_of(changed)) as page:
        press_until(page, ".animal")
        page.keyboard.press("Enter")
        page.wait_for_selector(".home")
        names = [words_of(button) for button in page.get_by_role("button").all()]
        assert len(set(names)) == len(names), names
        press_until(page, ".way")
        page.keyboard.press("Enter")
        page.wait_for_selector(".ask")
        press_until(page, ".option")
        page.keyboard.press("Space")
        expect(page.locator("#feedback-title")).to_be_focused()
        page.wait_for_selector(".actions:not([inert])")
        press_until(page, ".primary")
        page.keyboard.press("Enter")
        page.locator(".feedback").wait_for(state="detached")
        page.evaluate("location.hash = '#settings'")
        for control in (".chip[data-size='150']", "[data-name='contrast']"):
            press_until(page, control)
            page.keyboard.press("Enter")
            expect(page.locator(f".settings {control}")).to_be_focused()
        assert page.locator("html").get_attribute("data-size") == "150"
        page.wait_for_selector("[data-contrast]")
