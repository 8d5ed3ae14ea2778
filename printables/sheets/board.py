"""The board: the screen's 28 spaces around the village, as an A3 poster or on two A4 sheets."""

from __future__ import annotations

from dataclasses import dataclass
from io import BytesIO

from engine.catalogue import Catalogue
from engine.schema.game import Board
from engine.schema.text import Text
from printables.pdf import weasyprint_adapter
from printables.pdf.geometry import A4_LONG, A4_SHORT, MARK_MARGIN
from printables.pdf.imposition import POINT, describe, saved
from printables.print_target import PrintTarget
from printables.sheets.fixed_page import print_fixed_page
from printables.text.sheet_text import SheetText
from printables.text.typefaces import DISPLAY

WIDTH, HEIGHT = 376.0, 277.0
"""Of the drawing, in millimetres: two A4 sheets with their margins and an overlap."""
OVERLAP = 12.0
"""Of the second A4 sheet over the first."""
MARGIN = 8.0
ACROSS, DOWN = 9, 7
"""Spaces along the top and along a side, corners among them."""
DEPTH = 36.0
"""Of the loop, in millimetres."""
ROAD = 11.0
GAP = 1.6
LARGEST, WIDEST_LABEL = 24.0, 34.5
"""Points of a label, and the millimetres it may take."""

KIND_COLOURS = {
    "event": "lotus",
    "rumour": "violet",
    "community": "leaf",
    "unit": "gold",
    "market": "indigo",
}
STEP_ICONS = (
    "sun-behind-cloud",
    "mosquito",
    "game-die",
    "megaphone",
    "handshake",
    "hourglass-not-done",
)


@dataclass(frozen=True, slots=True)
class Box:
    """A rectangle in millimetres from the left and top."""

    x: float
    y: float
    wide: float
    high: float


@dataclass(frozen=True, slots=True)
class PrintedSpace:
    """A space: its box, where a token stands, and what it shows.

    Attributes:
        kind: right, event, rumour, community, unit or market.
        size: points of its label.
    """

    title: Text
    icon: str
    kind: str
    colour: str
    size: float
    box: Box
    stand: tuple[float, float]


@dataclass(frozen=True, slots=True)
class PrintedBoard:
    """The whole board.

    Attributes:
        storm: steps of the storm's track.
        steps: title, words and picture of the six steps of a chapter.
        tiled: on two A4 sheets.
    """

    spaces: tuple[PrintedSpace, ...]
    storm: int
    storm_icon: str
    steps: tuple[tuple[Text, Text, str], ...]
    tiled: bool
    facts: tuple[str, ...] = ()
    template: str = "board"
    style: str = "table"
    pages: int = 1


@dataclass(frozen=True, slots=True)
class PocketCards:
    """The six steps of a chapter, four times on an A4."""

    steps: tuple[tuple[Text, Text, str], ...]
    facts: tuple[str, ...] = ()
    template: str = "pocket"
    style: str = "table"
    pages: int = 1


def pocket_cards(words: SheetText) -> PocketCards:
    """Return the pocket cards."""
    return PocketCards(_steps(words))


def _steps(words: SheetText) -> tuple[tuple[Text, Text, str], ...]:
    return tuple(
        (words[f"step_{n}"], words[f"step_{n}_do"], icon) for n, icon in enumerate(STEP_ICONS, 1)
    )


def board_sheet(catalogue: Catalogue, words: SheetText, *, tiled: bool) -> PrintedBoard | None:
    """Return the board's content; None when the catalogue has no board."""
    board, village = catalogue.board, catalogue.village
    if board is None or village is None:
        return None
    return PrintedBoard(
        spaces=_spaces(catalogue, board),
        storm=village.storm.steps,
        storm_icon=village.storm.icon,
        steps=_steps(words),
        tiled=tiled,
    )


