"""The size of type to begin with: so that a text about fills its box."""

from __future__ import annotations

from math import sqrt

from printables.pdf import weasyprint_adapter
from printables.text.html_text import words_in
from printables.text.typefaces import THAI, Typeface

LEADING = 1.42
"""Height of a line of Thai, in ems."""
LOSS = 1.3
"""Lines are not full, and headings and the air between paragraphs take room."""
POINT = 25.4 / 72
STEP = 0.25
"""Points between two sizes."""


def first_size(
    html: str,
    width: float,
    height: float,
    least: float,
    most: float,
    fullness: float = 1.0,
    typeface: Typeface = THAI,
) -> float:
    """Return points of running text at which the words of the HTML about fill the box.

    Args:
        width, height: of the box, in millimetres.
        least, most: the sizes it stays between.
        fullness: by how much the size is corrected for what is not running text.
    """
    ems = max(weasyprint_adapter.line_width(words_in(html), typeface.reading), 1.0)
    size = sqrt(width * height / (ems * LEADING * typeface.lead * LOSS)) / POINT * fullness
    return on_ladder(size, least, most)


def next_size(size: float, used: float, room: float, least: float, most: float) -> float:
    """Return the size to try after one at which the text took so much of its room."""
    return on_ladder(size * sqrt(room / max(used, 1.0)), least, most)


def on_ladder(size: float, least: float, most: float) -> float:
    """Return the next smaller size of the ladder."""
    return min(max(size // STEP * STEP, least), most)
