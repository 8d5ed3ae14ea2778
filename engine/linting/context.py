"""What every check stands on: the content twice over, and a way to tell a problem's place."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date

from engine.diagnostics.problems import Problem, Problems, Severity
from engine.loading.content import Content
from engine.resolving.facts import ResolvedFact
from engine.schema.module import Module
from engine.schema.record import RecordPath


@dataclass(frozen=True, slots=True)
class LintContext:
    """One run of the checks.

    Attributes:
        written: content as people wrote it; `filled` the same with facts in the texts. On a
            day before, both are without what is left out then.
        whole: everything as people wrote it.
        facts: every fact on the day, by id.
        elsewhere: ids that stand in files whose shape is wrong, so that one bad file does
            not make all references to it look wrong too.
    """

    written: Content
    filled: Content
    facts: dict[str, ResolvedFact]
    as_of: date
    problems: Problems
    elsewhere: frozenset[str]
    whole: Content

    def report(
        self,
        part: str,
        place: RecordPath,
        code: str,
        message: str,
        hint: str = "",
        *,
        warning: bool = False,
    ) -> None:
        """A problem at a place of a part: a module's id, or an attribute of the content."""
        document = self.written.documents[part]
        line, col = document.at(place)
        severity: Severity = "warning" if warning else "error"
        self.problems.add(Problem(document.file, line, col, code, message, hint, severity))

    def full(self, part: str) -> bool:
        """Whether no further error of that part would be told."""
        return self.problems.full(self.written.documents[part].file)

    def modules(self) -> Iterator[Module]:
        """Every module, filled; places in it are the written one's."""
        yield from self.filled.modules
