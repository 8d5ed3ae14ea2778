"""Lessons that fit their minutes and a listener's head."""

from __future__ import annotations

from engine.checks.banks import LEAST_CHOICES
from engine.checks.ground import Ground
from engine.document import Place
from engine.model.module import Lesson, Module
from engine.model.question import Choice

SIGNS_A_MINUTE = 300
"""Signs without spaces that can be said in a minute of a lesson, with time to be answered."""
MOST_NEW_FACTS = 8
"""Facts in a step that no earlier step has told."""


def check_spoken(ground: Ground) -> None:
    """Every lesson: short enough to be said, few new facts in a step, a picture for each.

    A day before the present leaves parts out, so only the whole is judged.
    """
    if ground.written is not ground.whole:
        return
    for module in ground.modules():
        for place, lesson in module.lessons():
            _check_length(ground, module.id, place, lesson)
            _check_new_facts(ground, module.id, place, lesson)
            if sum(isinstance(q, Choice) for q in module.questions) >= LEAST_CHOICES:
                _check_pictures(ground, module, place, lesson)


def spoken_signs(lesson: Lesson) -> int:
    """Return the signs of a lesson that are said, spaces left out."""
    return sum(len("".join(step.say.th.split())) for step in lesson.steps)


def _check_length(ground: Ground, part: str, place: Place, lesson: Lesson) -> None:
    signs, most = spoken_signs(lesson), round(SIGNS_A_MINUTE * lesson.minutes)
    if signs > most:
        said = f"{signs:,} signs are to be said in {lesson.minutes:g} minutes; {most:,} fit"
        hint = "keep what people will use; the rest goes to for_trainers or to more_lessons"
        ground.tell(part, (*place, "minutes"), "MOD04", said, hint, warning=True)


def _check_new_facts(ground: Ground, part: str, place: Place, lesson: Lesson) -> None:
    told: set[str] = set()
    for i, step in enumerate(lesson.steps):
        new = {*step.say.facts, *step.facts} - told
        if len(new) > MOST_NEW_FACTS:
            said = f"this step tells {len(new)} new facts; a listener keeps {MOST_NEW_FACTS}"
            hint = "part it, or leave some to the sheet and to for_trainers"
            ground.tell(part, (*place, "steps", i), "MOD05", said, hint, warning=True)
        told |= new


def _check_pictures(ground: Ground, module: Module, place: Place, lesson: Lesson) -> None:
    without = sum(step.picture is None for step in lesson.steps)
    if without:
        said = f"{without} of {len(lesson.steps)} steps of this lesson name no picture"
        hint = "picture: the name of an icon in engine/assets/icons"
        ground.tell(module.id, (*place, "steps"), "MOD06", said, hint, warning=True)
