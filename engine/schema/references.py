"""References between records: which field names which kind of record, read from the types."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from functools import cache
from types import UnionType
from typing import Annotated, Any, NamedTuple, Union, get_args, get_origin, get_type_hints

from engine.schema.record import Record, RecordPath, Ref


class Reference(NamedTuple):
    """A place that names a record.

    Attributes:
        kind: the kind of record, as in `Ref`.
        path: from the record that was searched to the name.
        id: the name.
    """

    kind: str
    path: RecordPath
    id: str


Finder = Callable[[Any, RecordPath], Iterator[Reference]]


def references_in(value: Any, path: RecordPath = ()) -> Iterator[Reference]:
    """Yield every reference in a record, or in the records of a list, in written order.

    Args:
        path: where the value stands; it begins every path found.
    """
    if isinstance(value, Record):
        for name, alias, find in _finders(type(value)):
            yield from find(getattr(value, name), (*path, alias))
        yield from (Reference(*found) for found in value.further_references(path))
    elif isinstance(value, list | tuple):
        for i, item in enumerate(value):
            yield from references_in(item, (*path, i))


def fact_references(value: Any) -> Iterator[tuple[RecordPath, str]]:
    """Yield (path, id) of every fact that a record names by id, texts not searched."""
    return ((path, name) for kind, path, name in references_in(value) if kind == "fact")


@cache
def _finders(record: type[Record]) -> tuple[tuple[str, str, Finder], ...]:
    """Return (field, key in YAML, finder) of each field in which a reference can stand."""
    hints = get_type_hints(record, include_extras=True)
    found: list[tuple[str, str, Finder]] = []
    for name, field in record.model_fields.items():
        find = _finder(hints[name])
        if find is not None:
            found.append((name, field.alias or name, find))
    return tuple(found)


def _finder(annotation: Any) -> Finder | None:
    """Return what finds references in a value of that type; None if none can stand there."""
    origin, arguments = get_origin(annotation), get_args(annotation)
    if origin is Annotated:
        ref = next((extra for extra in annotation.__metadata__ if isinstance(extra, Ref)), None)
        return _finder(arguments[0]) if ref is None else _name_finder(ref.kind)
    if origin in (Union, UnionType):
        return _any_finder([_finder(argument) for argument in arguments])
    if origin in (tuple, list):
        return _item_finder(_finder(arguments[0]), enumerate)
    if origin is dict:
        return _item_finder(_finder(arguments[1]), lambda value: value.items())
    if isinstance(annotation, type) and issubclass(annotation, Record):
        return references_in
    return None


def _name_finder(kind: str) -> Finder:
    def find(value: Any, path: RecordPath) -> Iterator[Reference]:
        if isinstance(value, str) and value:
            yield Reference(kind, path, value)

    return find


def _any_finder(finders: list[Finder | None]) -> Finder | None:
    known = tuple(dict.fromkeys(find for find in finders if find is not None))
    if not known:
        return None

    def find(value: Any, path: RecordPath) -> Iterator[Reference]:
        for one in known:
            yield from one(value, path)

    return find


def _item_finder(inner: Finder | None, items: Callable[[Any], Any]) -> Finder | None:
    if inner is None:
        return None

    def find(value: Any, path: RecordPath) -> Iterator[Reference]:
        if isinstance(value, list | tuple | dict):
            for key, item in items(value) if _fits(value, items) else ():
                yield from inner(item, (*path, key))

    return find


def _fits(value: Any, items: Callable[[Any], Any]) -> bool:
    """Return True if the value is of the container type that the finder was made for."""
    return isinstance(value, dict) is (items is not enumerate)
