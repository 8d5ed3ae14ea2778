"""YAML bytes in, plain values with a place for each of them out.

The document is built from parser events rather than by PyYAML's composer: that keeps a mark
for every key and value, refuses what content must not hold (anchors, tags, duplicate keys)
at its place, and cannot run out of stack however deep the input is nested.
"""

from __future__ import annotations

import re
from datetime import date
from pathlib import Path
from typing import Any

import yaml

from engine.diagnostics.messages import Message
from engine.diagnostics.problems import Problem, Problems
from engine.loading.files import decode, read_bytes
from engine.loading.source_map import SourceMap
from engine.loading.yaml_diagnostics import syntax_problem
from engine.schema.record import RecordPath
from engine.thai.lint import INVISIBLE, word_around

# Limits of one file, beside its size: whatever is in it, it takes no more than a second and
# 200 MB. The largest module has 7,800 values, 6 levels and a text of 1,100 characters.
MOST_DEPTH = 30  # Records and pydantic's errors are walked by recursion.
MOST_NODES = 30_000  # Each value becomes an event, a place and a record: 10 µs and 1 kB.
MOST_TEXT = 4_000  # Markdown and words of Thai are found in time that grows as the square.

_Loader: Any = getattr(yaml, "CSafeLoader", yaml.SafeLoader)

_INTEGER = re.compile(r"[-+]?(0|[1-9][0-9]{0,17})")
_DECIMAL = re.compile(r"[-+]?(0|[1-9][0-9]{0,14})\.[0-9]{1,15}")
_DAY = re.compile(r"[0-9]{4}-[0-9]{2}-[0-9]{2}")
_CONTROL = re.compile(r"[\x00-\x08\x0b-\x1f\x7f-\x9f\ufffe\uffff]")
_REMARK = re.compile(r"[ \t]+#(?=[^\s#])")
_DASH = re.compile(r"\n *-(?= )")
_QUOTES = ("'", '"')
_WORDS: dict[str, object] = {"": None, "~": None, "null": None, "true": True, "false": False}


def read_document(path: Path, shown: str, problems: Problems) -> SourceMap | None:
    """Return the document in that file, or None after reporting why not."""
    raw = read_bytes(path, shown, problems)
    return None if raw is None else parse_document(raw, shown, problems)


def parse_document(raw: bytes, shown: str, problems: Problems) -> SourceMap | None:
    """Return the document in those bytes, or None after reporting why not."""
    text = decode(raw, shown, problems)
    if text is None:
        return None
    document = SourceMap(shown, text)
    document.line_starts = [0, *(i + 1 for i, sign in enumerate(text) if sign == "\n")]
    if not text.strip():
        problems.add(
            Problem(shown, 1, 1, "YAML10", "the file is empty", "`rusit new` writes a skeleton")
        )
        return None
    _report_invisible(document, problems)
    builder = _Builder(document, problems)
    try:
        return document if builder.build() else None
    except yaml.reader.ReaderError as error:
        line, col = document.line_col(min(int(error.position), len(text)))
        problems.add(
            Problem(
                shown,
                line,
                col,
                "YAML09",
                Message(
                    "the character U+{character:04X} is not allowed",
                    character=ord(str(error.character)[:1] or chr(0)),
                )
                if isinstance(error.character, str)
                else "a character that is not allowed in YAML",
                "remove it; it cannot be seen but breaks the file",
            )
        )
    except yaml.MarkedYAMLError as error:
        lines = text.split("\n")
        problems.add(syntax_problem(shown, lines, error, builder.open_quote))
    return None


def _report_invisible(document: SourceMap, problems: Problems) -> None:
    """Report what cannot be seen, in texts, ids and remarks alike: it misleads every reader."""
    for match in INVISIBLE.finditer(document.text):
        line, col = document.line_col(match.start())
        points = " ".join(f"U+{ord(sign):04X}" for sign in match[0])
        word = word_around(document.text, match.start(), len(match[0]))
        said = Message("{points} cannot be seen, in {word!r}", points=points, word=word)
        hint = "take it out; `rusit check --fix` does"
        problems.add(Problem(document.file, line, col, "THAI10", said, hint))


