"""What `rusit check` and `rusit facts` say: problems, measures of the content, tables."""

from __future__ import annotations

import json
from collections import Counter
from dataclasses import asdict
from datetime import date
from typing import Any

from engine.catalogue.compilation import Checked
from engine.diagnostics.problems import Problem
from engine.linting.facts import coverage, covered
from engine.linting.reading_ease import LONG_SENTENCE, sentence_lengths
from engine.linting.statistics import measures
from engine.resolving.facts import MARK
from engine.resolving.sign_off import awaited
from engine.schema.fact import FactToday
from engine.schema.module import Module
from engine.thai.dates import thai_date


def check_text(checked: Checked) -> str:
    """Return the report for people: each problem at its place, then statistics by module."""
    lines = [str(problem) for problem in checked.problems]
    taught, asked = covered(checked.context)
    for module in checked.filled.modules:
        lines += ["", *_module_lines(_measures(checked, module, taught, asked), module)]
    errors, warnings = len(checked.problems.errors), len(checked.problems.warnings)
    lines += ["", f"{errors} errors, {warnings} warnings, as of {checked.as_of.isoformat()}"]
    return "\n".join(lines)


def check_json(checked: Checked) -> str:
    """Return the report for programs, as one JSON object."""
    taught, asked = covered(checked.context)
    data: dict[str, Any] = {
        "as_of": checked.as_of.isoformat(),
        "problems": [asdict(problem) for problem in checked.problems],
        "errors": len(checked.problems.errors),
        "warnings": len(checked.problems.warnings),
        "modules": {m.id: _measures(checked, m, taught, asked) for m in checked.filled.modules},
    }
    return json.dumps(data, ensure_ascii=False, indent=1)


def check_github(checked: Checked) -> str:
    """Return the report for GitHub Actions: one annotation a problem."""

    def escaped(text: str) -> str:
        return text.replace("%", "%25").replace("\r", "%0D").replace("\n", "%0A")

    def name(file: str) -> str:
        return escaped(file).replace(":", "%3A").replace(",", "%2C")

    return "\n".join(
        f"::{p.severity} file={name(p.file)},line={p.line},col={p.col},title={p.code}"
        f"::{escaped(p.message + (f'. {p.hint}' if p.hint else ''))}"
        for p in checked.problems
    )


def _measures(
    checked: Checked, module: Module, covered_taught: set[str], covered_asked: set[str]
) -> dict[str, Any]:
    written = next(m for m in checked.written.modules if m.id == module.id)
    teach, taught, ask, asked = coverage(written, covered_taught, covered_asked)
    lengths = sentence_lengths(module)
    return {
        **asdict(measures(module)),
        "facts": len(written.facts),
        "grades": {g: sum(f.grade == g for f in written.facts) for g in "ABCD"},
        "facts_to_teach": teach,
        "taught": taught,
        "facts_to_ask": ask,
        "asked": asked,
        "myths": len(module.myths),
        "situations": len(module.situations),
        "village": sum(situation.village for situation in module.situations),
        "awaiting": dict(sorted(_awaiting(checked, written).items())),
        "left_out": _left_out(written, module),
        "mean_sentence": round(sum(lengths) / len(lengths), 1) if lengths else 0,
        "long_sentences": sum(n > LONG_SENTENCE for n in lengths),
    }


def _awaiting(checked: Checked, module: Module) -> Counter[str]:
    """Return the number of the module's facts that wait for each profession's sign-off."""
    found = (awaited(checked.facts[fact.id], module.signed) for fact in module.facts)
    return Counter(profession for profession in found if profession)


def _left_out(written: Module, module: Module) -> dict[str, int]:
    """Return the number of records of each kind that the day leaves out."""
    kinds = {
        "questions": (written.questions, module.questions),
        "rumours": (written.myths, module.myths),
        "life events": (written.situations, module.situations),
        "rights": (written.benefits, module.benefits),
        "lesson steps": (written.lesson.steps, module.lesson.steps),
    }
    gone = {kind: len(before) - len(after) for kind, (before, after) in kinds.items()}
    return {kind: n for kind, n in gone.items() if n}


def _module_lines(m: dict[str, Any], module: Module) -> list[str]:
    grades = " ".join(f"{g}={n}" for g, n in m["grades"].items() if n)
    kinds = ", ".join(f"{n} {kind}" for kind, n in m["kinds"].items())
    levels = " ".join(f"{level}:{n}" for level, n in m["levels"].items())
    positions = " ".join(f"{p}:{n}" for p, n in m["positions"].items())
    gone = ", ".join(f"{n} {kind}" for kind, n in m["left_out"].items())
    lines = [
        f"{module.id}",
        f"  facts      {m['facts']} ({grades}); taught {m['taught']} of {m['facts_to_teach']}, "
        f"asked {m['asked']} of {m['facts_to_ask']}",
        f"  questions  {m['questions']} ({kinds}); levels {levels}; {m['recall']} bare recall",
        f"  fairness   the right option is the longest in {m['longest_is_right']}, the shortest in "
        f"{m['shortest_is_right']} of {m['choices']} choices (chance: "
        f"{m['expected_longest']:.0f}); written at {positions}; {m['common_sense']} common sense",
        f"  reading    question {m['mean_ask']:.0f} characters, longest {m['longest_ask']}; option "
        f"{m['mean_option']:.0f}, longest {m['longest_option']}; sentence "
        f"{m['mean_sentence']:.0f}, {m['long_sentences']} over {LONG_SENTENCE}",
        f"  play       {m['myths']} rumours, {m['true_rumours']} of them true; "
        f"{m['situations']} life events, {m['village']} for the whole village",
    ]
    if waits := ", ".join(f"{n} for a {profession}" for profession, n in m["awaiting"].items()):
        lines.append(f"  sign-off   facts that wait: {waits}")
    return [*lines, f"  left out   {gone}"] if gone else lines


def unused_files(checked: Checked) -> list[Problem]:
    """Return the errors of files that could not be used, so that a table lacks what stands in
    them.
    """
    used = {document.file for document in checked.written.documents.values()}
    return [problem for problem in checked.problems.errors if problem.file not in used]


FACT_COLUMNS = ("fact", "today", "since", "grade", "source", "review by")


def fact_rows(
    facts: list[FactToday], sources: dict[str, str], language: str
) -> list[tuple[str, ...]]:
    """Return a row a fact: id, value today, since when, grade, source, review date.

    Args:
        sources: short names by id.
    """

    def day(when: date) -> str:
        return thai_date(when) if language == "th" else when.isoformat()

    return [
        (
            fact.id,
            " ".join((fact.text.en if language == "en" and fact.text.en else fact.text.th).split()),
            day(fact.since) if fact.since else "" if fact.value is None else "not known",
            fact.grade + (MARK if fact.unconfirmed else ""),
            sources.get(fact.sources[0], fact.sources[0]) if fact.sources else "-",
            day(fact.review_by) + (" (overdue)" if fact.stale else ""),
        )
        for fact in facts
    ]


def facts_json(facts: list[FactToday]) -> str:
    """Return the same as a JSON list."""
    return json.dumps([f.model_dump(mode="json") for f in facts], ensure_ascii=False, indent=1)
