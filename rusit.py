"""The `rusit` command: puts engine, printables and games together, and nothing else.

Every command takes `--content DIR`, `--as-of DATE` and `--lang CODE`. Results go to standard
output, progress and messages to standard error. Exit 0: fine; 1: problems in the content or
the result; 2: wrong usage. Imports stand inside the commands, so that each starts quickly.
"""

from __future__ import annotations

import sys
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from functools import partial
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

if TYPE_CHECKING:
    from concurrent.futures import Executor

    from engine.building.executor import BuildTarget
    from engine.catalogue import Catalogue
    from engine.catalogue.compilation import Checked
    from engine.diagnostics.problems import Problem, RusitError
    from engine.loading.content_loader import ParseCache
    from games.ui.screens.setup.papers import PaperService

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


def _sheets_too_long(checked: Checked) -> Iterator[Problem]:
    """Yield the cards and one-pagers that no build could print; none where none can be drawn."""
    from platformdirs import user_cache_path

    from engine.catalogue.compilation import compile_catalogue
    from engine.diagnostics.problems import RusitError
    from printables.cli.commands import user_fits
    from printables.layout.fit_memory import remember_in
    from printables.pdf.libraries import require_libraries
    from printables.print_target import PrintOptions
    from printables.targets.fit_check import too_long
    from printables.targets.registry import targets

    try:
        require_libraries()
    except RusitError:
        return
    remember_in(user_fits())
    words = user_cache_path("rusit", appauthor=False) / "words.json"
    catalogue = compile_catalogue(checked, words)
    yield from too_long(targets(catalogue, PrintOptions(), checked.places()))


FURTHER_CHECKS.append(_sheets_too_long)

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

_OUTPUTS = {
    Part.pack: ("catalogue.json", "schema/"),
    Part.print: ("print/",),
    Part.web: ("web/",),
}
"""What the names of each part's outputs begin with."""

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
    from engine.loading.content import default_root

    if explain:
        print(_why_made(out, explain))
        return
    require_language(content, lang)
    root = content or default_root()
    day = as_of or date.today()
    parts, missing = _possible(_parts(only))
    languages = tuple(map(known_language, names_in(langs)))
    for language in languages:
        require_language(content, language)
    order = _Order(
        root, out, parts, jobs, address, day, as_of is None, lang, voice_inside, languages
    )
    if not watch:
        print(_build_once(order))
        if voice_inside:
            print(_page_size(out))
        if missing is not None:
            raise missing
        return
    if missing is not None:
        print(missing.problem, file=sys.stderr)
    with _workers(order) as workers:
        for problems in _builds(order, workers):
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

    from engine.loading.content import default_root
    from printables.cli.preview.server import serve as preview
    from printables.cli.preview.state import PreviewState

    require_language(content, lang)
    state = PreviewState(out, message_language(lang))
    server = preview(state, port)
    root = content or default_root()
    parts, missing = _possible(set(Part))
    state.standing = () if missing is None else (missing.problem,)
    order = _Order(root, out, parts, jobs, "", as_of or date.today(), as_of is None, lang)
    # Workers are forked before there are threads.
    with _workers(order) as workers:
        Thread(target=server.serve_forever, daemon=True).start()
        address = f"http://127.0.0.1:{server.server_port}/"
        print(Message("Open {address} in a browser; Ctrl+C ends.", address=address), flush=True)
        for problems in _builds(order, workers):
            if not problems:
                state.titles, state.modules = _titles(out)
            state.post(problems)


def _titles(out: Path) -> tuple[dict[str, str], dict[str, str]]:
    """Return what people call each PDF of a build, by its name below `print/`, and each module."""
    from engine.catalogue import read_catalogue
    from printables.targets.registry import titles

    catalogue = read_catalogue(out / "catalogue.json")
    modules = {m.id: m.title.shown for m in catalogue.modules}
    return {n.removeprefix("print/"): title for n, title in titles(catalogue).items()}, modules


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


