"""The screen's own words, from the catalogue, and numbers as text."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date

from engine.catalogue import Catalogue
from engine.days import written_day, written_year
from engine.diagnostics.messages import Message
from engine.diagnostics.problems import RusitError
from engine.schema.text import Text


class InterfaceText:
    """Looks up `ui.KEY` and fills its places.

    Args:
        newer: says what the catalogue, kept with a saved game, has no words for.
    """

    def __init__(self, catalogue: Catalogue, newer: InterfaceText | None = None) -> None:
        self._words: Mapping[str, Text] = (
            catalogue.words if newer is None else {**newer._words, **catalogue.words}
        )
        self.language = catalogue.language

    def __call__(self, key: str, **values: str | int | Text) -> Text:
        """Return the text of that key, its `{name}` places filled; numbers get their commas.

        Raises:
            RusitError: UI03, the key is not in content/locale/ui.yaml.
        """
        text = self.at(f"ui.{key}")
        if not values:
            return text
        shown = {k: number(v) if isinstance(v, int) else v for k, v in values.items()}
        return _with_units(text.put(**shown))

    def at(self, key: str) -> Text:
        """Return the text of a key that names its locale file too: `web.animal.cat`.

        Raises:
            RusitError: UI03, that file does not have the key.
        """
        text = self._words.get(key)
        if text is None:
            raise missing_words(key)
        return text

    def day(self, day: date) -> str:
        """Return a day as readers of the screen write it."""
        return written_day(day, self.language)

    def year(self, buddhist: int) -> str:
        """Return a year of the Buddhist era as readers of the screen count."""
        return written_year(buddhist, self.language)


def missing_words(*keys: str) -> RusitError:
    """Return the error for keys that one locale file lacks; each names the file first."""
    name = keys[0].partition(".")[0]
    short = [key.removeprefix(f"{name}.") for key in keys]
    message = Message(
        "the words {words} are missing in content/locale/{name}.yaml",
        words=", ".join(short),
        name=name,
    )
    hint = Message("write `{key}:` there, with its Thai and English", key=short[0])
    return RusitError("UI03", message, hint=hint)


def _with_units(text: Text) -> Text:
    """Without the breaks that would part a number from the unit after it."""
    words = text.shown
    kept = tuple(b for b in text.breaks if not (words[b - 1] == " " and words[b - 2].isdigit()))
    return text if kept == text.breaks else text.model_copy(update={"breaks": kept})


def number(value: int) -> str:
    """Return a whole number as people write it: 14,300, and −1,200 with a true minus sign."""
    return f"{value:,}".replace("-", "−")


def plain(words: str | int) -> Text:
    """Return words that are never broken inside: a number, a sign."""
    return Text(shown=number(words) if isinstance(words, int) else words)


def joined(*parts: Text, between: str = " ") -> Text:
    """Return texts one after the other, each with its own break points."""
    keys = [f"p{n}" for n in range(len(parts))]
    frame = between.join("{" + key + "}" for key in keys)
    starts = tuple(frame.index("{" + key + "}") for key in keys[1:])
    values: dict[str, str | int | Text] = dict(zip(keys, parts, strict=True))
    return Text(shown=frame, breaks=starts).put(**values)
