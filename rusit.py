"""The `rusit` command: puts engine, printables and games together, and nothing else.

Every command takes `--content DIR`, `--as-of DATE` and `--lang th|en`. Results go to standard
output, progress and messages to standard error. Exit 0: fine; 1: problems in the content or
the result; 2: wrong usage. Imports stand inside the commands, so that each starts quickly.
"""

from __future__ import annotations

import json
import os
import secrets
import sys
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Any, NoReturn

import typer

if TYPE_CHECKING:
    from concurrent.futures import Executor

    from engine.catalogue import Catalogue
    from engine.changing import Changes, Snapshot
    from engine.compiling import Checked
    from engine.problems import Problem
    from engine.working import Trade

app = typer.Typer(
    name="rusit",
    help="Rights modules in YAML become a board game, printed sheets and practice.",
    no_args_is_help=True,
    add_completion=True,
    pretty_exceptions_enable=False,
    rich_markup_mode=None,
)


class Language(StrEnum):
    """Language of the output."""

    th = "th"
    en = "en"


class Format(StrEnum):
    """How results are written."""

    text = "text"
    json = "json"


class CheckFormat(StrEnum):
    """How problems are written."""

    text = "text"
    json = "json"
    github = "github"


def _day(written: str) -> date:
    try:
        return date.fromisoformat(written)
    except ValueError:
        raise typer.BadParameter(f"{written!r} is not a day; write it as 2026-11-20") from None


ContentDir = Annotated[
    Path | None, typer.Option("--content", help="The content folder.", show_default=False)
]
AsOf = Annotated[
    date | None,
    typer.Option(
        "--as-of", parser=_day, metavar="DATE", help="Truth of this day.", show_default="today"
    ),
]
Lang = Annotated[Language, typer.Option("--lang", help="Language of results.")]
OutDir = Annotated[Path, typer.Option("--out", help="The build folder.")]


def main() -> NoReturn:
    """Run the command line; never returns."""
    from engine.problems import RusitError

    try:
        app(standalone_mode=True)
    except RusitError as error:
        _tell_error(error)
        sys.exit(1)
    except KeyboardInterrupt:
        print("stopped", file=sys.stderr)
        sys.exit(130)
    sys.exit(0)


def _tell_error(error: Any) -> None:
    for problem in getattr(error, "problems", (error.problem,)):
        print(problem, file=sys.stderr)


@app.callback()
def _root() -> None:
    """Rights modules in YAML become a board game, printed sheets and practice."""


@app.command()
def check(
    content: ContentDir = None,
    as_of: AsOf = None,
    strict: Annotated[bool, typer.Option("--strict", help="Warnings count as errors.")] = False,
    form: Annotated[
        CheckFormat, typer.Option("--format", help="text, json or github.")
    ] = CheckFormat.text,
    fix: Annotated[
        bool, typer.Option("--fix", help="Show safe repairs of Thai marks, then write them.")
    ] = False,
    yes: Annotated[bool, typer.Option("--yes", help="With --fix: write without asking.")] = False,
    lang: Lang = Language.th,
) -> None:
    """Check all content; every problem at once, as file:line:col: code: message."""
    del lang
    from engine.compiling import check_content
    from engine.content import default_root
    from engine.reporting import check_github, check_json, check_text
    from engine.terminal import coloured

    root = content or default_root()
    if fix:
        _fix(root, yes)
    checked = check_content(root, as_of or date.today())
    write = {
        CheckFormat.text: check_text,
        CheckFormat.json: check_json,
        CheckFormat.github: check_github,
    }[form]
    print(coloured(write(checked)) if form is CheckFormat.text else write(checked))
    failed = checked.problems.errors or (strict and checked.problems.warnings)
    raise typer.Exit(1 if failed else 0)


def _fix(root: Path, yes: bool) -> None:
    """Show what can be repaired, then write it when that was asked for."""
    from engine.content import content_files
    from engine.fixing import repairs

    found = repairs(content_files(root))
    for repair in found:
        print(repair.diff())
    if not found:
        print("nothing to repair", file=sys.stderr)
    elif yes or (sys.stdin.isatty() and typer.confirm(f"Repair {len(found)} files?", err=True)):
        for repair in found:
            repair.write()
        print(f"repaired {len(found)} files", file=sys.stderr)
    else:
        print("nothing written; add --yes to write", file=sys.stderr)


