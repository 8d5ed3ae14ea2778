"""The text of printed sheets and cards, line by line, as it is drawn.

It is read from what is laid out, which takes a hundredth of the time of drawing. That a PDF gives
the same text is shown by `tests/print` for cards and by `test_replay` for the game's sheets.
"""

from __future__ import annotations

import re
from typing import NoReturn
from unittest.mock import patch

from printables.cards import deck
from printables.pdf import weasyprint_adapter
from printables.print_target import PrintTarget
from printables.text.html_text import words_in

CELL = "|"
"""Between the cells of a row of a table."""
NUMBER = r"-?[\d,]+"

_MARKS = re.compile(r'<img class="mark"[^>]* alt="([^"]*)">')
_BREAK = re.compile(r"<br>")
_CELL_ENDS = re.compile(r"</(?:td|th)>")
_INSIDE_A_CELL = re.compile(r"(<t[dh][ >].*?</t[dh]>)", re.DOTALL)
_BLOCK_ENDS = re.compile(r"</(?:p|li|tr|div|h1|h2|ul|ol|table|section)>")
_BLOCK_BEGINS = re.compile(r"<(?=(?:p|div)[ >])")


def number(text: str) -> int:
    """Return ``1,200`` as 1200."""
    return int(text.replace(",", ""))


def found(pattern: str, text: str) -> int:
    """Return the number in the text where the pattern has N.

    Raises:
        AssertionError: nothing in the text reads like that.
    """
    match = re.search(pattern.replace("N", f"({NUMBER})"), text)
    assert match is not None, (pattern, text)
    return number(match[1])


def lines_of(html: str) -> tuple[str, ...]:
    """Return the lines of a page: paragraphs, items of lists, rows of tables."""
    body = html.partition("<body")[2].partition(">")[2]
    body = _BREAK.sub(" ", _MARKS.sub(r" [\1] ", body)).replace("\n", " ")
    body = _INSIDE_A_CELL.sub(lambda cell: _BLOCK_BEGINS.sub(" <", cell[1]), body)
    body = _INSIDE_A_CELL.sub(lambda cell: _BLOCK_ENDS.sub(" ", cell[1]), body)
    body = _CELL_ENDS.sub(f" {CELL} ", body)
    rows = _BLOCK_ENDS.sub("\n", body).split("\n")
    return tuple(filter(None, (words_in(row).removesuffix(f" {CELL}") for row in rows)))


def card_lines(card: PrintTarget) -> tuple[tuple[str, ...], tuple[str, ...]]:
    """Return the lines of a card's front, its foot first, and of its back without foot."""
    front, back = (
        deck._html(deck._side(face, card, deck.LEAST), card).partition("<body>")[2]
        for face in deck.FACES
    )
    head, _, rest = front.partition('<div class="foot">')
    foot, _, main = rest.partition("<main>")
    told = back.partition("<main>")[2]
    return lines_of("<body>" + foot + head + main), lines_of("<body>" + told)


class _LaidOut(Exception):
    """What a sheet is laid out from."""


def sheet_html(target: PrintTarget) -> str:
    """Return what a sheet that is drawn whole is laid out from."""

    def stop(html: str, *_style: str, **_options: str) -> NoReturn:
        raise _LaidOut(html)

    with patch.object(weasyprint_adapter, "lay_out", stop):
        try:
            target.render()
        except _LaidOut as laid:
            return str(laid)
    raise AssertionError(f"{target.name} is not laid out")


def sheet_lines(target: PrintTarget) -> tuple[str, ...]:
    """Return the lines of a sheet that is drawn whole."""
    return lines_of(sheet_html(target))
