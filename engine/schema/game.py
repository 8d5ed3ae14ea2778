"""The board, the occupations and the game's tuning, as data."""

from __future__ import annotations

from typing import Literal

from pydantic import Field

from engine.schema.record import Colour, Id, ModuleId, PlaceId, Record
from engine.schema.text import Text

SpaceKind = Literal["right", "event", "rumour", "unit", "community"]


class Occupation(Record):
    """A kind of work that a team draws.

    Attributes:
        income: baht in an ordinary year, before living costs.
        swing: percent by which the season's luck can move the income, each way.
        living: baht a year that living takes.
        source: where the figures come from, in words.
    """

    id: Id
    title: Text
    icon: str
    income: int = Field(gt=0)
    swing: int = Field(ge=0, le=60)
    living: int = Field(gt=0)
    risk: Text
    source: str


class Space(Record):
    """One of the 28 spaces.

    Attributes:
        module: for `right`: the module it asks about; absent: any chosen one.
        place: id of the office or place the space stands for.
    """

    id: Id
    title: Text
    kind: SpaceKind
    icon: str
    module: ModuleId | None = None
    place: PlaceId | None = None


class Board(Record):
    """The loop of spaces, in walking order from the first corner."""

    spaces: tuple[Space, ...] = Field(min_length=28, max_length=28)


Face = Literal["bun", "cap", "glasses", "long-hair", "scarf", "short-hair"]
"""How a household's face is drawn."""


class TeamName(Record):
    """A team's or household's name, colour and animal-free emblem.

    Attributes:
        name: the name alone, without the word for team; absent: `title`.
        face: the drawing of the household.
    """

    id: Id
    title: Text
    name: Text | None = None
    icon: str
    face: Face | None = None
    colour: Colour


class Tuning(Record):
    """Numbers of the game, not of the law. Each says in `why` where it comes from."""

    id: Id
    value: int
    why: str
