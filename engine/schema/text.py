"""Text in Thai first, other languages beside it."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any, Literal

from pydantic import Field, ValidationInfo, model_validator
from pydantic_core import PydanticCustomError

from engine.diagnostics.messages import Message
from engine.schema.record import FactId, Record

Language = Literal["th", "en"]

WRITTEN_KEYS = frozenset({"th", "en"})


BlockKind = Literal["paragraph", "line", "bullet", "number"]
"""A `line` goes on in the paragraph or item before it, on a new line."""

Mark = Literal["strong", "em"]
MARKS: tuple[Mark, ...] = ("strong", "em")

BULLET = "• "
"""What an item of a list begins with in plain text; its block begins behind it."""


class Span(Record):
    """A marked stretch of a text, as offsets into its Thai."""

    start: int
    end: int
    mark: Mark


class TextBlock(Record):
    """A paragraph, line or list item of a rich text, as offsets into its Thai.

    Attributes:
        start: behind the bullet or number.
    """

    kind: BlockKind
    start: int
    end: int
    spans: tuple[Span, ...] = ()


class Text(Record):
    """One text. A person writes `th` (and `en`); compiling adds the rest.

    In YAML either a mapping `{th: …, en: …}` or, for Thai alone, a plain string.

    Attributes:
        th: Thai. After compiling: plain text, facts filled in, Markdown marks gone.
        en: English, or empty; readers fall back to Thai.
        breaks: offsets into `th` before which a line may begin (word boundaries).
        syllables: in Thai, read aloud; places that are filled in later count none. 0 before
            compiling.
        blocks: paragraphs and list items of the Thai, only if the text held Markdown.
        facts: the facts whose values stand in the text.
        unconfirmed: a grade D fact stands in the text, so a mark must be seen with it.
    """

    th: str = Field(min_length=1)
    en: str = ""
    breaks: tuple[int, ...] = ()
    syllables: int = Field(default=0, ge=0)
    blocks: tuple[TextBlock, ...] = ()
    facts: tuple[FactId, ...] = ()
    unconfirmed: bool = False

    @model_validator(mode="before")
    @classmethod
    def _accept_plain_thai(cls, data: Any, info: ValidationInfo) -> Any:
        written = bool(info.context and info.context.get("written"))
        if isinstance(data, str):
            data = {"th": data}
        elif not written and isinstance(data, Mapping) and "html" in data:
            # Catalogues of the first edition, kept with saved games, held HTML.
            data = {key: value for key, value in data.items() if key != "html"}
        if written and isinstance(data, Mapping):
            unknown = sorted(set(data) - WRITTEN_KEYS, key=str)
            if unknown and data[unknown[0]] is None:
                said = Message(
                    "a comma ends a text between brackets, so {unknown!r} is read as a key",
                    unknown=unknown[0],
                )
                hint = "put the whole text in quotes"
                raise PydanticCustomError("value", "{said}", {"said": said, "hint": hint})
            if unknown:
                raise ValueError(
                    Message(
                        "a text has the keys th and en only, not {unknown!r}", unknown=unknown[0]
                    )
                )
            if str(data.get("th")).isspace():
                raise ValueError("this text has nothing but spaces")
        return data

    def read(self, language: Language) -> str:
        """Return the text in that language, in Thai where there is none."""
        return self.en if language == "en" and self.en else self.th

    def put(self, **values: str | int | Text) -> Text:
        """Return the text with `{name}` places filled, its break points moved along.

        Args:
            values: what stands in each place; a `Text` brings its own break points,
                a plain string is never broken inside.
        """
        thai: list[str] = []
        breaks: list[int] = []
        length = 0
        position = 0
        known = set(self.breaks)

        def take(piece: str, at: int) -> None:
            nonlocal length
            breaks.extend(length + i for i in range(len(piece)) if at + i in known)
            thai.append(piece)
            length += len(piece)

        for start, end, name in _places(self.th, values):
            take(self.th[position:start], position)
            value = values[name]
            inner = value if isinstance(value, Text) else None
            if start in known:
                breaks.append(length)
            if inner is not None:
                breaks.extend(length + b for b in inner.breaks)
            shown = inner.th if inner is not None else str(value)
            thai.append(shown)
            length += len(shown)
            position = end
        take(self.th[position:], position)
        english: list[str] = []
        position = 0
        for start, end, name in _places(self.en, values):
            value = values[name]
            shown = value.read("en") if isinstance(value, Text) else str(value)
            english += (self.en[position:start], shown)
            position = end
        english.append(self.en[position:])
        marked = self.unconfirmed or any(
            isinstance(v, Text) and v.unconfirmed for v in values.values()
        )
        return self.model_copy(
            update={
                "th": "".join(thai),
                "en": "".join(english),
                "breaks": tuple(sorted(set(breaks))),
                "syllables": self.syllables
                + sum(v.syllables for v in values.values() if isinstance(v, Text)),
                "blocks": (),
                "unconfirmed": marked,
            }
        )


def _places(template: str, values: Mapping[str, object]) -> list[tuple[int, int, str]]:
    """Return every `{name}` of `values` in the template, as (start, end, name), in order."""
    found: list[tuple[int, int, str]] = []
    for name in values:
        needle = "{" + name + "}"
        start = template.find(needle)
        while start >= 0:
            found.append((start, start + len(needle), name))
            start = template.find(needle, start + len(needle))
    return sorted(found)
