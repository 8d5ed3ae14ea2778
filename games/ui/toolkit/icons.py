"""The vendored icons, drawn from SVG once for each size."""

from __future__ import annotations

from functools import lru_cache
from pathlib import Path

import pygame

import engine
from engine.diagnostics.messages import Message
from engine.diagnostics.problems import RusitError

FOLDER = Path(engine.__file__).parent / "assets" / "icons"


@lru_cache(maxsize=300)
def icon(name: str, size: int) -> pygame.Surface:
    """Return the icon as a square surface of `size` pixels. Shared: do not draw on it.

    Raises:
        RusitError: UI01 when there is no such icon.
    """
    path = FOLDER / f"{name}.svg"
    if not path.is_file():
        message = Message("there is no icon named {name!r}", name=name)
        raise RusitError("UI01", message, hint="use the name of a file in engine/assets/icons")
    return pygame.image.load_sized_svg(path, (size, size)).convert_alpha()


@lru_cache(maxsize=40)
def faded(name: str, size: int) -> pygame.Surface:
    """Return the icon in grey and pale: what is not there, or not yet."""
    grey = pygame.transform.grayscale(icon(name, size))
    grey.set_alpha(90)
    return grey
