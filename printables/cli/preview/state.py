"""State of the preview: the last build's problems, its sheets and what they are called."""

from __future__ import annotations

import threading
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from io import BytesIO
from pathlib import Path

from engine.diagnostics.messages import MessageLanguage
from engine.diagnostics.problems import Problem

DPI = 90
WAIT_SECONDS = 25.0
PRACTICE = Path("web") / "rusit-practice.html"

_PDFIUM = threading.Lock()
"""PDFium is not safe to call from two threads at once."""


@dataclass
class PreviewState:
    """A build folder, and a bell that rings when it changes.

    Attributes:
        out: the build folder.
        language: of the preview's own words.
        version: grows by one at each build.
        problems: of the last build; empty when it went well.
        standing: problems of the machine, which no build mends.
        titles: what people call each PDF, by its name below `print/`; `modules` likewise.
    """

    out: Path
    language: MessageLanguage = "th"
    version: int = 0
    problems: tuple[Problem, ...] = ()
    standing: tuple[Problem, ...] = ()
    titles: Mapping[str, str] = field(default_factory=dict)
    modules: Mapping[str, str] = field(default_factory=dict)
    changed: threading.Condition = field(default_factory=threading.Condition)

    def post(self, problems: Sequence[Problem]) -> None:
        """Store what a build found and wake every browser."""
        with self.changed:
            self.problems = tuple(problems)
            self.version += 1
            self.changed.notify_all()

    def wait(self, seen: int) -> int:
        """Return the version once it is not `seen`, or after `WAIT_SECONDS`."""
        with self.changed:
            self.changed.wait_for(lambda: self.version != seen, WAIT_SECONDS)
            return self.version

    def sheets(self) -> list[str]:
        """Return the names of the PDFs of the build, below `print/`."""
        folder = self.out / "print"
        return sorted(p.relative_to(folder).as_posix() for p in folder.rglob("*.pdf"))

    def pages(self, name: str) -> int:
        """Return how many pages a PDF has; 0 when it cannot be read."""
        from pypdfium2 import PdfDocument, PdfiumError

        try:
            with _PDFIUM, PdfDocument(self.out / "print" / name) as document:
                return len(document)
        except (PdfiumError, OSError):
            return 0

    def picture(self, name: str, page: int) -> bytes | None:
        """Return a page as PNG; None when there is no such page, or the PDF is damaged."""
        from pypdfium2 import PdfDocument, PdfiumError

        try:
            with _PDFIUM, PdfDocument(self.out / "print" / name) as document:
                if not 0 <= page < len(document):
                    return None
                picture = BytesIO()
                document[page].render(scale=DPI / 72).to_pil().save(picture, "PNG")
        except (PdfiumError, OSError):
            return None
        return picture.getvalue()


def titles_in(out: Path) -> tuple[dict[str, str], dict[str, str]]:
    """Return what people call each PDF of a build, by its name below `print/`, and each module."""
    from engine.catalogue import read_catalogue
    from printables.targets.registry import titles

    catalogue = read_catalogue(out / "catalogue.json")
    modules = {m.id: m.title.shown for m in catalogue.modules}
    return {n.removeprefix("print/"): title for n, title in titles(catalogue).items()}, modules
