"""Schemes and benefits: rights as data. Every amount is a fact id."""

from __future__ import annotations

from typing import Annotated, Literal

from pydantic import Field

from engine.schema.record import (
    FactId,
    HoldingId,
    Id,
    PaperId,
    PlaceId,
    Record,
    Removable,
    SchemeId,
)
from engine.schema.text import Text

ByOption = FactId | dict[Id, FactId]
"""One fact for all options of the scheme, or one for each option id."""


class AgeLimits(Record):
    """Ages in full years; an absent end is open."""

    lowest: FactId | None = Field(default=None, alias="from")
    highest: FactId | None = Field(default=None, alias="to")


class Join(Record):
    """The conditions of joining a scheme.

    Attributes:
        excludes: `scheme` or `scheme.option` ids that the law does not allow beside it.
    """

    age: AgeLimits | None = None
    excludes: tuple[HoldingId, ...] = ()
    because: Annotated[Text | None, Removable()] = None
    at: tuple[PlaceId, ...] = ()
    bring: tuple[PaperId, ...] = ()


class SchemeOption(Record):
    """One way to hold a scheme.

    Attributes:
        pays_in: contribution in baht a month.
        saves: baht a year that a team puts aside in the game when saving is free in
            amount (a size to choose, not a rule of law).
        excludes: what this option alone rules out, beside the scheme's own list.
    """

    id: Id
    title: Text
    short: Text
    pays_in: FactId | None = None
    saves: int | None = Field(default=None, gt=0)
    covers: Annotated[Text | None, Removable()] = None
    excludes: tuple[HoldingId, ...] = ()


class Scheme(Record):
    """A scheme a person can hold.

    Attributes:
        automatic: everyone has it without joining (the gold card, equality law).
        register: holding it needs one act, e.g. choosing a regular unit.
        options: at least one unless automatic; each benefit has a cell for each.
    """

    id: Id
    title: Text
    short: Text
    icon: str
    automatic: bool = False
    register_at: PlaceId | None = None
    join: Join = Join()
    options: tuple[SchemeOption, ...] = Field(default=(), max_length=12)


class PerUnit(Record):
    """So much for each day, visit, child-month or month paid, up to a yearly limit.

    Attributes:
        until_age: a child's age at which it ends.
        from_day: the fewest days or visits for which anything is paid; then all count.
        limit_group: benefits that share one yearly limit name the same group.
    """

    shape: Literal["per_unit"]
    unit: Literal["hospital_day", "rest_day", "visit", "child_month", "paid_month"]
    amount: ByOption
    at_most: ByOption | None = None
    at_most_children: FactId | None = None
    until_age: FactId | None = None
    from_day: FactId | None = None
    limit_group: str = ""


class LumpSum(Record):
    """One payment."""

    shape: Literal["lump_sum"]
    amount: ByOption


class Monthly(Record):
    """A payment each month.

    Attributes:
        amount: the least a month; `up_to` the most, when it depends on months paid.
        for_months: how long; absent: for life.
    """

    shape: Literal["monthly"]
    amount: ByOption
    up_to: ByOption | None = None
    for_months: FactId | None = None


class AgeBand(Record):
    """A monthly amount that is paid from an age on.

    Attributes:
        from_age: full years; absent: from birth.
    """

    from_age: FactId | None = None
    amount: FactId


class MonthlyByAge(Record):
    """A payment each month whose amount steps with age: the last band that has begun holds."""

    shape: Literal["monthly_by_age"]
    bands: tuple[AgeBand, ...] = Field(min_length=1)


class Covers(Record):
    """Pays the treatment or test itself: the cost in the story is not paid by the person."""

    shape: Literal["covers"]
    of: Literal["treatment", "test", "medicine", "travel"] = "treatment"
    at_most: FactId | None = None


class MatchBand(Record):
    """A rate that holds up to an age."""

    to_age: FactId
    percent: FactId


class SavingsMatch(Record):
    """The state adds a share of what was saved, up to a yearly most."""

    shape: Literal["match"]
    bands: tuple[MatchBand, ...] = Field(min_length=1)
    at_most: FactId


class Access(Record):
    """Opens a door rather than a purse: redress, respect, care without fear.

    In the game it mends `hearts` and saves the story's avoidable cost.
    """

    shape: Literal["access"]
    hearts: int = Field(default=1, ge=0, le=3)


Pays = Annotated[
    PerUnit | LumpSum | Monthly | MonthlyByAge | Covers | SavingsMatch | Access,
    Field(discriminator="shape"),
]


class Contributed(Record):
    """A contribution test: at least `months` paid, `of_last` so many (or of all)."""

    months: FactId
    of_last: FactId | None = None


class Needs(Record):
    """Conditions beside holding the scheme.

    Attributes:
        accident: the lighter contribution test when the cause was an accident.
        registered: a regular service unit must have been chosen.
        named: a written nomination must exist.
    """

    contributed: Contributed | None = None
    accident: Contributed | None = None
    age: AgeLimits | None = None
    registered: bool = False
    named: bool = False


class Claim(Record):
    """The place, the deadline and the papers of a claim."""

    at: PlaceId
    within: FactId | None = None
    bring: tuple[PaperId, ...] = ()


class Benefit(Record):
    """One right that may be used.

    Attributes:
        scheme: what one must hold; absent for a right everyone has by law.
        options: the scheme's options that carry it; empty: all of them.
        when: one sentence, "ใช้เมื่อ…": also the reason a right does not fit a story.
        facts: facts it rests on beside those named in `pays` and `needs`.
    """

    id: Id
    title: Text
    short: Text
    icon: str
    scheme: SchemeId | None = None
    options: tuple[Id, ...] = ()
    when: Text
    pays: Pays
    needs: Needs = Needs()
    claim: Claim | None = None
    facts: tuple[FactId, ...] = ()
