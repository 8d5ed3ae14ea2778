"""Cards on A4 sheets: gutters, cut marks, backs mirrored for the printer's flip.

A sheet is 2 cards by 4. Flipped over its long edge, left and right change places; over its
short edge, top and bottom do, and every back is turned round so that it stands upright when
the card is turned sideways.
"""

from __future__ import annotations

from collections.abc import Sequence
from contextlib import ExitStack
from io import BytesIO
from typing import Any

from printables.print_target import ASSETS, PrintOptions, PrintTarget

POINT = 72 / 25.4
A4_WIDTH, A4_HEIGHT = 210.0, 297.0
CARD_WIDTH, CARD_HEIGHT = 93.0, 67.0
COLUMNS, ROWS = 2, 4
PER_SHEET = COLUMNS * ROWS
GUTTER = 4.0
LEFT = (A4_WIDTH - COLUMNS * CARD_WIDTH - (COLUMNS - 1) * GUTTER) / 2
TOP = (A4_HEIGHT - ROWS * CARD_HEIGHT - (ROWS - 1) * GUTTER) / 2
MARK_GAP, MARK_LENGTH = 0.8, 3.6
"""Millimetres between a card and its cut mark, and the mark's length."""

FACES = {
    "Looped": "NotoSansThaiLooped-Regular",
    "Looped-Semi-Bold": "NotoSansThaiLooped-SemiBold",
    "Kanit-Semi-Bold": "Kanit-SemiBold",
}
"""Our font files, by the names that faces have inside a PDF."""


def front_corner(place: int) -> tuple[float, float]:
    """Left and top, in millimetres, of the front at a place (0 to 7, row by row)."""
    row, column = divmod(place, COLUMNS)
    return LEFT + column * (CARD_WIDTH + GUTTER), TOP + row * (CARD_HEIGHT + GUTTER)


def back_corner(place: int, options: PrintOptions) -> tuple[float, float]:
    """Left and top of that card's back on the back page, offsets included."""
    x, y = front_corner(place)
    if options.flip == "long":
        x = A4_WIDTH - x - CARD_WIDTH
    else:
        y = A4_HEIGHT - y - CARD_HEIGHT
    return x + options.offset_x, y + options.offset_y


def impose(cards: Sequence[bytes], target: PrintTarget) -> bytes:
    """A deck on A4 sheets, fronts and backs by turns, with what the file says about itself.

    Args:
        cards: the PDF of each card, its front and its back.
    """
    import pikepdf

    with pikepdf.new() as deck, ExitStack() as opened:
        drawn = [opened.enter_context(pikepdf.open(BytesIO(card))) for card in cards]
        for first in range(0, len(drawn), PER_SHEET):
            sheet = drawn[first : first + PER_SHEET]
            _add_page(deck, [card.pages[0] for card in sheet], target.options, back=False)
            _add_page(deck, [card.pages[1] for card in sheet], target.options, back=True)
        _share_fonts(deck)
        describe(deck, target)
        return saved(deck)


def _add_page(deck: Any, sides: Sequence[Any], options: PrintOptions, *, back: bool) -> None:
    """One side of a sheet, from the sides of at most eight cards."""
    page = _blank(deck)
    drawn = [] if back else [_cut_marks(len(sides))]
    for place, side in enumerate(sides):
        name = f"/Card{place}"
        page.Resources.XObject[name] = deck.copy_foreign(side.as_form_xobject())
        drawn.append(_placed(name, place, back, options))
    page.Contents = deck.make_stream(b"\n".join(drawn))


def _share_fonts(deck: Any) -> None:
    """Puts one whole font where each card brought its own part of it.

    The parts keep the numbers of the glyphs, so they are all found in the whole.
    """
    import pikepdf

    whole: dict[str, Any] = {}
    for thing in deck.objects:
        if isinstance(thing, pikepdf.Dictionary) and thing.get("/Type") == "/FontDescriptor":
            name = FACES[str(thing.FontName).partition("+")[2]]
            if name not in whole:
                font = (ASSETS / "fonts" / f"{name}.ttf").read_bytes()
                whole[name] = deck.make_stream(font, Length1=len(font))
            thing.FontFile2 = whole[name]


def _blank(sheets: Any) -> Any:
    import pikepdf

    sheets.add_blank_page(page_size=(A4_WIDTH * POINT, A4_HEIGHT * POINT))
    page = sheets.pages[-1].obj
    page.Resources = pikepdf.Dictionary(XObject=pikepdf.Dictionary())
    return page


def _placed(name: str, place: int, back: bool, options: PrintOptions) -> bytes:
    """The drawing of one card; a form of the cards' PDF is one card large, in points."""
    x, top = back_corner(place, options) if back else front_corner(place)
    y = A4_HEIGHT - top - CARD_HEIGHT
    if back and options.flip == "short":
        matrix = (-1, 0, 0, -1, (x + CARD_WIDTH) * POINT, (y + CARD_HEIGHT) * POINT)
    else:
        matrix = (1, 0, 0, 1, x * POINT, y * POINT)
    numbers = " ".join(f"{n:.4f}" for n in matrix)
    return f"q {numbers} cm {name} Do Q".encode()


def _cut_marks(cards: int) -> bytes:
    """Hair lines beside the corners of that many cards: outside the block and in gutters."""
    lines = ["q 0.4 w 0 G"]
    for place in range(cards):
        x, top = front_corner(place)
        for corner_x, outward_x in ((x, -1), (x + CARD_WIDTH, 1)):
            for corner_top, outward_y in ((top, -1), (top + CARD_HEIGHT, 1)):
                lines.append(_mark(corner_x, corner_top, outward_x, 0))
                lines.append(_mark(corner_x, corner_top, 0, outward_y))
    lines.append("Q")
    return "\n".join(lines).encode()


def _mark(x: float, top: float, right: int, down: int) -> str:
    inside = (
        LEFT < x + right * GUTTER < A4_WIDTH - LEFT and TOP < top + down * GUTTER < A4_HEIGHT - TOP
    )
    length = GUTTER / 2 - MARK_GAP if inside else MARK_LENGTH
    ends = ((x + right * d, A4_HEIGHT - top - down * d) for d in (MARK_GAP, MARK_GAP + length))
    (x1, y1), (x2, y2) = ((a * POINT, b * POINT) for a, b in ends)
    return f"{x1:.3f} {y1:.3f} m {x2:.3f} {y2:.3f} l S"


def describe(sheets: Any, target: PrintTarget) -> None:
    """Title, language, day, and how the printer should take it: true size, that flip."""
    import pikepdf

    edge = "/DuplexFlipLongEdge" if target.options.flip == "long" else "/DuplexFlipShortEdge"
    sheets.Root.Lang = "th"
    sheets.Root.ViewerPreferences = pikepdf.Dictionary(
        DisplayDocTitle=True, PrintScaling=pikepdf.Name("/None"), Duplex=pikepdf.Name(edge)
    )
    sheets.docinfo["/Title"] = f"{target.title} · {target.edition}"
    sheets.docinfo["/CreationDate"] = f"D:{target.stamp.as_of:%Y%m%d}000000Z"


def saved(sheets: Any) -> bytes:
    """The bytes of a PDF: the same content gives the same ones."""
    import pikepdf

    out = BytesIO()
    sheets.save(
        out,
        deterministic_id=True,
        compress_streams=True,
        object_stream_mode=pikepdf.ObjectStreamMode.generate,
    )
    return out.getvalue()
