"""Cards: one page each, backs behind their fronts, all six kinds answerable on paper."""

from __future__ import annotations

import io
from dataclasses import replace
from typing import Any

import pikepdf
import pypdfium2
import pytest
from hypothesis import given
from hypothesis import strategies as st
from PIL import Image
from printed_data import QUESTIONS
from printed_pages import picture, words_of
from printed_sample import catalogue_of, module, sample, text

from engine.diagnostics.problems import ContentError
from printables.cards.deck import small_print
from printables.cards.quiz_cards import quiz_card, shuffled
from printables.pdf.geometry import A4_LONG, LARGE, MARK_MARGIN, SMALL, CardSheet, CardSize, Flip
from printables.print_target import PrintOptions, PrintTarget, texts_in
from printables.targets import registry
from printables.text.sheet_text import words_of as words_of_sheets
from tests.copied_text import as_written

DECK = "print/section40/quiz-cards.pdf"

SHEET = CardSheet(SMALL["93x67"])
SIZES = [*SMALL.values(), LARGE]
FLIPS: list[Flip] = ["long", "short", "fold", "separate"]

PRINTERS = [
    PrintOptions(),
    PrintOptions(offset_x=3.0, offset_y=-2.0),
    PrintOptions(flip="short"),
    PrintOptions(flip="short", offset_x=-1.0, offset_y=4.0),
]


def deck_of(*questions: dict[str, Any]) -> PrintTarget:
    catalogue = catalogue_of(module(questions=list(questions)))
    places = {q["id"]: f"content/modules/section40.yaml:{n}" for n, q in enumerate(questions, 7)}
    return next(r for r in registry.targets(catalogue, places=places) if r.name == DECK)


def words_at(
    pdf: bytes, page: int, corner: tuple[float, float], size: CardSize = SMALL["93x67"]
) -> str:
    """What copies out of the card-sized place at that corner, in millimetres from the top left."""
    x, top = corner
    point = 72 / 25.4
    with pypdfium2.PdfDocument(pdf) as document:
        return as_written(
            document[page]
            .get_textpage()
            .get_text_bounded(
                left=x * point,
                right=(x + size.width) * point,
                top=(A4_LONG - top) * point,
                bottom=(A4_LONG - top - size.height) * point,
            )
        )


@pytest.mark.parametrize("options", PRINTERS, ids=str)
def test_every_back_lies_behind_its_front(options: PrintOptions, pdf: Any) -> None:
    printed = pdf(DECK, options)
    cards = sample().modules[0].questions

    for place, question in enumerate(cards):
        assert as_written(question.ask.shown) in words_at(printed, 0, SHEET.front(place))
        if options.flip == "long":
            assert f"{question.id}·" in words_at(
                printed, 1, SHEET.back(place, "long", (options.offset_x, options.offset_y))
            )


@pytest.mark.parametrize("size", SIZES, ids=lambda size: size.name)
@pytest.mark.parametrize("flip", FLIPS)
@pytest.mark.parametrize("butted", [False, True])
def test_a_turned_sheet_brings_back_and_front_together(
    size: CardSize, flip: Flip, butted: bool
) -> None:
    sheet = CardSheet(size, butted)
    wide, high = sheet.paper
    for place in sheet.fold_places() if flip == "fold" else range(sheet.per_sheet):
        x, top = sheet.front(place)
        back_x, back_top = sheet.back(place, flip)
        if sheet.turns_upside_down(flip):
            seen_through = (back_x, high - back_top - size.height)
        else:
            seen_through = (wide - back_x - size.width, back_top)
        assert seen_through == pytest.approx((x, top), abs=0.3)


@pytest.mark.parametrize("size", SIZES, ids=lambda size: size.name)
@pytest.mark.parametrize("butted", [False, True])
def test_cards_and_marks_stand_apart_and_inside_what_printers_print(
    size: CardSize, butted: bool
) -> None:
    sheet = CardSheet(size, butted)
    wide, high = sheet.paper
    boxes = [(*sheet.front(n), *(size.width, size.height)) for n in range(sheet.per_sheet)]
    marks = sheet.marks(sheet.per_sheet)

    assert marks
    for x1, y1, x2, y2 in marks:
        assert all(MARK_MARGIN - 0.01 <= x <= wide - MARK_MARGIN + 0.01 for x in (x1, x2))
        assert all(MARK_MARGIN - 0.01 <= y <= high - MARK_MARGIN + 0.01 for y in (y1, y2))
        middle = ((x1 + x2) / 2, (y1 + y2) / 2)
        assert not any(
            x + 0.01 < middle[0] < x + w - 0.01 and y + 0.01 < middle[1] < y + h - 0.01
            for x, y, w, h in boxes
        )
    for place, (x, y, w, h) in enumerate(boxes):
        for other_x, other_y, *_ in boxes[:place]:
            assert abs(x - other_x) >= w - 0.01 or abs(y - other_y) >= h - 0.01


