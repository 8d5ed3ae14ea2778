"""People at work in the landscape: a small figure with its tool for each occupation."""

from __future__ import annotations

from collections.abc import Callable, Mapping

from games.ui.pictures.landscape import GOLD, LEAF, ORANGE, WOOD, Canvas
from games.ui.toolkit.theme import Colour

SKIN: Colour = (214, 160, 115)
HAIR: Colour = (44, 34, 32)
STRAW: Colour = (233, 200, 120)
BLUE: Colour = (52, 92, 150)
ROSE: Colour = (216, 84, 126)
TEAL: Colour = (24, 122, 118)
VIOLET: Colour = (120, 86, 186)
GREY: Colour = (110, 112, 120)
RED: Colour = (206, 62, 46)
PALE: Colour = (255, 248, 232)

Figure = Callable[[Canvas, float, float, float], None]
"""Draws at (x, y), the middle of the feet; size 1 is a grown person 62 units high."""


def person(
    canvas: Canvas,
    x: float,
    y: float,
    size: float,
    shirt: Colour,
    *,
    trousers: Colour = BLUE,
    hat: Colour | None = None,
    lean: float = 0,
) -> None:
    """Draw a standing person; `lean` moves the head sideways, in units."""
    s = size
    for side in (-5, 5):
        canvas.line(
            trousers, [(x + side * s, y), (x + (side * 0.7 + lean * 0.2) * s, y - 24 * s)], 7 * s
        )
    hip, neck = x + lean * 0.3 * s, x + lean * 0.8 * s
    canvas.polygon(
        shirt,
        [
            (hip - 9 * s, y - 20 * s),
            (hip + 9 * s, y - 20 * s),
            (neck + 10 * s, y - 44 * s),
            (neck - 10 * s, y - 44 * s),
        ],
    )
    head = x + lean * s
    canvas.circle(SKIN, head, y - 53 * s, 9.5 * s)
    canvas.polygon(
        HAIR,
        [
            (head - 10 * s, y - 53 * s),
            (head - 7 * s, y - 63 * s),
            (head + 7 * s, y - 63 * s),
            (head + 10 * s, y - 53 * s),
            (head, y - 58 * s),
        ],
    )
    if hat is not None:
        canvas.polygon(
            hat, [(head - 17 * s, y - 56 * s), (head + 17 * s, y - 56 * s), (head, y - 70 * s)]
        )


def arm(
    canvas: Canvas, x: float, y: float, to_x: float, to_y: float, size: float, shirt: Colour
) -> None:
    """Draw an arm from the shoulder to the hand."""
    canvas.line(shirt, [(x, y), ((x + to_x) / 2, (y + to_y) / 2)], 6 * size)
    canvas.line(SKIN, [((x + to_x) / 2, (y + to_y) / 2), (to_x, to_y)], 4.5 * size)


def farmer(canvas: Canvas, x: float, y: float, size: float) -> None:
    """Draw two people planting rice."""
    for shift, shirt in ((0, BLUE), (46, ROSE)):
        at = x + shift * size
        s = size
        canvas.line(GREY, [(at - 3 * s, y), (at - 2 * s, y - 24 * s)], 7 * s)
        canvas.line(GREY, [(at + 6 * s, y), (at + 4 * s, y - 24 * s)], 7 * s)
        canvas.line(shirt, [(at, y - 26 * s), (at + 24 * s, y - 30 * s)], 15 * s)
        canvas.line(SKIN, [(at + 22 * s, y - 26 * s), (at + 28 * s, y - 6 * s)], 4.5 * s)
        canvas.circle(SKIN, at + 35 * s, y - 31 * s, 8 * s)
        canvas.polygon(
            STRAW, [(at + 22 * s, y - 32 * s), (at + 50 * s, y - 32 * s), (at + 37 * s, y - 48 * s)]
        )
        for blade in (-5, 0, 5):
            canvas.line(LEAF, [(at + 29 * s, y), (at + (29 + blade) * s, y - 14 * s)], 2.4 * s)


