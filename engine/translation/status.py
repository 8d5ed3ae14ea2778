"""Progress of the translations, by language and file."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass

from engine.loading.content import Content
from engine.schema.text import Language
from engine.translation.keys import SourceText, parts_of, texts_of
from engine.translation.translations import Translations


@dataclass(frozen=True, slots=True)
class PartStatus:
    """Progress of a file's translation, in texts.

    Attributes:
        part: the file below the content folder, without ending.
        done, stale, missing: texts.
        stale_texts, missing_texts: where they stand, as ``file:line key``.
    """

    part: str
    done: int
    stale: int
    missing: int
    stale_texts: tuple[str, ...] = ()
    missing_texts: tuple[str, ...] = ()

    @property
    def total(self) -> int:
        """All texts of the file."""
        return self.done + self.stale + self.missing


@dataclass(frozen=True, slots=True)
class LanguageStatus:
    """Progress of the content's translation into a language."""

    language: Language
    name: str
    parts: tuple[PartStatus, ...]

    def sum(self, state: str) -> int:
        """Return the texts of all files that are `done`, `stale` or `missing`, or their `total`."""
        return sum(getattr(part, state) for part in self.parts)


def status_of(content: Content, translations: Translations) -> LanguageStatus:
    """Return the status of a language."""
    parts = []
    for part in parts_of(content):
        texts = [(text, translations.of(text).state) for text in texts_of(part)]
        counts = Counter(state for _, state in texts)
        stale = _places(text for text, state in texts if state == "stale")
        missing = _places(text for text, state in texts if state == "missing")
        numbers = counts["done"], counts["stale"], counts["missing"]
        parts.append(PartStatus(part.name, *numbers, stale, missing))
    return LanguageStatus(translations.language.id, translations.language.name, tuple(parts))


def _places(texts: Iterable[SourceText]) -> tuple[str, ...]:
    return tuple(f"{t.part.document.file}:{t.part.document.at(t.place)[0]} {t.key}" for t in texts)
