"""The map holds: arrows between layers run one way, and rules know no screen."""

from __future__ import annotations

import ast
from collections.abc import Iterator
from pathlib import Path

import pytest

ROOT = Path(__file__).parent.parent

ALLOWED = {
    "engine": {"engine"},
    "printables": {"printables", "engine"},
    "games": {"games", "engine"},
}
OURS = {"engine", "printables", "games", "rusit"}
NOT_IN_RULES = {"pygame", "sqlite3", "time", "datetime", "random", "os", "pathlib", "platformdirs"}


def _imports(path: Path) -> Iterator[str]:
    for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
        if isinstance(node, ast.Import):
            yield from (alias.name for alias in node.names)
        elif isinstance(node, ast.ImportFrom) and node.module:
            yield node.module


def _files(folder: str) -> list[Path]:
    return sorted((ROOT / folder).rglob("*.py"))


@pytest.mark.parametrize("layer", ALLOWED)
def test_arrows_run_one_way(layer: str) -> None:
    files = _files(layer)
    assert files
    for path in files:
        for name in _imports(path):
            top = name.split(".")[0]
            assert top not in OURS or top in ALLOWED[layer], f"{path}: {name}"


def test_rules_know_no_screen_no_storage_and_no_clock() -> None:
    files = _files("games/rules")
    assert files
    for path in files:
        for name in _imports(path):
            assert name.split(".")[0] not in NOT_IN_RULES, f"{path}: {name}"
            assert not name.startswith(("games.ui", "games.session")), f"{path}: {name}"


def test_play_needs_no_yaml_and_no_pdf() -> None:
    for path in _files("games"):
        for name in _imports(path):
            assert name.split(".")[0] not in {"yaml", "weasyprint", "pythainlp"}, f"{path}: {name}"
