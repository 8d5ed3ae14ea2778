"""Papers around a session: guide, tests with keys, routes, helplines, checklists, forms."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from engine.catalogue import Catalogue
from engine.schema.module import Lesson, Module
from engine.schema.question import Question
from engine.schema.text import Text
from printables.cards.quiz_cards import Labelled, sides_of
from printables.text.sheet_text import SheetText

MONTHS = (1, 3, 6, 12)
"""After which a mentor asks again."""
ANY_NUMBER = 0
TEST_SIZES = (14.0, 13.25, 12.5, 11.75, 11.0, 10.5, 10.0)
"""Points of a test's text: the largest is taken with which form and key fit a side each."""


@dataclass(frozen=True, slots=True)
class PaperQuestion:
    """A question of a test or a guide, and its answer for the key."""

    number: int
    ask: Text
    kind: str
    lines: tuple[Labelled, ...]
    facing: tuple[Labelled, ...]
    key: str
    answer: tuple[Text, ...]
    why: Text


@dataclass(frozen=True, slots=True)
class GuideStep:
    """A step of the lesson: minutes, what to say, what to ask."""

    minutes: str
    icon: str
    title: Text
    say: Text
    question: PaperQuestion | None
    for_trainers: Text | None


@dataclass(frozen=True, slots=True)
class Guide:
    """The leader's guide to one module's lessons."""

    title: Text
    colour: str
    objectives: tuple[Text, ...]
    lessons: tuple[tuple[GuideStep, ...], ...]
    template: str = "guide"
    style: str = "session"
    pages: int = ANY_NUMBER


@dataclass(frozen=True, slots=True)
class Test:
    """One form of a test with its key; it asks for no name."""

    title: Text
    form: Text
    colour: str
    questions: tuple[PaperQuestion, ...]
    template: str = "test"
    style: str = "session"
    pages: int = 2
    sizes: tuple[float, ...] = TEST_SIZES


@dataclass(frozen=True, slots=True)
class RouteLine:
    """A need, where it is met, whom to call and what to bring."""

    need: Text
    place: Text
    phone: str
    line: Text | None
    bring: tuple[Text, ...]
    note: Text | None


@dataclass(frozen=True, slots=True)
class Routes:
    """All ways from a need to an office, and the steps of a referral."""

    groups: tuple[tuple[Text, str, tuple[RouteLine, ...]], ...]
    template: str = "routes"
    style: str = "session"
    pages: int = ANY_NUMBER


@dataclass(frozen=True, slots=True)
class PhoneLine:
    """A number to call, for what and when."""

    phone: str
    title: Text
    for_what: Text
    hours: Text | None
    mark: str


@dataclass(frozen=True, slots=True)
class Helplines:
    """Every number of the catalogue on a sheet to hang up."""

    lines: tuple[PhoneLine, ...]
    template: str = "helplines"
    style: str = "session"
    pages: int = ANY_NUMBER


@dataclass(frozen=True, slots=True)
class Checklist:
    """A checklist of what people can do after each module, for a mentor to follow up."""

    modules: tuple[tuple[Text, str, tuple[Text, ...], Text | None], ...]
    months: tuple[int, ...]
    template: str = "checklist"
    style: str = "session"
    pages: int = ANY_NUMBER


@dataclass(frozen=True, slots=True)
class Form:
    """A sheet of words alone: certificate, slips, forms to fill in."""

    template: str
    pages: int
    modules: tuple[Text, ...] = ()
    style: str = "session"


def guide_sheet(catalogue: Catalogue, module: Module, words: SheetText) -> Guide:
    """Return the leader's guide to a module."""
    lessons = tuple(
        tuple(_steps(catalogue, lesson, words.letters)) for _, lesson in module.lessons()
    )
    return Guide(module.title, module.colour, tuple(o.can for o in module.objectives), lessons)


def _steps(catalogue: Catalogue, lesson: Lesson, letters: Sequence[str]) -> Iterable[GuideStep]:
    for step in lesson.steps:
        question = catalogue.questions.get(step.question or "")
        yield GuideStep(
            minutes=f"{step.minutes:g}",
            icon=step.picture or "speech-balloon",
            title=step.title,
            say=step.say,
            question=paper_question(1, question, letters) if question else None,
            for_trainers=step.for_trainers,
        )


def tests_of(catalogue: Catalogue, module: Module, words: SheetText) -> Iterable[tuple[str, Test]]:
    """Yield the opening and the closing test of a module, by name."""
    for name, ids in (("opening", module.forms.opening), ("closing", module.forms.closing)):
        if ids:
            asked = tuple(
                paper_question(n, catalogue.questions[q], words.letters)
                for n, q in enumerate(ids, 1)
            )
            yield name, Test(module.title, words[f"test_{name}"], module.colour, asked)


def paper_question(number: int, question: Question, letters: Sequence[str]) -> PaperQuestion:
    """Return a question as it is answered with a pencil, and its key."""
    sides = sides_of(question, letters)
    key = sides.letters or sides.figure or " ".join(a.label.rstrip(".") for a in sides.answer)
    answer = tuple(a.text for a in sides.answer)
    if question.kind == "true_false":
        key = "true" if sides.holds else "false"
    elif question.kind == "order":
        key = ""
    return PaperQuestion(
        number,
        question.ask,
        question.kind,
        sides.lines,
        sides.facing,
        key,
        answer,
        question.explain,
    )


def routes_sheet(catalogue: Catalogue) -> Routes:
    """Return every route of the catalogue, by module."""
    groups = []
    for module in catalogue.modules:
        lines = []
        for route in catalogue.routes:
            if route.module != module.id:
                continue
            line = catalogue.helplines.get(route.helpline or "")
            lines.append(
                RouteLine(
                    need=route.need,
                    place=catalogue.places[route.place].title,
                    phone=line.phone if line else "",
                    line=line.title if line else None,
                    bring=tuple(catalogue.papers[p].title for p in route.bring),
                    note=route.note,
                )
            )
        if lines:
            groups.append((module.title, module.colour, tuple(lines)))
    return Routes(tuple(groups))


def helplines_sheet(catalogue: Catalogue) -> Helplines:
    """Return the helplines that have a number: short numbers first, from the lowest."""
    called = [h for h in catalogue.helplines.values() if h.phone]
    return Helplines(
        tuple(
            PhoneLine(h.phone, h.title, h.for_what, h.hours, "*" if h.grade == "D" else "")
            for h in sorted(called, key=lambda h: (len(h.phone), h.phone))
        )
    )


def checklist_sheet(catalogue: Catalogue) -> Checklist:
    """Return the mentor's checklist."""
    return Checklist(
        tuple(
            (m.title, m.colour, tuple(o.can for o in m.objectives), m.deed)
            for m in catalogue.modules
        ),
        MONTHS,
    )


def forms(catalogue: Catalogue) -> dict[str, Form]:
    """Return the sheets of words alone, by name."""
    titles = tuple(module.title for module in catalogue.modules)
    return {
        "certificate": Form("certificate", 1, titles),
        "feedback": Form("feedback", 1),
        "unanswered": Form("unanswered", 1),
        "unit-record": Form("unit_record", 2, titles),
    }
