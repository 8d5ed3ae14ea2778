"""The real content, a screen that needs no display, and what is made once for all tests."""

from __future__ import annotations

import os
from collections.abc import Iterator
from functools import lru_cache

import pytest

os.environ["SDL_VIDEODRIVER"] = "dummy"
os.environ["PYGAME_HIDE_SUPPORT_PROMPT"] = "1"

import pygame

from engine.catalogue import Catalogue
from games.ui.shell import app
from games.ui.toolkit import icons, page, paint, text_render
from games.ui.toolkit.text_render import TextRenderer
from games.ui.toolkit.typefaces import Typefaces
from tests.shipped import shipped_catalogue

# The program draws in one window of one size; these tests draw in many, in turn.
text_render.MOST_FONTS = 400
text_render.CACHE_BYTES = 60_000_000

_to_json = Catalogue.to_json
_JSON: dict[int, tuple[Catalogue, str]] = {}
"""By the identity of a catalogue, which is held so that no other takes it."""
_KEPT: dict[Typefaces, tuple[TextRenderer, pygame.font.Font]] = {}


def shared_renderer(typefaces: Typefaces) -> TextRenderer:
    """Return one renderer for all tests: it measures and draws a line once for all of them."""
    kept = _KEPT.get(typefaces)
    if kept is None or not _open(kept[1]):
        kept = _KEPT[typefaces] = TextRenderer(typefaces), pygame.font.Font(None, 20)
    return kept[0]


def _open(font: pygame.font.Font) -> bool:
    """Return False if pygame was quit since the font was opened: that closes all fonts."""
    try:
        return bool(font.get_height())
    except pygame.error:
        return False


def shared_json(catalogue: Catalogue) -> str:
    """Return the JSON that a game keeps of its catalogue, made once for each."""
    if id(catalogue) not in _JSON:
        _JSON[id(catalogue)] = catalogue, _to_json(catalogue)
    return _JSON[id(catalogue)][1]


@pytest.fixture(scope="session")
def catalogue() -> Catalogue:
    return shipped_catalogue()


@pytest.fixture(scope="session")
def english() -> Catalogue:
    return shipped_catalogue("en")


@pytest.fixture(autouse=True, scope="session")
def _made_once() -> Iterator[None]:
    _opened()
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(app, "TextRenderer", shared_renderer)
        patch.setattr(page, "icon", lru_cache(maxsize=4_000)(icons.icon.__wrapped__))
        patch.setattr(paint, "disc", lru_cache(maxsize=4_000)(paint.disc.__wrapped__))
        patch.setattr(Catalogue, "to_json", shared_json)
        yield


@pytest.fixture
def screen() -> pygame.Surface:
    return _opened()


def _opened() -> pygame.Surface:
    pygame.display.init()
    pygame.font.init()
    return pygame.display.set_mode((1280, 800))
