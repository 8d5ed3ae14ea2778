"""Texts and records that are unavailable on a day, because they describe what came later.

People write for the present. On a day before, a text may name a right that had not begun, speak
of a change nobody knew, or say in words what was otherwise then.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace
from datetime import date
from typing import Any

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
    is_fact_place,
    place_value,
)
from engine.schema.module import Module
from engine.schema.question import Number, Question
from engine.schema.record import Record, RecordPath
from engine.schema.references import fact_references
from engine.schema.text import Text
from engine.schema.traversal import map_texts

_PART = re.compile(r"(?m)^[ \t]*\n|^(?=[ \t]*(?:[-*+]|\d+\.)[ \t])")
"""Where the next part of a text begins: after an empty line, and at each item of a list."""


@dataclass(frozen=True, slots=True)
class Unavailable:
    """A place whose content is unavailable on the day, and the reason."""

    place: RecordPath
    why: str


def unavailable_in(value: Any, facts: Mapping[str, ResolvedFact]) -> Iterator[Unavailable]:
    """Yield everything in a module, supplement or shared file that is unavailable on the day.

    That is texts that cannot be filled yet, facts named by id that have not begun, and records
    whose words describe a later value.

    What a lesson's step says is not looked at: see `available_part`.
    """
    found: list[Unavailable] = []

    def look(text: Text, path: RecordPath) -> Text:
        looked_at = path[-1] not in ("say", "for_trainers") and path[0] != "facts"
        if looked_at and (why := _why_unavailable(text, facts)):
            found.append(Unavailable(path, why))
        return text

    map_texts(value, look)
    yield from found
    for path, name in fact_references(value):
        if path[0] not in ("facts", "signed") and (why := _not_begun(facts.get(name))):
            yield Unavailable(path, why)
    for path, record in _resting_on_facts(value, ()):
        yield from _described_in_words(record, facts, path)


def module_unavailable(module: Module, context: LintContext) -> Iterator[Unavailable]:
    """Yield everything in a module that is unavailable, questions that old values spoil too."""
    yield from unavailable_in(module, context.facts)
    for i, question in enumerate(module.questions):
        yield from _unfair(context, module, i, question)


def available_part(text: Text, facts: Mapping[str, ResolvedFact]) -> tuple[Text | None, str]:
    """Return the text without its unavailable paragraphs and items, and why the first is.

    None when nothing is left.
    """
    whys: list[str] = []

    def kept(source: str) -> str:
        parts = [source[a:b] for a, b in _parts(source)]
        reasons = [
            _why_unavailable(Text(shown=part), facts) if part.strip() else "" for part in parts
        ]
        whys.extend(filter(None, reasons))
        return "".join(p for p, why in zip(parts, reasons, strict=True) if not why).strip()

    shown = kept(text.shown)
    if not whys:
        return text, ""
    return (text.model_copy(update={"shown": shown}) if shown else None), whys[0]


def _parts(source: str) -> Iterator[tuple[int, int]]:
    starts = sorted({0, *(m.end() for m in _PART.finditer(source))})
    return zip(starts, [*starts[1:], len(source)], strict=True)


def _why_unavailable(text: Text, facts: Mapping[str, ResolvedFact]) -> str:
    """Return why the text cannot be filled yet; empty if it can, or never will."""
    for match in PLACE.finditer(text.shown):
        if not is_fact_place(match[1]):
            continue
        try:
            place_value(match[1], facts)
        except FillError:
            resolved = facts.get(match[1].split("|")[0].strip())
            until = _fillable_from(match[1], resolved)
            if until is not None:
                name = resolved.fact.id if resolved else ""
                change = Message(
                    "it tells of a change of {name!r}, which comes on {until}",
                    name=name,
                    until=until.isoformat(),
                )
                return _not_begun(resolved) or change
    return ""


def _fillable_from(inner: str, resolved: ResolvedFact | None) -> date | None:
    """Return the first later day on which the place can be filled."""
    for value in resolved.fact.values if resolved else ():
        if resolved and value.since > resolved.as_of:
            then = resolve_fact(resolved.fact, resolved.module, value.since)
            try:
                place_value(inner, {resolved.fact.id: then})
            except FillError:
                continue
            return value.since
    return None


def _resting_on_facts(value: Any, path: RecordPath) -> Iterator[tuple[RecordPath, Record]]:
    """Yield every record that lists ids of facts it rests on, with its path."""
    if isinstance(value, Record) and not isinstance(value, Text):
        rests_on = getattr(value, "facts", ())
        if rests_on and isinstance(rests_on[0], str):
            yield path, value
        for name, field in type(value).model_fields.items():
            yield from _resting_on_facts(getattr(value, name), (*path, field.alias or name))
    elif isinstance(value, tuple | list):
        for i, item in enumerate(value):
            yield from _resting_on_facts(item, (*path, i))


def _described_in_words(
    record: Record, facts: Mapping[str, ResolvedFact], path: RecordPath
) -> Iterator[Unavailable]:
    """Yield facts that a record lists without showing them: its words describe the present."""
    shown = {name for field, name in fact_references(record) if field[0] != "facts"}
    shown.update(facts_named(record))
    for name in record.facts:  # type: ignore[attr-defined]
        resolved = facts.get(name)
        if resolved and name not in shown and not resolved.as_checked:
            now = resolve_fact(resolved.fact, resolved.module, resolved.fact.checked).now
            day = now.since.isoformat() if now else "never"
            yield Unavailable(
                path, Message("its words tell of {name!r} as it is since {day}", name=name, day=day)
            )


def _not_begun(resolved: ResolvedFact | None) -> str:
    if resolved is None or resolved.now is not None:
        return ""
    begins = resolved.fact.values[0].since.isoformat()
    return Message(
        "it tells of {fact!r}, which begins on {begins}", fact=resolved.fact.id, begins=begins
    )


def _unfair(
    context: LintContext, module: Module, i: int, question: Question
) -> Iterator[Unavailable]:
    """Yield a question that old values spoil: two options alike, an amount nobody has confirmed."""
    rests_on = {*question.facts, *facts_named(question)}
    if isinstance(question, Number):
        rests_on.update((question.answer.fact, *(m.amount.fact for m in question.mistakes)))
    known = [context.facts[name] for name in rests_on if name in context.facts]
    if all(r.as_checked and not r.assumed for r in known):
        return
    try:
        filled = map_texts(question, lambda text, _: _filled(text, context.facts))
    except FillError:
        return
    found = Problems()
    check_question(
        replace(context, problems=found),
        module,
        i,
        filled,
    )
    for problem in found.errors[:1]:
        yield Unavailable(
            ("questions", i),
            Message("with the values of that day, {message}", message=problem.message),
        )


def _filled(text: Text, facts: Mapping[str, ResolvedFact]) -> Text:
    return text.model_copy(update={"shown": fill_placeholders(text, facts).shown})
