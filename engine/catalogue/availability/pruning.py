"""Records without what is unavailable on a day: the smallest removable thing around it goes."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Mapping, Set
from contextlib import suppress
from dataclasses import replace
from itertools import pairwise
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
    place_name,
    place_value,
)
from engine.schema.fact import Fact
from engine.schema.module import Forms, Lesson, LessonStep, Module, SignOff
from engine.schema.question import Question
from engine.schema.record import Record, RecordPath, Removable
from engine.schema.references import fact_references, references_in
from engine.schema.situation import Temptation
from engine.schema.text import Text
from engine.schema.traversal import map_texts

Facts = Mapping[str, ResolvedFact]
Reasons = dict[RecordPath, str]
RecordId = tuple[str, str]
"""Kind and id of a record."""

_NAMED = (("question", "questions"), ("benefit", "benefits"), ("objective", "objectives"))
"""Kinds of records that may be left out while others name them, and their lists."""
_IN_PARTS = ("say", "for_trainers")
"""Texts of a lesson's step, of which single paragraphs may be left out."""
_PART = re.compile(r"(?m)^[ \t]*\n|^(?=[ \t]*(?:[-*+]|\d+\.)[ \t])")
"""Where the next part of a text begins: after an empty line, and at each item of a list."""


class Unavailable(Exception):
    """A value cannot stay on the day; its argument is the reason."""


class Part:
    """A module, supplement or shared file, and what is left of it on a day.

    Attributes:
        left: None if nothing is.
        reasons: why each thing was removed or shortened, by its path as written; empty where the
            record that it names is reported.
    """

    def __init__(self, written: Any, context: LintContext) -> None:
        self.written = self.left = written
        self.reasons: Reasons = {}
        self._facts = context.facts
        questions = written.questions if isinstance(written, Module) else ()
        spoilt = ((("questions", i), _spoilt(q, written, context)) for i, q in enumerate(questions))
        self._spoilt: Reasons = {path: why for path, why in spoilt if why}
        self._gaps: Reasons = {}
        # Of all walks: a later one finds only what an earlier one took along.
        self._first_reasons: Reasons = {}

    def prune(self, gone: Set[RecordId]) -> set[RecordId]:
        """Set what is left without those records; return the ones that go from here."""
        self.reasons = {}
        self._gaps = self._spoilt | {path: why for path, why in self._find_gaps(gone) if why}
        (self.left,) = self._kept(self.written, (), Removable()) or (None,)
        return _ids(self.written) - _ids(self.left or self.written)

    def _kept(self, value: Any, path: RecordPath, mark: Removable | None) -> tuple[Any, ...]:
        """Return what is left of a value, alone in a tuple; an empty one if it is removed."""
        try:
            return (self._left(value, path, mark),)
        except Unavailable as gap:
            # A lesson without its deed is none.
            if mark is None or (isinstance(value, LessonStep) and value.kind == "act"):
                raise
            # The first reason is its own; later ones come from what it took along.
            why = self._first_reasons.setdefault(path, gap.args[0])
            self.reasons = {p: why for p, why in self.reasons.items() if p[: len(path)] != path}
            self.reasons[path] = "" if isinstance(value, str | Temptation) else why
            return ()

    def _left(self, value: Any, path: RecordPath, mark: Removable | None) -> Any:
        """Return what is left of a value; raise Unavailable if it cannot stay."""
        left = value
        if isinstance(value, Text):
            left = self._text(value, path)
        elif isinstance(value, Record) and not isinstance(value, Fact | SignOff):
            left = self._record(value, path)
        elif isinstance(value, tuple | list):
            left = self._items(value, path, mark)
        elif isinstance(value, dict):
            left = {key: self._left(item, (*path, key), None) for key, item in value.items()}
        if path in self._gaps:
            raise Unavailable(self._gaps[path])
        return left

    def _text(self, text: Text, path: RecordPath) -> Text:
        why = _not_fillable(text.shown, self._facts)
        if not why:
            return text
        left = _fillable_parts(text.shown, self._facts) if path[-1] in _IN_PARTS else ""
        if not left:
            raise Unavailable(why)
        self.reasons[path] = Message("a part of this step; {why}", why=why)
        return text.model_copy(update={"shown": left})

    def _record(self, record: Record, path: RecordPath) -> Record:
        left: dict[str, Any] = {}
        for name, field in type(record).model_fields.items():
            value, here = getattr(record, name), (*path, field.alias or name)
            mark = next((mark for mark in field.metadata if isinstance(mark, Removable)), None)
            if isinstance(record, LessonStep) and record.kind in ("ask", "check"):
                mark = None if name == "question" else mark
            if isinstance(value, tuple):
                left[name] = self._left(value, here, mark)
            else:
                (left[name],) = self._kept(value, here, mark) or (None,)
        if why := _changed_since(record, self._facts):
            raise Unavailable(why)
        if isinstance(record, Lesson):
            left["minutes"] += sum(step.minutes for step in left["steps"])
            left["minutes"] -= sum(step.minutes for step in record.steps)
        elif isinstance(record, Forms):
            lost = [len(getattr(record, form)) - len(names) for form, names in left.items()]
            if any(lost):
                message = "{most} of the questions of each test, so that both stay alike"
                self.reasons[path] = Message(message, most=max(lost))
        return record.model_copy(update=left)

    def _items(self, items: Any, path: RecordPath, mark: Removable | None) -> Any:
        left = [kept for i, item in enumerate(items) for kept in self._kept(item, (*path, i), mark)]
        if mark and len(left) < min(mark.least, len(items)):
            removed = next(i for i in range(len(items)) if (*path, i) in self.reasons)
            raise Unavailable(self._first_reasons[*path, removed])
        return type(items)(left)

    def _find_gaps(self, gone: Set[RecordId]) -> Iterator[tuple[RecordPath, str]]:
        """Yield (path, reason) of what cannot be named; a reason may be empty."""
        for kind, path, name in references_in(self.written):
            if kind == "fact" and name in self._facts:
                yield path, _not_begun(self._facts[name])
            elif (kind, name) in gone:
                yield path, Message("{name!r}, which it names, is left out", name=name)
        if isinstance(self.written, Module):
            questions = self.written.questions
            left = [q for q in questions if ("question", q.id) not in gone]
            unasked = {q.objective for q in questions} - {q.objective for q in left}
            for i, objective in enumerate(self.written.objectives):
                if objective.id in unasked:
                    yield ("objectives", i), "no question about it is left"
            for path in _uneven(self.written, {question.id for question in left}):
                yield path, "the other test lost one like it"