@pytest.mark.parametrize("flip", FLIPS)
@pytest.mark.parametrize("size", SMALL)
def test_what_is_drawn_stands_where_the_geometry_says(flip: Flip, size: str, pdf: Any) -> None:
    sheet = CardSheet(SMALL[size])
    placed = _placed(pdf(GAME_DECKS[2], PrintOptions(flip=flip, size=size)))

    assert placed[0][0] == pytest.approx(sheet.front(0), abs=0.3)
    back = placed[0][1] if flip == "fold" else placed[1][0]
    assert back == pytest.approx(sheet.back(0, flip), abs=0.3)


def _placed(pdf: bytes) -> list[list[tuple[float, float]]]:
    """Left and top of each card on each page, in millimetres, from the drawing itself."""
    found = []
    with pikepdf.open(io.BytesIO(pdf)) as document:
        for page in document.pages:
            high = float(page.mediabox[3])
            corners = []
            for values, operator in pikepdf.parse_content_stream(page):
                if str(operator) != "cm":
                    continue
                a, _, _, d, x, y = (float(v) for v in values)
                form = page.Resources.XObject[f"/Card{len(corners)}"]
                wide, tall = (float(n) for n in form.BBox[2:])
                left = x - wide if a < 0 else x
                bottom = y - tall if d < 0 else y
                corners.append((left * 25.4 / 72, (high - bottom - tall) * 25.4 / 72))
            found.append(corners)
    return found


def test_a_print_shop_gets_a_page_a_side_with_trim_and_bleed(pdf: Any) -> None:
    printed = pdf(GAME_DECKS[2], PrintOptions(bleed=True))

    with pikepdf.open(io.BytesIO(printed)) as document:
        assert len(document.pages) == 2
        for page in document.pages:
            trim = [float(n) * 25.4 / 72 for n in page.TrimBox]
            assert (trim[2] - trim[0], trim[3] - trim[1]) == pytest.approx((93.0, 67.0))
            assert "/BleedBox" in page


def test_offsets_move_backs_right_and_down_and_fronts_not(pdf: Any) -> None:
    moved = PrintOptions(offset_x=3.0, offset_y=2.0)

    assert SHEET.back(0, "long", (3.0, 2.0)) == pytest.approx(
        tuple(a + b for a, b in zip(SHEET.back(0, "long"), (3.0, 2.0), strict=True))
    )
    assert _drawing(pdf(DECK, moved), 0) == _drawing(pdf(DECK), 0)
    assert _drawing(pdf(DECK, moved), 1) != _drawing(pdf(DECK), 1)


def _drawing(pdf: bytes, page: int) -> bytes:
    with pikepdf.open(io.BytesIO(pdf)) as document:
        return document.pages[page].Contents.read_bytes()


def test_the_printer_is_told_true_size_and_the_flip(pdf: Any) -> None:
    for options, edge in ((PrintOptions(), "Long"), (PrintOptions(flip="short"), "Short")):
        with pikepdf.open(io.BytesIO(pdf(DECK, options))) as document:
            asked = document.Root.ViewerPreferences
            assert str(asked.Duplex) == f"/DuplexFlip{edge}Edge"
            assert str(asked.PrintScaling) == "/None"


def test_what_copies_out_of_the_cards_is_what_was_written(pdf: Any, target: Any) -> None:
    copied = as_written("".join(words_of(pdf(DECK))))

    for card in target(DECK).content.cards:
        for shown in texts_in(card):
            assert as_written(shown.shown) in copied


def test_the_foot_of_a_back_is_one_line_with_as_many_sources_as_fit() -> None:
    words = words_of_sheets(sample())
    card = next(c for c in _game_cards("event") if c.phone)
    sources = tuple(text(f"หน่วยงานที่ชื่อยาวพอสมควร ฉบับที่ {n}") for n in range(3))

    few = small_print(replace(card, sources=sources[:1]), words, LARGE)
    many = small_print(replace(card, sources=sources), words, LARGE)

    assert few is not None
    assert "หน่วยงาน" in few.shown
    assert card.phone in few.shown
    assert many is not None
    assert 1 <= many.shown.count("หน่วยงาน") < 3


GAME_DECKS = [f"print/section40/{kind}-cards.pdf" for kind in ("event", "right", "rumour")]


@pytest.mark.parametrize("name", GAME_DECKS)
def test_what_copies_out_of_the_game_cards_is_what_was_written(
    name: str, pdf: Any, target: Any
) -> None:
    copied = as_written("".join(words_of(pdf(name))))

    for card in target(name).content.cards:
        for shown in texts_in(card):
            assert as_written(shown.shown) in copied