def _spaces(catalogue: Catalogue, board: Board) -> tuple[PrintedSpace, ...]:
    found = []
    for place, space in enumerate(board.spaces):
        kind = "market" if space.place == "market" else space.kind
        module = catalogue.module_by_id.get(space.module or "")
        colour = KIND_COLOURS.get(kind) or (module.colour if module else "teal")
        width = weasyprint_adapter.line_width(space.title.shown, DISPLAY)
        size = min(LARGEST, WIDEST_LABEL / max(width, 1) * 72 / 25.4)
        box, stand = _place(place)
        found.append(
            PrintedSpace(space.title, space.icon, kind, colour, round(size, 1), box, stand)
        )
    return tuple(found)


def _place(place: int) -> tuple[Box, tuple[float, float]]:
    """Return the box of a space and the middle of its stand, walking from the first corner."""
    wide = WIDTH / ACROSS
    side = (HEIGHT - 2 * DEPTH) / (DOWN - 2)
    corners = (0, ACROSS - 1, ACROSS + DOWN - 2, 2 * ACROSS + DOWN - 3)
    inner = ROAD / 2 + 0.8
    if place < corners[1]:
        column, row = place, 0
    elif place < corners[2]:
        column, row = ACROSS - 1, place - corners[1]
    elif place <= corners[3]:
        column, row = ACROSS - 1 - (place - corners[2]), DOWN - 1
    else:
        column, row = 0, DOWN - 1 - (place - corners[3])
    top = 0.0 if row == 0 else HEIGHT - DEPTH if row == DOWN - 1 else DEPTH + (row - 1) * side
    high = DEPTH if row in (0, DOWN - 1) else side
    box = Box(column * wide + GAP / 2, top + GAP / 2, wide - GAP, high - GAP)
    x = min(max(box.x + box.wide / 2, wide + inner), WIDTH - wide - inner)
    y = min(max(box.y + box.high / 2, DEPTH + inner), HEIGHT - DEPTH - inner)
    if row == 0:
        y = DEPTH + inner
    elif row == DOWN - 1:
        y = HEIGHT - DEPTH - inner
    else:
        x = wide + inner if column == 0 else WIDTH - wide - inner
    return box, (x, y)


def print_board(target: PrintTarget) -> bytes:
    """Return the poster, or two A4 sheets whose strip in the middle overlaps."""
    drawn = print_fixed_page(target)
    return _tiled(drawn, target) if target.content.tiled else drawn


def _tiled(drawn: bytes, target: PrintTarget) -> bytes:
    import pikepdf

    top = (A4_LONG - HEIGHT) / 2
    reach = MARGIN + (WIDTH + OVERLAP) / 2
    with pikepdf.new() as sheets, pikepdf.open(BytesIO(drawn)) as poster:
        for number in (0, 1):
            sheets.add_blank_page(page_size=(A4_SHORT * POINT, A4_LONG * POINT))
            page = sheets.pages[-1].obj
            form = sheets.copy_foreign(poster.pages[0].as_form_xobject())
            page.Resources = pikepdf.Dictionary(XObject=pikepdf.Dictionary({"/Board": form}))
            shift = MARGIN if number == 0 else A4_SHORT - MARGIN - WIDTH
            clip = (0.0, reach) if number == 0 else (A4_SHORT - reach, A4_SHORT)
            edge = reach - OVERLAP if number == 0 else A4_SHORT - reach
            y = (A4_LONG - HEIGHT - top) * POINT
            numbers = [n * POINT for n in (clip[0], 0, clip[1], A4_LONG)]
            lines = [
                "q {:.3f} {:.3f} {:.3f} {:.3f} re W n".format(*numbers),
                f"1 0 0 1 {shift * POINT:.3f} {y:.3f} cm /Board Do Q",
                # Up to here the second sheet, cut off at its own line, covers the first.
                f"q 0.5 w [3 3] 0 d {edge * POINT:.3f} {MARK_MARGIN * POINT:.3f} m "
                f"{edge * POINT:.3f} {(top - 1) * POINT:.3f} l S",
                f"{edge * POINT:.3f} {(A4_LONG - MARK_MARGIN) * POINT:.3f} m "
                f"{edge * POINT:.3f} {(A4_LONG - top + 1) * POINT:.3f} l S Q",
            ]
            page.Contents = sheets.make_stream("\n".join(lines).encode())
        describe(sheets, target)
        return saved(sheets)
