"""The texts of the page that a voice may read, by the ids under which they are recorded."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from hashlib import sha256

from engine.catalogue import Catalogue
from engine.schema.module import Module
from engine.schema.question import Choice, Match, Number, Order, Question, Several, TrueFalse
from engine.schema.text import Text


@dataclass(frozen=True, slots=True)
class VoiceText:
    """A text to record.

    Attributes:
        id: as the page's elements carry it in ``data-voice``.
        module: id of the module that it belongs to.
        words: what is said, without marks.
    """

    id: str
    module: str
    words: str

    @property
    def digest(self) -> str:
        """Return a short hash of the words: a recording is stale once it differs."""
        return sha256(self.words.encode()).hexdigest()[:12]


def voice_texts(catalogue: Catalogue) -> list[VoiceText]:
    """Return all texts that a voice may read, in reading order."""
    return [
        VoiceText(name, module.id, " ".join(text.shown.split()))
        for module in catalogue.modules
        for name, text in (*_lesson_texts(module), *_question_texts(module))
    ]


def _lesson_texts(module: Module) -> Iterator[tuple[str, Text]]:
    for number, step in enumerate(module.lesson.steps, 1):
        if step.question is None:
            yield f"{module.id}.lesson-{number}", step.say


def _question_texts(module: Module) -> Iterator[tuple[str, Text]]:
    for question in module.questions:
        yield f"{question.id}.ask", question.ask
        for part, text in _parts(question):
            yield f"{question.id}.{part}", text
        yield f"{question.id}.explain", question.explain


def _parts(question: Question) -> Iterator[tuple[str, Text]]:
    """Yield what one chooses among, and the reasons against what is mistaken."""
    match question:
        case Choice() | Several():
            for number, option in enumerate(question.options, 1):
                yield f"option-{number}", option.text
                if option.why is not None:
                    yield f"why-{number}", option.why
        case Order():
            for number, step in enumerate(question.steps, 1):
                yield f"step-{number}", step
            yield "why", question.why
        case Match():
            for number, pair in enumerate(question.pairs, 1):
                yield f"left-{number}", pair.left
                yield f"right-{number}", pair.right
            yield "why", question.why
        case Number():
            for number, mistake in enumerate(question.mistakes, 1):
                yield f"mistake-{number}", mistake.why
            yield "why", question.why
        case TrueFalse():
            yield "why", question.why