@app.command()
def facts(
    module: Annotated[str, typer.Option("--module", help="Only this module.")] = "",
    stale: Annotated[bool, typer.Option("--stale", help="Only facts overdue for review.")] = False,
    grade: Annotated[str, typer.Option("--grade", help="Only this grade: A, B, C or D.")] = "",
    form: Annotated[Format, typer.Option("--format", help="text or json.")] = Format.text,
    content: ContentDir = None,
    as_of: AsOf = None,
    lang: Lang = Language.th,
) -> None:
    """The table of facts: value today, since when, grade, source, review date."""
    from engine.compiling import check_content
    from engine.content import default_root
    from engine.facts import today
    from engine.reporting import FACT_COLUMNS, fact_rows, facts_json
    from engine.terminal import print_table

    checked = check_content(content or default_root(), as_of or date.today())
    known = {m.id for m in checked.written.modules}
    if module and module not in known:
        raise typer.BadParameter(
            f"there is no module {module!r}; there are {', '.join(sorted(known))}",
            param_hint="--module",
        )
    if grade not in ("", "A", "B", "C", "D"):
        raise typer.BadParameter("a grade is A, B, C or D", param_hint="--grade")
    chosen = [
        fact
        for fact in map(today, checked.facts.values())
        if module in ("", fact.module) and grade in ("", fact.grade) and (fact.stale or not stale)
    ]
    if form is Format.json:
        print(facts_json(chosen))
        return
    sources = {s.id: s.short.read(lang.value) for s in checked.written.sources}
    print_table(FACT_COLUMNS, fact_rows(chosen, sources, lang.value))
    print(f"{len(chosen)} facts, as of {checked.as_of.isoformat()}", file=sys.stderr)


@app.command()
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
    del lang
    from engine.changing import changes_json, changes_text, compare
    from engine.content import default_root

    root, day = content or default_root(), as_of or date.today()
    found = compare(_side(old, root, day), _side(new, root, day))
    print(changes_json(found) if form is Format.json else changes_text(found))
    if notice is not None:
        _write_notice(notice, found, root, day)


def _write_notice(path: Path, found: Changes, root: Path, day: date) -> None:
    from engine.compiling import word_breaker
    from engine.content import read_content
    from engine.problems import Problems, RusitError
    from engine.writing import write_atomically
    from printables.notice import notice_recipe
    from printables.sheets import render, titles

    catalogue = _catalogue(root, day)
    breaker = word_breaker(read_content(root, Problems()))
    recipe = notice_recipe(found, catalogue, titles(catalogue), breaker.breaks)
    try:
        write_atomically(path, render(recipe))
    except OSError as error:
        raise RusitError(
            "BUILD01",
            f"cannot write {path}: {error.strerror or error}",
            hint="choose another file",
        ) from None
    print(f"notice: {path}, edition {recipe.edition}", file=sys.stderr)


def _side(written: str, root: Path, day: date) -> Snapshot:
    """One side of a comparison, with the sheets that are known of it."""
    from engine.building import read_manifest
    from engine.catalogue import read_catalogue
    from engine.changing import Sheet, snapshot_of_catalogue, snapshot_of_content
    from engine.content import read_content
    from engine.problems import Problems
    from engine.revisions import content_at

    path = Path(written)
    if path.suffix == ".json" or path.is_dir():
        folder, file = (path, path / "catalogue.json") if path.is_dir() else (path.parent, path)
        outputs = read_manifest(folder).get("outputs", {})
        sheets = [
            Sheet(name, entry["edition"], frozenset(entry["facts"]))
            for name, entry in outputs.items()
            if entry["facts"]
        ]
        return snapshot_of_catalogue(written, read_catalogue(file), sheets)
    from printables.sheets import recipes

    try:
        when, told = date.fromisoformat(written), read_content(root, Problems())
    except ValueError:
        when, told = day, content_at(written, root)
    # A day before the texts were written has no sheets of its own: those of today tell
    # which sheets show a fact, but not which edition lay on the table then.
    today = _catalogue(root, day)
    sheets = [Sheet(r.name, "", frozenset(r.facts)) for r in recipes(today) if r.facts]
    return snapshot_of_content(written, told, when, sheets)


