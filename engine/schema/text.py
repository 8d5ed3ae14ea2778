"""Text: as people write it, in Thai first; compiled, in the language of its catalogue."""

from __future__ import annotations

import re
from collections.abc import Mapping
from typing import Annotated, Any, Literal

from pydantic import Field, StringConstraints, ValidationInfo, model_validator
from pydantic_core import PydanticCustomError

from engine.diagnostics.messages import Message
from engine.languages import LANGUAGE_PATTERN, SOURCE
from engine.schema.record import FactId, Record

Language = Annotated[str, StringConstraints(pattern=LANGUAGE_PATTERN)]
"""A language's code, see `engine.languages`."""

BESIDE: tuple[Language, ...] = ("en",)
"""Languages that may stand beside the Thai, where the content lists none of its own."""

BlockKind = Literal["paragraph", "line", "bullet", "number"]
"""A `line` goes on in the paragraph or item before it, on a new line."""

Mark = Literal["strong", "em"]
MARKS: tuple[Mark, ...] = ("strong", "em")

BULLET = "• "
"""What an item of a list begins with in plain text; its block begins behind it."""


class Span(Record):
    """A marked stretch of a text, as offsets into what is shown."""

    start: int
    end: int
    mark: Mark


class TextBlock(Record):
    """A paragraph, line or list item of a rich text, as offsets into what is shown.

    Attributes:
        start: behind the bullet or number.
    """

    kind: BlockKind
    start: int
    end: int
    spans: tuple[Span, ...] = ()


class Text(Record):
    """One text.

    A person writes Thai, and may write translations beside it; compiling chooses one language
    and adds the rest.

    In YAML either a plain string, which is Thai, or a mapping `{th: …, en: …}`.

    Attributes:
        shown: what readers see, in the language of the catalogue: plain text, facts filled in,
            Markdown marks gone. Before compiling: the Thai as it was written.
        beside: translations written in the same place, as (language, text). None once compiled.
        breaks: offsets into `shown` before which a line may begin (word boundaries).
        syllables: read aloud; places that are filled in later count none. 0 before compiling.
        blocks: paragraphs and list items, only if the text held Markdown.
        facts: the facts whose values stand in the text.
        unconfirmed: a grade D fact stands in the text, so a mark must be seen with it.
        untranslated: why the text is Thai in a catalogue of another language.
    """

    shown: str = Field(min_length=1, validation_alias="th")
    beside: tuple[tuple[Language, str], ...] = ()
    breaks: tuple[int, ...] = ()
    syllables: int = Field(default=0, ge=0)
    blocks: tuple[TextBlock, ...] = ()
    facts: tuple[FactId, ...] = ()
    unconfirmed: bool = False
    untranslated: Literal["missing", "stale"] | None = None

    @model_validator(mode="before")
    @classmethod
    def _accept_plain_thai(cls, data: Any, info: ValidationInfo) -> Any:
        written = bool(info.context and info.context.get("written"))
        if isinstance(data, str):
            data = {SOURCE: data}
        if not isinstance(data, Mapping):
            return data
        if not written:
            # Catalogues of earlier editions, kept with saved games, held HTML and English.
            return {key: value for key, value in data.items() if key not in ("html", "en")}
        known: tuple[Language, ...] = (info.context or {}).get("languages", BESIDE)
        unknown = sorted(set(data) - {SOURCE, *known}, key=str)
        if unknown and data[unknown[0]] is None:
            message = Message(
                "a comma ends a text between brackets, so {unknown!r} is read as a key",
                unknown=unknown[0],
            )
            hint = "put the whole text in quotes"
            raise PydanticCustomError("value", "{said}", {"said": message, "hint": hint})
        if unknown:
            raise ValueError(
                Message(
                    "a text has the keys {known} only, not {unknown!r}",
                    known=", ".join((SOURCE, *known)),
                    unknown=unknown[0],
                )
            )
        if str(data.get(SOURCE)).isspace():
            raise ValueError("this text has nothing but spaces")
        beside = tuple(
            (language, text) for language, text in data.items() if language != SOURCE and text != ""
        )
        source = {SOURCE: data[SOURCE]} if SOURCE in data else {}
        return {**source, "beside": beside} if beside else source

    @property
    def written(self) -> tuple[tuple[Language, str], ...]:
        """Return what a person wrote here, as (language, text): the Thai first."""
        return ((SOURCE, self.shown), *self.beside)

    def put(self, **values: str | int | Text) -> Text:
        """Return the text with `{name}` places filled, its break points moved along.

        A place ``{n|one:year|other:years}`` takes the form that fits the count `n`.

        Args:
            values: what stands in each place; a `Text` brings its own break points,
                a plain string is never broken inside.
        """
        pieces: list[str] = []
        breaks: list[int] = []
        length = 0
        position = 0
        known = set(self.breaks)

        def take(piece: str, at: int) -> None:
            nonlocal length
            breaks.extend(length + i for i in range(len(piece)) if at + i in known)
            pieces.append(piece)
            length += len(piece)

        for start, end, name in _places(self.shown, values):
            take(self.shown[position:start], position)
            inside = self.shown[start + 1 : end - 1]
            value = values[name] if inside == name else _form(inside, values[name])
            inner = value if isinstance(value, Text) else None
            if start in known:
                breaks.append(length)
            if inner is not None:
                breaks.extend(length + b for b in inner.breaks)
            shown = inner.shown if inner is not None else str(value)
            pieces.append(shown)
            length += len(shown)
            position = end
        take(self.shown[position:], position)
        marked = self.unconfirmed or any(
            isinstance(v, Text) and v.unconfirmed for v in values.values()
        )
        return self.model_copy(
            update={
                "shown": "".join(pieces),
                "breaks": tuple(sorted(set(breaks))),
                "syllables": self.syllables
                + sum(v.syllables for v in values.values() if isinstance(v, Text)),
                "blocks": (),
                "unconfirmed": marked,
            }
        )


_FORMS = re.compile(r"\{([^{}|]+)\|one:([^{}|]*)\|other:([^{}|]*)\}")
"""A word that depends on a count: ``{n|one:year|other:years}``."""


def _form(inside: str, count: object) -> str:
    """Return the form of a word for that count."""
    _, one, other = inside.split("|")
    shown = count.shown if isinstance(count, Text) else str(count)
    return (one if shown.rstrip("*") == "1" else other).partition(":")[2]


def _places(template: str, values: Mapping[str, object]) -> list[tuple[int, int, str]]:
    """Return every place of `values` in the template, as (start, end, name), in order."""
    found: list[tuple[int, int, str]] = []
    for name in values:
        needle = "{" + name + "}"
        start = template.find(needle)
        while start >= 0:
            found.append((start, start + len(needle), name))
            start = template.find(needle, start + len(needle))
    if "|one:" in template:
        found += [(*m.span(), m[1]) for m in _FORMS.finditer(template) if m[1] in values]
    return sorted(found)
