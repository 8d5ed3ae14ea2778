"""Papers asked for by kind: sheets to take home, one session's pack, or the whole paper game."""

from __future__ import annotations

import os
import subprocess
import sys
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Literal, NamedTuple, Protocol

from engine.atomic_files import write_atomically
from engine.building.build import build
from engine.building.executor import worker_pool
from engine.catalogue import Catalogue
from printables.pdf.geometry import Flip
from printables.pdf.libraries import require_libraries
from printables.print_target import PrintOptions, PrintTarget
from printables.targets.registry import TargetMaker, targets
from printables.targets.session_pack import Session, bind_pack, session_targets

PaperKind = Literal["sheets", "session", "game"]


class PaperRequest(Protocol):
    """A request to print, as the game's papers screen makes it.

    Attributes:
        modules: ids of modules.
        flip: how the printer turns a sheet.
        households, minutes: of the session that a pack is for.
    """

    @property
    def modules(self) -> tuple[str, ...]: ...
    @property
    def kind(self) -> PaperKind: ...
    @property
    def flip(self) -> Flip: ...
    @property
    def households(self) -> int: ...
    @property
    def minutes(self) -> int: ...


class MadePapers(NamedTuple):
    """The folder of the PDFs, and those of them that are to be printed, in order."""

    folder: Path
    files: tuple[Path, ...]


class PagePicture(NamedTuple):
    """A page as a picture: width and height in pixels, and its bytes, red, green, blue."""

    size: tuple[int, int]
    pixels: bytes


@dataclass(frozen=True)
class PaperPrinter:
    """Makes the papers that the game's papers screen asks for, in the folder of documents."""

    catalogue: Catalogue

    def make(self, request: PaperRequest, report: Callable[[int, int], None]) -> MadePapers:
        """Make the PDFs; raises what `make_papers` does."""
        from platformdirs import user_documents_path

        session = Session(request.modules, request.households, request.minutes)
        out = user_documents_path() / "rusit-papers"
        kind, modules, flip = request.kind, request.modules, request.flip
        files = make_papers(self.catalogue, kind, modules, flip, session, out, report)
        return MadePapers(out, files)

    def preview(self, files: Sequence[Path], height: int) -> list[PagePicture]:
        """Return the first page of each file, so many pixels high."""
        return first_pages(files, height)

    def print(self, files: Sequence[Path]) -> bool:
        """Hand the files to the printer; return False where the system has no such way."""
        return print_files(files)

    def open_folder(self, folder: Path) -> None:
        """Show the folder as the system does."""
        open_folder(folder)


def make_papers(
    catalogue: Catalogue,
    kind: PaperKind,
    modules: Sequence[str],
    flip: Flip,
    session: Session,
    out: Path,
    report: Callable[[int, int], None],
) -> tuple[Path, ...]:
    """Make the PDFs in a folder and return what is to be printed: of a session, its one pack.

    Args:
        report: called with (files done, files in all).

    Raises:
        RusitError: PRINT09 without Pango, PACK01 and PACK02 for a session that cannot be,
            BUILD01 if the folder cannot be written.
    """
    require_libraries()
    options = PrintOptions(flip=flip)
    if kind == "session":
        wanted = list(session_targets(TargetMaker(catalogue, options, {}), session))
    else:
        every = targets(catalogue, options)
        wanted = [target for target in every if _is_wanted(target, kind, modules)]
    report(0, len(wanted))
    # One process: a window and its threads must not be forked.
    with worker_pool(1, _nothing) as workers:
        build(
            out,
            wanted,
            inputs="",
            as_of=catalogue.as_of,
            edition=catalogue.edition,
            worker_pool=workers,
            whole=(),
            on_done=lambda _, done, __: report(done, len(wanted)),
        )
    if kind == "session":
        files = [(out / target.name).read_bytes() for target in wanted]
        pack = out / "pack.pdf"
        write_atomically(pack, bind_pack(files, wanted[0]))
        return (pack,)
    return tuple(out / target.name for target in wanted)


def first_pages(files: Sequence[Path], height: int) -> list[PagePicture]:
    """Return the first page of each of these PDFs as a picture so many pixels high."""
    from pypdfium2 import PdfDocument

    pictures = []
    for file in files:
        with PdfDocument(file) as document:
            page = document[0]
            image = page.render(scale=height / page.get_height()).to_pil().convert("RGB")
        pictures.append(PagePicture(image.size, image.tobytes()))
    return pictures


def print_files(files: Sequence[Path]) -> bool:
    """Hand the files to the system's printer; return False where there is no such way."""
    try:
        for file in files:
            if sys.platform == "win32":
                os.startfile(file, "print")
            else:
                subprocess.run(["lp", str(file)], check=True, capture_output=True, timeout=30)
    except (OSError, subprocess.SubprocessError):
        return False
    return True


def open_folder(folder: Path) -> None:
    """Show a folder the way the system does; nothing happens where there is no such way."""
    for command in _opening(folder):
        try:
            subprocess.Popen(command, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
            return
        except OSError:
            continue


def _opening(folder: Path) -> Iterator[list[str]]:
    if sys.platform == "win32":
        yield [os.environ.get("COMSPEC", "cmd.exe"), "/c", "start", "", str(folder)]
    elif sys.platform == "darwin":
        yield ["open", str(folder)]
    else:
        yield ["xdg-open", str(folder)]


def _is_wanted(target: PrintTarget, kind: PaperKind, modules: Sequence[str]) -> bool:
    """Return True if the papers of that kind hold the file."""
    path = target.name.removeprefix("print/")
    folder, _, file = path.rpartition("/")
    if kind == "sheets":
        return (folder in modules and file == "onepager.pdf") or path == "comparison.pdf"
    return (folder in (*modules, "game") and not file.startswith("onepager")) or path in (
        "rules.pdf",
        "paddles.pdf",
    )


def _nothing() -> None:
    """Do nothing: libraries are loaded when the first file is rendered."""
