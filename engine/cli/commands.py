"""Commands about the content alone: check, facts, schema, new, explain."""

from __future__ import annotations

import sys
from collections.abc import Callable, Iterable
from datetime import date
from enum import StrEnum
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from engine.cli.options import AsOf, ContentDir, Format, Lang, own_content, require_language
from engine.diagnostics.messages import Message, message_language
from engine.languages import SOURCE

if TYPE_CHECKING:
    from engine.catalogue.compilation import Checked
    from engine.diagnostics.problems import Problem

commands = typer.Typer()


class CheckFormat(StrEnum):
    """The forms in which problems are written."""

    text = "text"
    json = "json"
    github = "github"


FURTHER_CHECKS: list[Callable[[Checked], Iterable[Problem]]] = []
"""What the program that puts everything together checks too, once the content has no error."""


@commands.command()
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
    lang: Lang = SOURCE,
) -> None:
    """Check all content; every problem at once, as file:line:col: code: message."""
    from engine.catalogue.compilation import check_content, check_languages
    from engine.cli.reports import check_github, check_json, check_text
    from engine.cli.terminal import coloured
    from engine.loading.content import default_root

    root = content or default_root()
    require_language(content, lang)
    if fix:
        _fix(own_content(content), yes)
    checked = check_content(root, as_of or date.today(), language=lang)
    if lang == SOURCE:
        check_languages(checked)
    for further in () if checked.problems.errors else FURTHER_CHECKS:
        for problem in further(checked):
            checked.problems.add(problem)
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
    from engine.linting.repair import repairs
    from engine.loading.content import content_files

    found = repairs(content_files(root))
    for repair in found:
        print(repair.diff())
    if not found:
        print(Message("nothing to repair"), file=sys.stderr)
    elif yes or (
        sys.stdin.isatty()
        and typer.confirm(str(Message("Repair {count} files?", count=len(found))), err=True)
    ):
        for repair in found:
            repair.write()
        print(Message("repaired {count} files", count=len(found)), file=sys.stderr)
    else:
        print(Message("nothing written; add --yes to write"), file=sys.stderr)


@commands.command()
def facts(
    words: Annotated[
        list[str] | None,
        typer.Argument(help="Words that stand in it, in Thai too; or its id.", metavar="[WORD]"),
    ] = None,
    module: Annotated[str, typer.Option("--module", help="Only this module or supplement.")] = "",
    stale: Annotated[bool, typer.Option("--stale", help="Only facts overdue for review.")] = False,
    weak: Annotated[
        bool, typer.Option("--weak", help="Questions to each office on facts of grade C or D.")
    ] = False,
    grade: Annotated[str, typer.Option("--grade", help="Only this grade: A, B, C or D.")] = "",
    form: Annotated[Format, typer.Option("--format", help="text or json.")] = Format.text,
    as_json: Annotated[bool, typer.Option("--json", help="For programs.")] = False,
    content: ContentDir = None,
    as_of: AsOf = None,
    lang: Lang = SOURCE,
) -> None:
    """Find facts: value today, since when, grade, source, file and line; one fact in full.

    With --weak a letter to each office that can confirm them, as Markdown; with --stale too,
    it asks about facts overdue for review as well.

    Exit 1 when a file could not be used, so that its facts are missing.
    """
    from engine.catalogue.compilation import check_content
    from engine.cli import fact_reports
    from engine.cli.letters import is_weak, questions_to_offices
    from engine.cli.reports import unused_files
    from engine.cli.terminal import print_table
    from engine.loading.content import default_root, written_places
    from engine.resolving.facts import fact_today

    require_language(content, lang)
    if grade not in ("", "A", "B", "C", "D"):
        raise typer.BadParameter(Message("a grade is A, B, C or D"), param_hint="--grade")
    checked = check_content(content or default_root(), as_of or date.today(), language=lang)
    unused = unused_files(checked)
    for problem in unused:
        print(problem, file=sys.stderr)
    known = {holder.id for holder in checked.written.rights()}
    if module and module not in known:
        names = ", ".join(sorted(known))
        raise typer.BadParameter(
            Message("there is no module {module!r}; there are {names}", module=module, names=names),
            param_hint="--module",
        )
    every = [
        fact
        for fact in (fact_today(f, words=checked.words) for f in checked.facts.values())
        if module in ("", fact.module)
        and grade in ("", fact.grade)
        and ((weak and is_weak(fact)) or (stale and fact.stale) or not (weak or stale))
    ]
    chosen = fact_reports.found(checked, every, words or ())
    if as_json or form is Format.json:
        print(fact_reports.as_json(checked, chosen))
    elif weak:
        print(
            questions_to_offices(checked.translated, chosen, checked.as_of, message_language(lang))
        )
    elif words and len(chosen) == 1:
        print(fact_reports.in_full(checked, chosen[0], lang))
    else:
        sources = {s.id: s.short.shown for s in checked.translated.sources}
        places = written_places(checked.written)
        rows = fact_reports.rows(chosen, sources, places, lang)
        print_table(fact_reports.columns(), rows)
        counts = {"count": len(chosen), "as_of": checked.as_of.isoformat()}
        print(Message("{count} facts, as of {as_of}", **counts), file=sys.stderr)
    raise typer.Exit(1 if unused else 0)


