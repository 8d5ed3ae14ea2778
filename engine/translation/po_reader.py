"""Reads PO files strictly: whatever does not follow the format is reported at its place.

polib, which writes them, takes some damage as it comes and knows no columns.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, field

from engine.diagnostics.messages import Message
from engine.diagnostics.problems import Problem, Problems

_STRING = re.compile(
    r'(#\| ?)?(?:(msgctxt|msgid_plural|msgid|msgstr\[\d\]|msgstr)\s*)?"((?:[^"\\]|\\.)*)"\s*'
)
_UNSEEN = re.compile("[\x00-\x08\x0b-\x1f\x7f\x85\u2028\u2029]")
"""Control characters and the line ends that only some programs know."""
_ESCAPE = re.compile(r"\\(.)")
_MEANT = {"n": "\n", "t": "\t", "r": "\r", "v": "\v", "f": "\f", "b": "\b", "a": "\a"}

_ORDER = ("", "msgctxt", "msgid", "msgid_plural", "msgstr")
"""Keywords in the order in which they may stand in an entry."""


@dataclass(slots=True)
class RawEntry:
    """An entry as it stands in the file.

    Attributes:
        line: of its first keyword, from 1.
        values: strings by keyword; of the plural forms of a msgstr none.
        previous: the msgid before, of a fuzzy entry.
        comment: lines of the translator.
    """

    line: int
    values: dict[str, str] = field(default_factory=dict)
    previous: str = ""
    comment: str = ""
    flags: tuple[str, ...] = ()


@dataclass(slots=True)
class _Ahead:
    """The comments on the entry after them."""

    comment: list[str] = field(default_factory=list)
    flags: list[str] = field(default_factory=list)
    previous: list[tuple[str, str]] = field(default_factory=list)


def read_entries(lines: tuple[str, ...], shown: str, problems: Problems) -> list[RawEntry]:
    """Return the entries of a PO file; the part that cannot be read is reported."""
    return list(_entries(lines, shown, problems))


def _entries(lines: tuple[str, ...], shown: str, problems: Problems) -> Iterator[RawEntry]:
    entry: RawEntry | None = None
    keyword = ""
    ahead = _Ahead()

    def damaged(number: int, col: int, message: str) -> None:
        hint = "open the file in Poedit, or take the last good copy"
        problems.add(Problem(shown, number, col, "LANG03", message, hint))

    for number, line in enumerate(lines, start=1):
        if unseen := _UNSEEN.search(line):
            message = Message("{point} stands here and cannot be seen", point=_point(unseen[0]))
            damaged(number, unseen.start() + 1, message)
            entry, keyword = None, ""
            continue
        bare = line.strip()
        if not bare:
            if entry is not None and "msgstr" in entry.values:
                yield entry
                entry, keyword = None, ""
            continue
        if bare.startswith("#~"):
            continue
        if bare[0] == "#" and not bare.startswith("#|"):
            if entry is not None and "msgstr" in entry.values:
                yield entry
                entry, keyword = None, ""
            _take_comment(bare, ahead)
            continue
        match = _STRING.fullmatch(bare)
        if match is None:
            damaged(number, len(line) - len(line.lstrip()) + 1, _why(bare))
            entry, keyword = None, ""
            continue
        before, name, text = match.groups()
        text = _unescaped(text)
        if before:
            ahead.previous.append((name or "", text))
            continue
        if name is None:
            if entry is None or not keyword:
                damaged(number, 1, Message("this string belongs to no entry"))
                continue
            entry.values[keyword] += text
            continue
        name = name.partition("[")[0]
        if entry is None or (_ORDER.index(name) <= _ORDER.index(keyword) and name != "msgstr"):
            if entry is not None and "msgstr" not in entry.values:
                damaged(entry.line, 1, Message("an entry has no msgstr"))
            elif entry is not None:
                yield entry
            entry, ahead = _begun(number, ahead), _Ahead()
        keyword = name
        entry.values.setdefault(name, "")
        entry.values[name] += text
    if entry is not None and "msgstr" in entry.values:
        yield entry
    elif entry is not None:
        damaged(entry.line, 1, Message("an entry has no msgstr"))


def _begun(number: int, ahead: _Ahead) -> RawEntry:
    previous, keyword = "", ""
    for name, text in ahead.previous:
        keyword = name or keyword
        previous += text if keyword == "msgid" else ""
    return RawEntry(number, {}, previous, "\n".join(ahead.comment), tuple(ahead.flags))


def _take_comment(bare: str, ahead: _Ahead) -> None:
    if bare.startswith("#,"):
        ahead.flags += [flag.strip() for flag in bare[2:].split(",")]
    elif bare[1:2] not in (".", ":") and bare[1:].strip():
        ahead.comment.append(bare[1:].strip())


def _why(bare: str) -> Message:
    if '"' in bare:
        return Message("a string is not closed, or holds a quote without \\ before it")
    return Message("{line!r} is no line of a PO file", line=bare[:60])


def _unescaped(text: str) -> str:
    return _ESCAPE.sub(lambda m: _MEANT.get(m[1], m[1]), text) if "\\" in text else text


def _point(sign: str) -> str:
    return f"U+{ord(sign):04X}"
