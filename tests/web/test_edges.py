"""Content at its edges: newer, tiny, huge, long-worded, out of date."""

from __future__ import annotations

import copy
import json
from collections.abc import Callable
from pathlib import Path
from typing import Any
from urllib.parse import urlsplit
from urllib.request import url2pathname

from playwright.sync_api import Browser, expect

from tests.web.browser import opened
from tests.web.measures import CUT, READ, WIDE
from tests.web.thumbs import asked, begin, pick, reply, same, words_of

PageOf = Callable[[dict[str, Any]], str]


def test_content_of_a_newer_version_is_refused_in_thai(
    browser: Browser, content: dict[str, Any], page_of: PageOf
) -> None:
    page = browser.new_page()
    page.goto(page_of({**content, "format": 99}))
    page.wait_for_selector("main:not(:has(.loading))")
    assert "รุ่นใหม่กว่า" in page.locator("main").inner_text()
    page.close()


def test_a_browser_that_cannot_run_the_script_is_told_after_a_while(
    browser: Browser, page_url: str, content: dict[str, Any], tmp_path: Path
) -> None:
    whole = Path(url2pathname(urlsplit(page_url).path)).read_text(encoding="utf-8")
    (tmp_path / "old.html").write_text(whole.replace("const $ = {};", "const $ = ;"), "utf-8")
    page = browser.new_page()
    page.goto((tmp_path / "old.html").as_uri())
    late = page.locator(".late")
    waits = page.evaluate("document.getAnimations().map((a) => a.effect.getTiming().delay)")
    assert waits == [8000]
    page.evaluate("document.getAnimations().forEach((animation) => animation.finish())")
    expect(late).to_be_visible()
    assert words_of(late) == same(content["words"]["loading.late"])
    page.close()


def test_before_the_answer_no_hard_word_tells_it(
    browser: Browser, content: dict[str, Any], page_of: PageOf
) -> None:
    changed = copy.deepcopy(content)
    module = next(m for m in changed["modules"] if m["id"] == "gold_card")
    question = next(q for q in module["questions"] if q["id"] == "gold.q.ucep-hours")
    assert question["telling"] == ["UCEP"]
    changed["modules"], module["questions"] = [module], [question]
    with opened(browser, page_of(changed)) as page:
        pick(page)
        begin(page)
        assert page.locator(".ask .words button").filter(has_text="UCEP").count() == 0


def test_a_very_long_word_is_broken_and_nothing_is_cut(
    browser: Browser, content: dict[str, Any], page_of: PageOf
) -> None:
    long = "กรุงเทพมหานครอมรรัตนโกสินทร์มหินทรายุธยา" * 4
    changed = copy.deepcopy(content)
    changed["modules"] = changed["modules"][:1]
    question = next(q for q in changed["modules"][0]["questions"] if q["kind"] == "choice")
    question["ask"] = long
    question["options"][0]["text"] = long + "W" * 80
    changed["modules"][0]["questions"] = [question]
    with opened(browser, page_of(changed)) as page:
        pick(page)
        begin(page)
        assert page.evaluate(WIDE) == 0
        assert page.evaluate(CUT) == []


def test_a_fact_past_its_review_day_warns_by_itself(
    browser: Browser, page_url: str, content: dict[str, Any]
) -> None:
    with opened(browser, page_url, day="2026-11-21T09:00:00") as page:
        pick(page)
        assert page.locator(".home .note").count() == 0
        edition = same(content["words"]["edition"]).split("{")[0]
        assert edition in words_of(page.locator("footer"))
        assert content["edition"] in words_of(page.locator("footer"))
        page.clock.set_fixed_time("2029-11-21T09:00:00")
        page.evaluate("location.hash = '#home'")
        page.reload()
        page.wait_for_selector(".home")
        told = same(content["words"]["stale.file"]).split("}")[1]
        assert told in words_of(page.locator(".home .note"))
        page.evaluate("location.hash = '#sheet/section40'")
        page.wait_for_selector(".sheet .sources .note")


REVIEWS = """async (count) => {
  const open = indexedDB.open('rusit-practice');
  const database = await new Promise((done) => (open.onsuccess = () => done(open.result)));
  const writing = database.transaction(['memory'], 'readwrite');
  for (let i = 0; i < count; i += 1) {
    const days = { last: 20000, due: 20001 + (i % 50) };
    const memory = { stability: 1 + (i % 50), difficulty: 5, ...days, seen: i, missed: 0 };
    writing.objectStore('memory').put({ animal: 'elephant', question: `q-${i % 5000}`, memory });
  }
  await new Promise((done) => (writing.oncomplete = done));
  database.close();
}"""


def test_five_thousand_questions_and_twenty_thousand_reviews(
    browser: Browser, content: dict[str, Any], page_of: PageOf
) -> None:
    """One entry is left for each question, and the next one is asked all the same."""
    changed = copy.deepcopy(content)
    for module in changed["modules"]:
        shortest = min(module["questions"], key=lambda question: len(json.dumps(question)))
        module["questions"] = [{**shortest, "id": f"{shortest['id']}-{i}"} for i in range(1000)]
    with opened(browser, page_of(changed)) as page:
        pick(page)
        page.evaluate(REVIEWS, 20_000)
        page.reload()
        page.wait_for_selector(".home")
        begin(page)
        reply(page, asked(page, changed))
        assert len(page.evaluate(READ)) == 5001
