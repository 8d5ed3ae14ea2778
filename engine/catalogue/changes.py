"""Changes between two days, two catalogues or two states of the content.

A snapshot is a set of facts and the questions that rest on them. Comparing two shows which
facts changed, which right answers they touch, and which sheets have to be taken off tables.
"""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import asdict, dataclass, replace
from datetime import date
from typing import Any, Literal

from engine.catalogue import Catalogue
from engine.diagnostics.messages import Message, read
from engine.diagnostics.messages import MessageLanguage as MessageLanguage
from engine.loading.content import Content
from engine.resolving.facts import fact_today, resolve_fact
from engine.resolving.placeholders import PLACE, is_fact_place
from engine.resolving.value_words import ValueWords
from engine.schema.fact import FactToday
from engine.schema.question import Choice, Number, Question, Several
from engine.schema.record import Record
from engine.schema.text import Text
from engine.thai.dates import thai_date


@dataclass(frozen=True, slots=True)
class QuestionFacts:
    """A question, and the facts under its right answer and under the rest of it."""

    id: str
    module: str
    ask: str
    answer_facts: frozenset[str]
    facts: frozenset[str]


@dataclass(frozen=True, slots=True)
class PrintedSheet:
    """A printed sheet.

    Attributes:
        name: its file.
        edition: the edition that lay on the table then; empty when that is not known.
        facts: the facts it shows.
        title: what people call it.
        keep: the edition of the later side: what was printed in it has the right values.
    """

    name: str
    edition: str
    facts: frozenset[str]
    title: str = ""
    keep: str = ""


@dataclass(frozen=True, slots=True)
class Snapshot:
    """One side of a comparison."""

    name: str
    as_of: date
    facts: Mapping[str, FactToday]
    questions: Mapping[str, QuestionFacts]
    sheets: tuple[PrintedSheet, ...] = ()


@dataclass(frozen=True, slots=True)
class FactChange:
    """A fact whose value is another one now.

    Attributes:
        kind: changed, began (there was no value before), ended, added or removed.
        label, old, new: in the language of the snapshots; values with their unit.
        since: the day the new value began.
    """

    id: str
    module: str
    label: str
    kind: Literal["changed", "began", "ended", "added", "removed"]
    old: str
    new: str
    since: date | None
    source: str


@dataclass(frozen=True, slots=True)
class Changes:
    """The facts that changed, and the questions and sheets they touch.

    Attributes:
        old_as_of, new_as_of: the days that are compared.
        answers: questions whose right answer is touched.
        mentions: questions that rest on a changed fact elsewhere (look again).
        sheets: printed things to take out of use.
    """

    old: str
    new: str
    old_as_of: date
    new_as_of: date
    facts: tuple[FactChange, ...]
    answers: tuple[QuestionFacts, ...]
    mentions: tuple[QuestionFacts, ...]
    sheets: tuple[PrintedSheet, ...]


def snapshot_of_content(
    name: str,
    content: Content,
    as_of: date,
    sheets: Iterable[PrintedSheet] = (),
    words: ValueWords | None = None,
) -> Snapshot:
    """Return the facts of written content on a day. Works for days on which its texts do not.

    Args:
        content: in the language of the words; in Thai without them.
    """
    facts = {
        f.id: fact_today(resolve_fact(f, m.id, as_of), words=words) for m, _, f in content.facts()
    }
    asked = {q.id: _question_facts(q, m.id) for m in content.modules for q in m.questions}
    return Snapshot(name, as_of, facts, asked, tuple(sheets))


def snapshot_of_catalogue(
    name: str, catalogue: Catalogue, sheets: Iterable[PrintedSheet] = ()
) -> Snapshot:
    """Return the facts of a built catalogue on its own day."""
    asked = {q.id: _question_facts(q, m.id) for m in catalogue.modules for q in m.questions}
    return Snapshot(name, catalogue.as_of, catalogue.facts, asked, tuple(sheets))


def compare(old: Snapshot, new: Snapshot) -> Changes:
    """Return the changes from `old` to `new`.

    Sheets are the old side's, or the new side's when the old one knows none.
    """
    facts = tuple(
        change
        for name in sorted(old.facts.keys() | new.facts.keys())
        if (change := _fact_change(old.facts.get(name), new.facts.get(name))) is not None
    )
    # What began had no value before: nothing printed or asked until then can have shown it.
    touched = {change.id for change in facts if change.kind not in ("began", "added")}
    questions = {**new.questions, **old.questions}.values()
    answers = tuple(q for q in questions if q.answer_facts & touched)
    mentions = tuple(q for q in questions if q.facts & touched and not q.answer_facts & touched)
    return Changes(
        old=old.name,
        new=new.name,
        old_as_of=old.as_of,
        new_as_of=new.as_of,
        facts=facts,
        answers=answers,
        mentions=mentions,
        sheets=tuple(_outdated(old, new, touched)),
    )


