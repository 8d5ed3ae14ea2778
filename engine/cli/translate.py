"""`rusit translate`: PO files out to translators, in from them, and how far they are."""

from __future__ import annotations

import json
import sys
from dataclasses import asdict
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from engine.cli.options import AsOf, ContentDir, own_content
from engine.diagnostics.messages import Message
from engine.languages import LANGUAGE_PATTERN, SOURCE

if TYPE_CHECKING:
    from engine.loading.content import Content
    from engine.translation.translations import Translations

ENGLISH = "en"
"""Shown to translators into other languages beside the Thai."""

translate = typer.Typer(
    help="Translations of the content, as PO files for Weblate, Poedit and others.",
    no_args_is_help=True,
)


def _target(written: str) -> str:
    import re

    if written and (not re.match(LANGUAGE_PATTERN, written) or written == SOURCE):
        raise typer.BadParameter(
            Message("{written!r} is no code of a language, such as en, my or shn", written=written)
        )
    return written


Into = Annotated[
    str,
    typer.Option(
        "--lang", callback=_target, help="The language to translate into.", metavar="CODE"
    ),
]


@translate.command("export")
def export(
    lang: Into,
    out: Annotated[
        Path, typer.Option("--out", help="Where the PO files go, in a folder of the language.")
    ] = Path("translations"),
    content: ContentDir = None,
    as_of: AsOf = None,
) -> None:
    """Write a PO file for every file of the content; what is stale is marked for another look."""
    from engine.atomic_files import write_atomically
    from engine.catalogue.compilation import resolved_facts
    from engine.diagnostics.problems import Problems
    from engine.loading.content import PO_SUFFIX
    from engine.translation.export import exported
    from engine.translation.translate import translated
    from engine.translation.translations import read_translations

    written, translations = _read(content, lang)
    day = as_of or date.today()
    thai = resolved_facts(written, day)
    facts = resolved_facts(translated(written, translations), day)
    english = None
    if lang != ENGLISH:
        english = read_translations(written, ENGLISH, Problems())
    for part, text in exported(written, translations, thai, facts, english):
        path = out / lang / f"{part}{PO_SUFFIX}"
        write_atomically(path, text.encode())
        print(path)


@translate.command("import")
def import_(
    files: Annotated[list[Path], typer.Argument(help="PO files, or folders of them.")],
    lang: Annotated[
        str,
        typer.Option(
            "--lang", callback=_target, help="Of files that do not say theirs.", metavar="CODE"
        ),
    ] = "",
    content: ContentDir = None,
) -> None:
    """Take translated PO files into the content: all of them, or none when one has an error."""
    from engine.diagnostics.problems import Problems
    from engine.loading.content_loader import read_content
    from engine.translation.importing import import_files

    problems = Problems()
    written = read_content(own_content(content), Problems())
    imported = import_files(written, _po_files(files), problems, lang)
    for problem in problems.warnings:
        print(problem, file=sys.stderr)
    for one in imported:
        message = Message(
            "{path}: {done} translations, {stale} of them to look at again",
            path=one.path,
            done=one.done + one.stale,
            stale=one.stale,
        )
        print(message)
    listed = {language.id for language in written.languages}
    for code in sorted({one.language for one in imported} - listed):
        message = Message("add {code} to languages.yaml, so that readers can choose it", code=code)
        print(message, file=sys.stderr)


@translate.command("status")
def status(
    lang: Annotated[
        str,
        typer.Option("--lang", callback=_target, help="Only this language.", metavar="CODE"),
    ] = "",
    as_json: Annotated[bool, typer.Option("--json", help="For programs.")] = False,
    content: ContentDir = None,
) -> None:
    """Show how many texts are translated, stale or missing, by language and file."""
    from engine.cli.terminal import print_table
    from engine.diagnostics.problems import Problems
    from engine.loading.content import default_root
    from engine.loading.content_loader import read_content
    from engine.translation.status import status_of
    from engine.translation.translations import read_translations

    problems = Problems()
    written = read_content(content or default_root(), Problems())
    codes = [lang] if lang else [one.id for one in written.languages if one.id != SOURCE]
    found = [status_of(written, read_translations(written, code, problems)) for code in codes]
    for problem in problems:
        print(problem, file=sys.stderr)
    if as_json:
        print(json.dumps([asdict(one) for one in found], ensure_ascii=False, indent=1))
        raise typer.Exit(1 if problems.errors else 0)
    rows = []
    for one in found:
        for part in one.parts:
            rows.append(_row(one.language, part.part, part.total, part.done, part.stale))
        every = one.sum("total"), one.sum("done"), one.sum("stale")
        rows.append(_row(one.language, str(Message("all")), *every))
    heads = ("language", "file", "share done", "done", "stale", "missing")
    print_table([str(Message(head)) for head in heads], rows)
    raise typer.Exit(1 if problems.errors else 0)


def _row(language: str, name: str, total: int, done: int, stale: int) -> tuple[str, ...]:
    share = f"{done / total:.1%}" if total else "-"
    return language, name, share, str(done), str(stale), str(total - done - stale)


def _read(content: Path | None, language: str) -> tuple[Content, Translations]:
    """Return the content and its translations.

    Raises:
        ContentError: a file is damaged; an export would lose what stands in it.
    """
    from engine.diagnostics.problems import ContentError, Problems
    from engine.loading.content import default_root
    from engine.loading.content_loader import read_content
    from engine.translation.translations import read_translations

    problems = Problems()
    written = read_content(content or default_root(), problems)
    translations = read_translations(written, language, problems)
    if problems.errors:
        raise ContentError(problems.errors)
    return written, translations


def _po_files(paths: list[Path]) -> list[Path]:
    """Return the files, and all PO files in the folders."""
    found: list[Path] = []
    for path in paths:
        found += sorted(path.rglob("*.po")) if path.is_dir() else [path]
    return found
