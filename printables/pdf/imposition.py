"""Cards on A4 sheets, their backs mirrored for the printer's flip; or a page each for a shop."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from contextlib import ExitStack
from io import BytesIO
from typing import Any

from printables.pdf.geometry import BLEED, LARGE, MARK_GAP, SLUG, SMALL, CardSheet
from printables.print_target import ASSETS, PrintOptions, PrintTarget
from printables.text.typefaces import DISPLAY, TYPEFACES

POINT = 72 / 25.4

FACES = {
    "Kanit-Semi-Bold": DISPLAY,
    **{face.family: face.reading for face in TYPEFACES.values()},
    **{f"{face.family}-Semi-Bold": face.strong for face in TYPEFACES.values()},
}
"""Our font files, by the names that faces have inside a PDF."""

Side = tuple[Any, float, float, bool]
"""A drawn side of a card, its left and top, and whether it stands upside down."""


def card_sheet(target: PrintTarget) -> CardSheet:
    """Return how the cards of a deck stand on their sheets."""
    size = LARGE if target.kind == "large-deck" else SMALL[target.options.size]
    return CardSheet(size, target.options.butted)


def impose(cards: Sequence[bytes], target: PrintTarget) -> bytes:
    """Return a deck on A4 sheets with what the file says about itself.

    Args:
        cards: the PDF of each card, its front and its back.
    """
    import pikepdf

    sheet = card_sheet(target)
    with pikepdf.new() as deck, ExitStack() as opened:
        drawn = [opened.enter_context(pikepdf.open(BytesIO(card))).pages for card in cards]
        if target.options.bleed:
            for side in (side for card in drawn for side in card):
                _add_trimmed_page(deck, sheet, side)
        else:
            for sides, marks in _sheet_sides(drawn, sheet, target.options):
                _add_page(deck, sheet, sides, marks)
        _share_fonts(deck)
        describe(deck, target)
        return saved(deck)


def _sheet_sides(
    cards: Sequence[Any], sheet: CardSheet, options: PrintOptions
) -> Iterator[tuple[list[Side], int]]:
    """Yield the sides on each page in printing order, and for how many cards it has marks."""
    flip, offset = options.flip, (options.offset_x, options.offset_y)
    upside_down = sheet.turns_upside_down(flip)
    if flip == "fold":
        places = sheet.fold_places()
        for group in _groups(cards, len(places)):
            sides: list[Side] = []
            for place, card in zip(places, group, strict=False):
                sides.append((card[0], *sheet.front(place), False))
                sides.append((card[1], *sheet.back(place, flip), False))
            yield sides, sheet.per_sheet
        return
    fronts, backs = [], []
    for group in _groups(cards, sheet.per_sheet):
        front: list[Side] = [(c[0], *sheet.front(place), False) for place, c in enumerate(group)]
        back: list[Side] = [
            (c[1], *sheet.back(place, flip, offset), upside_down) for place, c in enumerate(group)
        ]
        fronts.append((front, len(group)))
        backs.append((back, 0))
    if flip == "separate":
        yield from (*fronts, *backs)
    else:
        for pair in zip(fronts, backs, strict=True):
            yield from pair


def _groups(cards: Sequence[Any], size: int) -> Iterable[Sequence[Any]]:
    return (cards[first : first + size] for first in range(0, len(cards), size))


def _add_page(deck: Any, sheet: CardSheet, sides: Sequence[Side], marks: int) -> None:
    page = _blank(deck, *sheet.paper)
    drawn = [_lines(sheet.marks(marks), sheet.paper[1])] if marks else []
    for number, (side, x, top, upside_down) in enumerate(sides):
        name = f"/Card{number}"
        page.Resources.XObject[name] = deck.copy_foreign(side.as_form_xobject())
        drawn.append(_placed(name, sheet, x, top, upside_down))
    page.Contents = deck.make_stream(b"\n".join(drawn))


def _add_trimmed_page(deck: Any, sheet: CardSheet, side: Any) -> None:
    """Add one side on a page of its own, with trim, bleed and marks for a print shop."""
    import pikepdf

    size, edge = sheet.size, BLEED + SLUG
    wide, high = size.width + 2 * edge, size.height + 2 * edge
    page = _blank(deck, wide, high)
    page.TrimBox = pikepdf.Array(
        [n * POINT for n in (edge, edge, edge + size.width, edge + size.height)]
    )
    page.BleedBox = pikepdf.Array([n * POINT for n in (SLUG, SLUG, wide - SLUG, high - SLUG)])
    page.Resources.XObject["/Card0"] = deck.copy_foreign(side.as_form_xobject())
    marks = []
    for x in (edge, wide - edge):
        marks += [(x, 0.0, x, SLUG - MARK_GAP), (x, high, x, high - SLUG + MARK_GAP)]
    for y in (edge, high - edge):
        marks += [(0.0, y, SLUG - MARK_GAP, y), (wide, y, wide - SLUG + MARK_GAP, y)]
    matrix = f"q 1 0 0 1 {edge * POINT:.4f} {edge * POINT:.4f} cm /Card0 Do Q".encode()
    page.Contents = deck.make_stream(_lines(marks, high) + b"\n" + matrix)


def _share_fonts(deck: Any) -> None:
    """Put one whole font where each card brought its own part of it.

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


