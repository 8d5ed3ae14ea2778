"""The page in two languages: the switch, and English as whole as Thai."""

from __future__ import annotations

import json
import re
from typing import Any

import pytest
from playwright.sync_api import Browser, Page, expect

from engine.catalogue import Catalogue
from engine.schema.language import ContentLanguage
from engine.schema.traversal import texts_in
from games.web.export.font_subset import FONTS, font_subsets
from games.web.export.packed_content import direction, unpacked
from games.web.export.page_content import page_content
from games.web.export.targets import PAGE, SITE, WebTarget, web_targets
from tests.shipped import shipped_catalogue
from tests.web.axe import axe_script, violations
from tests.web.browser import PHONE, opened
from tests.web.conftest import opened_inside
from tests.web.measures import CUT, READ, SMALL, WIDE
from tests.web.test_walk import SCREENS, visit
from tests.web.thumbs import asked, begin, finish, pick, reply, same, tap, words_of

LANGUAGES = [ContentLanguage(id="th", name="ไทย"), ContentLanguage(id="en", name="English")]

THAI = re.compile(r"[\u0e00-\u0e7f]")


@pytest.fixture(scope="module")
def english() -> Catalogue:
    """The content we ship, in English."""
    return shipped_catalogue("en")


@pytest.fixture(scope="module")
def both(catalogue: Catalogue, english: Catalogue) -> dict[str, WebTarget]:
    """The targets in Thai and English, by name."""
    targets = web_targets(catalogue, beside=[english], languages=LANGUAGES)
    return {target.name: target for target in targets}


@pytest.fixture(scope="module")
def in_english(both: dict[str, WebTarget]) -> dict[str, Any]:
    """What the page holds in English."""
    (written,) = both[PAGE].beside
    return json.loads(written)  # type: ignore[no-any-return]


@pytest.fixture(scope="module")
def both_url(
    both: dict[str, WebTarget], fonts: list[bytes], tmp_path_factory: pytest.TempPathFactory
) -> str:
    """The single file in both languages, with its policy."""
    path = tmp_path_factory.mktemp("both") / "page.html"
    path.write_bytes(both[PAGE].join(fonts))
    return path.as_uri()


@pytest.fixture(scope="module")
def inside_both(both_url: str, tmp_path_factory: pytest.TempPathFactory) -> str:
    """The same file with its modules open to the tests."""
    return opened_inside(both_url, tmp_path_factory.mktemp("inside-both"))


def choose(page: Page, language: str) -> None:
    """Switch the language by touch."""
    tap(page.locator(f".languages [lang={language}]"))
    page.wait_for_selector(f"html[lang={language}]")


def test_both_languages_are_one_file_under_two_megabytes(
    both: dict[str, WebTarget], made: dict[str, WebTarget], fonts: list[bytes], page_file: bytes
) -> None:
    for name in (PAGE, f"{SITE}index.html"):
        data = both[name].join(fonts)
        assert len(data) < 2_000_000
        assert list(unpacked(data.decode())) == ["th", "en"]
    assert both[PAGE].key != made[PAGE].key
    assert page_file.count(b"data-language") == 0
    manifest = json.loads(both[f"{SITE}manifest.webmanifest"].render())
    assert (manifest["lang"], manifest["dir"]) == ("th", "ltr")


def test_questions_have_the_same_ids_and_answers(
    content: dict[str, Any], in_english: dict[str, Any]
) -> None:
    def shape(of: dict[str, Any]) -> list[Any]:
        return [
            (q["id"], q["kind"], [o.get("right", False) for o in q.get("options", ())])
            for m in of["modules"]
            for q in m["questions"]
        ]

    assert shape(in_english) == shape(content)
    assert in_english["facts"].keys() == content["facts"].keys()
    assert in_english["schedule"] == content["schedule"]
    assert in_english["life"]["listed"] == content["life"]["listed"]
    assert in_english["life"]["situations"].keys() == content["life"]["situations"].keys()


def test_english_content_holds_no_thai_but_names_in_brackets(
    english: Catalogue, in_english: dict[str, Any]
) -> None:
    # What has changed since it was translated is Thai on purpose, until it is translated again.
    waiting = {same(text.shown) for text in texts_in(english) if text.untranslated}

    def thai(value: Any, place: str) -> list[str]:
        match value:
            case str():
                bare = re.sub(r"\([^()]*\)|<[^>]*>", "", same(value))
                return [f"{place}: {value}"] if THAI.search(bare) and bare not in waiting else []
            case dict():
                return [t for key, each in value.items() for t in thai(each, f"{place}/{key}")]
            case list():
                return [t for i, each in enumerate(value) for t in thai(each, f"{place}/{i}")]
            case _:
                return []

    shown = {key: each for key, each in in_english.items() if key not in ("search", "spelling")}
    assert thai(shown, "") == []


