"""What every record has in common."""

from __future__ import annotations

from typing import Annotated

from pydantic import BaseModel, ConfigDict, StringConstraints

ID_PATTERN = r"^[a-z][a-z0-9]*([._-][a-z0-9]+)*$"

Id = Annotated[str, StringConstraints(pattern=ID_PATTERN, max_length=80)]
"""Lower-case words joined by dots, hyphens or underscores; stable for ever."""

FactId = Annotated[
    str, StringConstraints(pattern=r"^[a-z][a-z0-9_-]*(\.[a-z0-9_-]+)+$", max_length=80)
]
"""A fact's id. It always holds a dot, which is how `{s40.deadline}` differs from `{team}`."""

LONGEST_NAME = 100

Name = Annotated[str, StringConstraints(max_length=LONGEST_NAME)]
"""A name that no line may split: a few words."""


class Record(BaseModel):
    """A frozen record that refuses keys it does not know."""

    model_config = ConfigDict(extra="forbid", frozen=True, populate_by_name=True)
