"""Reading aloud: with the voices that devices have, and without."""

from __future__ import annotations

from typing import Any

from playwright.sync_api import Browser, expect

from tests.web.browser import opened
from tests.web.thumbs import asked, begin, pick, reply, same, tap, words_of

# A device whose voice comes late, is named th_TH and tells where it is.
LATE_VOICE = """
const voice = { name: 'x', lang: 'th_TH', localService: true, default: false, voiceURI: 'x' };
let voices = [{ ...voice, lang: 'en-US' }];
window.said = [];
window.lit = [];
Object.defineProperty(window, 'speechSynthesis', { value: Object.assign(new EventTarget(), {
  getVoices: () => voices,
  cancel() {},
  speak(words) {
    window.said.push([words.text, words.lang, words.voice?.lang]);
    setTimeout(() => {
      words.onstart({});
      words.onboundary({ charIndex: 0, charLength: 4 });
      window.lit.push([...(CSS.highlights.get('spoken') ?? [])].map(String).join(''));
      words.onend({});
    });
  },
}) });
window.SpeechSynthesisUtterance = class { constructor(text) { this.text = text; } };
window.comeVoice = () => {
  voices = [voice];
  speechSynthesis.dispatchEvent(new Event('voiceschanged'));
};
"""

NO_VOICE = """
Object.defineProperty(window, 'speechSynthesis', { value: Object.assign(new EventTarget(), {
  getVoices: () => [{ name: 'x', lang: 'th-TH', localService: false }],
  cancel() {},
  speak() { throw new Error('the words would leave the device'); },
}) });
"""


def test_a_late_voice_named_with_an_underscore_reads_and_lights_the_words(
    browser: Browser, page_url: str, content: dict[str, Any]
) -> None:
    with opened(browser, page_url, script=LATE_VOICE) as page:
        page.evaluate("comeVoice()")
        pick(page)
        page.evaluate("location.hash = '#settings'")
        tap(page.locator("[data-name=autoread]"))
        page.wait_for_selector("[data-name=autoread][aria-checked=true]")
        page.evaluate("location.hash = '#home'")
        page.wait_for_selector(".home")
        begin(page)
        question = asked(page, content)
        page.wait_for_function("window.lit.length > 0")
        assert page.evaluate("window.said[0]") == [same(question["ask"]), "th-TH", "th_TH"]
        assert same(question["ask"]).startswith(
            page.evaluate("window.lit[0]").replace("\u200b", "")
        )
        page.evaluate("window.said.length = 0")
        reply(page, question, right=False)
        page.wait_for_function("window.said.length > 2")
        assert page.evaluate("window.said[0][0]") == same(content["words"]["wrong"])
        page.evaluate("window.said.length = 0")
        tap(page.locator(".listen"))
        page.wait_for_function("window.said.length > 0")


def test_without_a_voice_of_the_device_it_says_what_to_do(
    browser: Browser, page_url: str, content: dict[str, Any]
) -> None:
    with opened(browser, page_url, script=NO_VOICE) as page:
        pick(page)
        begin(page)
        tap(page.locator(".listen"))
        expect(page.locator("dialog h2")).to_be_visible()
        assert words_of(page.locator("dialog h2")) == same(content["words"]["listen.help"])
        assert same(content["words"]["listen.help.android"]) in words_of(page.locator("dialog"))


def test_recorded_clips_come_before_a_voice(
    browser: Browser, content: dict[str, Any], page_of: Any
) -> None:
    question = content["modules"][0]["questions"][0]
    silence = "data:audio/wav;base64,UklGRiQAAABXQVZFZm10IBAAAAABAAEAQB8AAEAfAAABAAgAZGF0YQAAAAA="
    changed = {**content, "audio": {"nod": {f"{question['id']}.ask": silence}}}
    played = """
    window.played = [];
    window.Audio = class {
      constructor(address) { window.played.push(address); }
      play() { setTimeout(() => this.onended()); return Promise.resolve(); }
      pause() {}
    };"""
    with opened(browser, page_of(changed), script=NO_VOICE + played) as page:
        pick(page)
        page.evaluate("location.hash = '#home'")
        begin(page)
        while asked(page, content)["id"] != question["id"]:
            raise AssertionError("the first question is the first of the first module")
        tap(page.locator(".listen"))
        page.wait_for_function("window.played.length > 0")
        assert page.evaluate("window.played") == [silence]
        assert page.locator("dialog").count() == 0