class _Builder:
    """Turns parser events into values, without recursion."""

    def __init__(self, document: SourceMap, problems: Problems) -> None:
        self.document = document
        self.problems = problems
        self.nodes = 0
        self.sound = True
        self.open_quote: tuple[int, int, int] | None = None

    def refuse(self, offset: int, code: str, message: str, hint: str) -> None:
        line, col = self.document.line_col(offset)
        self.problems.add(Problem(self.document.file, line, col, code, message, hint))
        self.sound = False

    def build(self) -> bool:
        """Fill the document. False when something in it was refused."""
        document = self.document
        loader = _Loader(document.text)
        # One entry for each open collection: the collection, its place, the key that waits.
        stack: list[tuple[dict[str, Any] | list[Any], RecordPath]] = []
        waiting: list[str | None] = []
        documents = 0
        try:
            while True:
                event = loader.get_event()
                if isinstance(event, yaml.StreamEndEvent):
                    break
                start, end = _span(event)
                if isinstance(event, yaml.DocumentStartEvent):
                    documents += 1
                    if documents > 1:
                        hint = "one file holds one document: remove the `---` line"
                        self.refuse(start, "YAML11", "a second document begins here", hint)
                        return False
                    continue
                if isinstance(event, yaml.SequenceEndEvent | yaml.MappingEndEvent):
                    _, place = stack.pop()
                    waiting.pop()
                    document.ends[place] = end
                    continue
                if not isinstance(event, yaml.NodeEvent):
                    continue
                if not self._allowed(event, len(stack)):
                    return False
                parent = stack[-1] if stack else None
                if parent is not None and isinstance(parent[0], dict) and waiting[-1] is None:
                    key = self._key(event, parent[0], parent[1])
                    if key is None:
                        return False
                    waiting[-1] = key
                    continue
                place = self._place(parent, waiting)
                document.starts[place] = start
                value: Any
                if isinstance(event, yaml.ScalarEvent):
                    value = _scalar(event.value, plain=event.implicit[0])
                    document.ends[place] = end
                    if event.implicit[0]:
                        self._look_at_plain(start, end)
                else:
                    value = {} if isinstance(event, yaml.MappingStartEvent) else []
                if parent is None:
                    document.data = value
                elif isinstance(parent[0], dict):
                    parent[0][str(waiting[-1])] = value
                    waiting[-1] = None
                else:
                    parent[0].append(value)
                if not isinstance(event, yaml.ScalarEvent):
                    stack.append((value, place))
                    waiting.append(None)
        finally:
            loader.dispose()
        return self.sound

    def _allowed(self, event: Any, depth: int) -> bool:
        """Return True if the node may stand here; False stops the reading."""
        start = event.start_mark.index
        self.nodes += 1
        if isinstance(event, yaml.AliasEvent) or event.anchor:
            hint = "write the value out; a text that begins with & or * needs quotes"
            self.refuse(start, "YAML04", "anchors and aliases (& and *) are not allowed", hint)
            return False
        if getattr(event, "tag", None) not in (None, "!"):
            message = Message("the tag {tag} is not allowed", tag=event.tag)
            hint = "content is plain text and numbers; a text that begins with ! needs quotes"
            self.refuse(start, "YAML05", message, hint)
            return False
        if isinstance(event, yaml.ScalarEvent) and not self._allowed_text(event):
            return False
        if depth > MOST_DEPTH:
            message = Message("nested deeper than {most_depth} levels", most_depth=MOST_DEPTH)
            self.refuse(start, "YAML07", message, "check the brackets")
            return False
        if self.nodes > MOST_NODES:
            message = Message("more than {most_nodes:,} values in one file", most_nodes=MOST_NODES)
            self.refuse(start, "YAML08", message, "split the file")
            return False
        return True

    def _allowed_text(self, event: Any) -> bool:
        """Return True if a text or key may stand here.

        Escapes bring what the bytes may not hold.
        """
        begin, end, written = event.start_mark, event.end_mark, event.value
        start = begin.index
        if event.style in _QUOTES and end.line > begin.line:
            self.open_quote = begin.line + 1, begin.column + 1, end.line + 1
        if len(written) > MOST_TEXT:
            message = Message(
                "a text of {count:,} characters; the most is {most_text:,}",
                count=len(written),
                most_text=MOST_TEXT,
            )
            self.refuse(start, "YAML12", message, "a text is a few sentences: split it")
            return False
        if hidden := _CONTROL.search(written):
            self.refuse(
                start,
                "YAML09",
                Message("the character U+{character:04X} is not allowed", character=ord(hidden[0])),
                "remove it; it cannot be seen but breaks the file",
            )
            return False
        return True

    def _look_at_plain(self, start: int, end: int) -> None:
        """Warn of a text without quotes that is read as less, or as more, than it looks like."""
        text = self.document.text
        if remark := _REMARK.match(text, end):
            at, said = remark.end() - 1, "what stands behind # is a remark, not part of the text"
            hint = "put the whole text in quotes; a remark has a space behind its #"
        elif dash := _DASH.search(text, start, end):
            at, said = dash.end() - 1, "this `- ` is read as part of the text above it"
            hint = "begin it in the column of its list; a text that holds a list is a `|-` block"
        else:
            return
        line, col = self.document.line_col(at)
        self.problems.add(Problem(self.document.file, line, col, "YAML13", said, hint, "warning"))

    def _key(self, event: Any, mapping: dict[str, Any], place: RecordPath) -> str | None:
        start = event.start_mark.index
        if not isinstance(event, yaml.ScalarEvent):
            message = "a list or mapping stands where a key should be"
            self.refuse(start, "YAML01", message, "a text that begins with { or [ needs quotes")
            return None
        key = str(event.value)
        if key in mapping and self.problems.full(self.document.file):
            return None
        if key in mapping:
            first = self.document.line_col(self.document.keys[(*place, key)])[0]
            message = Message(
                "the key {key!r} stands twice; it was first written on line {first}",
                key=key,
                first=first,
            )
            self.refuse(start, "YAML03", message, "keep one of the two")
        self.document.keys[(*place, key)] = start
        return key

    @staticmethod
    def _place(
        parent: tuple[dict[str, Any] | list[Any], RecordPath] | None, waiting: list[str | None]
    ) -> RecordPath:
        if parent is None:
            return ()
        collection, place = parent
        if isinstance(collection, dict):
            return (*place, str(waiting[-1]))
        return (*place, len(collection))


def _span(event: Any) -> tuple[int, int]:
    """Return start and end of the event, as character offsets."""
    return event.start_mark.index, event.end_mark.index


def _scalar(written: str, *, plain: bool) -> object:
    """Return the value of a scalar. Only a few words, numbers and days are more than text.

    YAML 1.1 reads `on`, `no`, `13:30` and `017` as something else; content does not.
    """
    if not plain:
        return written
    if written in _WORDS:
        return _WORDS[written]
    if _INTEGER.fullmatch(written):
        return int(written)
    if _DECIMAL.fullmatch(written):
        return float(written)
    if _DAY.fullmatch(written):
        try:
            return date.fromisoformat(written)
        except ValueError:
            return written
    return written
