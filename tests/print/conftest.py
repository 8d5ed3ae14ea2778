"""Sheets rendered once for all tests that look at them."""

from __future__ import annotations

from collections.abc import Callable
from functools import cache

import pytest
from printed_sample import sample

from printables.print_target import PrintOptions, PrintTarget
from printables.targets import registry


@cache
def _target(name: str, options: PrintOptions) -> PrintTarget:
    return next(r for r in registry.targets(sample(), options) if r.name == name)


@cache
def _pdf(name: str, options: PrintOptions) -> bytes:
    return _target(name, options).render()


@pytest.fixture(scope="session")
def target() -> Callable[..., PrintTarget]:
    """The sample's recipe of that name, ``recipe(name, options)``."""
    return lambda name, options=PrintOptions(): _target(name, options)  # noqa: B008


@pytest.fixture(scope="session")
def pdf() -> Callable[..., bytes]:
    """The sample's PDF of that name, ``pdf(name, options)``."""
    return lambda name, options=PrintOptions(): _pdf(name, options)  # noqa: B008
