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
        c = canvas.at(x + shift * size, y, size)
        c.line(GREY, [(-3, 0), (-2, -24)], 7)
        c.line(GREY, [(6, 0), (4, -24)], 7)
        c.line(shirt, [(0, -26), (24, -30)], 15)
        c.line(SKIN, [(22, -26), (28, -6)], 4.5)
        c.circle(SKIN, 35, -31, 8)
        c.polygon(STRAW, [(22, -32), (50, -32), (37, -48)])
        for blade in (-5, 0, 5):
            c.line(LEAF, [(29, 0), (29 + blade, -14)], 2.4)


def orchard(canvas: Canvas, x: float, y: float, size: float) -> None:
    """Draw a person on a ladder with a basket of fruit."""
    c, s = canvas.at(x, y, size), size
    for side in (-9, 9):
        c.line(WOOD, [(side, 0), (side * 0.6, -70)], 3.4)
    for rung in range(1, 6):
        c.line(WOOD, [(-8, -rung * 12), (8, -rung * 12)], 3)
    person(canvas, x, y - 26 * s, s * 0.9, ROSE, hat=STRAW)
    arm(canvas, x + 7 * s, y - 62 * s, x + 24 * s, y - 78 * s, s, ROSE)
    c.polygon(WOOD, [(16, 0), (42, 0), (46, -16), (12, -16)])
    for dx in (18, 28, 38):
        c.circle(ORANGE, dx, -18, 6)


def market(canvas: Canvas, x: float, y: float, size: float) -> None:
    """Draw a stall with a striped roof and a seller."""
    c, s = canvas.at(x, y, size), size
    for side in (-38, 38):
        c.line(WOOD, [(side, 0), (side, -66)], 4)
    person(canvas, x, y - 6 * s, s * 0.95, TEAL)
    c.box(WOOD, -42, -26, 84, 26)
    for n, fruit in enumerate((ORANGE, RED, LEAF, GOLD, ORANGE, LEAF)):
        c.circle(fruit, -34 + n * 13.6, -28, 6.5)
    for n in range(6):
        stripe = canvas.at(x + (-48 + n * 16) * s, y, s)
        colour = ROSE if n % 2 else PALE
        stripe.polygon(colour, [(0, -60), (16, -60), (14, -82), (2, -82)])
        stripe.circle(colour, 8, -60, 8)


def hairdresser(canvas: Canvas, x: float, y: float, size: float) -> None:
    """Draw a person who cuts another's hair, before a mirror."""
    c, s = canvas.at(x, y, size), size
    c.box(WOOD, 30, -62, 22, 62)
    c.box((206, 232, 242), 33, -58, 16, 34)
    c.box(GREY, 6, -16, 20, 16)
    c.polygon(PALE, [(2, -12), (28, -12), (22, -34), (8, -34)])
    c.circle(SKIN, 15, -41, 8.5)
    c.circle(HAIR, 15, -46, 8)
    person(canvas, x - 14 * s, y, s, VIOLET)
    arm(canvas, x - 8 * s, y - 40 * s, x + 8 * s, y - 52 * s, s, VIOLET)


def massage(canvas: Canvas, x: float, y: float, size: float) -> None:
    """Draw a person who kneels beside somebody on a mat."""
    c, s = canvas.at(x, y, size), size
    c.box((188, 134, 92), -42, -8, 84, 8)
    c.line(PALE, [(-30, -14), (22, -14)], 13)
    c.circle(SKIN, 33, -14, 8)
    c.circle(HAIR, 37, -15, 6.5)
    c.polygon(TEAL, [(-12, -12), (10, -12), (9, -46), (-7, -46)])
    c.circle(SKIN, 3, -55, 9)
    c.circle(HAIR, 1, -59, 8)
    arm(canvas, x + 6 * s, y - 42 * s, x + 20 * s, y - 20 * s, s, TEAL)


def rider(canvas: Canvas, x: float, y: float, size: float) -> None:
    """Draw a rider on a motorcycle with a box behind."""
    c, s = canvas.at(x, y, size), size
    for dx in (-24, 24):
        c.circle(HAIR, dx, -11, 11)
        c.circle((214, 214, 214), dx, -11, 5)
    c.line(RED, [(-20, -20), (16, -18)], 11)
    c.line(RED, [(24, -12), (16, -42)], 5)
    c.box(GOLD, -42, -50, 26, 24)
    c.line(BLUE, [(-6, -26), (8, -14)], 8)
    c.line(LEAF, [(-6, -28), (-1, -48)], 15)
    arm(canvas, x + 1 * s, y - 46 * s, x + 16 * s, y - 40 * s, s, LEAF)
    c.circle(LEAF, 2, -63, 11)
    c.circle(SKIN, 7, -60, 6.5)


def scenes(canvas: Canvas, x: float, y: float, size: float) -> None:
    """Draw a small stage with a singer and two loudspeakers."""
    c, s = canvas.at(x, y, size), size
    c.box(WOOD, -48, -12, 96, 12)
    c.polygon(VIOLET, [(-44, -12), (44, -12), (38, -76), (-38, -76)])
    for dx in (-30, 0, 30):
        c.circle(GOLD, dx, -78, 5)
    person(canvas, x, y - 12 * s, s * 0.85, ROSE, trousers=HAIR)
    c.line(HAIR, [(12, -12), (12, -46)], 2.6)
    c.circle(GREY, 12, -48, 4)
    for side in (-1, 1):
        c.box(HAIR, side * 38 - 10, -44, 20, 32)
        c.circle(GREY, side * 38, -26, 6.5)


def homework(canvas: Canvas, x: float, y: float, size: float) -> None:
    """Draw a person at a sewing machine."""
    c, s = canvas.at(x, y, size), size
    c.box(WOOD, -6, -26, 52, 5)
    for dx in (-2, 40):
        c.line(WOOD, [(dx, -22), (dx, 0)], 4)
    c.box(HAIR, 8, -32, 30, 7)
    c.box(HAIR, 30, -48, 8, 22)
    c.box(HAIR, 10, -48, 26, 8)
    c.polygon(ROSE, [(-4, -27), (18, -27), (10, -6), (-10, -8)])
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