@app.command()
def schema(
    kind: Annotated[str, typer.Argument(help="module, sources, helplines, …")] = "module",
    content: ContentDir = None,
    as_of: AsOf = None,
    lang: Lang = Language.th,
) -> None:
    """JSON Schema of a kind of content file, with the ids and icons there are."""
    del as_of, lang
    from engine.content import default_root, read_content
    from engine.problems import Problems
    from engine.schema import schemas

    known = schemas(read_content(content or default_root(), Problems()))
    if kind not in known:
        raise typer.BadParameter(f"there is no kind {kind!r}; kinds: {', '.join(known)}")
    print(known[kind], end="")


new_app = typer.Typer(help="Write a good beginning that passes the check.", no_args_is_help=True)
app.add_typer(new_app, name="new")


@new_app.command("module")
def new_module(
    module: Annotated[str, typer.Argument(help="Its id, e.g. village-fund.")],
    content: ContentDir = None,
    as_of: AsOf = None,
    lang: Lang = Language.th,
) -> None:
    """A new module: one fact, a lesson, a one-pager, a question."""
    del lang
    from engine.content import default_root
    from engine.skeletons import new_module as write

    print(write(content or default_root(), module, as_of or date.today()))


@new_app.command("question")
def new_question(
    name: Annotated[str, typer.Argument(help="Its id, e.g. nsf.q.first-deposit.")],
    module: Annotated[str, typer.Option("--module", help="The module it belongs to.")],
    kind: Annotated[str, typer.Option("--kind", help="One of the six kinds.")] = "choice",
    content: ContentDir = None,
    as_of: AsOf = None,
    lang: Lang = Language.th,
) -> None:
    """A new question at the end of a module's list."""
    del as_of, lang
    from engine.content import default_root
    from engine.skeletons import new_question as write

    path, line = write(content or default_root(), module, kind, name)
    print(f"{path}:{line}")


class Part(StrEnum):
    """What a build can make."""

    pack = "pack"
    print = "print"
    web = "web"


EVERY_PART = ",".join(Part)

Only = Annotated[str, typer.Option("--only", help="Parts to make, with commas.")]
Jobs = Annotated[int, typer.Option("--jobs", min=1, max=64, help="Worker processes.")]
Address = Annotated[str, typer.Option("--address", help="Where QR codes point; none without it.")]


@app.command()
def build(
    content: ContentDir = None,
    out: OutDir = Path("build"),
    only: Only = EVERY_PART,
    jobs: Jobs = 2,
    address: Address = "",
    watch: Annotated[bool, typer.Option("--watch", help="Build again at every save.")] = False,
    explain: Annotated[
        str, typer.Option("--explain", help="Say why that output was last made.", metavar="FILE")
    ] = "",
    as_of: AsOf = None,
    lang: Lang = Language.th,
) -> None:
    """Build the catalogue and every printed sheet; only what changed is made anew."""
    del lang
    from engine.content import default_root

    if explain:
        print(_why_made(out, explain))
        return
    root = content or default_root()
    order = _Order(root, out, _parts(only), jobs, address, as_of or date.today())
    if not watch:
        print(_build_once(order))
        return
    for problems in _builds(order):
        for problem in problems:
            print(problem, file=sys.stderr)


@app.command()
def serve(
    content: ContentDir = None,
    out: OutDir = Path("build"),
    port: Annotated[int, typer.Option("--port", help="On this machine; 0: any.")] = 8040,
    jobs: Jobs = 2,
    as_of: AsOf = None,
    lang: Lang = Language.th,
) -> None:
    """Show the sheets in the browser, made anew at every save, with problems at their place."""
    del lang
    from threading import Thread

    from engine.content import default_root
    from printables.preview import Board
    from printables.preview import serve as preview

    board = Board(out)
    server = preview(board, port)
    Thread(target=server.serve_forever, daemon=True).start()
    print(f"http://127.0.0.1:{server.server_port}/  (Ctrl+C ends)", flush=True)
    root = content or default_root()
    order = _Order(root, out, {Part.pack, Part.print}, jobs, "", as_of or date.today())
    for problems in _builds(order):
        board.post(problems)


