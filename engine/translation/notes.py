"""Notes for translators: what a text is, how long it may be, what fills its places."""

from __future__ import annotations

import re
from collections.abc import Mapping
from typing import Any

from engine.resolving.facts import ResolvedFact
from engine.resolving.placeholders import PLACE, FillError, is_fact_place, place_name, place_value
from engine.resolving.value_words import PART, ValueWords
from engine.schema.documentation import field_description, summary
from engine.schema.record import Record, RecordPath
from engine.translation.keys import SourceText

_WORDS = {
    "locale/ui": "Words of the game and the practice app on a screen.",
    "locale/print": "Words of the printed sheets and cards.",
    "locale/web": "Words of the practice page on a phone.",
    "locale/rules": "The rules of the game, on paper and on a screen.",
    "locale/simulate": "Words on pictures about many simulated games.",
    "locale/draft": "The mark of a draft.",
    PART: "How values and payments are said, everywhere; the places are numbers.",
}
_TIGHT = re.compile(
    r"^(questions|myths|situations)/|(^|/)(title|short|label|head)$|^(dreams|tools|titles)/"
)
"""Texts on cards and boards, whose space is given."""
_LONGER = 1.25
"""How much longer than the Thai a text may be where space is tight."""
_SHORT = 12
"""Characters that even the shortest text may have."""


def notes(
    text: SourceText,
    thai: Mapping[str, ResolvedFact],
    facts: Mapping[str, ResolvedFact],
    words: ValueWords,
) -> str:
    """Return the note on a text, a line each for what it is, its length and its places.

    Args:
        thai: facts as a Thai text shows them; `facts` and `words` as one of the language does.
    """
    lines = [_what(text)]
    if _TIGHT.search(text.key) or text.part.name.startswith("locale/"):
        most = max(_SHORT, round(len(text.text.shown) * _LONGER))
        lines.append(f"Space is tight: at most about {most} characters.")
    if "**" in text.text.shown or re.search(r"(?m)^\s*([-*]|\d+\.) ", text.text.shown):
        lines.append("Keep the Markdown: **bold**, and the lists line by line.")
    for inner in dict.fromkeys(match[1] for match in PLACE.finditer(text.text.shown)):
        lines.append(_place(inner, thai, facts, words))
    return "\n".join(lines)


def _what(text: SourceText) -> str:
    if text.part.name in _WORDS:
        return _WORDS[text.part.name]
    record, field = _owner(text.part.value, text.place)
    if record is None:
        return ""
    alias = record.model_fields[field].alias or field
    meaning = field_description(record, field)
    return f"{summary(record)} {alias}{f': {meaning}' if meaning else ''}."


def _owner(value: Any, place: RecordPath) -> tuple[type[Record] | None, str]:
    """Return the record a text belongs to, and its field there."""
    found: tuple[type[Record] | None, str] = None, ""
    for step in place:
        if isinstance(value, Record):
            fields = {(f.alias or name): name for name, f in type(value).model_fields.items()}
            found = type(value), fields[str(step)]
            value = getattr(value, fields[str(step)])
        else:
            value = value[step]
    return found


def _place(
    inner: str,
    thai: Mapping[str, ResolvedFact],
    facts: Mapping[str, ResolvedFact],
    words: ValueWords,
) -> str:
    if not is_fact_place(inner):
        return f"{{{inner}}}: the screen fills in {place_name(inner)}."
    try:
        there = place_value(inner, thai)[0].shown
        here = place_value(inner, facts, words)[0].shown
    except FillError:
        return f"{{{inner}}}: a fact."
    return f"{{{inner}}} prints today: {here}" + (f" (Thai: {there})" if here != there else "")
