"""The sheets' own words, from `content/locale/print.yaml` by way of the catalogue."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date
from functools import cached_property
from hashlib import sha256

from engine.catalogue import Catalogue
from engine.days import short_day, written_day
from engine.diagnostics.messages import Message
from engine.diagnostics.problems import RusitError
from engine.languages import SOURCE, Script
from engine.schema.text import Text
from printables.text.typefaces import script_of

PREFIX = "print."


class SheetText(dict[str, Text]):
    """Sheet words by key, without the prefix. A missing one is a content error.

    Attributes:
        language: of the words.
    """

    language: str = SOURCE

    def __missing__(self, key: str) -> Text:
        message = Message(
            "the sheets need the words {prefix}{key}, and no locale file has them",
            prefix=PREFIX,
            key=key,
        )
        hint = Message("write `{key}:` in content/locale/print.yaml", key=key)
        raise RusitError("PRINT07", message, hint=hint)

    @cached_property
    def letters(self) -> tuple[str, ...]:
        """Return the letters of a question's options and of the answer paddles."""
        return tuple(self["letters"].shown.split())

    @cached_property
    def script(self) -> Script:
        """Return the script of most of the words: it decides the font and the height of a line."""
        return script_of("".join(text.shown for text in self.values()))

    @cached_property
    def digest(self) -> str:
        """Hash of all words and of where their lines may break."""
        total = sha256(self.language.encode())
        for key in sorted(self):
            total.update(repr((key, self[key].shown, self[key].breaks)).encode())
        return total.hexdigest()

    def put(self, key: str, **values: str | int | Text) -> Text:
        """Return the words with their ``{places}`` filled."""
        return self[key].put(**values)

    def day(self, day: date) -> str:
        """Return a day as readers of the sheet write it."""
        return written_day(day, self.language)

    def short_day(self, day: date) -> str:
        """Return a day for small print."""
        return short_day(day, self.language)


def words_of(catalogue: Catalogue) -> SheetText:
    """Return all words that sheets may use."""
    words = SheetText(_sheet_words(catalogue.words))
    words.language = catalogue.language
    return words


def _sheet_words(words: Mapping[str, Text]) -> dict[str, Text]:
    return {k.removeprefix(PREFIX): w for k, w in words.items() if k.startswith(PREFIX)}