def orchard(canvas: Canvas, x: float, y: float, size: float) -> None:
    """Draw a person on a ladder with a basket of fruit."""
    s = size
    for side in (-9, 9):
        canvas.line(WOOD, [(x + side * s, y), (x + side * 0.6 * s, y - 70 * s)], 3.4 * s)
    for rung in range(1, 6):
        canvas.line(WOOD, [(x - 8 * s, y - rung * 12 * s), (x + 8 * s, y - rung * 12 * s)], 3 * s)
    person(canvas, x, y - 26 * s, s * 0.9, ROSE, hat=STRAW)
    arm(canvas, x + 7 * s, y - 62 * s, x + 24 * s, y - 78 * s, s, ROSE)
    canvas.polygon(
        WOOD, [(x + 16 * s, y), (x + 42 * s, y), (x + 46 * s, y - 16 * s), (x + 12 * s, y - 16 * s)]
    )
    for dx in (18, 28, 38):
        canvas.circle(ORANGE, x + dx * s, y - 18 * s, 6 * s)


def market(canvas: Canvas, x: float, y: float, size: float) -> None:
    """Draw a stall with a striped roof and a seller."""
    s = size
    for side in (-38, 38):
        canvas.line(WOOD, [(x + side * s, y), (x + side * s, y - 66 * s)], 4 * s)
    person(canvas, x, y - 6 * s, s * 0.95, TEAL)
    canvas.box(WOOD, x - 42 * s, y - 26 * s, 84 * s, 26 * s)
    for n, fruit in enumerate((ORANGE, RED, LEAF, GOLD, ORANGE, LEAF)):
        canvas.circle(fruit, x + (-34 + n * 13.6) * s, y - 28 * s, 6.5 * s)
    for n in range(6):
        left = x + (-48 + n * 16) * s
        colour = ROSE if n % 2 else PALE
        canvas.polygon(
            colour,
            [
                (left, y - 60 * s),
                (left + 16 * s, y - 60 * s),
                (left + 14 * s, y - 82 * s),
                (left + 2 * s, y - 82 * s),
            ],
        )
        canvas.circle(colour, left + 8 * s, y - 60 * s, 8 * s)


def hairdresser(canvas: Canvas, x: float, y: float, size: float) -> None:
    """Draw a person who cuts another's hair, before a mirror."""
    s = size
    canvas.box(WOOD, x + 30 * s, y - 62 * s, 22 * s, 62 * s)
    canvas.box((206, 232, 242), x + 33 * s, y - 58 * s, 16 * s, 34 * s)
    canvas.box(GREY, x + 6 * s, y - 16 * s, 20 * s, 16 * s)
    canvas.polygon(
        PALE,
        [
            (x + 2 * s, y - 12 * s),
            (x + 28 * s, y - 12 * s),
            (x + 22 * s, y - 34 * s),
            (x + 8 * s, y - 34 * s),
        ],
    )
    canvas.circle(SKIN, x + 15 * s, y - 41 * s, 8.5 * s)
    canvas.circle(HAIR, x + 15 * s, y - 46 * s, 8 * s)
    person(canvas, x - 14 * s, y, s, VIOLET)
    arm(canvas, x - 8 * s, y - 40 * s, x + 8 * s, y - 52 * s, s, VIOLET)


def massage(canvas: Canvas, x: float, y: float, size: float) -> None:
    """Draw a person who kneels beside somebody on a mat."""
    s = size
    canvas.box((188, 134, 92), x - 42 * s, y - 8 * s, 84 * s, 8 * s)
    canvas.line(PALE, [(x - 30 * s, y - 14 * s), (x + 22 * s, y - 14 * s)], 13 * s)
    canvas.circle(SKIN, x + 33 * s, y - 14 * s, 8 * s)
    canvas.circle(HAIR, x + 37 * s, y - 15 * s, 6.5 * s)
    canvas.polygon(
        TEAL,
        [
            (x - 12 * s, y - 12 * s),
            (x + 10 * s, y - 12 * s),
            (x + 9 * s, y - 46 * s),
            (x - 7 * s, y - 46 * s),
        ],
    )
    canvas.circle(SKIN, x + 3 * s, y - 55 * s, 9 * s)
    canvas.circle(HAIR, x + 1 * s, y - 59 * s, 8 * s)
    arm(canvas, x + 6 * s, y - 42 * s, x + 20 * s, y - 20 * s, s, TEAL)