def _why_made(out: Path, name: str) -> str:
    """Return why an output of the last build was made."""
    from engine.building.manifest import read_manifest

    outputs = read_manifest(out).get("outputs", {})
    short = name.removeprefix(f"{out.as_posix()}/")
    if short not in outputs:
        there = ", ".join(outputs) or Message("nothing")
        raise typer.BadParameter(
            Message(
                "the last build did not make {short!r}; it made {there}", short=short, there=there
            ),
            param_hint="--explain",
        )
    entry = outputs[short]
    return Message(
        "{short}: made because {names}; edition {entry}",
        short=short,
        names=", ".join(entry["because"]),
        entry=entry["edition"],
    )


@dataclass(frozen=True)
class _Order:
    """The options of a build.

    Attributes:
        by_clock: the day is what the computer's clock says, see `check_content`.
        language: of the catalogue and the sheets.
        page_languages: of the practice page, the first one first; none: `language` alone.
    """

    root: Path
    out: Path
    parts: set[Part]
    jobs: int
    address: str
    day: date
    by_clock: bool
    language: str = SOURCE
    voice_inside: bool = False
    page_languages: tuple[str, ...] = ()


def _builds(order: _Order, workers: Executor) -> Iterator[tuple[Problem, ...]]:
    """Build now and after every save, for ever; gives what each build found wrong."""
    from watchfiles import watch

    from engine.diagnostics.problems import ContentError, RusitError
    from engine.loading.content_loader import ParseCache

    parse_cache = ParseCache()
    saves = watch(order.root, debounce=100, step=20, rust_timeout=100, yield_on_timeout=True)
    next(saves)  # Now it watches: what is saved while we build is not missed.
    while True:
        try:
            print(_build(order, _inputs(order), workers, parse_cache), file=sys.stderr)
            yield ()
        except ContentError as error:
            yield error.problems
        except RusitError as error:
            if error.problem.code == "BUILD02":
                raise  # There are no workers any more.
            yield (error.problem,)
        while not next(saves):
            pass


def _build_once(order: _Order) -> str:
    """Build, unless nothing changed; one line on what was done."""
    from engine.building.manifest import is_current

    key = _inputs(order)
    if is_current(order.out, key):
        return Message("{out}: nothing changed", out=order.out)
    with _workers(order) as workers:
        return _build(order, key, workers)


def _inputs(order: _Order) -> str:
    """Return the key of a whole build."""
    from engine.building.build import inputs_key
    from engine.building.catalogue_cache import code_files, packages
    from engine.loading.content import content_files
    from games.web.voice.recordings import audio_folder, recordings

    options = {
        "voice_inside": str(order.voice_inside),
        "packages": packages(),
        "as_of": order.day.isoformat(),
        "clock": str(order.by_clock),
        "language": order.language,
        "langs": ",".join(order.page_languages),
        "only": ",".join(sorted(order.parts)),
        "address": order.address,
    }
    code = code_files("engine", "printables", "games/practice", "games/web")
    audio = [recording.path for recording in recordings(audio_folder(order.root))]
    languages = sorted({order.language, *order.page_languages})
    files = [path for language in languages for path in content_files(order.root, language)]
    return inputs_key([*files, *audio], options, code)


def _page_size(out: Path) -> str:
    """Return a line on how large the single page has become by its voices."""
    from games.web.export.targets import PAGE

    size = (out / PAGE).stat().st_size
    return Message("{page}: {size:.1f} MB with recorded voices", page=out / PAGE, size=size / 1e6)


def _workers(order: _Order) -> Executor:
    """Return processes that load WeasyPrint while this one reads the content."""
    # Loaded before the workers are forked, which then have it too.
    import engine.catalogue.compilation  # noqa: F401
    from engine.building.executor import worker_pool

    if Part.print not in order.parts:
        return worker_pool(order.jobs, _nothing)
    from printables.layout.fit_memory import remember_in

    fits = order.out / ".fits.jsonl"
    remember_in(fits)
    return worker_pool(order.jobs, partial(_get_ready, fits))


