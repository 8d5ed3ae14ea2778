"""Words of screens and sheets: a content folder of one's own has all that the program asks for.

The program's own `content/locale` says which those are. A word that is missing would be told
only by the screen that needs it, in the middle of a game. These are warnings: whoever never
opens that screen can do without.
"""

from __future__ import annotations

import re
from pathlib import Path

from engine.checks.ground import Ground
from engine.content import default_root
from engine.document import Document
from engine.filling import PLACE
from engine.model.text import Text
from engine.nearest import nearest
from engine.problems import Problem, Problems
from engine.reading import read_document
from engine.shapes import records

_COUNTED_LINE = re.compile(r"rules\.[a-z]+\.\d+")
"""A line of the rules of the game: a section has as many as it is given."""


def check_words(ground: Ground) -> None:
    """No word of the program's own is missing, and each has only places that are filled in."""
    ours, theirs = default_root() / "locale", ground.written.root / "locale"
    if not theirs.is_dir() or theirs.resolve() == ours.resolve():
        return
    for path in sorted(ours.glob("*.yaml")):
        document = ground.written.documents.get(f"locale.{path.stem}")
        if document is not None and document.text != path.read_text(encoding="utf-8"):
            _check_file(ground, path, document)
        elif not (theirs / path.name).exists():
            said, hint = f"there is no {path.name} in it", "copy it from the program's own content"
            ground.problems.add(Problem(str(theirs), 1, 1, "WORD01", said, hint, "warning"))


def _check_file(ground: Ground, path: Path, document: Document) -> None:
    asked, written = _own_words(path), ground.written.words
    unasked = document.data.keys() - asked.keys()
    missing: list[str] = []
    for key, text in asked.items():
        whole = f"{path.stem}.{key}"
        if whole in written:
            _check_places(ground, document, key, text, written[whole])
        elif slip := nearest(key, unasked, cutoff=0.8):
            line, col = document.at((slip,), key=True)
            said, hint = f"no screen asks for the word {slip!r}", f"did you mean {key}?"
            ground.problems.add(Problem(document.file, line, col, "WORD01", said, hint, "warning"))
        elif not _COUNTED_LINE.fullmatch(whole):
            missing.append(key)
    if missing:
        said = f"{len(missing)} words that screens ask for are missing: {', '.join(missing)}"
        hint = f"write `{missing[0]}:` with its Thai and English, and the others too"
        ground.problems.add(Problem(document.file, 1, 1, "WORD01", said, hint, "warning"))


def _check_places(ground: Ground, document: Document, key: str, ours: Text, theirs: Text) -> None:
    """A place that nothing fills would be seen as it is written, braces and all."""
    filled = set(PLACE.findall(f"{ours.th}{ours.en}"))
    for place in dict.fromkeys(PLACE.findall(f"{theirs.th}{theirs.en}")):
        if place not in filled:
            line, col = document.within((key,), f"{{{place}}}")
            said = f"nothing fills {{{place}}} in the word {key!r}"
            known = ", ".join(f"{{{name}}}" for name in sorted(filled))
            hint = f"its places are {known}" if known else "it has no places"
            ground.problems.add(Problem(document.file, line, col, "WORD02", said, hint, "warning"))


def _own_words(path: Path) -> dict[str, Text]:
    problems = Problems()
    document = read_document(path, path.name, problems)
    found: dict[str, Text] | None = None
    if document is not None:
        found = records(document, dict[str, Text], problems)
    return found or {}
