"""Commands about sheets alone: print, changes."""

from __future__ import annotations

import sys
from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass, replace
from datetime import date
from enum import StrEnum
from functools import partial
from io import BytesIO
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from engine.cli.options import AsOf, ContentDir, Format, Lang, catalogue_of, in_our_years
from engine.diagnostics.messages import Message, message_language
from engine.languages import SOURCE
from printables.cli.sheet_check import user_fits

if TYPE_CHECKING:
    from concurrent.futures import Executor

    from engine.catalogue import Catalogue
    from engine.catalogue.changes import Changes, Snapshot
    from printables.print_target import PrintOptions, PrintTarget
    from printables.targets.session_pack import Session

commands = typer.Typer()

Jobs = Annotated[int, typer.Option("--jobs", min=1, max=64, help="Worker processes.")]
_LONGEST_ADDRESS = 500
"""Characters. A QR code of a longer address is too fine for a cheap printer and an old phone."""


def _web_address(written: str) -> str:
    """Return the address, which a phone can open."""
    if written and not written.startswith(("http://", "https://")):
        raise typer.BadParameter(
            Message("{written!r} begins with neither https:// nor http://", written=written[:80])
        )
    if len(written) > _LONGEST_ADDRESS:
        message = Message(
            "an address has at most {longest_address} characters, this one {count}",
            longest_address=_LONGEST_ADDRESS,
            count=len(written),
        )
        raise typer.BadParameter(message)
    return written


Address = Annotated[
    str,
    typer.Option("--address", callback=_web_address, help="Where QR codes point; none without it."),
]


class Flip(StrEnum):
    """The way backs meet fronts."""

    long = "long"
    short = "short"
    fold = "fold"
    separate = "separate"


class Size(StrEnum):
    """The size of small cards in millimetres."""

    wide = "93x67"
    sleeve = "63x88"


PICTURE_WIDTH = 1040
"""Pixels: what LINE shows without making it smaller."""


@commands.command("print")
def print_sheets(
    names: Annotated[
        list[str] | None,
        typer.Argument(help="Parts of file names, e.g. section40 or quiz-cards.", metavar="[NAME]"),
    ] = None,
    out: Annotated[Path, typer.Option("--out", help="Where the PDFs go.")] = Path("printed"),
    pack: Annotated[
        str,
        typer.Option("--pack", help="The papers of one session on these.", metavar="MODULE,…"),
    ] = "",
    teams: Annotated[int, typer.Option("--teams", help="Households of the session.")] = 4,
    minutes: Annotated[int, typer.Option("--minutes", help="Minutes of the session.")] = 45,
    seed: Annotated[int, typer.Option("--seed", min=0, help="Which cards are drawn.")] = 1,
    kind: Annotated[str, typer.Option("--kind", help="A kind of sheet, e.g. event or mat.")] = "",
    large: Annotated[bool, typer.Option("--large", help="One-pagers in large type.")] = False,
    flip: Annotated[Flip, typer.Option("--flip", help="How backs meet fronts.")] = Flip.long,
    size: Annotated[Size, typer.Option("--size", help="Of the small cards.")] = Size.wide,
    butted: Annotated[bool, typer.Option("--butted", help="No gutters between cards.")] = False,
    bleed: Annotated[
        bool,
        typer.Option("--bleed", "--marks", help="A page a side, with trim and marks, for a shop."),
    ] = False,
    filled: Annotated[
        bool, typer.Option("--filled/--outline", help="Headers filled, or saving toner.")
    ] = False,
    png: Annotated[
        bool, typer.Option("--png", help=f"Pictures beside the PDFs, {PICTURE_WIDTH} wide.")
    ] = False,
    offset_x: Annotated[
        float, typer.Option("--offset-x", min=-20, max=20, help="Millimetres backs move right.")
    ] = 0.0,
    offset_y: Annotated[
        float, typer.Option("--offset-y", min=-20, max=20, help="Millimetres backs move down.")
    ] = 0.0,
    address: Address = "",
    jobs: Jobs = 2,
    content: ContentDir = None,
    as_of: AsOf = None,
    lang: Lang = SOURCE,
) -> None:
    """Sheets for your own printer, or with --pack all that one session needs."""
    from engine.building.executor import worker_pool
    from engine.diagnostics.problems import ContentError, RusitError
    from engine.garbage_collection import uncollected
    from printables.layout.fit_memory import remember_in
    from printables.pdf.libraries import require_libraries
    from printables.print_target import PrintOptions
    from printables.targets.rendering import get_ready
    from printables.targets.session_pack import Session

    require_libraries()
    options = PrintOptions(
        address=address,
        flip=flip.value,
        offset_x=offset_x,
        offset_y=offset_y,
        size=size.value,
        butted=butted,
        bleed=bleed,
        filled=filled,
    )
    modules = tuple(name.strip() for name in pack.split(",") if name.strip())
    session = Session(modules, teams, minutes, seed) if pack else None
    order = _Order(session, options, names, kind, large, out)
    fits = user_fits()
    remember_in(fits)
    # Workers load what draws while this process reads the catalogue.
    with worker_pool(jobs, partial(get_ready, fits)) as workers:
        later: list[Callable[[], None]] = []
        with uncollected(keep=True):
            catalogue = catalogue_of(content, as_of, lang, postponed=later)
        try:
            files = order.make(catalogue, {}, workers, later)
        except (ContentError, RusitError) as error:
            if isinstance(error, RusitError) and not error.problem.code.startswith("PRINT"):
                raise
            # Only now it matters where the texts were written, which takes a while to read.
            files = order.make(catalogue, _places(content, lang), workers)
    for file in files:
        print(file)
        if png:
            for picture in _pictures(file):
                print(picture)


