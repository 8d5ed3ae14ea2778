"""Whole rounds in a real browser, with a thumb."""

from __future__ import annotations

import copy
from collections.abc import Callable
from typing import Any

import pytest
from playwright.sync_api import Browser

from tests.web.browser import LYING, PHONE, TABLET, opened
from tests.web.thumbs import asked, begin, finish, go_on, pick, plain, reply, same, tap, words_of

KINDS = ("choice", "several", "true_false", "order", "match", "number")


def only(content: dict[str, Any], kind: str, count: int = 2) -> dict[str, Any]:
    """The content with a few questions of one kind."""
    changed = copy.deepcopy(content)
    for module in changed["modules"]:
        module["questions"] = [q for q in module["questions"] if q["kind"] == kind][:count]
    return changed


@pytest.mark.parametrize("size", [PHONE, TABLET, LYING], ids=["phone", "tablet", "lying"])
def test_ten_questions_from_home_to_the_close(
    browser: Browser, page_url: str, content: dict[str, Any], size: tuple[int, int]
) -> None:
    with opened(browser, page_url, size) as page:
        pick(page)
        begin(page)
        assert finish(page, content) == 10
        assert page.locator(".ending .deed").count() == 1
        assert "10" in words_of(page.locator(".ending .note"))


@pytest.mark.parametrize("kind", KINDS)
def test_a_round_of_each_kind_right_and_wrong(
    browser: Browser,
    content: dict[str, Any],
    page_of: Callable[[dict[str, Any]], str],
    kind: str,
) -> None:
    changed = only(content, kind, 1)
    with opened(browser, page_of(changed)) as page:
        pick(page)
        begin(page)
        missed = asked(page, changed)
        reply(page, missed, right=False)
        assert page.locator(".feedback h2 use").get_attribute("href") == "#i-light-bulb"
        assert same(content["words"]["returns"]) in words_of(page.locator(".feedback"))
        assert page.locator(".was-wrong").count() >= 1
        go_on(page)
        total = 1 + finish(page, changed)
        questions = sum(len(m["questions"]) for m in changed["modules"])
        assert total == min(questions, 10) + 1
        assert same(content["words"]["close.growing"]).replace("{n}", "1") in words_of(
            page.locator(".ending")
        )


def test_the_feedback_says_why_and_where_it_comes_from(
    browser: Browser, content: dict[str, Any], page_of: Callable[[dict[str, Any]], str]
) -> None:
    changed = only(content, "choice")
    for module in changed["modules"]:
        module["questions"] = [q for q in module["questions"] if q["facts"]]
        for question in module["questions"]:
            question["helpline"] = "sso-1506"
    with opened(browser, page_of(changed)) as page:
        pick(page)
        begin(page)
        question = asked(page, changed)
        wrong = next(o for o in question["options"] if not o.get("right"))
        reply(page, question, right=False)
        told = words_of(page.locator(".feedback"))
        assert same(wrong["why"]) in told
        assert "2569" in words_of(page.locator(".sources"))
        link = page.locator(".actions a")
        assert link.get_attribute("href") == "tel:1506"
        assert "1506" in words_of(link)


def test_official_sources_are_named_first(
    browser: Browser, content: dict[str, Any], page_of: Callable[[dict[str, Any]], str]
) -> None:
    def leading(fact: dict[str, Any]) -> dict[str, Any]:
        named: dict[str, Any] = content["sources"][fact["sources"][0]]
        return named

    facts = {name: fact for name, fact in content["facts"].items() if fact["sources"]}
    press = next(name for name, fact in facts.items() if not leading(fact)["official"])
    official = next(name for name, fact in facts.items() if leading(fact)["official"])
    changed = only(content, "choice", 1)
    for module in changed["modules"]:
        for question in module["questions"]:
            question["facts"] = [press, official]
    with opened(browser, page_of(changed)) as page:
        pick(page)
        begin(page)
        reply(page, asked(page, changed))
        lines = [words_of(line) for line in page.locator(".feedback .sources > p").all()]
        named = [same(leading(facts[name])["short"]) for name in (official, press)]
        found = [next(i for i, line in enumerate(lines) if name in line) for name in named]
        assert found == sorted(found)
        assert found[0] != found[1]


def test_a_missed_question_returns_before_the_end(
    browser: Browser, page_url: str, content: dict[str, Any]
) -> None:
    with opened(browser, page_url) as page:
        pick(page)
        begin(page)
        first = asked(page, content)["id"]
        reply(page, asked(page, content), right=False)
        order = []
        go_on(page)
        while page.locator(".screen.round .ask").count():
            order.append(asked(page, content)["id"])
            reply(page, asked(page, content))
            go_on(page)
        assert order.index(first) == 3
        assert len(order) == 10


def test_modules_take_turns(browser: Browser, page_url: str, content: dict[str, Any]) -> None:
    with opened(browser, page_url) as page:
        pick(page)
        begin(page)
        seen = []
        for _ in range(5):
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
        assert sorted(seen) == sorted(m["id"] for m in content["modules"])


def test_five_minutes_end_the_round(
    browser: Browser, page_url: str, content: dict[str, Any]
) -> None:
    with opened(browser, page_url, script="") as page:
        page.clock.install()
        page.reload()
        pick(page)
        begin(page, way=1)
        for minutes in (2, 2, 2):
            question = asked(page, content)
            page.clock.fast_forward(minutes * 60_000)
            reply(page, question)
            go_on(page)
        page.wait_for_selector(".ending")


def test_only_the_chosen_modules_are_asked(
    browser: Browser, page_url: str, content: dict[str, Any]
) -> None:
    with opened(browser, page_url) as page:
        pick(page)
        tap(page.locator(".start summary"))
        for toggle in page.locator(".start .toggle").all()[1:]:
            tap(toggle)
        # One always stays.
        tap(page.locator(".start .toggle").first)
        begin(page)
        own = {q["id"] for q in content["modules"][0]["questions"]}
        for _ in range(4):
            question = asked(page, content)
            assert question["id"] in own
            reply(page, question)
            go_on(page)


def test_the_one_thing_of_the_week_is_the_lessons_own(
    browser: Browser, content: dict[str, Any], page_of: Callable[[dict[str, Any]], str]
) -> None:
    changed = only(content, "true_false", 1)
    changed["modules"] = changed["modules"][:1]
    act = next(s for s in changed["modules"][0]["lesson"]["steps"] if s["kind"] == "act")["say"]
    with opened(browser, page_of(changed)) as page:
        pick(page)
        begin(page)
        finish(page, changed)
        assert plain(act if isinstance(act, str) else act["html"])[:20] in words_of(
            page.locator(".deed")
        ).replace("\n", " ")
