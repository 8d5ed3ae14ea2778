"""The base of every record."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from typing import Annotated, Any, Literal, TypeVar

from pydantic import AfterValidator, BaseModel, BeforeValidator, ConfigDict, StringConstraints
from pydantic_core import PydanticCustomError

from engine.diagnostics.messages import Message

ID_PATTERN = r"^[a-z][a-z0-9]*([._-][a-z0-9]+)*$"
FACT_ID_PATTERN = r"^[a-z][a-z0-9_-]*(\.[a-z0-9_-]+)+$"
LONGEST_ID = 80

Id = Annotated[str, StringConstraints(pattern=ID_PATTERN, max_length=LONGEST_ID)]
"""Lower-case words joined by dots, hyphens or underscores; stable for ever."""

FactName = Annotated[str, StringConstraints(pattern=FACT_ID_PATTERN, max_length=LONGEST_ID)]
"""A fact's id. It always holds a dot, which is how `{s40.deadline}` differs from `{team}`."""

RefKind = Literal[
    "fact",
    "source",
    "helpline",
    "place",
    "paper",
    "occupation",
    "module",
    "objective",
    "scheme",
    "scheme or option",
    "benefit",
    "question",
    "space",
]
"""The kinds of records that others name."""


@dataclass(frozen=True, slots=True)
class Ref:
    """Marks a field's type as the id of another record.

    From it follow the check that the record exists, the completion in editors, and what a
    day leaves out.
    """

    kind: RefKind

    def __get_pydantic_json_schema__(self, core: Any, handler: Any) -> Any:
        """Add the kind to the field's JSON Schema, for completion."""
        return {**handler(core), REF_KEY: self.kind}


@dataclass(frozen=True, slots=True)
class Removable:
    """Marks a field that a day may leave out: of a list single items, of anything else the whole.

    Attributes:
        least: items of the list without which the record that holds it is left out too.
    """

    least: int = 0


REF_KEY = "x-names"
"""Key in a JSON Schema that holds the kind of record a string names."""

FactId = Annotated[FactName, Ref("fact")]
SourceId = Annotated[Id, Ref("source")]
HelplineId = Annotated[Id, Ref("helpline")]
PlaceId = Annotated[Id, Ref("place")]
PaperId = Annotated[Id, Ref("paper")]
OccupationId = Annotated[Id, Ref("occupation")]
ModuleId = Annotated[Id, Ref("module")]
ObjectiveId = Annotated[Id, Ref("objective")]
SchemeId = Annotated[Id, Ref("scheme")]
HoldingId = Annotated[Id, Ref("scheme or option")]
BenefitId = Annotated[Id, Ref("benefit")]
QuestionId = Annotated[Id, Ref("question")]
SpaceId = Annotated[Id, Ref("space")]

LONGEST_NAME = 100

Name = Annotated[str, StringConstraints(max_length=LONGEST_NAME)]
"""A name that no line may split: a few words."""

Colour = Literal["teal", "gold", "leaf", "violet", "lotus", "indigo"]
"""A pair of the shared palette."""

RecordPath = tuple[str | int, ...]
"""A path in a document: keys and list positions from the top."""

T = TypeVar("T")


def in_common_era(written: T) -> T:
    """Return a day or year as written; raise PydanticCustomError if it is of another era.

    In Thailand a year comes to mind as 2569. As a day it would lie five centuries ahead, so what
    begins on it would never begin, and nobody would see.
    """
    shown = written.isoformat() if isinstance(written, date) else written
    if isinstance(shown, str) and not 1900 <= (year := int(shown[:4])) <= 2200:
        if 2400 <= year <= 2743:
            said = Message("{year} is a Buddhist year", year=year)
            hint = Message("write {value}", value=f"{year - 543}{shown[4:]}")
        else:
            said = Message("the year {year} is too far away", year=year)
            hint = Message("years run from 1900 to 2200")
        raise PydanticCustomError("year", "{said}", {"said": said, "hint": hint})
    return written


def _no_number(written: T) -> T:
    """Raise an error for a number, which pydantic would take for seconds since 1970."""
    if isinstance(written, int | float):
        raise PydanticCustomError("date_type", "a number is no day")
    return written


Day = Annotated[date, BeforeValidator(_no_number), AfterValidator(in_common_era)]
"""A day as people write it, ``2026-11-20``: of the Common Era, in 1900 to 2200."""


class Record(BaseModel):
    """A frozen record that refuses keys it does not know."""

    model_config = ConfigDict(extra="forbid", frozen=True, populate_by_name=True)

    def further_references(self, path: RecordPath) -> Iterator[tuple[RefKind, RecordPath, str]]:
        """Yield (kind, path, id) of references that no single field holds."""
        del path
        yield from ()
