"""The fixture's tables, compiled once."""

from __future__ import annotations

import pytest

from games.rules import Tables, compile_tables
from tests.rules.fixture import fixture_catalogue


@pytest.fixture(scope="session")
def tables() -> Tables:
    """All modules."""
    return compile_tables(fixture_catalogue())


@pytest.fixture(scope="session")
def section40() -> Tables:
    """Section 40 alone."""
    return compile_tables(fixture_catalogue(), ("section40",))
