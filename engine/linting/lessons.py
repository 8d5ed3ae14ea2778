"""Lessons that fit their minutes and a listener's head."""

from __future__ import annotations

from engine.diagnostics.messages import Message
from engine.linting.banks import LEAST_CHOICES
from engine.linting.context import LintContext
from engine.schema.module import Lesson, Module
from engine.schema.question import Choice
from engine.schema.record import RecordPath

SIGNS_A_MINUTE = 300
"""Signs without spaces that can be said in a minute of a lesson, with time to be answered."""
MOST_NEW_FACTS = 8
"""The most facts in a step that no earlier step has taught."""


def check_spoken(context: LintContext) -> None:
    """Check every lesson: length when spoken, new facts a step, a picture for each step.

    A day before the present leaves parts out, so only the whole is judged.
    """
    if context.written is not context.whole:
        return
    for module in context.modules():
        for place, lesson in module.lessons():
            _check_length(context, module.id, place, lesson)
            _check_new_facts(context, module.id, place, lesson)
            if sum(isinstance(q, Choice) for q in module.questions) >= LEAST_CHOICES:
                _check_pictures(context, module, place, lesson)


def spoken_signs(lesson: Lesson) -> int:
    """Return the signs of a lesson that are said, spaces left out."""
    return sum(len("".join(step.say.shown.split())) for step in lesson.steps)


def _check_length(context: LintContext, part: str, place: RecordPath, lesson: Lesson) -> None:
    signs, most = spoken_signs(lesson), round(SIGNS_A_MINUTE * lesson.minutes)
    if signs > most:
        message = Message(
            "{signs:,} signs are to be said in {minutes:g} minutes; {most:,} fit",
            signs=signs,
            minutes=lesson.minutes,
            most=most,
        )
        hint = "keep what people will use; the rest goes to for_trainers or to more_lessons"
        context.report(part, (*place, "minutes"), "MOD04", message, hint, warning=True)


def _check_new_facts(context: LintContext, part: str, place: RecordPath, lesson: Lesson) -> None:
    taught: set[str] = set()
    for i, step in enumerate(lesson.steps):
        new = {*step.say.facts, *step.facts} - taught
        if len(new) > MOST_NEW_FACTS:
            message = Message(
                "this step tells {count} new facts; a listener keeps {most_new_facts}",
                count=len(new),
                most_new_facts=MOST_NEW_FACTS,
            )
            hint = "part it, or leave some to the sheet and to for_trainers"
            context.report(part, (*place, "steps", i), "MOD05", message, hint, warning=True)
        taught |= new


def _check_pictures(
    context: LintContext, module: Module, place: RecordPath, lesson: Lesson
) -> None:
    without = sum(step.picture is None for step in lesson.steps)
    if without:
        message = Message(
            "{without} of {count} steps of this lesson name no picture",
            without=without,
            count=len(lesson.steps),
        )
        hint = "picture: the name of an icon in engine/assets/icons"
        context.report(module.id, (*place, "steps"), "MOD06", message, hint, warning=True)
