"""Remarks for editors and checks alone, which must not reach a reader."""

from __future__ import annotations

from typing import Any, TypeVar

from engine.schema.record import Record
from engine.schema.text import Text

T = TypeVar("T")


def without_remarks(value: T) -> T:
    """Return the same records with every field that is kept out of exports empty.

    A field says so in its own record: `Field(exclude=True)`.
    """
    return _without(value)  # type: ignore[no-any-return]


def _without(value: Any) -> Any:
    if isinstance(value, Text):
        return value
    if isinstance(value, Record):
        updates: dict[str, Any] = {}
        for name, field in type(value).model_fields.items():
            before = getattr(value, name)
            after = (
                field.get_default(call_default_factory=True) if field.exclude else _without(before)
            )
            if after is not before:
                updates[name] = after
        return value.model_copy(update=updates) if updates else value
    if isinstance(value, tuple) and value and not isinstance(value[0], str):
        items = tuple(_without(item) for item in value)
        return items if any(a is not b for a, b in zip(items, value, strict=True)) else value
    return value
