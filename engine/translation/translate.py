"""Content in another language: the same records, each text as its translation has it."""

from __future__ import annotations

from dataclasses import replace
from typing import TypeVar

from engine.languages import SOURCE
from engine.loading.content import SHARED, Content
from engine.schema.record import RecordPath
from engine.schema.text import Language, Text
from engine.schema.traversal import map_texts

T = TypeVar("T")


def translated(content: Content, language: Language) -> Content:
    """Return the content with each text in that language; in Thai where there is no translation."""
    if language == SOURCE:
        return content

    def change(text: Text, place: RecordPath) -> Text:
        del place
        shown = dict(text.beside).get(language, text.shown)
        return text.model_copy(update={"shown": shown, "beside": ()})

    def done(value: T) -> T:
        return map_texts(value, change)

    shared = {name: done(getattr(content, name)) for _, name, _ in SHARED}
    return replace(
        content,
        modules=done(content.modules),
        supplements=done(content.supplements),
        words=done(content.words),
        **shared,
    )
