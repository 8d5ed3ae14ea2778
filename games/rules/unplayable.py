"""Reasons why a game cannot begin."""

from __future__ import annotations

from engine.diagnostics.problems import RusitError


class Unplayable(RusitError, ValueError):
    """A choice that cannot be played with this catalogue: a user's mistake, or a saved game's."""
