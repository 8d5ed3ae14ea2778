"""The content folder, read and typed: what every later stage starts from."""

from __future__ import annotations

import re
from pathlib import Path
from typing import Any

from engine.diagnostics.messages import Message
from engine.diagnostics.problems import Problem, Problems
from engine.languages import SOURCE
from engine.loading.content import LANGUAGES, MOST_LOOKED_FOR, SHARED, Content, content_files
from engine.loading.files import read_bytes, read_text, shown_path
from engine.loading.similar_names import closest_name
from engine.loading.source_map import SourceMap
from engine.loading.validation import records
from engine.loading.yaml_loader import parse_document
from engine.schema.language import ContentLanguage
from engine.schema.module import Module
from engine.schema.record import LONGEST_NAME
from engine.schema.supplement import Rights, Supplement
from engine.schema.text import Language, Text

READING_ORDER = ("section40", "gold_card", "nsf", "sogiesc", "hormones")


class ParseCache:
    """Files as they were last read, for who reads the content again at every save."""

    def __init__(self) -> None:
        self._kept: dict[Path, tuple[bytes, SourceMap, Any]] = {}
        self._languages: tuple[Language, ...] = ()

    def set_languages(self, languages: tuple[Language, ...]) -> None:
        """Take those languages for the ones that may stand beside the Thai; none: the usual."""
        if languages != self._languages:
            self._kept.clear()
            self._languages = languages

    def read(self, path: Path, kind: Any, problems: Problems) -> tuple[SourceMap | None, Any]:
        """Return the file's source map and its value; None after reporting what is wrong."""
        shown = shown_path(path)
        raw = read_bytes(path, shown, problems)
        if raw is None:
            return None, None
        kept = self._kept.get(path)
        if kept is not None and kept[0] == raw:
            return kept[1], kept[2]
        before = len(problems)
        document = parse_document(raw, shown, problems)
        value = None if document is None else records(document, kind, problems, self._languages)
        if document is not None and value is not None and len(problems) == before:
            self._kept[path] = raw, document, value
        return document, value


def read_content(root: Path, problems: Problems, parse_cache: ParseCache | None = None) -> Content:
    """Return all content under `root`; whatever is wrong is reported to `problems`.

    Args:
        parse_cache: what an earlier reading left, when there was one.

    Raises:
        RusitError: FILE02 when there is no content at all.
    """
    content = Content(root)
    parse_cache = parse_cache or ParseCache()
    kinds = {name: (attribute, kind) for name, attribute, kind in SHARED}
    files = content_files(root)
    parse_cache.set_languages(listed_languages(root, parse_cache))
    folders = {folder: [p for p in files if p.parent == root / folder] for folder in _HOLDERS}
    _report_ignored_files(root, files, problems)
    for folder, paths in folders.items():
        _read_rights(content, _HOLDERS[folder], paths, parse_cache, problems)
    content.modules.sort(key=lambda m: (_module_order(m.id), m.id))
    for path in files[sum(map(len, folders.values())) :]:
        if path.name == "keep_together.txt":
            content.keep_together = _read_names(path, shown_path(path), problems)
            continue
        is_locale = path.parent.name == "locale"
        attribute, kind = (
            (f"locale.{path.stem}", dict[str, Text]) if is_locale else kinds[path.name]
        )
        document, value = parse_cache.read(path, kind, problems)
        if document is None:
            content.unread[attribute] = shown_path(path)
        elif value is None:
            content.broken.append(document)
        else:
            content.documents[attribute] = document
            if is_locale:
                content.words.update({f"{path.stem}.{key}": text for key, text in value.items()})
            else:
                setattr(content, attribute, value)
    return content


def listed_languages(root: Path, parse_cache: ParseCache | None = None) -> tuple[Language, ...]:
    """Return the languages that the content lists, without Thai; its problems are not told."""
    path = root / LANGUAGES
    cache = parse_cache or ParseCache()
    listed = cache.read(path, list[ContentLanguage], Problems())[1] if path.exists() else None
    return tuple(one.id for one in listed or () if one.id != SOURCE)


_LIKE_CONTENT = re.compile(r"[^.].*\.ya?ml(\.txt)?", re.IGNORECASE)


