"""Reading ease: how long the sentences are that people have to take in at once."""

from __future__ import annotations

import re

from engine.schema.module import Module
from engine.schema.traversal import texts_in

LONG_SENTENCE = 90
"""Characters. What is longer is hard to take in at once."""

# Thai ends a sentence with a space or a new line, not with a full stop. A space before or
# after a number, Latin letters or a bracket only sets these apart.
_SENTENCE_END = re.compile(r"(?<=[\u0e00-\u0e4e]) +(?=[\u0e01-\u0e46])|\n+")


def sentences(text: str) -> list[str]:
    """Return the phrases that Thai spacing sets apart."""
    return [part for part in _SENTENCE_END.split(text.strip()) if part]


def sentence_lengths(module: Module) -> list[int]:
    """Return the number of characters of each phrase that members read or hear in a module."""
    read = (module.lesson, module.one_pager, module.questions, module.myths, module.situations)
    return [len(phrase) for text in texts_in(read) for phrase in sentences(text.shown)]
