"""Write docs/licences.md from the packages' own metadata: ``python .ci/licences.py [WHEELS]``.

WHEELS is a folder with wheels of what is not installed here, such as what only Windows needs.
"""

from __future__ import annotations

import json
import re
import sys
import zipfile
from collections.abc import Iterator
from email.message import Message
from email.parser import HeaderParser
from importlib.metadata import PackageNotFoundError, metadata
from pathlib import Path
from typing import Any

HERE = Path(__file__).parent
OUT = HERE.parent / "docs" / "licences.md"
HEAD = """\
# Licences

What Rusit is made with, as the packages say of themselves. Written by `.ci/licences.py` from the
locks; our own licence and those of fonts and icons are in `LICENSE`, `content/LICENSE` and
`engine/assets`.
"""
VENDOR = HERE.parent / "games" / "web" / "vendor"


def pins(lock: Path) -> Iterator[tuple[str, str]]:
    """Yield (name, version) of every package that a lock names."""
    yield from re.findall(r"^([\w.-]+)==([^\s;\\]+)", lock.read_text(), re.MULTILINE)


def licence(about: Any) -> str:
    """Return the licence that a package's metadata tells."""
    if expression := about.get("License-Expression"):
        return str(expression)
    classifiers = about.get_all("Classifier") or []
    found = [c.split(" :: ")[-1] for c in classifiers if c.startswith("License :: ")]
    found = [name for name in found if name != "OSI Approved"]
    if found:
        return ", ".join(found)
    text = str(about.get("License") or "not told").strip()
    return "MIT" if "Permission is hereby granted, free of charge" in text else text.splitlines()[0]


def about(name: str, wheels: Path | None) -> Any:
    """Return the metadata of a package, installed or from its wheel.

    Raises:
        LookupError: it is in neither place.
    """
    try:
        return metadata(name)
    except PackageNotFoundError:
        pattern = re.sub(r"[-_.]+", "_", name)
        for wheel in sorted(wheels.glob(f"{pattern}-*.whl")) if wheels else ():
            return _in_wheel(wheel)
    raise LookupError(f"{name} is not installed, and no wheel of it is there")


def _in_wheel(wheel: Path) -> Message:
    with zipfile.ZipFile(wheel) as packed:
        (file,) = (n for n in packed.namelist() if n.endswith(".dist-info/METADATA"))
        return HeaderParser().parsestr(packed.read(file).decode())


def table(title: str, rows: list[tuple[str, str]], wheels: Path | None) -> str:
    """Return a table of packages under a heading."""
    lines = [f"\n## {title}\n", "| package | version | licence |", "|---|---|---|"]
    lines += [f"| {n} | {v} | {licence(about(n, wheels)).replace('|', '/')} |" for n, v in rows]
    return "\n".join(lines) + "\n"


def vendored() -> str:
    """Return a table of the scripts that stand in the practice page."""
    lines = ["\n## In the practice page\n", "| package | version | licence |", "|---|---|---|"]
    for about in json.loads((VENDOR / "UPSTREAM.json").read_text(encoding="utf-8")).values():
        lines.append(f"| {about['package']} | {about['version']} | MIT |")
    return "\n".join(lines) + "\n"


def main() -> None:
    """Write the list."""
    wheels = Path(sys.argv[1]) if len(sys.argv) > 1 else None
    needed = list(pins(HERE / "requirements.lock"))
    tools = [pin for pin in pins(HERE / "requirements-dev.lock") if pin not in needed]
    tables = table("To play, build and practise", needed, wheels)
    tables += table("To test", tools, wheels)
    OUT.write_text(HEAD + tables + vendored(), encoding="utf-8")


if __name__ == "__main__":
    main()
