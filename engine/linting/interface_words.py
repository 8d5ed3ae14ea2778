"""Words of screens and sheets: a content folder of one's own has all that the program asks for.

The program's own `content/locale` says which those are. A missing word would be reported
only by the screen that needs it, in the middle of a game. These are warnings: whoever never
opens that screen can do without.
"""

from __future__ import annotations

import re
from pathlib import Path

from engine.diagnostics.messages import Message
from engine.diagnostics.problems import Problem, Problems
from engine.linting.context import LintContext
from engine.loading.content import default_root
from engine.loading.similar_names import closest_name
from engine.loading.source_map import SourceMap
from engine.loading.validation import records
from engine.loading.yaml_loader import read_document
from engine.resolving.placeholders import PLACE, is_fact_place, place_name
from engine.schema.text import Text

RULES = "rules"
"""The locale file with the rules of the game."""

_COUNTED_LINE = re.compile(r"rules\.[a-z]+\.\d+")
"""A line of the rules of the game: a section has as many as it is given."""


def check_words(context: LintContext) -> None:
    """Check that no word of the program is missing, and that each has only known places."""
    _check_rules(context)
    ours, theirs = default_root() / "locale", context.written.root / "locale"
    if not theirs.is_dir() or theirs.resolve() == ours.resolve():
        return
    for path in sorted(ours.glob("*.yaml")):
        document = context.written.documents.get(f"locale.{path.stem}")
        if document is not None and document.text != path.read_text(encoding="utf-8"):
            _check_file(context, path, document)
        elif not (theirs / path.name).exists():
            message, hint = (
                Message("there is no {path} in it", path=path.name),
                "copy it from the program's own content",
            )
            context.problems.add(Problem(str(theirs), 1, 1, "WORD01", message, hint, "warning"))


def _check_file(context: LintContext, path: Path, document: SourceMap) -> None:
    asked, written = _own_words(path), context.written.words
    unasked = document.data.keys() - asked.keys()
    missing: list[str] = []
    for key, text in asked.items():
        whole = f"{path.stem}.{key}"
        if whole in written:
            if path.stem != RULES:
                filled = set(_places(text))
                _check_places(context, document, key, written[whole], filled)
        elif _COUNTED_LINE.fullmatch(whole):
            continue
        elif slip := closest_name(key, unasked, cutoff=0.8):
            line, col = document.at((slip,), key=True)
            message, hint = (
                Message("no screen asks for the word {slip!r}", slip=slip),
                Message("did you mean {close}?", close=key),
            )
            context.problems.add(
                Problem(document.file, line, col, "WORD01", message, hint, "warning")
            )
        else:
            missing.append(key)
    if missing:
        message = Message(
            "words that screens ask for are missing ({count}): {names}",
            count=len(missing),
            names=", ".join(missing),
        )
        hint = Message(
            "write each with its Thai and English: `{missing}: {{th: …, en: …}}`",
            missing=missing[0],
        )
        context.problems.add(Problem(document.file, 1, 1, "WORD01", message, hint, "warning"))


def _check_rules(context: LintContext) -> None:
    """Check that the places in lines of the rules are numbers of the game."""
    document = context.written.documents.get(f"locale.{RULES}")
    # The rules' texts leave out what the ids of the game's numbers begin with.
    numbers = {row.id.removeprefix("life_") for row in context.written.game.tuning}
    if context.written.village is not None:
        numbers |= context.written.village.storm.figures.keys()
    if document is not None and numbers:
        for key in document.data:
            text = context.written.words[f"{RULES}.{key}"]
            _check_places(context, document, key, text, numbers)


def _check_places(
    context: LintContext, document: SourceMap, key: str, text: Text, filled: set[str]
) -> None:
    """Check that every place is filled; others would be shown with their braces."""
    for place in dict.fromkeys(_places(text)):
        if place not in filled and not is_fact_place(place):
            line, col = document.within((key,), f"{{{place}}}")
            close = closest_name(place, filled, cutoff=0.6)
            message = Message("nothing fills {{{place}}} in the word {key!r}", place=place, key=key)
            hint = Message("did you mean {{{close}}}?", close=close) if close else "take it out"
            context.problems.add(
                Problem(document.file, line, col, "WORD02", message, hint, "warning")
            )


def _places(text: Text) -> list[str]:
    """Return what stands in braces, in every language written there."""
    return [place_name(inner) for _, words in text.written for inner in PLACE.findall(words)]


def _own_words(path: Path) -> dict[str, Text]:
    problems = Problems()
    document = read_document(path, path.name, problems)
    found: dict[str, Text] | None = None
    if document is not None:
        found = records(document, dict[str, Text], problems)
    return found or {}
