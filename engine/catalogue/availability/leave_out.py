"""Content of a day: records that describe what came later are left out.

On the day of writing every value has begun, so this concerns days before: there, each record
that describes what came later is left out with one warning, and references to it are removed.
A text that can never be filled stays in, and is an error.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from datetime import date

from engine.catalogue.availability.dangling import remove_dangling
from engine.catalogue.availability.pruning import GONE, document_without, pruned
from engine.catalogue.availability.removal import OF_SHARED, Removal
from engine.catalogue.availability.unavailable import (
    Unavailable,
    available_part,
    module_unavailable,
    unavailable_in,
)
from engine.diagnostics.messages import Message
from engine.diagnostics.problems import Problem, Problems
from engine.linting.context import LintContext
from engine.loading.content import Content
from engine.resolving.facts import ResolvedFact, resolve_fact
from engine.schema.module import Module
from engine.schema.record import RecordPath
from engine.schema.supplement import Supplement
from engine.schema.text import Text


def leave_out(
    written: Content, facts: Mapping[str, ResolvedFact], as_of: date, problems: Problems
) -> Content:
    """Return the content available on that day; what is left out is reported to `problems`.

    A module of which too little is left is an error, and from then on like a broken file.
    """
    if all(value.since <= as_of for _, _, fact in written.facts() for value in fact.values):
        return written
    available = replace(
        written,
        modules=[],
        supplements=[],
        documents=dict(written.documents),
        broken=list(written.broken),
    )
    for part in _parts(written, facts, as_of):
        document = written.documents[part.name]
        if isinstance(part.value, Module | Supplement) and part.lost:
            problems.add(_lost(written, part, as_of))
            available.broken.append(document)
            continue
        for place, why in part.why.items():
            if any(part.left_out(place[:n]) for n in range(len(place))):
                continue  # The record it stands in is left out, and reported.
            line, col = document.at(place)
            message = Message("left out on {as_of}: {why}", as_of=as_of.isoformat(), why=why)
            problems.add(Problem(document.file, line, col, "FACT13", message, "", "warning"))
        if part.left_out(()):
            del available.documents[part.name]
            setattr(available, part.name, None)
            continue
        gone = [place for place, new in part.changed.items() if new is GONE]
        available.documents[part.name] = document_without(document, gone)
        value = pruned(part.value, part.changed)
        if isinstance(value, Module):
            available.modules.append(value)
        elif isinstance(value, Supplement):
            available.supplements.append(value)
        else:
            setattr(available, part.name, value)
    return available


def _parts(written: Content, facts: Mapping[str, ResolvedFact], as_of: date) -> list[Removal]:
    """Return every part of the content of which something may be left out, and what goes."""
    context = LintContext(written, written, dict(facts), as_of, Problems(), frozenset(), written)
    parts = [Removal(module.id, module) for module in written.modules]
    for part in parts:
        for found in module_unavailable(part.value, context):
            part.close(found)
        _shorten_lessons(part, part.value, facts)
    parts += [Removal(supplement.id, supplement) for supplement in written.supplements]
    parts += [
        Removal(name, getattr(written, name))
        for name in OF_SHARED
        if name in written.documents and getattr(written, name) is not None
    ]
    for part in parts[len(written.modules) :]:
        for found in unavailable_in(part.value, facts):
            part.close(found)
    remove_dangling(parts)
    return parts


def _shorten_lessons(part: Removal, module: Module, facts: Mapping[str, ResolvedFact]) -> None:
    """Remove the paragraphs of lesson steps that are unavailable, or the whole step."""
    for here, lesson in module.lessons():
        for i, step in enumerate(lesson.steps):
            _shorten(part, (*here, "steps", i, "say"), step.say, facts)
            if step.for_trainers:
                _shorten(part, (*here, "steps", i, "for_trainers"), step.for_trainers, facts)


def _shorten(
    part: Removal, place: RecordPath, text: Text, facts: Mapping[str, ResolvedFact]
) -> None:
    left, why = available_part(text, facts)
    step = place[:-1]
    if left is None and place[-1] == "say":
        part.close(Unavailable(step, why))
    elif why and not part.left_out(step):
        part.changed[place] = GONE if left is None else left
        part.why[place] = Message("a part of this step; {why}", why=why)


def _lost(written: Content, part: Removal, as_of: date) -> Problem:
    """Return the problem of a module or supplement that is not available on the day."""
    document = written.documents[part.name]
    line, col = document.at(("id",))
    first = _first_whole_day(written, as_of)
    kind = Message(type(part.value).__name__.lower())
    return Problem(
        document.file,
        line,
        col,
        "FACT14",
        Message(
            "the {kind} {part!r} cannot be told on {as_of}: {lost}",
            kind=kind,
            part=part.name,
            as_of=as_of.isoformat(),
            lost=part.lost,
        ),
        Message(
            "the first day on which every module can be told is {first}", first=first.isoformat()
        ),
    )


def _first_whole_day(written: Content, as_of: date) -> date:
    """Return the first day after `as_of` on which no module is lost."""
    begins = {value.since for _, _, fact in written.facts() for value in fact.values}
    days = sorted(day for day in begins if day > as_of)
    first, last = 0, len(days) - 1
    # The later the day, the more has begun: halving finds it in a few steps.
    while first < last:
        middle = (first + last) // 2
        facts = {f.id: resolve_fact(f, m.id, days[middle]) for m, _, f in written.facts()}
        if any(part.lost for part in _parts(written, facts, days[middle])):
            first = middle + 1
        else:
            last = middle
    return days[first]
