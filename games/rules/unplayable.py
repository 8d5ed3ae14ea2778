"""What is wrong with a game that cannot even begin."""

from __future__ import annotations

from engine.diagnostics.problems import RusitError


class Unplayable(RusitError, ValueError):
    """What was chosen cannot be played with this catalogue: a user's mistake, or a saved game's."""
