"""PO files for translators: every text with its note, what is stale marked for another look."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

import polib

from engine.loading.content import Content
from engine.resolving.facts import ResolvedFact
from engine.translation.keys import Part, SourceText, parts_of, texts_of
from engine.translation.notes import notes
from engine.translation.po_files import write_po
from engine.translation.translate import value_words
from engine.translation.translations import Translations


def exported(
    content: Content,
    translations: Translations,
    thai: Mapping[str, ResolvedFact],
    facts: Mapping[str, ResolvedFact],
    english: Translations | None = None,
) -> Iterator[tuple[str, str]]:
    """Yield (part, text of its PO file) for every file of the content that holds texts.

    Texts translated beside the Thai are left out.

    Args:
        thai, facts: values on the day in Thai and in the language, for the notes.
        english: shown beside the Thai, for translators who read it better.
    """
    language, words = translations.language.id, value_words(translations)
    for part in parts_of(content):
        texts = [t for t in texts_of(part) if language not in dict(t.text.beside)]
        if texts:
            entries = []
            for text in texts:
                note = notes(text, thai, facts, words)
                if english is not None and (found := english.of(text)).state == "done":
                    note += f"\nEnglish: {found.text}"
                entries.append(_entry(text, translations, note))
            yield part.name, write_po(language, part.name, entries)


def _entry(text: SourceText, translations: Translations, note: str) -> polib.POEntry:
    found = translations.of(text)
    is_stale = found.state == "stale"
    before = found.entry.made_from if found.entry is not None and is_stale else None
    return polib.POEntry(
        msgctxt=text.key,
        msgid=text.text.shown,
        msgstr=found.text,
        comment=note,
        tcomment=found.entry.comment if found.entry is not None else "",
        occurrences=[_reference(text.part, text)],
        flags=["fuzzy"] if is_stale else [],
        previous_msgid=before if before != text.text.shown else None,
    )


def _reference(part: Part, text: SourceText) -> tuple[str, str]:
    return part.document.file, str(part.document.at(text.place)[0])
