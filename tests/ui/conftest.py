"""The real content, compiled once, and a screen that needs no display."""

from __future__ import annotations

import os
from collections.abc import Iterator
from datetime import date

import pytest

os.environ["SDL_VIDEODRIVER"] = "dummy"
os.environ["PYGAME_HIDE_SUPPORT_PROMPT"] = "1"

import pygame

from engine.catalogue import Catalogue
from engine.catalogue.compilation import check_content, compile_catalogue
from engine.loading.content import default_root


@pytest.fixture(scope="session")
def catalogue() -> Catalogue:
    return compile_catalogue(check_content(default_root(), date(2026, 11, 20), language=os.environ.get("RUSIT_T","th")))


@pytest.fixture
def screen() -> Iterator[pygame.Surface]:
    pygame.display.init()
    pygame.font.init()
    yield pygame.display.set_mode((1280, 800))
    pygame.quit()
