"""References to what is left out are removed, until none is dangling."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator

from engine.catalogue.availability.removal import Removal, value_at
from engine.catalogue.availability.unavailable import Unavailable
from engine.diagnostics.messages import Message
from engine.schema.module import Module
from engine.schema.record import RecordPath, RefKind
from engine.schema.references import references_in

LEAST_STEPS = 3
"""Steps without which a lesson is none."""


OWN: tuple[tuple[RefKind, str], ...] = (
    ("question", "questions"),
    ("benefit", "benefits"),
    ("objective", "objectives"),
)
"""The kinds of records that may be left out while others name them, and their lists."""


def remove_dangling(parts: list[Removal]) -> None:
    """Remove every reference to what is left out; mark as lost each module of too little."""
    before = -1
    while before != (now := sum(len(part.changed) for part in parts)):
        before = now
        gone = {found for part in parts for found in _left_out_ids(part)}
        for part in parts:
            for kind, path, name in references_in(part.value):
                if (kind, name) in gone and path[0] != "forms":
                    _remove_reference(part, kind, path, name)
            _remove_emptied(part)
    for part in parts:
        if isinstance(part.value, Module):
            _shorten_minutes(part, part.value)
            _balance_forms(part, part.value)
            part.lost = part.lost or _too_little(part, part.value)


def _left_out_ids(part: Removal) -> Iterator[tuple[str, str]]:
    """Yield (kind, id) of every record of the part that is left out."""
    for kind, field in OWN:
        for i, record in enumerate(getattr(part.value, field, ())):
            if part.left_out((field, i)):
                yield kind, record.id


def _remove_reference(part: Removal, kind: str, path: RecordPath, name: str) -> None:
    """Remove the smallest thing around a reference, reported only where a reader would miss it."""
    if any(part.left_out(path[:n]) for n in range(1, len(path) + 1)):
        return
    why = (
        Message("what it asks about, {name!r}, is left out", name=name)
        if kind == "objective"
        else ""
    )
    if path[-1] == "question":
        if value_at(part.value, path[:-1]).kind not in ("ask", "check"):
            part.leave(path)
            return
        why = "the question it puts is left out"
    part.close(Unavailable(path, why))


def _remove_emptied(part: Removal) -> None:
    """Remove what has lost all of its items: events, blocks, mixed forms, objectives."""
    module = part.value
    if part.name == "mixed_forms":
        for i, form in enumerate(module):
            if not part.kept(form.questions, i, "questions"):
                part.leave((i,), "none of its questions is left")
    if not isinstance(module, Module):
        return
    for i, situation in enumerate(module.situations):
        if situation.helps and not part.kept(situation.helps, "situations", i, "helps"):
            part.leave(("situations", i), "every right that helps in it is left out")
    for i, block in enumerate(module.one_pager):
        for field in ("items", "numbers", "rows"):
            items = getattr(block, field, None)
            if items and not part.kept(items, "one_pager", i, field):
                first = (why for path, why in part.why.items() if path[:2] == ("one_pager", i))
                part.leave(("one_pager", i), next(first, "the rights in it are left out"))
    still = {question.objective for question in part.kept(module.questions, "questions")}
    asked = {question.objective for question in module.questions}
    for i, objective in enumerate(module.objectives):
        if objective.id in asked - still:
            part.leave(("objectives", i), "no question about it is left")


def _shorten_minutes(part: Removal, module: Module) -> None:
    """Take the minutes of removed steps from their lesson."""
    for path, lesson in module.lessons():
        kept = part.kept(lesson.steps, *path, "steps")
        if len(kept) < len(lesson.steps):
            saved = sum(s.minutes for s in lesson.steps) - sum(s.minutes for s in kept)
            part.changed[*path, "minutes"] = lesson.minutes - saved


def _balance_forms(part: Removal, module: Module) -> None:
    """Remove from both tests a question of the same objective and level."""
    about = {question.id: (question.objective, question.level) for question in module.questions}
    gone = about.keys() - {question.id for question in part.kept(module.questions, "questions")}
    opening, closing = module.forms.opening, module.forms.closing
    lost = [Counter(about[name] for name in form if name in gone) for form in (opening, closing)]
    for form, names, spare in (
        ("opening", opening, lost[1] - lost[0]),
        ("closing", closing, lost[0] - lost[1]),
    ):
        for i, name in reversed(list(enumerate(names))):
            if name in gone:
                part.leave(("forms", form, i))
            elif name in about and spare[about[name]] > 0:
                spare[about[name]] -= 1
                part.leave(("forms", form, i))
    if most := (lost[0] | lost[1]).total():
        part.why["forms",] = Message(
            "{most} of the questions of each test, so that both stay alike", most=most
        )


def _too_little(part: Removal, module: Module) -> str:
    """Return why too little of a module is left; empty if enough is."""
    steps = part.kept(module.lesson.steps, "lesson", "steps")
    acts = [step for step in module.lesson.steps if step.kind == "act"]
    if len(steps) < LEAST_STEPS:
        return Message(
            "{count} of {count2} steps of its lesson are left",
            count=len(steps),
            count2=len(module.lesson.steps),
        )
    if acts and not any(step.kind == "act" for step in steps):
        return "its lesson has no step `act` left"
    for name in ("questions", "objectives", "one_pager"):
        if not part.kept(getattr(module, name), name):
            return Message("nothing is left of its {name}", name=name)
    return ""
