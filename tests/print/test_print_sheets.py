"""One-pager and comparison: one page, full, tagged, and true to their texts."""

from __future__ import annotations

import io
import re
from collections import Counter
from typing import Any

import pikepdf
import pytest
import yaml
from printed_data import COMPARISON, ONE_PAGER
from printed_pages import picture, words_of
from printed_sample import ROOT, catalogue_of, module, sample, text

from engine.diagnostics.problems import RusitError
from engine.schema.game import Tuning
from printables.pdf import weasyprint_adapter
from printables.print_target import PrintOptions, PrintTarget, texts_in
from printables.targets import registry
from printables.text import html_text
from tests.copied_text import as_written

ONE = "print/section40/onepager.pdf"
COMPARED = "print/comparison.pdf"
BOTH = pytest.mark.parametrize("name", [ONE, COMPARED])


def one_pager_of(*blocks: dict[str, Any], **options: Any) -> PrintTarget:
    catalogue = catalogue_of(module(one_pager=list(blocks)))
    return next(r for r in registry.targets(catalogue, PrintOptions(**options)) if r.name == ONE)


@pytest.mark.parametrize(("name", "sides"), [(ONE, 2), (COMPARED, 1)])
def test_it_is_one_sheet(name: str, sides: int, pdf: Any) -> None:
    with pikepdf.open(io.BytesIO(pdf(name))) as document:
        assert len(document.pages) == sides
        width, height = (float(n) * 25.4 / 72 for n in document.pages[0].mediabox[2:])
    assert sorted((round(width), round(height))) == [210, 297]


@BOTH
def test_what_copies_out_is_what_was_written(
    name: str, target: Any, pdf: Any, laid_out: Any
) -> None:
    copied = as_written("".join(words_of(pdf(name))))

    sides = laid_out(name)[-2:] if name == ONE else laid_out(name)[-1:]
    written = as_written("".join(html_text.words_in(s.partition("<body")[2]) for s in sides))
    if name == COMPARED:
        assert Counter(copied) == Counter(written)
    for shown in texts_in(target(name).content):
        assert as_written(shown.shown) in copied


def test_the_page_is_filled_to_its_foot(pdf: Any) -> None:
    page = picture(pdf(ONE))
    lowest = page.point(lambda grey: 255 if grey < 160 else 0).getbbox()

    assert lowest is not None
    assert lowest[3] / 4 > 297 - 16


def test_few_words_are_set_large_rather_than_leaving_the_page_empty() -> None:
    few = one_pager_of(ONE_PAGER[0], ONE_PAGER[1], ONE_PAGER[2], ONE_PAGER[3], ONE_PAGER[-1])

    page = picture(few.render())

    lowest = page.point(lambda grey: 255 if grey < 160 else 0).getbbox()
    assert lowest is not None
    assert lowest[3] / 4 > 297 * 0.85


def test_too_much_text_says_how_much_and_where() -> None:
    long = {
        "kind": "note",
        "title": "t:รู้ไว้",
        "items": ["t:เงินที่ได้โอนให้คนอื่นไม่ได้ และเจ้าหนี้ยึดไม่ได้ " * 9] * 8,
    }
    catalogue = catalogue_of(module(one_pager=[ONE_PAGER[0], long, long, ONE_PAGER[-1]]))
    target = next(
        r
        for r in registry.targets(
            catalogue, places={"section40": "content/modules/section40.yaml:1"}
        )
        if r.name == ONE
    )

    with pytest.raises(RusitError, match=r"PRINT01.*section40 is \d+ mm too long") as caught:
        target.render()

    assert caught.value.problem.file == "content/modules/section40.yaml"
    assert caught.value.problem.line == 1


def test_a_sign_without_a_glyph_is_named() -> None:
    strange = {**ONE_PAGER[0], "items": ["t:ยังไม่ยืนยัน ◇"]}

    with pytest.raises(RusitError, match=r"PRINT03.*'◇' \(U\+25C7\)"):
        one_pager_of(strange).render()


def test_an_icon_that_is_not_vendored_is_named() -> None:
    with pytest.raises(RusitError, match=r"PRINT04.*no-such-icon"):
        list(registry.targets(catalogue_of(module(icon="no-such-icon"))))


def test_missing_sheet_words_are_named() -> None:
    catalogue = catalogue_of(module()).model_copy(update={"words": {}})

    with pytest.raises(RusitError, match=r"PRINT07.*print\."):
        [target.render() for target in registry.targets(catalogue)]


@BOTH
def test_it_is_tagged_for_readers(name: str, pdf: Any, target: Any) -> None:
    with pikepdf.open(io.BytesIO(pdf(name))) as document:
        root = document.Root
        assert root.MarkInfo.Marked
        assert root.Lang == "th"
        assert str(document.docinfo["/Title"]) == target(name).title
        with document.open_metadata() as metadata:
            assert metadata["pdfuaid:part"] == "1"
        tags = set(_tags(root.StructTreeRoot.K))
    assert {"/H1", "/Table", "/TH"} <= tags


