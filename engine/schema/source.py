"""Sources of facts, helplines, places and papers."""

from __future__ import annotations

from datetime import date
from typing import Annotated, Any, Literal

from pydantic import AfterValidator, Field, field_validator
from pydantic_core import PydanticCustomError

from engine.diagnostics.messages import Message
from engine.schema.fact import Grade
from engine.schema.record import (
    HelplineId,
    Id,
    ModuleId,
    PaperId,
    PlaceId,
    Record,
    SourceId,
    in_common_era,
)
from engine.schema.text import Text
from engine.thai.dates import BUDDHIST_ERA

_DATED = r"^[0-9]{4}(-(0[1-9]|1[0-2])(-(0[1-9]|[12][0-9]|3[01]))?)?$"


class Source(Record):
    """A document a fact rests on.

    Attributes:
        short: how a sheet's foot names it, e.g. ``กระทรวงแรงงาน ม.ค. 2569``.
        dated: as printed: ``2025``, ``2025-03`` or ``2025-03-14``; None when undated.
    """

    id: Id
    title: Text
    short: Text
    publisher: Text
    url: str = ""
    dated: Annotated[str | None, Field(pattern=_DATED), AfterValidator(in_common_era)]
    kind: Literal["law", "official", "report", "press", "community"]

    @property
    def official(self) -> bool:
        """True if it is a law or comes from an office."""
        return self.kind in ("law", "official")

    @field_validator("dated", mode="before")
    @classmethod
    def _accept_year_and_day(cls, written: Any) -> Any:
        # YAML reads 2025 as a number and 2025-03-14 as a day.
        return str(written) if isinstance(written, int | date) else written


def _in_buddhist_era(year: int | None) -> int | None:
    if year is not None and not 2540 <= year <= 2700:
        message, hint = (
            Message("{year} is no year of the Buddhist era", year=year),
            "write it as 2568",
        )
        if 1997 <= year <= 2157:
            hint = Message("write {year}: sheets show it as it stands", year=year + BUDDHIST_ERA)
        raise PydanticCustomError("year", "{said}", {"said": message, "hint": hint})
    return year


class Helpline(Record):
    """A number, a page or an office that answers questions.

    Attributes:
        phone: as dialled, with spaces where people pause; empty when there is none.
        seen: the Buddhist-era year of the source the number was read in. No number
            was called, and the sheets say so.
    """

    id: Id
    title: Text
    phone: str = ""
    online: tuple[str, ...] = ()
    for_what: Text
    hours: Text | None = None
    seen: Annotated[int | None, AfterValidator(_in_buddhist_era)] = None
    grade: Grade
    source: SourceId | None = None
    local: bool = False


class Place(Record):
    """A kind of office or service: where one goes for what."""

    id: Id
    title: Text
    icon: str
    for_what: Text


class Paper(Record):
    """A document one brings to a claim."""

    id: Id
    title: Text
    icon: str = "page-facing-up"
    tip: Text | None = None


class Term(Record):
    """A glossary entry.

    Attributes:
        also: other spellings and short forms that mean the same.
    """

    id: Id
    term: Text
    also: tuple[str, ...] = ()
    means: Text
    module: ModuleId | None = None


class Route(Record):
    """One row of the routing table: a need, where it is met, what to bring."""

    id: Id
    need: Text
    place: PlaceId
    helpline: HelplineId | None = None
    bring: tuple[PaperId, ...] = ()
    note: Text | None = None
    module: ModuleId | None = None
