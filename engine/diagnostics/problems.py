"""Problems a user can cause: found in one pass, sorted, shown with their place."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import asdict, dataclass, replace
from typing import Literal

from engine.diagnostics.messages import LANGUAGE, Message, MessageLanguage, read, reason

Severity = Literal["error", "warning"]

MOST_REPORTED = 200
"""The most errors kept of one file, and as many warnings. A file with more has one mistake many
times, or is no content at all; looking for all of them could take minutes."""

_ALL_TOLD = frozenset({"FACT03"})
"""Overdue facts: a game is played with them, so their number must not turn into another error."""

MOST_WORDS = 600
"""Characters of a message, and of a hint: a message may quote what was written, however long."""


@dataclass(frozen=True, slots=True)
class Problem:
    """One thing wrong, where, and what to write instead.

    Attributes:
        file: path as the user would type it; empty when no file is to blame.
        line, col: 1-based; 0 when the whole file is meant.
        code: stable, e.g. ``FACT02``; `rusit explain` knows it.
    """

    file: str
    line: int
    col: int
    code: str
    message: str
    hint: str = ""
    severity: Severity = "error"

    def __str__(self) -> str:
        return self.shown(LANGUAGE.get())

    def shown(self, language: MessageLanguage) -> str:
        """Return the place, the code and the message on one line, the hint on the next."""
        place = f"{self.file}:{self.line}:{self.col}: " if self.file else ""
        mark = f"{read('warning', language)}: " if self.severity == "warning" else ""
        tail = f"\n    {read(self.hint, language)}" if self.hint else ""
        return f"{place}{self.code}: {mark}{read(self.message, language)}{tail}"

    def to_dict(self, language: MessageLanguage) -> dict[str, object]:
        """Return the problem as plain values, its words in that language."""
        message, hint = read(self.message, language), read(self.hint, language)
        return {**asdict(self), "message": message, "hint": hint}


class RusitError(Exception):
    """A user's mistake that stops the command. Prints without a traceback."""

    def __init__(
        self,
        code: str,
        message: str,
        *,
        hint: str = "",
        file: str = "",
        line: int = 0,
        col: int = 0,
    ) -> None:
        self.problem = Problem(file, line, col, code, message, hint)
        super().__init__(str(self.problem))


def file_error(error: OSError) -> RusitError:
    """Return what to say when the system could not read or write a file or a folder."""
    why = reason(error)
    if not error.filename:
        return RusitError("FILE04", Message("cannot read or write a file: {why}", why=why))
    message = Message("cannot read or write {file}: {why}", file=error.filename, why=why)
    return RusitError("FILE04", message)


class ContentError(RusitError):
    """Content that cannot be used: carries every problem found, not the first alone."""

    def __init__(self, problems: Iterable[Problem]) -> None:
        self.problems = tuple(problems)
        first = self.problems[0]
        super().__init__(
            first.code,
            first.message,
            hint=first.hint,
            file=first.file,
            line=first.line,
            col=first.col,
        )


class Problems:
    """A collector: checks add to it and go on. It takes the first `MOST_REPORTED` of each file."""

    def __init__(self) -> None:
        self._found: set[Problem] = set()
        self._counts: Counter[tuple[str, Severity]] = Counter()

    def add(self, problem: Problem) -> None:
        """Take it, shortened, unless it is there already or its file has had enough."""
        if len(problem.message) > MOST_WORDS or len(problem.hint) > MOST_WORDS:
            problem = replace(
                problem, message=_shortened(problem.message), hint=_shortened(problem.hint)
            )
        if problem.code in _ALL_TOLD:
            self._found.add(problem)
            return
        if problem in self._found or self.full(problem.file, problem.severity):
            return
        self._counts[problem.file, problem.severity] += 1
        if self.full(problem.file, problem.severity):
            problem = _and_more(problem)
        self._found.add(problem)

    def full(self, file: str, severity: Severity = "error") -> bool:
        """Return True if no more problems of that file will be kept."""
        return self._counts[file, severity] > MOST_REPORTED

    def __iter__(self) -> Iterator[Problem]:
        def place(p: Problem) -> tuple[str, int, int, str, str]:
            return (p.file, p.line, p.col, p.code, p.message)

        return iter(sorted(self._found, key=place))

    def __len__(self) -> int:
        return len(self._found)

    @property
    def errors(self) -> tuple[Problem, ...]:
        """Those that stop a build."""
        return tuple(p for p in self if p.severity == "error")

    @property
    def warnings(self) -> tuple[Problem, ...]:
        """The problems kept of one file."""
        return tuple(p for p in self if p.severity == "warning")


def _and_more(last: Problem) -> Problem:
    """Return what stands for the one problem too many and all after it, at the first line."""
    message = (
        Message(
            "more than {most} errors are in this file; the first found are reported",
            most=MOST_REPORTED,
        )
        if last.severity == "error"
        else Message(
            "more than {most} warnings are in this file; the first found are reported",
            most=MOST_REPORTED,
        )
    )
    hint = "mend these, or the one mistake behind them, and check again"
    return Problem(last.file, 1, 1, "FILE03", message, hint, last.severity)


def _shortened(text: str) -> str:
    """Return the text, or its beginning; a message is short enough once its values are."""
    return text if len(text) <= MOST_WORDS else f"{str.__str__(text)[: MOST_WORDS - 1]}…"
