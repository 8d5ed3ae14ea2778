"""Every text inside records, whatever holds them."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import fields, is_dataclass
from typing import Any

from engine.model.record import Record
from engine.model.text import Text


def texts_in(value: Any) -> Iterator[Text]:
    """Every text in records, dataclasses, lists and mappings, in the order of their fields."""
    if isinstance(value, Text):
        yield value
    elif isinstance(value, str):
        return
    elif isinstance(value, tuple | list):
        for item in value:
            yield from texts_in(item)
    elif isinstance(value, Mapping):
        for item in value.values():
            yield from texts_in(item)
    else:
        for name in names_in(type(value)):
            yield from texts_in(getattr(value, name))


_names: dict[type, tuple[str, ...]] = {}


def names_in(kind: type) -> tuple[str, ...]:
    """The fields of a record or a dataclass, in order; none of anything else."""
    if kind not in _names:
        if issubclass(kind, Record):
            _names[kind] = tuple(kind.model_fields)
        else:
            _names[kind] = tuple(f.name for f in fields(kind)) if is_dataclass(kind) else ()
    return _names[kind]


def facts_shown(value: Any) -> Iterator[str]:
    """Ids of the facts whose values stand in the texts."""
    for text in texts_in(value):
        yield from text.facts
