"""The service of papers that home asks for."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Literal, Protocol

PaperKind = Literal["sheets", "session", "game"]
PaperFlip = Literal["long", "short", "separate"]


@dataclass(frozen=True, slots=True)
class PaperRequest:
    """The request for papers to print.

    Attributes:
        modules: ids of modules.
        kind: `sheets` to take home · `session` for one session · `game` the whole paper game.
        flip: how the printer turns a sheet; `separate`: fronts, then backs.
    """

    modules: tuple[str, ...]
    kind: PaperKind
    flip: PaperFlip
    households: int
    minutes: int


class MadePapers(Protocol):
    """The papers that were made."""

    @property
    def folder(self) -> Path:
        """The folder of the PDFs."""

    @property
    def files(self) -> tuple[Path, ...]:
        """Those that are to be printed, in order."""


PagePixels = tuple[tuple[int, int], bytes]
"""A page as a picture: its size, and its pixels in red, green and blue."""


class PaperService(Protocol):
    """Makes papers; composed at the root, since games and printables do not know each other."""

    def make(self, request: PaperRequest, report: Callable[[int, int], None]) -> MadePapers:
        """Make the PDFs.

        Args:
            report: called with (files done, files in all).

        Raises:
            RusitError: what is missing or wrong, with a hint.
        """

    def preview(self, files: Sequence[Path], height: int) -> Sequence[PagePixels]:
        """Return the first page of each file, so many pixels high."""

    def print(self, files: Sequence[Path]) -> bool:
        """Hand the files to the printer; return False where the system has no such way."""

    def open_folder(self, folder: Path) -> None:
        """Show the folder as the system does."""