def test_the_language_is_switched_by_touch_and_remembered(
    browser: Browser, both_url: str, in_english: dict[str, Any], content: dict[str, Any]
) -> None:
    with opened(browser, both_url, day="2026-11-21T09:00:00") as page:
        assert page.locator("html").get_attribute("lang") == "th"
        assert page.locator(".languages button").all_inner_texts() == ["ไทย", "English"]
        choose(page, "en")
        assert words_of(page.locator("h1")) == same(in_english["words"]["who.title"])
        pick(page)
        begin(page)
        question = asked(page, in_english)
        reply(page, question)
        page.reload()
        page.wait_for_selector("html[lang=en] .ask")
        assert finish(page, in_english) >= 9
        answered = {entry["question"] for entry in page.evaluate(READ)}
        assert question["id"] in answered
        page.evaluate("location.hash = '#home'")
        page.wait_for_selector(".home")
        assert "20 November 2026" in words_of(page.locator("footer"))
        # What was practised is the same in the other language.
        choose(page, "th")
        progress = same(content["words"]["goal"]).split("{met}")[0]
        assert progress in words_of(page.locator(".goal"))
        assert "20 พฤศจิกายน 2569" in words_of(page.locator("footer"))
        assert len(page.evaluate(READ)) == len(answered)
        page.reload()
        page.wait_for_selector("html[lang=th] .home")


def test_the_language_is_switched_by_keyboard(browser: Browser, both_url: str) -> None:
    with opened(browser, both_url) as page:
        pick(page)
        page.evaluate("location.hash = '#settings'")
        page.wait_for_selector(".settings")
        english = page.locator(".settings .languages [lang=en]")
        english.focus()
        page.keyboard.press("Enter")
        page.wait_for_selector("html[lang=en] .settings")
        expect(english).to_be_focused()
        expect(english).to_have_attribute("aria-pressed", "true")


def test_it_begins_in_the_language_of_the_device(browser: Browser, both_url: str) -> None:
    for locale, language in (("en-US", "en"), ("my-MM", "th")):
        context = browser.new_context(locale=locale)
        page = context.new_page()
        page.goto(both_url)
        page.wait_for_selector(f"html[lang={language}] h1")
        context.close()


ENGLISH_VOICE = """
window.said = [];
Object.defineProperty(window, 'speechSynthesis', { value: Object.assign(new EventTarget(), {
  getVoices: () => ['th-TH', 'en_GB'].map((lang) => ({ name: 'x', lang, localService: true })),
  cancel() {},
  speak(words) {
    window.said.push([words.lang, words.voice?.lang]);
    setTimeout(() => { words.onstart({}); words.onend({}); });
  },
}) });
window.SpeechSynthesisUtterance = class { constructor(text) { this.text = text; } };
"""


def test_english_is_read_by_an_english_voice(browser: Browser, both_url: str) -> None:
    with opened(browser, both_url, script=ENGLISH_VOICE) as page:
        for language, voice in (("en", ["en-GB", "en_GB"]), ("th", ["th-TH", "th-TH"])):
            choose(page, language)
            page.evaluate("location.hash = '#lesson/section40/1'")
            tap(page.locator(".listen"))
            page.wait_for_function("window.said.length > 0")
            assert page.evaluate("window.said.splice(0)[0]") == voice
            page.evaluate("location.hash = '#settings'")
            page.wait_for_selector(".settings")


def test_every_screen_and_every_question_in_english(
    browser: Browser, inside_both: str, in_english: dict[str, Any]
) -> None:
    axe = axe_script()
    with opened(browser, inside_both, PHONE) as page:
        choose(page, "en")
        page.locator(".animals .animal").first.tap()
        page.wait_for_selector(".home")
        for screen in SCREENS:
            visit(page, screen)
            if screen == "search":
                page.locator("#search-field").fill("how much is the funeral money?")
                assert "25,000 baht" in words_of(page.locator(".results"))
            assert page.evaluate(SMALL, 48) == [], screen
            assert page.evaluate(WIDE) == 0, screen
            assert page.evaluate(CUT) == [], screen
            if screen in ("who", "home", "settings", "move"):
                own = page.locator("main").inner_text().replace("ไทย", "")
                assert not THAI.search(re.sub(r"\([^()]*\)", "", own)), screen
            if axe and screen in ("home", "settings", "sheet/nsf", "life"):
                assert violations(page, axe) == [], screen
        assert page.evaluate("walkQuestions({ right: false, lines: true })") == []


def test_letters_of_other_scripts_come_from_a_font_of_the_language(catalogue: Catalogue) -> None:
    further = FONTS / "Kanit-SemiBold.ttf"
    subsets = font_subsets(["ก ạ"], [further])
    assert [font.signs for font in subsets if font.file == further and font.weight == 400] == ["ạ"]
    assert len(font_subsets(["ก"], [further])) == 3


@pytest.mark.parametrize(
    ("name", "written"), [("English", "ltr"), ("မြန်မာ", "ltr"), ("اردو", "rtl")]
)
def test_a_language_is_written_in_the_direction_of_its_name(name: str, written: str) -> None:
    assert direction({"language_name": name}) == written


def test_names_of_hard_words_in_thai_are_left_out_of_other_languages(catalogue: Catalogue) -> None:
    own = page_content(catalogue, ["nsf"])
    other = page_content(catalogue.model_copy(update={"language": "my"}), ["nsf"], "မြန်မာ")
    assert any(THAI.search(name) for term in own["glossary"] for name in term["also"])
    assert not any(THAI.search(name) for term in other["glossary"] for name in term["also"])
    assert other["spelling"]["asking"] == []
    assert other["language_name"] == "မြန်မာ"
