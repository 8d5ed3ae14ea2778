"""Content in another language: the same records, each text as its translation has it."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

from engine.diagnostics.problems import Problems
from engine.languages import SOURCE
from engine.loading.content import SHARED, Content
from engine.resolving.placeholders import same_places
from engine.resolving.value_words import PART, ValueWords, thai_words, written_words
from engine.schema.record import RecordPath
from engine.schema.text import Language, Text
from engine.translation.keys import Part, SourceText, map_keyed, parts_of
from engine.translation.translations import Translations, read_translations

STALE_MARK = "~"
"""Stands before an old translation whose Thai has changed, where the language asks for it."""


def translated(content: Content, translations: Translations) -> Content:
    """Return the content with each text in that language.

    A text without a translation, or with one that no longer fits, stays Thai; its
    `untranslated` says why.
    """
    if translations.language.id == SOURCE:
        return content
    done = {part.name: _translated(part, translations) for part in parts_of(content)}
    shared = {
        attribute: done[file.removesuffix(".yaml")]
        for file, attribute, _ in SHARED
        if file.removesuffix(".yaml") in done
    }
    words = {
        f"{name.removeprefix('locale/')}.{key}": text
        for name, value in done.items()
        if name.startswith("locale/")
        for key, text in value.items()
    }
    return replace(
        content,
        modules=[done[f"modules/{m.id}"] for m in content.modules],
        supplements=[done[f"supplements/{s.id}"] for s in content.supplements],
        words=words,
        **shared,
    )


def value_words(translations: Translations) -> ValueWords:
    """Return the engine's words in that language; in Thai where they are not translated."""
    document, words = written_words()
    part = Part(PART, words, document)
    texts = map_keyed(words, lambda text, key, place: _one(part, text, key, place, translations))
    return ValueWords(translations.language.id, texts)


def in_language(content: Content, language: Language) -> tuple[Content, ValueWords]:
    """Return the content in that language, and the engine's words.

    Mistakes of its translations are passed over.
    """
    if language == SOURCE:
        return content, thai_words()
    translations = read_translations(content, language, Problems())
    return translated(content, translations), value_words(translations)


def _translated(part: Part, translations: Translations) -> Any:
    return map_keyed(
        part.value, lambda text, key, place: _one(part, text, key, place, translations)
    )


def _one(part: Part, text: Text, key: str, place: RecordPath, translations: Translations) -> Text:
    found = translations.of(SourceText(part, key, text, place))
    fits = found.state != "missing" and same_places(text.shown, found.text)
    if not fits:
        return text.model_copy(update={"beside": (), "untranslated": "missing"})
    if found.state == "stale" and translations.language.stale == "thai":
        return text.model_copy(update={"beside": (), "untranslated": "stale"})
    mark = f"{STALE_MARK} " if found.state == "stale" else ""
    return text.model_copy(update={"beside": (), "shown": f"{mark}{found.text}"})