def _why_made(out: Path, name: str) -> str:
    """Why an output of the last build was made."""
    from engine.building import read_manifest

    outputs = read_manifest(out).get("outputs", {})
    short = name.removeprefix(f"{out.as_posix()}/")
    if short not in outputs:
        there = ", ".join(outputs) or "nothing"
        raise typer.BadParameter(
            f"the last build did not make {short!r}; it made {there}", param_hint="--explain"
        )
    entry = outputs[short]
    return f"{short}: made because {', '.join(entry['because'])}; edition {entry['edition']}"


class Edge(StrEnum):
    """The edge over which a printer turns a sheet."""

    long = "long"
    short = "short"


@app.command("print")
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
    from engine.building import build as run_build
    from engine.terminal import progress
    from engine.working import crew
    from printables.recipe import Options
    from printables.sheets import recipes

    catalogue = _catalogue(content, as_of)
    options = Options(address=address, flip=flip.value, offset_x=offset_x, offset_y=offset_y)
    every = recipes(catalogue, options)
    wanted = [r for r in every if not names or any(name in r.name for name in names)]
    if not wanted:
        there = ", ".join(sorted(r.name.removeprefix("print/") for r in every))
        raise typer.BadParameter(f"no sheet is called like that; there are {there}")
    with crew(jobs, _get_ready) as workers, progress(len(wanted)) as advance:
        run_build(
            out,
            wanted,
            inputs="",
            as_of=catalogue.as_of,
            edition=catalogue.edition,
            trade=_trade(),
            crew=workers,
            keep_others=True,
            on_done=advance,
        )
    for recipe in wanted:
        print(out / recipe.name)


@dataclass(frozen=True)
class _Order:
    """What to build, where from and where to."""

    root: Path
    out: Path
    parts: set[Part]
    jobs: int
    address: str
    day: date


def _builds(order: _Order) -> Iterator[tuple[Problem, ...]]:
    """Build now and after every save, for ever; gives what each build found wrong."""
    from watchfiles import watch

    from engine.problems import ContentError, RusitError

    saves = watch(order.root, debounce=200)
    with _workers(order) as workers:
        while True:
            key = _inputs(order)
            try:
                print(_build(order, key, workers), file=sys.stderr)
                yield ()
            except ContentError as error:
                yield error.problems
            except RusitError as error:
                yield (error.problem,)
            next(saves)


def _build_once(order: _Order) -> str:
    """Build, unless nothing changed; one line on what was done."""
    from engine.building import is_current

    key = _inputs(order)
    if is_current(order.out, key):
        return f"{order.out}: nothing changed"
    with _workers(order) as workers:
        return _build(order, key, workers)


def _inputs(order: _Order) -> str:
    """The key of a whole build."""
    from engine.building import inputs_key
    from engine.content import content_files
    from engine.keeping import code_files

    options = {
        "as_of": order.day.isoformat(),
        "only": ",".join(sorted(order.parts)),
        "address": order.address,
    }
    code = code_files("engine", "printables", "games/practice", "games/web")
    return inputs_key(content_files(order.root), options, code)


def _workers(order: _Order) -> Executor:
    """Processes that load the press while this one reads the content."""
    from engine.working import crew

    return crew(order.jobs, _get_ready if Part.print in order.parts else _nothing)


def _build(order: _Order, key: str, workers: Executor) -> str:
    """Build what changed; one line on what was done."""
    from engine.building import build as run_build
    from engine.compiling import compile_catalogue
    from engine.content import written_places
    from engine.packing import catalogue_recipe, schema_recipes
    from engine.terminal import progress
    from engine.working import Recipe

    checked = _checked(order.root, order.day)
    catalogue = compile_catalogue(checked, order.out / ".words.json")
    recipes: list[Recipe] = []
    if Part.pack in order.parts:
        recipes += [catalogue_recipe(catalogue), *schema_recipes(checked.written)]
    if Part.print in order.parts:
        from printables.recipe import Options
        from printables.sheets import recipes as print_recipes

        places = written_places(checked.written)
        recipes += print_recipes(catalogue, Options(address=order.address), places)
    if Part.web in order.parts:
        from games.web.recipes import recipes as web_recipes

        recipes += web_recipes(catalogue)
    with progress(len(recipes)) as advance:
        built = run_build(
            order.out,
            recipes,
            inputs=key,
            as_of=order.day,
            edition=catalogue.edition,
            trade=_trade(),
            crew=workers,
            keep_others=order.parts != set(Part),
            on_done=advance,
        )
    made, kept = len(built.made), len(built.kept)
    return f"{order.out}: {made} made, {kept} unchanged, edition {catalogue.edition}"


