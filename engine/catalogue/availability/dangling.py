"""What refers to something that is left out is put right, until nothing hangs loose."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass

from engine.catalogue.availability.removal import Removal
from engine.schema.module import BenefitsBlock, ListBlock, Module, NumbersBlock, TableBlock
from engine.schema.shared_content import MixedForm
from engine.schema.supplement import Supplement

LEAST_STEPS = 3
"""Steps without which a lesson is none."""


@dataclass(frozen=True, slots=True)
class _Gone:
    """Ids of what is left out anywhere."""

    questions: frozenset[str]
    benefits: frozenset[str]


def remove_dangling(parts: list[Removal]) -> None:
    """Put right everything that names what is left out; say which modules are lost by it."""
    modules = [part for part in parts if isinstance(part.value, Module)]
    rights = [*modules, *(part for part in parts if isinstance(part.value, Supplement))]
    before = -1
    while before != (now := sum(len(part.changed) for part in parts)):
        before = now
        gone = _Gone(
            frozenset(_ids_gone(modules, "questions")), frozenset(_ids_gone(rights, "benefits"))
        )
        for part in modules:
            _mend_questions(part, part.value)
            _mend_situations(part, part.value, gone)
            _mend_lesson(part, part.value, gone)
            _mend_one_pager(part, part.value, gone)
    for part in modules:
        _mend_forms(part, part.value)
        part.lost = part.lost or _too_little(part, part.value)
    for part in parts:
        if part.name == "mixed_forms":
            _mend_mixed(part, part.value, gone)


def _ids_gone(holders: list[Removal], kind: str) -> Iterator[str]:
    for part in holders:
        for i, record in enumerate(getattr(part.value, kind)):
            if part.left_out((kind, i)):
                yield record.id


def _mend_questions(part: Removal, module: Module) -> None:
    """Remove questions with their objective, and objectives without a question."""
    objectives = {objective.id: ("objectives", i) for i, objective in enumerate(module.objectives)}
    for i, question in enumerate(module.questions):
        about = objectives.get(question.objective)
        if about and part.left_out(about):
            part.leave(("questions", i), f"what it asks about, {question.objective!r}, is left out")
    still = {question.objective for question in part.kept(module.questions, "questions")}
    for question in module.questions:
        about = objectives.get(question.objective)
        if about and question.objective not in still:
            part.leave(about, "no question about it is left")


def _mend_situations(part: Removal, module: Module, gone: _Gone) -> None:
    """Remove references to removed rights, and events in which no right is left."""
    for i, situation in enumerate(module.situations):
        if situation.helps and gone.benefits.issuperset(situation.helps):
            part.leave(("situations", i), "every right that helps in it is left out")
        for j, name in enumerate(situation.helps):
            if name in gone.benefits:
                part.leave(("situations", i, "helps", j))
        for j, tempting in enumerate(situation.tempting):
            if tempting.benefit in gone.benefits:
                part.leave(("situations", i, "tempting", j))
        for j, name in enumerate(situation.cards):
            if name in gone.benefits:
                part.leave(("situations", i, "cards", j))
        if situation.claim in gone.questions:
            part.leave(("situations", i, "claim"))


def _mend_lesson(part: Removal, module: Module, gone: _Gone) -> None:
    """Remove lesson steps that put a removed question to the room."""
    for place, lesson in module.lessons():
        for i, step in enumerate(lesson.steps):
            if step.question in gone.questions:
                if step.kind in ("ask", "check"):
                    part.leave((*place, "steps", i), "the question it puts is left out")
                else:
                    part.leave((*place, "steps", i, "question"))
        kept = part.kept(lesson.steps, *place, "steps")
        if len(kept) < len(lesson.steps):
            saved = sum(s.minutes for s in lesson.steps) - sum(s.minutes for s in kept)
            part.changed[*place, "minutes"] = lesson.minutes - saved


def _mend_one_pager(part: Removal, module: Module, gone: _Gone) -> None:
    """Remove rows of removed benefits, and blocks without a row."""
    for i, block in enumerate(module.one_pager):
        match block:
            case ListBlock():
                left = part.kept(block.items, "one_pager", i, "items")
            case NumbersBlock():
                left = part.kept(block.numbers, "one_pager", i, "numbers")
            case TableBlock():
                left = part.kept(block.rows, "one_pager", i, "rows")
            case BenefitsBlock():
                for j, name in enumerate(block.rows):
                    if name in gone.benefits:
                        part.leave(("one_pager", i, "rows", j))
                left = part.kept(block.rows, "one_pager", i, "rows")
            case _:
                continue
        if not left:
            first = (why for place, why in part.why.items() if place[:2] == ("one_pager", i))
            part.leave(("one_pager", i), next(first, "the rights in it are left out"))


def _mend_forms(part: Removal, module: Module) -> None:
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
        part.why["forms",] = f"{most} of the questions of each test, so that both stay alike"


def _mend_mixed(part: Removal, forms: list[MixedForm], gone: _Gone) -> None:
    for i, form in enumerate(forms):
        for j, name in enumerate(form.questions):
            if name in gone.questions:
                part.leave((i, "questions", j))
        if not part.kept(form.questions, i, "questions"):
            part.leave((i,), "none of its questions is left")


def _too_little(part: Removal, module: Module) -> str:
    """Return why too little of a module is left; empty if enough is."""
    steps = part.kept(module.lesson.steps, "lesson", "steps")
    acts = [step for step in module.lesson.steps if step.kind == "act"]
    if len(steps) < LEAST_STEPS:
        return f"{len(steps)} of {len(module.lesson.steps)} steps of its lesson are left"
    if acts and not any(step.kind == "act" for step in steps):
        return "its lesson has no step `act` left"
    for name in ("questions", "objectives", "one_pager"):
        if not part.kept(getattr(module, name), name):
            return f"nothing is left of its {name}"
    return ""
