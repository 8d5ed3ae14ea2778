"""Editors complete and check as one types: every field is described, our own files are clean."""

from __future__ import annotations

import json
import shutil
import sys
from pathlib import Path
from typing import Any

import pytest

from engine.building.json_schema import schemas
from engine.diagnostics.problems import Problems
from engine.loading.content import default_root
from engine.loading.content_loader import read_content
from tests.engine.yaml_server import findings

ROOT = Path(__file__).parent.parent.parent
SERVER = ROOT / "build/tools/yaml/node_modules/yaml-language-server/bin/yaml-language-server"


@pytest.fixture(scope="module")
def written() -> dict[str, str]:
    """The JSON Schema of each kind of file."""
    return schemas(read_content(default_root(), Problems()))


def properties(node: Any) -> list[tuple[str, Any]]:
    """Return every field of every record in a schema."""
    if isinstance(node, list):
        return [found for item in node for found in properties(item)]
    if not isinstance(node, dict):
        return []
    own = node.get("properties")
    found = list(own.items()) if isinstance(own, dict) else []
    return found + [each for value in node.values() for each in properties(value)]


def test_every_field_is_described(written: dict[str, str]) -> None:
    fields = [found for text in written.values() for found in properties(json.loads(text))]
    assert len(fields) > 300
    assert {name for name, field in fields if not field.get("description")} <= {"th", "en"}


@pytest.mark.skipif(not SERVER.exists(), reason="`make test` installs the YAML server")
def test_the_editors_server_finds_nothing_in_our_files(
    tmp_path: Path, written: dict[str, str]
) -> None:
    (tmp_path / "build" / "schema").mkdir(parents=True)
    for kind, text in written.items():
        (tmp_path / "build" / "schema" / f"{kind}.json").write_text(text, encoding="utf-8")
    shutil.copytree(default_root(), tmp_path / "content")
    node = Path(sys.executable).with_name("node")
    command = [str(node) if node.exists() else "node", str(SERVER), "--stdio"]
    files = sorted((tmp_path / "content").rglob("*.yaml"))
    assert findings(command, tmp_path, files) == []
    wrong = tmp_path / "content" / "modules" / "nsf.yaml"
    wrong.write_text(wrong.read_text(encoding="utf-8") + "\nnonsense: 1\n", encoding="utf-8")
    assert any("nonsense" in said for said in findings(command, tmp_path, [wrong]))
