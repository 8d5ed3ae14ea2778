"""Two small helps: a page that shows how far backs are off, and the answer paddles."""

from __future__ import annotations

from dataclasses import dataclass

from printables.pdf import weasyprint_adapter
from printables.pdf.geometry import A4_LONG, A4_SHORT
from printables.pdf.imposition import describe
from printables.print_target import PrintOptions, PrintTarget

REACH = 8
"""Millimetres that the ruler on the back reaches each way."""

TARGETS = ((105.0, 178.0), (25.0, 40.0), (185.0, 40.0), (25.0, 272.0), (185.0, 272.0))
"""Millimetres from the left and top of the front; the first is the one to read."""


@dataclass(frozen=True, slots=True)
class Calibration:
    """Nothing of the catalogue stands on it."""

    facts: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Paddles:
    """Four paddles on an A4, folded down the middle."""

    letters: tuple[str, ...]
    facts: tuple[str, ...] = ()


PADDLE_COLOURS = ("teal", "lotus", "gold", "indigo")


def print_calibration(target: PrintTarget) -> bytes:
    """Return two pages to print on one sheet: crosses in front, rulers behind them."""
    pages = weasyprint_adapter.sheet_pages(
        target,
        "calibration",
        "aids",
        fronts=TARGETS,
        backs=[behind(x, y, target.options) for x, y in TARGETS],
        cross=weasyprint_adapter.drawn(_cross()),
        ruler=weasyprint_adapter.drawn(_ruler()),
        reach=REACH,
        flip=target.options.flip,
    )
    return _for_the_printer(weasyprint_adapter.write(pages, target, tagged=False), target)


def behind(x: float, y: float, options: PrintOptions) -> tuple[float, float]:
    """Return the back page's point that should meet that front point, offsets included."""
    if options.flip == "long":
        return A4_SHORT - x + options.offset_x, y + options.offset_y
    return x + options.offset_x, A4_LONG - y + options.offset_y


def print_paddles(target: PrintTarget) -> bytes:
    """Return an A4 page of four paddles: folded, each shows its letter on both sides."""
    paddles: Paddles = target.content
    coloured = list(zip(paddles.letters, PADDLE_COLOURS, strict=True))
    pages = weasyprint_adapter.sheet_pages(target, "paddles", "aids", paddles=coloured)
    return weasyprint_adapter.write(pages, target, tagged=False)


def _for_the_printer(pdf: bytes, target: PrintTarget) -> bytes:
    from io import BytesIO

    import pikepdf

    from printables.pdf.imposition import saved

    with pikepdf.open(BytesIO(pdf)) as sheets:
        describe(sheets, target)
        return saved(sheets)


def _cross() -> bytes:
    return (
        b'<svg xmlns="http://www.w3.org/2000/svg" viewBox="-10 -10 20 20">'
        b'<g fill="none" stroke="#000" stroke-width=".25">'
        b'<path d="M-9 0H9M0 -9V9"/><circle r="3"/></g></svg>'
    )


def _ruler() -> bytes:
    ticks = "".join(
        f"M{n} {-long}V{long}M{-long} {n}H{long}"
        for n in range(-REACH, REACH + 1)
        for long in (1.6 if n % 5 == 0 else 0.8,)
    )
    return (
        '<svg xmlns="http://www.w3.org/2000/svg" viewBox="-10 -10 20 20">'
        f'<path d="M{-REACH} 0H{REACH}M0 {-REACH}V{REACH}{ticks}" stroke="#000" '
        'stroke-width=".16" fill="none"/></svg>'
    ).encode()
