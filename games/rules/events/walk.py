"""The throw: where the team walks, and whether luck turns there."""

from __future__ import annotations

from typing import NamedTuple


class Thrown(NamedTuple):
    """The die, and the walk from space to space (indexes on the board)."""

    team: int
    die: int
    start: int
    end: int


class SpaceReached(NamedTuple):
    """Where the team stands."""

    team: int
    space: str
    kind: str


class LuckTurned(NamedTuple):
    """Calm or storm: an event passed the team by, or struck it on a right space.

    Attributes:
        die: what was thrown for it.
        struck: False when an event passed by.
    """

    team: int
    die: int
    struck: bool
