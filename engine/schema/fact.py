"""Facts: what law and offices say, each written once, with source, grade and dates."""

from __future__ import annotations

from datetime import date
from typing import Annotated, Any, Literal

from pydantic import AfterValidator, BeforeValidator, Field
from pydantic_core import PydanticCustomError

from engine.schema.record import Day, FactName, HelplineId, Id, Record, SourceId, in_common_era
from engine.schema.text import Text

Grade = Literal["A", "B", "C", "D"]
"""A official text seen · B two independent sources · C one source · D unconfirmed."""

Unit = Literal[
    "baht",
    "baht/day",
    "baht/month",
    "baht/year",
    "baht/visit",
    "baht/child/month",
    "baht/kit",
    "percent",
    "years",
    "months",
    "days",
    "hours",
    "minutes",
    "days/year",
    "times",
    "times/year",
    "visits",
    "persons",
    "children",
    "places",
    "items",
    "date",
    "phone",
    "text",
]

Value = int | float | date | Text
"""A number in the fact's unit, a date, or words (units `text` and `phone`)."""


def _one_value(written: Any) -> Any:
    """Raise a readable error for true, lists and records; pydantic would take true for 1."""
    no_text = isinstance(written, dict) and "th" not in written
    if no_text or isinstance(written, bool | list):
        message = "this should be a number, a day or a text"
        raise PydanticCustomError("value", "{said}", {"said": message, "hint": "write one value"})
    return written


def _day_in_common_era(value: Value | None) -> Value | None:
    return in_common_era(value) if isinstance(value, date) else value


Profession = Literal["clinician", "lawyer"]
"""The professions whose sign-off a fact on health or law may need."""


class FactValue(Record):
    """A value that holds from a day on, until the next value begins.

    Attributes:
        since: the first day it holds (`from:` in YAML).
        or_earlier: nobody knows since when it holds: `from` is only the day of the source.
            For the first value alone.
        value: the value, or None when the right ends on that day.
        source: who says so; `also` names further, independent sources.
        where: page, section or article in the source.
    """

    since: Day = Field(alias="from")
    or_earlier: bool = False
    value: Annotated[Value | None, BeforeValidator(_one_value), AfterValidator(_day_in_common_era)]
    source: SourceId | None = None
    also: tuple[SourceId, ...] = ()
    where: str = ""
    note: Text | None = None


class Fact(Record):
    """One fact with all its dated values, oldest first.

    Attributes:
        checked: when a person last compared it with the source.
        review_by: the day after which the check fails until someone looks again.
        scope: `national`, or `unit` for a local rule that a community overrides.
        note: what a reader must know: a conflict between sources, a limit.
        ask: the helpline that can confirm it; absent: the one of the questions about it.
        sign_off: the profession that must confirm it before a sheet stops being a draft.
        note_for_editors: a remark that no screen, sheet or export reads.
        reference_only: why nothing teaches or asks it; absent when it must be covered.
        no_quiz: why it is never asked as a question; absent when it may be.
    """

    id: FactName
    label: Text
    unit: Unit
    values: tuple[FactValue, ...] = Field(min_length=1)
    checked: Day
    review_by: Day
    grade: Grade
    scope: Literal["national", "unit"] = "national"
    note: Text | None = None
    ask: HelplineId | None = None
    sign_off: Profession | None = None
    note_for_editors: str = Field(default="", exclude=True)
    reference_only: str = ""
    no_quiz: str = ""


class FactToday(Record):
    """A fact as it stands on the catalogue's day: what games and printables read.

    Attributes:
        module: the module or supplement that it stands in.
        value: number, or Thai words for text, phone and date facts; None when ended
            or not yet begun.
        text: the value with its unit, e.g. ``300 บาทต่อเดือน``.
        since: the day the value began, or was first seen; None when it holds by assumption.
        before: the previous value with its unit, or None.
        sources: source ids, the first one leading.
        unconfirmed: grade D, no source, or older than its first source: a mark must be shown.
        stale: its review day has passed on the catalogue's day.
        awaits: the profession whose sign-off it needs and has not.
    """

    id: FactName
    module: Id
    label: Text
    unit: Unit
    value: float | int | str | None
    text: Text
    since: date | None
    before: Text | None = None
    sources: tuple[Id, ...] = ()
    where: str = ""
    grade: Grade
    checked: date
    review_by: date
    note: Text | None = None
    unconfirmed: bool = False
    stale: bool = False
    awaits: Profession | None = None
    local: bool = False
