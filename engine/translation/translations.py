"""The translations of a content into one language, and what they give for a text."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Literal

from engine.diagnostics.problems import Problems
from engine.loading.content import TRANSLATIONS, Content, translation_files
from engine.loading.files import shown_path
from engine.schema.language import ContentLanguage
from engine.schema.text import Language
from engine.translation.keys import SourceText, without_positions
from engine.translation.po_files import Entry, PoFile, read_po

TranslationState = Literal["done", "stale", "missing"]


@dataclass(frozen=True, slots=True)
class FoundTranslation:
    """The translation found for a text.

    Attributes:
        state: `done`; `stale`, if the Thai has changed since or a person is to look again;
            `missing`.
        text: the translation; empty when it is missing.
        entry: where it stands; None if beside the Thai, or nowhere.
    """

    state: TranslationState
    text: str = ""
    entry: Entry | None = None


_MISSING = FoundTranslation("missing")


@dataclass(frozen=True, slots=True)
class Translations:
    """All PO files of a language.

    Attributes:
        files: by the part of the content that they translate.
    """

    language: ContentLanguage
    files: Mapping[str, PoFile] = field(default_factory=dict)

    def of(self, text: SourceText) -> FoundTranslation:
        """Return the translation of a text: beside the Thai, or in a PO file."""
        beside = dict(text.text.beside).get(self.language.id)
        if beside:
            return FoundTranslation("done", beside)
        file = self.files.get(text.part.name)
        return _MISSING if file is None else in_file(file, text.key, text.text.shown)

    def places(self, written: Mapping[str, str]) -> dict[str, str]:
        """Return where each record stands, as ``file:line``, by its id.

        That is where the first of its texts is translated, or else where its Thai stands.

        Args:
            written: the same for the Thai. A module stands where its one-pager does.
        """
        found: dict[str, str] = {}
        for part, file in self.files.items():
            own = part.rpartition("/")[2]
            entries = file.entries.values()
            sheet = [e for e in entries if e.key.startswith("one_pager/")]
            for entry in (*sheet[:1], *entries):
                for name in (own, *entry.key.split("/")):
                    if name == own or name in written:
                        found.setdefault(name, f"{file.file}:{entry.line}")
        return {**written, **found}


def in_file(file: PoFile, key: str, thai: str) -> FoundTranslation:
    """Return the translation that a PO file has for the text of that key."""
    entry = file.entries.get(key)
    if entry is not None and entry.made_from == thai:
        return FoundTranslation("stale" if entry.fuzzy else "done", entry.text, entry)
    moved = file.moved.get((without_positions(key), thai))
    if moved is not None:
        return FoundTranslation("stale" if moved.fuzzy else "done", moved.text, moved)
    return _MISSING if entry is None else FoundTranslation("stale", entry.text, entry)


def language_of(content: Content, code: Language) -> ContentLanguage:
    """Return the language as the content lists it; one it does not list has no wishes."""
    listed = next((one for one in content.languages if one.id == code), None)
    return listed or ContentLanguage(id=code, name=code)


def read_translations(content: Content, code: Language, problems: Problems) -> Translations:
    """Return the translations of the content into that language; report what is damaged."""
    files: dict[str, PoFile] = {}
    root = content.root
    for path in translation_files(root, code):
        part = path.relative_to(root / TRANSLATIONS / code).with_suffix("").as_posix()
        file = read_po(path, shown_path(path), problems)
        if file is not None:
            files[part] = file
    return Translations(language_of(content, code), files)
