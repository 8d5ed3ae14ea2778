"""A screen that needs no display, for games that are begun and gone on with by hand."""

from __future__ import annotations

import pytest

from tests.ui.conftest import _made_once, catalogue, screen

__all__ = ["_made_once", "catalogue", "screen"]


@pytest.fixture(autouse=True)
def _screen(screen: object) -> None:
    """Every test here may need a screen."""
