"""Looking things up offline, as people type."""

from __future__ import annotations

from typing import Any

import pytest
from playwright.sync_api import Browser, expect

from engine.schema.text import Text
from games.web.export.search_index import SearchEntry, search_index, spelled, words_of
from tests.web.browser import opened
from tests.web.thumbs import pick, tap
from tests.web.thumbs import words_of as shown


@pytest.mark.parametrize(
    ("typed", "fact"),
    [
        ("ค่าทำศพ เท่าไร", "s40.funeral"),
        ("ค่าทำศพเท่าไหร่", "s40.funeral"),
        ("คาทำศพ", "s40.funeral"),
        ("ค้าทำสพ", "s40.funeral"),
        ("อายุเท่าไหร่สมัคร กอช", "nsf."),
        ("สายด่วนประกันสังคม", "s40.hotline"),
    ],
)
def test_a_question_finds_its_fact(
    browser: Browser, page_url: str, content: dict[str, Any], typed: str, fact: str
) -> None:
    with opened(browser, page_url) as page:
        pick(page)
        page.evaluate("location.hash = '#search'")
        page.locator("#search-field").fill(typed)
        results = [shown(r) for r in page.locator(".result").all()[:4]]
        wanted = [
            " ".join(f["label"].replace("\u200b", "").split())
            for name, f in content["facts"].items()
            if name.startswith(fact)
        ]
        assert any(label in result for label in wanted for result in results), results


def test_nothing_found_says_what_to_try(browser: Browser, page_url: str) -> None:
    with opened(browser, page_url) as page:
        pick(page)
        page.evaluate("location.hash = '#search'")
        page.locator("#search-field").fill("xyzzy")
        assert page.locator(".result").count() == 0
        assert "ค่าทำศพ" in shown(page.locator(".results"))


def test_a_hard_word_opens_its_meaning(browser: Browser, page_url: str) -> None:
    with opened(browser, page_url) as page:
        pick(page)
        page.evaluate("location.hash = '#glossary'")
        tap(page.locator(".terms button").first)
        expect(page.locator("dialog[open] p").first).to_be_visible()
        page.keyboard.press("Escape")
        expect(page.locator("dialog")).to_have_count(0)


def test_a_search_result_opens_the_sheet_at_its_place(browser: Browser, page_url: str) -> None:
    with opened(browser, page_url) as page:
        pick(page)
        page.evaluate("location.hash = '#search'")
        page.locator("#search-field").fill("เอกสารตอนยื่นเจ็บป่วย")
        tap(page.locator(".result button").first)
        page.wait_for_selector(".sheet")


def test_spelling_forgives_tones_and_letters_that_sound_alike() -> None:
    assert spelled("ค่าทำศพ") == spelled("คาทำสพ") == spelled("ค้าทําศพ".replace("ํา", "ำ"))
    assert spelled("บัญชี") == spelled("บันชี".replace("น", "ญ"))
    assert spelled("๑๕") == "15"


def test_the_index_weighs_titles_more_than_texts() -> None:
    title = Text(th="ค่าทำศพ", breaks=())
    body = Text(th="จ่าย ค่าทำศพ", breaks=(5,))
    made = search_index(
        [SearchEntry("fact", "a", (title,), ()), SearchEntry("fact", "b", (), (body,))]
    )
    assert made["found"] == [["fact", "a"], ["fact", "b"]]
    assert made["words"][spelled("ค่าทำศพ")] == [0, 4, 1, 1]


def test_words_are_cut_where_lines_may_break() -> None:
    assert words_of(Text(th="บำนาญ 300 บาท", breaks=(6,))) == [spelled("บำนาญ"), "300", "บาท"]
