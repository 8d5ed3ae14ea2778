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
    elif isinstance(value, Record):
        for name in type(value).model_fields:
            yield from texts_in(getattr(value, name))
    elif is_dataclass(value):
        for field in fields(value):
            yield from texts_in(getattr(value, field.name))
    elif isinstance(value, tuple | list):
        for item in value:
            yield from texts_in(item)
    elif isinstance(value, Mapping):
        for item in value.values():
            yield from texts_in(item)


def facts_shown(value: Any) -> Iterator[str]:
    """Ids of the facts whose values stand in the texts."""
    for text in texts_in(value):
        yield from text.facts
