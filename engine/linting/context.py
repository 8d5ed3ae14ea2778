"""The context of a check: written and filled content, facts, and where problems are added."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date

from engine.diagnostics.problems import Problem, Problems, Severity
from engine.loading.content import Content
from engine.resolving.facts import ResolvedFact
from engine.schema.module import Module
from engine.schema.record import RecordPath
from engine.schema.supplement import Rights


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
        """Add a problem at a place of a part of the content.

        Args:
            part: a module's or supplement's id, or an attribute of the content.
        """
        document = self.written.documents[part]
        line, col = document.at(place)
        severity: Severity = "warning" if warning else "error"
        self.problems.add(Problem(document.file, line, col, code, message, hint, severity))

    def full(self, part: str) -> bool:
        """Return True if no further error of that part would be kept."""
        return self.problems.full(self.written.documents[part].file)

    def modules(self) -> Iterator[Module]:
        """Yield every module, filled; places in it are the written one's."""
        yield from self.filled.modules

    def rights(self) -> Iterator[Rights]:
        """Yield everything that holds schemes and benefits, filled."""
        yield from self.filled.rights()
