"""Messages to people: written in English in the code, in Thai in one catalogue.

`messages.th.yaml` maps each English sentence, or template, to its Thai one. The English stands
where it is said, so that the code can be read and nothing is named twice.
"""

from __future__ import annotations

from collections.abc import Mapping
from contextvars import ContextVar
from functools import cache
from pathlib import Path
from typing import Any, Literal

import yaml

MessageLanguage = Literal["th", "en"]
"""A language in which the program itself speaks; content may be read in others too."""

LANGUAGE: ContextVar[MessageLanguage] = ContextVar("LANGUAGE", default="en")
"""The language in which messages are shown: the code's, unless the command line sets another."""

_LONGEST_VALUE = 200
"""Characters of a value that is quoted in a message."""


class Message(str):
    """A message with values in it: the English one, which is shown in the language that is set.

    Args:
        template: as for `str.format`; in Thai the catalogue's one is filled instead.
        values: what fills it. A value that is a message is read in the same language.
    """

    template: str
    values: Mapping[str, Any]

    def __new__(cls, template: str, **values: Any) -> Message:
        shown = {name: _shortened(value) for name, value in values.items()}
        self = super().__new__(cls, template.format(**shown))
        self.template = template
        self.values = shown
        return self

    def __str__(self) -> str:
        return read(self, LANGUAGE.get())

    def __format__(self, spec: str) -> str:
        return format(str(self), spec)

    def __getnewargs_ex__(self) -> tuple[tuple[str], dict[str, Any]]:
        return (self.template,), dict(self.values)

    def __getstate__(self) -> None:
        """Return nothing: worker processes make the message anew from its arguments."""


def message_language(code: str) -> MessageLanguage:
    """Return the language of messages for readers of that one: English for all but Thai."""
    return "th" if code == "th" else "en"


def read(text: str, language: MessageLanguage) -> str:
    """Return a message in that language; what the catalogue does not hold stays as it is."""
    if language == "en":
        return str.__str__(text)
    if not isinstance(text, Message):
        return thai().get(text, text)
    values = {name: _value(value) for name, value in text.values.items()}
    return thai().get(text.template, text.template).format(**values)


def _value(value: Any) -> Any:
    """Return a value in Thai: a message, or a sentence that is one. Ids and numbers stay."""
    is_message = isinstance(value, Message) or (isinstance(value, str) and " " in value)
    return read(value, "th") if is_message else value


@cache
def thai() -> dict[str, str]:
    """Return the Thai of every message by its English."""
    loader = getattr(yaml, "CSafeLoader", yaml.SafeLoader)
    written = Path(__file__).with_name("messages.th.yaml").read_text(encoding="utf-8")
    found: dict[str, str] = yaml.load(written, Loader=loader)
    return found


def reason(error: OSError) -> Message:
    """Return why the system refused a file, as a message."""
    return Message(error.strerror or str(error).replace("{", "(").replace("}", ")"))


def _shortened(value: Any) -> Any:
    if isinstance(value, str) and not isinstance(value, Message) and len(value) > _LONGEST_VALUE:
        return f"{value[: _LONGEST_VALUE - 1]}…"
    return value