@dataclass(frozen=True, slots=True)
class _Order:
    """An order of sheets to print.

    Attributes:
        session: what a pack is for; None: the sheets that `names`, `kind` and `large` choose.
    """

    session: Session | None
    options: PrintOptions
    names: list[str] | None
    kind: str
    large: bool
    out: Path

    def make(
        self,
        catalogue: Catalogue,
        places: Mapping[str, str],
        workers: Executor,
        meanwhile: Iterable[Callable[[], None]] = (),
    ) -> list[Path]:
        """Make the PDFs and return their paths; a pack's bound file comes first.

        Args:
            meanwhile: done when the workers have all they need.

        Raises:
            ContentError: what does not fit.
            RusitError: an unknown module, or a folder that cannot be written.
        """
        from engine.building.build import build as run_build
        from engine.cli.terminal import progress
        from printables.targets.session_pack import bind_pack

        wanted = self._targets(catalogue, places)
        with progress() as report:
            run_build(
                self.out,
                _and_then(wanted, meanwhile),
                inputs="",
                as_of=catalogue.as_of,
                edition=catalogue.edition,
                worker_pool=workers,
                whole=(),
                on_done=report,
            )
        files = [self.out / target.name for target in wanted]
        if self.session is not None:
            bound = self.out / "pack.pdf"
            _write(bound, bind_pack([file.read_bytes() for file in files], wanted[0]))
            files.insert(0, bound)
        return files

    def _targets(self, catalogue: Catalogue, places: Mapping[str, str]) -> list[PrintTarget]:
        from printables.targets.registry import TargetMaker, targets
        from printables.targets.session_pack import session_targets

        if self.session is not None:
            make = TargetMaker(catalogue, self.options, places)
            return list(session_targets(make, self.session))
        every = list(targets(catalogue, self.options, places))
        wanted = [t for t in every if _is_wanted(t.name, self.names, self.kind, self.large)]
        if not wanted:
            there = ", ".join(sorted(target.name.removeprefix("print/") for target in every))
            message = Message("no sheet is called like that; there are {there}", there=there)
            raise typer.BadParameter(message)
        return wanted


def _and_then(
    targets: Iterable[PrintTarget], works: Iterable[Callable[[], None]]
) -> Iterator[PrintTarget]:
    """Yield the targets; when the last was taken, do these works."""
    yield from targets
    for work in works:
        work()


def _places(content: Path | None, language: str) -> Mapping[str, str]:
    """Return where each record was written or translated.

    A catalogue does not know it, and its editor must.
    """
    from engine.diagnostics.problems import Problems
    from engine.loading.content import default_root, written_places
    from engine.loading.content_loader import read_content
    from engine.translation.translations import read_translations

    read = read_content(content or default_root(), Problems())
    written = written_places(read)
    if language == SOURCE:
        return written
    return read_translations(read, language, Problems()).places(written)


def _is_wanted(name: str, names: list[str] | None, kind: str, large: bool) -> bool:
    """Return whether a sheet of that name was asked for."""
    file = name.rpartition("/")[2]
    if large and not file.startswith("onepager-large"):
        return False
    if not large and names is None and not kind and file.startswith("onepager-large"):
        return False
    return (not names or any(part in name for part in names)) and kind in file


