"""Reasons why something is unavailable on a day; an empty one where it is not."""

from __future__ import annotations

import re
from collections.abc import Mapping
from contextlib import suppress
from dataclasses import replace
from itertools import pairwise

from engine.diagnostics.messages import Message
from engine.diagnostics.problems import Problems
from engine.linting.context import LintContext
from engine.linting.questions import check_question
from engine.resolving.facts import ResolvedFact, resolve_fact
from engine.resolving.placeholders import (
    PLACE,
    FillError,
    facts_named,
    fill_placeholders,
    place_name,
    place_value,
)
from engine.schema.module import Module
from engine.schema.question import Question
from engine.schema.record import Record
from engine.schema.references import fact_references
from engine.schema.text import Text
from engine.schema.traversal import map_texts

Facts = Mapping[str, ResolvedFact]

_PART = re.compile(r"(?m)^[ \t]*\n|^(?=[ \t]*(?:[-*+]|\d+\.)[ \t])")
"""Where the next part of a text begins: after an empty line, and at each item of a list."""


def not_begun(resolved: ResolvedFact) -> str:
    """Return why a fact cannot be named yet."""
    if resolved.now is not None:
        return ""
    name, begins = resolved.fact.id, resolved.fact.values[0].since.isoformat()
    return Message("it tells of {fact!r}, which begins on {begins}", fact=name, begins=begins)


def not_fillable(source: str, facts: Facts) -> str:
    """Return why a text cannot be filled yet. One that never can is no matter of the day."""
    for match in PLACE.finditer(source):
        resolved = facts.get(place_name(match[1]))
        if resolved is None or _fills(match[1], resolved):
            continue
        fact = resolved.fact
        for day in (value.since for value in fact.values if value.since > resolved.as_of):
            if _fills(match[1], resolve_fact(fact, resolved.module, day)):
                said = "it tells of a change of {name!r}, which comes on {until}"
                return not_begun(resolved) or Message(said, name=fact.id, until=day.isoformat())
    return ""


def _fills(inner: str, resolved: ResolvedFact) -> bool:
    with suppress(FillError):
        return bool(place_value(inner, {resolved.fact.id: resolved}))
    return False


def fillable_parts(source: str, facts: Facts) -> str:
    """Return the text without its paragraphs and items that cannot be filled yet."""
    starts = (0, *(match.end() for match in _PART.finditer(source)), len(source))
    parts = [source[start:end] for start, end in pairwise(starts)]
    return "".join(part for part in parts if not not_fillable(part, facts)).strip()


def changed_since(record: Record, facts: Facts) -> str:
    """Return why a record's words are untrue: they tell of a later value without showing it."""
    for name in getattr(record, "facts", ()):
        resolved = facts.get(name) if isinstance(name, str) else None
        if resolved is None or resolved.as_checked:
            continue
        shown = [shown for path, shown in fact_references(record) if path[0] != "facts"]
        if name not in (*shown, *facts_named(record)):
            then = resolve_fact(resolved.fact, resolved.module, resolved.fact.checked).now
            day = then.since.isoformat() if then else "never"
            return Message("its words tell of {name!r} as it is since {day}", name=name, day=day)
    return ""


def spoilt(question: Question, module: Module, context: LintContext) -> str:
    """Return how old values spoil a question: two options alike, an amount nobody confirmed."""
    names = {*facts_named(question), *(name for _, name in fact_references(question))}
    known = [context.facts[name] for name in names if name in context.facts]
    if all(fact.as_checked and not fact.assumed for fact in known):
        return ""

    def fill(text: Text, _: object) -> Text:
        return text.model_copy(update={"shown": fill_placeholders(text, context.facts).shown})

    found = Problems()
    with suppress(FillError):
        check_question(replace(context, problems=found), module, 0, map_texts(question, fill))
    errors = [problem.message for problem in found.errors]
    return Message("with the values of that day, {message}", message=errors[0]) if errors else ""
