"""Sheets rendered once for all tests that look at them."""

from __future__ import annotations

from collections.abc import Callable
from functools import cache

import pytest
from printed_sample import sample

from printables.targets import registry
from printables.targets.print_target import PrintOptions, PrintTarget


@cache
def _recipe(name: str, options: PrintOptions) -> PrintTarget:
    return next(r for r in registry.recipes(sample(), options) if r.name == name)


@cache
def _pdf(name: str, options: PrintOptions) -> bytes:
    return registry.render(_recipe(name, options))


@pytest.fixture(scope="session")
def recipe() -> Callable[..., PrintTarget]:
    """The sample's recipe of that name, ``recipe(name, options)``."""
    return lambda name, options=PrintOptions(): _recipe(name, options)  # noqa: B008


@pytest.fixture(scope="session")
def pdf() -> Callable[..., bytes]:
    """The sample's PDF of that name, ``pdf(name, options)``."""
    return lambda name, options=PrintOptions(): _pdf(name, options)  # noqa: B008
