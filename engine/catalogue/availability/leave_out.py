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
    available = replace(
        written,
        modules=[part.left for part in parts.values() if isinstance(part.left, Module)],
        supplements=[part.left for part in parts.values() if isinstance(part.left, Supplement)],
        documents=dict(written.documents),
        broken=list(written.broken),
        **{name: parts[name].left for name in _SHARED if name in parts},
    )
    for name, part in parts.items():
        document = available.documents[name]
        if part.left is not None:
            available.documents[name] = document.without(part.told)
        elif name in _SHARED:
            del available.documents[name]
        else:
            available.broken.append(document)
            problems.add(_lost(written, name, part, as_of, _first_whole_day(written, later)))
            continue
        for place, why in part.told.items():
            if why:
                said = Message("left out on {as_of}: {why}", as_of=as_of.isoformat(), why=why)
                line, col = document.at(place)
                problems.add(Problem(document.file, line, col, "FACT13", said, "", "warning"))
    return available


def _pruned(written: Content, facts: Mapping[str, ResolvedFact], as_of: date) -> dict[str, Part]:
    """Return what is left of each part of the content.

    What names something left out may have to go too, so it is repeated until no more goes.
    """
    context = LintContext(written, written, dict(facts), as_of, Problems(), frozenset(), written)
    parts = {
        name: Part(part, context)
        for name, part in written.named_parts()
        if part is not None and (name in _SHARED or isinstance(part, Module | Supplement))
    }
    gone: set[RecordId] = set()
    while True:
        found = set[RecordId]().union(*[part.prune(gone) for part in parts.values()])
        if found == gone:
            return parts
        gone = found


def _lost(written: Content, name: str, part: Part, as_of: date, first: date) -> Problem:
    """Return the problem of a module or supplement that is unavailable."""
    said = Message(
        "the {kind} {part!r} cannot be told on {as_of}: {lost}",
        kind=Message(type(part.written).__name__.lower()),
        part=name,
        as_of=as_of.isoformat(),
        lost=part.told[()],
    )
    hint = Message(
        "the first day on which every module can be told is {first}", first=first.isoformat()
    )
    document = written.documents[name]
    return Problem(document.file, *document.at(("id",)), "FACT14", said, hint)


def _first_whole_day(written: Content, days: list[date]) -> date:
    """Return the first of those days on which no module is lost."""

    def whole(day: date) -> bool:
        facts = {f.id: resolve_fact(f, m.id, day) for m, _, f in written.facts()}
        pruned = _pruned(written, facts, day)
        return all(part.left for name, part in pruned.items() if name not in _SHARED)

    # The later the day, the more has begun, so that halving finds it in a few steps.
    return days[bisect_left(days, True, hi=len(days) - 1, key=whole)]
