"""Facts: dates in order, sources present, review days kept, everything taught and asked."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from engine.diagnostics.messages import Message
from engine.linting.context import LintContext
from engine.loading.suggestions import suggest_number
from engine.resolving.placeholders import facts_named
from engine.resolving.units import WORD_UNITS
from engine.schema.fact import Fact, Unit, Value
from engine.schema.module import BenefitsBlock, Module, NumbersBlock
from engine.schema.question import Number
from engine.schema.references import fact_references
from engine.schema.text import Text


def check_facts(context: LintContext) -> None:
    """Check each fact, then the coverage of each module."""
    for holder, i, fact in context.whole.facts():
        _check_dates(context, holder.id, i, fact)
        _check_values(context, holder.id, i, fact)
    taught, asked = covered(context)
    for module in context.whole.modules:
        for i, fact in enumerate(module.facts):
            _check_coverage(
                context, module, i, fact, taught=fact.id in taught, asked=fact.id in asked
            )


def coverage(module: Module, taught: set[str], asked: set[str]) -> tuple[int, int, int, int]:
    """Return (facts to teach, taught, facts to ask, asked) of a module, given all `covered`."""
    teach = [f for f in module.facts if not f.reference_only]
    ask = [f for f in teach if not f.no_quiz]
    return (
        len(teach),
        sum(f.id in taught for f in teach),
        len(ask),
        sum(f.id in asked for f in ask),
    )


def covered(context: LintContext) -> tuple[set[str], set[str]]:
    """Return facts taught and facts asked in all that was written.

    What a day leaves out counts too, for people teach it when its time has come.
    """
    modules = context.whole.modules
    taught = {name for module in modules for name in _taught(module)}
    return taught, {name for module in modules for name in _asked(module)}


def _check_dates(context: LintContext, part: str, i: int, fact: Fact) -> None:
    here = ("facts", i)
    for j, (earlier, later) in enumerate(zip(fact.values, fact.values[1:], strict=False)):
        if later.since <= earlier.since:
            message = Message(
                "this value of {fact!r} begins on {since}, not after the one before it ({since2})",
                fact=fact.id,
                since=later.since.isoformat(),
                since2=earlier.since.isoformat(),
            )
            hint = "write values oldest first"
            context.report(part, (*here, "values", j + 1, "from"), "FACT06", message, hint)
    if fact.review_by < fact.checked:
        message = Message("the review of {fact!r} is due before it was checked", fact=fact.id)
        hint = "review_by is a day after checked"
        context.report(part, (*here, "review_by"), "FACT07", message, hint)
    if fact.review_by < context.as_of:
        message = Message(
            "the fact {fact!r} was to be looked at again by {review_by}",
            fact=fact.id,
            review_by=fact.review_by.isoformat(),
        )
        hint = "compare it with its source, then set checked and review_by"
        context.report(part, (*here, "review_by"), "FACT03", message, hint)


def _check_values(context: LintContext, part: str, i: int, fact: Fact) -> None:
    for j, value in enumerate(fact.values):
        here = ("facts", i, "values", j)
        if value.or_earlier and j > 0:
            message = Message("only the first value of {fact!r} may say `or_earlier`", fact=fact.id)
            hint = "until this one begins the one before it holds: remove the key"
            context.report(part, (*here, "or_earlier"), "FACT15", message, hint)
        if value.value is not None and (hint := _unfit(value.value, fact.unit)):
            message = Message(
                "the value of {fact!r} does not fit its unit {unit}", fact=fact.id, unit=fact.unit
            )
            context.report(part, (*here, "value"), "FACT08", message, hint)
        if value.source is None and fact.grade != "D":
            message = Message(
                "this value of {fact!r} has no source, but its grade is {grade}",
                fact=fact.id,
                grade=fact.grade,
            )
            hint = "name the source, or give grade D: it will print with a mark"
            context.report(part, here, "FACT09", message, hint)


def _unfit(value: Value, unit: Unit) -> str:
    """Return what to write for a value that does not fit its unit; empty if it fits."""
    if isinstance(value, Text):
        if unit in WORD_UNITS:
            return ""
        meant = suggest_number(value.shown)
        if meant is None:
            return "this unit wants a number; words have the unit text"
        return Message(
            "write {value} without quotes" if meant == value.shown else "write {value}", value=meant
        )
    if isinstance(value, date):
        return "" if unit in WORD_UNITS else "a day has the unit date"
    if unit in WORD_UNITS:
        return (
            Message('write "{value}" in quotes', value=value)
            if unit == "phone"
            else "a number has another unit"
        )
    return "no amount is less than nothing" if value < 0 else ""


def _check_coverage(
    context: LintContext, module: Module, i: int, fact: Fact, *, taught: bool, asked: bool
) -> None:
    here = ("facts", i, "id")
    if fact.no_quiz and asked:
        message = Message(
            "the fact {fact!r} is asked, though it is not to be: {no_quiz}",
            fact=fact.id,
            no_quiz=fact.no_quiz,
        )
        hint = "change the question, or take no_quiz away"
        context.report(module.id, here, "FACT12", message, hint)
    if fact.reference_only:
        return
    if not taught:
        message = Message("no lesson step and no one-pager block teaches {fact!r}", fact=fact.id)
        hint = "teach it, or say why not: reference_only: …"
        context.report(module.id, here, "FACT10", message, hint, warning=True)
    if not asked and not fact.no_quiz:
        message = Message("no question asks about {fact!r}", fact=fact.id)
        hint = "ask about it, or say why not: no_quiz: …"
        context.report(module.id, here, "FACT11", message, hint, warning=True)


def _taught(module: Module) -> Iterator[str]:
    """Yield facts that the lessons or the one-pager show."""
    for _, lesson in module.lessons():
        for step in lesson.steps:
            yield from step.facts
        yield from facts_named(lesson)
    yield from facts_named(module.one_pager)
    benefits = {b.id: b for b in module.benefits}
    for block in module.one_pager:
        if isinstance(block, NumbersBlock):
            yield from (number.fact for number in block.numbers)
        elif isinstance(block, BenefitsBlock):
            for row in block.rows:
                if row in benefits:
                    yield from (name for _, name in fact_references(benefits[row]))


def _asked(module: Module) -> Iterator[str]:
    """Yield facts that questions and rumours rest on."""
    for question in module.questions:
        yield from question.facts
        yield from facts_named(question)
        if isinstance(question, Number):
            yield question.answer.fact
    for myth in module.myths:
        yield from myth.facts
        yield from facts_named(myth)
