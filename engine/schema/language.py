"""Languages of a content: what readers may choose, and what its translations follow."""

from __future__ import annotations

from typing import Annotated, Literal

from pydantic import Field, StringConstraints

from engine.languages import Script
from engine.schema.record import Record
from engine.schema.text import Language

FontFile = Annotated[str, StringConstraints(pattern=r"^[A-Za-z0-9._-]+\.(ttf|otf)$")]


class ContentLanguage(Record):
    """A language of the content.

    Attributes:
        id: its code in lower case: ``en``, ``my``, ``shn``.
        name: what its readers call it.
        script: of its letters.
        fonts: font files in `fonts/` of the content, or of the program, for letters that the
            program's own fonts do not hold.
        stale: what readers see when the Thai has changed since the translation was made: the
            `thai`, or the old translation with a `mark`.
    """

    id: Language
    name: str = Field(min_length=1, max_length=60)
    script: Script = "Latn"
    fonts: tuple[FontFile, ...] = ()
    stale: Literal["thai", "mark"] = "thai"