class Years(StrEnum):
    """How rough the years of a game are."""

    calm = "calm"
    ordinary = "ordinary"
    storm = "storm"


LuckOption = Annotated[Years, typer.Option("--luck", help="How rough the years are.")]
Together = Annotated[
    bool, typer.Option("--together", help="All teams as one village; nobody is ranked.")
]


@app.command()
def simulate(
    games: Annotated[int, typer.Option("--games", min=1, help="How many games.")] = 1000,
    teams: Annotated[int, typer.Option("--teams", min=1, max=6, help="Teams in each.")] = 4,
    minutes: Annotated[int, typer.Option("--minutes", help="20, 40 or 60.")] = 40,
    seed: Annotated[int, typer.Option("--seed", help="Same seed, same games.")] = 1,
    modules: Annotated[
        str, typer.Option("--modules", help="Module ids with commas.", show_default="all")
    ] = "",
    luck: LuckOption = Years.ordinary,
    together: Together = False,
    plots: Annotated[
        Path | None,
        typer.Option("--plots", help="Draw the distributions there.", show_default=False),
    ] = None,
    as_json: Annotated[bool, typer.Option("--json", help="For programs.")] = False,
    content: ContentDir = None,
    as_of: AsOf = None,
    lang: Lang = Language.th,
) -> None:
    """Play many games by bots; exit 1 when a property of the balance table does not hold."""
    del lang
    from games.simulate import run as run_simulation

    report = run_simulation(
        _catalogue(content, as_of),
        games=games,
        teams=teams,
        minutes=minutes,
        seed=seed,
        modules=_names(modules),
        luck=luck.value,
        together=together,
        progress=lambda line: print(line, file=sys.stderr),
    )
    if plots is not None:
        from games.simulate.plots import draw

        for path in draw(report, plots):
            print(f"drawn: {path}", file=sys.stderr)
    print(
        json.dumps(report.to_dict(), ensure_ascii=False, indent=1)
        if as_json
        else report.text_report()
    )
    raise typer.Exit(0 if report.passed else 1)


@app.command()
def rules(
    content: ContentDir = None,
    as_of: AsOf = None,
    lang: Lang = Language.th,
) -> None:
    """The rules of the game on paper, with today's numbers."""
    from engine.paper_rules import rules_of, rules_text

    print(rules_text(rules_of(_catalogue(content, as_of)), lang.value))