def rider(canvas: Canvas, x: float, y: float, size: float) -> None:
    """Draw a rider on a motorcycle with a box behind."""
    s = size
    for dx in (-24, 24):
        canvas.circle(HAIR, x + dx * s, y - 11 * s, 11 * s)
        canvas.circle((214, 214, 214), x + dx * s, y - 11 * s, 5 * s)
    canvas.line(RED, [(x - 20 * s, y - 20 * s), (x + 16 * s, y - 18 * s)], 11 * s)
    canvas.line(RED, [(x + 24 * s, y - 12 * s), (x + 16 * s, y - 42 * s)], 5 * s)
    canvas.box(GOLD, x - 42 * s, y - 50 * s, 26 * s, 24 * s)
    canvas.line(BLUE, [(x - 6 * s, y - 26 * s), (x + 8 * s, y - 14 * s)], 8 * s)
    canvas.line(LEAF, [(x - 6 * s, y - 28 * s), (x - 1 * s, y - 48 * s)], 15 * s)
    arm(canvas, x + 1 * s, y - 46 * s, x + 16 * s, y - 40 * s, s, LEAF)
    canvas.circle(LEAF, x + 2 * s, y - 63 * s, 11 * s)
    canvas.circle(SKIN, x + 7 * s, y - 60 * s, 6.5 * s)


def scenes(canvas: Canvas, x: float, y: float, size: float) -> None:
    """Draw a small stage with a singer and two loudspeakers."""
    s = size
    canvas.box(WOOD, x - 48 * s, y - 12 * s, 96 * s, 12 * s)
    canvas.polygon(
        VIOLET,
        [
            (x - 44 * s, y - 12 * s),
            (x + 44 * s, y - 12 * s),
            (x + 38 * s, y - 76 * s),
            (x - 38 * s, y - 76 * s),
        ],
    )
    for dx in (-30, 0, 30):
        canvas.circle(GOLD, x + dx * s, y - 78 * s, 5 * s)
    person(canvas, x, y - 12 * s, s * 0.85, ROSE, trousers=HAIR)
    canvas.line(HAIR, [(x + 12 * s, y - 12 * s), (x + 12 * s, y - 46 * s)], 2.6 * s)
    canvas.circle(GREY, x + 12 * s, y - 48 * s, 4 * s)
    for side in (-1, 1):
        canvas.box(HAIR, x + (side * 38 - 10) * s, y - 44 * s, 20 * s, 32 * s)
        canvas.circle(GREY, x + side * 38 * s, y - 26 * s, 6.5 * s)


def homework(canvas: Canvas, x: float, y: float, size: float) -> None:
    """Draw a person at a sewing machine."""
    s = size
    canvas.box(WOOD, x - 6 * s, y - 26 * s, 52 * s, 5 * s)
    for dx in (-2, 40):
        canvas.line(WOOD, [(x + dx * s, y - 22 * s), (x + dx * s, y)], 4 * s)
    canvas.box(HAIR, x + 8 * s, y - 32 * s, 30 * s, 7 * s)
    canvas.box(HAIR, x + 30 * s, y - 48 * s, 8 * s, 22 * s)
    canvas.box(HAIR, x + 10 * s, y - 48 * s, 26 * s, 8 * s)
    canvas.polygon(
        ROSE,
        [
            (x - 4 * s, y - 27 * s),
            (x + 18 * s, y - 27 * s),
            (x + 10 * s, y - 6 * s),
            (x - 10 * s, y - 8 * s),
        ],
    )
    person(canvas, x - 20 * s, y, s * 0.95, GOLD, lean=5)
    arm(canvas, x - 12 * s, y - 38 * s, x + 8 * s, y - 30 * s, s, GOLD)


FIGURES: Mapping[str, Figure] = {
    "farmer": farmer,
    "orchard": orchard,
    "market": market,
    "hairdresser": hairdresser,
    "massage": massage,
    "rider": rider,
    "stage": scenes,
    "homework": homework,
}
"""How each occupation is drawn, by its id."""
