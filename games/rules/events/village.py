"""What teams do together: rumours, the community service unit, village projects."""

from __future__ import annotations

from typing import NamedTuple


class RumourHeard(NamedTuple):
    """A rumour for every team."""

    team: int
    myth: str


class RumourAnswered(NamedTuple):
    """Who was right; `stars` for each team in seat order."""

    myth: str
    true: bool
    answers: tuple[bool | None, ...]
    stars: tuple[int, ...]


class UnitReached(NamedTuple):
    """The community service unit opens its door."""

    team: int


class Mended(NamedTuple):
    """Hearts mended, and by what: ``unit``, ``project``, ``quiet_year`` or ``right``."""

    team: int
    hearts: int
    by: str


class MentorAsked(NamedTuple):
    """The mentor explained a scheme for a star and owes `hints` hints."""

    team: int
    scheme: str
    hints: int


class HelpedJoin(NamedTuple):
    """Another team joined with this team's help; both gain `stars`."""

    team: int
    other: int
    option: str
    each: int
    times: int
    baht: int
    stars: int


class ProjectOffered(NamedTuple):
    """What the village could have; `share` baht from each team that gives."""

    team: int
    project: str
    share: int
    needed: int


class ProjectDecided(NamedTuple):
    """Brought or not; shares are given back when it is not."""

    project: str
    gives: tuple[bool, ...]
    brought: bool
    share: int
