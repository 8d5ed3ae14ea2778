"""Pictures of a report's distributions: one PNG each, made to be read from afar and in grey."""

from __future__ import annotations

from io import BytesIO
from pathlib import Path

from PIL import Image, ImageDraw, ImageFont

from engine.atomic_files import write_atomically
from engine.loading.content import ASSETS
from engine.thai.dates import grouped
from games.simulation.report import Report
from games.simulation.spread import Distribution

SIZE = (1280, 720)
_PAPER, _INK, _FAINT = "#FBF6EC", "#1F1B16", "#D9D0C1"
_BAR, _OUTSIDE, _MARK = "#075656", "#9CCBC6", "#6B4200"
_LEFT, _TOP, _RIGHT, _BOTTOM = 150, 230, 60, 110
"""Margins of the plot in pixels."""
_MOST_LABELS = 9


def draw(report: Report, folder: Path) -> list[Path]:
    """Draw every distribution of the report to `folder/NAME.png`; return the files, in order.

    Same report, same bytes. Thai needs Raqm to be shaped, which the wheels of Pillow hold.

    Raises:
        OSError: the folder cannot be written.
    """
    folder.mkdir(parents=True, exist_ok=True)
    paths = []
    for spread in report.distributions:
        path = folder / f"{spread.name}.png"
        write_atomically(path, _png(_picture(spread, report.caption)))
        paths.append(path)
    return paths


def _png(picture: Image.Image) -> bytes:
    data = BytesIO()
    picture.save(data, "PNG", optimize=True)
    return data.getvalue()


def _picture(spread: Distribution, caption: str) -> Image.Image:
    picture = Image.new("RGB", SIZE, _PAPER)
    pen = ImageDraw.Draw(picture)
    pen.text((_LEFT, 34), spread.title, _INK, _font("Kanit-SemiBold", 46))
    pen.text((_LEFT, 108), caption, _INK, _font("NotoSansThaiLooped-Regular", 26))
    _scale(pen, spread)
    _bars(pen, spread)
    _values(pen, spread)
    _median(pen, spread)
    return picture


def _font(name: str, size: int) -> ImageFont.FreeTypeFont:
    return ImageFont.truetype(str(ASSETS / "fonts" / f"{name}.ttf"), size)


def _ground() -> int:
    return SIZE[1] - _BOTTOM


def _height(spread: Distribution, count: float) -> int:
    return round(count * (_ground() - _TOP) / max(spread.counts))


def _place(spread: Distribution, value: float) -> float:
    """Return where a value stands across, its bin's left edge being the value's own."""
    width = (SIZE[0] - _LEFT - _RIGHT) / len(spread.counts)
    return _LEFT + (value - spread.start) / spread.step * width


def _scale(pen: ImageDraw.ImageDraw, spread: Distribution) -> None:
    """Draw lines across at round counts, and what is counted."""
    font = _font("NotoSansThaiLooped-Regular", 24)
    step = _round_step(max(spread.counts))
    for count in range(0, max(spread.counts) + 1, step):
        y = _ground() - _height(spread, count)
        pen.line((_LEFT, y, SIZE[0] - _RIGHT, y), _INK if count == 0 else _FAINT, 2)
        pen.text((_LEFT - 14, y), grouped(count), _INK, font, anchor="rm")
    pen.text((_LEFT - 14, _TOP - 42), spread.counted, _INK, font, anchor="rm")


def _round_step(most: int) -> int:
    """Return a round number that goes three to seven times into the most."""
    size = 1
    while True:
        for factor in (1, 2, 5):
            if most < 7 * factor * size:
                return factor * size
        size *= 10


def _bars(pen: ImageDraw.ImageDraw, spread: Distribution) -> None:
    """Draw bars, dark between the 5th and the 95th of a hundred, pale outside."""
    for place, count in enumerate(spread.counts):
        if not count:
            continue
        first = spread.start + place * spread.step
        within = first + spread.step > spread.low and first <= spread.high
        left, right = _place(spread, first), _place(spread, first + spread.step)
        top = _ground() - max(2, _height(spread, count))
        pen.rectangle((left + 3, top, right - 3, _ground()), _BAR if within else _OUTSIDE)


def _values(pen: ImageDraw.ImageDraw, spread: Distribution) -> None:
    """Draw values under the bars: each bin's own, or its edges where it holds more."""
    font = _font("NotoSansThaiLooped-Regular", 24)
    bins = len(spread.counts)
    every = -(-bins // _MOST_LABELS)
    middle = 0.5 if spread.step == 1 else 0.0
    for place in range(0, bins + (spread.step > 1), every):
        value = spread.start + place * spread.step
        x = _place(spread, value + middle)
        pen.line((x, _ground(), x, _ground() + 8), _INK, 2)
        pen.text((x, _ground() + 12), _number(value), _INK, font, anchor="ma")
    unit = spread.unit
    pen.text((SIZE[0] - _RIGHT, _ground() + 54), unit, _INK, font, anchor="ra")


def _number(value: int) -> str:
    """Return a whole number with a true minus sign."""
    return grouped(value).replace("-", "−")


def _median(pen: ImageDraw.ImageDraw, spread: Distribution) -> None:
    """Draw a dashed line at the value in the middle, and its number."""
    x = _place(spread, spread.median + (0.5 if spread.step == 1 else 0))
    pen.line((x, _TOP - 8, x, _ground()), _PAPER, 9)
    for y in range(_TOP - 40, _ground() - 8, 16):
        pen.line((x, y, x, y + 9), _MARK, 5)
    words = f"{spread.middle} {_number(spread.median)}"
    on_right = x < SIZE[0] * 0.7
    pen.text(
        (x + (14 if on_right else -14), _TOP - 34),
        words,
        _MARK,
        _font("Kanit-SemiBold", 30),
        anchor="lm" if on_right else "rm",
    )
