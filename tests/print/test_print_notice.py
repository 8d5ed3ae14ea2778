"""The notice of changes: old and new, what to take off the table, whom to ask."""

from __future__ import annotations

import io
from dataclasses import replace
from datetime import date
from functools import cache
from typing import Any

import pikepdf
from printed_pages import words_of
from printed_sample import catalogue_of, fact, module, sample

from engine.catalogue import Catalogue
from engine.catalogue.changes import Changes, PrintedSheet, compare, snapshot_of_catalogue
from printables.print_target import PrintTarget, texts_in
from printables.sheets.notice import notice_target
from printables.targets import registry
from tests.copied_text import as_written

DECK = "print/section40/quiz-cards.pdf"


def changed(**facts: dict[str, Any]) -> Changes:
    """From the sample to the sample with those facts, a year later."""
    old = snapshot_of_catalogue(
        "old", sample(), [PrintedSheet(DECK, "section40-1a2b", frozenset({"s40.inpatient"}))]
    )
    today = sample()
    new = Catalogue.model_validate(
        {**today.model_dump(), "facts": {**today.model_dump()["facts"], **facts}}
    )
    return compare(old, replace(snapshot_of_catalogue("new", new), as_of=date(2027, 11, 20)))


def notice_of(changes: Changes) -> PrintTarget:
    catalogue = catalogue_of(module())
    return notice_target(changes, catalogue, registry.titles(catalogue), lambda _: ())


RAISED = {
    **fact("s40.inpatient", "450 บาทต่อวัน", 450),
    "text": {"th": "450 บาทต่อวัน"},
    "label": {"th": "นอนโรงพยาบาล"},
    "since": date(2027, 1, 1),
}


@cache
def raised() -> tuple[PrintTarget, bytes]:
    """The notice of one raised amount, and its PDF."""
    target = notice_of(changed(**{"s40.inpatient": RAISED}))
    return target, target.render()


def test_it_tells_old_and_new_since_when_what_to_take_away_and_whom_to_ask() -> None:
    target, pdf = raised()
    copied = as_written("".join(words_of(pdf)))

    for shown in texts_in(target.content):
        assert as_written(shown.shown) in copied
    for said in ("300", "450", "1มกราคม2570", "section40-1a2b", "การ์ดคำถามม.40", "1506"):
        assert said in copied
    assert "s40.q.amount" in copied
    assert "20พฤศจิกายน2570" in copied
    assert target.edition in copied


def test_it_is_one_tagged_page_with_the_same_bytes_again() -> None:
    target, pdf = raised()

    assert target.render() == pdf
    with pikepdf.open(io.BytesIO(pdf)) as document:
        assert len(document.pages) == 1
        assert document.Root.MarkInfo.Marked
        assert document.Root.Lang == "th"


def test_without_changes_it_says_so() -> None:
    copied = as_written("".join(words_of(notice_of(changed()).render())))

    assert as_written("ไม่มีข้อมูลใดเปลี่ยน") in copied


def test_many_changes_take_more_pages_rather_than_small_type() -> None:
    facts = {
        f"s40.new{n}": {**RAISED, "id": f"s40.new{n}", "text": {"th": f"{n + 500} บาท"}}
        for n in range(30)
    }
    before = Catalogue.model_validate(
        {
            **sample().model_dump(),
            "facts": {name: {**f, "text": {"th": "1 บาท"}} for name, f in facts.items()},
        }
    )
    after = Catalogue.model_validate({**sample().model_dump(), "facts": facts})
    changes = compare(snapshot_of_catalogue("old", before), snapshot_of_catalogue("new", after))

    pages = words_of(notice_of(changes).render())

    assert len(pages) > 1
    copied = as_written("".join(pages))
    assert all(f"{n + 500}" in copied for n in range(30))
