"""Formatting of results for a terminal; other programs get them plain."""

from __future__ import annotations

import os
import sys
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager


def coloured(report: str) -> str:
    """Return the report with error codes in red and warnings in yellow, on a terminal."""
    if not sys.stdout.isatty() or os.environ.get("NO_COLOR"):
        return report
    lines = []
    for line in report.split("\n"):
        parts = line.split(": ", 2)
        if len(parts) == 3 and parts[0].count(":") >= 2:
            colour = "33" if parts[2].startswith("warning:") else "31"
            line = f"\033[1m{parts[0]}:\033[0m \033[{colour}m{parts[1]}\033[0m: {parts[2]}"
        lines.append(line)
    return "\n".join(lines)


def print_table(columns: Sequence[str], rows: Sequence[Sequence[str]]) -> None:
    """Print a drawn table on a terminal, tab-separated lines for other programs."""
    if not sys.stdout.isatty():
        print("\n".join("\t".join(row) for row in [columns, *rows]))
        return
    from rich.console import Console
    from rich.table import Table

    table = Table(*columns)
    for row in rows:
        table.add_row(*row)
    Console().print(table)


@contextmanager
def progress() -> Iterator[Callable[[str, int, int], None]]:
    """Yield a bar on standard error when that is a terminal; silence otherwise.

    It is moved with what was just done, how many are done, and of how many.
    """
    if not sys.stderr.isatty():
        yield lambda *_: None
        return
    from rich.console import Console
    from rich.progress import Progress

    # No refreshing thread: worker processes are forked while the bar stands.
    with Progress(console=Console(stderr=True), auto_refresh=False) as bar:
        task = bar.add_task("build", total=None)

        def move(name: str, done: int, total: int) -> None:
            bar.update(task, completed=done, total=total, description=name)
            bar.refresh()

        yield move