def _report_ignored_files(root: Path, files: list[Path], problems: Problems) -> None:
    """Report files that look like content but have a name that is not read."""
    # Windows finds sources.yaml when it is called Sources.yaml.
    read = {str(path).lower() for path in files}
    for folder in (root, root / "modules", root / "supplements", root / "locale"):
        for path in sorted(folder.iterdir()) if folder.is_dir() else ():
            if str(path).lower() in read or not _LIKE_CONTENT.fullmatch(path.name):
                continue
            name = re.split(r"\.ya?ml", path.name, flags=re.IGNORECASE)[0] + ".yaml"
            if folder == root:
                name = closest_name(name, [file for file, _, _ in SHARED], cutoff=0.7) or ""
            hint = (
                Message("call it {name}", name=name)
                if name
                else "modules stand in the folder `modules`"
            )
            if str(folder / name).lower() in read:
                hint = Message("{name} is read already: keep one of the two here", name=name)
            said = "this file is not read: no content has that name"
            problems.add(Problem(shown_path(path), 1, 1, "FILE05", said, hint, "warning"))


_HOLDERS: dict[str, type[Module] | type[Supplement]] = {
    "modules": Module,
    "supplements": Supplement,
}
"""What the files of a folder hold, one of it a file."""


def _read_rights(
    content: Content,
    kind: type[Module] | type[Supplement],
    paths: list[Path],
    parse_cache: ParseCache,
    problems: Problems,
) -> None:
    read: list[tuple[Path, SourceMap, Rights]] = []
    for path in paths:
        document, holder = parse_cache.read(path, kind, problems)
        if document is None:
            content.unread.setdefault("modules", shown_path(path))
        elif holder is None:
            content.broken.append(document)
        else:
            read.append((path, document, holder))
    # A file called after its id comes first: of two with one id, the other is the copy.
    for path, document, holder in sorted(read, key=lambda m: m[0].stem != m[2].id):
        _take_rights(content, path, document, holder, problems)


def _module_order(module: str) -> int:
    return READING_ORDER.index(module) if module in READING_ORDER else len(READING_ORDER)


def _take_rights(
    content: Content, path: Path, document: SourceMap, holder: Rights, problems: Problems
) -> None:
    line, col = document.at(("id",))
    kind = Message(type(holder).__name__.lower())
    if holder.id in content.documents:
        first = content.documents[holder.id]
        message = Message(
            "the {kind} id {holder!r} stands twice; first at {file}:{line}",
            kind=kind,
            holder=holder.id,
            file=first.file,
            line=first.at(("id",))[0],
        )
        hint = Message(
            "is this file a copy? remove it, or give the {kind} and all in it other ids", kind=kind
        )
        problems.add(Problem(document.file, line, col, "ID01", message, hint))
        # All its other ids stand twice as well, and are not reported.
        content.broken.append(document)
        return
    if holder.id != path.stem:
        message = Message(
            "the {kind}'s id is {holder!r} but its file is called {path}",
            kind=kind,
            holder=holder.id,
            path=path.name,
        )
        hint = Message("rename the file to {holder}.yaml, or change the id", holder=holder.id)
        problems.add(Problem(document.file, line, col, "ID03", message, hint))
    if isinstance(holder, Module):
        content.modules.append(holder)
    else:
        content.supplements.append(holder)
    content.documents[holder.id] = document


def _read_names(path: Path, shown: str, problems: Problems) -> list[str]:
    lines = (read_text(path, shown, problems) or "").split("\n")
    named = [(n, line.strip()) for n, line in enumerate(lines, start=1) if not line.startswith("#")]
    names = [(n, name) for n, name in named if name]
    for n, name in names:
        if len(name) > LONGEST_NAME:
            message = Message(
                "a name of {count:,} characters; the most is {longest_name}",
                count=len(name),
                longest_name=LONGEST_NAME,
            )
            hint = "a name is one or a few words that no line may split"
            problems.add(Problem(shown, n, 1, "NAME01", message, hint))
    if len(names) > MOST_LOOKED_FOR:
        message = Message(
            "{count:,} names are kept together; the most is {most_looked_for:,}",
            count=len(names),
            most_looked_for=MOST_LOOKED_FOR,
        )
        hint = "names of one module stand in its own `keep_together`"
        problems.add(Problem(shown, names[MOST_LOOKED_FOR][0], 1, "NAME01", message, hint))
    return [name for _, name in names[:MOST_LOOKED_FOR]]