def _pictures(file: Path) -> Iterator[Path]:
    """Yield the pictures of a PDF's pages, written beside it."""
    import pypdfium2

    with pypdfium2.PdfDocument(file) as document:
        for number, page in enumerate(document, 1):
            picture = page.render(scale=PICTURE_WIDTH / page.get_width()).to_pil()
            path = file.with_name(f"{file.stem}-{number}.png")
            content = BytesIO()
            picture.save(content, "PNG")
            _write(path, content.getvalue())
            yield path


def _write(path: Path, content: bytes) -> None:
    """Write a file at once or not at all.

    Raises:
        RusitError: BUILD01 when it cannot be written.
    """
    from engine.atomic_files import write_atomically
    from engine.diagnostics.problems import RusitError

    try:
        write_atomically(path, content)
    except OSError as error:
        message = Message("cannot write {path}: {why}", path=path, why=error.strerror or error)
        raise RusitError("BUILD01", message, hint="choose another file") from None


@commands.command()
def changes(
    old: Annotated[
        str, typer.Argument(help="A build folder or catalogue.json, a day, or a git revision.")
    ],
    new: Annotated[
        str, typer.Argument(help="The same, for the later side.", show_default="today")
    ] = "today",
    form: Annotated[Format, typer.Option("--format", help="text or json.")] = Format.text,
    notice: Annotated[
        Path | None,
        typer.Option("--notice", help="Write an A4 notice to hang up.", metavar="FILE.pdf"),
    ] = None,
    content: ContentDir = None,
    as_of: AsOf = None,
    lang: Lang = SOURCE,
) -> None:
    """Show what changed: facts, the right answers they touch, the sheets to take out of use."""
    from engine.catalogue.changes import changes_json, changes_text, compare
    from engine.loading.content import default_root

    if notice is not None:
        from printables.pdf.libraries import require_libraries

        require_libraries()
    root, day = content or default_root(), as_of or date.today()
    sides = _side(old, root, day, lang), _side(new, root, day, lang)
    found = compare(*sides)
    print(
        changes_json(found) if form is Format.json else changes_text(found, message_language(lang))
    )
    if notice is not None:
        _write_notice(notice, found, root, day, lang)


def _write_notice(path: Path, found: Changes, root: Path, day: date, language: str) -> None:
    from engine.catalogue.compilation import text_breaker
    from engine.diagnostics.problems import Problems
    from engine.loading.content_loader import read_content
    from printables.sheets.notice import notice_target
    from printables.targets.registry import titles

    catalogue = catalogue_of(root, day, language)
    breaker = text_breaker(read_content(root, Problems()), language)
    target = notice_target(found, catalogue, titles(catalogue), breaker.breaks)
    _write(path, target.render())
    message = Message("notice: {path}, edition {edition}", path=path, edition=target.edition)
    print(message, file=sys.stderr)


_TODAY = ("today", "now", "วันนี้")


def _side(written: str, root: Path, day: date, language: str) -> Snapshot:
    """Return one side of a comparison, with the sheets that are known of it."""
    from engine.building.manifest import read_manifest
    from engine.catalogue import read_catalogue
    from engine.catalogue.changes import PrintedSheet, snapshot_of_catalogue, snapshot_of_content
    from engine.diagnostics.problems import Problems
    from engine.loading.content_loader import read_content
    from engine.loading.revisions import content_at
    from engine.translation.translate import in_language
    from printables.targets.registry import targets, titles

    path = Path(written)
    if path.suffix == ".json" or path.is_dir():
        folder, file = (path, path / "catalogue.json") if path.is_dir() else (path.parent, path)
        outputs = read_manifest(folder).get("outputs", {})
        catalogue = read_catalogue(file)
        called = titles(catalogue)
        sheets = [
            PrintedSheet(name, entry["edition"], frozenset(entry["facts"]), called.get(name, ""))
            for name, entry in outputs.items()
            if entry["facts"]
        ]
        return snapshot_of_catalogue(written, catalogue, sheets)
    is_day = True
    try:
        is_today = written.lower() in _TODAY
        when = day if is_today else in_our_years(date.fromisoformat(written))
        later = read_content(root, Problems())
    except ValueError:
        is_day, when, later = False, day, content_at(written, root)
    # A day before the texts were written has no sheets of its own: those of today tell
    # which sheets show a fact, but not which edition lay on the table then.
    today = catalogue_of(root, day, language)
    known = is_day and when == day
    called = titles(today)
    sheets = [
        PrintedSheet(t.name, t.edition if known else "", frozenset(t.facts), called[t.name])
        for t in targets(today)
        if t.facts
    ]
    name = when.isoformat() if is_day else written
    # Old content is read in the translations of today.
    spoken, words = in_language(replace(later, root=root), language)
    return snapshot_of_content(name, spoken, when, sheets, words)
