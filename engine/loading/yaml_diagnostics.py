"""Diagnosis of a file that is not YAML, in the words of whoever wrote it.

A parser reports where it gave up and what it wanted there. The slip is often some signs or some
lines before, and has a simple name: here those that people make are looked for.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import NamedTuple

import yaml

from engine.diagnostics.messages import Message
from engine.diagnostics.problems import Problem


class Slip(NamedTuple):
    """A mistake in YAML: 1-based line and column, code, what is wrong, what to write."""

    line: int
    col: int
    code: str
    said: str
    hint: str


@dataclass(frozen=True, slots=True)
class Failure:
    """The place at which the parser gave up, with the lines around it.

    Attributes:
        lines: the lines of the file.
        line, col: where the parser gave up, 1-based.
        began: line and column of what it was reading then; the same place when it does not say.
        said, context: its words, and what it was doing.
        open_quote: line and column of the last quoted text that runs over lines, and the line
            on which it ends.
    """

    lines: Sequence[str]
    line: int
    col: int
    began: tuple[int, int]
    said: str
    context: str
    open_quote: tuple[int, int, int] | None

    @property
    def written(self) -> str:
        """The line on which it gave up."""
        return self.lines[self.line - 1]

    @property
    def above(self) -> tuple[int, str]:
        """The number and the text of the last line before it that is not empty."""
        for number in range(self.line - 1, 0, -1):
            if self.lines[number - 1].strip():
                return number, self.lines[number - 1]
        return self.line, ""


_MOST_LOOKED_AT = 2_000
"""Characters of a line: what is longer nobody typed, and some looks take its square in time."""

_NO_SPACE = re.compile(r"[ \t]*(?:- +)?[A-Za-z_][\w.-]*(:)[^\s:/]")
_KEY = re.compile(r"[ \t]*(?:- +)*[^\s:#\"'][^:#\"']*:(?: |$)")
_INDENT = re.compile(r" *([^\S \n]|[\u200b-\u200d\u2060\ufeff])")
_NO_DASH_SPACE = re.compile(r" *(-)[^\s-]")
_CURLY = re.compile(r"(?:^|[:,\[{-])\s*([“”„‟‘’‚«»])")
_BRACKETED = re.compile(r"[:-] +([\[{])[^\[\]{}]*[\]}] *$")
_SIGN_FIRST = re.compile(r"(?:[:,\[{-]|^) *([*&!|>%@`?\]}])[^:]*$")
_WIDE_COLON = "\uff1a"  # ：, as Chinese and Japanese keyboards type it.


def syntax_problem(
    file: str,
    lines: Sequence[str],
    error: yaml.MarkedYAMLError,
    open_quote: tuple[int, int, int] | None,
) -> Problem:
    """Return the problem behind an error of the YAML parser.

    Args:
        open_quote: see `Failure`.
    """
    mark, context = error.problem_mark or error.context_mark, error.context_mark
    line, col = (mark.line + 1, mark.column + 1) if mark else (1, 1)
    line = min(line, len(lines))
    failure = Failure(
        lines,
        line,
        col,
        (min(context.line + 1, len(lines)), context.column + 1) if context else (line, col),
        str(error.problem or error.context or "cannot be read"),
        str(error.context or ""),
        open_quote,
    )
    short = max(len(failure.written), len(failure.above[1])) <= _MOST_LOOKED_AT
    for look in _LOOKS if short else ():
        if (slip := look(failure)) is not None:
            return Problem(file, slip.line, slip.col, slip.code, slip.said, slip.hint)
    message = Message("not valid YAML: {said}", said=failure.said)
    hint = "look at this line and the one above it: quotes, colons, the column they begin in"
    return Problem(file, line, col, "YAML01", message, hint)


def _bad_indent(failure: Failure) -> Slip | None:
    found = _INDENT.match(failure.written)
    if found is None:
        # A tab may also part a dash, or a bracket, from what follows.
        if failure.written[failure.col - 1 : failure.col] != "\t":
            return None
        col, sign = failure.col, "\t"
    else:
        col, sign = found.start(1) + 1, found[1]
    what = (
        Message("a tab")
        if sign == "\t"
        else Message("the sign U+{sign:04X}, which is no common space,", sign=ord(sign))
    )
    hint = "indent with two spaces; set the editor to insert spaces for Tab"
    if sign != "\t":
        hint = "take out what stands before the first word of the line, and type spaces"
    return Slip(
        failure.line,
        col,
        "YAML02",
        Message("{what} stands where YAML wants spaces", what=what),
        hint,
    )


def _quote_not_closed(failure: Failure) -> Slip | None:
    hint = "write the same quote once more where the text ends"
    if "quoted scalar" in failure.context and "end of stream" in failure.said:
        return Slip(*failure.began, "YAML01", "the quote that begins here is never closed", hint)
    if failure.open_quote is not None and failure.open_quote[2] == failure.line:
        line, col, end = failure.open_quote
        said = Message("the quote that begins here is closed only by one on line {end}", end=end)
        return Slip(line, col, "YAML01", said, hint)
    return None


def _unknown_escape(failure: Failure) -> Slip | None:
    if "escape" not in failure.said:
        return None
    said = 'a \\ between " and " begins a sign that YAML does not know'
    return Slip(failure.line, failure.col, "YAML01", said, "write \\\\ for it, or quote with '")


def _wide_colon(failure: Failure) -> Slip | None:
    for number, text in ((failure.line, failure.written), failure.above):
        if _WIDE_COLON in text:
            said = Message(
                "{wide_colon} is a full-width colon, which is no colon to YAML",
                wide_colon=_WIDE_COLON,
            )
            hint = "write an ordinary colon and a space: `key: value`"
            return Slip(number, text.index(_WIDE_COLON) + 1, "YAML01", said, hint)
    return None


def _curly_quote(failure: Failure) -> Slip | None:
    found = _CURLY.search(failure.written)
    if found is None:
        return None
    said = Message("{found} is a quote for reading, which is no quote to YAML", found=found[1])
    hint = 'write " before and after the text, and turn off smart quotes'
    return Slip(failure.line, found.start(1) + 1, "YAML01", said, hint)


def _after_a_quote(failure: Failure) -> Slip | None:
    before = failure.written[: failure.col - 1].rstrip(" ")
    if "did not find expected" not in failure.said or before[-1:] not in ("'", '"'):
        return None
    other = "'" if before[-1] == '"' else '"'
    said = Message(
        "a text ends with its closing {before}, but words stand behind it", before=before[-1]
    )
    hint = Message(
        "quote the whole text; a text that holds {before} is quoted with {other}",
        before=before[-1],
        other=other,
    )
    return Slip(failure.line, failure.col, "YAML01", said, hint)


def _no_space(failure: Failure) -> Slip | None:
    """Return a key's colon, or a list's dash, with its value right behind it."""
    for number, text in ((failure.line, failure.written), failure.above):
        if dash := _NO_DASH_SPACE.match(text):
            said, hint = "no space stands behind the dash", "write a dash and a space: `- item`"
            return Slip(number, dash.start(1) + 1, "YAML01", said, hint)
        if colon := _NO_SPACE.match(text):
            said = "no space stands behind the colon"
            hint = "write a colon and a space: `key: value`"
            return Slip(number, colon.start(1) + 1, "YAML01", said, hint)
    return None


def _no_key(failure: Failure) -> Slip | None:
    if "could not find expected ':'" not in failure.said:
        return None
    said = "this line has no key with a colon behind it"
    hint = "write `key: value`; a text that goes on is indented deeper than its key"
    return Slip(*failure.began, "YAML01", said, hint)


def _colon_in_text(failure: Failure) -> Slip | None:
    if "mapping values are not allowed" not in failure.said:
        return None
    key = _KEY.match(failure.written)
    if key and key.end() >= failure.col and _KEY.match(failure.above[1]):
        said = "this line is indented deeper than the key above it, so it is read as its text"
        hint = "begin it in the same column as that key"
        start = len(failure.written) - len(failure.written.lstrip()) + 1
        return Slip(failure.line, start, "YAML01", said, hint)
    said = "a text without quotes holds a colon with a space behind it"
    hint = "put the text between quotes, or write it as a `>-` block"
    return Slip(failure.line, failure.col, "YAML01", said, hint)


def _sign_first(failure: Failure) -> Slip | None:
    """Return a text that begins with a sign that means something to YAML."""
    before = failure.written[: failure.col - 1]
    found = _BRACKETED.search(before)
    if found is None and "expected key" not in failure.said and "','" not in failure.said:
        found = _SIGN_FIRST.search(failure.written[: failure.col])
    if found is None or "'-'" in failure.said:
        return None
    said = Message("a text that begins with {found} has no quotes", found=found[1])
    hint = Message('put the whole text between quotes: "{found}…"', found=found[1])
    return Slip(failure.line, found.start(1) + 1, "YAML01", said, hint)


def _brackets(failure: Failure) -> Slip | None:
    if "did not find expected ','" not in failure.said:
        return None
    closing = "}" if "}" in failure.said else "]"
    opening = "{" if closing == "}" else "["
    line, col = failure.began
    said = Message(
        "the {opening} on line {line}, column {col} needs a comma or {closing} here",
        opening=opening,
        line=line,
        col=col,
        closing=closing,
    )
    hint = "a text between brackets that holds , { } [ ] or : needs quotes around it"
    return Slip(failure.line, failure.col, "YAML01", said, hint)


_PLAINLY = {
    "block sequence entries": (
        "`- ` begins an item of a list, which cannot stand here",
        "a list begins on the line after its key; a text that begins with - needs quotes",
    ),
    "found unexpected ':'": (
        "a text between brackets holds a colon",
        "put the text in quotes",
    ),
    "node content": (
        "a value is missing here",
        "write it, or take the comma away; a text that begins with , needs quotes",
    ),
    "document start": (
        "what stands here belongs to nothing",
        "a bracket may close once too often; a file holds keys, or a list, from top to bottom",
    ),
}
"""What the parser says, when it is right about the place, in our words."""


def _plainly(failure: Failure) -> Slip | None:
    for words, (said, hint) in _PLAINLY.items():
        if words in failure.said:
            return Slip(failure.line, failure.col, "YAML01", said, hint)
    return None


def _wrong_column(failure: Failure) -> Slip | None:
    if "did not find expected" not in failure.said or failure.written[: failure.col - 1].strip():
        return None
    said = "this line begins in a column where no key above it begins"
    hint = "begin it in the column of the keys it belongs to, or with `- ` where a list goes on"
    return Slip(failure.line, failure.col, "YAML01", said, hint)


_LOOKS: tuple[Callable[[Failure], Slip | None], ...] = (
    _bad_indent,
    _quote_not_closed,
    _unknown_escape,
    _wide_colon,
    _curly_quote,
    _after_a_quote,
    _no_space,
    _no_key,
    _colon_in_text,
    _sign_first,
    _brackets,
    _plainly,
    _wrong_column,
)
"""In this order: the first that finds its slip is reported."""
