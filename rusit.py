"""The `rusit` command: puts engine, printables and games together, and nothing else.

Every command takes `--content DIR`, `--as-of DATE` and `--lang CODE`. Results go to standard
output, progress and messages to standard error. Exit 0: fine; 1: problems in the content or
the result; 2: wrong usage. Imports stand inside the commands, so that each starts quickly.
"""

from __future__ import annotations

import sys
from datetime import date
from enum import StrEnum
from io import TextIOWrapper
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Any, NoReturn

import typer

from engine.cli.commands import FURTHER_CHECKS
from engine.cli.commands import commands as engine_commands
from engine.cli.options import AsOf, ContentDir, Lang, known_language, names_in, require_language
from engine.cli.translate import translate as translate_commands
from engine.diagnostics.messages import Message, message_language
from engine.languages import SOURCE
from games.cli.commands import commands as games_commands
from games.cli.voice import voice as voice_commands
from printables.cli.commands import Address, Jobs
from printables.cli.commands import commands as printing_commands
from printables.cli.sheet_check import sheets_too_long

if TYPE_CHECKING:
    from engine.building.content_build import BuildPart
    from engine.catalogue import Catalogue
    from engine.diagnostics.problems import RusitError
    from games.ui.screens.setup.paper_service import PaperService

app = typer.Typer(
    name="rusit",
    help="Rights modules in YAML become a board game, printed sheets and practice.",
    no_args_is_help=True,
    add_completion=True,
    pretty_exceptions_enable=False,
    rich_markup_mode=None,
)


app.add_typer(engine_commands)
app.add_typer(printing_commands)
app.add_typer(games_commands)
app.add_typer(voice_commands, name="voice")
app.add_typer(translate_commands, name="translate")


FURTHER_CHECKS.append(sheets_too_long)

OutDir = Annotated[Path, typer.Option("--out", help="The build folder.")]


def main() -> NoReturn:
    """Run the command line; never returns."""
    from engine.cli.usage import language_asked, run
    from engine.diagnostics.messages import LANGUAGE, Message
    from engine.diagnostics.problems import RusitError, file_error

    for stream in (sys.stdout, sys.stderr):
        # A terminal that has no Thai, or a file's name that is not UTF-8, must not stop us.
        if isinstance(stream, TextIOWrapper):
            stream.reconfigure(errors="backslashreplace")
    arguments = sys.argv[1:]
    language = LANGUAGE.set(language_asked(arguments))
    try:
        code = run(app, arguments or ["--help"])
    except RusitError as error:
        _print_error(error)
        sys.exit(1)
    except OSError as error:
        # The net under all commands: a full disk, a folder that may not be read or written.
        print(file_error(error).problem, file=sys.stderr)
        sys.exit(1)
    except KeyboardInterrupt:
        print(Message("stopped"), file=sys.stderr)
        sys.exit(130)
    finally:
        LANGUAGE.reset(language)
    sys.exit(code)


def _print_error(error: Any) -> None:
    for problem in getattr(error, "problems", (error.problem,)):
        print(problem, file=sys.stderr)


def _version(asked: bool) -> None:
    if asked:
        from importlib.metadata import version

        print(f"rusit {version('rusit')}")
        raise typer.Exit


@app.callback()
def _root(
    ctx: typer.Context,
    version: Annotated[
        bool, typer.Option("--version", callback=_version, is_eager=True, help="Show the version.")
    ] = False,
    lang: Lang = SOURCE,
) -> None:
    """Rights modules in YAML become a board game, printed sheets and practice."""
    del version, lang
    # A program for laptops without Python holds no builder: its papers lie beside it.
    ctx.obj = None if getattr(sys, "frozen", False) else _paper_printer


def _paper_printer(catalogue: Catalogue) -> PaperService:
    """Return what makes papers for the game's home: games and printables do not know each other."""
    from printables.targets.papers import PaperPrinter

    return PaperPrinter(catalogue)


class Part(StrEnum):
    """A part of a build."""

    pack = "pack"
    print = "print"
    web = "web"


EVERY_PART = ",".join(Part)

Only = Annotated[str, typer.Option("--only", help="Parts to make, with commas.")]


