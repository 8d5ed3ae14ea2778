"""Records without what is unavailable on a day: the smallest removable thing around it goes."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Set
from typing import Any

from engine.catalogue.availability.reasons import (
    changed_since,
    fillable_parts,
    not_begun,
    not_fillable,
    spoilt,
)
from engine.diagnostics.messages import Message
from engine.linting.context import LintContext
from engine.schema.fact import Fact
from engine.schema.module import Forms, Lesson, LessonStep, Module, SignOff
from engine.schema.record import Record, RecordPath, Removable
from engine.schema.references import fact_references, references_in
from engine.schema.situation import Temptation
from engine.schema.text import Text

RecordId = tuple[str, str]
"""Kind and id of a record."""

_NAMED = (("question", "questions"), ("benefit", "benefits"), ("objective", "objectives"))
"""Kinds of records that may be left out while others name them, and their lists."""
_IN_PARTS = ("say", "for_trainers")
"""Texts of a lesson's step, of which single paragraphs may be left out."""


class Unavailable(Exception):
    """A value cannot stay on the day; its argument is the reason."""


class Part:
    """A module, supplement or shared file, and what is left of it on a day.

    Attributes:
        left: None if nothing is.
        told: why each thing was removed or shortened, by its path as written; empty where the
            record that it names is told of.
    """

    def __init__(self, written: Any, context: LintContext) -> None:
        self.written = self.left = written
        self.told: dict[RecordPath, str] = {}
        self._facts = context.facts
        self._unavailable = self._gaps = dict(_unavailable(written, context))
        self._reasons: dict[RecordPath, str] = {}

    def prune(self, gone: Set[RecordId]) -> set[RecordId]:
        """Set what is left without those records; return the ones that go from here."""
        self.told = {}
        self._gaps = dict(_dangling(self.written, gone)) | self._unavailable
        (self.left,) = self._kept(self.written, (), Removable()) or (None,)
        return _ids(self.written) - _ids(self.left or self.written)

    def _kept(self, value: Any, path: RecordPath, mark: Removable | None) -> tuple[Any, ...]:
        """Return what is left of a value, alone in a tuple; an empty one if it is removed."""
        try:
            return (self._left(value, path, mark),)
        except Unavailable as gap:
            if mark is None:
                raise
            # The first reason is its own; later ones come from what it took along.
            why = self._reasons.setdefault(path, gap.args[0])
            self.told = {p: why for p, why in self.told.items() if p[: len(path)] != path}
            self.told[path] = "" if isinstance(value, str | Temptation) else why
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
        why = not_fillable(text.shown, self._facts)
        if not why:
            return text
        left = fillable_parts(text.shown, self._facts) if path[-1] in _IN_PARTS else ""
        if not left:
            raise Unavailable(why)
        self.told[path] = Message("a part of this step; {why}", why=why)
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
        if why := changed_since(record, self._facts):
            raise Unavailable(why)
        if isinstance(record, Lesson):
            steps = left["steps"]
            left["minutes"] -= sum(s.minutes for s in record.steps) - sum(s.minutes for s in steps)
            acts = [any(s.kind == "act" for s in some) for some in (record.steps, steps)]
            if path == ("lesson",) and acts == [True, False]:
                raise Unavailable("its lesson has no step `act` left")
        if isinstance(record, Forms):
            lost = [len(getattr(record, form)) - len(names) for form, names in left.items()]
            if any(lost):
                said = "{most} of the questions of each test, so that both stay alike"
                self.told[path] = Message(said, most=max(lost))
        return record.model_copy(update=left)

    def _items(self, items: Any, path: RecordPath, mark: Removable | None) -> Any:
        left = [kept for i, item in enumerate(items) for kept in self._kept(item, (*path, i), mark)]
        if mark and len(left) < min(mark.least, len(items)):
            removed = next(i for i in range(len(items)) if (*path, i) in self.told)
            raise Unavailable(self._reasons[*path, removed])
        return type(items)(left)


def _ids(part: Any) -> set[RecordId]:
    return {(kind, record.id) for kind, field in _NAMED for record in getattr(part, field, ())}


def _unavailable(part: Any, context: LintContext) -> Iterator[tuple[RecordPath, str]]:
    """Yield (path, reason) of names of facts that have not begun, and of spoilt questions."""
    for path, name in fact_references(part):
        if name in context.facts and (why := not_begun(context.facts[name])):
            yield path, why
    for i, question in enumerate(part.questions if isinstance(part, Module) else ()):
        if why := spoilt(question, part, context):
            yield ("questions", i), why


def _dangling(part: Any, gone: Set[RecordId]) -> Iterator[tuple[RecordPath, str]]:
    """Yield (path, reason) of what cannot stay without records that are left out."""
    for kind, path, name in references_in(part):
        if (kind, name) in gone:
            yield path, Message("{name!r}, which it names, is left out", name=name)
    if isinstance(part, Module):
        left = [q for q in part.questions if ("question", q.id) not in gone]
        unasked = {q.objective for q in part.questions} - {q.objective for q in left}
        for i, objective in enumerate(part.objectives):
            if objective.id in unasked:
                yield ("objectives", i), "no question about it is left"
        yield from _uneven(part, {question.id for question in left})


def _uneven(module: Module, left: Set[str]) -> Iterator[tuple[RecordPath, str]]:
    """Yield questions to take from one test, because the other lost as many of that kind."""
    kinds = {q.id: (q.objective, q.level) for q in module.questions}
    forms = {"opening": module.forms.opening, "closing": module.forms.closing}
    gone = kinds.keys() - left
    lost = {form: Counter(kinds[q] for q in forms[form] if q in gone) for form in forms}
    for form, other in (("opening", "closing"), ("closing", "opening")):
        for kind, count in (lost[other] - lost[form]).items():
            alike = [i for i, q in enumerate(forms[form]) if q in left and kinds[q] == kind]
            yield from ((("forms", form, i), "") for i in alike[-count:])
