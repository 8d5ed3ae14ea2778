"""Checks of what must hold between records; each file has one subject and collects all it finds."""

from __future__ import annotations

from datetime import date

from engine.diagnostics.problems import Problems
from engine.linting.banks import check_banks
from engine.linting.context import LintContext
from engine.linting.events import check_events
from engine.linting.facts import check_facts
from engine.linting.game import (
    check_benefits,
    check_lessons,
    check_rights,
    check_situations,
    check_tables,
)
from engine.linting.household import check_household
from engine.linting.interface_words import check_words
from engine.linting.lessons import check_spoken
from engine.linting.questions import check_questions
from engine.linting.references import check_references
from engine.linting.remarks import check_remarks
from engine.loading.content import Content
from engine.resolving.facts import ResolvedFact

__all__ = ["CHECKS", "LintContext", "check_records"]

CHECKS = (
    check_references,
    check_facts,
    check_questions,
    check_banks,
    check_lessons,
    check_spoken,
    check_benefits,
    check_rights,
    check_tables,
    check_situations,
    check_events,
    check_household,
    check_words,
    check_remarks,
)


def check_records(
    written: Content,
    filled: Content,
    facts: dict[str, ResolvedFact],
    as_of: date,
    problems: Problems,
    whole: Content,
) -> LintContext:
    """Tell `problems` everything that is wrong between the records.

    Args:
        whole: the written content, with what is left out on the day.
    """
    context = LintContext(written, filled, facts, as_of, problems, written.broken_ids(), whole)
    for check in CHECKS:
        check(context)
    return context