def _ids(part: Any) -> set[RecordId]:
    return {(kind, record.id) for kind, field in _NAMED for record in getattr(part, field, ())}


def _uneven(module: Module, left: Set[str]) -> Iterator[RecordPath]:
    """Yield the questions to take from a test because the other one lost as many of their kind."""
    kinds = {q.id: (q.objective, q.level) for q in module.questions}
    forms = {"opening": module.forms.opening, "closing": module.forms.closing}
    gone = kinds.keys() - left
    lost = {form: Counter(kinds[q] for q in forms[form] if q in gone) for form in forms}
    for form, other in (("opening", "closing"), ("closing", "opening")):
        for kind, count in (lost[other] - lost[form]).items():
            alike = [i for i, q in enumerate(forms[form]) if q in left and kinds[q] == kind]
            yield from (("forms", form, i) for i in alike[-count:])


def _not_begun(resolved: ResolvedFact) -> str:
    """Return why a fact cannot be named yet."""
    if resolved.now is not None:
        return ""
    name, begins = resolved.fact.id, resolved.fact.values[0].since.isoformat()
    return Message("it tells of {fact!r}, which begins on {begins}", fact=name, begins=begins)


def _not_fillable(source: str, facts: Facts) -> str:
    """Return why a text cannot be filled yet. One that never can is no matter of the day."""
    for match in PLACE.finditer(source):
        resolved = facts.get(place_name(match[1]))
        if resolved is None or _fills(match[1], resolved):
            continue
        fact = resolved.fact
        for day in [value.since for value in fact.values if value.since > resolved.as_of]:
            if _fills(match[1], resolve_fact(fact, resolved.module, day)):
                message = "it tells of a change of {name!r}, which comes on {until}"
                return _not_begun(resolved) or Message(message, name=fact.id, until=day.isoformat())
    return ""


def _fills(inner: str, resolved: ResolvedFact) -> bool:
    with suppress(FillError):
        return bool(place_value(inner, {resolved.fact.id: resolved}))
    return False


def _fillable_parts(source: str, facts: Facts) -> str:
    """Return the text without its paragraphs and items that cannot be filled yet."""
    starts = (0, *(match.end() for match in _PART.finditer(source)), len(source))
    parts = [source[start:end] for start, end in pairwise(starts)]
    return "".join(part for part in parts if not _not_fillable(part, facts)).strip()


def _changed_since(record: Record, facts: Facts) -> str:
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


def _spoilt(question: Question, module: Module, context: LintContext) -> str:
    """Return how old values spoil a question: two options alike, an amount nobody confirmed."""
    names = {*facts_named(question), *(name for _, name in fact_references(question))}
    known = [fact for name in names if (fact := context.facts.get(name))]
    if all(fact.as_checked and not fact.assumed for fact in known):
        return ""

    def fill(text: Text, _: object) -> Text:
        return text.model_copy(update={"shown": fill_placeholders(text, context.facts).shown})

    found = Problems()
    with suppress(FillError):
        check_question(replace(context, problems=found), module, 0, map_texts(question, fill))
    errors = [problem.message for problem in found.errors]
    return Message("with the values of that day, {message}", message=errors[0]) if errors else ""
