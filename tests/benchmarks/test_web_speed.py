"""The practice page's figures, in Chromium.

First question within 1.5 s with the processor slowed four times, feedback within 100 ms,
memory under 120 MB, scheduling 1,000 questions under 50 ms in the app and in the page.
"""

from __future__ import annotations

import json
from collections.abc import Iterator
from datetime import date, timedelta
from pathlib import Path
from urllib.parse import urlsplit
from urllib.request import url2pathname

import pytest
from playwright.sync_api import Browser, CDPSession, Page, ViewportSize, sync_playwright
from pytest_benchmark.fixture import BenchmarkFixture

from engine.catalogue.compilation import check_content, compile_catalogue
from engine.loading.content import default_root
from games.practice.rounds import AskedQuestion, choose
from games.practice.scheduler import learn
from games.web.export.packed_content import packed_element, unpacked
from games.web.export.page_content import as_json
from games.web.export.targets import PAGE, web_targets
from tests.web import node
from tests.web.browser import PHONE, chromium, launch

AS_OF = date(2026, 11, 20)
SLOWER = 4

needs_browser = pytest.mark.skipif(chromium() is None, reason="no Chromium on this machine")


@pytest.fixture(scope="module")
def browser() -> Iterator[Browser]:
    with sync_playwright() as playwright:
        browser = launch(playwright)
        yield browser
        browser.close()


@pytest.fixture(scope="module")
def url(tmp_path_factory: pytest.TempPathFactory) -> str:
    """The page in Thai and English, the larger of the two that are handed out."""
    thai, english = (
        compile_catalogue(check_content(default_root(), AS_OF, language=language))
        for language in ("th", "en")
    )
    page = next(r for r in web_targets(thai, beside=[english]) if r.name == PAGE)
    path = tmp_path_factory.mktemp("page") / "page.html"
    path.write_bytes(page.render())
    return path.as_uri()


@pytest.fixture(scope="module")
def choices(url: str) -> str:
    """The same page with nothing but questions that one tap answers."""
    path = Path(url_to_path(url))
    html = path.read_text(encoding="utf-8")
    written = unpacked(html)["th"]
    content = json.loads(written)
    for module in content["modules"]:
        module["questions"] = [q for q in module["questions"] if q["kind"] == "choice"]
    choices = path.with_name("choices.html")
    html = html.replace(packed_element(written), packed_element(as_json(content)))
    choices.write_text(html, encoding="utf-8")
    return choices.as_uri()


def url_to_path(url: str) -> str:
    return url2pathname(urlsplit(url).path)


def in_a_round(browser: Browser, url: str) -> tuple[Page, CDPSession]:
    """A telephone that was left in the middle of a round, on a slow processor."""
    viewport = ViewportSize(width=PHONE[0], height=PHONE[1])
    context = browser.new_context(viewport=viewport, has_touch=True, locale="th-TH")
    page = context.new_page()
    page.goto(url)
    page.locator(".animal").first.tap()
    page.locator(".way").first.tap()
    page.wait_for_selector(".ask")
    tools = context.new_cdp_session(page)
    tools.send("Emulation.setCPUThrottlingRate", {"rate": SLOWER})
    return page, tools


@needs_browser
def test_first_question_is_seen_soon(
    benchmark: BenchmarkFixture, browser: Browser, url: str
) -> None:
    page, _ = in_a_round(browser, url)

    def reload() -> None:
        page.reload(wait_until="commit")
        page.wait_for_selector(".ask")

    benchmark.pedantic(reload, rounds=5, warmup_rounds=1)
    assert benchmark.stats.stats.median < 1.5
    page.context.close()


FEEDBACK = """() => new Promise((told) => {
  const began = performance.now();
  const observer = new MutationObserver(() => {
    if (!document.querySelector('.feedback')) return;
    observer.disconnect();
    requestAnimationFrame(() => told(performance.now() - began));
  });
  observer.observe(document.querySelector('.reply'), { childList: true });
  document.querySelector('.option').click();
})"""


@needs_browser
def test_feedback_comes_at_once(
    benchmark: BenchmarkFixture, browser: Browser, choices: str
) -> None:
    page, tools = in_a_round(browser, choices)
    tools.send("Emulation.setCPUThrottlingRate", {"rate": 1})
    taken: list[float] = []

    def answer() -> None:
        taken.append(page.evaluate(FEEDBACK))

    def next_question() -> None:
        page.evaluate("location.hash = '#home'")
        page.locator(".way").first.tap()
        page.wait_for_selector(".option")

    benchmark.pedantic(answer, setup=next_question, rounds=8)
    assert sorted(taken)[len(taken) // 2] < 100
    page.context.close()


@needs_browser
@pytest.mark.skipif(not Path("/proc/self/smaps_rollup").exists(), reason="reads Linux's /proc")
def test_it_takes_little_memory(benchmark: BenchmarkFixture, browser: Browser, url: str) -> None:
    page, tools = in_a_round(browser, url)
    benchmark.pedantic(lambda: page.evaluate("location.hash = '#search'"), rounds=1)
    tools.send("HeapProfiler.collectGarbage")
    processes = browser.new_browser_cdp_session().send("SystemInfo.getProcessInfo")
    # Each page has a process of its own; the largest is the one with our page.
    renderers = [p["id"] for p in processes["processInfo"] if p["type"] == "renderer"]
    megabytes = max(map(private_megabytes, renderers))
    benchmark.extra_info["private_mb"] = round(megabytes, 1)
    assert megabytes < 120
    page.context.close()


def private_megabytes(process: int) -> float:
    """Memory that the process shares with no other."""
    lines = Path(f"/proc/{process}/smaps_rollup").read_text(encoding="ascii").splitlines()
    return sum(int(line.split()[1]) for line in lines if line.startswith("Private_")) / 1024


def test_scheduling_a_thousand_questions(benchmark: BenchmarkFixture) -> None:
    bank = [AskedQuestion(f"q{i}", f"m{i % 5}", 1 + i % 3) for i in range(1000)]
    memories = {a.id: learn(None, "good", AS_OF) for a in bank[:800]}

    def schedule() -> None:
        choose(bank, memories, AS_OF + timedelta(days=3), 10)
        for asked in bank:
            learn(memories.get(asked.id), "good", AS_OF + timedelta(days=3))

    benchmark(schedule)
    assert benchmark.stats.stats.median < 0.05


def test_scheduling_a_thousand_questions_in_the_page(benchmark: BenchmarkFixture, url: str) -> None:
    html = Path(url_to_path(url)).read_text(encoding="utf-8")
    content = json.loads(unpacked(html)["th"])
    script = Path(__file__).with_name("schedule_in_page.js")
    taken: list[float] = benchmark.pedantic(lambda: node.run(script, content), rounds=1)
    assert sorted(taken)[len(taken) // 2] < 50
