"""Long texts become paragraphs and points, and these pages."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from engine.catalogue import Catalogue
from engine.resolving.markdown import RichText
from engine.schema.text import Text
from games.ui.toolkit.paragraphs import pages, paragraphs


def test_paragraphs_keep_every_word_and_every_break(catalogue: Catalogue) -> None:
    for module in catalogue.modules:
        for step in module.lesson.steps:
            parts = paragraphs(step.say)
            written = "\n".join(("• " if p.point else "") + p.text.shown for p in parts)
            assert written == "\n".join(line for line in step.say.shown.split("\n") if line.strip())
            found = {(p.text.shown[:b], p.text.shown[b:]) for p in parts for b in p.text.breaks}
            for head, tail in found:
                assert head
                assert tail


def test_paragraphs_are_the_text_s_blocks() -> None:
    shown, blocks = RichText().render("หนึ่ง\n\nสอง")
    assert [p.text.shown for p in paragraphs(Text(shown=shown, blocks=blocks))] == ["หนึ่ง", "สอง"]


def test_the_mark_of_what_is_unconfirmed_stays_where_it_stands() -> None:
    thai, blocks = RichText().render("แน่ใจ\n\nไม่แน่ใจ* นะ")
    text = Text(shown=thai, blocks=blocks, unconfirmed=True)
    assert [p.text.unconfirmed for p in paragraphs(text)] == [False, True]


@given(heights=st.lists(st.integers(1, 120), max_size=30), room=st.integers(60, 300))
def test_pages_hold_all_in_order_and_never_too_much(heights: list[int], room: int) -> None:
    gap = 7
    dealt = pages(heights, gap, room)
    assert [n for some in dealt for n in some] == list(range(len(heights)))
    for some in dealt:
        total = sum(heights[n] for n in some) + gap * (len(some) - 1)
        assert total <= room or len(some) == 1


def test_pages_are_equally_full() -> None:
    assert pages([10] * 6, 0, 50) == [range(3), range(3, 6)]
