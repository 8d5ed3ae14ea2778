"""Burmese and Khmer on the screen: shaped as Pango shapes them, lines broken at words.

The samples are Article 1 of the Universal Declaration of Human Rights.
"""

from __future__ import annotations

import unicodedata
from itertools import pairwise
from pathlib import Path

import pygame
import pytest

from engine.languages import Script
from engine.schema.language import ContentLanguage
from engine.schema.text import Text
from engine.scripts.text_breaker import TextBreaker
from engine.thai.word_breaks import WordBreaker
from games.ui.toolkit.text_render import TextRenderer
from games.ui.toolkit.typefaces import Typefaces

FONTS = Path(__file__).parents[1] / "fonts"
SIZE = 80

BURMESE = ContentLanguage(
    id="my", name="မြန်မာ", script="Mymr", fonts=("NotoSansMyanmar-Regular.ttf",)
)
KHMER = ContentLanguage(id="km", name="ខ្មែរ", script="Khmr", fonts=("NotoSansKhmer-Regular.ttf",))
SAMPLES = {
    "my": "လူတိုင်းသည် တူညီလွတ်လပ်သော ဂုဏ်သိက္ခာဖြင့်လည်းကောင်း၊ တူညီလွတ်လပ်သော"
    " အခွင့်အရေးများဖြင့်လည်းကောင်း၊ မွေးဖွားလာသူများဖြစ်သည်။",
    "km": "មនុស្សទាំងអស់ កើតមកមានសេរីភាព និងសមភាព ក្នុងផ្នែកសេចក្ដីថ្លៃថ្នូរ និងសិទ្ធិ។",
}
LANGUAGES = pytest.mark.parametrize("language", [BURMESE, KHMER], ids=lambda one: one.id)


@pytest.fixture(autouse=True)
def _screen(screen: pygame.Surface) -> None:
    """Fonts need a screen."""


def by_pango(words: list[str], font: Path) -> list[float]:
    """Return the width in pixels of each of the words as Pango shapes it."""
    from weasyprint import CSS, HTML
    from weasyprint.formatting_structure.boxes import TextBox
    from weasyprint.text.fonts import FontConfiguration

    fonts = FontConfiguration()
    face = f"@font-face {{font-family: sample; src: url({font.as_uri()})}}"
    look = f"p {{font: {SIZE}px sample; white-space: pre}} @page {{size: 9000px 9000px}}"
    page = HTML(string="".join(f"<p>{word}</p>" for word in words)).render(
        stylesheets=[CSS(string=face + look, font_config=fonts)], font_config=fonts
    )
    boxes = page.pages[0]._page_box.descendants()
    return [box.width for box in boxes if isinstance(box, TextBox)]


@LANGUAGES
def test_words_are_as_wide_as_pango_makes_them(language: ContentLanguage) -> None:
    letters = TextRenderer(Typefaces.of(language, FONTS))
    words = SAMPLES[language.id].split()
    file = FONTS / language.fonts[0]
    plain = pygame.font.Font(file, SIZE)
    unlike = 0
    for word, wide in zip(words, by_pango(words, file), strict=True):
        assert letters.width(word, "read", SIZE) == pytest.approx(wide, abs=len(word))
        unlike += abs(plain.size(word)[0] - wide) > len(word)
    # Letters without their script are not as wide, so the equality above says something.
    assert unlike


@LANGUAGES
def test_lines_begin_at_words(language: ContentLanguage) -> None:
    sample = SAMPLES[language.id]
    breaks = TextBreaker(WordBreaker([]), language.id).breaks(sample)
    letters = TextRenderer(Typefaces.of(language, FONTS))
    text = Text(shown=sample, breaks=breaks)
    lines = letters.lines(text, "read", SIZE // 2, 400)
    assert len(lines) > 3
    assert "".join(lines).replace(" ", "") == sample.replace(" ", "")
    for line in lines:
        assert unicodedata.category(line[0]) == "Lo", line
        assert letters.width(line, "read", SIZE // 2) <= 400


@LANGUAGES
def test_lines_do_not_touch(language: ContentLanguage) -> None:
    letters = TextRenderer(Typefaces.of(language, FONTS))
    sample = SAMPLES[language.id]
    picture = letters.draw(sample, "read", SIZE, (0, 0, 0))
    ink = picture.get_bounding_rect()
    assert ink.height <= letters.height("read", SIZE)
    middle = picture.get_height() // 2 - letters.lift("read", SIZE)
    assert abs(ink.centery - middle) < SIZE * 0.35


def test_names_in_other_scripts_stand_on_the_same_line() -> None:
    letters = TextRenderer(Typefaces.of(BURMESE, FONTS))
    mixed = "လူ SSO (ประกันสังคม) 1506"
    scripts: list[Script] = [script for _, script in Typefaces.of(BURMESE, FONTS).runs(mixed)]
    assert scripts == ["Mymr", "Thai"]
    parts = ["လူ", " SSO (ประกันสังคม) 1506"]
    whole = letters.draw(mixed, "read", SIZE, (0, 0, 0))
    assert whole.get_width() == sum(letters.width(part, "read", SIZE) for part in parts)
    edge = letters.width(parts[0], "read", SIZE)
    seen = pygame.mask.from_surface(whole.subsurface((edge, 0, whole.get_width() - edge, 1)))
    assert not seen.count()


def test_breaks_of_a_cluster_are_none() -> None:
    for language in (BURMESE, KHMER):
        sample = SAMPLES[language.id]
        for a, _ in pairwise(TextBreaker(WordBreaker([]), language.id).breaks(sample)):
            assert unicodedata.category(sample[a]) not in ("Mn", "Mc"), sample[a - 2 : a + 2]


def test_what_is_not_translated_has_the_lines_of_thai() -> None:
    english = ContentLanguage(id="en", name="English", script="Latn")
    letters = TextRenderer(Typefaces.of(english))
    waiting = Text(shown="ถามที่นี่", untranslated="stale")
    thai = TextRenderer().height("read", SIZE)
    assert letters.height("read", SIZE, waiting) == thai > letters.height("read", SIZE)
