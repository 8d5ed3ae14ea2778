"""Schemes side by side on one A4 sheet, landscape."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from engine.catalogue import Catalogue
from engine.diagnostics.messages import Message
from engine.diagnostics.problems import RusitError
from engine.schema.text import Text
from engine.schema.traversal import texts_in
from printables.layout.fitting import largest
from printables.pdf import weasyprint_adapter
from printables.print_target import PrintTarget, any_unconfirmed
from printables.text import html_text
from printables.text.source_names import sources_of

if TYPE_CHECKING:
    from weasyprint.document import Document

PAGE_HEIGHT, BOTTOM_MARGIN = 210.0, 7.0
ROOM = PAGE_HEIGHT - BOTTOM_MARGIN
SIZES = (15.0, 14.0, 13.0, 12.0, 11.2, 10.5, 9.8, 9.2, 8.7)
"""Points of the running text: the largest that fits is taken."""
USUAL = 9.2
"""About what a full table takes."""


@dataclass(frozen=True, slots=True)
class Column:
    """The head of a column."""

    title: Text
    icon: str
    colour: str
    scheme: str


@dataclass(frozen=True, slots=True)
class Cell:
    """A cell; it spans neighbouring columns of one scheme that say the same."""

    text: Text
    span: int


@dataclass(frozen=True, slots=True)
class ComparedRow:
    """One question about all of them."""

    head: Text
    cells: tuple[Cell, ...]


@dataclass(frozen=True, slots=True)
class ComparisonSheet:
    """The whole sheet."""

    title: Text
    intro: Text
    columns: tuple[Column, ...]
    rows: tuple[ComparedRow, ...]
    choose: tuple[Text, ...]
    notes: tuple[Text, ...]
    sources: tuple[Text, ...]


def comparison_sheet(catalogue: Catalogue) -> ComparisonSheet | None:
    """Return the catalogue's comparison, resolved; None when it has none."""
    compared = catalogue.comparison
    if compared is None:
        return None
    columns = tuple(Column(c.title, c.icon, c.colour, c.scheme) for c in compared.columns)
    rows = tuple(ComparedRow(r.head, _merged(columns, r.cells)) for r in compared.rows)
    shown = (compared.intro, rows, compared.choose, compared.notes)
    return ComparisonSheet(
        title=compared.title,
        intro=compared.intro,
        columns=columns,
        rows=rows,
        choose=compared.choose,
        notes=compared.notes,
        sources=sources_of(catalogue, (f for text in texts_in(shown) for f in text.facts)),
    )


def _merged(columns: tuple[Column, ...], texts: tuple[Text, ...]) -> tuple[Cell, ...]:
    cells: list[Cell] = []
    before: Column | None = None
    for column, text in zip(columns, texts, strict=True):
        same = before is not None and before.scheme == column.scheme
        if same and cells[-1].text.shown == text.shown:
            cells[-1] = replace(cells[-1], span=cells[-1].span + 1)
        else:
            cells.append(Cell(text, 1))
        before = column
    return tuple(cells)


def print_comparison(target: PrintTarget) -> bytes:
    """Return the PDF of the comparison.

    Raises:
        RusitError: PRINT06 when it does not fit at the smallest type.
    """
    fit = largest(SIZES, USUAL, ROOM, lambda size: _endless(target, size))
    if not fit.within(ROOM):
        raise RusitError(
            "PRINT06",
            Message("the comparison has no column wide enough for {value!r}", value=fit.too_wide)
            if fit.too_wide
            else Message(
                "the comparison is {height:.0f} mm too long for its A4 side at the smallest type "
                "({size:g} pt)",
                height=fit.height - ROOM,
                size=fit.size,
            ),
            hint="shorten cells, or take a row out",
            **target.written_at("comparison"),
        )
    rows = len(target.content.rows) + 3
    air = min((ROOM - fit.height) / rows, 5)
    for loosened in (0.97, 0.6, 0.0):
        document = _document(target, fit.size, PAGE_HEIGHT, air * loosened)
        if (
            len(document.pages) == 1
            and weasyprint_adapter.bottom_of(document.pages[0], "end") <= ROOM
        ):
            break
    return weasyprint_adapter.write(document, target, tagged=True)


def _endless(target: PrintTarget, size: float) -> tuple[Document, float]:
    document = _document(target, size, 1500, 0)
    return document, weasyprint_adapter.bottom_of(document.pages[0], "end")


def _document(target: PrintTarget, size: float, height: float, air: float) -> Document:
    sheet: ComparisonSheet = target.content
    return weasyprint_adapter.sheet_pages(
        target,
        "comparison",
        "comparison",
        sheet=sheet,
        size=f"{size:g}",
        air=f"{air:.3f}",
        height=f"{height:g}",
        sources=sheet.sources
        and target.words.put("sources", sources=html_text.joined(sheet.sources)),
        legend=any_unconfirmed(sheet),
        qr=weasyprint_adapter.qr(target.options.address, "comparison", target.stamp.edition),
    )