def _blank(sheets: Any, width: float, height: float) -> Any:
    import pikepdf

    sheets.add_blank_page(page_size=(width * POINT, height * POINT))
    page = sheets.pages[-1].obj
    page.Resources = pikepdf.Dictionary(XObject=pikepdf.Dictionary())
    return page


def _placed(name: str, sheet: CardSheet, x: float, top: float, upside_down: bool) -> bytes:
    """Return the drawing of one card; a form of the cards' PDF is one card large, in points."""
    size = sheet.size
    y = sheet.paper[1] - top - size.height
    if upside_down:
        matrix = (-1, 0, 0, -1, (x + size.width) * POINT, (y + size.height) * POINT)
    else:
        matrix = (1, 0, 0, 1, x * POINT, y * POINT)
    numbers = " ".join(f"{n:.4f}" for n in matrix)
    return f"q {numbers} cm {name} Do Q".encode()


def _lines(lines: Iterable[tuple[float, float, float, float]], height: float) -> bytes:
    """Return hair lines, given in millimetres from the top left of a page so high."""
    drawn = ["q 0.4 w 0 G"]
    for x1, top1, x2, top2 in lines:
        ends = (x1, height - top1, x2, height - top2)
        drawn.append("{:.3f} {:.3f} m {:.3f} {:.3f} l S".format(*(n * POINT for n in ends)))
    drawn.append("Q")
    return "\n".join(drawn).encode()


def describe(sheets: Any, target: PrintTarget) -> None:
    """Write title, language, day, and how the printer should take it: true size, that flip."""
    import pikepdf

    flips = {"long": "/DuplexFlipLongEdge", "short": "/DuplexFlipShortEdge"}
    sheets.Root.Lang = target.words.language
    sheets.Root.ViewerPreferences = pikepdf.Dictionary(
        DisplayDocTitle=True,
        PrintScaling=pikepdf.Name("/None"),
        Duplex=pikepdf.Name(flips.get(target.options.flip, "/Simplex")),
    )
    sheets.docinfo["/Title"] = f"{target.title} · {target.edition}"
    sheets.docinfo["/CreationDate"] = f"D:{target.stamp.as_of:%Y%m%d}000000Z"


def saved(sheets: Any) -> bytes:
    """Return the bytes of a PDF: the same content gives the same ones."""
    import pikepdf

    out = BytesIO()
    sheets.save(
        out,
        deterministic_id=True,
        compress_streams=True,
        object_stream_mode=pikepdf.ObjectStreamMode.generate,
    )
    return out.getvalue()
