"""Texts and records that are unavailable on a day, because they describe what came later.

People write for the present. On a day before, a text may name a right that had not begun, speak
of a change nobody knew, or say in words what was otherwise then.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, replace
from datetime import date
from typing import Any

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
from engine.schema.module import Module, NumbersBlock
from engine.schema.question import Number, Question
from engine.schema.record import RecordPath
from engine.schema.references import fact_references
from engine.schema.shared_content import Comparison
from engine.schema.supplement import Rights, Supplement
from engine.schema.text import Text
from engine.schema.traversal import map_texts

_PART = re.compile(r"(?m)^[ \t]*\n|^(?=[ \t]*(?:[-*+]|\d+\.)[ \t])")
"""Where the next part of a text begins: after an empty line, and at each item of a list."""


@dataclass(frozen=True, slots=True)
class Unavailable:
    """A place whose content is unavailable on the day, and the reason."""

    place: RecordPath
    why: str


def text_gaps(
    value: Any, facts: Mapping[str, ResolvedFact], place: RecordPath = ()
) -> list[Unavailable]:
    """Return texts that cannot be filled yet. What can never be filled is no gap but a mistake."""
    found: list[Unavailable] = []

    def look(text: Text, here: RecordPath) -> Text:
        if why := _why_unavailable(text, facts):
            found.append(Unavailable(here, why))
        return text

    map_texts(value, look, place)
    return found


def module_gaps(module: Module, context: LintContext) -> Iterator[Unavailable]:
    """Yield everything in a module that is not available on the day.

    The parts of a lesson's step are not looked at: see `tellable`.
    """
    facts = context.facts
    for field in type(module).model_fields:
        if field not in ("facts", "lesson", "more_lessons"):
            yield from text_gaps(getattr(module, field), facts, (field,))
    yield from _named_gaps(module, facts)
    for place, lesson in module.lessons():
        for i, step in enumerate(lesson.steps):
            here: RecordPath = (*place, "steps", i)
            yield from text_gaps(step.title, facts, (*here, "title"))
            yield from _described_in_words(step.facts, step, facts, here)
    yield from _rights_gaps(module, facts)
    for i, myth in enumerate(module.myths):
        yield from _described_in_words(myth.facts, myth, facts, ("myths", i))
    for i, question in enumerate(module.questions):
        yield from _described_in_words(question.facts, question, facts, ("questions", i))
        yield from _unfair(context, module, i, question)


def supplement_gaps(
    supplement: Supplement, facts: Mapping[str, ResolvedFact]
) -> Iterator[Unavailable]:
    """Yield everything in a supplement that is not available on the day."""
    for field in type(supplement).model_fields:
        if field != "facts":
            yield from text_gaps(getattr(supplement, field), facts, (field,))
    yield from _rights_gaps(supplement, facts)


def comparison_gaps(
    comparison: Comparison, facts: Mapping[str, ResolvedFact]
) -> Iterator[Unavailable]:
    """Yield everything in the comparison that is not available on the day."""
    yield from text_gaps(comparison, facts)
    for i, row in enumerate(comparison.rows):
        yield from _described_in_words(row.facts, row, facts, ("rows", i))


def available_part(text: Text, facts: Mapping[str, ResolvedFact]) -> tuple[Text | None, str]:
    """Return the text without the paragraphs and items that are unavailable, and why
    the first one is.

    None when nothing is left.
    """
    whys: list[str] = []

    def kept(source: str) -> str:
        parts = [source[a:b] for a, b in _parts(source)]
        reasons = [_why_unavailable(Text(th=part), facts) if part.strip() else "" for part in parts]
        whys.extend(filter(None, reasons))
        return "".join(p for p, why in zip(parts, reasons, strict=True) if not why).strip()

    thai, english = kept(text.th), kept(text.en)
    if not whys:
        return text, ""
    return (text.model_copy(update={"th": thai, "en": english}) if thai else None), whys[0]


def _parts(source: str) -> Iterator[tuple[int, int]]:
    starts = sorted({0, *(m.end() for m in _PART.finditer(source))})
    return zip(starts, [*starts[1:], len(source)], strict=True)


def _why_unavailable(text: Text, facts: Mapping[str, ResolvedFact]) -> str:
    """Return why the text cannot be filled yet; empty if it can, or never will."""
    for match in PLACE.finditer(f"{text.th}\n{text.en}"):
        if not is_fact_place(match[1]):
            continue
        try:
            place_value(match[1], facts)
        except FillError:
            resolved = facts.get(match[1].split("|")[0].strip())
            until = _fillable_from(match[1], resolved)
            if until is not None:
                name = resolved.fact.id if resolved else ""
                change = f"it tells of a change of {name!r}, which comes on {until.isoformat()}"
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


def _rights_gaps(holder: Rights, facts: Mapping[str, ResolvedFact]) -> Iterator[Unavailable]:
    """Yield facts of schemes and benefits that had not begun, or that their words describe
    otherwise.
    """
    named: list[tuple[RecordPath, str]] = []
    for i, benefit in enumerate(holder.benefits):
        named += [(("benefits", i, *field), name) for field, name in fact_references(benefit)]
    for i, scheme in enumerate(holder.schemes):
        if age := scheme.join.age:
            named += [(("schemes", i), name) for name in (age.lowest, age.highest) if name]
        named += [(("schemes", i), o.pays_in) for o in scheme.options if o.pays_in]
    yield from _not_begun_gaps(named, facts)
    for i, benefit in enumerate(holder.benefits):
        data = [name for field, name in fact_references(benefit) if field[0] != "facts"]
        yield from _described_in_words(benefit.facts, benefit, facts, ("benefits", i), data)


def _named_gaps(module: Module, facts: Mapping[str, ResolvedFact]) -> Iterator[Unavailable]:
    """Yield facts of the sheet and the questions, named by id and not in a text, that had not
    begun.
    """
    named: list[tuple[RecordPath, str]] = []
    for i, block in enumerate(module.one_pager):
        if isinstance(block, NumbersBlock):
            named += [
                (("one_pager", i, "numbers", j), number.fact)
                for j, number in enumerate(block.numbers)
            ]
    for i, question in enumerate(module.questions):
        if isinstance(question, Number):
            named.append((("questions", i), question.answer.fact))
            named += [
                (("questions", i, "mistakes", j), mistake.amount.fact)
                for j, mistake in enumerate(question.mistakes)
            ]
    yield from _not_begun_gaps(named, facts)


def _not_begun_gaps(
    named: Iterable[tuple[RecordPath, str]], facts: Mapping[str, ResolvedFact]
) -> Iterator[Unavailable]:
    for place, name in named:
        if why := _not_begun(facts.get(name)):
            yield Unavailable(place, why)


def _described_in_words(
    names: Iterable[str],
    record: Any,
    facts: Mapping[str, ResolvedFact],
    here: RecordPath,
    data: Iterable[str] = (),
) -> Iterator[Unavailable]:
    """Yield facts that a record rests on without showing them: its words describe the present.

    Args:
        data: facts that the record names elsewhere, so that it follows them by itself.
    """
    shown = {*data, *facts_named(record)}
    for name in names:
        resolved = facts.get(name)
        if why := _not_begun(resolved):
            yield Unavailable(here, why)
        elif resolved and name not in shown and not resolved.as_checked:
            now = resolve_fact(resolved.fact, resolved.module, resolved.fact.checked).now
            day = now.since.isoformat() if now else "never"
            yield Unavailable(here, f"its words tell of {name!r} as it is since {day}")


def _not_begun(resolved: ResolvedFact | None) -> str:
    if resolved is None or resolved.now is not None:
        return ""
    begins = resolved.fact.values[0].since.isoformat()
    return f"it tells of {resolved.fact.id!r}, which begins on {begins}"


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
        yield Unavailable(("questions", i), f"with the values of that day, {problem.message}")


def _filled(text: Text, facts: Mapping[str, ResolvedFact]) -> Text:
    return text.model_copy(update={"th": fill_placeholders(text, facts).thai})
