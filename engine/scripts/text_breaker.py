"""Break points of a text of any language: each stretch by the rules of its script."""

from __future__ import annotations

import re

from engine.days import icu_missing
from engine.languages import SOURCE
from engine.thai.word_breaks import WordBreaker

_PLACE = re.compile(r"\{[^{}]*\|[^{}]*\}")
"""A place with forms of a word: what is in it is not shown as it stands."""
_HYPHEN = re.compile(r"(?<=[^\W\d_])[-–—/](?=[^\W\d_])")
_AMOUNT = re.compile(
    r"(?<=\d) (?=(?:baht|per cent|years?|months?|weeks?|days?|hours?|minutes?|times?)\b)"
)
"""A number keeps its unit: ``300 | baht`` would part the amount from it."""
_WITHOUT_SPACES = re.compile(
    "[\u1780-\u17ff\u0e80-\u0eff]+|[\u1000-\u109f\uaa60-\uaa7f\ua9e0-\ua9ff]+"
)
_MYANMAR = re.compile("[\u1000-\u109f\uaa60-\uaa7f\ua9e0-\ua9ff]")
# A consonant begins a syllable unless it is stacked below another one or closes a syllable.
_MYANMAR_SYLLABLE = re.compile(
    "(?<!\u1039)[\u1000-\u1022\u103f\u1075-\u1081\u108e\uaa60-\uaa6f\uaa71-\uaa73\uaa7a\uaa7e\uaa7f]"
    "(?![\u1037\u1087-\u108d]?[\u1039\u103a])"
)


class TextBreaker:
    """Finds break points in the texts of a catalogue.

    Thai in it is broken at words in every language: names of programmes stay Thai.

    Args:
        thai: finds spaces and Thai words.
        language: of the catalogue.
    """

    def __init__(self, thai: WordBreaker, language: str = SOURCE) -> None:
        self._thai = thai
        self._language = language

    def breaks(self, text: str) -> tuple[int, ...]:
        """Return offsets before which a line may begin, in order.

        Raises:
            RusitError: LANG14, a script needs ICU, which is not installed.
        """
        found = self._thai.breaks(text)
        if self._language == SOURCE:
            return found
        places = {*found, *(match.end() for match in _HYPHEN.finditer(text))}
        places -= {match.end() for match in _AMOUNT.finditer(text)}
        for run in _WITHOUT_SPACES.finditer(text):
            places.update(run.start() + b for b in self._run_breaks(run.group()))
        for match in _PLACE.finditer(text):
            places -= set(range(match.start() + 1, match.end()))
        return tuple(sorted(places - {0, len(text)}))

    def remember(self) -> None:
        """Keep what was found for the next build."""
        self._thai.remember()

    def _run_breaks(self, run: str) -> list[int]:
        """Return word boundaries in a run of a script that is written without spaces."""
        if _MYANMAR.match(run) and self._language != "my":
            # ICU knows Burmese words alone, and cuts those of Shan inside a syllable.
            return [match.start() for match in _MYANMAR_SYLLABLE.finditer(run)]
        try:
            from icu4py.breakers import LineBreaker
        except ImportError:
            raise icu_missing(self._language) from None
        offsets, position = [], 0
        for segment in LineBreaker(run, self._language):
            position += len(str(segment))
            offsets.append(position)
        return offsets
