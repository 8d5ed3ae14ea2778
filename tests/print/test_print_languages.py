"""Sheets in other languages: their letters, their lines, and what is too long for them."""

from __future__ import annotations

import re
import shutil
from collections.abc import Iterator
from functools import cache
from io import BytesIO
from pathlib import Path

import pikepdf
import pypdfium2
import pytest
from fontTools.ttLib import TTFont
from printed_languages import ARTICLE_1, sample_in
from printed_sample import sample

from engine.days import written_year
from engine.diagnostics.problems import ContentError, RusitError
from engine.schema.language import Script
from engine.scripts.capitals import begins_sentence, with_capital
from printables.cards import deck
from printables.pdf import weasyprint_adapter
from printables.pdf.line_ends import split_stretches
from printables.print_target import ASSETS, PrintTarget
from printables.targets import registry
from printables.text import html_text
from printables.text.sheet_text import words_of
from printables.text.typefaces import TYPEFACES, script_of, style_for

FONTS = Path(__file__).parent / "fonts"
SCRIPTS: dict[str, Script] = {"my": "Mymr", "km": "Khmr", "qps": "Latn"}


@cache
def targets(language: str) -> dict[str, PrintTarget]:
    return {target.name: target for target in registry.targets(sample_in(language))}


def rumour(language: str) -> PrintTarget:
    (card,) = targets(language)["print/section40/rumour-cards.pdf"].pieces
    return card


@pytest.fixture(scope="module")
def further_fonts(tmp_path_factory: pytest.TempPathFactory) -> Iterator[None]:
    """Letters of Burmese and Khmer beside ours, as if they were vendored."""
    folder = tmp_path_factory.mktemp("fonts")
    for path in (*(ASSETS / "fonts").glob("*.ttf"), *FONTS.glob("*.ttf")):
        shutil.copy(path, folder)
    with pytest.MonkeyPatch.context() as patch:
        patch.setitem(weasyprint_adapter._ASSET_FOLDERS, "fonts", folder)
        _forget()
        yield
    _forget()


def _forget() -> None:
    weasyprint_adapter._render_cache.cache_clear()
    weasyprint_adapter._letters.cache_clear()


@pytest.mark.parametrize("language", ["my", "km"])
@pytest.mark.usefixtures("further_fonts")
def test_a_card_is_shaped_and_breaks_where_it_may(language: str) -> None:
    card, typeface = rumour(language), TYPEFACES[SCRIPTS[language]]
    trial = deck._try(deck._side("back", card, deck.LEAST), card)
    assert not split_stretches(trial.document.pages)
    assert sum(1 for _ in _lines(trial.page._page_box)) > 3
    pdf = pikepdf.open(BytesIO(trial.document.write_pdf()))
    shown = _glyphs(pdf, typeface.family)
    with TTFont(FONTS / f"{typeface.reading}.ttf") as font:
        of_letters = {font.getGlyphID(name) for name in font.getBestCmap().values()}
    assert shown - of_letters, "no letter is joined or stacked"
    assert 0 not in shown, "a letter is missing"


def _lines(box: object) -> Iterator[object]:
    for child in getattr(box, "children", ()):
        if type(child).__name__ == "LineBox":
            yield child
        else:
            yield from _lines(child)


def _glyphs(pdf: pikepdf.Pdf, family: str) -> set[int]:
    """Return the numbers of the glyphs that the first page shows in that family's text face."""
    page = pdf.pages[0]
    fonts = {
        name: str(font.BaseFont).partition("+")[2] for name, font in page.Resources.Font.items()
    }
    shown: set[int] = set()
    current = ""
    for operands, operator in pikepdf.parse_content_stream(page):
        if str(operator) == "Tf":
            current = fonts[str(operands[0])]
        elif str(operator) == "TJ" and current == family:
            for part in operands[0]:
                if isinstance(part, pikepdf.String):
                    data = bytes(part)
                    shown.update(data[i] << 8 | data[i + 1] for i in range(0, len(data), 2))
    return shown