def _outdated(old: Snapshot, new: Snapshot, touched: set[str]) -> Iterator[PrintedSheet]:
    """Yield the sheets that show a touched fact; not those of one edition on both sides."""
    editions = {sheet.name: sheet.edition for sheet in new.sheets}
    for sheet in old.sheets or new.sheets:
        keep = editions.get(sheet.name, "")
        before = sheet.edition if old.sheets else ""
        if sheet.facts & touched and not (keep and keep == before):
            yield replace(sheet, edition=before, keep=keep)


def changes_text(changes: Changes, language: MessageLanguage = "th") -> str:
    """Return the changes as text for people."""

    def day(when: date) -> str:
        return thai_date(when) if language == "th" else when.isoformat()

    changed = [f for f in changes.facts if f.kind not in ("began", "added")]
    first = [f for f in changes.facts if f.kind in ("began", "added")]
    lines = [read(Message("from {old} to {new}", old=changes.old, new=changes.new), language)]

    def part(head: str, items: Iterable[object]) -> None:
        shown = [f"  {item}" for item in items]
        lines.extend(["", read(Message(head, count=len(shown)), language), *shown])

    def with_day(fact: FactChange) -> str:
        line = f"{fact.id}  {fact.label}: {fact.old} → {fact.new or '-'}"
        since = Message("since {day}", day=day(fact.since)) if fact.since else ""
        return f"{line} {read(since, language)}" if since else line

    part("facts that changed: {count}", map(with_day, changed))
    part("facts with no value before: {count}", (f"{f.id}  {f.label}: {f.new}" for f in first))
    answers = (f"{q.id}  {q.ask}" for q in changes.answers)
    part("questions whose right answer is touched: {count}", answers)
    mentions = (f"{q.id}  {q.ask}" for q in changes.mentions)
    part("questions that mention a changed fact: {count}", mentions)
    part(
        "sheets to take out of use: {count}",
        (_sheet_line(sheet, language) for sheet in changes.sheets),
    )
    return "\n".join(lines)


def _sheet_line(sheet: PrintedSheet, language: MessageLanguage) -> str:
    """Return a sheet's title, and which of its editions to take away."""
    values = {"title": sheet.title or sheet.name, "edition": sheet.edition, "keep": sheet.keep}
    if sheet.edition:
        message = Message("{title}, edition {edition}", **values)
    elif sheet.keep:
        message = Message("{title}, every edition but {keep}", **values)
    else:
        message = Message("{title}, what was printed before", **values)
    line = read(message, language)
    return f"{line}  ({sheet.name})" if sheet.title else line


def changes_json(changes: Changes) -> str:
    """Return the changes as JSON for programs."""

    def plain(value: Any) -> Any:
        return sorted(value) if isinstance(value, frozenset) else value.isoformat()

    return json.dumps(asdict(changes), ensure_ascii=False, indent=1, default=plain)


def _fact_change(old: FactToday | None, new: FactToday | None) -> FactChange | None:
    fact = new or old
    if fact is None or (old and new and old.text.shown == new.text.shown):
        return None
    if old is None:
        kind: Literal["changed", "began", "ended", "added", "removed"] = "added"
    elif new is None:
        kind = "removed"
    elif old.value is None:
        kind = "began"
    elif new.value is None:
        kind = "ended"
    else:
        kind = "changed"
    return FactChange(
        id=fact.id,
        module=fact.module,
        label=fact.label.shown,
        kind=kind,
        old=old.text.shown if old else "",
        new=new.text.shown if new else "",
        since=new.since if new else None,
        source=new.sources[0] if new and new.sources else "",
    )


def _question_facts(question: Question, module: str) -> QuestionFacts:
    match question:
        case Choice() | Several():
            answer: Any = tuple(question.options[n].text for n in question.right_options)
        case Number():
            answer = question.answer
        case _:
            # Elsewhere the whole question is the answer: steps, pairs, a statement.
            answer = question
    under_answer = set(_facts_in(answer, skip=frozenset({"explain", "why"})))
    if answer is question:
        under_answer.update(question.facts)
    return QuestionFacts(
        id=question.id,
        module=module,
        ask=PLACE.sub("…", question.ask.shown),
        answer_facts=frozenset(under_answer),
        facts=frozenset(_facts_in(question)) | frozenset(question.facts),
    )


def _facts_in(value: Any, skip: frozenset[str] = frozenset()) -> Iterable[str]:
    """Yield facts named in written texts, shown in filled ones, or under a number."""
    if isinstance(value, Text):
        yield from value.facts
        for match in PLACE.finditer(value.shown):
            if is_fact_place(match[1]):
                yield match[1].split("|")[0].strip()
    elif isinstance(value, Record):
        for name in type(value).model_fields:
            field = getattr(value, name)
            if name == "fact" and isinstance(field, str):
                yield field
            elif name not in skip:
                yield from _facts_in(field, skip)
    elif isinstance(value, tuple | list):
        for item in value:
            yield from _facts_in(item, skip)
