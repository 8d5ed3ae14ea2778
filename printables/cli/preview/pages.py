"""The preview's two pages: all sheets by module, and one sheet as the printer prints it."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache
from pathlib import Path

from jinja2 import Environment, FileSystemLoader, StrictUndefined

from engine.diagnostics.messages import read
from engine.diagnostics.problems import Problem, Problems
from engine.loading.files import read_text
from printables.cli.preview.state import PRACTICE, PreviewState

LONGEST_LINE = 240
"""Characters of a line at fault that are shown."""


@dataclass(frozen=True, slots=True)
class _Group:
    """The sheets of one module, and its problems."""

    title: str
    sheets: tuple[tuple[str, str], ...]
    problems: tuple[Problem, ...]


def index_page(state: PreviewState) -> str:
    """Return the page of all sheets by module, with problems at the module they belong to."""
    sheets = state.sheets()
    names = sorted({_module(name) for name in sheets})
    own = {name: [p for p in state.problems if Path(p.file).stem == name] for name in names if name}
    placed = {id(problem) for problems in own.values() for problem in problems}
    groups = [
        _Group(
            state.modules.get(name, name) if name else read("All modules together", state.language),
            tuple((s, _title(state, s)) for s in sheets if _module(s) == name),
            tuple(own.get(name, ())),
        )
        for name in names
    ]
    return _render(
        state,
        "index.html",
        groups=groups,
        problems=[*state.standing, *(p for p in state.problems if id(p) not in placed)],
        practice=(state.out / PRACTICE).is_file(),
    )


def sheet_page(state: PreviewState, name: str) -> str:
    """Return the page of one sheet: every side as a picture, the PDF, a button to print it."""
    own = [p for p in state.problems if Path(p.file).stem == _module(name)]
    return _render(
        state,
        "sheet.html",
        name=name,
        title=_title(state, name),
        pages=state.pages(name),
        problems=own,
    )


def _module(name: str) -> str:
    return name.split("/")[0] if "/" in name else ""


def _title(state: PreviewState, name: str) -> str:
    return state.titles.get(name, name)


def _render(state: PreviewState, template: str, **values: object) -> str:
    return (
        _templates()
        .get_template(template)
        .render(
            language=state.language,
            version=state.version,
            say=lambda text: read(text, state.language),
            excerpt=_excerpt,
            **values,
        )
    )


@cache
def _templates() -> Environment:
    folder = Path(__file__).with_name("templates")
    return Environment(loader=FileSystemLoader(folder), autoescape=True, undefined=StrictUndefined)


def _excerpt(problem: Problem) -> Sequence[tuple[bool, int, str]]:
    """Return the line at fault with its neighbours: whether it is the one, number, text."""
    text = read_text(Path(problem.file), problem.file, Problems()) if problem.file else None
    if text is None:
        return ()
    first = max(problem.line - 2, 0)
    lines = text.split("\n")[first : problem.line + 1]
    return [(n == problem.line, n, _shortened(line)) for n, line in enumerate(lines, first + 1)]


def _shortened(line: str) -> str:
    """Return a line as long as people write them; what is longer was never meant to be read."""
    return line if len(line) <= LONGEST_LINE else f"{line[:LONGEST_LINE]} …"