@pytest.mark.parametrize("language", ["my", "km"])
@pytest.mark.usefixtures("further_fonts")
def test_a_one_pager_fills_its_sides(language: str) -> None:
    pdf = targets(language)["print/section40/onepager.pdf"].render()
    with pypdfium2.PdfDocument(BytesIO(pdf)) as document:
        assert len(document) == 2
        assert str(pikepdf.open(BytesIO(pdf)).Root.Lang) == language


def test_letters_that_no_font_has_are_told(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(weasyprint_adapter._ASSET_FOLDERS, "fonts", ASSETS / "fonts")
    _forget()
    with pytest.raises(RusitError, match="no font of ours"):
        rumour("my").render()
    _forget()


SHEETS = ("onepager", "comparison", "paddles", "guide", "session/checklist", "session/helplines")


@pytest.mark.parametrize("sheet", SHEETS)
def test_lengthened_words_find_room_or_are_told(sheet: str) -> None:
    target = next(t for name, t in targets("qps").items() if name.endswith(f"{sheet}.pdf"))
    pdf, codes = printed(target)
    assert codes <= {"PRINT01", "PRINT06", "PRINT10"}
    if pdf:
        with pypdfium2.PdfDocument(BytesIO(pdf)) as document:
            text = "".join(page.get_textpage().get_text_range() for page in document)
        assert "hümán" in text
        assert script_of(text) == "Latn"


def test_lengthened_cards_find_room_or_are_told() -> None:
    for kind in ("quiz", "event", "right", "rumour"):
        for card in targets("qps")[f"print/section40/{kind}-cards.pdf"].pieces:
            pdf, codes = printed(card)
            assert codes <= {"PRINT02"}
            if pdf:
                with pypdfium2.PdfDocument(BytesIO(pdf)) as document:
                    assert len(document) == 2


def printed(target: PrintTarget) -> tuple[bytes, set[str]]:
    """Return the PDF, or the codes of what does not fit."""
    try:
        return target.render(), set()
    except ContentError as error:
        return b"", {problem.code for problem in error.problems}
    except RusitError as error:
        return b"", {error.problem.code}


def test_letters_of_options_are_the_languages() -> None:
    english = targets("qps")["print/section40/quiz-cards.pdf"]
    labels = {line.label for card in english.pieces for line in card.content.lines}
    assert "A." in labels
    assert not any(re.search("[ก-ฮ]", label) for label in labels)
    assert words_of(sample()).letters[:2] == ("ก", "ข")


def test_a_script_is_that_of_most_letters() -> None:
    assert script_of("บัตรทอง gold") == "Thai"
    assert script_of("gold card (บัตรทอง)") == "Latn"
    assert script_of("1234") == "Latn"
    assert {code: script_of(text) for code, text in ARTICLE_1.items()} == SCRIPTS


def test_a_style_sheet_is_led_by_script() -> None:
    css = (
        "@font-face { font-family: Looped; } html { font-family: Looped, Kanit; line-height: 1.4 }"
        " h1 { font-family: Kanit, Looped; line-height: 1; }"
    )
    assert style_for(css, "Thai") == css
    assert style_for(css, "Latn") == (
        "@font-face { font-family: Looped; }"
        " html { font-family: Latin, Looped, Kanit; line-height: 1.26 }"
        " h1 { font-family: Kanit, Latin, Looped; line-height: 1; }"
    )


def test_a_number_is_kept_with_its_unit_without_a_span() -> None:
    assert html_text._stretch("2 years") == "2\u00a0years"
    assert html_text._stretch("2 ปี", joined=True) == '<span class="w">2 ปี</span>'


@pytest.mark.parametrize(
    ("text", "begins"),
    [("{x}", True), ("Ask. {x}", True), ("Ask {x}", False), ("a\n- {x}", True), ("1. {x}", True)],
)
def test_where_a_sentence_begins(text: str, begins: bool) -> None:
    assert begins_sentence(text, text.index("{")) is begins


def test_a_sentence_begins_with_a_capital_but_an_address_does_not() -> None:
    assert with_capital("any state hospital") == "Any state hospital"
    assert with_capital("www.sso.go.th or by post") == "www.sso.go.th or by post"
    assert with_capital("ถามก่อน") == "ถามก่อน"


def test_a_year_is_counted_as_the_language_counts() -> None:
    assert (written_year(2569, "th"), written_year(2569, "en")) == ("2569", "2026")
