"""Output of `rusit check`: problems, and measures of the content."""

from __future__ import annotations

import json
from collections import Counter
from dataclasses import asdict
from typing import Any

from engine.catalogue.compilation import Checked
from engine.diagnostics.messages import LANGUAGE, Message
from engine.diagnostics.problems import Problem
from engine.linting.facts import coverage, covered
from engine.linting.reading_ease import LONG_SENTENCE, sentence_lengths
from engine.linting.statistics import measures
from engine.resolving.sign_off import awaited
from engine.schema.module import Module

_ERRORS_AGAIN = 20
"""Errors told once more below the measures."""


def check_text(checked: Checked) -> str:
    """Return the report for people: each problem at its place, then statistics by module."""
    lines = [str(problem) for problem in checked.problems]
    taught, asked = covered(checked.context)
    for module in checked.filled.modules:
        lines += ["", *_module_lines(_measures(checked, module, taught, asked), module)]
    return "\n".join([*lines, "", *_last_lines(checked)])


def _last_lines(checked: Checked) -> list[str]:
    """Return what stands where the eye rests: the errors once more, and the counts."""
    errors = checked.problems.errors
    counts = Message(
        "{errors} errors, {warnings} warnings, as of {as_of}",
        errors=len(errors),
        warnings=len(checked.problems.warnings),
        as_of=checked.as_of.isoformat(),
    )
    if not errors:
        return [str(counts)]
    again = [str(problem) for problem in errors[:_ERRORS_AGAIN]]
    return [f"{Message('Mend these first:')}", *again, "", str(counts)]


def check_json(checked: Checked) -> str:
    """Return the report for programs, as one JSON object."""
    taught, asked = covered(checked.context)
    data: dict[str, Any] = {
        "as_of": checked.as_of.isoformat(),
        "problems": [problem.to_dict(LANGUAGE.get()) for problem in checked.problems],
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
        f"::{escaped(_sentences(p))}"
        for p in checked.problems
    )


def _sentences(problem: Problem) -> str:
    said = problem.to_dict(LANGUAGE.get())
    return f"{said['message']}. {said['hint']}" if problem.hint else str(said["message"])


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
    values = {
        **m,
        "long": LONG_SENTENCE,
        "grades": " ".join(f"{g}={n}" for g, n in m["grades"].items() if n),
        "kinds": ", ".join(f"{kind} {n}" for kind, n in m["kinds"].items()),
        "levels": " ".join(f"{level}:{n}" for level, n in m["levels"].items()),
        "positions": " ".join(f"{p}:{n}" for p, n in m["positions"].items()),
        "waits": ", ".join(f"{Message(profession)} {n}" for profession, n in m["awaiting"].items()),
        "gone": ", ".join(f"{Message(kind)} {n}" for kind, n in m["left_out"].items()),
    }
    lines = [template for template, needed in _MEASURES if not needed or values[needed]]
    return [module.id, *(f"  {Message(line, **values)}" for line in lines)]


# What is said of a module, and the measure without which a line is not said.
_MEASURES = (
    (
        "facts      {facts} ({grades}); taught {taught} of {facts_to_teach}, "
        "asked {asked} of {facts_to_ask}",
        "",
    ),
    ("questions  {questions} ({kinds}); levels {levels}; {recall} bare recall", ""),
    (
        "fairness   the right option is the longest in {longest_is_right}, the shortest in "
        "{shortest_is_right} of {choices} choices (chance: {expected_longest:.0f}); written at "
        "{positions}; {common_sense} common sense",
        "",
    ),
    (
        "reading    question {mean_ask:.0f} characters, longest {longest_ask}; option "
        "{mean_option:.0f}, longest {longest_option}; sentence {mean_sentence:.0f}, "
        "{long_sentences} over {long}",
        "",
    ),
    (
        "play       {myths} rumours, {true_rumours} of them true; {situations} life events, "
        "{village} for the whole village",
        "",
    ),
    ("sign-off   facts that wait: {waits}", "waits"),
    ("left out   {gone}", "gone"),
)


def unused_files(checked: Checked) -> list[Problem]:
    """Return the errors of files that could not be used: a table lacks what stands in them."""
    used = {document.file for document in checked.written.documents.values()}
    return [problem for problem in checked.problems.errors if problem.file not in used]
