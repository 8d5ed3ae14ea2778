"""Output of `rusit facts`: facts found by words, a table of them, one of them in full."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator, Mapping, Sequence
from datetime import date
from typing import Any

from engine.catalogue.compilation import Checked
from engine.diagnostics.messages import Message
from engine.linting.reference_index import references
from engine.loading.content import Content, written_places
from engine.loading.source_map import SourceMap
from engine.resolving.facts import MARK
from engine.resolving.placeholders import facts_named
from engine.resolving.units import with_unit
from engine.schema.fact import FactToday
from engine.schema.record import RecordPath
from engine.schema.text import Language, Text
from engine.schema.traversal import map_texts
from engine.thai.dates import thai_date


def found(checked: Checked, facts: Sequence[FactToday], words: Sequence[str]) -> list[FactToday]:
    """Return the facts in which every word stands: in id, label, value, note, source or module.

    A fact whose id is the one word comes alone.
    """
    if not words:
        return list(facts)
    exact = [fact for fact in facts if [fact.id] == list(words)]
    titles = {s.id: s.title for s in checked.translated.sources}
    holders = {h.id: h.title for h in checked.translated.modules}
    thai = {fact.id: fact.label for _, _, fact in checked.written.facts()}
    wanted = [_plain(word) for word in words]

    def text(fact: FactToday) -> str:
        named = [titles[s] for s in fact.sources if s in titles]
        texts = [fact.label, thai[fact.id], fact.text, fact.note, holders.get(fact.module), *named]
        every = (words for t in texts if isinstance(t, Text) for _, words in t.written)
        return _plain(" ".join([fact.id, fact.module, *every]))

    return exact or [f for f in facts if all(word in text(f) for word in wanted)]


def _plain(text: str) -> str:
    """Return the text as it is compared: no spaces, no commas in numbers, no capitals."""
    return re.sub(r"(?<=\d),(?=\d)|\s", "", text).lower()


def columns() -> tuple[str, ...]:
    """Return the heads of the table."""
    heads = ("fact", "name", "value today", "since", "grade", "source", "review by", "written at")
    return tuple(str(Message(head)) for head in heads)


def rows(
    facts: Sequence[FactToday],
    sources: Mapping[str, str],
    places: Mapping[str, str],
    language: Language,
) -> list[tuple[str, ...]]:
    """Return a row for each fact.

    Args:
        sources: short names by id.
        places: file and line by the id of what is written there.
    """
    return [
        (
            fact.id,
            _line(fact.label),
            _line(fact.text),
            _since(fact, language),
            fact.grade + (MARK if fact.unconfirmed else ""),
            sources.get(fact.sources[0], fact.sources[0]) if fact.sources else "-",
            _day(fact.review_by, language) + (f" ({Message('overdue')})" if fact.stale else ""),
            places.get(fact.id, ""),
        )
        for fact in facts
    ]


def as_json(checked: Checked, facts: Sequence[FactToday]) -> str:
    """Return the facts as a JSON list, each with its place and what shows it."""
    places = written_places(checked.written)
    shown = _shown_by(checked.written)
    data = [
        {
            **fact.model_dump(mode="json"),
            "place": places.get(fact.id, ""),
            "shown_by": [{"id": name, "place": place} for name, place in shown.get(fact.id, ())],
        }
        for fact in facts
    ]
    return json.dumps(data, ensure_ascii=False, indent=1)


def in_full(checked: Checked, fact: FactToday, language: Language) -> str:
    """Return everything about a fact: its value, every earlier one, and all that shows it."""
    written = checked.facts[fact.id].fact
    titles = {s.id: s.title.shown for s in checked.translated.sources}
    lines = [
        f"{fact.id}  {written_places(checked.written).get(fact.id, '')}",
        f"{_line(fact.label)}: {_line(fact.text)}",
        "",
        str(Message("Values, newest first:")),
    ]
    for value in reversed(written.values):
        shown = (
            with_unit(value.value, fact.unit, checked.words) if value.value is not None else None
        )
        begin = Message("{day} or earlier", day=_day(value.since, language))
        since = str(begin) if value.or_earlier else _day(value.since, language)
        source = titles.get(value.source or "", value.source or str(Message("no source")))
        where = f" ({value.where})" if value.where else ""
        lines.append(f"  {since}: {_line(shown) if shown else '-'}  {source}{where}")
    lines += [
        "",
        str(
            Message(
                "grade {grade}; checked {checked}; look again by {review}",
                grade=fact.grade + (MARK if fact.unconfirmed else ""),
                checked=_day(fact.checked, language),
                review=_day(fact.review_by, language),
            )
        ),
    ]
    if fact.note:
        lines.append(_line(fact.note))
    shown_by = _shown_by(checked.written).get(fact.id, [])
    lines += ["", str(Message("Shown by ({count}):", count=len(shown_by)))]
    return "\n".join([*lines, *(f"  {place}  {name}" for name, place in shown_by)])


def _shown_by(content: Content) -> Mapping[str, list[tuple[str, str]]]:
    """Return, by fact, the records that show or use it: what they are called, and file:line."""
    found: dict[str, dict[tuple[str, str], None]] = {}
    for document, place, name in _uses(content):
        record = _record_at(document, place)
        if record[0] != name:
            found.setdefault(name, {})[record] = None
    return {name: list(records) for name, records in found.items()}


def _uses(content: Content) -> Iterator[tuple[SourceMap, RecordPath, str]]:
    for part, (kind, place, name) in references(content):
        if kind == "fact":
            yield content.documents[part], place, name
    for document, value in content.parts():
        texts: list[tuple[Text, RecordPath]] = []

        def note(
            text: Text, place: RecordPath, texts: list[tuple[Text, RecordPath]] = texts
        ) -> Text:
            texts.append((text, place))
            return text

        map_texts(value, note)
        for text, place in texts:
            yield from ((document, place, name) for name in facts_named(text))


def _record_at(document: SourceMap, place: RecordPath) -> tuple[str, str]:
    """Return the nearest record around a place: its id, or its path, and file:line."""
    for length in range(len(place), 0, -1):
        node: Any = document.data
        for part in place[:length]:
            inside = isinstance(node, list | dict) and not isinstance(part, str)
            node = node[part] if inside or (isinstance(node, dict) and part in node) else None
        if isinstance(node, dict) and isinstance(node.get("id"), str):
            place = place[:length]
            return node["id"], f"{document.file}:{document.at(place)[0]}"
    path = place[:2] if len(place) < 3 or place[0] != "lesson" else place[:3]
    name = ".".join(str(part + 1) if isinstance(part, int) else part for part in path)
    return name, f"{document.file}:{document.at(path)[0]}"


def _line(text: Text) -> str:
    return " ".join(text.shown.split())


def _day(when: date, language: Language) -> str:
    return thai_date(when) if language == "th" else when.isoformat()


def _since(fact: FactToday, language: Language) -> str:
    if fact.since:
        return _day(fact.since, language)
    return "" if fact.value is None else str(Message("not known"))
