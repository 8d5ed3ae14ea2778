"""Sheets and cards rendered once for all tests that look at them."""

from __future__ import annotations

from collections.abc import Callable
from functools import cache
from typing import Any

import pytest
from printed_sample import sample

from printables.pdf import weasyprint_adapter
from printables.print_target import PrintOptions, PrintTarget
from printables.targets import registry


@cache
def _target(name: str, options: PrintOptions) -> PrintTarget:
    return next(r for r in registry.targets(sample(), options) if r.name == name)


_cards: dict[str, bytes] = {}


@cache
def _pdf(name: str, options: PrintOptions) -> bytes:
    """Return the PDF; cards are kept by their keys and joined, as in a build."""
    target = _target(name, options)
    if not target.pieces:
        return _drawn(name, options)[0]
    for piece in target.pieces:
        if piece.key not in _cards:
            _cards[piece.key] = piece.render()
    return target.join([_cards[piece.key] for piece in target.pieces])


@cache
def _drawn(name: str, options: PrintOptions) -> tuple[bytes, tuple[str, ...]]:
    """Return the PDF of a sheet and the HTML of all that was laid out for it."""
    laid_out: list[str] = []
    lay_out = weasyprint_adapter.lay_out

    def noted(html: str, *styles: str, **script: Any) -> Any:
        laid_out.append(html)
        return lay_out(html, *styles, **script)

    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(weasyprint_adapter, "lay_out", noted)
        return _target(name, options).render(), tuple(laid_out)


@pytest.fixture(scope="session")
def target() -> Callable[..., PrintTarget]:
    """The sample's recipe of that name, ``recipe(name, options)``."""
    return lambda name, options=PrintOptions(): _target(name, options)  # noqa: B008


@pytest.fixture(scope="session")
def pdf() -> Callable[..., bytes]:
    """The sample's PDF of that name, ``pdf(name, options)``."""
    return lambda name, options=PrintOptions(): _pdf(name, options)  # noqa: B008


@pytest.fixture(scope="session")
def laid_out() -> Callable[[str], tuple[str, ...]]:
    """The HTML of all that was laid out for the sample's PDF of that name, in order."""
    return lambda name: _drawn(name, PrintOptions())[1]
