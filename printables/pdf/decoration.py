"""Pictures that say nothing beside the words: left out of what a screen reader reads."""

from __future__ import annotations

from typing import Any


def hide_decoration(pdf: Any) -> None:
    """Mark figures without alternative text as artifacts and take them out of the tag tree.

    Args:
        pdf: of WeasyPrint, before it is written.
    """
    by_reference = {thing.reference: thing for thing in pdf.objects}
    root = by_reference.get(pdf.catalog.get("StructTreeRoot"))
    if root is None:
        return
    numbers = by_reference[root["ParentTree"]]["Nums"]
    of_page = dict(zip(pdf.page_references, numbers[1::2], strict=False))
    hidden: dict[Any, set[int]] = {}
    for element in pdf.objects:
        if not _is_undescribed_figure(element):
            continue
        marks = [kid for kid in element["K"] if isinstance(kid, int)]
        parent = by_reference[element["P"]]
        parent["K"][:] = [kid for kid in parent["K"] if kid != element.reference]
        page = element["Pg"]
        hidden.setdefault(page, set()).update(marks)
        for mark in marks:
            of_page[page][mark] = "null"
        element["K"][:] = []
    for page, numbers_hidden in hidden.items():
        contents = by_reference[by_reference[page]["Contents"]]
        _mark_as_artifacts(contents.stream, numbers_hidden)


def _is_undescribed_figure(thing: Any) -> bool:
    return isinstance(thing, dict) and thing.get("S") == "/Figure" and "Alt" not in thing


def _mark_as_artifacts(operations: list[Any], marks: set[int]) -> None:
    """Replace the beginning of each of these marked contents."""
    for i in range(len(operations) - 2):
        begins = operations[i + 2] == b"BDC" and isinstance(operations[i + 1], dict)
        if begins and operations[i + 1].get("MCID") in marks:
            operations[i : i + 3] = [b"/Artifact", b"BMC", b""]
