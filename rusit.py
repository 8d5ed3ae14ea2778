"""The `rusit` command: puts engine, printables and games together, and nothing else.

Every command takes `--content DIR`, `--as-of DATE` and `--lang th|en`. Results go to standard
output, progress and messages to standard error. Exit 0: fine; 1: problems in the content or
the result; 2: wrong usage. Imports stand inside the commands, so that each starts quickly.
"""

from __future__ import annotations

import sys
from datetime import date
from enum import StrEnum
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Any, NoReturn, ParamSpec

import typer

if TYPE_CHECKING:
    pass

P = ParamSpec("P")

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
    form: Annotated[Format, typer.Option("--format", help="text or json.")] = Format.text,
    lang: Lang = Language.th,
) -> None:
    """Check all content; every problem at once, as file:line:col: code: message."""
    del lang
    from engine.compiling import check_content
    from engine.content import default_root
    from engine.reporting import check_json, check_text

    checked = check_content(content or default_root(), as_of or date.today())
    print(check_json(checked) if form is Format.json else check_text(checked))
    failed = checked.problems.errors or (strict and checked.problems.warnings)
    raise typer.Exit(1 if failed else 0)


if __name__ == "__main__":
    main()
