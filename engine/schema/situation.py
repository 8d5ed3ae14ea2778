"""Life events: a short story, the harm it does, and the rights that answer it."""

from __future__ import annotations

from typing import Annotated, Literal

from pydantic import Field

from engine.schema.record import (
    BenefitId,
    HelplineId,
    Id,
    OccupationId,
    QuestionId,
    Record,
    Removable,
    SpaceId,
)
from engine.schema.text import Text


class Harm(Record):
    """The cost of an event to a household: the story's own figures, never a rule of law.

    Attributes:
        hospital_days, rest_days: days in hospital; days at home by a doctor's order.
        lost_days: further days without income.
        visits: out-patient visits with a certificate.
        children: children in question; `months` how many months of the year count.
        treatment: cost in baht that a right may cover; `other` what nobody pays back.
        hearts: hearts lost.
        accident, death, disability: kinds of event that benefit tests ask about.
    """

    hospital_days: int = Field(default=0, ge=0, le=365)
    rest_days: int = Field(default=0, ge=0, le=365)
    lost_days: int = Field(default=0, ge=0, le=365)
    visits: int = Field(default=0, ge=0, le=50)
    children: int = Field(default=0, ge=0, le=5)
    months: int = Field(default=0, ge=0, le=12)
    treatment: int = Field(default=0, ge=0)
    other: int = Field(default=0, ge=0)
    hearts: int = Field(default=0, ge=0, le=2)
    accident: bool = False
    death: bool = False
    disability: bool = False


class Temptation(Record):
    """A right that sounds fitting and does not apply here."""

    benefit: BenefitId
    why: Text


class Care(Record):
    """A sensitive story: a note before it is read, and whom to call."""

    note: Text
    helpline: HelplineId


class Situation(Record):
    """One life-event card.

    Attributes:
        jobs: occupations it can happen to (`for:` in YAML); empty: anyone.
        helps: benefits that truly apply in law.
        claim: the question asked when claiming (papers, place, deadline).
        remember: the one line to keep.
        talk: one question to talk about.
        places: ids of board spaces where it can happen; empty: on any event space.
        village: True if it befalls every household alike.
        about: the person it happens to, whose membership decides what is paid.
        cards: the six benefits to lay on the table, those of `helps` among them.
        note_for_editors: a remark that no screen, sheet or export reads.
    """

    id: Id
    title: Text
    icon: str
    story: Text
    jobs: tuple[OccupationId, ...] = Field(default=(), alias="for")
    harm: Harm
    helps: Annotated[tuple[BenefitId, ...], Removable(least=1)] = ()
    tempting: Annotated[tuple[Temptation, ...], Removable()] = ()
    claim: Annotated[QuestionId | None, Removable()] = None
    remember: Text
    talk: Text
    care: Care | None = None
    places: tuple[SpaceId, ...] = ()
    village: bool = False
    about: Literal["self", "spouse", "parent", "child", "neighbour"] = "self"
    cards: Annotated[tuple[BenefitId, ...], Removable()] = Field(default=(), max_length=6)
    note_for_editors: str = Field(default="", exclude=True)
