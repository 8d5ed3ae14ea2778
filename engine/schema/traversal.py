"""Every text inside records, whatever holds them: found, or changed where it stands."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from dataclasses import fields, is_dataclass
from typing import Any, TypeVar

from engine.schema.record import Record, RecordPath
from engine.schema.text import Text

T = TypeVar("T")


def texts_in(value: Any) -> Iterator[Text]:
    """Yield every text in records, dataclasses, lists and mappings, in order of fields."""
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
    """Return the fields of a record or a dataclass, in order; none of anything else."""
    if kind not in _names:
        if issubclass(kind, Record):
            _names[kind] = tuple(kind.model_fields)
        else:
            _names[kind] = tuple(f.name for f in fields(kind)) if is_dataclass(kind) else ()
    return _names[kind]


def map_texts(value: T, change: Callable[[Text, RecordPath], Text], place: RecordPath = ()) -> T:
    """Return the same records with every `Text` changed; `place` is where each was written."""
    return _mapped(value, change, place)  # type: ignore[no-any-return]


def _mapped(value: Any, change: Callable[[Text, RecordPath], Text], place: RecordPath) -> Any:
    if isinstance(value, Text):
        return change(value, place)
    if isinstance(value, Record):
        updates: dict[str, Any] = {}
        for name, field in type(value).model_fields.items():
            before = getattr(value, name)
            if isinstance(before, Record | tuple | list | dict):
                after = _mapped(before, change, (*place, field.alias or name))
                if after is not before:
                    updates[name] = after
        return value.model_copy(update=updates) if updates else value
    if isinstance(value, tuple | list):
        items = [_mapped(item, change, (*place, i)) for i, item in enumerate(value)]
        return type(value)(items)
    if isinstance(value, dict):
        return {key: _mapped(item, change, (*place, key)) for key, item in value.items()}
    return value
