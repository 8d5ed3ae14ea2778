"""Thai on paper: breaks where we say, and copies out as it was written."""

from __future__ import annotations

from itertools import product
from pathlib import Path

import pypdfium2
import pytest
from hypothesis import given
from hypothesis import strategies as st
from printed_pages import poppler_text, set_in_column, words_of
from printed_sample import text

from engine.schema.text import Text
from printables.pdf.line_ends import kept_whole
from printables.text import html_text
from tests.copied_text import as_written

PHRASES = """ที่นี่มีผู้ประกันตนตามมาตรา ๔๐ อยู่กี่คน
น้ำใจ น้ำตา ค้ำประกัน ซ้ำเติม ย่ำแย่ ก้ำกึ่ง ช้ำ
ญี่ปุ่น ฐานะ ผู้ใหญ่ ญาติผู้ใหญ่ กฎหมาย ปฏิเสธ ฎีกา
ป้า ปู่ ฟ้า ฝ้าย ฬ่อ ปี่ ปั๊ม ฝั่ง ฟื้นฟู
ใช้สิทธิ์ได้ทั่วประเทศ ไม่ต้องมีใบส่งตัว
สำนักงานประกันสังคมจังหวัดพะเยา กองทุนการออมแห่งชาติ ศูนย์ดำรงธรรม
ศูนย์บริการสุขภาพที่เป็นมิตร เทคฮอร์โมน ความหลากหลายทางเพศ
พ.ร.บ.ความเท่าเทียมระหว่างเพศ พ.ศ. 2558 และสมรสเท่าเทียม
เงินทดแทนการขาดรายได้กรณีเจ็บป่วย ทุพพลภาพ เสียชีวิต และบำเหน็จชราภาพ
โทร. 1506 (24 ชั่วโมง) หรือ www.sso.go.th ถามให้แน่ใจก่อนตัดสินใจ
LGBTIQN+ SOGIESC ม.40 กอช. บัตรทอง 30 บาทรักษาทุกที่""".splitlines()

CONSONANTS = [chr(c) for c in range(0x0E01, 0x0E2F) if c not in (0x0E24, 0x0E26)]
VOWELS = ["", "\u0e31", "\u0e34", "\u0e35", "\u0e36", "\u0e37", "\u0e38", "\u0e39"]
TONES = ["\u0e48", "\u0e49", "\u0e4a", "\u0e4b", "\u0e4c"]

FACES = {
    "reading": "font: 12pt/1.5 Looped",
    "strong": "font: 600 9pt/1.5 Looped",
    "display": "font: 600 20pt/1.5 Kanit",
}


@pytest.mark.parametrize("style", FACES.values(), ids=FACES.keys())
def test_every_phrase_copies_out_as_written(style: str) -> None:
    paragraphs = [html_text.html_of(text(line)) for line in PHRASES]

    pdf = set_in_column(paragraphs, 70, style=style)

    assert as_written("".join(words_of(pdf))) == as_written("".join(PHRASES))


@pytest.mark.parametrize("style", FACES.values(), ids=FACES.keys())
def test_every_mark_on_every_letter_stays_before_the_next_letter(style: str) -> None:
    marked = [c + v + t for c, v, t in product(CONSONANTS, VOWELS, TONES)]
    marked += [c + t + "ำ" for c, t in product(CONSONANTS, ["", *TONES[:4]])]
    followed = [f"{syllable}{after}" for syllable in marked for after in ("ก", "ไ")]
    rows = ["".join(followed[i : i + 16]) for i in range(0, len(followed), 16)]

    pdf = set_in_column([html_text.for_drawing(row) for row in rows], 200, style=style)

    assert as_written("".join(words_of(pdf))) == as_written("".join(rows))


@pytest.mark.parametrize("style", FACES.values(), ids=FACES.keys())
def test_sara_am_is_found_in_two_readers(style: str, tmp_path: Path) -> None:
    pdf = set_in_column([html_text.html_of(text("จำไว้ น้ำใจ ค้ำประกัน"))], 70, style=style)

    with pypdfium2.PdfDocument(pdf) as document:
        for word in ("จำไว้", "น้ำ", "ค้ำประกัน"):
            assert document[0].get_textpage().search(word).get_next(), word
    assert "จำไว้" in poppler_text(pdf, tmp_path)
    assert "น้ำใจ" in poppler_text(pdf, tmp_path)


@pytest.mark.parametrize("width", [24, 31, 44])
def test_lines_break_at_our_places_only(width: float) -> None:
    for line in PHRASES:
        phrase = text(line)
        places = {0, *phrase.breaks, len(phrase.shown)}
        allowed = {as_written(phrase.shown[:place]) for place in places}

        pdf = set_in_column([html_text.html_of(phrase)], width, style=FACES["reading"])

        so_far = ""
        for printed in words_of(pdf)[0].splitlines():
            so_far += as_written(printed)
            assert so_far in allowed, f"{line!r} was split after {so_far!r}"


def test_a_name_that_the_printer_would_split_stays_whole() -> None:
    name = "บัตรทองบัตรประชาชน"
    whole = Text(shown=f"ใช้{name}", breaks=(3,))

    pdf = set_in_column([html_text.html_of(whole)], 12, style=FACES["reading"])

    assert [as_written(w) for w in words_of(pdf)[0].splitlines()] == ["ใช้", name]


def test_markdown_keeps_its_tags_and_our_breaks() -> None:
    marked = text("ม.40 **ไม่ได้จ่ายค่ารักษา** ใช้บัตรทอง")

    made = html_text.html_of(marked)

    assert "<strong>" in made
    assert as_written(html_text.words_in(made)) == as_written(marked.shown)
    assert html_text.ZERO_WIDTH_SPACE in made.partition("<strong>")[2].partition("</strong>")[0]


def test_markdown_lists_copy_out_as_written() -> None:
    listed = text("เตรียมสามอย่าง\n\n- บัตรประชาชน\n- ใบรับรองแพทย์ที่มีวันพัก\n- น้ำใจ")

    pdf = set_in_column([html_text.html_of(listed)], 60, style=FACES["reading"])

    assert as_written("".join(words_of(pdf))).replace("•", "") == as_written(listed.shown).replace(
        "•", ""
    )


def test_markup_in_a_text_is_shown_not_obeyed() -> None:
    made = html_text.html_of(Text(shown="ก < ข & <b>ค</b>"))

    assert html_text.words_in(made) != ""
    assert "<b>" not in made


@given(
    st.text(alphabet="กขคน้่ำาิี 12.", min_size=1, max_size=40).filter(str.strip),
    st.sets(st.integers(1, 39)),
)
def test_typesetting_keeps_every_sign(words: str, places: set[int]) -> None:
    breaks = tuple(sorted(p for p in places if p < len(words)))

    made = html_text.html_of(Text(shown=words, breaks=breaks))

    assert as_written(html_text.words_in(made)) == as_written(words)


def test_a_line_that_splits_a_word_is_laid_again() -> None:
    assert kept_whole('<p title="ก ข">ก ข</p>', {"ก"}) == (
        '<p title="ก ข"><span class="w">ก</span> ข</p>'
    )
