"""PO files: the source of translations, one a file of the content and language.

They lie in ``content/translations/<language>/<file of the content>.po``. An entry's context is
the text's key, its msgid the Thai that it was made from.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path

import polib

from engine.diagnostics.messages import Message
from engine.diagnostics.problems import Problem, Problems
from engine.languages import LANGUAGE_PATTERN
from engine.loading.content import PO_SUFFIX, TRANSLATIONS
from engine.loading.files import decode, read_bytes
from engine.schema.text import Language
from engine.translation.keys import without_positions
from engine.translation.po_reader import RawEntry, read_entries

PART_HEADER = "X-Rusit-File"
"""The header that says of which file of the content the entries are."""


@dataclass(frozen=True, slots=True)
class Entry:
    """A translation.

    Attributes:
        key: of the text, see `keys`.
        source: the Thai it was made from.
        text: in the language of the file; empty: not translated.
        fuzzy: a person is to look at it again.
        previous: the Thai before, of a fuzzy entry that a tool has merged.
        comment: of the translator.
        line: of the entry in its file, from 1.
    """

    key: str
    source: str
    text: str
    fuzzy: bool = False
    previous: str = ""
    comment: str = ""
    line: int = 0

    @property
    def made_from(self) -> str:
        """The Thai that the translation is one of.

        It is the one before, if a tool only put the new one beside it.
        """
        return self.previous if self.fuzzy and self.previous else self.source


@dataclass(frozen=True)
class PoFile:
    """A PO file as it was read.

    Attributes:
        file: path as shown in messages.
        language, part: of its header; empty when it does not say.
        entries: by key, without those that nobody has translated.
        keys: of all entries, translated or not.
    """

    file: str
    language: Language
    part: str
    entries: dict[str, Entry]
    keys: frozenset[str]
    lines: tuple[str, ...]

    def at(self, entry: Entry, needle: str = "") -> tuple[int, int]:
        """Return line and column of an entry's translation, or of the needle in it."""
        begun = False
        for number, line in enumerate(self.lines[entry.line - 1 :], start=entry.line):
            begun = begun or line.startswith("msgstr")
            if begun and not line.startswith(("msgstr", '"')):
                break
            if begun and (not needle or needle in line):
                return number, max(line.find(needle), 0) + 1 if needle else 1
        return max(entry.line, 1), 1

    @cached_property
    def moved(self) -> dict[tuple[str, str], Entry]:
        """Entries by their key without positions and their Thai: a list may have grown."""
        return {(without_positions(e.key), e.made_from): e for e in self.entries.values()}


def po_path(root: Path, language: Language, part: str) -> Path:
    """Return where the translations of a file of the content stand."""
    return root / TRANSLATIONS / language / f"{part}{PO_SUFFIX}"


def languages_with_files(root: Path) -> list[Language]:
    """Return the languages that have a folder of translations, in order."""
    folder = root / TRANSLATIONS
    found = sorted(folder.iterdir()) if folder.is_dir() else []
    return [p.name for p in found if p.is_dir() and re.match(LANGUAGE_PATTERN, p.name)]


def read_po(path: Path, shown: str, problems: Problems) -> PoFile | None:
    """Return what the file holds; None after reporting why it cannot be read.

    What is wrong with single entries is reported, and those are left out.
    """
    raw = read_bytes(path, shown, problems)
    text = None if raw is None else decode(raw, shown, problems)
    return None if text is None else parse_po(text, shown, problems)


def parse_po(text: str, shown: str, problems: Problems) -> PoFile | None:
    """Return what that text of a PO file holds; None after reporting where it is damaged."""
    lines = tuple(text.split("\n"))
    before = len(problems)
    raw = read_entries(lines, shown, problems)
    if len(problems) > before:
        return None
    header = next((e.values["msgstr"] for e in raw if _is_header(e)), "")
    named = dict(line.partition(":")[::2] for line in header.split("\n") if ":" in line)
    return PoFile(
        shown,
        named.get("Language", "").strip().lower().replace("_", "-"),
        named.get(PART_HEADER, "").strip(),
        {e.key: e for e in _entries(raw, shown, problems) if e.text},
        frozenset(e.values.get("msgctxt", "") for e in raw),
        lines,
    )


def write_po(language: Language, part: str, entries: Iterable[polib.POEntry]) -> str:
    """Return the text of a PO file: the same entries, the same text."""
    # Lines are as long as the text: a changed word changes one line, and Thai has no spaces.
    file = polib.POFile(wrapwidth=0)
    file.metadata = {
        "Project-Id-Version": "rusit",
        "Language": language,
        "MIME-Version": "1.0",
        "Content-Type": "text/plain; charset=UTF-8",
        "Content-Transfer-Encoding": "8bit",
        PART_HEADER: part,
    }
    file.extend(entries)
    return f"{str(file).removeprefix('#').strip()}\n"


def stored(entry: Entry) -> polib.POEntry:
    """Return the entry as it is kept in the content: what can be found out anew is left out."""
    return polib.POEntry(
        msgctxt=entry.key,
        msgid=entry.made_from,
        msgstr=entry.text,
        tcomment=entry.comment,
        flags=["fuzzy"] if entry.fuzzy and not entry.previous else [],
    )


def _is_header(entry: RawEntry) -> bool:
    return "msgctxt" not in entry.values and not entry.values.get("msgid")


def _entries(raw: Iterable[RawEntry], shown: str, problems: Problems) -> Iterator[Entry]:
    """Yield the entries that can be used; report the others."""
    seen: set[str] = set()
    for entry in raw:
        values = entry.values
        key = values.get("msgctxt", "")
        if _is_header(entry):
            continue
        if not key:
            message = "an entry has no msgctxt, so nobody knows which text it is of"
            hint = "translate the files that `rusit translate export` writes"
            problems.add(Problem(shown, entry.line, 1, "LANG03", message, hint))
        elif "msgid_plural" in values:
            message = "plural forms of PO files are not used here"
            hint = "write them in the text: {years|one:year|other:years}"
            problems.add(Problem(shown, entry.line, 1, "LANG03", message, hint))
        elif key in seen:
            twice = Message("the text {key!r} stands here twice", key=key)
            problems.add(Problem(shown, entry.line, 1, "LANG04", twice, "keep one of the two"))
        else:
            seen.add(key)
            yield Entry(
                key,
                values.get("msgid", ""),
                values["msgstr"],
                "fuzzy" in entry.flags,
                entry.previous,
                entry.comment,
                entry.line,
            )
