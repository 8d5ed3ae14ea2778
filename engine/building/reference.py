"""The reference of all content files as Markdown, from the types that the check reads them with."""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import date
from enum import Enum
from types import NoneType, UnionType
from typing import Annotated, Any, Literal, Union, get_args, get_origin, get_type_hints

from pydantic.fields import FieldInfo

from engine.building.json_schema import file_kinds
from engine.loading.content import Content
from engine.schema.documentation import field_description, summary
from engine.schema.record import Record, Ref
from engine.schema.text import Text

_PLAIN = {str: "text", int: "whole number", float: "number", bool: "true, false", date: "day"}


def reference(content: Content) -> str:
    """Return the reference: each file, each record, each field, an example of each record.

    Args:
        content: where the examples come from, the shortest of each record.
    """
    examples = _examples(content)
    done: list[type[Record]] = []
    lines: list[str] = []
    for name, kind in file_kinds().items():
        first = [r for r in _records(kind) if r is not Text]
        lines += ["", f"### {_FILES.get(name, f'`content/{name}.yaml`')}", ""]
        if not first:
            lines.append("Keys of the program, each with a text: `{th: …, en: …}`.")
        for record in first:
            lines += _with_inner(record, done, examples)
    return "\n".join(lines).strip() + "\n"


_FILES = {
    "module": "`content/modules/*.yaml`",
    "supplement": "`content/supplements/*.yaml`",
    "locale": "`content/locale/*.yaml`",
}


def _with_inner(
    record: type[Record], done: list[type[Record]], examples: dict[type[Record], str]
) -> Iterator[str]:
    """Yield a record's table and example, then those of the records inside it, each once."""
    if record in done:
        yield f"See {_name(record)} above."
        return
    waiting = [record]
    while waiting:
        current = waiting.pop(0)
        if current in done:
            continue
        done.append(current)
        yield from _table(current, examples.get(current, ""))
        hints = get_type_hints(current, include_extras=True)
        waiting += [r for name in current.model_fields for r in _records(hints[name])]


def _table(record: type[Record], example: str) -> Iterator[str]:
    yield from ("", f"#### {_name(record)}", "", summary(record), "")
    yield from ("| key | what stands there | needed | meaning |", "|---|---|---|---|")
    hints = get_type_hints(record, include_extras=True)
    for name, field in record.model_fields.items():
        if name in ("html", "breaks"):
            continue
        needed = "yes" if field.is_required() else ""
        meaning = field_description(record, name).replace("|", "\\|")
        kind = _kind(hints[name], field).replace("|", "\\|")
        yield f"| `{field.alias or name}` | {kind} | {needed} | {meaning} |"
    if example:
        yield from ("", "```yaml", example, "```")


def _name(record: type[Record]) -> str:
    words = re.sub(r"(?<=[a-z])(?=[A-Z])", " ", record.__name__).lower()
    kind = record.model_fields.get("kind") or record.model_fields.get("shape")
    values = get_args(kind.annotation) if kind and get_origin(kind.annotation) is Literal else ()
    return f"{words}: {', '.join(f'`{v}`' for v in values)}" if values else words


def _records(hint: Any) -> list[type[Record]]:
    """Return the records in a type, in order."""
    if isinstance(hint, type) and issubclass(hint, Record):
        return [] if hint is Text else [hint]
    return [record for part in get_args(hint) for record in _records(part)]


def _kind(hint: Any, field: FieldInfo | None = None) -> str:
    """Return what stands at a key, in a few words."""
    origin, parts = get_origin(hint), get_args(hint)
    if origin is Annotated:
        for mark in parts[1:]:
            if isinstance(mark, Ref):
                return f"id of a {mark.kind}"
        return _kind(parts[0], field)
    if origin is Literal:
        return ", ".join(f"`{part}`" for part in parts)
    if origin in (Union, UnionType):
        kinds = dict.fromkeys(_kind(part) for part in parts if part is not NoneType)
        return " or ".join(kinds)
    if origin in (tuple, list):
        return f"list of {_kind(parts[0])}"
    if origin is dict:
        return f"{_kind(parts[0])} → {_kind(parts[1])}"
    if isinstance(hint, type) and issubclass(hint, Record):
        return "text, Thai or {th, en}" if hint is Text else _name(hint).replace(":", "")
    if isinstance(hint, type) and issubclass(hint, Enum):
        return ", ".join(f"`{item.value}`" for item in hint)
    return _PLAIN.get(hint, "value")


def _examples(content: Content) -> dict[type[Record], str]:
    """Return, for each record with an id or a kind, the shortest that stands in the content."""
    found: dict[type[Record], str] = {}

    def look(value: Any, place: tuple[str | int, ...], document: Any) -> None:
        if isinstance(value, Record):
            fields = type(value).model_fields
            if place and ("id" in fields or "kind" in fields or "shape" in fields):
                text = _written(document, place)
                kept = found.get(type(value))
                if kept is None or (len(text), text) < (len(kept), kept):
                    found[type(value)] = text
            for name, field in fields.items():
                look(getattr(value, name), (*place, field.alias or name), document)
        elif isinstance(value, list | tuple):
            for i, item in enumerate(value):
                look(item, (*place, i), document)

    for document, value in content.parts():
        look(value, (), document)
    return found


def _written(document: Any, place: tuple[str | int, ...]) -> str:
    """Return a record as it stands in its file, begun at the left margin."""
    start, end = document.starts[place], document.ends[place]
    indent = document.at(place)[1] - 1
    lines = document.text[start:end].rstrip().split("\n")
    kept = [line for line in lines if not line.strip().startswith("#")]
    return "\n".join([kept[0], *(line[indent:] for line in kept[1:])])
