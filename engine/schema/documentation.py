"""Descriptions of fields from the docstrings of records, for editors and for the docs."""

from __future__ import annotations

import re
from functools import cache
from inspect import cleandoc
from pathlib import Path

import yaml

from engine.schema.record import Record

_ENTRY = re.compile(r"([a-z_][a-z_, ]*): (.*)", re.DOTALL)


@cache
def summary(record: type[Record]) -> str:
    """Return the first paragraph of a record's docstring."""
    return " ".join(cleandoc(record.__doc__ or "").split("\n\n")[0].split())


@cache
def field_description(record: type[Record], name: str) -> str:
    """Return what the docstrings say of a field; else what it means in every record."""
    for kind in record.__mro__:
        if issubclass(kind, Record) and name in (described := _attributes(kind)):
            return described[name]
    return _common().get(name, "")


@cache
def _common() -> dict[str, str]:
    """Return what fields mean that mean the same in every record."""
    written = Path(__file__).with_name("common_fields.yaml").read_text(encoding="utf-8")
    found: dict[str, str] = yaml.safe_load(written)
    return found


@cache
def _attributes(record: type[Record]) -> dict[str, str]:
    """Return the entries below `Attributes:` by the fields they name."""
    _, _, below = cleandoc(record.__doc__ or "").partition("Attributes:\n")
    entries: list[str] = []
    for line in below.split("\n"):
        if re.match(r"    \S", line):
            entries.append(line.strip())
        elif entries and line.strip():
            entries[-1] += f" {line.strip()}"
    found: dict[str, str] = {}
    for entry in entries:
        if match := _ENTRY.fullmatch(entry):
            found.update(dict.fromkeys(re.split(r", ", match[1]), match[2].rstrip(".")))
    return found
