"""Icons of the installable site: what Android and iOS want beside the SVG."""

from __future__ import annotations

import io
import os
from pathlib import Path

from PIL import Image

BACKGROUND = "#FBF6EC"
"""The page's own paper, to the edge: a telephone cuts its own shape out of it."""

DRAWING_SHARE = 0.62
"""Part of the side that the drawing takes: inside the circle that every telephone leaves whole."""

SIZES = {"icon-192.png": 192, "icon-512.png": 512, "apple-touch-icon.png": 180}
"""Side in pixels, by file name."""


def render_icon(drawing: Path, side: int) -> bytes:
    """Return the drawing as a square PNG, the same bytes each time."""
    os.environ.setdefault("PYGAME_HIDE_SUPPORT_PROMPT", "1")
    import pygame

    inner = round(side * DRAWING_SHARE)
    drawn = pygame.image.load_sized_svg(drawing, (inner, inner))
    shape = Image.frombytes("RGBA", drawn.get_size(), pygame.image.tobytes(drawn, "RGBA"))
    square = Image.new("RGB", (side, side), BACKGROUND)
    square.paste(shape, ((side - shape.width) // 2, (side - shape.height) // 2), shape)
    written = io.BytesIO()
    square.save(written, "PNG", optimize=True)
    return written.getvalue()
