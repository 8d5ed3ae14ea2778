"""Colours that can be read in noon light, and in grey."""

from __future__ import annotations

import pytest

from games.ui.toolkit.theme import CREAM, DIM, INK, PAIRS, PAPER, WHITE, Scale
from tests.ui.audit import contrast


@pytest.mark.parametrize("name", PAIRS)
def test_every_pair_is_readable(name: str) -> None:
    colours = PAIRS[name]
    assert contrast(colours.dark, colours.tint) >= 6.8
    assert contrast(WHITE, colours.dark) >= 8.4
    assert contrast(INK, colours.tint) >= 7


def test_words_on_paper_are_readable() -> None:
    for ground in (PAPER, CREAM, WHITE, *(p.tint for p in PAIRS.values())):
        assert contrast(DIM, ground) >= 7


@pytest.mark.parametrize("size", [(1024, 600), (1280, 800), (1920, 1080), (2560, 1600)])
def test_type_is_a_share_of_the_height(size: tuple[int, int]) -> None:
    plain, large = Scale(*size), Scale(*size, large=True)
    assert plain.size("body").floor >= size[1] / 22
    assert plain.size("label").floor >= size[1] / 27
    assert large.size("body").floor >= size[1] / 19
    assert plain.touch >= size[1] / 12


def test_a_turned_screen_keeps_its_letters() -> None:
    assert Scale(800, 1280).size("body").floor >= Scale(1280, 800).size("body").floor
