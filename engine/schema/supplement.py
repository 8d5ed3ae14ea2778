"""Rights that are no module: facts, schemes and benefits that modules, games and sheets name."""

from __future__ import annotations

from typing import Annotated, TypeAlias

from pydantic import Field

from engine.schema.benefit import Benefit, Scheme
from engine.schema.fact import Fact
from engine.schema.module import Module, SignOff
from engine.schema.record import Colour, HelplineId, Id, Record, Removable
from engine.schema.text import Text


class Supplement(Record):
    """Rights of one law or office, without lesson, sheet or questions of their own.

    Attributes:
        facts: checked and dated like a module's, but nothing asks that they be taught.
        helplines: whom to ask, the first one first.
        signed: sign-offs by offices and professions.
        note_for_editors: a remark that no screen, sheet or export reads.
    """

    id: Id
    title: Text
    short: Text
    icon: str
    colour: Colour
    facts: tuple[Fact, ...] = ()
    schemes: tuple[Scheme, ...] = ()
    benefits: Annotated[tuple[Benefit, ...], Removable()] = ()
    helplines: tuple[HelplineId, ...] = Field(min_length=1)
    signed: tuple[SignOff, ...] = ()
    note_for_editors: str = Field(default="", exclude=True)


Rights: TypeAlias = Module | Supplement
"""What holds facts, schemes and benefits."""
