"""Commands about sheets alone: print, changes."""

from __future__ import annotations

import sys
from datetime import date
from enum import StrEnum
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from engine.cli.options import AsOf, ContentDir, Format, Lang, Language, catalogue_of, in_our_years

if TYPE_CHECKING:
    from engine.catalogue.changes import Changes, Snapshot

commands = typer.Typer()

Jobs = Annotated[int, typer.Option("--jobs", min=1, max=64, help="Worker processes.")]
_LONGEST_ADDRESS = 500
"""Characters. A QR code of a longer address is too fine for a cheap printer and an old phone."""


def _web_address(written: str) -> str:
    """The address, which a phone can open."""
    if written and not written.startswith(("http://", "https://")):
        raise typer.BadParameter(f"{written[:80]!r} begins with neither https:// nor http://")
    if len(written) > _LONGEST_ADDRESS:
        raise typer.BadParameter(
            f"an address has at most {_LONGEST_ADDRESS} characters, this one {len(written)}"
        )
    return written


Address = Annotated[
    str,
    typer.Option("--address", callback=_web_address, help="Where QR codes point; none without it."),
]


class Edge(StrEnum):
    """The edge over which a printer turns a sheet."""

    long = "long"
    short = "short"


@commands.command("print")
def print_sheets(
    names: Annotated[
        list[str] | None,
        typer.Argument(help="Parts of file names, e.g. section40 or quiz-cards.", metavar="[NAME]"),
    ] = None,
    out: Annotated[Path, typer.Option("--out", help="Where the PDFs go.")] = Path("printed"),
    flip: Annotated[Edge, typer.Option("--flip", help="The duplex edge.")] = Edge.long,
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
    lang: Lang = Language.th,
) -> None:
    """Sheets for your own printer: duplex edge and offsets; begin with `calibration`."""
    del lang
    from engine.building.build import build as run_build
    from engine.building.executor import worker_pool
    from engine.cli.terminal import progress
    from engine.diagnostics.problems import Problems
    from engine.loading.content import default_root, written_places
    from engine.loading.content_loader import read_content
    from printables.pdf.weasyprint_adapter import warm_up
    from printables.print_target import PrintOptions
    from printables.targets.registry import targets

    catalogue = catalogue_of(content, as_of)
    options = PrintOptions(address=address, flip=flip.value, offset_x=offset_x, offset_y=offset_y)
    # A catalogue does not know where its texts stand; who mends a card that is too long must.
    places = written_places(read_content(content or default_root(), Problems()))
    every = list(targets(catalogue, options, places))
    wanted = [r for r in every if not names or any(name in r.name for name in names)]
    if not wanted:
        there = ", ".join(sorted(r.name.removeprefix("print/") for r in every))
        raise typer.BadParameter(f"no sheet is called like that; there are {there}")
    with worker_pool(jobs, warm_up) as workers, progress() as told:
        run_build(
            out,
            wanted,
            inputs="",
            as_of=catalogue.as_of,
            edition=catalogue.edition,
            worker_pool=workers,
            whole=(),
            on_done=told,
        )
    for target in wanted:
        print(out / target.name)


@commands.command()
def changes(
    old: Annotated[str, typer.Argument(help="A catalogue.json, a day, or a git revision.")],
    new: Annotated[str, typer.Argument(help="The same, for the later side.")],
    form: Annotated[Format, typer.Option("--format", help="text or json.")] = Format.text,
    notice: Annotated[
        Path | None,
        typer.Option("--notice", help="Write an A4 notice to hang up.", metavar="FILE.pdf"),
    ] = None,
    content: ContentDir = None,
    as_of: AsOf = None,
    lang: Lang = Language.th,
) -> None:
    """What changed: facts, the right answers they touch, the sheets to take out of use."""
    from engine.catalogue.changes import changes_json, changes_text, compare
    from engine.loading.content import default_root

    root, day = content or default_root(), as_of or date.today()
    sides = _side(old, root, day), _side(new, root, day)
    found = compare(*sides, lang.value)
    print(changes_json(found) if form is Format.json else changes_text(found, lang.value))
    if notice is not None:
        _write_notice(notice, compare(*sides), root, day)


def _write_notice(path: Path, found: Changes, root: Path, day: date) -> None:
    from engine.atomic_files import write_atomically
    from engine.catalogue.compilation import word_breaker
    from engine.diagnostics.problems import Problems, RusitError
    from engine.loading.content_loader import read_content
    from printables.sheets.notice import notice_target
    from printables.targets.registry import titles

    catalogue = catalogue_of(root, day)
    breaker = word_breaker(read_content(root, Problems()))
    target = notice_target(found, catalogue, titles(catalogue), breaker.breaks)
    try:
        write_atomically(path, target.render())
    except OSError as error:
        raise RusitError(
            "BUILD01",
            f"cannot write {path}: {error.strerror or error}",
            hint="choose another file",
        ) from None
    print(f"notice: {path}, edition {target.edition}", file=sys.stderr)


def _side(written: str, root: Path, day: date) -> Snapshot:
    """One side of a comparison, with the sheets that are known of it."""
    from engine.building.build import read_manifest
    from engine.catalogue import read_catalogue
    from engine.catalogue.changes import PrintedSheet, snapshot_of_catalogue, snapshot_of_content
    from engine.diagnostics.problems import Problems
    from engine.loading.content_loader import read_content
    from engine.loading.revisions import content_at

    path = Path(written)
    if path.suffix == ".json" or path.is_dir():
        folder, file = (path, path / "catalogue.json") if path.is_dir() else (path.parent, path)
        outputs = read_manifest(folder).get("outputs", {})
        sheets = [
            PrintedSheet(name, entry["edition"], frozenset(entry["facts"]))
            for name, entry in outputs.items()
            if entry["facts"]
        ]
        return snapshot_of_catalogue(written, read_catalogue(file), sheets)
    from printables.targets.registry import targets

    try:
        when = in_our_years(date.fromisoformat(written))
        told = read_content(root, Problems())
    except ValueError:
        when, told = day, content_at(written, root)
    # A day before the texts were written has no sheets of its own: those of today tell
    # which sheets show a fact, but not which edition lay on the table then.
    today = catalogue_of(root, day)
    sheets = [PrintedSheet(r.name, "", frozenset(r.facts)) for r in targets(today) if r.facts]
    return snapshot_of_content(written, told, when, sheets)
