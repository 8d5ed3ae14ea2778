"""One content file as it was read: its values, and where each of them stands."""

from __future__ import annotations

from bisect import bisect_right, insort
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field, replace
from typing import Any

from engine.schema.record import RecordPath


@dataclass(slots=True)
class SourceMap:
    """One content file, read.

    Attributes:
        file: the path as shown in messages.
        text: the whole text.
        data: mappings, lists and scalars; None when the file could not be read.
        starts, ends: character offsets of each value; `keys` of each mapping key.
        removed: positions of items that a day leaves out, by the path of their list. Whoever
            asks for a place counts without them.
    """

    file: str
    text: str = ""
    data: Any = None
    starts: dict[RecordPath, int] = field(default_factory=dict)
    ends: dict[RecordPath, int] = field(default_factory=dict)
    keys: dict[RecordPath, int] = field(default_factory=dict)
    line_starts: list[int] = field(default_factory=list)
    removed: Mapping[RecordPath, list[int]] = field(default_factory=dict)

    def without(self, items: Iterable[RecordPath]) -> SourceMap:
        """Return the map of the same file for records without those items of lists."""
        removed: dict[RecordPath, list[int]] = {}
        for *path, position in items:
            if isinstance(position, int):
                insort(removed.setdefault(tuple(path), []), position)
        return replace(self, removed=removed)

    def line_col(self, offset: int) -> tuple[int, int]:
        """Return the 1-based line and column of a character."""
        line = bisect_right(self.line_starts, offset)
        return line, offset - self.line_starts[line - 1] + 1

    def offset_of(self, place: Sequence[str | int], *, key: bool = False) -> int:
        """Return the offset of the value at that place, or of its nearest parent that is there."""
        path = self.as_written(place)
        if key and path in self.keys:
            return self.keys[path]
        return self.starts.get(self._nearest(path), 0)

    def as_written(self, place: Sequence[str | int]) -> RecordPath:
        """Return the path of a place in the file, where lists still hold what is removed."""
        path: RecordPath = ()
        for key in place:
            if isinstance(key, int):
                for position in self.removed.get(path, ()):
                    key += position <= key
            path = (*path, key)
        return path

    def _nearest(self, path: RecordPath) -> RecordPath:
        """Return the path, or that of the nearest parent that stands in the file."""
        while path and path not in self.starts:
            path = path[:-1]
        return path

    def at(self, place: Sequence[str | int], *, key: bool = False) -> tuple[int, int]:
        """Return line and column of a value, of its key, or of the nearest parent there is."""
        return self.line_col(self.offset_of(place, key=key))

    def within(self, place: Sequence[str | int], needle: str, nth: int = 0) -> tuple[int, int]:
        """Return line and column of the nth `needle` inside the value at that place."""
        path = self._nearest(self.as_written(place))
        start = self.starts.get(path, 0)
        end = self.ends.get(path, len(self.text))
        found = start - 1
        for _ in range(nth + 1):
            following = self.text.find(needle, found + 1, end)
            if following < 0:
                break
            found = following
        return self.line_col(max(found, start))

    def lines_of(self, place: Sequence[str | int]) -> range:
        """Return the 1-based lines that the value and its key take up."""
        path = self._nearest(self.as_written(place))
        first = self.keys.get(path, self.starts.get(path, 0))
        return range(
            self.line_col(first)[0], self.line_col(self.ends.get(path, len(self.text)))[0] + 1
        )