@app.command()
def play(
    teams: Annotated[
        int | None, typer.Option("--teams", min=1, max=6, help="Begin with so many teams.")
    ] = None,
    minutes: Annotated[int, typer.Option("--minutes", help="20, 40 or 60.")] = 40,
    modules: Annotated[
        str, typer.Option("--modules", help="Module ids with commas.", show_default="all")
    ] = "",
    luck: LuckOption = Years.ordinary,
    together: Together = False,
    seed: Annotated[
        int | None, typer.Option("--seed", help="Same seed, same luck.", show_default="new luck")
    ] = None,
    size: Annotated[str, typer.Option("--size", help="Window, WxH in pixels.")] = "1280x800",
    full_screen: Annotated[bool, typer.Option("--full-screen", help="Fill the screen.")] = False,
    saves: Annotated[
        Path | None, typer.Option("--saves", help="Where games are kept.", show_default=False)
    ] = None,
    demo: Annotated[bool, typer.Option("--demo", help="Bots play; no display needed.")] = False,
    screenshots: Annotated[
        Path, typer.Option("--screenshots", help="Where the demo puts its pictures.")
    ] = Path("build/demo"),
    content: ContentDir = None,
    as_of: AsOf = None,
    lang: Lang = Language.th,
) -> None:
    """Play the board game. Killed at any point, it goes on at that very move."""
    del lang
    width, height = _size(size)
    if minutes not in (20, 40, 60):
        raise typer.BadParameter("a game takes 20, 40 or 60 minutes", param_hint="--minutes")
    if together and teams == 1:
        raise typer.BadParameter("playing together takes two teams", param_hint="--together")
    if demo:
        os.environ.setdefault("SDL_VIDEODRIVER", "dummy")
        os.environ.setdefault("SDL_AUDIODRIVER", "dummy")
    os.environ.setdefault("PYGAME_HIDE_SUPPORT_PROMPT", "1")
    catalogue = _catalogue(content, as_of)
    from games.rules import Setup

    setup = Setup(teams=teams or 4, minutes=minutes, luck=luck.value, together=together)
    if demo:
        from games.ui.demo import run_demo

        shots = run_demo(
            catalogue,
            seed if seed is not None else 40,
            screenshots,
            (width, height),
            setup.teams,
            setup.minutes,
            _names(modules),
        )
        print(f"{len(shots)} pictures in {screenshots}")
        return
    from platformdirs import user_data_path

    from games.ui.app import Options, run

    raise typer.Exit(
        run(
            catalogue,
            Options(
                size=(width, height),
                folder=saves or user_data_path("rusit", appauthor=False),
                seed=seed,
                next_seed=lambda: secrets.randbelow(2**31),
                setup=setup,
                modules=_names(modules),
                begin=teams is not None,
                full_screen=full_screen,
            ),
        )
    )


def _size(written: str) -> tuple[int, int]:
    width, _, height = written.lower().partition("x")
    if not (width.isdigit() and height.isdigit() and int(width) >= 640 and int(height) >= 400):
        raise typer.BadParameter(
            f"{written!r} is not a size; write it as 1280x800, at least 640x400",
            param_hint="--size",
        )
    return int(width), int(height)


@app.command()
def explain(
    code: Annotated[str, typer.Argument(help="A code such as FACT01.")],
    content: ContentDir = None,
    as_of: AsOf = None,
    lang: Lang = Language.th,
) -> None:
    """The rule behind a code, with a bad and a good example."""
    del content, as_of, lang
    from engine.explaining import explain as rule_of

    print(rule_of(code))


def _names(written: str) -> tuple[str, ...]:
    return tuple(name.strip() for name in written.split(",") if name.strip())


def _catalogue(content: Path | None, as_of: date | None) -> Catalogue:
    from platformdirs import user_cache_path

    from engine.content import default_root
    from engine.keeping import kept_catalogue

    cache = user_cache_path("rusit", appauthor=False)
    return kept_catalogue(content or default_root(), as_of or date.today(), cache)


def _trade() -> Trade:
    """How outputs are made."""
    from engine.working import Trade

    return Trade(_render, _join)


def _get_ready() -> None:
    """Load the press, in a worker process."""
    from printables.press import get_ready

    get_ready()


def _nothing() -> None:
    """For workers that have nothing to load."""


def _join(recipe: Any, pieces: Sequence[bytes]) -> bytes:
    """One output from its pieces, in a worker process."""
    from printables.sheets import join

    return join(recipe, pieces)


def _render(recipe: Any) -> bytes:
    """One output, in a worker process."""
    from engine.packing import TextRecipe

    if isinstance(recipe, TextRecipe):
        return recipe.make()
    if recipe.name.startswith("web/"):
        from games.web.recipes import render as render_web

        return render_web(recipe)
    from printables.sheets import render

    return render(recipe)


def _parts(only: str) -> set[Part]:
    try:
        return {Part(name.strip()) for name in only.split(",") if name.strip()}
    except ValueError as error:
        names = ", ".join(Part)
        raise typer.BadParameter(f"{error}; the parts are {names}", param_hint="--only") from None


def _checked(root: Path, day: date) -> Checked:
    """Checked content; every error is told and ends the command."""
    from engine.compiling import check_content
    from engine.problems import ContentError

    checked = check_content(root, day)
    if checked.problems.errors:
        raise ContentError(checked.problems.errors)
    warnings = len(checked.problems.warnings)
    if warnings:
        print(f"{warnings} warnings; `rusit check` tells them", file=sys.stderr)
    return checked


if __name__ == "__main__":
    main()
