"""The calibration page and the answer paddles."""

from __future__ import annotations

from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st
from PIL import Image
from printed_pages import picture, words_of

from printables.pdf.geometry import A4_LONG, A4_SHORT
from printables.print_target import PrintOptions
from printables.sheets.printer_aids import TARGETS, behind
from tests.copied_text import as_written

CALIBRATION = "print/calibration.pdf"
PADDLES = "print/paddles.pdf"

millimetres = st.floats(-8, 8, allow_nan=False)


@given(millimetres, millimetres, st.sampled_from(["long", "short"]))
def test_the_hole_read_on_the_back_is_the_offset_to_give(x: float, y: float, flip: str) -> None:
    ideal = behind(*TARGETS[0], PrintOptions(flip=flip))
    hole = (ideal[0] + x, ideal[1] + y)

    mended = behind(*TARGETS[0], PrintOptions(flip=flip, offset_x=x, offset_y=y))

    assert mended == pytest.approx(hole)


@pytest.mark.parametrize(
    "options", [PrintOptions(), PrintOptions(flip="short"), PrintOptions(offset_x=4.0)]
)
def test_rulers_are_drawn_behind_the_crosses(options: PrintOptions, pdf: Any) -> None:
    front, back = (picture(pdf(CALIBRATION, options), page, 8) for page in (0, 1))

    for x, y in TARGETS:
        assert _inked(front, x, y)
        assert _inked(back, *behind(x, y, options))


def _inked(page: Image.Image, x: float, y: float) -> bool:
    """Whether both lines of a cross run through that point."""
    return all(
        min(
            page.getpixel((round((x + dx) * 8) + sx, round((y + dy) * 8) + sy))
            for sx in (-1, 0, 1)
            for sy in (-1, 0, 1)
        )
        < 160
        for dx, dy in ((2.5, 0), (-2.5, 0), (0, 2.5), (0, -2.5))
    )


def test_the_front_and_back_share_one_sheet(pdf: Any) -> None:
    assert len(words_of(pdf(CALIBRATION))) == 2
    assert TARGETS[0][0] == A4_SHORT / 2
    assert all(0 < y < A4_LONG for _, y in TARGETS)


def test_each_paddle_shows_its_letter_on_both_halves(pdf: Any) -> None:
    (page,) = [as_written(page) for page in words_of(pdf(PADDLES))]

    for letter in "กขคง":
        assert page.count(letter) >= 2