@BOTH
def test_every_figure_is_described_or_no_figure_to_a_reader(name: str, pdf: Any) -> None:
    with pikepdf.open(io.BytesIO(pdf(name))) as document:
        figures = [e for e in _elements(document.Root.StructTreeRoot.K) if str(e.S) == "/Figure"]
        assert all("/Alt" in figure for figure in figures)
        drawn = b"".join(page.Contents.read_bytes() for page in document.pages)
    assert drawn.count(b"/Figure") == len(figures)
    assert b"/Artifact\nBMC" in drawn


def _elements(node: Any) -> list[Any]:
    if isinstance(node, pikepdf.Array):
        return [element for child in node for element in _elements(child)]
    if not isinstance(node, pikepdf.Dictionary) or "/S" not in node:
        return []
    return [node, *_elements(node.get("/K", pikepdf.Array()))]


def _tags(node: Any) -> list[str]:
    if isinstance(node, pikepdf.Array):
        return [tag for child in node for tag in _tags(child)]
    if not isinstance(node, pikepdf.Dictionary) or "/S" not in node:
        return []
    return [str(node.S), *_tags(node.get("/K", pikepdf.Array()))]


@pytest.mark.parametrize("name", [ONE, COMPARED, "print/section40/quiz-cards.pdf"])
def test_only_vendored_fonts_embedded(name: str, pdf: Any) -> None:
    with pikepdf.open(io.BytesIO(pdf(name))) as document:
        descriptors = [
            thing
            for thing in document.objects
            if isinstance(thing, pikepdf.Dictionary) and thing.get("/Type") == "/FontDescriptor"
        ]
        names = {str(d.FontName).partition("+")[2] for d in descriptors}
        assert descriptors
        assert all("/FontFile2" in d or "/FontFile3" in d for d in descriptors)
    assert all(n.startswith(("Looped", "Kanit")) for n in names)


def test_the_qr_code_is_there_with_an_address_only(pdf: Any) -> None:
    few = (ONE_PAGER[0], ONE_PAGER[-1])
    coded = one_pager_of(*few, address="https://example.org/s").render()

    said = as_written("".join(words_of(coded)))
    assert "สแกนดูฉบับล่าสุด" in said
    assert "สแกน" not in as_written("".join(words_of(pdf(ONE))))


def test_unconfirmed_marks_have_their_legend() -> None:
    sure = one_pager_of(ONE_PAGER[0], ONE_PAGER[1], ONE_PAGER[-1])
    doubtful = one_pager_of(ONE_PAGER[0], ONE_PAGER[5], ONE_PAGER[-1])

    assert "ยังไม่ยืนยัน" not in as_written("".join(words_of(sure.render())))
    assert "ยังไม่ยืนยัน" in as_written("".join(words_of(doubtful.render())))


def test_a_comparison_that_is_too_long_fails() -> None:
    rows = [{**row, "cells": ["t:" + "คำอธิบายยาวมาก " * 12] * 5} for row in COMPARISON["rows"] * 3]
    catalogue = catalogue_of(module(), comparison={**COMPARISON, "rows": rows})
    target = next(r for r in registry.targets(catalogue) if r.name == COMPARED)

    with pytest.raises(RusitError, match=r"PRINT06.*mm too long"):
        target.render()


@pytest.mark.parametrize(
    "url",
    [
        "https://example.org/x.svg",
        "file:///etc/passwd",
        "asset:icons/../../secret",
        "asset:fonts/",
        "asset:elsewhere/x.svg",
        "data:text/html,x",
    ],
)
def test_nothing_outside_the_assets_is_read(url: str) -> None:
    with pytest.raises(ValueError, match="only use its own assets"):
        weasyprint_adapter.asset(url)


def test_the_rules_of_the_game_fill_both_sides_with_the_words_of_the_locale() -> None:
    lines = yaml.safe_load((ROOT / "content/locale/rules.yaml").read_text(encoding="utf-8"))
    words = {f"rules.{key}": text(said) for key, said in lines.items()}
    numbers = {name for said in lines.values() for name in re.findall(r"\{(\w+)\}", said)}
    tuning = {f"life_{name}": Tuning(id=f"life_{name}", value=7, why="x") for name in numbers}
    catalogue = sample().model_copy(update={"words": {**sample().words, **words}, "tuning": tuning})
    target = next(r for r in registry.targets(catalogue) if r.name == "print/rules.pdf")

    pages = words_of(target.render())

    assert len(pages) == 2
    copied = as_written("".join(pages))
    for shown in texts_in(target.content):
        assert as_written(shown.shown) in copied
    assert "{" not in copied