def _build(
    order: _Order, key: str, workers: Executor, parse_cache: ParseCache | None = None
) -> str:
    """Build what changed; one line on what was done."""
    from engine.building.build import build as run_build
    from engine.catalogue.compilation import compile_catalogue
    from engine.cli.terminal import progress
    from engine.garbage_collection import uncollected

    with uncollected(), progress() as report:
        checked = _checked(order, parse_cache)
        catalogue = compile_catalogue(checked, order.out / ".words.json")
        built = run_build(
            order.out,
            _targets(order, checked, catalogue, parse_cache),
            inputs=key,
            as_of=catalogue.as_of,
            edition=catalogue.edition,
            worker_pool=workers,
            whole=[name for part in order.parts for name in _OUTPUTS[part]],
            on_done=report,
        )
    made, kept = len(built.made), len(built.kept)
    return Message(
        "{out}: {made} made, {kept} unchanged, edition {edition}",
        out=order.out,
        made=made,
        kept=kept,
        edition=catalogue.edition,
    )


def _targets(
    order: _Order, checked: Checked, catalogue: Catalogue, parse_cache: ParseCache | None
) -> Iterator[BuildTarget]:
    """Yield all that was asked for; the sheets first, which take longest."""
    from engine.building.plain_targets import catalogue_target, schema_targets

    if Part.print in order.parts:
        from printables.print_target import PrintOptions
        from printables.targets.registry import targets as print_targets

        yield from print_targets(catalogue, PrintOptions(address=order.address), checked.places())
    if Part.web in order.parts:
        from engine.translation.translations import language_of
        from games.web.export.targets import web_targets
        from games.web.voice.recordings import audio_folder

        first, *others = order.page_languages or (order.language,)
        compiled = {order.language: catalogue}
        for language in {first, *others} - compiled.keys():
            compiled[language] = _in_language(order, language, parse_cache)
        yield from web_targets(
            compiled[first],
            beside=[compiled[language] for language in others],
            languages=[language_of(checked.written, language) for language in compiled],
            audio=audio_folder(order.root),
            voice_inside=order.voice_inside,
        )
    if Part.pack in order.parts:
        yield catalogue_target(catalogue)
        yield from schema_targets(checked.written)


def _in_language(order: _Order, language: str, parse_cache: ParseCache | None) -> Catalogue:
    """Return the catalogue in a further language of the practice page."""
    from engine.catalogue.compilation import check_content, compile_catalogue
    from engine.diagnostics.problems import ContentError

    checked = check_content(
        order.root, order.day, parse_cache, by_clock=order.by_clock, language=language
    )
    if checked.problems.errors:
        raise ContentError(checked.problems.errors)
    return compile_catalogue(checked, order.out / ".words.json")


def _get_ready(fits: Path) -> None:
    """Load what draws, in a worker process."""
    from printables.targets.rendering import get_ready

    get_ready(fits)


def _nothing() -> None:
    """Do nothing: for workers that have nothing to load."""


def _parts(only: str) -> set[Part]:
    """Return the parts that `only` names: one at least."""
    try:
        return {Part(name) for name in names_in(only) or [only]}
    except ValueError as error:
        names = ", ".join(Part)
        raise typer.BadParameter(
            Message("{error}; the parts are {names}", error=error, names=names), param_hint="--only"
        ) from None


def _checked(order: _Order, parse_cache: ParseCache | None) -> Checked:
    """Return checked content; raise ContentError with all its errors."""
    from engine.building.catalogue_cache import wrong_clock
    from engine.catalogue.compilation import check_content
    from engine.diagnostics.problems import ContentError

    checked = check_content(
        order.root, order.day, parse_cache, by_clock=order.by_clock, language=order.language
    )
    if checked.clock is not None:
        print(wrong_clock(checked.clock, checked.as_of), file=sys.stderr)
    if checked.problems.errors:
        raise ContentError(checked.problems.errors)
    warnings = len(checked.problems.warnings)
    if warnings:
        print(
            Message("{warnings} warnings; `rusit check` tells them", warnings=warnings),
            file=sys.stderr,
        )
    return checked


if __name__ == "__main__":
    main()
