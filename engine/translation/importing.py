"""PO files of translators, checked and taken into the content: all of them, or none."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from pathlib import Path

from engine.atomic_files import write_atomically
from engine.diagnostics.messages import Message
from engine.diagnostics.problems import ContentError, Problem, Problems
from engine.languages import LANGUAGE_PATTERN, SOURCE
from engine.loading.content import Content
from engine.loading.files import shown_path
from engine.schema.text import Language
from engine.translation.check import faults
from engine.translation.keys import Part, parts_of, texts_of
from engine.translation.po_files import (
    Entry,
    PoFile,
    po_path,
    read_po,
    stored,
    write_po,
)
from engine.translation.translations import in_file, language_of


@dataclass(frozen=True, slots=True)
class Imported:
    """The result of an import into one file of the content's translations.

    Attributes:
        path: the file; `part` the content's file that it translates.
        done: translations of today's Thai; `stale` of an older one, or to be looked at again.
    """

    path: Path
    language: Language
    part: str
    done: int
    stale: int


def import_files(
    content: Content, paths: Sequence[Path], problems: Problems, language: Language = ""
) -> tuple[Imported, ...]:
    """Take translated PO files into the content's translations.

    A translation in the file replaces the one that was there; an empty one leaves it.

    Args:
        problems: collects warnings.
        language: of files that do not say theirs.

    Raises:
        ContentError: with everything wrong in all files; nothing was written then.
        OSError: a file could not be written.
    """
    parts = {part.name: part for part in parts_of(content)}
    read = [
        (file, path)
        for path in paths
        if (file := read_po(path, shown_path(path), problems)) is not None
    ]
    merged: dict[Path, tuple[Imported, str]] = {}
    for file, path in read:
        into, part = _aim(file, path, parts, language, problems)
        if part is not None:
            _check(file, part, content, into, problems)
            target = po_path(content.root, into, part.name)
            done = _merged(file, target, into, part, problems)
            if done[0].done + done[0].stale or target.exists():
                merged[target] = done
    if problems.errors:
        raise ContentError(problems.errors)
    for target, (_, text) in merged.items():
        write_atomically(target, text.encode())
    return tuple(imported for imported, _ in merged.values())


def _aim(
    file: PoFile, path: Path, parts: Mapping[str, Part], otherwise: Language, problems: Problems
) -> tuple[Language, Part | None]:
    """Return the language of a file and the part of the content it translates.

    Its header tells, or its path; None after reporting that neither does.
    """
    named = path.with_suffix("").as_posix()
    by_path = next((name for name in parts if f"/{named}".endswith(f"/{name}")), "")
    part = parts.get(file.part) or parts.get(by_path)
    folder = f"/{named}".removesuffix(f"/{by_path}").rpartition("/")[2] if by_path else ""
    language = file.language or otherwise or folder
    if part is None:
        message = Message("nobody knows which file of the content this translates")
        hint = "keep the header X-Rusit-File that the export wrote"
        problems.add(Problem(file.file, 1, 1, "LANG01", message, hint))
    elif not re.match(LANGUAGE_PATTERN, language) or language == SOURCE:
        message = Message("{language!r} is no language to translate into", language=language)
        hint = "write its code into the header: Language: en"
        problems.add(Problem(file.file, 1, 1, "LANG01", message, hint))
        part = None
    return language, part


def _check(
    file: PoFile, part: Part, content: Content, language: Language, problems: Problems
) -> None:
    """Report every fault of a file that comes from outside."""
    keys = {text.key for text in texts_of(part)}
    listed = language_of(content, language)
    for entry in file.entries.values():
        if entry.key not in keys:
            message = Message("the content has no text {key!r}", key=entry.key)
            hint = "it was removed or renamed: export anew, and merge the old file into that"
            problems.add(Problem(file.file, entry.line, 1, "LANG05", message, hint))
            continue
        for fault in faults(entry.made_from, entry.text, content, listed):
            line, col = file.at(entry, fault.needle)
            problems.add(
                Problem(file.file, line, col, fault.code, fault.message, fault.hint, fault.severity)
            )


def _merged(
    file: PoFile,
    target: Path,
    language: Language,
    part: Part,
    problems: Problems,
) -> tuple[Imported, str]:
    """Return what the target holds after the import, in the order of the content."""
    there = read_po(target, shown_path(target), problems) if target.exists() else None
    texts = list(texts_of(part))
    entries: list[Entry] = []
    counts = {"done": 0, "stale": 0}
    for text in texts:
        thai = text.text.shown
        for source in (file, there):
            found = None if source is None else in_file(source, text.key, thai)
            if found is not None and found.entry is not None and found.state != "missing":
                entries.append(replace(found.entry, key=text.key))
                counts[found.state] += 1
                break
    imported = Imported(target, language, part.name, counts["done"], counts["stale"])
    return imported, write_po(language, part.name, map(stored, entries))
