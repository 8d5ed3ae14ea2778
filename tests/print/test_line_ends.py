"""How lines end on paper: no dot, no lone word, no amount parted, nothing lost at the foot."""

from __future__ import annotations

from typing import Any

import pytest
from printed_pages import set_in_column, words_of
from printed_sample import text

from engine.languages import SOURCE
from printables.pdf import weasyprint_adapter
from printables.pdf.line_ends import DOT, words_lost
from printables.print_target import PrintOptions
from printables.targets.registry import TargetMaker
from printables.targets.session_pack import Session, session_targets
from printables.text import html_text
from tests.shipped import shipped_catalogue

DRAWN = [
    "print/section40/onepager.pdf",
    "print/comparison.pdf",
    "print/section40/event-cards.pdf",
    "print/section40/right-cards.pdf",
]
PAPERS = ("บัตรประชาชน", "ใบรับรองแพทย์", "สมุดบัญชีธนาคาร", "ทะเบียนบ้าน", "สูติบัตร")


def lines_in(html: str, millimetres: float) -> list[str]:
    """The lines of one paragraph in a column of that width."""
    pdf = set_in_column([html], millimetres, style="font: 12pt/1.5 Looped")
    return words_of(pdf)[0].splitlines()


@pytest.mark.parametrize("width", range(40, 90, 7))
def test_no_line_of_a_row_ends_or_begins_with_a_dot(width: int) -> None:
    row = html_text.joined(tuple(text(paper) for paper in PAPERS))

    lines = lines_in(html_text.html_of(row), width)

    assert len(lines) > 1
    assert not [line for line in lines if line.strip().startswith(DOT)]
    assert not [line for line in lines if line.strip().endswith(DOT)]


@pytest.mark.parametrize("name", DRAWN)
def test_no_line_of_a_sheet_ends_with_a_dot(name: str, pdf: Any) -> None:
    lines = [line.strip() for page in words_of(pdf(name)) for line in page.splitlines()]

    assert not [line for line in lines if line.endswith(DOT)]


@pytest.mark.parametrize(
    ("thai", "whole"),
    [
        ("นอนโรงพยาบาลได้ 200 × 30 = 6,000 บาท", "200 × 30 = 6,000 บาท"),
        ("ราชกิจจานุเบกษา ธ.ค. 2567", "ธ.ค. 2567"),
        ("ไปหาหมอ มีใบรับรอง", "มีใบรับรอง"),
        ("หมอสั่งพักที่บ้าน", "ที่บ้าน"),
        ("เพิ่มเงินก้อนยามแก่ และสงเคราะห์บุตร", "สงเคราะห์บุตร"),
        ("ครั้งละ 200 บาท ปีละไม่เกิน 3 ครั้ง", "ไม่เกิน 3 ครั้ง"),
    ],
)
def test_what_belongs_together_stands_on_one_line(thai: str, whole: str) -> None:
    for width in range(46, 60, 3):
        lines = lines_in(html_text.html_of(text(thai)), width)

        assert any(whole in " ".join(line.split()) for line in lines), (width, lines)


def test_a_title_breaks_between_its_phrases() -> None:
    title = text("บัตรทอง สิทธิหลักประกันสุขภาพแห่งชาติ")

    lines = lines_in(html_text.title_html(title), 70)

    assert [line.strip() for line in lines] == title.shown.split()


def test_words_that_run_off_the_paper_are_found() -> None:
    page = "@page { size: 60mm 40mm; margin: 0 } .at { position: absolute; top: 5mm }"
    lines = "".join(f"<p>บรรทัด{n}</p>" for n in range(20))
    html = f'<style>{page}</style><body><div class="at">{lines}</div></body>'

    document = weasyprint_adapter.lay_out(html)

    assert "บรรทัด19" in list(words_lost(document.pages, html))


@pytest.mark.parametrize(("language", "teams", "minutes"), [(SOURCE, 6, 180), ("en", 4, 45)])
def test_a_packs_cover_holds_every_household(language: str, teams: int, minutes: int) -> None:
    catalogue = shipped_catalogue(language)
    modules = tuple(module.id for module in catalogue.modules[:3])
    make = TargetMaker(catalogue, PrintOptions(), {})
    cover = session_targets(make, Session(modules, teams, minutes))[0]

    contents, plan = words_of(cover.render())

    assert all(emblem.name.shown in plan for emblem in cover.content.emblems)
    assert len(cover.content.emblems) == teams
    assert cover.stamp.edition in contents
    assert cover.stamp.edition in plan
