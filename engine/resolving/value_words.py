"""Values, units, days and payments in words of a language: those of the engine itself.

They stand in `value_words.yaml` in Thai and English, and are translated like any other text.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from functools import cache
from pathlib import Path

from engine.days import written_day
from engine.diagnostics.problems import Problems
from engine.languages import SOURCE
from engine.loading.source_map import SourceMap
from engine.loading.validation import records
from engine.loading.yaml_loader import read_document
from engine.schema.text import Language, Text

PART = "engine/values"
"""What this file is called among the files that are translated."""

_FILE = Path(__file__).with_suffix(".yaml")
_SHOWN = "engine/resolving/value_words.yaml"


@dataclass(frozen=True, slots=True)
class ValueWords:
    """The engine's words in one language.

    Attributes:
        texts: by key, with places for numbers.
    """

    language: Language
    texts: Mapping[str, Text]

    def say(self, key: str, **values: str) -> str:
        """Return the words of that key, their places filled."""
        return self.texts[key].put(**values).shown

    def day(self, when: date) -> str:
        """Return the day as readers of the language write it."""
        return written_day(when, self.language)


@cache
def written_words() -> tuple[SourceMap, dict[str, Text]]:
    """Return the words as they are written, and where."""
    problems = Problems()
    document = read_document(_FILE, _SHOWN, problems)
    words = None if document is None else records(document, dict[str, Text], problems)
    if document is None or words is None:
        raise AssertionError(f"{_SHOWN} is damaged: {list(problems)}")
    return document, words


@cache
def thai_words() -> ValueWords:
    """Return the words in Thai."""
    return ValueWords(SOURCE, written_words()[1])


@cache
def words_beside(language: Language) -> ValueWords:
    """Return the words in a language that stands beside the Thai; in Thai if it does not."""
    texts = {
        key: Text(shown=dict(text.beside).get(language, text.shown))
        for key, text in written_words()[1].items()
    }
    return ValueWords(language, texts)
