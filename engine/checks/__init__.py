"""What must hold between records. Each file looks at one subject and collects all it finds."""

from __future__ import annotations

from datetime import date

from engine.checks.banks import check_banks
from engine.checks.events import check_events
from engine.checks.facts import check_facts
from engine.checks.game import check_benefits, check_lessons, check_situations, check_tables
from engine.checks.ground import Ground
from engine.checks.household import check_household
from engine.checks.lessons import check_spoken
from engine.checks.questions import check_questions
from engine.checks.references import check_references
from engine.checks.remarks import check_remarks
from engine.checks.words import check_words
from engine.content import Content
from engine.facts import Resolved
from engine.problems import Problems

__all__ = ["CHECKS", "Ground", "check_records"]

CHECKS = (
    check_references,
    check_facts,
    check_questions,
    check_banks,
    check_lessons,
    check_spoken,
    check_benefits,
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
    facts: dict[str, Resolved],
    as_of: date,
    problems: Problems,
    whole: Content,
) -> Ground:
    """Tell `problems` everything that is wrong between the records.

    Args:
        whole: the written content, with what is left out on the day.
    """
    ground = Ground(written, filled, facts, as_of, problems, written.broken_ids(), whole)
    for check in CHECKS:
        check(ground)
    return ground
