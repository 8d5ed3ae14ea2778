"""No one-pager has a hole: an empty place as wide as one of its stacks, higher than 15 mm."""

from __future__ import annotations

from io import BytesIO
from itertools import accumulate

import pypdfium2
import pytest

from tests.content.test_modules import MODULES
from tests.content.test_sheets import rendered

AIR = 4
"""Millimetres between two blocks or lines, which are no hole."""
HIGH, WIDE = 15 + AIR, 85
"""Millimetres of a hole."""
EDGE = 13
"""Millimetres of the page's margin at both sides."""
DOTS = 4
"""Dots of the picture in a millimetre."""

Grid = list[list[bool]]


def inked(page: pypdfium2.PdfPage) -> Grid:
    """Return which square millimetres of a page hold ink, row by row."""
    picture = page.render(scale=DOTS * 25.4 / 72).to_pil().convert("L")
    wide, high = picture.width // DOTS, picture.height // DOTS
    dark = picture.crop((0, 0, wide * DOTS, high * DOTS)).point(lambda grey: 255 * (grey < 245))
    # One dark dot of sixteen leaves its square millimetre at 16 of 255.
    squares = dark.reduce(DOTS).tobytes()
    rows = [squares[y * wide : (y + 1) * wide] for y in range(high)]
    return [[square > 0 for square in row[EDGE : wide - EDGE]] for row in rows]


def holes(grid: Grid) -> list[tuple[int, int]]:
    """Return left and top, in millimetres, of empty places so high and wide, above the last ink."""
    last = max(y for y, row in enumerate(grid) if any(row))
    sums = [[0] * (len(grid[0]) + 1)]
    for row in grid[: last + 1]:
        sums.append([a + b for a, b in zip(sums[-1], [0, *accumulate(row)], strict=True)])
    return [
        (x + EDGE, y)
        for y in range(HIGH, last + 1 - HIGH)
        for x in range(len(grid[0]) - WIDE)
        if sums[y + HIGH][x + WIDE] - sums[y][x + WIDE] == sums[y + HIGH][x] - sums[y][x]
    ]


@pytest.mark.parametrize("module", MODULES)
def test_a_one_pager_has_no_hole(module: str) -> None:
    with pypdfium2.PdfDocument(BytesIO(rendered(f"{module}/onepager"))) as document:
        assert len(document) == 2
        for page in document:
            assert holes(inked(page)) == []


def test_a_hole_is_seen() -> None:
    grid = [[True] * 120 for _ in range(100)]
    for y in range(40, 40 + HIGH):
        grid[y][20 : 20 + WIDE] = [False] * WIDE
    assert holes(grid) == [(20 + EDGE, 40)]
    grid[47][50] = True
    assert holes(grid) == []
