"""Life events: a short story, the harm it does, and the rights that answer it."""

from __future__ import annotations

from pydantic import Field

from engine.schema.record import Id, Record
from engine.schema.text import Text


class Harm(Record):
    """What the event costs a team. The story's own figures, never a rule of law.

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

    benefit: Id
    why: Text


class Care(Record):
    """A sensitive story: a note before it is read, and whom to call."""

    note: Text
    helpline: Id


class Situation(Record):
    """One life-event card.

    Attributes:
        jobs: occupations it can happen to (`for:` in YAML); empty: anyone.
        helps: benefits that truly apply in law.
        claim: the question asked when claiming (papers, place, deadline).
        remember: the one line to keep.
        talk: one question to talk about.
    """

    id: Id
    title: Text
    icon: str
    story: Text
    jobs: tuple[Id, ...] = Field(default=(), alias="for")
    harm: Harm
    helps: tuple[Id, ...] = ()
    tempting: tuple[Temptation, ...] = ()
    claim: Id | None = None
    remember: Text
    talk: Text
    care: Care | None = None