@app.command()
def build(
    content: ContentDir = None,
    out: OutDir = Path("build"),
    only: Only = EVERY_PART,
    jobs: Jobs = 2,
    address: Address = "",
    watch: Annotated[bool, typer.Option("--watch", help="Build again at every save.")] = False,
    voice_inside: Annotated[
        bool, typer.Option("--voice-inside", help="Recorded voices in the single page too.")
    ] = False,
    langs: Annotated[
        str,
        typer.Option(
            "--langs",
            help="Languages of the practice page, with commas; without it, that of --lang.",
            show_default=False,
        ),
    ] = "",
    explain: Annotated[
        str, typer.Option("--explain", help="Say why that output was last made.", metavar="FILE")
    ] = "",
    as_of: AsOf = None,
    lang: Lang = SOURCE,
) -> None:
    """Build the catalogue and every printed sheet; only what changed is made anew."""
    from engine.building.content_build import ContentBuild
    from engine.cli.builds import why_made
    from engine.cli.terminal import progress
    from engine.loading.content import default_root

    if explain:
        print(why_made(out, explain))
        return
    require_language(content, lang)
    root = content or default_root()
    wanted, missing = _possible(_parts(only))
    languages = tuple(map(known_language, names_in(langs)))
    for language in languages:
        require_language(content, language)
    made = _build_parts(wanted, root, out, address, languages, voice_inside)
    ordered = ContentBuild(
        root, out, made, jobs, as_of or date.today(), as_of is None, lang, progress
    )
    if not watch:
        print(ordered.once())
        if voice_inside:
            print(_page_size(out))
        if missing is not None:
            raise missing
        return
    if missing is not None:
        print(missing.problem, file=sys.stderr)
    with ordered.workers() as workers:
        for problems in ordered.at_every_save(workers):
            for problem in problems:
                print(problem, file=sys.stderr)


@app.command()
def serve(
    content: ContentDir = None,
    out: OutDir = Path("build"),
    port: Annotated[
        int | None,
        typer.Option(
            "--port",
            min=0,
            max=65535,
            help="On this machine; without it, one that is free.",
            show_default=False,
        ),
    ] = None,
    jobs: Jobs = 2,
    as_of: AsOf = None,
    lang: Lang = SOURCE,
) -> None:
    """Show the sheets in the browser, made anew at every save, with problems at their place."""
    from threading import Thread

    from engine.building.content_build import ContentBuild
    from engine.cli.terminal import progress
    from engine.loading.content import default_root
    from printables.cli.preview.server import serve as preview
    from printables.cli.preview.state import PreviewState, titles_in

    require_language(content, lang)
    state = PreviewState(out, message_language(lang))
    server = preview(state, port)
    root = content or default_root()
    wanted, missing = _possible(set(Part))
    state.standing = () if missing is None else (missing.problem,)
    made = _build_parts(wanted, root, out)
    ordered = ContentBuild(
        root, out, made, jobs, as_of or date.today(), as_of is None, lang, progress
    )
    # Workers are forked before there are threads.
    with ordered.workers() as workers:
        Thread(target=server.serve_forever, daemon=True).start()
        address = f"http://127.0.0.1:{server.server_port}/"
        print(Message("Open {address} in a browser; Ctrl+C ends.", address=address), flush=True)
        for problems in ordered.at_every_save(workers):
            if not problems:
                state.titles, state.modules = titles_in(out)
            state.post(problems)


def _build_parts(
    wanted: set[Part],
    root: Path,
    out: Path,
    address: str = "",
    languages: tuple[str, ...] = (),
    voice_inside: bool = False,
) -> dict[str, BuildPart]:
    """Return the parts of a build by name; the sheets first, which take longest."""
    from engine.building.content_build import pack_part

    parts = {}
    if Part.print in wanted:
        from printables.targets.build_part import print_part

        parts["print"] = print_part(out, address)
    if Part.web in wanted:
        from games.web.export.build_part import web_part

        parts["web"] = web_part(root, languages, voice_inside=voice_inside)
    if Part.pack in wanted:
        parts["pack"] = pack_part()
    return parts


def _possible(parts: set[Part]) -> tuple[set[Part], RusitError | None]:
    """Return the parts that this machine can make, and why it cannot make PDFs."""
    from engine.diagnostics.problems import RusitError

    if Part.print not in parts:
        return parts, None
    from printables.pdf.libraries import require_libraries

    try:
        require_libraries()
    except RusitError as error:
        return parts - {Part.print}, error
    return parts, None


def _page_size(out: Path) -> str:
    """Return a line on how large the single page has become by its voices."""
    from games.web.export.targets import PAGE

    size = (out / PAGE).stat().st_size
    return Message("{page}: {size:.1f} MB with recorded voices", page=out / PAGE, size=size / 1e6)


def _parts(only: str) -> set[Part]:
    """Return the parts that `only` names: one at least."""
    try:
        return {Part(name) for name in names_in(only) or [only]}
    except ValueError as error:
        names = ", ".join(Part)
        message = Message("{error}; the parts are {names}", error=error, names=names)
        raise typer.BadParameter(message, param_hint="--only") from None


if __name__ == "__main__":
    main()
