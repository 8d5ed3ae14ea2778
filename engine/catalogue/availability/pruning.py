"""Records and documents without some of their parts, places moved along."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterable, Mapping
from dataclasses import replace
from typing import Any, TypeVar

from engine.loading.source_map import SourceMap
from engine.schema.record import Record, RecordPath

T = TypeVar("T")


class Gone:
    """Stands for a part that is taken away: an item of a list, or a key that may be absent."""


GONE = Gone()


def pruned(value: T, changed: Mapping[RecordPath, Any]) -> T:
    """Return the same records with the parts at those places gone, or put in the place of others.

    Args:
        changed: `GONE` or the new value, by its place in the records as they were.
    """
    on_the_way = {place[:n] for place in changed for n in range(len(place))}
    return _pruned(value, changed, on_the_way, ())  # type: ignore[no-any-return]


def _pruned(
    value: Any, changed: Mapping[RecordPath, Any], on_the_way: set[RecordPath], at: RecordPath
) -> Any:
    if at in changed:
        return changed[at]
    if at not in on_the_way:
        return value

    def inner(part: Any, key: str | int) -> Any:
        return _pruned(part, changed, on_the_way, (*at, key))

    if isinstance(value, Record):
        updates: dict[str, Any] = {}
        for name, field in type(value).model_fields.items():
            new = inner(getattr(value, name), field.alias or name)
            updates[name] = field.get_default(call_default_factory=True) if new is GONE else new
        return value.model_copy(update=updates)
    if isinstance(value, tuple | list):
        items = [inner(item, i) for i, item in enumerate(value)]
        return type(value)(item for item in items if item is not GONE)
    if isinstance(value, dict):
        done = {key: inner(item, key) for key, item in value.items()}
        return {key: item for key, item in done.items() if item is not GONE}
    return value


def document_without(document: SourceMap, gone: Iterable[RecordPath]) -> SourceMap:
    """Return the document with the places of the pruned records; its text stays as written."""
    out = dict.fromkeys(gone, GONE)
    items: dict[RecordPath, list[int]] = {}
    for place in sorted(out, key=str):
        if isinstance(place[-1], int):
            items.setdefault(place[:-1], []).append(place[-1])
    for numbers in items.values():
        numbers.sort()

    def moved(place: RecordPath) -> RecordPath | None:
        done: list[str | int] = []
        for n, key in enumerate(place):
            if place[: n + 1] in out:
                return None
            before = items.get(place[:n], ()) if isinstance(key, int) else ()
            done.append(key - bisect_left(before, key) if isinstance(key, int) else key)
        return tuple(done)

    def all_moved(offsets: Mapping[RecordPath, int]) -> dict[RecordPath, int]:
        pairs = ((moved(place), offset) for place, offset in offsets.items())
        return {place: offset for place, offset in pairs if place is not None}

    return replace(
        document,
        data=pruned(document.data, out),
        starts=all_moved(document.starts),
        ends=all_moved(document.ends),
        keys=all_moved(document.keys),
    )