@pytest.mark.parametrize("name", [DECK, *GAME_DECKS])
def test_front_and_back_frames_stand_at_the_same_height(name: str, pdf: Any) -> None:
    sheet = CardSheet(LARGE) if "event" in name else SHEET
    x, top = sheet.front(0)
    back_x, back_top = sheet.back(0, "long")
    middle = sheet.size.width / 2
    tops = [
        _first_ink(picture(pdf(name), 0, 8), x + middle, top),
        _first_ink(picture(pdf(name), 1, 8), back_x + middle, back_top),
    ]

    assert tops[0] == pytest.approx(tops[1], abs=0.3)


def _first_ink(page: Image.Image, x: float, top: float) -> float:
    """Millimetres below a card's edge at which its middle column turns dark."""
    column = [page.getpixel((round(x * 8), round(top * 8) + n)) for n in range(80)]
    return next(n for n, grey in enumerate(column) if grey < 128) / 8


def test_a_right_card_says_once_what_several_options_pay() -> None:
    cards = {c.id: c for c in _game_cards("right")}

    assert [(a.figure, a.option) for a in cards["s40.funeral"].amounts] == [("25,000*", None)]


def test_an_event_card_counts_the_harm_that_the_story_does() -> None:
    (card,) = _game_cards("event")

    assert [sign.text.shown for sign in card.harm] == [
        "นอนโรงพยาบาล 3 วัน",
        "หมอสั่งพัก 11 วัน",
        "ค่ารักษา 1,500 บาท",
        "เสียใจ 1 ดวง",
    ]


def _game_cards(kind: str) -> tuple[Any, ...]:
    name = f"print/section40/{kind}-cards.pdf"
    return next(r for r in registry.targets(sample()) if r.name == name).content.cards


def test_nine_cards_take_two_sheets() -> None:
    nine = [{**QUESTIONS[2], "id": f"s40.q.n{i}"} for i in range(9)]

    pages = words_of(deck_of(*nine).render())

    assert len(pages) == 4
    assert [sum(f"s40.q.n{i}" in as_written(page) for i in range(9)) for page in pages] == [
        8,
        8,
        1,
        1,
    ]


def test_a_card_that_is_too_long_is_named_with_its_place() -> None:
    long = {**QUESTIONS[0], "id": "s40.q.long", "explain": "t:" + "อธิบายยาวไปเรื่อย ๆ " * 60}
    tall = {**QUESTIONS[1], "id": "s40.q.tall", "ask": "t:" + "ถามยาวไปเรื่อย ๆ " * 40}

    with pytest.raises(ContentError) as caught:
        deck_of(QUESTIONS[2], long, tall).render()

    found = {(p.code, p.file, p.line) for p in caught.value.problems}
    assert found == {
        ("PRINT02", "content/modules/section40.yaml", 8),
        ("PRINT02", "content/modules/section40.yaml", 9),
    }
    said = " ".join(p.message for p in caught.value.problems)
    assert "the back of the card s40.q.long is too long at the smallest type (9.5 pt)" in said
    assert "the front of the card s40.q.tall is too long" in said


def test_a_word_wider_than_its_column_is_named() -> None:
    wide = {**QUESTIONS[2], "ask": "t:" + "W" * 60}

    with pytest.raises(ContentError, match=r"PRINT02.*no line wide enough for 'WWW"):
        deck_of(wide).render()


def test_longer_texts_are_set_smaller_before_they_fail() -> None:
    longer = {**QUESTIONS[0], "explain": "t:" + "อธิบายยาวกว่าปกติ " * 13}

    assert len(words_of(deck_of(longer).render())) == 2


def test_the_right_letters_stand_on_the_back() -> None:
    catalogue = sample()
    unit = catalogue.modules[0]
    words = words_of_sheets(catalogue)
    cards = {q.kind: quiz_card(catalogue, unit, q, words) for q in unit.questions}

    by_letter = {line.label: line.text.shown for line in cards["choice"].lines}
    assert [by_letter[a.label] for a in cards["choice"].answer] == ["ได้ ตั้งแต่วันแรก"]
    assert len(cards["several"].answer) == 3
    assert cards["order"].lines != cards["order"].answer
    assert [a.text.shown for a in cards["order"].answer] == [s[2:] for s in QUESTIONS[3]["steps"]]
    facing = {line.label.rstrip("."): line.text.shown for line in cards["match"].facing}
    pairs = dict(part.split("–") for part in cards["match"].letters.split())
    assert [facing[pairs[str(n)]] for n in (1, 2, 3)] == [
        p["right"][2:] for p in QUESTIONS[4]["pairs"]
    ]
    assert cards["number"].figure == "1,200"


@given(st.integers(2, 6), st.text(max_size=12))
def test_steps_are_never_shown_in_the_right_order(count: int, seed: str) -> None:
    order = shuffled(count, seed, never_sorted=True)

    assert sorted(order) == list(range(count))
    assert order != tuple(range(count))
    assert order == shuffled(count, seed, never_sorted=True)
