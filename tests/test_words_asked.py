"""Every word that a screen or a sheet asks for by name stands in content/locale."""

from __future__ import annotations

import ast
import re
from collections.abc import Iterator
from pathlib import Path

import pytest

from engine.diagnostics.problems import Problems
from engine.loading.yaml_loader import read_document

ROOT = Path(__file__).parent.parent


def keys(file: str) -> set[str]:
    document = read_document(ROOT / "content" / "locale" / file, file, Problems())
    assert document is not None
    return set(document.data)


def asked(folder: Path) -> Iterator[tuple[str, ast.expr]]:
    """What stands between the brackets of `words(…)`, `words.put(…)` and `words[…]`."""
    for path in folder.rglob("*.py"):
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
            if isinstance(node, ast.Call) and node.args:
                looked_up, argument = node.func, node.args[0]
                if isinstance(looked_up, ast.Attribute) and looked_up.attr == "put":
                    looked_up = looked_up.value
            elif isinstance(node, ast.Subscript):
                looked_up, argument = node.value, node.slice
            else:
                continue
            name = getattr(looked_up, "attr", getattr(looked_up, "id", ""))
            if name == "words":
                yield f"{path.relative_to(ROOT)}:{node.lineno}", argument


def patterns(argument: ast.expr) -> Iterator[str]:
    """The keys an argument may be, as regular expressions; none for what is worked out."""
    match argument:
        case ast.Constant(value=str(key)):
            yield re.escape(key)
        case ast.IfExp(body=one, orelse=other):
            yield from patterns(one)
            yield from patterns(other)
        case ast.JoinedStr(values=parts):
            yield "".join(
                re.escape(p.value) if isinstance(p, ast.Constant) else ".+" for p in parts
            )


@pytest.mark.parametrize(
    ("folder", "file"), [("games/ui", "ui.yaml"), ("printables", "print.yaml")]
)
def test_what_is_asked_for_is_there(folder: str, file: str) -> None:
    known = keys(file)
    wanted = [(place, p) for place, node in asked(ROOT / folder) for p in patterns(node)]
    assert len(wanted) > 20
    plain = {re.escape(key) for key in known}
    missing = [
        (place, pattern)
        for place, pattern in wanted
        if pattern not in plain and not any(re.fullmatch(pattern, key) for key in known)
    ]
    assert missing == []
