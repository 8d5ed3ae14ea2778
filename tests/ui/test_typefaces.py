"""Thai is shaped, and broken only between words."""

from __future__ import annotations

import pygame
import pytest
from hypothesis import given
from hypothesis import strategies as st

from engine.schema.text import Text
from games.ui.toolkit.text_render import TextRenderer, pieces
from games.ui.toolkit.typefaces import FACES, FONTS, Face

SAMPLE = "น้ำ ที่ ปู่"


@pytest.fixture(autouse=True)
def _fonts(screen: pygame.Surface) -> None:
    """Every test here needs a screen."""


def _pixels(surface: pygame.Surface) -> bytes:
    return pygame.image.tobytes(surface, "RGBA")


@pytest.mark.parametrize("face", FACES)
def test_thai_marks_are_shaped(face: Face) -> None:
    letters = TextRenderer()
    unshaped = pygame.font.Font(FONTS / FACES[face], 60).render(SAMPLE, True, (0, 0, 0))
    shaped = letters.draw(SAMPLE, face, 60, (0, 0, 0))
    assert _pixels(shaped) != _pixels(unshaped)
    reference = pygame.font.Font(FONTS / FACES[face], 60)
    reference.set_script("Thai")
    assert _pixels(shaped) == _pixels(reference.render(SAMPLE, True, (0, 0, 0)))


def test_sara_am_is_drawn_as_its_parts() -> None:
    """น้ำ looks the same however its sara am was typed: the tone mark stands above the ring."""
    letters = TextRenderer()
    assert letters.width("น้ำ", "read", 80) == letters.width("นํ้า", "read", 80)


def test_marks_take_no_room_of_their_own() -> None:
    letters = TextRenderer()
    assert letters.width("ปู่", "strong", 60) == letters.width("ป", "strong", 60)


def test_lines_begin_only_at_breaks() -> None:
    text = Text(shown="กองทุนการออมแห่งชาติให้เงินสมทบ", breaks=(20, 23))
    lines = TextRenderer().lines(text, "read", 30, 120)
    assert lines == ("กองทุนการออมแห่งชาติ", "ให้", "เงินสมทบ") or all(
        line in ("กองทุนการออมแห่งชาติ", "ให้", "เงินสมทบ", "ให้เงินสมทบ") for line in lines
    )


def test_a_text_without_breaks_is_broken_at_spaces_alone() -> None:
    assert pieces("ไม่แน่ใจ โทรถาม") == ("ไม่แน่ใจ ", "โทรถาม")


@given(
    words=st.lists(st.sampled_from(["ประกันสังคม", "ที่", "น้ำ", "ป้า ", "1,200 ", "ๆ "]), min_size=1),
    width=st.integers(20, 400),
)
def test_breaking_loses_and_adds_nothing(words: list[str], width: int) -> None:
    whole = "".join(words)
    breaks = []
    position = 0
    for word in words[:-1]:
        position += len(word)
        breaks.append(position)
    lines = TextRenderer().lines(Text(shown=whole, breaks=tuple(breaks)), "read", 24, width)
    assert "".join(lines).replace(" ", "") == whole.replace(" ", "")
