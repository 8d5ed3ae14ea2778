"""How results look on a terminal; other programs get them plain."""

from __future__ import annotations

import os
import sys
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager


def coloured(report: str) -> str:
    """Codes of errors in red and of warnings in yellow, where colours are shown."""
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
    """A drawn table on a terminal; tab-separated lines for other programs."""
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
def progress(total: int) -> Iterator[Callable[[str], None]]:
    """A bar on standard error when that is a terminal; silence otherwise."""
    from rich.console import Console
    from rich.progress import Progress

    console = Console(stderr=True)
    # No refreshing thread: worker processes are forked while the bar stands.
    with Progress(console=console, auto_refresh=False, disable=not console.is_terminal) as bar:
        task = bar.add_task("build", total=total)

        def advance(name: str) -> None:
            bar.update(task, advance=1, description=name)
            bar.refresh()

        yield advance