@commands.command()
def schema(
    kind: Annotated[str, typer.Argument(help="module, sources, helplines, …")] = "module",
    markdown: Annotated[
        bool, typer.Option("--markdown", help="The reference of all files instead, as Markdown.")
    ] = False,
    content: ContentDir = None,
    as_of: AsOf = None,
    lang: Lang = SOURCE,
) -> None:
    """JSON Schema of a kind of content file, with the ids and icons there are."""
    del as_of, lang
    from engine.building.json_schema import schemas
    from engine.diagnostics.problems import Problems
    from engine.loading.content import default_root
    from engine.loading.content_loader import read_content

    written = read_content(content or default_root(), Problems())
    if markdown:
        from engine.building.reference import reference

        print(reference(written), end="")
        return
    known = schemas(written)
    if kind not in known:
        raise typer.BadParameter(
            Message("there is no kind {kind!r}; kinds: {names}", kind=kind, names=", ".join(known))
        )
    print(known[kind], end="")


new_app = typer.Typer(help="Write a good beginning that passes the check.", no_args_is_help=True)
commands.add_typer(new_app, name="new")


RecordId = Annotated[str, typer.Argument(help="Its id, e.g. nsf.q.first-deposit.")]
OfModule = Annotated[str, typer.Option("--module", help="The module it belongs to.")]


@new_app.command("module")
def new_module(
    module: Annotated[str, typer.Argument(help="Its id, e.g. village-fund.")],
    content: ContentDir = None,
    as_of: AsOf = None,
    lang: Lang = SOURCE,
) -> None:
    """Begin a module: one fact, a lesson, a one-pager, a question."""
    del lang
    from engine.cli.new_files import new_module as write

    print(write(own_content(content), module, as_of or date.today()))


@new_app.command("question")
def new_question(
    name: RecordId,
    module: OfModule,
    kind: Annotated[str, typer.Option("--kind", help="One of the six kinds.")] = "choice",
    content: ContentDir = None,
    as_of: AsOf = None,
    lang: Lang = SOURCE,
) -> None:
    """Begin a question at the end of a module's list."""
    del as_of, lang
    from engine.cli.new_files import new_question as write

    path, line = write(own_content(content), module, kind, name)
    print(f"{path}:{line}")


def _command_for(kind: str) -> Callable[..., None]:
    """Return the command that adds a record of that kind."""

    def new_record(
        name: RecordId,
        module: OfModule,
        content: ContentDir = None,
        as_of: AsOf = None,
        lang: Lang = SOURCE,
    ) -> None:
        del lang
        from engine.cli.new_files import new_record as write

        path, line = write(own_content(content), module, kind, name, as_of or date.today())
        print(f"{path}:{line}")

    return new_record


for _kind, _help in (
    ("fact", "Begin a fact of grade D at the end of a module's list."),
    ("event", "Begin a life event at the end of a module's list."),
    ("rumour", "Begin a rumour at the end of a module's list."),
):
    new_app.command(_kind, help=_help)(_command_for(_kind))


@commands.command()
def init(
    folder: Annotated[Path, typer.Argument(help="A new folder of one's own.", metavar="DIR")],
    lang: Lang = SOURCE,
) -> None:
    """Copy the content into a folder of one's own, to change it there."""
    del lang
    from engine.cli.new_files import copy_content
    from engine.loading.content import HERE

    target = copy_content(HERE.parent / "content", folder)
    print(Message("{target}: your own content; work in {folder}", target=target, folder=folder))


@commands.command()
def explain(
    code: Annotated[str, typer.Argument(help="A code such as FACT01; without it, all.")] = "",
    content: ContentDir = None,
    as_of: AsOf = None,
    lang: Lang = SOURCE,
) -> None:
    """Show the rule behind a code, with a bad and a good example."""
    del content, as_of
    from engine.diagnostics.explain import explain as rule_of
    from engine.diagnostics.explain import rules

    of_that_kind = [rule for rule in rules().values() if rule.code.startswith(code.upper())]
    if len(of_that_kind) < 2:
        print(rule_of(code).shown(message_language(lang)))
        return
    for rule in of_that_kind:
        print(f"{rule.code:10} {rule.rule.read(message_language(lang))}")
