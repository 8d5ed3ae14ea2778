"""Content of a day: records that describe what came later are left out.

People write for the present. On a day before, a record may name a right that had not begun, speak
of a change nobody knew, or say in words what was otherwise then. It is left out with one warning,
and references to it are removed. A text that can never be filled stays in, and is an error.
"""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Mapping
from dataclasses import replace
from datetime import date

from engine.catalogue.availability.pruning import Part, RecordId
from engine.diagnostics.messages import Message
from engine.diagnostics.problems import Problem, Problems
from engine.linting.context import LintContext
from engine.loading.content import Content
from engine.resolving.facts import ResolvedFact, resolve_fact
from engine.schema.module import Module
from engine.schema.supplement import Supplement

_SHARED = ("glossary", "routes", "mixed_forms", "comparison")
"""Shared files of which something may be left out: items of a list, or the whole."""


def leave_out(
    written: Content, facts: Mapping[str, ResolvedFact], as_of: date, problems: Problems
) -> Content:
    """Return the content available on that day; what is left out is reported to `problems`.

    A module of which too little is left is an error, and from then on like a broken file.
    """
    begins = {value.since for _, _, fact in written.facts() for value in fact.values}
    later = sorted(day for day in begins if day > as_of)
    if not later:
        return written
    parts = _pruned(written, facts, as_of)
    lost = _lost(parts)
    day, hint = as_of.isoformat(), _whole_from(written, later) if lost else ""
    for name, part in parts.items():
        document = written.documents[name]
        for place, why in part.reasons.items():
            if name in lost:
                message = Message(
                    "{part!r} is not available on {day}: {why}", part=name, day=day, why=why
                )
                problems.add(Problem(document.file, *document.at(("id",)), "FACT14", message, hint))
            elif why:
                message = Message("left out on {day}: {why}", day=day, why=why)
                spot = document.at(place)
                problems.add(Problem(document.file, *spot, "FACT13", message, severity="warning"))
    documents = {
        name: replace(written.documents[name], removed=tuple(filter(None, part.reasons)))
        for name, part in parts.items()
    }
    return replace(
        written.with_parts({name: part.left for name, part in parts.items()}),
        documents=written.documents | documents,
        broken=[*written.broken, *(written.documents[name] for name in lost)],
    )


def _pruned(written: Content, facts: Mapping[str, ResolvedFact], as_of: date) -> dict[str, Part]:
    """Return what is left of each part of the content.

    What names something left out may have to go too, so it is repeated until no more goes.
    """
    context = LintContext(written, written, dict(facts), as_of, Problems(), frozenset(), written)
    parts = {
        name: Part(part, context)
        for name, part in written.named_parts()
        if name in _SHARED or isinstance(part, Module | Supplement)
    }
    gone: set[RecordId] = set()
    while True:
        found = set[RecordId]().union(*[part.prune(gone) for part in parts.values()])
        if found == gone:
            return parts
        gone = found


def _lost(parts: Mapping[str, Part]) -> list[str]:
    return [name for name, part in parts.items() if part.left is None and name not in _SHARED]


def _whole_from(written: Content, days: list[date]) -> Message:
    """Return the hint which of those days is the first on which no module is lost."""

    def whole(day: date) -> bool:
        facts = {f.id: resolve_fact(f, m.id, day) for m, _, f in written.facts()}
        return not _lost(_pruned(written, facts, day))

    # The later the day, the more has begun, so that halving finds it in a few steps.
    first = days[bisect_left(days, True, hi=len(days) - 1, key=whole)].isoformat()
    return Message("the first day on which every module is available is {first}", first=first)
