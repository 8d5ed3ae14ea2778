"""One module or shared file, and what is removed from it on a day."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from typing import Any

from engine.catalogue.availability.pruning import GONE
from engine.catalogue.availability.unavailable import Unavailable
from engine.schema.module import Module
from engine.schema.record import RecordPath
from engine.schema.supplement import Supplement

RemovablePath = tuple[str | None, ...]
"""Keys down to something that may be left out; None stands for a place in a list."""

OF_MODULE: tuple[RemovablePath, ...] = (
    ("schemes", None, "options", None, "covers"),
    ("schemes", None, "join", "because"),
    ("situations", None, "tempting", None),
    ("situations", None, "helps", None),
    ("situations", None, "cards", None),
    ("situations", None, "claim"),
    ("questions", None, "mistakes", None),
    ("one_pager", None, "items", None),
    ("one_pager", None, "numbers", None),
    ("one_pager", None, "rows", None),
    ("lesson", "steps", None),
    ("more_lessons", None, "steps", None),
    ("objectives", None),
    ("benefits", None),
    ("one_pager", None),
    ("questions", None),
    ("myths", None),
    ("situations", None),
    ("this_week",),
)
"""The smallest first. A module cannot go without the rest: its title, its schemes."""

OF_SUPPLEMENT: tuple[RemovablePath, ...] = (
    ("schemes", None, "options", None, "covers"),
    ("schemes", None, "join", "because"),
    ("benefits", None),
)

OF_SHARED: Mapping[str, tuple[RemovablePath, ...]] = {
    "glossary": ((None,),),
    "routes": ((None,),),
    "mixed_forms": ((None, "questions", None), (None,)),
    "comparison": (("rows", None), ("choose", None), ("notes", None), ()),
}
"""Shared files of which something may be left out; of `comparison` also the whole."""


@dataclass(slots=True)
class Removal:
    """A module or shared file on its way to that day's content.

    Attributes:
        changed: what goes, and what takes the place of what stood there.
        why: the reasons to report, by path; each record is reported once.
        lost: why the whole is unavailable.
    """

    name: str
    value: Any
    changed: dict[RecordPath, Any] = field(default_factory=dict)
    why: dict[RecordPath, str] = field(default_factory=dict)
    lost: str = ""

    @property
    def things(self) -> tuple[RemovablePath, ...]:
        """The parts of it that may be left out."""
        if isinstance(self.value, Supplement):
            return OF_SUPPLEMENT
        return OF_MODULE if isinstance(self.value, Module) else OF_SHARED[self.name]

    def leave(self, place: RecordPath, why: str = "") -> None:
        """Leave out what stands there; no reason is given where another path reports it."""
        if not self.left_out(place):
            self.changed[place] = GONE
            if why:
                self.why.setdefault(place, why)

    def left_out(self, place: RecordPath) -> bool:
        """Return True if that goes."""
        return self.changed.get(place) is GONE

    def close(self, gap: Unavailable) -> None:
        """Leave out the smallest thing around a gap; without one the whole is lost."""
        for thing in self.things:
            here = gap.place[: len(thing)]
            if len(here) == len(thing) and all(map(_alike, here, thing)):
                self.leave(here, gap.why)
                return
        self.lost = self.lost or gap.why

    def kept(self, items: Iterable[Any], *place: str | int) -> list[Any]:
        """Return the items of the list at that place that stay."""
        return [item for i, item in enumerate(items) if not self.left_out((*place, i))]


def _alike(key: str | int, wanted: str | None) -> bool:
    return isinstance(key, int) if wanted is None else key == wanted


def value_at(value: Any, path: RecordPath) -> Any:
    """Return the value at a path of records and lists; keys are those of the YAML."""
    for key in path:
        value = value[key] if isinstance(key, int) else getattr(value, key)
    return value
