"""Keys of texts: a path that survives reordering, the `msgctxt` of its translations.

A record in a list is named by its id, everything else by its key or position:
``questions/s40.q.doors/pairs/0/left``.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from functools import cache
from typing import Any, TypeVar

from engine.loading.content import SHARED, Content
from engine.loading.source_map import SourceMap
from engine.resolving.value_words import PART, written_words
from engine.schema.record import Record, RecordPath
from engine.schema.text import Text

T = TypeVar("T")

ChangeText = Callable[[Text, str, RecordPath], Text]
"""Called with a text, its key and the place where it was written."""

_FOR_EDITORS = frozenset({"avoided", "languages"})
"""Parts of the content that no reader sees."""

_POSITION = re.compile(r"(?<=/)\d+(?=/|$)|^\d+(?=/)")


@dataclass(frozen=True, slots=True)
class Part:
    """A file of the content that holds texts.

    Attributes:
        name: its path below the content folder without the ending: ``modules/section40``.
        value: records, or the words of a locale file by key.
        document: where each text was written.
    """

    name: str
    value: Any
    document: SourceMap


@dataclass(frozen=True, slots=True)
class SourceText:
    """A text as it was written, with its key in its part and its place in the file."""

    part: Part
    key: str
    text: Text
    place: RecordPath


def parts_of(content: Content) -> Iterator[Part]:
    """Yield the files that are translated: the engine's own words, then those of the content."""
    document, words = written_words()
    yield Part(PART, words, document)
    for holder in content.modules:
        yield Part(f"modules/{holder.id}", holder, content.documents[holder.id])
    for supplement in content.supplements:
        name = f"supplements/{supplement.id}"
        yield Part(name, supplement, content.documents[supplement.id])
    for file, attribute, _ in SHARED:
        if attribute in content.documents and attribute not in _FOR_EDITORS:
            name = file.removesuffix(".yaml")
            yield Part(name, getattr(content, attribute), content.documents[attribute])
    for attribute, document in content.documents.items():
        if attribute.startswith("locale."):
            stem = attribute.removeprefix("locale.")
            yield Part(f"locale/{stem}", words_of(content, stem), document)


def words_of(content: Content, stem: str) -> dict[str, Text]:
    """Return the words of a locale file by their own keys."""
    head = f"{stem}."
    return {k.removeprefix(head): t for k, t in content.words.items() if k.startswith(head)}


def texts_of(part: Part) -> Iterator[SourceText]:
    """Yield every text of a part, in the order of the records' fields."""
    found: list[SourceText] = []

    def note(text: Text, key: str, place: RecordPath) -> Text:
        found.append(SourceText(part, key, text, place))
        return text

    map_keyed(part.value, note)
    yield from found


def without_positions(key: str) -> str:
    """Return the key with every position a star: what texts of one list have in common."""
    return _POSITION.sub("*", key)


def map_keyed(value: T, change: ChangeText) -> T:
    """Return the same records with every text changed; see `ChangeText`."""
    return _mapped(value, change, "", ())  # type: ignore[no-any-return]


def _mapped(value: Any, change: ChangeText, key: str, place: RecordPath) -> Any:
    if isinstance(value, Text):
        return change(value, key, place)
    if isinstance(value, Record):
        updates: dict[str, Any] = {}
        for name, alias in _fields(type(value)):
            before = getattr(value, name)
            if isinstance(before, Record | tuple | list | dict):
                after = _mapped(before, change, _joined(key, alias), (*place, alias))
                if after is not before:
                    updates[name] = after
        return value.model_copy(update=updates) if updates else value
    if isinstance(value, tuple | list):
        items = [
            _mapped(item, change, _joined(key, getattr(item, "id", None) or str(i)), (*place, i))
            for i, item in enumerate(value)
        ]
        same = all(a is b for a, b in zip(items, value, strict=True))
        return value if same else type(value)(items)
    if isinstance(value, dict):
        done = {
            name: _mapped(item, change, _joined(key, str(name)), (*place, name))
            for name, item in value.items()
        }
        return value if all(done[name] is item for name, item in value.items()) else done
    return value


def _joined(key: str, name: str) -> str:
    return f"{key}/{name}" if key else name


@cache
def _fields(kind: type[Record]) -> tuple[tuple[str, str], ...]:
    """Return the fields of a record, each with the key it has in YAML."""
    return tuple((name, field.alias or name) for name, field in kind.model_fields.items())
