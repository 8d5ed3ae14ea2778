"""Content made to break the reader: every kind once, as small or as large as asked for.

Each `Hostile` differs from a good content folder in one file. Some are not YAML at all; others are
good YAML whose one list or text is absurd, so that they reach the later stages: shapes,
references, filling, Thai lint, Markdown, the report.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from functools import partial
from pathlib import Path
from typing import NamedTuple

from engine.loading.yaml_loader import MOST_TEXT
from tests.engine.hostile.lists import LISTS
from tests.engine.hostile.raw import NOT_CONTENT, UNITS
from tests.engine.hostile.repeating import filled, replaced
from tests.engine.hostile.shared import SHARED
from tests.engine.hostile.texts import SHORT_TEXTS, TEXTS, one_text, texts_of

MODULE_FILE = "modules/tiny.yaml"


class Hostile(NamedTuple):
    """One hostile file.

    Attributes:
        file: where in the content folder it lies.
        make: its text or bytes, given about how many bytes are wanted.
    """

    name: str
    file: str
    make: Callable[[int], str | bytes]

    def put(self, content: Path, size: int) -> int:
        """Write it into a good content folder; how many bytes it has."""
        made = self.make(size)
        raw = made.encode() if isinstance(made, str) else made
        path = content / self.file
        path.parent.mkdir(exist_ok=True)
        return path.write_bytes(raw)


def hostile() -> Iterator[Hostile]:
    """All of them."""
    for name, unit in UNITS.items():
        yield Hostile(name, "modules/broken.yaml", partial(filled, unit))
    for name, make in NOT_CONTENT.items():
        yield Hostile(name, "modules/broken.yaml", make)
    for name, unit in TEXTS.items():
        yield Hostile(f"one text: {name}", MODULE_FILE, partial(one_text, unit))
        yield Hostile(f"long texts: {name}", MODULE_FILE, partial(texts_of, unit, MOST_TEXT))
    for name, unit in SHORT_TEXTS.items():
        yield Hostile(f"short texts: {name}", MODULE_FILE, partial(texts_of, unit, len(unit)))
    for name, (old, make_list) in LISTS.items():
        yield Hostile(name, MODULE_FILE, partial(replaced, old, make_list))
    for name, (file, make_file) in SHARED.items():
        yield Hostile(name, file, make_file)
